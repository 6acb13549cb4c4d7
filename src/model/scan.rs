//! A page that has only pixels, on its way to a recogniser of characters and back.
//!
//! The process that opens the file makes the pixels and hears the words; what runs the recogniser sees neither the file
//! nor what the words mean.

use serde::{Deserialize, Serialize};

/// A page made ready for a recogniser: upright, straight, without specks and rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scan {
    /// How the pixels lie on the page.
    pub lay: Lay,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// A byte a pixel in rows from the top, 0 for black and 255 for white.
    pub grey: Vec<u8>,
}

/// How the pixels that a recogniser gets lie on their page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Lay {
    /// Number of the page, 1-based.
    pub page: u32,
    /// Pixels of the upright page from left to right.
    pub width: u32,
    /// Pixels of the upright page from top to bottom.
    pub height: u32,
    /// Rules of tables that were found in the page.
    pub strokes: Vec<Stroke>,
    /// Parts of the page and where they stand before the recogniser: the cells of a table stand one below the other.
    pub pieces: Vec<Piece>,
}

/// A straight rule found in a picture, in pixels of the upright page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stroke {
    /// True if it runs from left to right.
    pub horizontal: bool,
    /// The middle of the line, across it.
    pub at: f32,
    /// Where it begins along it.
    pub from: f32,
    /// Where it ends along it.
    pub to: f32,
    /// Its thickness.
    pub thickness: f32,
}

/// A part of the upright page, in pixels, and where its upper left corner stands before the recogniser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Left edge on the page.
    pub left: u32,
    /// Upper edge on the page.
    pub top: u32,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Left edge before the recogniser.
    pub x: u32,
    /// Upper edge before the recogniser.
    pub y: u32,
}

/// What became of a page that a recogniser was asked about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recognised {
    /// Number of the page, 1-based.
    pub page: u32,
    /// How its pixels lay, and the recogniser's own words, in Thai alone and in all languages: nothing in them is believed.
    pub outcome: Result<(Lay, Vec<String>), Unrecognised>,
}

/// Why a page has no recognised words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unrecognised {
    /// It could not be made into pixels.
    NoPixels,
    /// The recogniser took longer than a page may.
    Late { seconds: u64 },
    /// The recogniser failed; its last words.
    Failed { detail: String },
    /// The recogniser found next to no text on it.
    NoText,
}

impl Scan {
    /// True if there are as many bytes as pixels, and not more than a page has.
    pub fn is_sound(&self, page: u32, most: usize) -> bool {
        let pixels = (self.width as usize).checked_mul(self.height as usize);
        self.lay.page == page && pixels == Some(self.grey.len()) && (1..=most).contains(&self.grey.len())
    }
}
