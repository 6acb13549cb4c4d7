//! The first sheet: what to do today, how many questions of which sort there are, what they can change in the headline
//! counts, and how far one is, by formulas over the sheet of questions.

use super::questions::{DECISION, QUESTION, VALUE};
use crate::labels::review::{self, Words};
use crate::labels::{column_letters, problems, summary, workbook};
use crate::model::{Asked, Group};
use crate::problem::What;
use crate::write::workbook::listing::print_setup;
use crate::write::workbook::style::{self, Style};
use crate::write::{Consolidated, count};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

/// Row of the first sort of question.
const FIRST: u32 = 8;

/// Writes the sheet; the questions stand in these rows of theirs.
pub fn write(
    sheet: &mut Worksheet,
    result: &Consolidated,
    words: &Words,
    style: &Style,
    rows: (u32, u32),
) -> Result<(), XlsxError> {
    let lang = result.lang;
    sheet.set_name(words.sheet_today)?;
    sheet.set_screen_gridlines(false);
    for (column, width) in [(0, 62.0), (1, 14.0), (2, 14.0), (3, 14.0), (4, 26.0)] {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words.sheet_today, &style.title)?;
    let counts = count(result);
    let said = summary::words(lang);
    let headline = [
        format!("{} {}", said.state, counts.of(Group::State)),
        format!("{} {}", said.organisations, counts.organisations.len()),
        format!("{} {}", said.support, counts.of(Group::Support)),
    ];
    sheet.write_string_with_format(1, 0, headline.join(" · "), &style.note)?;
    let open = result.open_files().count();
    let todo = review::todo(lang, result.questions.len(), result.follow_ups.len(), open);
    sheet.write_string_with_format(3, 0, todo, &style.block)?;
    sheet.write_string_with_format(4, 0, words.questions_note, &style.note)?;
    let alone = result.problems.iter().find(|p| matches!(p.what, What::DecisionsOnlyInOutbox { .. }));
    if let Some(problem) = alone {
        let line = problems::line(result.vocab, lang, problem);
        sheet.write_string_with_format(5, 0, line, &style.note)?;
    }
    let headings = [words.question, words.asked, words.answered, words.left, words.effect];
    for (heading, column) in headings.into_iter().zip(0..) {
        let format = if column == 0 { &style.heading } else { &style.figure_heading };
        sheet.write_string_with_format(FIRST - 1, column, heading, format)?;
    }
    let sorts = Asked::ALL.iter().filter(|asked| result.questions.iter().any(|q| q.asked == **asked));
    let mut row = FIRST;
    for asked in sorts {
        sort(sheet, row, result, *asked, (words, rows, style))?;
        row += 1;
    }
    total(sheet, row, result, (words, style))?;
    sheet.set_print_area(0, 0, row + 1, 4)?;
    print_setup(sheet, words.title, workbook::words(lang));
    Ok(())
}

fn sort(
    sheet: &mut Worksheet,
    row: u32,
    result: &Consolidated,
    asked: Asked,
    (words, (first, last), style): (&Words, (u32, u32), &Style),
) -> Result<(), XlsxError> {
    let of_sort = || result.questions.iter().filter(|question| question.asked == asked);
    let name = review::asked(result.lang, asked);
    sheet.set_row_height(row, style::row_height([(name, 62.0)].into_iter()))?;
    sheet.write_string_with_format(row, 0, name, &style.body)?;
    let asked = of_sort().count();
    sheet.write_number_with_format(row, 1, asked as f64, &style.number)?;
    let range = |column: u16| {
        let letters = column_letters(u32::from(column));
        format!("'{}'!${letters}${}:${letters}${}", words.sheet_questions, first + 1, last + 1)
    };
    let (question, decision, value) = (range(QUESTION), range(DECISION), range(VALUE));
    let cell = row + 1;
    let answered = format!("=SUMPRODUCT(({question}=$A${cell})*((({decision}<>\"\")+({value}<>\"\"))>0))");
    sheet.write_formula_with_format(row, 2, Formula::new(answered).set_result("0"), &style.number)?;
    let left = Formula::new(format!("=B{cell}-C{cell}")).set_result(asked.to_string());
    sheet.write_formula_with_format(row, 3, left, &style.number)?;
    let effect: u32 = of_sort().map(|question| question.effect).sum();
    sheet.write_number_with_format(row, 4, f64::from(effect), &style.number)?;
    Ok(())
}

/// The sums, and how far one is.
fn total(
    sheet: &mut Worksheet,
    row: u32,
    result: &Consolidated,
    (words, style): (&Words, &Style),
) -> Result<(), XlsxError> {
    let asked = result.questions.len().to_string();
    let effect = result.questions.iter().map(|question| question.effect).sum::<u32>().to_string();
    let bold = style.number.clone().set_bold();
    sheet.write_string_with_format(row, 0, words.all, &style.body.clone().set_bold())?;
    for column in 1..=4_u16 {
        let letter = column_letters(u32::from(column));
        let sum =
            if row == FIRST { "=0".to_owned() } else { format!("=SUM({letter}{}:{letter}{row})", FIRST + 1) };
        let known = match column {
            1 | 3 => asked.as_str(),
            4 => &effect,
            _ => "0",
        };
        sheet.write_formula_with_format(row, column, Formula::new(sum).set_result(known), &bold)?;
    }
    let done = Formula::new(format!("=IF(B{0}=0,1,C{0}/B{0})", row + 1)).set_result("0");
    sheet.write_string_with_format(row + 1, 0, words.progress_so_far, &style.body)?;
    sheet.write_formula_with_format(row + 1, 2, done, &bold.set_num_format("0%"))?;
    Ok(())
}
