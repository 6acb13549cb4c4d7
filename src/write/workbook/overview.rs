//! The sheet of counts: three tiles, then each breakdown as a table with its chart beside it.

use super::listing::print_setup;
use super::style::{self, GROUPS, LINE_PIXELS, Style};
use crate::labels::workbook::Words;
use crate::labels::{Lang, calendar, codes, names, summary};
use crate::model::Group;
use crate::vocab::Vocab;
use crate::write::{ByGroup, Consolidated, Counts, count_chosen};
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
    Color, Worksheet, XlsxError,
};

/// Column of the charts.
const CHARTS: u16 = 7;
/// Last column that the charts reach.
const LAST: u16 = 14;
/// Width of a chart in pixels.
const CHART_WIDTH: u32 = 505;
/// Bars of a chart at most; the table beside it has all rows.
const BARS: usize = 15;

/// A breakdown: its heading, the names of its columns, and rows with a name and as many figures.
struct Block {
    title: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<(String, Vec<usize>)>,
    kind: ChartType,
    colours: Vec<u32>,
}

/// Writes the sheet.
pub fn write(
    sheet: &mut Worksheet,
    result: &Consolidated,
    words: &'static Words,
    style: &Style,
) -> Result<(), XlsxError> {
    let counts = count_chosen(result);
    sheet.set_name(words.sheet_summary)?;
    sheet.set_screen_gridlines(false);
    sheet.set_column_width(0, 42)?;
    for column in 1..CHARTS - 1 {
        sheet.set_column_width(column, 13)?;
    }
    sheet.set_column_width(CHARTS - 1, 3)?;
    head(sheet, result, &counts, words, style)?;
    let mut row = 9;
    for block in blocks(result.vocab, result.lang, &counts, words) {
        row = block.write(sheet, row, words, style)?;
    }
    sheet.set_print_area(0, 0, row, LAST)?;
    print_setup(sheet, words.title, words);
    Ok(())
}

fn head(
    sheet: &mut Worksheet,
    result: &Consolidated,
    counts: &Counts,
    words: &Words,
    style: &Style,
) -> Result<(), XlsxError> {
    let lang = result.lang;
    let said = summary::words(lang);
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words.title, &style.title)?;
    let covered = counts.period().map(|(first, last)| calendar::months(lang, first, last));
    let as_of = format!("{} {}", words.as_of, calendar::day(lang, result.as_of));
    let covered =
        covered.map_or_else(|| as_of.clone(), |period| format!("{}: {period} · {as_of}", words.covered));
    sheet.write_string_with_format(1, 0, covered, &style.note)?;
    let average =
        |count| counts.monthly(count).map_or_else(String::new, |count| summary::monthly(lang, count));
    let tile = |name: &str, unit: &str| format!("{name} ({unit})");
    let with_organisations = summary::with_organisations(lang, counts.of(Group::Organisation));
    let tiles = [
        (0, 0, tile(said.state, said.state_unit), counts.of(Group::State), average(counts.of(Group::State))),
        (
            1,
            5,
            tile(said.organisations, said.organisations_unit),
            counts.organisations.len(),
            with_organisations,
        ),
        (
            CHARTS,
            LAST,
            tile(said.support, said.support_unit),
            counts.of(Group::Support),
            average(counts.of(Group::Support)),
        ),
    ];
    sheet.set_row_height(3, 44)?.set_row_height(4, 46)?.set_row_height(5, 24)?;
    for (first, last, name, figure, note) in tiles {
        for (row, format) in [(3, &style.tile_name), (4, &style.tile_figure), (5, &style.tile_note)] {
            if first < last {
                sheet.merge_range(row, first, row, last, "", format)?;
            }
        }
        sheet.write_string_with_format(3, first, name, &style.tile_name)?;
        sheet.write_number_with_format(4, first, figure as f64, &style.tile_figure)?;
        sheet.write_string_with_format(5, first, note, &style.tile_note)?;
    }
    let beside = summary::beside(lang, counts.planned, counts.cancelled, counts.postponed);
    let others = counts.of(Group::Other);
    let beside = if others > 0 { format!("{beside} {}", summary::others(lang, others)) } else { beside };
    sheet.write_string_with_format(7, 0, beside, &style.note)?;
    Ok(())
}

fn blocks(vocab: Vocab, lang: Lang, counts: &Counts, words: &'static Words) -> Vec<Block> {
    let groups: Vec<&'static str> = Group::ALL.iter().map(|group| codes::group(lang, *group)).collect();
    let grouped = |name: &'static str| [vec![name], groups.clone()].concat();
    let by = |by: &ByGroup| by.to_vec();
    let mut months: Vec<_> = counts
        .months
        .iter()
        .map(|(month, figures)| (calendar::month_of(lang, *month), by(figures)))
        .collect();
    if counts.elsewhere > 0 {
        let mut rest = counts.held;
        for (_, figures) in &counts.months {
            for (left, figure) in rest.iter_mut().zip(figures) {
                *left -= figure;
            }
        }
        months.push((words.elsewhere.to_owned(), rest.to_vec()));
    }
    let single = |title, name, colour, rows: Vec<(String, usize)>| Block {
        title,
        columns: vec![name, words.count],
        rows: rows.into_iter().map(|(name, count)| (name, vec![count])).collect(),
        kind: ChartType::Bar,
        colours: vec![colour],
    };
    let countries = counts.countries.iter().map(|(code, count)| (names::country(vocab, lang, code), *count));
    let themes = counts.themes.iter().map(|(theme, count)| (codes::theme(lang, *theme).to_owned(), *count));
    let kinds = counts.kinds.iter().map(|(kind, count)| (codes::kind(lang, *kind).to_owned(), *count));
    vec![
        Block {
            title: words.by_month,
            columns: grouped(words.month),
            rows: months,
            kind: ChartType::ColumnStacked,
            colours: GROUPS.to_vec(),
        },
        Block {
            title: words.by_department,
            columns: grouped(words.department),
            rows: counts
                .departments
                .iter()
                .map(|(code, figures)| (names::department(vocab, lang, code), by(figures)))
                .collect(),
            kind: ChartType::BarStacked,
            colours: GROUPS.to_vec(),
        },
        single(words.by_country, words.country, style::TEAL, countries.collect()),
        single(words.by_theme, words.theme, style::NAVY, themes.collect()),
        single(words.by_kind, words.kind, style::SLATE, kinds.collect()),
        single(words.by_organisation, words.organisation, style::AMBER, counts.organisations.clone()),
    ]
}

impl Block {
    /// Writes the block from a row on, and returns the row for the next one.
    fn write(&self, sheet: &mut Worksheet, top: u32, words: &Words, style: &Style) -> Result<u32, XlsxError> {
        sheet.set_row_height(top, 26)?.write_string_with_format(top, 0, self.title, &style.block)?;
        let sums = self.colours.len() > 1;
        for (column, heading) in self.columns.iter().enumerate() {
            let format = if column == 0 { &style.heading } else { &style.figure_heading };
            sheet.write_string_with_format(top + 1, column as u16, *heading, format)?;
        }
        if sums {
            sheet.write_string_with_format(
                top + 1,
                self.columns.len() as u16,
                words.total,
                &style.figure_heading,
            )?;
            sheet.set_row_height(
                top + 1,
                style::row_height(self.columns.iter().map(|heading| (*heading, 12.0))),
            )?;
        }
        for (at, (name, figures)) in self.rows.iter().enumerate() {
            let row = top + 2 + at as u32;
            sheet.set_row_height(row, style::row_height(std::iter::once((name.as_str(), 42.0))))?;
            sheet.write_string_with_format(row, 0, name, &style.body)?;
            for (column, figure) in figures.iter().enumerate() {
                sheet.write_number_with_format(row, column as u16 + 1, *figure as f64, &style.number)?;
            }
            if sums {
                let sum: usize = figures.iter().sum();
                sheet.write_number_with_format(row, figures.len() as u16 + 1, sum as f64, &style.number)?;
            }
        }
        if self.rows.is_empty() {
            sheet.write_string_with_format(top + 2, 0, words.nothing, &style.note)?;
            return Ok(top + 5);
        }
        let height = self.chart_height();
        sheet.insert_chart_with_offset(top, CHARTS, &self.chart(words, top, height), 0, 6)?;
        let rows = (self.rows.len() as u32 + 2).max(height.div_ceil(LINE_PIXELS) + 1);
        Ok(top + rows + 1)
    }

    /// Columns over time are all shown: a month left out would be a fall that there was not.
    fn bars(&self) -> usize {
        if self.kind == ChartType::ColumnStacked { self.rows.len() } else { self.rows.len().min(BARS) }
    }

    fn chart_height(&self) -> u32 {
        if self.kind == ChartType::ColumnStacked { 300 } else { 110 + 26 * self.bars() as u32 }
    }

    fn chart(&self, words: &Words, top: u32, height: u32) -> Chart {
        let mut font = ChartFont::new();
        font.set_name(words.font).set_size(12);
        let mut bold = font.clone();
        bold.set_size(14).set_bold();
        let mut chart = Chart::new(self.kind);
        chart.set_width(CHART_WIDTH).set_height(height);
        let all = self.bars() == self.rows.len();
        let title =
            if all { self.title.to_owned() } else { format!("{} ({})", self.title, words.first_bars) };
        chart.title().set_name(title.as_str()).set_font(&bold);
        let (first, last) = (top + 2, top + 1 + self.bars() as u32);
        for (at, colour) in self.colours.iter().enumerate() {
            let column = at as u16 + 1;
            let series = chart.add_series();
            series
                .set_name((words.sheet_summary, top + 1, column))
                .set_categories((words.sheet_summary, first, 0, last, 0))
                .set_values((words.sheet_summary, first, column, last, column))
                .set_format(
                    ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(*colour))),
                )
                .set_gap(60);
            if self.colours.len() == 1 {
                let mut label = ChartDataLabel::new();
                label.show_value().set_font(&font);
                series.set_data_label(&label);
            } else {
                series.set_overlap(100);
            }
        }
        let mut thin = ChartLine::new();
        thin.set_color(Color::RGB(0x00E1_E6EB)).set_width(0.5);
        chart.x_axis().set_font(&font);
        chart.y_axis().set_font(&font);
        if self.kind == ChartType::ColumnStacked {
            chart.y_axis().set_major_gridlines_line(&thin).set_major_unit(self.unit());
        } else {
            // The library calls the categories of a bar chart its y axis; the first is to stand on top.
            chart.y_axis().set_reverse().set_label_interval(1);
            chart.x_axis().set_hidden(true).set_major_gridlines(false);
        }
        if self.colours.len() == 1 {
            chart.legend().set_hidden();
        } else {
            chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font);
        }
        chart
    }

    /// Distance of the axis's marks: whole numbers, about five of them.
    fn unit(&self) -> u32 {
        let top: usize =
            self.rows.iter().take(self.bars()).map(|(_, figures)| figures.iter().sum()).max().unwrap_or(1);
        [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
            .into_iter()
            .find(|unit| *unit * 6 >= top)
            .unwrap_or(top / 5) as u32
    }
}
