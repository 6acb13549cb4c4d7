//! What a page draws to lines and tables in reading order, whatever kind of file it comes from.
//!
//! `clusters` makes Thai clusters of glyphs and `lines` makes lines of them; `tagged`, `ruled`, `unruled` and `sums` find
//! tables; `layout` puts the page together, in two columns too (`columns`); `body` joins the pages: running headers,
//! columns that go on, rows that a page break cut.

mod body;
mod clusters;
mod columns;
mod language;
mod layout;
mod lines;
mod overflow;
mod rows;
mod ruled;
mod stretches;
mod strikes;
mod sums;
mod tagged;
mod unruled;

use super::drawn::{DrawnPage, Rule};
use crate::model::{Legibility, Page, Place, Rect, Spot};
use crate::problem::{Problem, What};

/// Lays out pages as drawn. Glyphs that a line is drawn through are marked so, and their words kept with their page.
pub fn pages(drawn: &mut [DrawnPage]) -> Vec<Page> {
    drawn.iter_mut().for_each(strikes::mark);
    layout::pages(drawn)
}

/// What a person should know of how well a page could be read.
pub fn problem(file: &Place, page: &Page) -> Option<Problem> {
    let place = file.at(Spot::Page { page: page.number });
    match page.legibility {
        Legibility::ImageOnly => Some(Problem::error(place, What::PageIsImage)),
        Legibility::Unreadable => Some(Problem::error(place, What::PageUnreadable)),
        Legibility::Repaired => Some(Problem::note(place, What::PageRepaired)),
        Legibility::Good | Legibility::Recognised | Legibility::Scanned | Legibility::Blank => None,
    }
}

/// The outlines of the tables that rules draw, from top to bottom, with the boxes of their cells.
pub fn cells(rules: &[Rule]) -> Vec<(Rect, Vec<Rect>)> {
    ruled::grids(rules).iter().map(|grid| (grid.bounds(), grid.boxes())).collect()
}
