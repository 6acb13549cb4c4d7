//! `engagements.xlsx`: the counts with charts, the register, what came of it and what is next, whom the city met, who has
//! reported, what changed, and its sources. What only an officer needs stands in the review workbook.

mod aside;
mod changes;
mod check;
mod counting;
mod facts;
mod figures;
mod files;
mod follow_up;
pub mod listing;
mod months;
mod overview;
mod partners;
mod register;
mod sources;
pub mod style;

use crate::labels::Lang;
use crate::labels::workbook::words;
use crate::model::OWN_MARK;
use crate::vocab::Vocab;
use crate::write::{Consolidated, count};
use facts::Facts;
use jiff::civil::Date;
use listing::Listing;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use style::Style;

/// Its name.
pub const NAME: &str = "engagements.xlsx";

/// Makes the workbook.
pub fn make(result: &Consolidated) -> Result<Vec<u8>, String> {
    build(result).map_err(|e| e.to_string())
}

fn build(result: &Consolidated) -> Result<Vec<u8>, XlsxError> {
    let words = words(result.lang);
    let style = Style::new(result.lang);
    let mut book = Workbook::new();
    book.set_properties(&properties(result, words.title)?);
    book.set_default_format(&style.text, style::LINE_PIXELS, style::COLUMN_PIXELS)?;
    let counts = count(result);
    let facts = Facts::of(result, &counts, words);
    let (mut overview, mut numbers) = (Worksheet::new(), Worksheet::new());
    let figures = figures::write(&mut numbers, &facts, &counts, (result.lang, words, &style))?;
    overview::write(&mut overview, result, &counts, (&facts, &figures), (words, &style))?;
    book.push_worksheet(overview);
    book.push_worksheet(numbers);
    let list = |book: &mut Workbook, listing: Listing| {
        listing.write(book.add_worksheet(), words.title, words, &style)
    };
    list(&mut book, register::listing(result, words))?;
    list(&mut book, follow_up::results(result, words))?;
    list(&mut book, follow_up::plan(result, words))?;
    list(&mut book, partners::countries(result, words))?;
    list(&mut book, partners::organisations(result, words))?;
    list(&mut book, partners::sister_cities(result, words))?;
    months::write(book.add_worksheet(), result, words, &style)?;
    list(&mut book, changes::listing(result, words))?;
    list(&mut book, changes::since_month(result, words))?;
    if let Some(listing) = changes::since_edition(result, words) {
        list(&mut book, listing)?;
    }
    list(&mut book, sources::listing(result, words))?;
    list(&mut book, counting::listing(result, words))?;
    let (from, to) = overview::chosen_cells(words);
    facts.write(book.add_worksheet(), &from, &to)?;
    overview::define_names(&mut book, words)?;
    book.save_to_buffer()
}

/// The lists that an officer works with, which stand in the review workbook: every file, the points to check, and the
/// rows that were set aside.
pub fn officer(result: &Consolidated) -> [Listing; 3] {
    let words = words(result.lang);
    [files::listing(result, words), check::listing(result, words), aside::listing(result, words)]
}

/// Properties of an output.
pub fn properties(result: &Consolidated, title: &str) -> Result<DocProperties, XlsxError> {
    let known = properties_of(result.vocab, result.lang, title, result.as_of)?;
    Ok(known.set_custom_property(OWN_MARK, env!("CARGO_PKG_VERSION")))
}

/// Properties without the clock in them: the reference day stands for the time of making.
pub fn properties_of(vocab: Vocab, lang: Lang, title: &str, day: Date) -> Result<DocProperties, XlsxError> {
    let city = words(lang).city;
    let made = ExcelDateTime::from_ymd(
        day.year().unsigned_abs(),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )?;
    Ok(DocProperties::new()
        .set_title(title)
        .set_author(city)
        .set_company(city)
        .set_creation_datetime(&made)
        .set_custom_property("vocabulary", vocab.digest()))
}
