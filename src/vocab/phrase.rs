//! A phrase to look for in a text, and one that was found.

/// A phrase to look for, and what it stands for.
#[derive(Debug, Clone, Copy)]
pub struct Phrase<T> {
    /// The words, as they are usually written.
    pub words: &'static str,
    /// What they stand for.
    pub means: T,
    /// How much of its surroundings a match needs.
    pub claim: Claim,
    /// Which layer it belongs to.
    pub layer: usize,
}

/// How much a match needs to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// Wherever it stands on word and syllable boundaries.
    Plain,
    /// Only where it is a whole word of the best segmentation.
    Whole,
    /// A name: in Latin letters it begins with a capital if it usually does.
    Proper,
    /// Only in exactly these capitals.
    Capitals,
    /// Only as a word of its own or after a word that introduces names: it is part of too many other words.
    Introduced,
}

/// A phrase found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found<T> {
    /// First byte in the text searched.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it stands for.
    pub means: T,
    /// How much it needed to be believed.
    pub claim: Claim,
    /// True if it is written differently from every known spelling.
    pub misspelt: bool,
}
