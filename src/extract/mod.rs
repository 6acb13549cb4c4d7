//! Document to records: where each activity stands, and what every other row is.
//!
//! Sheets and pages become strips of rows (`flow`). A strip is read as tables (`headings`, `content`, `sheet_rows`,
//! `table` and its `layouts`), else as forms (`forms`), else as running text (`paragraphs`, `prose`, `phrases`).
//! Every row is entered in the `ledger` before anything is understood of it, and leaves it with one fate.

mod cells;
mod content;
mod entries;
mod flow;
mod forms;
mod headings;
mod layouts;
mod ledger;
mod paragraphs;
mod phrases;
mod prose;
mod sheet_rows;
mod surroundings;
mod table;

use crate::model::{Aside, AsideReason, Context, Document, Extract, FoundTable, Place, Record, Role, Spot};
use crate::problem::{Problem, What};
use crate::thai;
use crate::vocab::gazetteer::{self, Name};
use crate::vocab::rows::{self, Meaning};
use crate::vocab::scan;
use flow::{Row, Strip};
use headings::Column;
use ledger::Ledger;
use std::collections::BTreeSet;
use surroundings::Surroundings;

/// What extraction has made so far.
struct Output {
    ledger: Ledger,
    records: Vec<Record>,
    tables: Vec<FoundTable>,
    surroundings: Surroundings,
    said_nil: bool,
}

impl Output {
    /// Rows above a table: its title block, except what its words show to be something else.
    fn titles_of(&mut self, rows: &[Row], nearest: bool) {
        let mut titles = Vec::new();
        let memo = rows.iter().any(|row| rows::is(&row.text(), Meaning::MemoHead));
        for row in rows {
            let text = row.text();
            let reason = if row.hidden {
                AsideReason::Hidden
            } else if rows::is(&text, Meaning::Nil) && text.chars().count() < 90 {
                self.said_nil = true;
                AsideReason::Nil
            } else if rows::is(&text, Meaning::Note) {
                AsideReason::Note
            } else if memo && rows::is(&text, Meaning::Memo) {
                self.surroundings.add_memo(&text);
                AsideReason::Letter
            } else {
                titles.extend(row.own().flat_map(|p| p.text.split('\n')).map(thai::one_line));
                if row.own().count() > 1 {
                    titles.push(text);
                }
                AsideReason::Title
            };
            self.ledger.aside(row.id, reason);
        }
        if nearest {
            self.titles(titles);
        }
    }

    fn titles(&mut self, titles: Vec<String>) {
        self.surroundings.add_titles(titles);
    }

    fn memo(&mut self, line: &str) {
        self.surroundings.add_memo(line);
    }

    fn context(&self, sections: &[String]) -> Context {
        self.surroundings.context(sections)
    }

    fn has_records(&self) -> bool {
        !self.records.is_empty()
    }
}

/// The mark of secrecy that a document carries, with its place. Such a document is not shown in any way.
#[must_use]
pub fn secrecy(file: &str, document: &Document) -> Option<(String, Place)> {
    surroundings::secrecy(&flow::flow(file, document, &mut Ledger::default()))
}

/// Finds the records of a document. `file` is the path relative to the inbox, which may name department and period.
#[must_use]
pub fn extract(file: &str, document: &Document) -> Extract {
    let mut ledger = Ledger::default();
    let strips = flow::flow(file, document, &mut ledger);
    let mut out = Output {
        ledger,
        records: Vec::new(),
        tables: Vec::new(),
        surroundings: Surroundings::of_path(file),
        said_nil: false,
    };
    let mut problems = Vec::new();
    let mut columns: Option<Vec<Column>> = None;
    let mut whole: Option<Context> = None;
    for strip in &strips {
        if let Some(name) = &strip.sheet {
            out.surroundings.enter_sheet(name);
            columns = None;
        }
        problems.extend(hidden(file, strip));
        if strip.hidden {
            table::set_aside(&strip.rows, AsideReason::Hidden, &mut out);
            continue;
        }
        read_strip(strip, &mut columns, &mut out);
        if whole.is_none() && !strip.rows.is_empty() {
            whole = Some(out.context(&[]));
        }
    }
    drop_repeated_summaries(&mut out);
    let restricted = surroundings::secrecy(&strips);
    if let Some((mark, place)) = &restricted {
        problems.push(Problem::warning(place.clone(), What::Restricted { mark: mark.clone() }));
    }
    let nil = out.said_nil && out.records.is_empty();
    let context = whole.unwrap_or_else(|| out.context(&[]));
    finish(out, nil, restricted.map(|(mark, _)| mark), context, problems)
}

fn finish(
    out: Output,
    nil: bool,
    restricted: Option<String>,
    context: Context,
    mut problems: Vec<Problem>,
) -> Extract {
    let Output { ledger, records, tables, .. } = out;
    let (mut aside, audit) = ledger.close(records.len());
    if records.is_empty() && !nil {
        aside.iter_mut().filter(|aside| may_be_activity(aside)).for_each(|aside| {
            aside.reason = AsideReason::NotUnderstood;
        });
    }
    for lost in aside.iter().filter(|aside| aside.reason == AsideReason::NotUnderstood) {
        problems.push(Problem::warning(lost.place.clone(), What::NotUnderstood { text: lost.text.clone() }));
    }
    Extract { records, aside, tables, audit, context, nil, restricted, problems }
}

/// True for a text that names a foreign side where no record was found: it is no title to pass over in silence.
fn may_be_activity(aside: &Aside) -> bool {
    matches!(aside.reason, AsideReason::Title | AsideReason::Prose)
        && scan::names_in(&aside.text).iter().any(|found| match found.means {
            Name::Organisation(_) | Name::City(_) => true,
            Name::Country(at) => gazetteer::country(at).code != "TH",
            Name::Body(_) | Name::Department(_) | Name::Region(_) | Name::Trap(_) => false,
        })
}

/// What is hidden in a strip, said to the user.
fn hidden(file: &str, strip: &Strip) -> Option<Problem> {
    let sheet = strip.sheet.clone()?;
    let place = Place::file(file).at(Spot::Sheet { sheet });
    if strip.rows.is_empty() {
        return None;
    }
    if strip.hidden {
        return Some(Problem::note(place, What::HiddenSheet));
    }
    let count = strip.rows.iter().filter(|row| row.hidden).count() as u32;
    (count > 0).then(|| Problem::note(place, What::HiddenRows { count }))
}

fn read_strip(strip: &Strip, columns: &mut Option<Vec<Column>>, out: &mut Output) {
    if strip.grid
        && let Some(found) = table::read(strip, columns.as_deref(), out)
    {
        *columns = Some(found);
        return;
    }
    if !forms::read(&strip.rows, out) {
        prose::read(&strip.rows, out);
    }
}

/// A summary sheet whose every record stands on another sheet too, with the same title and date, repeats them; it
/// adds none.
fn drop_repeated_summaries(out: &mut Output) {
    let summary =
        |record: &Record| record.place.spot.sheet().is_some_and(|sheet| rows::is(sheet, Meaning::Summary));
    let elsewhere: BTreeSet<(String, String)> =
        out.records.iter().filter(|r| !summary(r)).filter_map(title_and_date).collect();
    let mut repeats = out.records.iter().filter(|r| summary(r)).peekable();
    let repeated = repeats.peek().is_some()
        && repeats.all(|r| title_and_date(r).is_some_and(|key| elsewhere.contains(&key)));
    if !repeated {
        return;
    }
    let of_summaries = |place: &Place| place.spot.sheet().is_some_and(|s| rows::is(s, Meaning::Summary));
    let sheets: Vec<String> = out
        .records
        .iter()
        .filter(|r| summary(r))
        .filter_map(|r| r.place.spot.sheet().map(str::to_owned))
        .collect();
    out.ledger.replace_records(&sheets, AsideReason::Summary);
    out.records.retain(|record| !summary(record));
    for table in out.tables.iter_mut().filter(|table| of_summaries(&table.place)) {
        table.records = 0;
    }
}

/// What tells a record from others of its kind; `None` without a title, since then nothing does.
fn title_and_date(record: &Record) -> Option<(String, String)> {
    let first =
        |role: Role| record.fields.get(&role).and_then(|texts| texts.first()).map(|w| thai::fold(&w.text));
    let title = first(Role::Activity).filter(|title| !title.is_empty())?;
    Some((title, first(Role::Date).unwrap_or_default()))
}
