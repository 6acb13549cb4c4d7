//! Evidence for and against a record in the light of the reading that proposes it. Nothing here knows a layout.

use super::facts::{Fact, Mark, without_opening};
use super::readings::{View, is_line};
use super::sketch::{Draft, Sketch};
use crate::dates::dated;
use crate::model::{AsideReason, Role, Value, Written};
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::wording::Wording;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Evidence of one record, in the order of `NAMES`.
pub type Evidence = Vec<f32>;

/// A title that is hardly one, and one that is short, in characters.
const TINY: usize = 9;
const SHORT: usize = 16;
/// A long title and a huge one, in characters.
const LONG: usize = 150;
const HUGE: usize = 280;

/// A record that tells another again stands no further below it, in rows.
const NEAR: usize = 3;
/// A field whose heading says what it is counts 1, one that only its content tells less.
const UNTOLD: f32 = 0.5;
/// Fields of one record that count at most.
const FIELDS: f32 = 6.0;

/// A record's own facts, told once for all evidence.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each asked for by its name")]
struct Seen {
    title: Rc<Fact>,
    /// Words of all rows that it explains.
    rows: Rc<Fact>,
    /// 2 if it has a day of its own, 1 if a month or its section's, else 0.
    dated: u8,
    side: bool,
    fields: usize,
    /// Fields that hold what their role says.
    fit: usize,
    /// Fields that hold something else.
    misfit: usize,
    /// 1 if its heading or label says that it is the activity, -1 if that it is something else.
    role: i8,
    /// A running number or a day has a cell of its own.
    keyed: bool,
    mark: Option<Mark>,
    /// Where its title stands.
    at: usize,
    /// Its day as written, folded.
    day: String,
    /// Whether its field for the day holds one.
    day_fits: Option<bool>,
    /// It names what the record right above it names, with no other day.
    again: bool,
    /// Its field for the day holds none, and those of most others do.
    undated: bool,
}

/// What a record is held against: the others of its reading.
struct Siblings {
    /// Mean of the logarithms of their lengths.
    mean: f32,
    /// Fields that the middle one has.
    middle: f32,
    /// Most have a running number or a day in a cell of its own.
    keyed: bool,
    /// Rows that any of them explains.
    held: BTreeSet<usize>,
    /// Records that stand in each row.
    in_row: BTreeMap<usize, usize>,
}

impl Siblings {
    fn of(sketch: &Sketch, seen: &[Seen]) -> Self {
        let count = seen.len().max(1);
        let mut fields: Vec<usize> = seen.iter().map(|s| s.fields).collect();
        fields.sort_unstable();
        let mut in_row: BTreeMap<usize, usize> = BTreeMap::new();
        for one in seen {
            *in_row.entry(one.at).or_default() += 1;
        }
        Self {
            mean: seen.iter().map(|s| logarithm(s.title.length)).sum::<f32>() / count as f32,
            middle: fields.get(fields.len() / 2).copied().unwrap_or(0) as f32,
            keyed: seen.iter().filter(|s| s.keyed).count() * 2 > seen.len(),
            held: sketch.drafts.iter().flat_map(|draft| draft.rows.iter().copied()).collect(),
            in_row,
        }
    }
}

/// Evidence shared by all records of a reading, with its names.
struct Shared(Vec<(&'static str, f32)>);

/// The evidence of every record of a reading.
pub fn evidence(view: &View<'_>, sketch: &Sketch, costs: &[f32]) -> Vec<Evidence> {
    let seen = seen(view, sketch);
    if seen.is_empty() {
        return Vec::new();
    }
    let shared = Shared::of(view, sketch, &seen, costs);
    let siblings = Siblings::of(sketch, &seen);
    let all = sketch.drafts.iter().zip(&seen);
    all.map(|(draft, one)| {
        let own = own(view, draft, one, &siblings).into_iter();
        own.chain(shared.0.iter().copied()).map(|(_, value)| value).collect()
    })
    .collect()
}

/// The names of the evidence, in its order.
pub fn names(view: &View<'_>, sketch: &Sketch) -> Vec<&'static str> {
    let seen = seen(view, sketch);
    let shared = Shared::of(view, sketch, &seen, &vec![0.0; view.lines.len()]);
    let siblings = Siblings::of(sketch, &seen);
    let first = sketch.drafts.iter().zip(&seen).next();
    let own = first.map(|(draft, one)| own(view, draft, one, &siblings)).unwrap_or_default();
    own.into_iter().chain(shared.0).map(|(name, _)| name).collect()
}

/// The facts of all records of a reading, each in the light of the others.
fn seen(view: &View<'_>, sketch: &Sketch) -> Vec<Seen> {
    let mut seen: Vec<Seen> = sketch.drafts.iter().map(|draft| see(view, draft)).collect();
    let with_day = seen.iter().filter(|one| one.day_fits == Some(true)).count();
    for n in 0..seen.len() {
        seen[n].undated = seen[n].day_fits == Some(false) && with_day * 5 >= seen.len() * 4;
        seen[n].again = n > 0 && tells_again(&seen[n - 1], &seen[n]);
    }
    seen
}

/// The foreign names of a record are those of the record right above it, and no other day is told.
fn tells_again(above: &Seen, one: &Seen) -> bool {
    let names = one.title.names();
    one.at.abs_diff(above.at) <= NEAR
        && (one.day.is_empty() || one.day == above.day)
        && !names.is_empty()
        && names.is_subset(above.title.names())
}

fn see(view: &View<'_>, draft: &Draft) -> Seen {
    let title = view.fact(draft.title());
    let at = draft.rows.first().copied().unwrap_or(0);
    let texts =
        || draft.fields.iter().flat_map(|(role, texts)| texts.iter().map(move |written| (*role, written)));
    let typed = texts().any(|(_, written)| matches!(written.value, Some(Value::Date(_))));
    let own = typed || texts().any(|(_, written)| !view.fact(&written.text).days.is_empty());
    let near = texts().any(|(role, written)| role == Role::Date || view.fact(&written.text).period)
        || draft.sections.iter().any(|section| view.fact(section).period);
    let heading =
        draft.fields.get(&Role::Activity).and_then(|texts| texts.first()).map(|w| w.heading.as_str());
    let role =
        match heading.filter(|heading| !heading.is_empty()).and_then(|heading| view.fact(heading).role()) {
            Some(Role::Activity) => 1,
            Some(Role::Other) | None => 0,
            Some(_) => -1,
        };
    let rows =
        draft.rows.iter().take(6).map(|row| view.lines[*row].text.as_str()).collect::<Vec<_>>().join(" ");
    let keyed = view.rows().get(at).is_some_and(|row| {
        row.own().any(|piece| {
            let fact = view.fact(&piece.text);
            fact.number || fact.date_only
        })
    });
    let day = draft.fields.get(&Role::Date);
    Seen {
        again: false,
        undated: false,
        day: day.and_then(|texts| texts.first()).map(|written| thai::fold(&written.text)).unwrap_or_default(),
        day_fits: day.and_then(|texts| fits(view, Role::Date, texts)),
        side: title.foreign()
            || texts().any(|(role, written)| {
                matches!(role, Role::Counterpart | Role::Delegate | Role::Country)
                    && view.fact(&written.text).foreign()
            }),
        dated: if own { 2 } else { u8::from(near) },
        fit: draft.fields.iter().filter(|(role, texts)| fits(view, **role, texts) == Some(true)).count(),
        misfit: draft.fields.iter().filter(|(role, texts)| fits(view, **role, texts) == Some(false)).count(),
        fields: draft.fields.keys().filter(|role| **role != Role::Sequence).count(),
        mark: view.lines.get(at).and_then(|line| line.mark).map(|(mark, _)| mark),
        rows: view.fact(&rows),
        title,
        role,
        keyed,
        at,
    }
}

/// Whether texts hold what their role says; `None` where their words cannot tell.
fn fits(view: &View<'_>, role: Role, texts: &[Written]) -> Option<bool> {
    let written = texts.first()?;
    if written.value.is_some() && matches!(role, Role::Date | Role::DateEnd) {
        return Some(matches!(written.value, Some(Value::Date(_))) || dated::is_days(&written.text));
    }
    let fact = view.fact(&written.text);
    let day = fact.date_only;
    match role {
        Role::Date | Role::DateEnd => {
            Some(!fact.days.is_empty() || fact.period || dated::is_days(&fact.text))
        }
        Role::Participants | Role::Budget => Some(fact.text.chars().any(thai::is_digit)),
        Role::Sequence => Some(fact.letters() <= 8),
        Role::Country => Some(fact.foreign() && !day),
        Role::Counterpart
        | Role::Delegate
        | Role::Lead
        | Role::Venue
        | Role::Outcome
        | Role::Owner
        | Role::Person => Some(!day && !fact.number),
        Role::Remark | Role::Other if day => Some(false),
        _ => None,
    }
}

/// How many fields of the records hold what their roles say, less those that hold something else: also titles that were
/// cut from a text and go on over the place, the day or the people.
pub fn fields_fit(view: &View<'_>, sketch: &Sketch) -> f32 {
    let long = |draft: &Draft| {
        let line = draft.rows.first().is_some_and(|at| is_line(&view.rows()[*at]));
        flag(line && seam(view.vocab, draft.title()))
    };
    let of = |draft: &Draft| {
        let told: f32 = draft
            .fields
            .iter()
            .filter_map(|(role, texts)| Some((fits(view, *role, texts)?, texts.first()?)))
            .map(|(fits, written)| match (fits, written.heading.is_empty()) {
                (true, true) => UNTOLD,
                (true, false) => 1.0,
                (false, _) => -1.0,
            })
            .sum();
        told.min(FIELDS) - long(draft)
    };
    sketch.drafts.iter().map(of).sum()
}

fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

fn logarithm(length: usize) -> f32 {
    (1.0 + length as f32).ln()
}

/// Evidence of one record itself: its title, its fields, where it stands.
fn own(view: &View<'_>, draft: &Draft, one: &Seen, siblings: &Siblings) -> Vec<(&'static str, f32)> {
    let fact = &one.title;
    let length = logarithm(fact.length) / 5.0;
    let Siblings { mean, middle, keyed, .. } = *siblings;
    let act = flag(fact.acts > 0);
    let dated = flag(one.dated == 2);
    let open = |sign: char| fact.text.matches(sign).count();
    let mut out = title(view.vocab, fact);
    out.extend([
        ("title length", length),
        ("title length squared", length * length),
        ("title brackets open", flag(open('(') != open(')'))),
        ("title glues cells", flag(glued(view, one))),
        ("title opens like an item", flag(without_opening(view.vocab, &fact.text).len() != fact.text.len())),
        ("lacks a key its siblings have", flag(keyed && !one.keyed)),
        ("fewer fields than siblings", flag((one.fields as f32) < 0.6 * middle)),
        ("heading says activity", flag(one.role > 0)),
        ("heading says another role", flag(one.role < 0)),
        ("own day", dated),
        ("near day", flag(one.dated == 1)),
        ("foreign side", flag(one.side)),
        ("fields", one.fields.min(8) as f32 / 8.0),
        ("fields that fit", one.fit.min(8) as f32 / 8.0),
        ("fields that do not fit", one.misfit.min(4) as f32 / 4.0),
        ("title runs over a seam", flag(seam(view.vocab, &fact.text))),
        ("days in rows", one.rows.days.len().min(4) as f32 / 4.0),
        ("acts in rows", one.rows.acts.min(8) as f32 / 8.0),
        ("rows", draft.rows.len().min(10) as f32 / 10.0),
        ("title's share of rows", (fact.length as f32 / one.rows.length.max(1) as f32).min(1.0)),
        ("length unlike siblings", (logarithm(fact.length) - mean).abs().min(2.0)),
        ("among first rows", flag(one.at < 3 && view.lines.len() > 6)),
        ("larger type", larger(view, one.at)),
        ("room above", view.gap(one.at).min(3.0) / 3.0),
        ("goes on from a full line", flag(goes_on(view, one.at))),
        ("another field is an activity", flag(another(view, draft))),
        ("a headline stands above", flag(headline_above(view, &siblings.held, one.at))),
        ("beside another record and the row's day", flag(beside(view, siblings, one.at))),
        ("tells the record above again", flag(one.again)),
        ("day unlike siblings", flag(one.undated)),
        ("act and day", act * dated),
        ("neither act nor day", (1.0 - act) * (1.0 - dated)),
        ("first rows without day", flag(one.at < 3) * (1.0 - dated)),
    ]);
    out
}

fn title(vocab: Vocab, fact: &Fact) -> Vec<(&'static str, f32)> {
    vec![
        ("title names an act", flag(fact.acts > 0)),
        ("title names acts", fact.acts.min(4) as f32 / 4.0),
        ("act early in title", 1.0 - fact.act_at),
        ("title names a foreign side", flag(fact.foreign())),
        ("title in Latin", flag(fact.latin)),
        ("title tiny", flag(fact.length < TINY)),
        ("title short", flag(fact.length < SHORT)),
        ("title long", flag(fact.length > LONG)),
        ("title huge", flag(fact.length > HUGE)),
        ("title is a heading", flag(fact.role().is_some())),
        ("title is a heading word for word", flag(vocab.headers.exact(&fact.text).is_some())),
        ("title begins like a letter", flag(fact.letter || fact.report)),
        ("title is a note or total", flag(fact.no_record())),
        ("title is a number", flag(fact.number || fact.letters() < 3)),
        ("title is a person", flag(fact.person && fact.acts == 0)),
        ("title goes on", flag(fact.goes_on)),
        ("title cut off", flag(fact.cut)),
        ("title has a label", flag(fact.label.is_some())),
        ("title holds a day", flag(!fact.days.is_empty())),
        ("title holds days", flag(fact.days.len() > 1)),
        ("title is a day", flag(fact.date_only)),
        ("title has a mark", flag(fact.mark.is_some())),
        ("title has a colon", flag(fact.text.contains(':'))),
    ]
}

/// A field that is no title reads like an activity of its own.
fn another(view: &View<'_>, draft: &Draft) -> bool {
    [Role::Remark, Role::Other].iter().filter_map(|role| draft.fields.get(role)).flatten().any(|written| {
        let fact = view.fact(&written.text);
        fact.acts > 0 && fact.length >= SHORT && !fact.goes_on && (fact.timed || fact.foreign())
    })
}

/// The row begins with a day, and the line above, which no record of this reading holds, reads like its headline.
fn headline_above(view: &View<'_>, held: &BTreeSet<usize>, at: usize) -> bool {
    let Some(above) = at.checked_sub(1) else { return false };
    let line = &view.lines[above];
    let opens = view.lines[at].days.first().is_some_and(|day| day.start < 40);
    opens
        && view.body.part_of(above) == view.body.part_of(at)
        && line.acts > 0
        && line.days.is_empty()
        && line.mark.is_none()
        && line.length < LONG
        && !held.contains(&above)
}

/// Another record stands in the same row, and the row has one day of its own in a cell.
fn beside(view: &View<'_>, siblings: &Siblings, at: usize) -> bool {
    let days = view.rows()[at].own().filter(|piece| view.fact(&piece.text).date_only).count();
    days == 1 && siblings.in_row.get(&at).is_some_and(|count| *count > 1)
}

/// The title goes on where the place, the day or the people of an activity are told.
fn seam(vocab: Vocab, text: &str) -> bool {
    text.char_indices()
        .skip(18)
        .filter(|(_, c)| c.is_whitespace())
        .any(|(at, _)| vocab.wording.begins(text[at..].trim_start(), Wording::Seam).is_some())
}

/// The title holds the words of more than one cell of its row.
fn glued(view: &View<'_>, one: &Seen) -> bool {
    let row = &view.rows()[one.at];
    row.own().count() > 1
        && row
            .own()
            .filter(|piece| {
                let fact = view.fact(&piece.text);
                fact.letters() > 3 && one.title.text.contains(fact.text.as_str())
            })
            .count()
            > 1
}

/// How much larger the type of a row is than the usual one, 0 to 1.
fn larger(view: &View<'_>, at: usize) -> f32 {
    let size = view.rows()[at].size;
    if size == 0.0 || view.usual_size == 0.0 { 0.0 } else { (size / view.usual_size - 1.0).clamp(0.0, 1.0) }
}

/// The row stands in running text right below a full line, with nothing that opens it.
fn goes_on(view: &View<'_>, at: usize) -> bool {
    let line = &view.lines[at];
    let Some(above) = at.checked_sub(1) else { return false };
    view.rows()[at].bounds.is_some()
        && view.rows()[above].bounds.is_some()
        && view.gap(at) <= 1.0
        && view.lines[above].length > 60
        && line.mark.is_none()
        && line.days.is_empty()
}

impl Shared {
    fn of(view: &View<'_>, sketch: &Sketch, seen: &[Seen], costs: &[f32]) -> Self {
        let mut out = likeness(view, seen);
        out.extend(remains(view, sketch, seen, costs));
        out.extend(columns(view, sketch, seen));
        Self(out)
    }
}

/// What the records have in common.
fn likeness(view: &View<'_>, seen: &[Seen]) -> Vec<(&'static str, f32)> {
    let count = seen.len() as f32;
    let share = |is: &dyn Fn(&Seen) -> bool| seen.iter().filter(|s| is(s)).count() as f32 / count;
    let lengths: Vec<f32> = seen.iter().map(|s| logarithm(s.title.length)).collect();
    let mean = lengths.iter().sum::<f32>() / count;
    let spread = (lengths.iter().map(|l| (l - mean).powi(2)).sum::<f32>() / count).sqrt();
    let titles: BTreeSet<String> = seen.iter().map(|s| thai::fold(&s.title.text)).collect();
    let mut marks: BTreeMap<Mark, usize> = BTreeMap::new();
    seen.iter().filter_map(|s| s.mark).for_each(|mark| *marks.entry(mark).or_default() += 1);
    let rows: BTreeSet<usize> = seen.iter().map(|s| s.at).collect();
    vec![
        ("a single record", flag(seen.len() == 1)),
        ("records", count.ln() / 4.0),
        ("lengths differ", spread.min(1.5)),
        ("share with acts", share(&|s| s.title.acts > 0)),
        ("share with own day", share(&|s| s.dated == 2)),
        ("share with any day", share(&|s| s.dated > 0)),
        ("share with sides", share(&|s| s.side)),
        ("share that goes on", share(&|s| s.title.goes_on)),
        ("titles differ", titles.len() as f32 / count),
        ("share of headings", share(&|s| s.title.role().is_some() || s.title.letter)),
        ("share cut off", share(&|s| s.title.cut)),
        ("mean length", mean / 5.0),
        ("share of one mark", marks.values().max().copied().unwrap_or(0) as f32 / count),
        ("share under activity", share(&|s| s.role > 0)),
        ("share under another role", share(&|s| s.role < 0)),
        ("share told again", share(&|s| s.again)),
        ("share tiny", share(&|s| s.title.length < 12)),
        ("share of persons", share(&|s| s.title.person && s.title.acts == 0)),
        ("share without act or side", share(&|s| s.title.acts == 0 && !s.title.foreign())),
        ("one day for all", flag(view.dated <= 2) * share(&|s| s.dated < 2)),
        ("records of one row", 1.0 - rows.len() as f32 / count),
    ]
}

/// What the reading leaves unexplained.
fn remains(view: &View<'_>, sketch: &Sketch, seen: &[Seen], costs: &[f32]) -> Vec<(&'static str, f32)> {
    let count = seen.len() as f32;
    let span = sketch.span.len().max(1) as f32;
    let left = left_over(sketch);
    let share =
        |is: &dyn Fn(usize) -> bool| (left.iter().filter(|at| is(**at)).count() as f32 / count).min(1.0);
    let dated = sketch.span.clone().filter(|at| !view.lines[*at].days.is_empty()).count().max(1) as f32;
    // The day in the head of a letter is the letter's.
    let first = sketch.drafts.iter().filter_map(|draft| draft.rows.first()).min();
    let is_of_letter = |at: usize| {
        first.is_some_and(|first| at < *first)
            && sketch.aside.iter().any(|(row, because)| *row == at && because.reason == AsideReason::Letter)
    };
    let cost: f32 = left.iter().filter_map(|at| costs.get(*at)).sum();
    vec![
        ("rows left", left.len() as f32 / span),
        ("events left", (cost / count).min(1.0)),
        ("days left", share(&|at| !view.lines[at].days.is_empty() && !is_of_letter(at))),
        ("rows a record", (span / count).min(12.0) / 12.0),
        ("records a dated row", (count / dated).min(3.0) / 3.0),
    ]
}

/// Rows of a reading's span that it neither makes a record of nor explains as a heading, section, total or the like.
pub fn left_over(sketch: &Sketch) -> Vec<usize> {
    let mut told: BTreeSet<usize> =
        sketch.drafts.iter().flat_map(|draft| draft.rows.iter().copied()).collect();
    told.extend(sketch.aside.iter().filter(|(_, because)| explains(because.reason)).map(|(at, _)| *at));
    sketch.span.clone().filter(|at| !told.contains(at)).collect()
}

fn explains(reason: AsideReason) -> bool {
    match reason {
        AsideReason::Heading
        | AsideReason::Section
        | AsideReason::Total
        | AsideReason::Nil
        | AsideReason::Example
        | AsideReason::Summary
        | AsideReason::Furniture
        | AsideReason::Hidden => true,
        AsideReason::Title
        | AsideReason::Note
        | AsideReason::Letter
        | AsideReason::Unfilled
        | AsideReason::Prose
        | AsideReason::LeftOut
        | AsideReason::NotUnderstood => false,
    }
}

/// What headings and columns say.
fn columns(view: &View<'_>, sketch: &Sketch, seen: &[Seen]) -> Vec<(&'static str, f32)> {
    let headed: Vec<Option<Role>> = sketch
        .columns
        .iter()
        .filter(|column| !column.heading.is_empty())
        .map(|column| view.fact(column.heading.rsplit(" / ").next().unwrap_or_default()).role())
        .collect();
    let known = headed.iter().flatten().count() as f32 / headed.len().max(1) as f32;
    let headings: BTreeSet<usize> = sketch
        .aside
        .iter()
        .filter(|(_, because)| because.reason == AsideReason::Heading)
        .map(|(at, _)| *at)
        .collect();
    let labelled = sketch.drafts.iter().all(|draft| matches!(draft.layout, "card" | "form" | "turned"));
    let stray = sketch
        .span
        .clone()
        .filter(|at| !labelled && !headings.contains(at))
        .filter(|at| {
            view.rows()[*at].own().any(|piece| {
                let fact = view.fact(&piece.text);
                fact.length < 40 && fact.role().is_some()
            })
        })
        .count() as f32;
    let dates =
        seen.iter().zip(&sketch.drafts).filter(|(_, draft)| draft.fields.contains_key(&Role::Date)).count();
    let row_days = row_days(view, seen);
    let same = 1.0 - seen.iter().map(|s| s.at).collect::<BTreeSet<_>>().len() as f32 / seen.len() as f32;
    vec![
        ("headings known", known * (headed.len() as f32 / 3.0).min(1.0)),
        ("title's lead", sketch.lead.clamp(-1.0, 1.0)),
        ("day column", dates as f32 / seen.len() as f32),
        ("stray headings", (stray / (seen.len().min(sketch.span.len().max(1)) as f32)).min(1.0)),
        ("several records a row with one day", same * row_days),
    ]
}

/// Share of records whose row has a cell that is a day beside the title.
fn row_days(view: &View<'_>, seen: &[Seen]) -> f32 {
    let dated = seen.iter().filter(|s| {
        view.rows()[s.at].own().any(|piece| piece.text != s.title.text && view.fact(&piece.text).date_only)
    });
    dated.count() as f32 / seen.len() as f32
}
