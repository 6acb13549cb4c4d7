//! What reading makes of a file: sheets of typed cells, or pages of lines and tables.

use super::codes::codes;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Cells of a sheet whose look is kept.
const LOOKS: usize = 50_000;

/// A file as read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The content.
    pub body: Body,
    /// True if the file was rebuilt or truncated, so that parts may be missing: never pass it as whole.
    pub partial: bool,
}

/// The two kinds of content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Body {
    /// A workbook, or a table saved as text or HTML.
    Sheets(Vec<Sheet>),
    /// A paged document.
    Pages(Vec<Page>),
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; empty for formats without one.
    pub name: String,
    /// True if the sheet is hidden in the workbook.
    pub hidden: bool,
    /// Its cells, at true sheet coordinates.
    pub grid: Grid,
    /// Texts beside its cells, in the order of the file.
    pub notes: Vec<Note>,
}

/// A text of a sheet that is not the content of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// The cell that it belongs to or begins over, 0-based row and column, if it has one.
    pub at: Option<(u32, u32)>,
    /// Its words, Thai in normal form, paragraphs as lines.
    pub text: String,
}

codes! {
    /// What a text beside the cells is.
    NoteKind {
        /// A note or a thread of comments on a cell.
        Comment = "comment",
        /// A text box or another shape with words in it.
        TextBox = "text_box",
        /// Header or footer of the printed sheet.
        Margin = "margin",
    }
}

/// Cells in rows and columns: a sheet, or a table on a page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Grid {
    /// Non-empty cells by (row, column), 0-based. A merged cell stands at its first row and column.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Merged areas of more than one cell.
    pub merged: Vec<Span>,
    /// Rows hidden in the workbook.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns hidden in the workbook.
    pub hidden_columns: BTreeSet<u32>,
    /// Words that are struck through, by the cell that they stand in; empty where all of the cell is.
    pub struck: BTreeMap<(u32, u32), String>,
    /// How cells look that are not plain, where the reader knows it.
    pub looks: BTreeMap<(u32, u32), Look>,
    /// Cells whose text had been read as another encoding and was turned back.
    pub mended: BTreeSet<(u32, u32)>,
}

/// A rectangle of cells, all bounds 0-based and inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// What is wrong with it, if anything.
    pub flaw: Option<CellFlaw>,
}

/// A cell's content, typed as the file has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Text as written, line breaks as `\n`.
    Text(String),
    /// A number that is not a date.
    Number(f64),
    /// A date or time of the sheet's calendar, as a common-era date. A year such as 2566 is kept as stored.
    Date(DateTime),
    /// A truth value.
    Bool(bool),
    /// An error value such as `#REF!`.
    Error(String),
}

/// How a cell looks, where it is not plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Look {
    /// Bold type.
    pub bold: bool,
    /// The colour that it is filled with.
    pub fill: Option<Colour>,
    /// A border is drawn around some of it.
    pub bordered: bool,
}

/// A colour as shown, each part 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellFlaw {
    /// Printed as `###`, or cut at the cell's border: the workbook is needed.
    Cut,
    /// Characters that could not be recovered for certain.
    Damaged,
    /// Characters that were recognised in a picture, and not for certain.
    Unsure,
}

/// A page of a paged document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// 1-based.
    pub number: u32,
    /// Width in points as shown, after rotation.
    pub width: f32,
    /// Height in points as shown.
    pub height: f32,
    /// Lines and tables in reading order.
    pub blocks: Vec<Block>,
    /// The same, read one column after the other, where the page may be set in columns; else empty.
    pub columns: Vec<Block>,
    /// Whether the characters can be trusted.
    pub legibility: Legibility,
}

/// Whether a page's characters can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Legibility {
    /// The text layer reads as language.
    Good,
    /// Parts were repaired or are doubtful.
    Repaired,
    /// The text comes from an earlier character recognition that lies under a scan.
    Recognised,
    /// The text was recognised in the page's picture by this program.
    Scanned,
    /// There is no text layer, only an image.
    ImageOnly,
    /// There is a text layer, but it does not read as language: the page needs character recognition.
    Unreadable,
    /// Nothing is on the page.
    Blank,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// A line of running text.
    Line(Line),
    /// A table.
    Table(Table),
}

/// A line of text outside tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The text, in logical order, Thai in normal form.
    pub text: String,
    /// Where it stands.
    pub bounds: Rect,
    /// Size of its type in points.
    pub size: f32,
    /// All of it is set in bold type.
    pub bold: bool,
    /// The colour of its type, if it is all of one and that is known.
    pub colour: Option<Colour>,
    /// Header, footer or page number, found by position and repetition.
    pub furniture: bool,
    /// Some of it was recognised in a picture, and not for certain.
    pub unsure: bool,
}

/// A table on a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Its cells; rows and columns counted within the table.
    pub grid: Grid,
    /// Where it stands.
    pub bounds: Rect,
    /// True if drawn with lines, false if found by its gutters.
    pub ruled: bool,
    /// Left edges of the columns in points, to recognise a continuation on the next page.
    pub columns: Vec<f32>,
}

/// A rectangle on a page in points, origin at the top left of the page as shown, y downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Rect {
    /// Left.
    pub left: f32,
    /// Top.
    pub top: f32,
    /// Right.
    pub right: f32,
    /// Bottom.
    pub bottom: f32,
}

impl Table {
    /// Two columns of tables on different pages are the same if their edges differ by less than this, in points.
    pub const SAME_EDGE: f32 = 8.0;
}

impl Rect {
    /// True if a point is in it or on its left or upper edge.
    pub fn holds(&self, (x, y): (f32, f32)) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }
}

impl Grid {
    /// Marks all of a cell as struck through, if it holds something.
    pub fn strike(&mut self, at: (u32, u32)) {
        if self.cells.contains_key(&at) {
            self.struck.insert(at, String::new());
        }
    }

    /// Keeps how a cell looks, if it holds something or is coloured behind one that does; of a large sheet the first ones.
    pub fn look(&mut self, at: (u32, u32), look: Look) {
        let beside = || look.fill.is_some() && self.row(at.0).next().is_some();
        if self.looks.len() < LOOKS && (self.cells.contains_key(&at) || beside()) {
            self.looks.insert(at, look);
        }
    }

    /// Number of rows up to the last one that holds something.
    pub fn rows(&self) -> u32 {
        self.cells.keys().next_back().map_or(0, |(row, _)| row + 1)
    }

    /// Number of columns up to the last one that holds something.
    pub fn columns(&self) -> u32 {
        self.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(0)
    }

    /// The cells of one row, from left to right, with their columns.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), cell)| (*column, cell))
    }

    /// The merged area that covers a cell, if any.
    pub fn span(&self, row: u32, column: u32) -> Option<Span> {
        self.merged
            .iter()
            .copied()
            .find(|s| (s.top..=s.bottom).contains(&row) && (s.left..=s.right).contains(&column))
    }
}
