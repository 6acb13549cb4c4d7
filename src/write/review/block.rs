//! A question as a block of rows: what is asked and what to fill in, and the rows of reports that it is about.

use super::questions::{DECISION, KEY, REMARK, VALUE};
use super::sheet::place;
use crate::labels::review::Words;
use crate::labels::workbook::Words as OfWorkbook;
use crate::labels::{calendar, codes, names};
use crate::model::{Asked, ColumnOf, Place, Processed, Question, Side, Source, Understood, Unusable};
use crate::write::Consolidated;
use crate::write::workbook::listing::writable;
use crate::write::workbook::style::{self, Style};
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};
use std::collections::{BTreeMap, BTreeSet};

/// Column of the first field of a row of a report, and of the value in doubt.
const FIELDS: u16 = 2;
const CURRENT: u16 = 7;
const WIDTHS: [f64; 15] =
    [6.0, 24.0, 46.0, 17.0, 18.0, 26.0, 24.0, 24.0, 38.0, 15.0, 20.0, 22.0, 20.0, 18.0, 14.0];

/// What was understood of rows, by where they stand and their titles.
pub type Behind<'a> = BTreeMap<(&'a Place, &'a str), &'a Understood>;

/// The rows of the files that the questions name.
pub fn behind(result: &Consolidated) -> Behind<'_> {
    let sides =
        result.questions.iter().flat_map(|question| [Some(&question.first), question.second.as_ref()]);
    let sources = sides.flatten().flat_map(|side| &side.sources);
    let named: BTreeSet<&str> = sources.map(|source| source.place.file.as_str()).collect();
    let files = result.files.iter().filter(|Processed { report, .. }| named.contains(report.file.as_str()));
    let rows = files.flat_map(|Processed { reported, .. }| &reported.understood);
    rows.map(|row| ((&row.engagement.place, row.engagement.title.value.as_str()), row)).collect()
}

/// Headings and widths of the columns, but for the hidden one.
pub fn columns(words: &Words, of_workbook: &OfWorkbook) -> Vec<(&'static str, f64)> {
    let names = [
        of_workbook.number,
        words.question,
        words.first,
        words.days,
        of_workbook.kind,
        words.counterpart,
        words.where_reported,
        words.current,
        words.why,
        words.effect,
        words.proposed,
        words.decision,
        words.value,
        words.remark,
        words.id,
    ];
    names.into_iter().zip(WIDTHS).collect()
}

/// A row of a report, in words.
#[derive(Default)]
pub struct Line {
    /// What stands in the column of the question.
    pub label: &'static str,
    /// Its title.
    pub title: String,
    days: String,
    kind: String,
    counterpart: String,
    /// Who reported it.
    pub department: String,
    /// Where it stands.
    pub place: Option<Place>,
    /// The column of a table that it is about, with what that is taken for.
    pub column: Option<(u32, &'static str)>,
    /// Which of title, days, kind and counterpart differ from those of the row that it is compared with.
    differs: [bool; 4],
}

impl Line {
    /// A row that says nothing but this.
    pub fn titled(title: String) -> Self {
        Self { title, ..Self::default() }
    }

    /// A column of a table: its heading, what stands in it, and what it is taken for.
    pub fn of_column(
        label: &'static str,
        column: u32,
        heading: String,
        samples: String,
        role: &'static str,
    ) -> Self {
        Self { label, title: heading, counterpart: samples, column: Some((column, role)), ..Self::default() }
    }

    /// The row behind a source: what was understood of it alone.
    pub fn of(result: &Consolidated, behind: &Behind, side: &Side, source: &Source) -> Self {
        let (vocab, lang) = (result.vocab, result.lang);
        let e = behind
            .get(&(&source.place, source.title.as_str()))
            .map(|Understood { engagement, .. }| engagement);
        let period = e.map(|e| e.period.value).or(side.period);
        let countries = e.into_iter().flat_map(|e| &e.countries.value);
        let mut foreign: Vec<String> = countries.map(|code| names::country(vocab, lang, code)).collect();
        foreign.extend(e.into_iter().flat_map(|e| e.organisations.value.iter().cloned()));
        foreign.extend(e.map(|e| e.counterpart.value.clone()).filter(|text| !text.is_empty()));
        foreign.dedup();
        Self {
            title: source.title.clone(),
            days: period.map_or_else(String::new, |days| calendar::days(lang, days.start, days.end)),
            kind: e.map_or("", |e| codes::kind(lang, e.kind.value)).to_owned(),
            counterpart: foreign.join(", "),
            department: names::department(vocab, lang, &source.department),
            place: Some(source.place.clone()),
            ..Self::default()
        }
    }

    fn fields(&self) -> [&str; 4] {
        [&self.title, &self.days, &self.kind, &self.counterpart]
    }

    /// Marks what differs between the first row and the one at this number.
    pub fn mark(lines: &mut [Self], other: usize) {
        let Some((before, after)) = lines.split_at_mut_checked(other) else { return };
        if let (Some(one), Some(two)) = (before.first_mut(), after.first_mut()) {
            let (a, b) = (one.fields(), two.fields());
            let differs = std::array::from_fn(|at| a[at] != b[at]);
            (one.differs, two.differs) = (differs, differs);
        }
    }
}

/// A question in words, with its rows.
pub struct Block<'a> {
    /// The question.
    pub question: &'a Question,
    /// What is asked.
    pub asked: &'static str,
    /// The field with the value that is used now.
    pub current: String,
    /// Why.
    pub why: String,
    /// What it can change in the headline counts.
    pub effect: String,
    /// The answer that the evidence leans to.
    pub proposed: &'static str,
    /// What was typed before and cannot be used.
    pub typed: Option<&'a Unusable>,
    /// What the program reads back.
    pub key: String,
    /// The rows.
    pub lines: Vec<Line>,
    /// The run, for places in words and links to files.
    pub result: &'a Consolidated,
}

impl Block<'_> {
    /// Writes the block from this row on, as the question of this number.
    pub fn write(&self, sheet: &mut Worksheet, top: u32, at: usize, style: &Style) -> Result<(), XlsxError> {
        for (line, row) in self.lines.iter().zip(top..) {
            let whole =
                if line.department.is_empty() { String::new() } else { format!("{}\n", line.department) };
            let at_place = line.place.as_ref().map_or_else(String::new, |at| place(self.result.lang, at));
            let reported = format!("{whole}{at_place}");
            let texts = [
                (line.title.as_str(), WIDTHS[2]),
                (&line.counterpart, WIDTHS[5]),
                (&reported, WIDTHS[6]),
                (if row == top { &self.why } else { "" }, WIDTHS[8]),
                (if row == top { self.asked } else { "" }, WIDTHS[1]),
                (if row == top { &self.current } else { "" }, WIDTHS[7]),
            ];
            sheet.set_row_height(row, style::row_height(texts.into_iter()))?;
            for (field, column) in line.fields().into_iter().zip(FIELDS..) {
                let differs = line.differs[usize::from(column - FIELDS)];
                let format = if differs { style.body.clone().set_bold() } else { style.body.clone() };
                text(sheet, (row, column), field, &format)?;
            }
            self.link(sheet, (row, FIELDS + 4), line, &reported, style)?;
            if row > top {
                text(sheet, (row, 0), "", &style.body)?;
                text(sheet, (row, 1), line.label, &style.body)?;
                for column in CURRENT..WIDTHS.len() as u16 {
                    sheet.write_blank(row, column, &style::unused(&style.body))?;
                }
                self.column(sheet, row, line, style)?;
            }
        }
        self.head(sheet, top, at, style)
    }

    /// What a column of a table is taken for, and the cell to say what it is.
    fn column(&self, sheet: &mut Worksheet, row: u32, line: &Line, style: &Style) -> Result<(), XlsxError> {
        let Some((column, role)) = line.column else { return Ok(()) };
        text(sheet, (row, CURRENT), role, &style.body)?;
        text(sheet, (row, VALUE), "", &style::flagged(&style.body))?;
        let key = super::json(&ColumnOf { layout: self.question.id.clone(), column })?;
        text(sheet, (row, KEY), &key, &style.text)
    }

    /// The first row: what is asked, and what to fill in.
    fn head(&self, sheet: &mut Worksheet, row: u32, at: usize, style: &Style) -> Result<(), XlsxError> {
        sheet.write_number_with_format(row, 0, at as f64 + 1.0, &style.running)?;
        text(sheet, (row, 1), self.asked, &style.body.clone().set_bold())?;
        let unused = style::unused(&style.body);
        let valued = self.question.key.is_some() || self.question.table.is_some();
        text(sheet, (row, CURRENT), &self.current, if valued { &style.body } else { &unused })?;
        text(sheet, (row, CURRENT + 1), &self.why, &style.body)?;
        text(sheet, (row, CURRENT + 2), &self.effect, &style.body)?;
        let proposed = if self.proposed.is_empty() { &unused } else { &style.body };
        text(sheet, (row, CURRENT + 3), self.proposed, proposed)?;
        let input = style::flagged(&style.body);
        let typed = |at: usize| self.typed.map_or("", |typed| typed.written[at].as_str());
        text(sheet, (row, DECISION), typed(0), &input)?;
        let of_value = if valued || self.question.asked == Asked::Body { &input } else { &unused };
        text(sheet, (row, VALUE), typed(1), of_value)?;
        text(sheet, (row, REMARK), typed(2), &input)?;
        text(sheet, (row, REMARK + 1), &self.question.id, &style.body)?;
        text(sheet, (row, KEY), &self.key, &style.text)
    }

    /// Who reported it where, with a link to the file.
    fn link(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        line: &Line,
        shown: &str,
        style: &Style,
    ) -> Result<(), XlsxError> {
        let file = line.place.as_ref().map(|place| self.result.outer(&place.file));
        match (self.result.inbox_link.as_deref(), file) {
            (Some(inbox), Some(file)) if !file.contains(['#', '%', '?', '*', '"', '|', '\\']) => {
                let url = Url::new(format!("file:///{inbox}/{file}")).set_text(writable(shown));
                let linked = style
                    .body
                    .clone()
                    .set_font_color(style::NAVY)
                    .set_underline(rust_xlsxwriter::FormatUnderline::Single);
                sheet.write_url_with_format(at.0, at.1, url, &linked)?;
                Ok(())
            }
            _ => text(sheet, at, shown, &style.body),
        }
    }
}

fn text(sheet: &mut Worksheet, at: (u32, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(at.0, at.1, format)?;
    } else {
        sheet.write_string_with_format(at.0, at.1, writable(text), format)?;
    }
    Ok(())
}
