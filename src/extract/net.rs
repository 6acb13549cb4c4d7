//! The net under all readings: how much a text looks like an event, whatever layout it stands in, and what looks like
//! one that no record holds.

use super::facts::{Fact, Mark, without_opening};
use super::fields::{self, Fields};
use super::flow::Piece;
use super::phrases;
use super::readings::View;
use super::readings::lines::is_full;
use super::sketch::Draft;
use super::weigh::Weighed;
use crate::dates::dated;
use crate::model::{AsideReason, Context, Record, Role, Unheld, Written};
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use crate::vocab::rows::Meaning;
use crate::vocab::wording::Wording;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A text is an event from this strength on. 1.6 to 2.2 name alike where all is read; 1.6 finds more where a layout
/// is not understood.
pub const EVENT: f32 = 1.6;
/// Strength at which a row left over costs half of what one costs that is an event for certain, and how fast that rises.
const HALF: f32 = 2.2;
const STEEP: f32 = 2.2;
/// What leaving any row costs: hardly anything, so that of two readings with the same records the fuller one is taken.
const LEAST: f32 = 0.04;
/// An event takes more letters, in characters.
const SHORT: usize = 12;
/// The title of a report stands in its first rows: what is there looks less like an event by this much.
const HEAD: f32 = 0.7;
/// Which version of the report this is takes no more words, in characters.
const MARKED: usize = 90;
/// A text so long is prose, in characters.
const LONG: usize = 200;

/// A text that looks like an event.
pub struct Likely {
    /// Its words.
    pub text: String,
    /// How much it looks like one.
    pub strength: f32,
}

/// What leaving each row unexplained costs: near 1 for one that reads as an event, next to nothing for a heading.
pub fn costs(view: &View<'_>) -> Vec<f32> {
    let mut costs = vec![LEAST; view.lines.len()];
    for at in (0..view.lines.len()).filter(|at| !view.is_example(*at)) {
        for likely in view.likely(at) {
            costs[at] = costs[at].max(1.0 / (1.0 + (-STEEP * (likely.strength - HALF)).exp()));
        }
    }
    costs
}

/// The texts of a row that can be events: each cell of a sheet, the whole of a row with several cells on a page. A view
/// keeps them.
pub fn likely_in(view: &View<'_>, at: usize) -> Vec<Likely> {
    let row = &view.rows()[at];
    let cells: Vec<String> = if row.own().count() < 3 || !view.paged() {
        row.own().map(|piece| piece.text.clone()).collect()
    } else {
        vec![row.text()]
    };
    cells
        .into_iter()
        .filter_map(|text| Some(Likely { strength: strength(view, at, &view.fact(&text))?, text }))
        .collect()
}

/// How much a text of a row looks like an event; `None` if it cannot be one: too short, a heading, a number, a day, or
/// nothing foreign and no day about it.
fn strength(view: &View<'_>, at: usize, text: &Fact) -> Option<f32> {
    if text.length < SHORT || text.role().is_some() || text.number || text.date_only || text.no_record() {
        return None;
    }
    if text.acts == 0
        || text.letter && text.days.is_empty()
        || without_opening(view.vocab, &text.text).is_empty()
    {
        return None;
    }
    if text.length <= MARKED && view.vocab.revisions.opens(&text.text) && !text.foreign() {
        return None;
    }
    let row_dated = !view.lines[at].days.is_empty();
    let near = (at.saturating_sub(1)..(at + 2).min(view.lines.len())).any(|n| !view.lines[n].days.is_empty());
    if !(row_dated || text.latin || near && text.mark.is_some() || text.foreign()) {
        return None;
    }
    let acts = view.vocab.wording.whole_acts(&view.vocab.word_list, &text.text);
    if acts == 0 {
        return None;
    }
    let other = text.labelled().is_some_and(|(label, _)| view.fact(label).role() != Some(Role::Activity));
    let signs = [
        (true, 1.0),
        (acts > 1, 0.4),
        (row_dated, 1.0),
        (near, 0.3),
        (text.foreign(), 0.9),
        (text.latin, 0.3),
        (text.mark.is_some(), 0.3),
        (text.goes_on, -0.8),
        (other, -1.0),
        (text.letter, -0.9),
        (text.report, -0.8),
        (view.vocab.wording.holds(&text.text, Wording::Future), -0.8),
        (text.length > LONG, -0.5),
        (text.person, -0.5),
        (at < 2, -HEAD),
        (goes_on(view, at), -0.8),
        (is_lettered(view, at) && text.days.is_empty(), -0.8),
    ];
    Some(signs.iter().filter(|(is, _)| *is).map(|(_, weight)| weight).sum())
}

/// The row of a sheet is one cell that a letter opens, as the parts of a list are: `ค. …`.
fn is_lettered(view: &View<'_>, at: usize) -> bool {
    let row = &view.rows()[at];
    let lettered = view.lines[at].mark.is_some_and(|(mark, _)| mark == Mark::Letter);
    lettered && row.bounds.is_none() && row.own().count() == 1
}

/// The row is a line that goes on with the full one above.
fn goes_on(view: &View<'_>, at: usize) -> bool {
    let line = &view.lines[at];
    let opens = line.mark.is_some() || phrases::begins_with_date(view.vocab, &line.text);
    at > 0
        && view.rows()[at].bounds.is_some()
        && view.rows()[at - 1].bounds.is_some()
        && !opens
        && view.gap(at) <= 1.0
        && is_full(view, at - 1)
}

/// A heading of a section is an event only if it looks like one this much more.
const SECTION: f32 = 0.6;
/// A text whose foreign names a record within so many rows tells is an event only if it looks like one this much more.
const KNOWN: f32 = 0.8;
const AROUND: usize = 10;
/// A text above all records is an event only if it looks like one this much more: the report's title stands there.
const TITLE: f32 = 0.6;
/// A further event among the rows of a record looks like one this much more.
const INSIDE: f32 = 0.4;
/// Records of readings that were not chosen count from this probability on, where the chosen one is less sure than this.
const RIVAL: f32 = 0.75;
const SURE: f32 = 0.9;
/// Right below a record its own body stands: what names the same is another event only if it looks like one this much
/// more.
const BODY: f32 = 1.8;
const BELOW: usize = 3;
/// A text of another level of the list than all records looks like an event only if it looks like one this much more.
const LEVEL: f32 = 1.5;
/// So many items make a list.
const ITEMS: usize = 3;
/// So many further events in the row of one record are a row of another layout.
const CROWD: usize = 2;
/// A rival says what a record within so many rows says if their titles share so much.
const NEAR: usize = 6;
/// Titles are compared by so many letters.
const COMPARED: usize = 40;
/// Length in characters to which what the net names is shortened.
const SHOWN: usize = 160;
/// Name under which what the net holds stands among the layouts.
const LAYOUT: &str = "net";

/// What looks like an event and no chosen record holds, in the order of the rows. A wrong reading claims the rows that
/// it gets wrong: where the chosen readings are not sure, strong records of the others are named too.
pub fn unheld(view: &View<'_>, chosen: &[&Weighed], others: &[&Weighed]) -> Vec<Unheld> {
    let held = Held::of(view, chosen);
    let mut found: BTreeMap<usize, (String, Fields)> = BTreeMap::new();
    for at in 0..view.lines.len() {
        let Some(more) = held.more(view, at) else { continue };
        let likely = view.likely(at).iter().filter(|likely| {
            let more = more + held.known(view, at, &likely.text) + held.other_level(view, at, &likely.text);
            likely.strength >= EVENT + more && !held.says(view.vocab, &likely.text)
        });
        if let Some(likely) = likely.max_by(|a, b| a.strength.total_cmp(&b.strength)) {
            let fields = activity(view, at, &likely.text);
            found.insert(at, (likely.text.clone(), fields));
        }
    }
    let rivals = rivals(chosen, others);
    let kept = chosen.iter().filter(|_| !rivals.is_empty()).flat_map(|one| one.kept());
    let fields: BTreeSet<String> = kept.flat_map(|(draft, _)| told(view, draft)).map(thai::fold).collect();
    for (at, draft) in rivals {
        if fields.contains(&thai::fold(draft.title())) || held.holds(view, at, &view.fact(draft.title())) {
            continue;
        }
        let fact = view.fact(draft.title());
        let known = held.known(view, at, draft.title());
        if strength(view, at, &fact).is_none_or(|strength| strength < EVENT + known) {
            continue;
        }
        found.entry(at).or_insert_with(|| (draft.title().to_owned(), draft.fields.clone()));
    }
    for draft in chosen.iter().flat_map(|one| one.kept()).map(|(draft, _)| draft) {
        let Some(&at) = draft.rows.first() else { continue };
        let further = crowded(view, at, draft).or_else(|| parallel(view, at, draft));
        if let Some(text) = further.filter(|text| !held.says(view.vocab, text)) {
            let fields = activity(view, at, &text);
            found.entry(at).or_insert((text, fields));
        }
    }
    found.into_iter().map(|(at, (text, fields))| named(view, at, &text, fields)).collect()
}

/// What looks most like a further event in the row of a record, where several do: a row of an unknown layout that was
/// taken for one record.
fn crowded(view: &View<'_>, at: usize, draft: &Draft) -> Option<String> {
    let told = told(view, draft);
    let title = thai::fold(draft.title());
    let cells = view.rows()[at].own().filter(|piece| !told.contains(view.fact(&piece.text).text.as_str()));
    let texts = cells.flat_map(|piece| piece.text.lines()).map(str::trim);
    // The same in another language is no further event.
    let thai = |text: &str| text.chars().any(thai::is_thai);
    let further = texts.filter(|text| thai(text) == thai(draft.title())).filter(|text| {
        let folded = thai::fold(without_opening(view.vocab, text));
        !folded.contains(&title) && !title.contains(&folded)
    });
    let mut events: Vec<(f32, &str)> = further
        .filter_map(|text| Some((strength(view, at, &view.fact(text))?, text)))
        .filter(|(strength, _)| *strength >= EVENT + INSIDE)
        .collect();
    events.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    (events.len() >= CROWD).then(|| events[0].1.to_owned())
}

/// What looks most like an event in another cell of a record's row, where it opens with a number as the record's own cell
/// does: days of one month side by side, or items of one list.
fn parallel(view: &View<'_>, at: usize, draft: &Draft) -> Option<String> {
    let title = thai::fold(draft.title());
    let of_title = |text: &str| thai::fold(text).contains(&title);
    let cells = || view.rows()[at].own();
    if !cells().any(|piece| piece.text.lines().any(|line| of_title(line) && opens_with_number(line))) {
        return None;
    }
    let others = cells().filter(|piece| !of_title(&piece.text)).flat_map(|piece| piece.text.lines());
    let events = others.map(str::trim).filter(|line| opens_with_number(line));
    let strong = events.filter_map(|line| Some((strength(view, at, &view.fact(line))?, line)));
    let strongest = strong.filter(|(strength, _)| *strength >= EVENT).max_by(|a, b| a.0.total_cmp(&b.0));
    strongest.map(|(_, line)| line.to_owned())
}

/// A number of one or two digits stands before the words, and is not the beginning of a day with its month.
fn opens_with_number(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.trim_start_matches(thai::is_digit);
    let digits = text.len() - rest.len();
    let few = text.chars().take_while(|c| thai::is_digit(*c)).count() <= 2;
    let words = rest.trim_start_matches(' ');
    digits > 0 && few && words.len() < rest.len() && dated::day(text).is_none_or(|day| day.start > 0)
}

/// The texts of a record whose headings say what they are.
fn told<'a>(view: &View<'_>, draft: &'a Draft) -> BTreeSet<&'a str> {
    let fields = draft.fields.iter().filter(|(role, _)| **role != Role::Activity);
    fields
        .flat_map(|(role, texts)| texts.iter().map(move |written| (*role, written)))
        // A remark is also what stands under a heading that says nothing.
        .filter(|(role, written)| *role != Role::Remark || view.fact(&written.heading).role() == Some(*role))
        .filter(|(_, written)| !written.heading.is_empty())
        .map(|(_, written)| written.text.as_str())
        .collect()
}

/// Words of a row as what they would be. What stands around them is not known here.
fn named(view: &View<'_>, at: usize, text: &str, fields: Fields) -> Unheld {
    Unheld {
        text: shortened(text),
        record: Record {
            place: view.rows()[at].place.clone(),
            layout: LAYOUT.to_owned(),
            fields,
            context: Context::default(),
            doubtful: false,
            marks: Vec::new(),
        },
    }
}

/// A text as the net names it.
pub fn shortened(text: &str) -> String {
    thai::one_line(text).chars().take(SHOWN).collect()
}

/// What looks like an event in rows that stand by themselves, where no record and no title block is.
pub fn events(view: &View<'_>) -> Vec<Unheld> {
    let likely = |at: usize| {
        let head = if at < 2 { HEAD } else { 0.0 };
        view.likely(at).iter().find(|likely| likely.strength + head >= EVENT)
    };
    let rows = (0..view.lines.len()).filter(|at| !view.is_example(*at));
    rows.filter_map(|at| {
        let text = &likely(at)?.text;
        Some(named(view, at, text, activity(view, at, text)))
    })
    .collect()
}

/// What a text of a row tells as an activity, with what the other cells of the row say: its day, and remarks.
fn activity(view: &View<'_>, at: usize, text: &str) -> Fields {
    let row = &view.rows()[at];
    let own = row.pieces.iter().find(|piece| piece.text == text);
    let written = |piece: &Piece, text: String| Written {
        text,
        value: piece.value.clone(),
        place: piece.place.clone(),
        heading: String::new(),
        flaw: piece.flaw,
    };
    let mut fields = fields::of_text(view.vocab, row, &thai::one_line(text));
    if let Some(piece) = own {
        for told in fields.values_mut().flatten() {
            told.place = piece.place.clone();
        }
    }
    fields.entry(Role::Activity).or_insert_with(|| {
        let title = without_opening(view.vocab, &thai::one_line(text)).to_owned();
        vec![match own {
            Some(piece) => written(piece, title),
            None => fields::written(row, title, ""),
        }]
    });
    // Where the text is the whole row, nothing stands beside it.
    let beside = row.pieces.iter().filter(|piece| own.is_some_and(|own| !std::ptr::eq(own, *piece)));
    for piece in beside {
        let fact = view.fact(&piece.line());
        let role = match (fact.date_only, fact.number) {
            (true, _) if fields.contains_key(&Role::Date) => continue,
            (true, _) => Role::Date,
            (false, true) => continue,
            (false, false) if piece.inherited => continue,
            (false, false) => Role::Remark,
        };
        fields.entry(role).or_default().push(written(piece, piece.line()));
    }
    fields
}

/// True if a record's rows may hold another event beside it: a second title, items in a cell, a cell with an act and a day
/// of its own, or an event under no heading that tells what it is.
pub fn may_hold_more(view: &View<'_>, draft: &Draft) -> bool {
    let titles = draft.fields.get(&Role::Activity).map_or(0, Vec::len);
    let told = told(view, draft);
    let more = |at: usize, piece: &Piece| {
        let fact = view.fact(&piece.text);
        let items = piece.text.lines().filter(|line| view.fact(line).mark.is_some()).count();
        let title = fact.text.contains(draft.title());
        let dated = !fact.date_only && fact.acts > 0 && !fact.days.is_empty();
        let event = || strength(view, at, &fact).is_some_and(|strength| strength >= EVENT);
        items > 1
            || title && fact.acts > 1 && fact.days.len() > 1
            || !title && !told.contains(fact.text.as_str()) && (dated || event())
    };
    titles > 1 || draft.rows.iter().any(|at| view.rows()[*at].own().any(|piece| more(*at, piece)))
}

/// What chosen records hold.
struct Held {
    /// Titles, folded.
    titles: BTreeSet<String>,
    /// Rows where a record stands.
    first: BTreeSet<usize>,
    /// Further rows of records, with the days that the record's first row names.
    inside: BTreeMap<usize, Days>,
    /// Rows that are explained otherwise.
    aside: BTreeMap<usize, AsideReason>,
    /// What opens most records as items, and whether it opens all.
    level: Option<(Mark, bool)>,
    /// Foreign names that records tell, by the row where each stands.
    names: BTreeMap<usize, Vec<BTreeSet<Name>>>,
}

impl Held {
    fn of(view: &View<'_>, chosen: &[&Weighed]) -> Self {
        let mut held = Self {
            titles: BTreeSet::new(),
            first: BTreeSet::new(),
            inside: BTreeMap::new(),
            aside: BTreeMap::new(),
            level: None,
            names: BTreeMap::new(),
        };
        for weighed in chosen {
            held.aside.extend(weighed.sketch.aside.iter().map(|(at, because)| (*at, because.reason)));
            for (draft, _) in weighed.kept() {
                held.titles.insert(thai::fold(draft.title()));
                let Some(first) = draft.rows.first() else { continue };
                held.first.insert(*first);
                // Its further rows may be another event.
                let own = draft.rows.iter().take(2).map(|at| Rc::clone(&view.lines[*at]));
                let names: BTreeSet<Name> = std::iter::once(view.fact(draft.title()))
                    .chain(own)
                    .flat_map(|fact| fact.names().clone())
                    .collect();
                held.names.entry(*first).or_default().push(names.clone());
                let days = Days::of(draft.rows.iter().take(2).flat_map(|at| days(view, *at)));
                for at in &draft.rows[1..] {
                    let inside = held.inside.entry(*at).or_default();
                    inside.extend(&days);
                    inside.mark = mark(view, *first);
                    inside.names.extend(names.iter().copied());
                }
            }
        }
        held.level = level(view, &held.first);
        held
    }

    /// How much more a text of this row must look like an event; `None` if none in it can be one.
    fn more(&self, view: &View<'_>, at: usize) -> Option<f32> {
        if self.first.contains(&at) || view.is_example(at) {
            return None;
        }
        if let Some(known) = self.inside.get(&at) {
            let other = !known.written.is_empty() && days(view, at).iter().any(|day| !known.hold(day));
            return (other || self.swallows(view, at)).then_some(INSIDE);
        }
        match self.aside.get(&at) {
            Some(AsideReason::Section) => Some(SECTION),
            Some(
                AsideReason::Heading
                | AsideReason::Total
                | AsideReason::Nil
                | AsideReason::Example
                | AsideReason::Summary
                | AsideReason::Unfilled
                | AsideReason::Furniture
                | AsideReason::LeftOut
                | AsideReason::Hidden,
            ) => None,
            Some(
                AsideReason::Title
                | AsideReason::Note
                | AsideReason::Letter
                | AsideReason::Prose
                | AsideReason::NotUnderstood,
            )
            | None
                if self.first.first().is_some_and(|first| at < *first) =>
            {
                Some(TITLE)
            }
            _ => Some(0.0),
        }
    }

    /// How much more a text must look like an event because every foreign name in it is told by a record near it: it is
    /// more of what is held.
    fn known(&self, view: &View<'_>, at: usize, text: &str) -> f32 {
        if self.swallows(view, at) {
            return 0.0;
        }
        let fact = view.fact(text);
        let told = |rows: std::ops::RangeInclusive<usize>| {
            let mut near = self.names.range(rows).flat_map(|(_, all)| all);
            !fact.names().is_empty() && near.any(|names| fact.names().is_subset(names))
        };
        if told(at.saturating_sub(BELOW)..=at) {
            BODY
        } else if told(at.saturating_sub(AROUND)..=at + AROUND) {
            KNOWN
        } else {
            0.0
        }
    }

    /// An item of the level of most records stands among the further rows of a record of another.
    fn swallows(&self, view: &View<'_>, at: usize) -> bool {
        self.level
            .zip(self.inside.get(&at))
            .is_some_and(|((level, _), record)| record.mark != Some(level) && mark(view, at) == Some(level))
    }

    /// A text of a row that goes on with a record above it: its days are that record's, and so are those that it names.
    fn holds(&self, view: &View<'_>, at: usize, text: &Fact) -> bool {
        let days = days(view, at);
        let of_record =
            |known: &Days| days.iter().all(|day| known.hold(day)) && text.names().is_subset(&known.names);
        !days.is_empty() && self.inside.get(&at).is_some_and(of_record)
    }

    /// How much more a text must look like an event because all records are items of one level of a list, and it is one of
    /// another: a point of an item, or the heading of a section that names nobody.
    fn other_level(&self, view: &View<'_>, at: usize, text: &str) -> f32 {
        let Some((level, true)) = self.level else { return 0.0 };
        let mark = view.fact(text).mark.map(|(mark, _)| mark).or(mark(view, at));
        let below = self.first.range(at.saturating_sub(AROUND)..at).next().is_some();
        let point = below && mark == Some(Mark::Bullet) && level != Mark::Bullet;
        let nobody = view.lines[at].days.is_empty() && view.fact(text).names().is_empty();
        let heading = mark.map_or_else(|| view.vocab.rows.is(text, Meaning::Section), |mark| mark != level);
        if point || nobody && heading { LEVEL } else { 0.0 }
    }

    /// A record's title says the same: one of the two begins as the other, or holds its beginning.
    fn says(&self, vocab: Vocab, text: &str) -> bool {
        let text = &thai::one_line(text);
        let text = without_opening(vocab, text);
        // A record's title may be cut before its day.
        let head = dated::day(text).map_or("", |day| &text[..day.start]);
        let head = thai::fold(head.rsplit_once(' ').map_or(head, |(head, _)| head));
        let cut = || self.titles.range(head.clone()..).next().is_some_and(|title| title.starts_with(&head));
        if head.chars().count() >= SHORT && cut() {
            return true;
        }
        let text = thai::fold(text);
        self.titles.contains(&text)
            || text.chars().count() >= SHORT && self.titles.iter().any(|title| alike(title, &text))
    }
}

fn mark(view: &View<'_>, at: usize) -> Option<Mark> {
    view.lines[at].mark.map(|(mark, _)| mark)
}

/// What opens most of the records that stand in these rows as items, and whether it opens all of them.
fn level(view: &View<'_>, first: &BTreeSet<usize>) -> Option<(Mark, bool)> {
    let mut counts: BTreeMap<Mark, usize> = BTreeMap::new();
    first.iter().filter_map(|at| mark(view, *at)).for_each(|mark| *counts.entry(mark).or_default() += 1);
    let (mark, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count >= ITEMS && count * 2 > first.len()).then_some((mark, count == first.len()))
}

fn days(view: &View<'_>, at: usize) -> Vec<String> {
    let line = &view.lines[at];
    line.days.iter().map(|day| line.text[day.clone()].to_owned()).collect()
}

/// Days that a record names, and foreign sides.
#[derive(Default)]
struct Days {
    names: BTreeSet<Name>,
    /// What opens it as an item.
    mark: Option<Mark>,
    /// As written, folded.
    written: BTreeSet<String>,
    /// The stretches that they reach over, as months and days.
    reach: Vec<((i8, i8), (i8, i8))>,
}

impl Days {
    fn of(days: impl Iterator<Item = String>) -> Self {
        let mut made = Self::default();
        for day in days {
            made.reach.extend(dated::reach(&day));
            made.written.insert(thai::fold(&day));
        }
        made
    }

    fn extend(&mut self, days: &Self) {
        self.written.extend(days.written.iter().cloned());
        self.reach.extend(&days.reach);
    }

    /// True if the day is one of them, or lies within a stretch of them.
    fn hold(&self, day: &str) -> bool {
        let within =
            |(from, to): (_, _)| self.reach.iter().any(|(first, last)| *first <= from && to <= *last);
        self.written.contains(&thai::fold(day)) || dated::reach(day).is_some_and(within)
    }
}

/// True if one of two folded titles holds the beginning of the other.
fn alike(one: &str, other: &str) -> bool {
    let beginning = |text: &str| text.char_indices().nth(COMPARED).map_or(text.len(), |(at, _)| at);
    let holds = |whole: &str, part: &str| {
        part.chars().nth(SHORT).is_some() && whole.contains(&part[..beginning(part)])
    };
    holds(one, other) || holds(other, one)
}

/// Strong records of readings that were not chosen and that no chosen record near them says.
fn rivals<'a>(chosen: &[&Weighed], others: &[&'a Weighed]) -> Vec<(usize, &'a Draft)> {
    let unsure: BTreeSet<usize> =
        chosen.iter().filter(|one| one.mean() < SURE).flat_map(|one| one.sketch.span.clone()).collect();
    let mut strong: Vec<(f32, usize, &Draft)> = others
        .iter()
        .flat_map(|one| one.kept())
        .filter_map(|(draft, p)| Some((p, *draft.rows.first()?, draft)))
        .filter(|(p, at, _)| *p >= RIVAL && unsure.contains(at))
        .collect();
    strong.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.title().cmp(b.2.title())));
    let mut said: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let kept = chosen.iter().filter(|_| !strong.is_empty()).flat_map(|one| one.kept());
    for (draft, _) in kept {
        let at = draft.rows.first().copied().unwrap_or(0);
        said.entry(at).or_default().push(thai::fold(draft.title()));
    }
    let mut out = Vec::new();
    let mut named: BTreeSet<usize> = BTreeSet::new();
    for (_, at, draft) in strong {
        let whole = thai::fold(draft.title());
        let near = at.saturating_sub(NEAR)..=at + NEAR;
        let taken = said.range(near).flat_map(|(_, titles)| titles).any(|other| alike(other, &whole));
        if whole.chars().count() >= SHORT && !taken && named.insert(at) {
            said.entry(at).or_default().push(whole);
            out.push((at, draft));
        }
    }
    out
}
