//! What stands on the one page of a slip, row by row, and how many of the things that are asked fit on it.

use super::due::Due;
use super::points::Point;
use crate::labels::slips::{self, Words, words};
use crate::labels::{Lang, calendar, names, pick, shown, spot};
use crate::model::{FileStatus, Group, Processed, Status};
use crate::thai;
use crate::write::Consolidated;
use crate::write::summary::cut;
use crate::write::typeset::Protected;
use crate::write::workbook::style;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Widths of the columns in characters: number, file, place, what stands there, what is asked.
pub const WIDTHS: [f64; 5] = [4.0, 16.0, 14.0, 19.0, 33.0];
/// Points that the rows may be high together: an A4 page within its margins, at the scale that its width has.
const HEIGHT: f64 = 960.0;
/// Size of the letters in the table, in points.
pub const TABLE_SIZE: f64 = 13.0;
/// Size of the letters elsewhere, in points.
pub const SIZE: f64 = 14.0;
/// Height of a line for each point of the size of its letters, with their high marks.
const LINE: f64 = 1.56;
/// How much of a line over all columns is filled.
const WIDE: f64 = 1.0;
/// How much of a line in a narrow column is filled.
const FILLED: f64 = 0.94;
/// Lines that are printed in any case: the page is then set a little smaller.
const FEWEST: usize = 3;
/// Letters of the names of files of one status.
const NAMES: usize = 170;
/// Letters of what stands in a cell.
const STANDS: usize = 72;
/// Letters of what is asked.
const REQUEST: usize = 180;
/// Letters that stand in a line without a place to break it.
const UNBROKEN: usize = 16;

/// The page of a slip.
#[derive(Debug, Serialize)]
pub struct Page {
    /// The department.
    pub name: String,
    /// To whom.
    pub to: String,
    /// Why.
    pub opening: String,
    /// What came in, a line a status.
    pub received: Vec<String>,
    /// What was understood and counted.
    pub counted: Vec<String>,
    /// The months that are not known in full.
    pub lacking: Vec<String>,
    /// Heading of what is asked; empty where nothing is asked of the files.
    pub asked: String,
    /// What is asked, as far as it fits.
    pub lines: Vec<Line>,
    /// That there is more; empty where there is not.
    pub more: String,
    /// How to reply, with thanks.
    pub reply: String,
    /// The office, who asks for it, and how they are reached; empty where the settings do not say.
    pub office: [String; 3],
    /// True if some files are not named.
    #[serde(skip)]
    pub files_cut: bool,
}

/// A line of what is asked.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Running number.
    pub number: usize,
    /// Name of the file.
    pub file: String,
    /// Spot in the file.
    pub place: String,
    /// What stands there.
    pub stands: String,
    /// What was found, and what is asked.
    pub request: String,
}

impl Page {
    /// The page of a department.
    pub fn of(result: &Consolidated, due: &Due) -> Self {
        let lang = result.lang;
        let words = words(lang);
        let name = names::department(result.vocab, lang, due.code);
        let letterhead = &result.settings.letterhead;
        let files = file_names(result, &due.files);
        let (received, files_cut) = received(lang, due, &files);
        let lacking = due.lacking.iter().map(|(lack, months)| slips::lacking(lang, *lack, months)).collect();
        let asked = if due.points.is_empty() { String::new() } else { slips::asked(lang, due.points.len()) };
        let reply = if due.points.is_empty() { words.reply_missing } else { words.reply };
        let mut page = Self {
            to: slips::to(lang, &name, contact(result, due.code)),
            office: [&letterhead.office, &letterhead.signatory, &letterhead.contact].map(String::clone),
            opening: slips::opening(lang, &name),
            name,
            received,
            counted: counted(lang, due),
            lacking,
            asked,
            lines: Vec::new(),
            more: String::new(),
            reply: format!("{reply} {}", words.thanks),
            files_cut,
        };
        let all: Vec<Line> =
            due.points.iter().enumerate().map(|(at, point)| line(result, &files, at, point)).collect();
        let fits = page.fitting(words, lang, &all);
        if fits < all.len() {
            page.more = slips::more(lang, all.len() - fits);
        }
        page.lines = all.into_iter().take(fits).collect();
        page
    }

    /// How many of the lines fit below the rest of the page.
    fn fitting(&self, words: &'static Words, lang: Lang, lines: &[Line]) -> usize {
        let high = |page: &Self| page.rows(words, lang).iter().map(Row::height).sum::<f64>();
        let heights: Vec<f64> = lines.iter().map(|line| Row::Line(line.clone()).height()).collect();
        let rest = high(self);
        if rest + heights.iter().sum::<f64>() <= HEIGHT {
            return lines.len();
        }
        let mut room = HEIGHT - rest - Row::Note(slips::more(lang, lines.len())).height();
        let fits = heights.iter().take_while(|height| {
            room -= **height;
            room >= 0.0
        });
        fits.count().max(FEWEST).min(lines.len())
    }

    /// The rows of the sheet, from top to bottom.
    pub fn rows(&self, words: &'static Words, lang: Lang) -> Vec<Row> {
        let mut rows = vec![
            Row::Lead(words.subject_label, words.subject.to_owned()),
            Row::Lead(words.to_label, self.to.clone()),
            Row::Text(indented(lang, &self.opening)),
        ];
        let mut section = 0;
        let mut heading = |text: &str| {
            section += 1;
            Row::Heading(format!("{section}. {text}"))
        };
        let texts = [
            (words.received, &self.received),
            (words.counted, &self.counted),
            (words.lacking, &self.lacking),
        ];
        for (name, texts) in texts {
            if !texts.is_empty() {
                rows.push(heading(name));
                rows.extend(texts.iter().map(|text| Row::Bullet(format!("• {text}"))));
            }
        }
        if !self.asked.is_empty() {
            rows.push(heading(&self.asked));
            rows.push(Row::Columns([words.number, words.file, words.place, words.stands, words.request]));
            rows.extend(self.lines.iter().cloned().map(Row::Line));
            rows.extend(Some(&self.more).filter(|more| !more.is_empty()).cloned().map(Row::Note));
        }
        rows.push(Row::Gap);
        rows.push(Row::Text(indented(lang, &self.reply)));
        rows.push(Row::Gap);
        let labels = [words.office, words.contact, words.reached];
        rows.extend(labels.into_iter().zip(&self.office).map(|(label, said)| Row::Sign(label, said.clone())));
        rows
    }
}

/// The focal point of a department, by name, where the settings have it.
fn contact<'a>(result: &'a Consolidated, code: &str) -> Option<&'a str> {
    let expected = result.settings.expected.iter().find(|one| one.department == code)?;
    Some(expected.contact.as_str()).filter(|contact| !contact.is_empty())
}

/// A row of the first sheet.
pub enum Row {
    /// A label, and what it says.
    Lead(&'static str, String),
    /// A paragraph.
    Text(String),
    /// Heading of a section.
    Heading(String),
    /// A line of a section.
    Bullet(String),
    /// Headings of the table.
    Columns([&'static str; 5]),
    /// A row of the table.
    Line(Line),
    /// A note below the table.
    Note(String),
    /// A label with what the office set, or a line to fill in.
    Sign(&'static str, String),
    /// A little room.
    Gap,
}

impl Row {
    /// Its height in points.
    pub fn height(&self) -> f64 {
        let all: f64 = WIDTHS.iter().sum();
        let high = |lines: usize, size: f64| lines.max(1) as f64 * size * LINE + 4.0;
        // A column is so many characters wide at the usual size.
        let cells = |cells: [&str; 5]| {
            let of_cell = |(text, width): (&str, f64)| style::lines(text, FILLED * width * SIZE / TABLE_SIZE);
            high(cells.into_iter().zip(WIDTHS).map(of_cell).max().unwrap_or(1), TABLE_SIZE)
        };
        match self {
            Self::Lead(_, text) => high(style::lines(text, WIDE * (all - WIDTHS[0])), SIZE),
            Self::Text(text) | Self::Bullet(text) | Self::Note(text) => {
                high(style::lines(text, WIDE * all), SIZE)
            }
            Self::Heading(_) => 27.0,
            Self::Columns(names) => cells(*names),
            Self::Line(line) => cells(["", line.file.as_str(), &line.place, &line.stands, &line.request]),
            Self::Sign(..) => 26.0,
            Self::Gap => 8.0,
        }
    }
}

/// A paragraph as letters in Thai begin it.
fn indented(lang: Lang, text: &str) -> String {
    format!("{}{text}", pick(lang, "          ", ""))
}

/// What came in, a line a status, and whether some files are not named.
fn received(lang: Lang, due: &Due, files: &BTreeMap<&str, String>) -> (Vec<String>, bool) {
    let mut all_named = true;
    let mut by_status: BTreeMap<FileStatus, Vec<String>> = BTreeMap::new();
    for file in &due.files {
        by_status.entry(file.reported.status).or_default().push(files[file.report.file.as_str()].clone());
    }
    let line = |(status, names): (FileStatus, Vec<String>)| {
        let mut letters = 0;
        let fits = names.iter().take_while(|name| {
            letters += name.chars().count() + 3;
            letters <= NAMES
        });
        let fits = fits.count().max(1);
        all_named &= fits == names.len();
        slips::files(lang, status, &names[..fits], names.len() - fits)
    };
    let lines = by_status.into_iter().map(line).collect();
    (lines, !all_named)
}

/// The names of a department's files as it knows them: without the folders of the inbox, where that leaves them apart.
pub fn file_names<'a>(result: &Consolidated, files: &[&'a Processed]) -> BTreeMap<&'a str, String> {
    let own = |file: &str| {
        let outer = result.outer(file);
        let folders = outer.rfind('/').map_or(0, |slash| slash + 1);
        file.get(folders..).unwrap_or(file).to_owned()
    };
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        *often.entry(own(&file.report.file)).or_default() += 1;
    }
    let name = |file: &&'a Processed| {
        let path = file.report.file.as_str();
        let own = own(path);
        let alone = often.get(&own) == Some(&1);
        (path, shown(if alone { &own } else { path }))
    };
    files.iter().map(name).collect()
}

/// What was understood and counted; nothing where no row was read.
fn counted(lang: Lang, due: &Due) -> Vec<String> {
    let figures = &due.figures;
    let mut counted = Vec::new();
    if figures.rows > 0 {
        counted.push(slips::rows(lang, figures.rows, figures.international));
    }
    if figures.entries > 0 {
        let groups: Vec<(Group, usize)> = Group::ALL.iter().copied().zip(figures.held).collect();
        let others: Vec<(Status, usize)> =
            figures.others.iter().map(|(status, count)| (*status, *count)).collect();
        counted.push(slips::engagements(lang, figures.entries, &groups, &others));
    }
    counted
}

fn line(result: &Consolidated, files: &BTreeMap<&str, String>, at: usize, point: &Point) -> Line {
    let cut = |text: &str, letters| cut(result.vocab, text, letters);
    let file = files.get(point.place.file.as_str()).cloned().unwrap_or_else(|| shown(&point.place.file));
    Line {
        number: at + 1,
        file,
        place: spot(result.lang, &point.place),
        stands: cut(if point.stands.is_empty() { &point.title } else { &point.stands }, STANDS),
        request: cut(&point.request, REQUEST),
    }
}

#[derive(Serialize)]
struct Content<'a> {
    lang: &'static str,
    words: &'static Words,
    as_of: String,
    /// True if what is too long for its page is set smaller.
    fitted: bool,
    pages: &'a [Page],
}

/// All pages as data for the template.
pub fn content(result: &Consolidated, pages: &[Page], fitted: bool) -> Result<Value, serde_json::Error> {
    let words = words(result.lang);
    let as_of = format!("{} {}", words.as_of, calendar::day(result.lang, result.as_of));
    let content = Content { lang: pick(result.lang, "th", "en"), words, as_of, fitted, pages };
    let mut content = Protected::of(result.vocab).all(serde_json::to_value(content)?);
    if let Some(Value::Array(pages)) = content.get_mut("pages") {
        pages.iter_mut().for_each(breakable);
    }
    Ok(content)
}

/// Long words of other scripts, as names of files are, with places where a line may break.
fn breakable(value: &mut Value) {
    match value {
        Value::String(text) => *text = with_breaks(text),
        Value::Array(items) => items.iter_mut().for_each(breakable),
        Value::Object(fields) => fields.iter_mut().for_each(|(_, field)| breakable(field)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn with_breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars() {
        run = if c.is_whitespace() || thai::is_thai(c) || c == '\u{2060}' { 0 } else { run + 1 };
        out.push(c);
        if run >= UNBROKEN || run > 4 && matches!(c, '_' | '/' | '-') {
            out.push('\u{200b}');
            run = 0;
        }
    }
    out
}
