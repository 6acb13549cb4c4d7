//! What the summary says, as data for the templates: page one answers in sentences, the others prove them.

use super::results;
use super::rows::{Row, Table, short};
use super::timeline::{Bucket, timeline};
use crate::labels::summary::{self, Guests, Subject, Words, words};
use crate::labels::{Lang, calendar, changes, codes, names, pick, titles};
use crate::model::{FileStatus, Group, Letterhead, Rank, SinceEdition, Status};
use crate::thai;
use crate::vocab::gazetteer::WorldRegion;
use crate::vocab::words::Executive;
use crate::write::counts::Reporting;
use crate::write::counts::{Before, Comparison, compare};
use crate::write::entries::{Numbered, abbreviations, chosen, when};
use crate::write::outlook::{self, Announced, Waiting};
use crate::write::sisters::{Sister, sisters};
use crate::write::typeset::Protected;
use crate::write::{Consolidated, Counts, count_around};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Bars of a chart at most.
const BARS: usize = 12;
/// Rows of the table of organisations.
const ORGANISATIONS: usize = 4;
/// Executives whose meetings have a row of their own.
const EXECUTIVES: usize = 5;
/// Departments among those that report.
const DEPARTMENTS: usize = 8;
/// Departments among those served.
const SERVED: usize = 4;
/// Rows of bars and departments that fill a page.
const PAGE: usize = 36;
/// Lines for decision at most.
const DECISIONS: usize = 5;
/// What is lost, at most.
const LOST: usize = 6;
/// From so many engagements on charts say more than rows.
const CHARTED: usize = 10;

#[derive(Serialize)]
struct Content {
    lang: &'static str,
    words: &'static Words,
    period: String,
    as_of: String,
    /// The edition that this is; empty for none.
    edition: String,
    /// What is missing since the last run, which is said before any figure.
    lost: Vec<String>,
    /// False where a few rows say more than charts.
    charted: bool,
    key_points: Vec<String>,
    tiles: Vec<Tile>,
    groups: Vec<&'static str>,
    time: Chart,
    decisions: Vec<Decision>,
    states: Chart,
    regions: Table,
    organisations: Headed,
    meetings: Meetings,
    served: Chart,
    departments: Chart,
    agreements: Table,
    highlights: Table,
    themes: Chart,
    policies: Chart,
    obstacles: Table,
    follow_ups: Table,
    near: Table,
    later: Table,
    overdue: Table,
    older: String,
    sisters: Table,
    expiring: Table,
    coverage: Months,
    notes: Vec<String>,
    changes: String,
    abbreviations: Vec<(String, String)>,
    /// Who sends it, as the office set it.
    letterhead: Letterhead,
}

/// One of the three counts.
#[derive(Serialize)]
struct Tile {
    name: &'static str,
    figure: String,
    unit: &'static str,
    /// Average, and between how many and how many there may be.
    notes: Vec<String>,
}

/// A chart: the sentence that it proves, its subject, its bars, and what is said below it.
#[derive(Default, Serialize)]
struct Chart {
    says: String,
    subject: &'static str,
    bars: Vec<Bar>,
    note: String,
}

/// A bar, with one figure a group or one alone; hatched where reports are lacking.
#[derive(Serialize)]
struct Bar {
    name: String,
    values: Vec<usize>,
    hatched: bool,
}

/// A table under a sentence.
#[derive(Serialize)]
struct Headed {
    says: String,
    table: Table,
}

/// Who met whom: executives of the city as rows, ranks of the foreign side as columns.
#[derive(Default, Serialize)]
struct Meetings {
    columns: Vec<String>,
    rows: Vec<Row>,
}

/// A line for decision, and the page that proves it; empty where there is none.
#[derive(Serialize)]
struct Decision {
    text: String,
    page: &'static str,
}

/// Departments by months.
#[derive(Serialize)]
struct Months {
    says: String,
    expected: String,
    columns: Vec<String>,
    rows: Vec<(String, Vec<Reporting>)>,
}

/// The summary's data.
pub fn content(result: &Consolidated, counts: &Counts) -> Result<serde_json::Value, serde_json::Error> {
    let lang = result.lang;
    let words = words(lang);
    let around = count_around(result, counts);
    let (subject, title, buckets) = timeline(lang, words, &around);
    let (_, _, chosen_buckets) = timeline(lang, words, counts);
    let announced = Announced::of(result);
    let waiting = outlook::waiting(result);
    let expiring = outlook::expiring(result);
    let sisters = sisters(result, counts);
    let lost = result.changes.unread.iter().take(LOST);
    let charted = chosen(result).count() >= CHARTED;
    let table = |list: &[_]| results::announced(result, words, list);
    let content = Content {
        lang: pick(lang, "th", "en"),
        words,
        period: counts.period().map_or_else(String::new, |(first, last)| calendar::months(lang, first, last)),
        as_of: format!("{} {}", words.as_of, calendar::day(lang, result.as_of)),
        edition: result.edition.as_ref().map_or_else(String::new, |name| summary::edition(lang, name)),
        lost: lost.map(|file| changes::lost(result.vocab, lang, file)).collect(),
        charted,
        key_points: key_points(result, counts, &chosen_buckets, &announced),
        tiles: tiles(result, words, counts),
        groups: Group::ALL.iter().map(|group| codes::group(lang, *group)).collect(),
        time: time(result, &around, (subject, title), &buckets),
        decisions: decisions(result, counts, &announced, &sisters),
        states: states(result, words, counts),
        regions: if charted { regions(lang, counts) } else { Table::default() },
        organisations: organisations(result, counts),
        meetings: if charted { meetings(lang, counts) } else { Meetings::default() },
        served: served(result, words, counts),
        departments: departments(result, words, counts),
        agreements: results::agreements(result, words),
        highlights: results::highlights(result, words),
        themes: themes(lang, words, counts),
        policies: single(lang, Subject::Policies, words.by_policy, counts.policies.clone()),
        obstacles: results::obstacles(result),
        follow_ups: results::follow_ups(result, &waiting),
        near: table(&announced.near),
        later: table(&announced.later),
        overdue: table(&announced.overdue),
        older: match announced.older.len() {
            0 => String::new(),
            older => summary::older(lang, older),
        },
        sisters: results::sister_cities(result, &sisters),
        expiring: expiries(result, &expiring),
        coverage: months(result, &around, &buckets),
        notes: notes(result, counts),
        changes: changed(result),
        abbreviations: abbreviations(result, counts),
        // How the office is reached is no matter for executives.
        letterhead: Letterhead { contact: String::new(), ..result.settings.letterhead.clone() },
    };
    Ok(Protected::of(result.vocab).all(serde_json::to_value(content)?))
}

/// True if no report could be read: then no figure is known.
fn unknown(result: &Consolidated) -> bool {
    let statuses = || result.files.iter().map(|file| file.reported.status);
    !statuses().any(FileStatus::is_read) && statuses().any(FileStatus::is_unread)
}

/// True if a period was chosen that no report speaks of.
fn unreported(result: &Consolidated, counts: &Counts) -> bool {
    result.period.is_some() && counts.coverage.reported_months() == 0 && chosen(result).next().is_none()
}

/// A count a month; of one month it says nothing more than the count.
fn average(counts: &Counts, count: usize) -> Option<f64> {
    counts.monthly(count).filter(|_| counts.months.len() > 1)
}

/// What page one says first.
fn key_points(
    result: &Consolidated,
    counts: &Counts,
    buckets: &[Bucket],
    announced: &Announced,
) -> Vec<String> {
    let lang = result.lang;
    let mut said = if result.register.entries.is_empty() {
        received(result)
    } else if unreported(result, counts) {
        vec![summary::unreported(lang).to_owned()]
    } else {
        done(result, counts, announced)
    };
    if !counts.coverage.departments.is_empty() && !buckets.is_empty() {
        let lacking: Vec<String> =
            buckets.iter().filter(|one| !one.lacking.is_empty()).map(|one| one.name.clone()).collect();
        let (departments, months) = (counts.coverage.departments.len(), counts.coverage.months.len());
        said.push(summary::complete(lang, departments, months, &lacking, counts.coverage.set));
    }
    said
}

/// What came in, where the register holds nothing.
fn received(result: &Consolidated) -> Vec<String> {
    let lang = result.lang;
    let with =
        |fits: fn(FileStatus) -> bool| result.files.iter().filter(|file| fits(file.reported.status)).count();
    let nil = with(|status| status == FileStatus::NilReport);
    let unread = with(FileStatus::is_unread);
    let received = summary::received(lang, with(FileStatus::is_read) - nil, nil, unread);
    std::iter::once(received).chain(unknown(result).then(|| summary::unknown(lang).to_owned())).collect()
}

/// What was done, with whom, what came of it, what is next.
fn done(result: &Consolidated, counts: &Counts, announced: &Announced) -> Vec<String> {
    let lang = result.lang;
    let state = counts.of(Group::State);
    let mut said = vec![summary::states(lang, state, counts.countries.len(), average(counts, state))];
    said.extend(summary::leading(lang, Subject::States, &partners(result, counts)));
    let (organised, services) = (counts.of(Group::Organisation), counts.of(Group::Support));
    if organised + services > 0 {
        let organisations = counts.organisations.len();
        said.push(summary::organisations_and_services(lang, organisations, organised, services));
    }
    let agreed = results::agreed(result);
    if !agreed.is_empty() {
        let sides: BTreeSet<&String> =
            agreed.iter().flat_map(|(_, entry)| &entry.engagement.countries.value).collect();
        let mut sides: Vec<String> =
            sides.into_iter().map(|code| names::country(result.vocab, lang, code)).collect();
        sides.sort_by_cached_key(|name| thai::alphabetical(name));
        said.push(summary::agreements(lang, agreed.len(), &sides));
    }
    let waiting = outlook::waiting(result);
    let told = results::with_outcomes(result);
    if told + waiting.len() > 0 {
        let departments = short_names(result, waiting.iter().flat_map(Waiting::departments));
        said.push(summary::outcomes(lang, told, waiting.len(), departments.len()));
    }
    let ahead = announced.near.len() + announced.later.len();
    let overdue = announced.overdue.len() + announced.older.len();
    if ahead + overdue > 0 {
        said.push(summary::announced(lang, ahead, overdue));
    }
    said
}

fn tiles(result: &Consolidated, words: &'static Words, counts: &Counts) -> Vec<Tile> {
    // A count of nothing is only said where somebody reported.
    if unknown(result) || unreported(result, counts) {
        return Vec::new();
    }
    let lang = result.lang;
    let average = |count| average(counts, count).map(|n| summary::monthly(lang, n));
    let (state, support) = (counts.of(Group::State), counts.of(Group::Support));
    let organisations = counts.organisations.len();
    let range = Some(counts.state_range).filter(|range| *range != (state, state));
    let range = range.map(|range| summary::range(lang, range));
    let with = summary::with_organisations(lang, counts.of(Group::Organisation));
    let before = match compare(result, counts) {
        Comparison::With(before) => Some(before),
        Comparison::Whole | Comparison::Unlike => None,
    };
    let change = |now: usize, then: fn(&Before) -> usize| {
        before.as_ref().map(|before| {
            let name = calendar::months(lang, before.first, before.last);
            summary::change(lang, &name, then(before), now)
        })
    };
    let tile = |name, figure, unit, notes: Vec<String>| Tile {
        name,
        figure: summary::number(figure),
        unit: summary::unit(lang, figure, unit),
        notes,
    };
    vec![
        tile(
            words.state,
            state,
            words.state_unit,
            [average(state), change(state, |then| then.state), range].into_iter().flatten().collect(),
        ),
        tile(
            words.organisations,
            organisations,
            words.organisations_unit,
            std::iter::once(with).chain(change(organisations, |then| then.organisations)).collect(),
        ),
        tile(
            words.support,
            support,
            words.support_unit,
            [average(support), change(support, |then| then.support)].into_iter().flatten().collect(),
        ),
    ]
}

/// Held engagements over time, with what is lacking.
fn time(
    result: &Consolidated,
    counts: &Counts,
    (subject, title): (Subject, &'static str),
    buckets: &[Bucket],
) -> Chart {
    let lang = result.lang;
    let figures: Vec<(String, usize)> =
        buckets.iter().map(|bucket| (bucket.name.clone(), bucket.by_group.iter().sum())).collect();
    let lacking: Vec<(String, Vec<String>)> = buckets
        .iter()
        .filter(|bucket| !bucket.lacking.is_empty())
        .map(|bucket| (bucket.name.clone(), short_names(result, bucket.lacking.iter())))
        .collect();
    let mut notes = Vec::new();
    if !lacking.is_empty() {
        notes.push(summary::hatched(lang, &lacking));
    }
    if counts.elsewhere > 0 {
        notes.push(summary::elsewhere(lang, counts.elsewhere));
    }
    let bar = |bucket: &Bucket| Bar {
        name: bucket.name.clone(),
        values: bucket.by_group.to_vec(),
        hatched: !bucket.lacking.is_empty(),
    };
    Chart {
        says: summary::leading(lang, subject, &figures).unwrap_or_default(),
        subject: title,
        bars: buckets.iter().map(bar).collect(),
        note: notes.join(" · "),
    }
}

/// At most five lines, each with the page that proves it; what changes the figures first.
fn decisions(
    result: &Consolidated,
    counts: &Counts,
    announced: &Announced,
    sisters: &[Sister],
) -> Vec<Decision> {
    let lang = result.lang;
    let departments = counts.coverage.departments.iter();
    let lacking = departments.filter(|(_, states)| states.iter().any(|state| state.is_lacking()));
    let lacking: Vec<&(String, Vec<Reporting>)> = lacking.collect();
    let months = lacking.iter().flat_map(|(_, states)| states).filter(|state| state.is_lacking()).count();
    let lacking = short_names(result, lacking.iter().map(|(code, _)| code));
    let questions = result.questions.iter().filter(|question| question.effect > 0).count();
    let overdue = announced.overdue.iter().flat_map(|(_, entry)| &entry.engagement.departments.value);
    let (overdue, past) = (short_names(result, overdue), announced.overdue.len());
    let waiting = outlook::waiting(result);
    let expiring = outlook::expiring(result);
    let quiet = sisters.iter().filter(|sister| sister.is_quiet).count();
    let line = |holds: bool, text: String, page: &'static str| holds.then_some(Decision { text, page });
    let renew = expiring.first().map(|(day, _)| {
        let text = summary::renew(lang, expiring.len(), &calendar::day(lang, *day));
        Decision { text, page: "next" }
    });
    let follow = waiting.first().and_then(|one| one.days).map(|days| {
        let of = short_names(result, waiting.iter().flat_map(Waiting::departments));
        Decision { text: summary::follow(lang, &of, waiting.len(), days), page: "next" }
    });
    let lines = [
        line(months > 0, summary::ask_reports(lang, &lacking, months), "reporting"),
        line(questions > 0, summary::decide(lang, questions), ""),
        renew,
        line(past > 0, summary::ask_results(lang, &overdue, past), "next"),
        follow,
        line(quiet > 0, summary::quiet_sisters(lang, quiet), "next"),
    ];
    lines.into_iter().flatten().take(DECISIONS).collect()
}

/// Departments by their abbreviations, each once, in the order of the alphabet.
fn short_names<'a>(result: &Consolidated, codes: impl Iterator<Item = &'a String>) -> Vec<String> {
    let codes: BTreeSet<&String> = codes.collect();
    let short = |code: &String| names::department_short(result.vocab, result.lang, code);
    let mut names: Vec<String> = codes.into_iter().map(short).collect();
    names.sort_by_cached_key(|name| thai::alphabetical(name));
    names
}

/// Figures with their names, the largest first and then by the alphabet.
fn ordered(mut figures: Vec<(String, usize)>) -> Vec<(String, usize)> {
    figures.sort_by_cached_key(|(name, count)| (std::cmp::Reverse(*count), thai::alphabetical(name)));
    figures
}

/// A chart of single bars, the largest first; what has no bar is not told of.
fn single(lang: Lang, subject: Subject, title: &'static str, figures: Vec<(String, usize)>) -> Chart {
    let figures = ordered(figures);
    let bar =
        |(name, count): &(String, usize)| Bar { name: name.clone(), values: vec![*count], hatched: false };
    Chart {
        says: summary::leading(lang, subject, &figures).unwrap_or_default(),
        subject: title,
        bars: figures.iter().take(BARS).map(bar).collect(),
        note: String::new(),
    }
}

/// The partner countries, the most frequent first.
fn partners(result: &Consolidated, counts: &Counts) -> Vec<(String, usize)> {
    let name = |(code, count): &(String, usize)| (names::country(result.vocab, result.lang, code), *count);
    ordered(counts.countries.iter().map(name).collect())
}

fn states(result: &Consolidated, words: &'static Words, counts: &Counts) -> Chart {
    let lang = result.lang;
    let figures = partners(result, counts);
    let rest = figures.get(BARS..).unwrap_or_default();
    let note = if rest.is_empty() { String::new() } else { summary::further(lang, rest) };
    Chart { note, ..single(lang, Subject::States, words.by_country, figures) }
}

fn regions(lang: Lang, counts: &Counts) -> Table {
    let mut regions = counts.regions.clone();
    // ASEAN first, the others by their figures.
    regions.sort_by_key(|(region, count)| (*region != WorldRegion::Asean, std::cmp::Reverse(*count)));
    let row = |(region, count): &(WorldRegion, usize)| {
        Row::of([summary::region(lang, *region).to_owned(), summary::number(*count)])
    };
    Table::first(regions.iter().map(row).collect(), usize::MAX)
}

/// Organisations: how often, when last, in which fields.
fn organisations(result: &Consolidated, counts: &Counts) -> Headed {
    let lang = result.lang;
    let figures = ordered(counts.organisations.clone());
    let row = |(name, count): &(String, usize)| {
        let of_it = chosen(result).map(|(_, entry)| &entry.engagement).filter(|e| {
            e.status.value == Status::Held
                && e.group.value == Group::Organisation
                && e.organisations.value.contains(name)
        });
        let of_it: Vec<_> = of_it.collect();
        let last = of_it.iter().filter_map(|e| when(e)).max();
        let mut themes: BTreeMap<_, usize> = BTreeMap::new();
        for theme in of_it.iter().flat_map(|e| &e.themes.value) {
            *themes.entry(*theme).or_default() += 1;
        }
        let theme = themes.iter().max_by_key(|(theme, count)| (**count, std::cmp::Reverse(**theme)));
        Row::of([
            short(result.vocab, &names::organisation(result.vocab, lang, name)),
            summary::number(*count),
            last.map_or_else(String::new, |day| calendar::day_short(lang, day)),
            theme.map_or_else(String::new, |(theme, _)| codes::theme(lang, *theme).to_owned()),
        ])
    };
    Headed {
        says: summary::leading(lang, Subject::Organisations, &figures).unwrap_or_default(),
        table: Table::first(figures.iter().map(row).collect(), ORGANISATIONS),
    }
}

/// Who met whom: executives in the order of precedence as rows, ranks of the foreign side as columns.
fn meetings(lang: Lang, counts: &Counts) -> Meetings {
    let met = &counts.meetings;
    let leads: BTreeMap<u32, Executive> =
        met.iter().flat_map(|(_, leads)| leads).map(|(lead, _)| (lead.rank, *lead)).collect();
    let guests: BTreeSet<Guests> = met.iter().map(|(rank, _)| Guests::of(*rank)).collect();
    let row = |name: &str, of: &dyn Fn(&Executive) -> bool| {
        let figure = |guest: &Guests| {
            let of_them = met.iter().filter(|(rank, _)| Guests::of(*rank) == *guest);
            let leads = of_them.flat_map(|(_, leads)| leads).filter(|(lead, _)| of(lead));
            match leads.map(|(_, count)| count).sum() {
                0 => String::new(),
                figure => summary::number(figure),
            }
        };
        Row::of(std::iter::once(name.to_owned()).chain(guests.iter().map(figure)))
    };
    let shown = leads.values().take(EXECUTIVES);
    let mut rows: Vec<Row> = shown
        .map(|lead| row(pick(lang, lead.thai, lead.english), &|one: &Executive| one.rank == lead.rank))
        .collect();
    if let Some((first, _)) = leads.iter().nth(EXECUTIVES) {
        rows.push(row(codes::rank(lang, Rank::Other), &|one: &Executive| one.rank >= *first));
    }
    Meetings { columns: guests.iter().map(|guest| summary::guests(lang, *guest).to_owned()).collect(), rows }
}

fn served(result: &Consolidated, words: &'static Words, counts: &Counts) -> Chart {
    let lang = result.lang;
    let named = counts.served.iter().filter(|(code, _)| !code.is_empty());
    let figures =
        named.map(|(code, count)| (names::department_short(result.vocab, lang, code), *count)).collect();
    let unnamed = counts.served.iter().find(|(code, _)| code.is_empty()).map_or(0, |(_, count)| *count);
    let note = if unnamed > 0 { summary::unserved(lang, unnamed) } else { String::new() };
    let mut chart = single(lang, Subject::Served, words.by_served, figures);
    chart.bars.truncate(SERVED);
    Chart { note, ..chart }
}

/// Departments by what they report, a group each.
fn departments(result: &Consolidated, words: &'static Words, counts: &Counts) -> Chart {
    let lang = result.lang;
    let name = |code: &String| names::department(result.vocab, lang, code);
    let figures: Vec<(String, usize)> =
        counts.departments.iter().map(|(code, by)| (name(code), by.iter().sum())).collect();
    let mut bars: Vec<Bar> = counts
        .departments
        .iter()
        .map(|(code, by)| Bar { name: name(code), values: by.to_vec(), hatched: false })
        .collect();
    bars.sort_by_cached_key(|bar| {
        (std::cmp::Reverse(bar.values.iter().sum::<usize>()), thai::alphabetical(&bar.name))
    });
    // The table of months below has a row for each department.
    bars.truncate(DEPARTMENTS.min(PAGE.saturating_sub(counts.coverage.departments.len())));
    Chart {
        says: summary::leading(lang, Subject::Departments, &figures).unwrap_or_default(),
        subject: words.by_department,
        bars,
        note: words.by_department_note.to_owned(),
    }
}

fn themes(lang: Lang, words: &'static Words, counts: &Counts) -> Chart {
    let with = counts.themes.iter().filter(|(_, count)| *count > 0);
    let figures = with.map(|(theme, count)| (codes::theme(lang, *theme).to_owned(), *count)).collect();
    let without = summary::without_theme(lang, counts.without_theme);
    let note = match counts.without_theme {
        0 => words.by_theme_note.to_owned(),
        _ => format!("{} · {without}", words.by_theme_note),
    };
    Chart { note, ..single(lang, Subject::Themes, words.by_theme, figures) }
}

fn expiries(result: &Consolidated, expiring: &[(jiff::civil::Date, Numbered)]) -> Table {
    let row = |(day, (number, entry)): &(jiff::civil::Date, Numbered)| {
        let e = &entry.engagement;
        Row::of([
            number.to_string(),
            calendar::day_short(result.lang, *day),
            short(result.vocab, &titles::title(result.vocab, result.lang, e)),
            super::rows::side(result, e),
            super::rows::departments(result, e),
        ])
    };
    Table::first(expiring.iter().map(row).collect(), BARS)
}

/// Departments by months, or by longer times where there are many months: what lacks most is shown.
fn months(result: &Consolidated, counts: &Counts, buckets: &[Bucket]) -> Months {
    let lang = result.lang;
    let coverage = &counts.coverage;
    let worst = |states: &[Reporting], bucket: &Bucket| {
        states[bucket.months.clone()].iter().max().copied().unwrap_or(Reporting::NotDue)
    };
    let mut rows: Vec<(String, Vec<Reporting>)> = coverage
        .departments
        .iter()
        .map(|(code, states)| {
            let cells = buckets.iter().map(|bucket| worst(states, bucket)).collect();
            (names::department_short(result.vocab, lang, code), cells)
        })
        .collect();
    rows.sort_by_cached_key(|(name, _)| thai::alphabetical(name));
    let lacking = coverage.departments.iter().filter(|(_, states)| states.iter().any(|s| s.is_lacking()));
    let lacking = short_names(result, lacking.map(|(code, _)| code));
    let count = coverage.departments.iter().flat_map(|(_, states)| states).filter(|s| s.is_lacking()).count();
    Months {
        says: summary::lacking(lang, &lacking, count),
        expected: summary::expected(lang, coverage.departments.len(), coverage.set),
        columns: buckets.iter().map(|bucket| bucket.name.clone()).collect(),
        rows,
    }
}

fn notes(result: &Consolidated, counts: &Counts) -> Vec<String> {
    let entries: Vec<_> = chosen(result).map(|(_, entry)| entry).collect();
    let rows = entries.iter().map(|entry| entry.sources.len()).sum();
    let mut notes: Vec<String> =
        summary::counting(result.lang).iter().map(|line| (*line).to_owned()).collect();
    if !entries.is_empty() {
        notes.push(summary::merged(result.lang, entries.len(), rows));
    }
    if counts.planned + counts.cancelled + counts.postponed > 0 {
        notes.push(summary::beside(result.lang, counts.planned, counts.cancelled, counts.postponed));
    }
    if compare(result, counts) == Comparison::Unlike {
        notes.push(summary::not_compared(result.lang).to_owned());
    }
    if counts.of(Group::Other) > 0 {
        notes.push(summary::with_others(result.lang, counts.of(Group::Other)));
    }
    notes
}

fn changed(result: &Consolidated) -> String {
    if let Some(SinceEdition { name, since }) = &result.changes.edition {
        let (new, other, gone) = (since.new.len(), since.changed.len(), since.withdrawn.len());
        let said = changes::since_edition(result.lang, name, since.as_of);
        return format!("{said}: {}", summary::changed(result.lang, new, other, gone));
    }
    let changes = &result.changes;
    let (new, other, gone) = (changes.new.len(), changes.changed.len(), changes.withdrawn.len());
    let any = changes.against.is_some() && new + other + gone > 0;
    if any { summary::changed(result.lang, new, other, gone) } else { String::new() }
}
