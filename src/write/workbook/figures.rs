//! The figures behind the charts: tables whose formulas follow the months that are chosen on the first sheet.

use super::facts::{Cell, Facts, Sort, groups, serial};
use super::listing::print_setup;
use super::style::{self, GROUPS, Style};
use crate::labels::workbook::Words;
use crate::labels::{Lang, calendar, column_letters};
use crate::write::Counts;
use jiff::civil::Date;
use rust_xlsxwriter::{ChartType, Color, Format, FormatBorder, Formula, Worksheet, XlsxError};

/// Row of the tables' titles.
const TOP: u32 = 3;
/// Row of their headings.
pub const HEADINGS: u32 = TOP + 1;
/// Columns of the months as days and of whether they are known, which are for formulas alone.
const MONTHS: u16 = 7;
const KNOWN: u16 = 6;
/// Bars of a chart at most; the table has all rows.
pub const BARS: usize = 10;

/// A table of figures, and how its chart looks.
pub struct Table {
    /// What is counted.
    pub title: &'static str,
    /// Column of the names.
    pub column: u16,
    /// How many columns of figures it has.
    pub series: u16,
    /// How many rows.
    pub rows: usize,
    /// Its chart.
    pub kind: ChartType,
    /// A colour a column of figures.
    pub colours: Vec<u32>,
}

impl Table {
    /// First and last row of its figures, as far as its chart has them.
    pub fn charted(&self) -> (u32, u32) {
        (TOP + 2, TOP + 1 + self.bars() as u32)
    }

    /// How many rows its chart has. Columns over time are all shown: a month left out would be a fall that there was not.
    pub fn bars(&self) -> usize {
        if self.kind == ChartType::ColumnStacked { self.rows } else { self.rows.min(BARS) }
    }
}

/// What the first sheet's charts are made of.
pub struct Figures {
    /// By month, department, country, organisation, theme, kind.
    pub tables: [Table; 6],
    /// The cells of the months that are known, the first and the last, for the list to choose from.
    pub months: Option<(u32, u32, u16)>,
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    facts: &'a Facts,
    words: &'static Words,
    style: &'a Style,
    lang: Lang,
}

/// Writes the sheet.
pub fn write(
    sheet: &mut Worksheet,
    facts: &Facts,
    counts: &Counts,
    (lang, words, style): (Lang, &'static Words, &Style),
) -> Result<Figures, XlsxError> {
    sheet.set_name(words.sheet_figures)?;
    sheet.set_screen_gridlines(false);
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words.sheet_figures, &style.title)?;
    sheet.write_string_with_format(1, 0, words.figures_note, &style.note)?;
    let months: Vec<Date> = counts.months.iter().map(|(month, _)| *month).collect();
    let mut writer = Writer { sheet, facts, words, style, lang };
    let by_month = writer.months(0, &months, counts)?;
    let by_department = writer.departments(9)?;
    let by_country = writer.ranked(16, (words.by_country, words.country), Sort::Country, style::TEAL)?;
    let by_organisation =
        writer.ranked(19, (words.by_organisation, words.organisation), Sort::Organisation, style::AMBER)?;
    let by_theme = writer.ranked(22, (words.by_theme, words.theme), Sort::Theme, style::NAVY)?;
    let by_kind = writer.ranked(25, (words.by_kind, words.kind), Sort::Kind, style::SLATE)?;
    let listed = (!months.is_empty()).then(|| (TOP + 2, TOP + 1 + months.len() as u32, MONTHS));
    sheet.set_freeze_panes(TOP + 2, 0)?;
    let lists = [&by_month, &by_department, &by_country, &by_organisation, &by_theme, &by_kind];
    let last = TOP + 2 + lists.map(|list| list.rows).into_iter().max().unwrap_or(1) as u32;
    let heights = groups(lang).into_iter().map(|name| (name, 12.0));
    sheet.set_row_height(TOP + 1, style::row_height(heights))?;
    for row in (1..=TOP).chain(TOP + 2..=last) {
        sheet.set_row_height_pixels(row, style::LINE_PIXELS)?;
    }
    sheet.set_print_area(0, 0, last, 26)?;
    print_setup(sheet, words.title, words);
    // Tables by group on one page, ranked lists on the next.
    sheet.set_print_scale(46).set_vertical_page_breaks(&[16])?;
    Ok(Figures {
        tables: [by_month, by_department, by_country, by_organisation, by_theme, by_kind],
        months: listed,
    })
}

impl Writer<'_> {
    fn headings(&mut self, column: u16, title: &str, names: &[&str]) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(TOP, column, title, &self.style.block)?;
        for (at, name) in (column..).zip(names) {
            let format = if at == column { &self.style.heading } else { &self.style.figure_heading };
            self.sheet.write_string_with_format(TOP + 1, at, *name, format)?;
            self.sheet.set_column_width(at, if at == column { 30 } else { 12 })?;
        }
        self.sheet.set_column_width(column + names.len() as u16, 3)?;
        Ok(())
    }

    fn figure(&mut self, row: u32, column: u16, formula: &str, result: usize) -> Result<(), XlsxError> {
        let formula = Formula::new(format!("={formula}")).set_result(result.to_string());
        self.sheet.write_formula_with_format(row, column, formula, &self.style.number)?;
        Ok(())
    }

    /// The sum of the four figures before it.
    fn sum(&mut self, row: u32, column: u16, result: usize) -> Result<(), XlsxError> {
        let (first, last) = (column_letters(u32::from(column) - 4), column_letters(u32::from(column) - 1));
        self.figure(row, column, &format!("SUM({first}{0}:{last}{0})", row + 1), result)
    }

    /// Months by group, what no month shows, and whether a month is known.
    fn months(&mut self, column: u16, months: &[Date], counts: &Counts) -> Result<Table, XlsxError> {
        let words = self.words;
        let names = [vec![words.month], groups(self.lang), vec![words.total]].concat();
        self.headings(column, words.by_month, &names)?;
        self.sheet
            .set_column_width(column, 16)?
            .set_column_width(MONTHS, 2)?
            .set_column_width(MONTHS + 1, 2)?;
        for (row, month) in (TOP + 2..).zip(months) {
            let name = calendar::month_of(self.lang, *month);
            self.sheet.write_string_with_format(row, column, name, &self.style.body)?;
            let unseen =
                self.style.dates[1].clone().set_font_color(Color::White).set_border(FormatBorder::None);
            self.sheet.write_number_with_format(row, MONTHS, serial(*month), &unseen)?;
            let cell = format!("${}${}", column_letters(u32::from(MONTHS)), row + 1);
            let mut sum = 0;
            for group in 0..4_usize {
                let count = self.facts.count(Sort::Engagement, None, Some(group), Some(*month));
                let of = self.facts.formula(Sort::Engagement, None, Some(&group.to_string()), Some(&cell));
                self.figure(row, column + 1 + group as u16, &of, count)?;
                sum += count;
            }
            self.sum(row, column + 5, sum)?;
            let known = counts.coverage.is_reported(*month) || sum > 0;
            let hidden = Format::new().set_font_color(Color::White);
            self.sheet.write_number_with_format(row, KNOWN, u8::from(known), &hidden)?;
        }
        self.elsewhere(column, months)?;
        Ok(Table {
            title: words.by_month,
            column,
            series: 4,
            rows: months.len(),
            kind: ChartType::ColumnStacked,
            colours: GROUPS.to_vec(),
        })
    }

    /// What no month shows: without an exact day, or outside the months covered.
    fn elsewhere(&mut self, column: u16, months: &[Date]) -> Result<(), XlsxError> {
        let row = TOP + 2 + months.len() as u32;
        self.sheet.write_string_with_format(row, column, self.words.elsewhere, &self.style.body)?;
        let mut sum = 0;
        for group in 0..4_usize {
            let all = self.facts.count(Sort::Engagement, None, Some(group), None);
            let shown: usize = months
                .iter()
                .map(|month| self.facts.count(Sort::Engagement, None, Some(group), Some(*month)))
                .sum();
            let of = self.facts.formula(Sort::Engagement, None, Some(&group.to_string()), None);
            let letter = column_letters(u32::from(column) + 1 + group as u32);
            let formula =
                if months.is_empty() { of } else { format!("{of}-SUM({letter}{}:{letter}{row})", TOP + 3) };
            self.figure(row, column + 1 + group as u16, &formula, all - shown)?;
            sum += all - shown;
        }
        self.sum(row, column + 5, sum)
    }

    /// Departments by group, ranked by what they report in all that was reported.
    fn departments(&mut self, column: u16) -> Result<Table, XlsxError> {
        let words = self.words;
        let names = [vec![words.department], groups(self.lang), vec![words.total]].concat();
        self.headings(column, words.by_department, &names)?;
        let ranked = self.facts.ranked(Sort::Department);
        for (row, (place, _)) in (TOP + 2..).zip(&ranked) {
            let name = self.facts.values(Sort::Department)[*place - 1].clone();
            self.sheet.write_string_with_format(row, column, &name, &self.style.body)?;
            let mut sum = 0;
            for group in 0..4_usize {
                let count = self.facts.count(Sort::Department, Some(*place), Some(group), None);
                let (place, group_cell) = (place.to_string(), group.to_string());
                let of = self.facts.formula(Sort::Department, Some(&place), Some(&group_cell), None);
                self.figure(row, column + 1 + group as u16, &of, count)?;
                sum += count;
            }
            self.sum(row, column + 5, sum)?;
        }
        Ok(Table {
            title: words.by_department,
            column,
            series: 4,
            rows: ranked.len(),
            kind: ChartType::BarStacked,
            colours: GROUPS.to_vec(),
        })
    }

    /// The values of a sort, the most frequent first, whichever months are chosen.
    fn ranked(
        &mut self,
        column: u16,
        (title, name): (&'static str, &'static str),
        sort: Sort,
        colour: u32,
    ) -> Result<Table, XlsxError> {
        self.headings(column, title, &[name, self.words.count])?;
        let [names, counts, keys] = self.facts.list(sort);
        let ranked = self.facts.ranked(sort);
        for (at, (row, (place, count))) in (TOP + 2..).zip(&ranked).enumerate() {
            let of = format!("MATCH(LARGE({keys},{0}),{keys},0)", at + 1);
            let value = super::listing::writable(&self.facts.values(sort)[*place - 1]);
            let formula = Formula::new(format!("=INDEX({names},{of})")).set_result(value);
            self.sheet.write_formula_with_format(row, column, formula, &self.style.body)?;
            self.figure(row, column + 1, &format!("INDEX({counts},{of})"), *count)?;
        }
        Ok(Table {
            title,
            column,
            series: 1,
            rows: ranked.len(),
            kind: ChartType::Bar,
            colours: vec![colour],
        })
    }
}

/// The formula of how many of the chosen months are known, with its result.
pub fn known_months(figures: &Figures, facts: &Facts, counts: &Counts, words: &Words) -> (String, usize) {
    let Some((first, last, column)) = figures.months else { return ("0".to_owned(), 0) };
    let range = |column: u16| {
        let letters = column_letters(u32::from(column));
        format!("'{}'!${letters}${}:${letters}${}", words.sheet_figures, first + 1, last + 1)
    };
    let (months, known) = (range(column), range(KNOWN));
    let formula = format!(
        "IF({},SUM({known}),SUMPRODUCT(({months}>={})*({months}<={})*{known}))",
        facts.cell(Cell::Whole),
        facts.cell(Cell::From),
        facts.cell(Cell::To)
    );
    let shown = |month: Date| facts.shows(month);
    let known = |(month, by): &&(Date, crate::write::ByGroup)| {
        shown(*month) && (counts.coverage.is_reported(*month) || by.iter().any(|figure| *figure > 0))
    };
    (formula, counts.months.iter().filter(known).count())
}
