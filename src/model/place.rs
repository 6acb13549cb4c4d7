//! Where something stands, in terms that a person can open.

use serde::{Deserialize, Serialize};

/// A place in the inbox: a file and, where known, the spot inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Path relative to the inbox, with `/`.
    pub file: String,
    /// The spot inside the file.
    pub spot: Spot,
}

/// A spot inside a file. All numbers are 1-based, as programs show them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A sheet as a whole.
    Sheet { sheet: String },
    /// A row of a sheet.
    Row { sheet: String, row: u32 },
    /// A cell of a sheet; `column` 1 is A.
    Cell { sheet: String, row: u32, column: u32 },
    /// A page as a whole.
    Page { page: u32 },
    /// A line of text, or a table row, counted from the top of the page over all blocks.
    Line { page: u32, line: u32 },
}

impl Place {
    /// The file as a whole.
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), spot: Spot::File }
    }

    /// Another spot of the same file.
    pub fn at(&self, spot: Spot) -> Self {
        Self { file: self.file.clone(), spot }
    }
}

impl Spot {
    /// The sheet, if the spot is in one.
    pub fn sheet(&self) -> Option<&str> {
        match self {
            Self::Sheet { sheet } | Self::Row { sheet, .. } | Self::Cell { sheet, .. } => Some(sheet),
            Self::File | Self::Page { .. } | Self::Line { .. } => None,
        }
    }

    /// The row of a sheet, if the spot has one.
    pub fn row(&self) -> Option<u32> {
        match self {
            Self::Row { row, .. } | Self::Cell { row, .. } => Some(*row),
            Self::File | Self::Sheet { .. } | Self::Page { .. } | Self::Line { .. } => None,
        }
    }

    /// The page, if the spot is on one.
    pub fn page(&self) -> Option<u32> {
        match self {
            Self::Page { page } | Self::Line { page, .. } => Some(*page),
            Self::File | Self::Sheet { .. } | Self::Row { .. } | Self::Cell { .. } => None,
        }
    }
}
