//! The first sheet: the months that are chosen, three tiles, five charts. It fits a screen and a page.

use super::facts::{Facts, Sort};
use super::figures::{Figures, HEADINGS, Table, known_months};
use super::listing::print_setup;
use super::style::{self, Style};
use crate::labels::workbook::Words;
use crate::labels::{calendar, column_letters, summary};
use crate::write::{Consolidated, Counts};
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
    Color, DataValidation, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

/// Columns of the sheet, four for each tile.
const COLUMNS: u16 = 12;
/// Width of a column, in characters and in pixels.
const WIDTH: (f64, u32) = (11.0, 82);
/// Row of the months that are chosen, and the columns of the first and the last one.
const CHOSEN: u32 = 2;
const FROM: u16 = 2;
const TO: u16 = 5;
/// Row of the first charts, and height of charts in pixels.
const CHARTS: u32 = 8;
const HEIGHT: u32 = 232;
/// Rows that a chart takes.
const ROWS: u32 = 7;

/// Stands where no month is known to be an average over.
const NO_AVERAGE: &str = "–";

/// The cells of the chosen months, as formulas name them.
pub fn chosen_cells(words: &Words) -> (String, String) {
    let cell = |column: u16| {
        format!("'{}'!${}${}", words.sheet_summary, column_letters(u32::from(column)), CHOSEN + 1)
    };
    (cell(FROM), cell(TO))
}

/// Gives the chosen months their names in the workbook.
pub fn define_names(book: &mut Workbook, words: &Words) -> Result<(), XlsxError> {
    let (from, to) = chosen_cells(words);
    book.define_name(words.name_from, &format!("={from}"))?;
    book.define_name(words.name_to, &format!("={to}"))?;
    Ok(())
}

/// Writes the sheet.
pub fn write(
    sheet: &mut Worksheet,
    result: &Consolidated,
    counts: &Counts,
    (facts, figures): (&Facts, &Figures),
    (words, style): (&'static Words, &Style),
) -> Result<(), XlsxError> {
    sheet.set_name(words.sheet_summary)?;
    sheet.set_screen_gridlines(false);
    sheet.set_zoom(80);
    for column in 0..COLUMNS {
        sheet.set_column_width(column, WIDTH.0)?;
    }
    head(sheet, result, counts, words, style)?;
    choice(sheet, result, figures, words, style)?;
    tiles(sheet, result, counts, (facts, figures), (words, style))?;
    let [months, departments, countries, organisations, themes, _] = &figures.tables;
    let third = u32::from(COLUMNS) / 3 * WIDTH.1;
    let places = [
        (months, CHARTS, 0, third),
        (countries, CHARTS, 4, third),
        (organisations, CHARTS, 8, third),
        (themes, CHARTS + ROWS, 0, third),
        (departments, CHARTS + ROWS, 4, 2 * third),
    ];
    for (table, row, column, width) in places {
        if table.rows > 0 {
            sheet.insert_chart_with_offset(row, column, &chart(table, words, width - 8), 0, 4)?;
        }
    }
    let last = CHARTS + 2 * ROWS;
    for row in [1, 3, 7].into_iter().chain(CHARTS..=last) {
        sheet.set_row_height_pixels(row, style::LINE_PIXELS)?;
    }
    let beside = summary::beside(result.lang, counts.planned, counts.cancelled, counts.postponed);
    sheet.write_string_with_format(last, 0, beside, &style.note)?;
    sheet.set_print_area(0, 0, last, COLUMNS - 1)?;
    print_setup(sheet, words.title, words);
    sheet.set_print_fit_to_pages(1, 1);
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
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words.title, &style.title)?;
    let covered = counts.period().map(|(first, last)| calendar::months(lang, first, last));
    let as_of = format!("{} {}", words.as_of, calendar::day(lang, result.as_of));
    let covered =
        covered.map_or_else(|| as_of.clone(), |period| format!("{}: {period} · {as_of}", words.covered));
    sheet.write_string_with_format(1, 0, covered, &style.note)?;
    Ok(())
}

/// The two cells in which the months are chosen.
fn choice(
    sheet: &mut Worksheet,
    result: &Consolidated,
    figures: &Figures,
    words: &Words,
    style: &Style,
) -> Result<(), XlsxError> {
    sheet.set_row_height(CHOSEN, 28)?;
    let label = style.text.clone().set_bold().set_align(FormatAlign::Right);
    sheet.write_string_with_format(CHOSEN, FROM - 1, words.name_from, &label)?;
    sheet.write_string_with_format(CHOSEN, TO - 1, words.name_to, &label)?;
    let cell: Format = style.dates[1]
        .clone()
        .set_align(FormatAlign::Center)
        .set_background_color(Color::RGB(style::FLAG))
        .set_border(FormatBorder::Thin);
    let chosen = result.period.map(|period| (period.start, period.end.first_of_month()));
    for (column, month) in [(FROM, chosen.map(|(from, _)| from)), (TO, chosen.map(|(_, to)| to))] {
        match month {
            Some(month) => {
                sheet.write_number_with_format(CHOSEN, column, super::facts::serial(month), &cell)?;
            }
            None => {
                sheet.write_string_with_format(CHOSEN, column, words.all_months, &cell)?;
            }
        }
        if let Some((first, last, list)) = figures.months {
            let letters = column_letters(u32::from(list));
            let list = format!("='{}'!${letters}${}:${letters}${}", words.sheet_figures, first + 1, last + 1);
            let validation = DataValidation::new()
                .allow_list_formula(Formula::new(list))
                .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Warning)
                .set_input_title(words.all_months)?
                .set_input_message(words.choose_months)?;
            sheet.add_data_validation(CHOSEN, column, CHOSEN, column, &validation)?;
        }
    }
    sheet.write_string_with_format(CHOSEN, TO + 1, words.choose_months, &style.note)?;
    Ok(())
}

/// A tile: its name, the formula of its figure with the result, and that of the line below.
struct Tile {
    name: String,
    figure: (String, usize),
    note: (String, String),
}

fn tiles(
    sheet: &mut Worksheet,
    result: &Consolidated,
    counts: &Counts,
    (facts, figures): (&Facts, &Figures),
    (words, style): (&'static Words, &Style),
) -> Result<(), XlsxError> {
    let lang = result.lang;
    let said = summary::words(lang);
    let named = |name: &str, unit: &str| format!("{name} ({unit})");
    let of_group = |group: usize| {
        let formula = facts.formula(Sort::Engagement, None, Some(&group.to_string()), None);
        (formula, facts.count(Sort::Engagement, None, Some(group), None))
    };
    let (months, known) = known_months(figures, facts, counts, words);
    let average = |(formula, count): &(String, usize)| {
        let (before, behind) = summary::around_average(lang);
        let shown = if known > 0 {
            format!("{before}{:.1}{behind}", *count as f64 / known as f64)
        } else {
            NO_AVERAGE.to_owned()
        };
        (
            format!(
                "IF({months}>0,\"{before}\"&TEXT(({formula})/({months}),\"0.0\")&\"{behind}\",\"{NO_AVERAGE}\")"
            ),
            shown,
        )
    };
    let (state, organised, support) = (of_group(0), of_group(1), of_group(2));
    let [_, bodies, _] = facts.list(Sort::Organisation);
    let distinct = facts.ranked(Sort::Organisation).iter().filter(|(_, count)| *count > 0).count();
    let (before, behind) = summary::around_organised(lang);
    let tiles = [
        Tile { name: named(said.state, said.state_unit), note: average(&state), figure: state },
        Tile {
            name: named(said.organisations, said.organisations_unit),
            figure: (format!("SUMPRODUCT(--({bodies}>0))"), distinct),
            note: (
                format!("\"{before}\"&({})&\"{behind}\"", organised.0),
                format!("{before}{}{behind}", organised.1),
            ),
        },
        Tile { name: named(said.support, said.support_unit), note: average(&support), figure: support },
    ];
    sheet.set_row_height(4, 26)?.set_row_height(5, 46)?.set_row_height(6, 26)?;
    for (at, tile) in (0..).zip(tiles) {
        let (first, last) = (at * 4, at * 4 + 3);
        for (row, format) in [(4, &style.tile_name), (5, &style.tile_figure), (6, &style.tile_note)] {
            sheet.merge_range(row, first, row, last, "", format)?;
        }
        sheet.write_string_with_format(4, first, tile.name, &style.tile_name)?;
        let figure = Formula::new(format!("={}", tile.figure.0)).set_result(tile.figure.1.to_string());
        sheet.write_formula_with_format(5, first, figure, &style.tile_figure)?;
        let note = Formula::new(format!("={}", tile.note.0)).set_result(tile.note.1);
        sheet.write_formula_with_format(6, first, note, &style.tile_note)?;
    }
    Ok(())
}

/// The chart of a table.
fn chart(table: &Table, words: &Words, width: u32) -> Chart {
    let mut font = ChartFont::new();
    font.set_name(words.font).set_size(10);
    let mut bold = font.clone();
    bold.set_size(12).set_bold();
    let mut chart = Chart::new(table.kind);
    chart.set_width(width).set_height(HEIGHT);
    let all = table.bars() == table.rows;
    let title = if all { table.title.to_owned() } else { format!("{} ({})", table.title, words.first_bars) };
    chart.title().set_name(title.as_str()).set_font(&bold);
    let (first, last) = table.charted();
    let sheet = words.sheet_figures;
    for (column, colour) in (table.column + 1..).zip(&table.colours) {
        let series = chart.add_series();
        series
            .set_name((sheet, HEADINGS, column))
            .set_categories((sheet, first, table.column, last, table.column))
            .set_values((sheet, first, column, last, column))
            .set_format(
                ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(*colour))),
            )
            .set_gap(50);
        if table.series == 1 {
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
    if table.kind == ChartType::ColumnStacked {
        chart.y_axis().set_major_gridlines_line(&thin);
    } else {
        // The library calls the categories of a bar chart its y axis; the first is to stand on top.
        chart.y_axis().set_reverse().set_label_interval(1);
        chart.x_axis().set_hidden(true).set_major_gridlines(false);
    }
    if table.series == 1 {
        chart.legend().set_hidden();
    } else {
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font);
    }
    chart
}
