//! What extraction has made so far: records with their surroundings, and the fate of every row.

use super::beside::Beside;
use super::body::{Body, Part};
use super::facts::Facts;
use super::fields;
use super::flow::Row;
use super::journey::{self, Journey};
use super::judge::{self, Because};
use super::ledger::Ledger;
use super::paragraphs::paragraphs;
use super::sketch::{Draft, Sketch};
use super::surroundings::Surroundings;
use crate::model::{AsideReason, Context, FoundTable, Place, Record, Role, Spot, Unheld, Written};
use crate::thai::{self, numbering};
use crate::vocab::Vocab;
use crate::vocab::rows::Meaning;
use std::collections::{BTreeMap, BTreeSet};

/// A time of day alone is shorter, in characters.
const HOUR: usize = 14;
/// Rows of a part that says there was nothing, which are looked at for its department and month.
const QUIET: usize = 30;
/// A heading that names a foreign side is no longer, in characters.
const SIDE: usize = 80;

/// What extraction has made so far.
pub struct Gathered {
    pub ledger: Ledger,
    pub records: Vec<Record>,
    pub tables: Vec<FoundTable>,
    /// True if a row says that there was nothing to report.
    pub nil: bool,
    /// What stands around the parts that say so and hold no record.
    pub quiet: Vec<Context>,
    surroundings: Surroundings,
    /// For each row of the body that is taken the day that heads it.
    days: BTreeMap<usize, usize>,
    /// What stands around the records of the document's first part.
    first: Option<Context>,
    /// The sections of the body that is taken are a foreign side each.
    sides: bool,
    /// The journey abroad that the document's subject names: what is told below is a part of it.
    journey: Option<String>,
}

impl Gathered {
    /// Nothing yet, from a file of this path.
    pub fn new(file: &str, ledger: Ledger) -> Self {
        Self {
            ledger,
            records: Vec::new(),
            tables: Vec::new(),
            nil: false,
            quiet: Vec::new(),
            surroundings: Surroundings::of_path(file),
            days: BTreeMap::new(),
            first: None,
            sides: false,
            journey: None,
        }
    }

    /// Leaves out what is beyond so many records, and gives the place of the first that is.
    pub fn bound(&mut self, most: usize) -> Option<Place> {
        let first = self.records.get(most)?.place.clone();
        self.records.truncate(most);
        self.ledger.leave_out(&first, self.records.last().map(|record| &record.place));
        Some(first)
    }

    pub fn has_records(&self) -> bool {
        !self.records.is_empty()
    }

    /// The surroundings that the file's own line in the run's record is told from.
    pub fn context(&self, vocab: Vocab) -> Context {
        self.first.clone().unwrap_or_else(|| self.surroundings.context(vocab, &[]))
    }

    /// Takes what was read of a body: sketches in the order of their rows, none over another.
    pub fn take(
        &mut self,
        body: &Body,
        sketches: Vec<Sketch>,
        beside: &mut Option<Beside<'_>>,
        facts: &Facts,
    ) {
        let (records, nil) = (self.records.len(), std::mem::take(&mut self.nil));
        if let Some(name) = &body.sheet {
            self.surroundings.enter_sheet(name);
        }
        let above = beside.as_ref().map(|beside| beside.title_block(facts)).unwrap_or_default();
        if !above.is_empty() {
            self.surroundings.add_titles(above);
        }
        for (id, reason) in &body.unread {
            self.ledger.aside(*id, Because::new("not shown as text", *reason));
        }
        self.days = day_headings(body, &sketches, facts);
        self.sides = are_sides(&sketches, facts);
        let mut journey = journey::of(body, &sketches, facts);
        let mut at = 0;
        let mut sketches = sketches.into_iter().peekable();
        while at < body.rows.len() {
            let next = sketches.peek().map_or(body.rows.len(), |sketch| sketch.span.start);
            if at < next {
                self.left_over(facts.vocab, body, at..next);
                if let Some(journey) = journey.take_if(|one| (at..next).contains(&one.rows[0])) {
                    self.set_out(body, journey, facts.vocab);
                }
                at = next;
            } else if let Some(sketch) = sketches.next() {
                at = at.max(sketch.span.end);
                self.keep(body, sketch, beside, facts);
            }
            let part_ends = body.parts.first().is_some_and(|part: &Part| at >= part.range.end);
            if self.first.is_none() && part_ends {
                self.first = Some(self.surroundings.context(facts.vocab, &[]));
            }
        }
        if self.nil && self.records.len() == records {
            // Whatever stands in it says whose it is, and of which month.
            self.surroundings.add_titles(body.rows.iter().take(QUIET).map(Row::text).collect());
            self.quiet.push(self.surroundings.context(facts.vocab, &[]));
        }
        self.nil |= nil;
    }

    /// Rows that no reading speaks for: titles, except what their words show to be something else.
    fn left_over(&mut self, vocab: Vocab, body: &Body, range: std::ops::Range<usize>) {
        let rows = &body.rows[range];
        let (judged, head) = judge::left_over(vocab, rows, self.has_records());
        // What runs over several lines is one title.
        let lines = rows.iter().all(|row| row.bounds.is_some());
        let mut titles = Vec::new();
        if lines {
            for paragraph in paragraphs(vocab, rows) {
                match judged[paragraph.rows[0]].reason {
                    AsideReason::Title => titles.push(paragraph.text),
                    AsideReason::Letter if paragraph.rows[0] < head => {
                        self.surroundings.add_memo(&paragraph.text);
                    }
                    _ => {}
                }
            }
        }
        for (at, (row, because)) in rows.iter().zip(judged).enumerate() {
            let text = row.text();
            let reason = because.reason;
            self.nil |= reason == AsideReason::Nil;
            if reason == AsideReason::Nil {
                // It may name the department that has nothing to report.
                titles.push(text);
            } else if !lines && reason == AsideReason::Title {
                titles.extend(row.own().flat_map(|p| p.text.split('\n')).map(thai::one_line));
                if row.own().count() > 1 {
                    titles.push(text);
                }
            } else if !lines && reason == AsideReason::Letter && at < head {
                self.surroundings.add_memo(&text);
            }
            self.ledger.aside(row.id, because);
        }
        if !titles.is_empty() {
            self.surroundings.add_titles(titles);
        }
    }

    /// Keeps what a reading made of its rows.
    fn keep(&mut self, body: &Body, sketch: Sketch, beside: &mut Option<Beside<'_>>, facts: &Facts) {
        self.nil |= sketch.nil;
        sketch.memo.iter().for_each(|line| self.surroundings.add_memo(line));
        for (at, because) in &sketch.aside {
            self.ledger.aside(body.rows[*at].id, *because);
        }
        if let Some(row) = body.rows.get(sketch.span.start) {
            self.tables.push(FoundTable {
                place: row.place.clone(),
                layout: sketch.drafts.first().map_or(sketch.reading, |draft| draft.layout).to_owned(),
                columns: sketch.columns,
                records: sketch.drafts.len() as u32,
            });
        }
        let mut titles = sketch.titles.into_iter().peekable();
        for draft in sketch.drafts {
            let begins = draft.rows.first().copied().unwrap_or(0);
            while let Some((_, block)) = titles.next_if(|(at, _)| *at <= begins) {
                self.surroundings.add_titles(block);
            }
            self.record(body, draft, beside, facts);
        }
        titles.for_each(|(_, block)| self.surroundings.add_titles(block));
        let rows = &body.rows[sketch.span];
        for (row, mut because) in rows.iter().zip(judge::left_over(facts.vocab, rows, true).0) {
            if because.reason == AsideReason::Title {
                because = Because::new("left by a reading", AsideReason::Prose);
            }
            self.nil |= because.reason == AsideReason::Nil && self.ledger.is_open(row.id);
            self.ledger.aside(row.id, because);
        }
    }

    /// Keeps the journey that the subject of a report names: as a record of its own unless one below tells it.
    fn set_out(&mut self, body: &Body, journey: Journey, vocab: Vocab) {
        let Journey { rows, subject, record } = journey;
        self.journey = Some(subject);
        let Some(fields) = record else { return };
        for at in &rows {
            self.ledger.record(body.rows[*at].id);
        }
        self.records.push(Record {
            place: body.rows[rows[0]].place.clone(),
            layout: journey::LAYOUT.to_owned(),
            fields,
            context: self.surroundings.context(vocab, &[]),
            doubtful: false,
            marks: Vec::new(),
        });
    }

    /// The journey abroad that what a record's own rows tell of one day is a leg of.
    fn leg_of(&self, body: &Body, draft: &Draft, facts: &Facts) -> Option<String> {
        let dated = |at: &usize| !facts.of(&body.rows[*at].text()).days.is_empty();
        let leg = draft.layout == journey::LAYOUT && draft.rows.iter().any(dated);
        self.journey.clone().filter(|_| leg)
    }

    fn record(&mut self, body: &Body, mut draft: Draft, beside: &mut Option<Beside<'_>>, facts: &Facts) {
        if let Some((role, side)) = side_above(body, &draft, facts, self.sides) {
            draft.fields.insert(role, vec![side]);
        }
        if let Some(day) = self.day_above(body, &draft, facts) {
            draft.fields.insert(Role::Date, vec![day]);
        }
        for at in &draft.rows {
            self.ledger.record(body.rows[*at].id);
        }
        let mut context = self.surroundings.context(facts.vocab, &draft.sections);
        context.sections.splice(0..0, self.leg_of(body, &draft, facts));
        let rows = draft.rows.iter().filter_map(|at| body.rows[*at].place.spot.row()).collect();
        let marks = beside.as_mut().map(|beside| beside.marks(&rows, &draft.fields)).unwrap_or_default();
        let Draft { place, layout, fields, doubtful, .. } = draft;
        self.records.push(Record { place, layout: layout.to_owned(), fields, context, doubtful, marks });
    }

    /// The day that heads the rows of a record which tells none itself.
    fn day_above(&self, body: &Body, draft: &Draft, facts: &Facts) -> Option<Written> {
        let begins = draft.rows.first().filter(|_| !draft.fields.contains_key(&Role::Date))?;
        let heading = self.days.get(begins)?;
        let told = !facts.of(draft.title()).days.is_empty();
        let row = &body.rows[*heading];
        (!told).then(|| fields::written(row, row.text(), ""))
    }

    /// Gives what the net holds of a body its surroundings: those of the nearest record above it, else of the next
    /// one, unless another section's heading stands between. The body's first record is number `before`.
    pub fn surround(&self, vocab: Vocab, unheld: &mut [Unheld], before: usize) {
        let Some(sheet) = unheld.first().map(|one| one.record.place.spot.sheet().map(str::to_owned)) else {
            return;
        };
        let mut records: Vec<((u32, u32), usize)> =
            (before..self.records.len()).map(|n| (order(&self.records[n].place), n)).collect();
        records.sort_unstable();
        let mut sections: Vec<(u32, u32)> = self.ledger.sections(sheet.as_deref()).map(order).collect();
        sections.sort_unstable();
        let sections_to = |at: (u32, u32)| sections.partition_point(|section| *section < at);
        for one in unheld {
            let at = order(&one.record.place);
            let next = records.partition_point(|(place, _)| *place <= at);
            let near = records.get(next.saturating_sub(1));
            let same = near.filter(|(place, _)| sections_to(*place) == sections_to(at));
            one.record.context = same.map_or_else(
                || self.surroundings.context(vocab, &[]),
                |(_, n)| self.records[*n].context.clone(),
            );
        }
    }

    /// A summary sheet whose every record stands on another sheet too, with the same title and date, repeats them; it
    /// adds none.
    pub fn drop_repeated_summaries(&mut self, vocab: Vocab) {
        let summary = |record: &Record| {
            record.place.spot.sheet().is_some_and(|sheet| vocab.rows.is(sheet, Meaning::Summary))
        };
        let elsewhere: BTreeSet<(String, String)> =
            self.records.iter().filter(|r| !summary(r)).filter_map(title_and_date).collect();
        let mut repeats = self.records.iter().filter(|r| summary(r)).peekable();
        let repeated = repeats.peek().is_some()
            && repeats.all(|r| title_and_date(r).is_some_and(|key| elsewhere.contains(&key)));
        if !repeated {
            return;
        }
        let of_summaries =
            |place: &Place| place.spot.sheet().is_some_and(|s| vocab.rows.is(s, Meaning::Summary));
        let sheets: Vec<String> = self
            .records
            .iter()
            .filter(|r| summary(r))
            .filter_map(|r| r.place.spot.sheet().map(str::to_owned))
            .collect();
        self.ledger.replace_records(&sheets, Because::new("said on other sheets", AsideReason::Summary));
        self.records.retain(|record| !summary(record));
        for table in self.tables.iter_mut().filter(|table| of_summaries(&table.place)) {
            table.records = 0;
        }
    }
}

/// Rows of records right below rows that are nothing but a day, each with the last such row. Where there are several
/// of these, the first heads what stands below it too and is no line of a title.
fn day_headings(body: &Body, sketches: &[Sketch], facts: &Facts) -> BTreeMap<usize, usize> {
    let used: BTreeSet<usize> =
        sketches.iter().flat_map(|sketch| &sketch.drafts).flat_map(|draft| &draft.rows).copied().collect();
    let asides = sketches.iter().flat_map(|sketch| &sketch.aside);
    let headings: BTreeSet<usize> =
        asides.filter(|(_, because)| because.reason == AsideReason::Heading).map(|(at, _)| *at).collect();
    let mut headed = BTreeMap::new();
    let (mut days, mut last) = (0, None);
    for (at, row) in body.rows.iter().enumerate() {
        if used.contains(&at) {
            headed.extend(last.map(|day| (at, day)));
            continue;
        }
        let fact = facts.of(&row.text());
        // The heading of the day's own table, and hours in which there was nothing.
        if headings.contains(&at) || fact.timed && row.own().count() == 1 && fact.length < HOUR {
            continue;
        }
        let heads = row.own().count() == 1 && fact.date_only && !fact.days.is_empty();
        days += usize::from(heads);
        last = heads.then_some(at);
    }
    if days > 1 { headed } else { BTreeMap::new() }
}

/// The foreign side that stands over a record which names none itself (a delegation without a name is none): in a
/// section's heading, or as the sheet's name. Of one that only says what office the guest holds (`เอกอัครราชทูต`), it is
/// the country. Where the sections are a side each, one with a name in Latin letters is one too.
fn side_above(body: &Body, draft: &Draft, facts: &Facts, sides: bool) -> Option<(Role, Written)> {
    const SIDES: [Role; 4] = [Role::Counterpart, Role::Delegate, Role::Country, Role::Supported];
    let names = |text: &str| !facts.of(text).names().is_empty();
    let told: Vec<&str> = SIDES
        .iter()
        .filter_map(|role| draft.fields.get(role))
        .flatten()
        .map(|side| side.text.as_str())
        .collect();
    let office = !told.is_empty() && told.iter().all(|side| facts.of(side).foreign() && !names(side));
    if !office && !told.is_empty() || names(draft.title()) {
        return None;
    }
    let tells = |text: &String| {
        let foreign = || facts.of(text).foreign() || sides && is_latin_name(text);
        text.chars().count() <= SIDE && if office { names(text) } else { foreign() }
    };
    let side = draft.sections.iter().rev().chain(&body.sheet).find(|text| tells(text))?;
    let (heading, value, flaw) = (String::new(), None, None);
    let role = if office { Role::Country } else { Role::Counterpart };
    Some((role, Written { text: side.clone(), value, place: draft.place.clone(), heading, flaw }))
}

/// So many sections of a list by sides name a side that the tables know.
const SECTIONS: usize = 3;
/// And this share of them.
const KNOWN: f32 = 0.6;

/// True if records stand under sections that are a foreign side each: most of them name one that is known.
fn are_sides(sketches: &[Sketch], facts: &Facts) -> bool {
    let drafts = sketches.iter().flat_map(|sketch| &sketch.drafts);
    let sections: BTreeSet<&String> = drafts.filter_map(|draft| draft.sections.last()).collect();
    let known = sections.iter().filter(|text| facts.of(text).foreign()).count();
    known >= SECTIONS && known as f32 >= sections.len() as f32 * KNOWN
}

/// True for a heading that is a name in Latin letters, with its number.
fn is_latin_name(text: &str) -> bool {
    let name = numbering::opening(text).map_or(text, |(_, rest)| rest);
    name.starts_with(|c: char| c.is_uppercase()) && !name.chars().any(thai::is_thai)
}

/// Where a place stands among the rows of its body.
fn order(place: &Place) -> (u32, u32) {
    match place.spot {
        Spot::Row { row, .. } | Spot::Cell { row, .. } => (row, 0),
        Spot::Line { page, line } => (page, line),
        Spot::Page { page } => (page, 0),
        Spot::File | Spot::Sheet { .. } => (0, 0),
    }
}

/// What tells a record from others of its kind; `None` without a title, since then nothing does.
fn title_and_date(record: &Record) -> Option<(String, String)> {
    let first =
        |role: Role| record.fields.get(&role).and_then(|texts| texts.first()).map(|w| thai::fold(&w.text));
    let title = first(Role::Activity).filter(|title| !title.is_empty())?;
    Some((title, first(Role::Date).unwrap_or_default()))
}
