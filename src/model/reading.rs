//! A value as it was understood, with what was written and how sure the understanding is.

use super::{Datum, Place, Reason, ReportPeriod};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How sure a reading is. Four written meanings, no invented decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Confidence {
    /// Nothing was written about it.
    #[default]
    Missing,
    /// One of several meanings was taken.
    Guess,
    /// The usual meaning of what was written; another is possible.
    Likely,
    /// What was written has no other meaning.
    Certain,
}

/// What was understood of a field.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Reading<T> {
    /// The value; the type's empty value where nothing was understood.
    pub value: T,
    /// The words that it was understood from, as written.
    pub raw: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// Why a person should look at it. A reading with doubts becomes a warning on its field.
    pub doubts: Vec<Doubt>,
}

impl<T> Reading<T> {
    /// A value whose wording has no other meaning.
    pub fn certain(value: T, raw: impl Into<String>) -> Self {
        Self { value, raw: raw.into(), confidence: Confidence::Certain, doubts: Vec::new() }
    }

    /// The usual meaning of a wording.
    pub fn likely(value: T, raw: impl Into<String>) -> Self {
        Self { value, raw: raw.into(), confidence: Confidence::Likely, doubts: Vec::new() }
    }

    /// One meaning of several, with the reason why a person should look.
    pub fn guess(value: T, raw: impl Into<String>, doubt: Doubt) -> Self {
        Self { value, raw: raw.into(), confidence: Confidence::Guess, doubts: vec![doubt] }
    }

    /// The same reading with one more doubt.
    pub fn doubted(mut self, doubt: Doubt) -> Self {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
        self
    }
}

/// What a value rests on, whatever its type.
pub trait AnyReading {
    /// The words that it was understood from, as written.
    fn raw(&self) -> &str;
    /// How sure it is.
    fn confidence(&self) -> Confidence;
    /// Why a person should look at it.
    fn doubts(&self) -> &[Doubt];
    /// A person decided it: it is certain, `raw` names the decision, and the doubts about it fall. Those that speak of
    /// the entry as a whole are other questions.
    fn confirm(&mut self, raw: &str);
}

impl<T> AnyReading for Reading<T> {
    fn raw(&self) -> &str {
        &self.raw
    }

    fn confidence(&self) -> Confidence {
        self.confidence
    }

    fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    fn confirm(&mut self, raw: &str) {
        raw.clone_into(&mut self.raw);
        self.confidence = Confidence::Certain;
        self.doubts.retain(Doubt::is_of_the_whole);
    }
}

/// Why a value should be looked at by a person. `labels` holds the words for each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Doubt {
    /// The date has no year; it was taken from the report's period.
    YearFromPeriod { year: i16 },
    /// The year cannot be meant as written (2566 CE, 1966); it was read as this common-era year.
    YearMistyped { written: i32, taken: i16 },
    /// A two-digit year that fits both eras.
    YearAmbiguous { written: String, taken: i16 },
    /// Day and month could be the other way round.
    DayMonthAmbiguous { written: String },
    /// The stated weekday is not that of the date.
    WeekdayContradicts { written: String },
    /// The wording is approximate (ต้นเดือน, ประมาณ).
    Approximate { written: String },
    /// The date lies outside the period that the report covers; the day within it that one wrong digit of the year, or
    /// the other era, would make of it.
    OutsidePeriod { period: ReportPeriod, likely: Option<Date> },
    /// No such day in the calendar, or an end before its start; no date was taken.
    ImpossibleDate { written: String },
    /// A date was expected and the wording was not understood.
    DateNotUnderstood { written: String },
    /// No date was found.
    DateMissing,
    /// The name was matched although it is written differently from every known spelling.
    SpellingMatched { written: String, taken: Datum },
    /// A foreign-looking body that is in no vocabulary; kept as reported.
    UnknownBody { written: String },
    /// A body that is in no vocabulary and whose name leaves no doubt what it is: asked in the review, no warning.
    NewBody { written: String },
    /// A country or body was named, but not one that is known.
    NotRecognised { written: String },
    /// It is reported as done and its day lies ahead.
    HeldAhead { as_of: Date },
    /// No wording tells the value; the default of the contract was taken.
    DefaultTaken,
    /// Several wordings tell different values.
    WordingContradicts { written: String },
    /// It is not clear whether a foreign side takes part.
    InternationalUnsure { reasons: Vec<Reason> },
    /// The way in which its part of the report was read rests on little.
    ReadingUnsure,
    /// A number has a unit or a wording that was not understood.
    NumberNotUnderstood { written: String },
    /// The text layer of the page is damaged here.
    TextDamaged { written: String },
    /// Characters of it were recognised in a picture, and not for certain.
    RecognisedUnsure { written: String },
    /// The cell is cut or printed as ###.
    CellCut,
    /// A note or comment at a cell of the record says something.
    CellNote { place: Place, written: String },
    /// Words of the record are struck through.
    StruckThrough { place: Place, written: String },
    /// Reports of the same engagement say different things.
    ReportsDisagree { taken: Datum, other: Datum, department: String },
    /// Put together with other reports on little evidence.
    MergeUnsure { with: String },
}

impl Doubt {
    /// True if it speaks of the entry as a whole, whatever field it was noted at.
    pub fn is_of_the_whole(&self) -> bool {
        matches!(self, Self::MergeUnsure { .. } | Self::InternationalUnsure { .. })
    }

    /// True if a person should look at the value: a name that is only new is asked about and is right.
    pub fn warns(&self) -> bool {
        !matches!(self, Self::NewBody { .. })
    }

    /// True if something that was written did not become a value: the report is not read in full before a person
    /// has looked.
    pub fn loses_value(&self) -> bool {
        match self {
            Self::ImpossibleDate { .. }
            | Self::DateNotUnderstood { .. }
            | Self::NotRecognised { .. }
            | Self::NumberNotUnderstood { .. }
            | Self::TextDamaged { .. }
            | Self::CellNote { .. }
            | Self::StruckThrough { .. }
            | Self::CellCut => true,
            Self::YearFromPeriod { .. }
            | Self::YearMistyped { .. }
            | Self::YearAmbiguous { .. }
            | Self::DayMonthAmbiguous { .. }
            | Self::WeekdayContradicts { .. }
            | Self::Approximate { .. }
            | Self::OutsidePeriod { .. }
            | Self::DateMissing
            | Self::SpellingMatched { .. }
            | Self::UnknownBody { .. }
            | Self::NewBody { .. }
            | Self::RecognisedUnsure { .. }
            | Self::DefaultTaken
            | Self::HeldAhead { .. }
            | Self::WordingContradicts { .. }
            | Self::InternationalUnsure { .. }
            | Self::ReadingUnsure
            | Self::ReportsDisagree { .. }
            | Self::MergeUnsure { .. } => false,
        }
    }
}
