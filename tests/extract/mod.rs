//! Tests of the stage `extract`: a document as text in, what is found in it as text out.

mod chance;
mod files;
mod judged;
mod notation;
mod words;

use std::fs;
use std::path::Path;

/// Line between the document and what is found in it.
const SEAM: &str = "==== found\n";

/// Runs a case of `tests/extract/cases`: the file name on the first line, the document, and what must be found. With
/// `UPDATE` set in the environment what is found is written down instead, to be looked through.
fn case(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extract/cases").join(format!("{name}.txt"));
    let text = fs::read_to_string(&path).unwrap();
    let (given, wanted) = text.split_once(SEAM).unwrap();
    let (file, document) = given.split_once('\n').unwrap();
    let found = notation::shown(file, &notation::document(document));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{given}{SEAM}{found}")).unwrap();
        return;
    }
    assert_eq!(found, wanted, "{name}");
}

/// One test a case.
macro_rules! cases {
    ($($name:ident)+) => { $(#[test] fn $name() { case(stringify!($name)); })+ };
}

cases! {
    a_sheet_a_month
    a_summary_with_an_activity_of_its_own
    activity_forms_sheet
    bars_under_months
    bilingual_page
    columns_read_as_one_page
    damaged_headings_page
    days_below_months_page
    departments_as_sections_page
    diary_is_no_programme_page
    diary_page
    diary_sheet
    english_sheet
    flat_monthly_page
    flat_monthly_sheet
    form_responses
    headings_in_unknown_words
    headings_of_two_rows
    headings_of_two_rows_page
    headlines_in_bold_page
    journey_and_its_legs_page
    kpi_narrative
    kpi_with_months
    letter_of_one_paragraph_page
    letters_from_and_to
    lines_broken_at_spaces_page
    memo_whose_first_item_wraps_page
    memo_with_items
    memo_with_items_sheet
    memo_with_wrapped_days_page
    month_beside_the_day
    months_and_kinds_grid
    months_as_sections
    months_as_sections_page
    nothing_to_report
    nothing_to_report_memo
    one_heading_two_fields_page
    points_below_items_page
    press_release_page
    press_release_sheet
    programme_of_a_journey
    programme_of_one_visit_page
    project_printout
    project_printout_page
    quarter_grid
    quarter_grid_page
    questions_as_headings
    records_over_rows
    row_read_into_one_cell_page
    rows_broken_over_lines_page
    same_as_above
    secret_report
    service_register_page
    service_register_sheet
    several_in_a_cell
    several_in_a_cell_page
    tables_side_by_side
    tables_stacked
    template_not_filled
    themes_with_subnumbers
    ticks_under_statuses
    titles_that_look_like_other_rows
    travel_register_page
    travel_register_sheet
    trip_report_page
    until_when_is_not_known
    visits_during_a_journey
    weeks_sheet
    which_version_is_no_activity_page
    word_for_secret_in_a_sentence
}

/// Every case file has its test.
#[test]
fn every_case_is_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extract");
    let list = fs::read_to_string(folder.join("mod.rs")).unwrap();
    for entry in fs::read_dir(folder.join("cases")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.trim_end_matches(".txt");
        assert!(list.lines().any(|line| line.trim() == stem), "{name} is in no test");
    }
}
