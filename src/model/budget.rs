//! How much is read of one file and of one run.
//!
//! A report has a few hundred rows; a file that holds a thousand times as much is a mistake or an attack. What is over is
//! said and not read. These bounds act long before the limits of memory and time do, so that the same file gives the
//! same on a slow machine and on a fast one.

use serde::{Deserialize, Serialize};

/// What is counted while a file is read. Bytes are counted in units of 1,048,576.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Counted {
    /// Rows and lines that hold something.
    Rows,
    /// Records of a file and of those attached to it.
    Records,
    /// Records of all files of a run.
    RunRecords,
    /// Columns.
    Columns,
    /// Cells, also empty ones, each time that they are met.
    Cells,
    /// Cells that hold something.
    Filled,
    /// Copies of one cell or row that a repeat count makes.
    Copies,
    /// Sheets.
    Sheets,
    /// Merged areas.
    Merged,
    /// Notes, text boxes, headers and footers.
    Notes,
    /// Megabytes of text, counted where it stands: one shared text may stand in many cells or be drawn many times.
    Text,
    /// Megabytes of text on pages, counted each time that it is drawn.
    PageText,
    /// Megabytes after unpacking, each time that they are unpacked.
    Unpacked,
    /// Elements of a page of HTML.
    Nodes,
    /// Elements within elements.
    Nesting,
    /// Pages.
    Pages,
    /// Glyphs, rules, images and clips on pages.
    Drawn,
    /// Steps of drawing.
    Operators,
    /// Fonts.
    Fonts,
    /// Entries of the tables that tell what a font's codes stand for, how wide they are and what they look like.
    Codes,
    /// Elements of the tree of tags.
    Tags,
}

impl Counted {
    /// So many units are read at most: bytes where megabytes are counted.
    pub const fn limit(self) -> u64 {
        match self {
            Self::Text | Self::PageText | Self::Unpacked => self.most() << 20,
            Self::Rows
            | Self::Records
            | Self::RunRecords
            | Self::Columns
            | Self::Cells
            | Self::Filled
            | Self::Copies
            | Self::Sheets
            | Self::Merged
            | Self::Notes
            | Self::Nodes
            | Self::Nesting
            | Self::Pages
            | Self::Drawn
            | Self::Operators
            | Self::Fonts
            | Self::Codes
            | Self::Tags => self.most(),
        }
    }

    /// So many are read at most.
    pub const fn most(self) -> u64 {
        match self {
            // To find and to understand the records of so many rows takes a third of a file's time.
            Self::Rows => 25_000,
            // What is made of so many fits the message in which it is handed over, whatever the layout.
            Self::Records => 20_000,
            // The city's departments file some thousand records a year.
            Self::RunRecords => 500_000,
            // A year by days has fewer.
            Self::Columns => 500,
            // Sheets that are formatted down to their last row have a million empty cells a column.
            Self::Cells => 5_000_000,
            // Forty in each row. Those beyond the sixty-fourth column count for more, as wide tables take more to understand.
            Self::Filled => 1_000_000,
            // More is formatting, not data.
            Self::Copies => 1_000,
            Self::Sheets => 500,
            // Four in a row; each is looked for in every row that it may reach into.
            Self::Merged => 100_000,
            Self::Notes => 10_000,
            // Some five thousand pages. Texts longer than two thousand bytes count for more, as they take more to understand.
            Self::Text => 32,
            // A thousand full pages in Thai.
            Self::PageText => 6,
            // The largest sound workbook measured has 114, which are gone through up to three times.
            Self::Unpacked => 384,
            // Rows and cells as above, with text and a font in each.
            Self::Nodes => 2_000_000,
            // Browsers stop at this depth too.
            Self::Nesting => 512,
            Self::Pages => 5_000,
            // A full page has five thousand.
            Self::Drawn => 2_500_000,
            // A page of 200,000 glyphs has about a million.
            Self::Operators => 10_000_000,
            Self::Fonts => 2_000,
            // Thirty whole fonts of all that a font can hold.
            Self::Codes => 2_000_000,
            Self::Tags => 1_000_000,
        }
    }
}
