//! What is understood of one record.

use super::field::fields;
use super::{
    AnyReading, Baht, Datum, Doubt, Group, Key, Kind, Mode, Period, Place, Rank, Reading, Record, Status,
    Theme,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! engagement {
    ($($(#[$doc:meta])* $field:ident: $type:ty, $first:ident = $code:literal $(/ $second:ident = $other:literal)?,
       $datum:ident by $policy:ident;)+) => {
        /// What is understood of one record, field by field.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub struct Engagement {
            /// Where it was reported.
            pub place: Place,
            $($(#[$doc])* pub $field: Reading<$type>,)+
        }

        impl Engagement {
            /// The value of a field; `None` for the engagement as a whole.
            pub fn datum(&self, key: Key) -> Option<Datum> {
                match key {
                    $(Key::$first $(| Key::$second)? => Some(Datum::$datum(self.$field.value.clone())),)+
                    Key::Sources => None,
                }
            }

            /// Puts a value into a field; false if it is none of the field's sort.
            pub fn put(&mut self, key: Key, datum: Datum) -> bool {
                match (key, datum) {
                    $((Key::$first $(| Key::$second)?, Datum::$datum(value)) => self.$field.value = value,)+
                    _ => return false,
                }
                true
            }

            /// What a field's value rests on; `None` for the engagement as a whole.
            pub fn reading(&self, key: Key) -> Option<&dyn AnyReading> {
                match key {
                    $(Key::$first $(| Key::$second)? => Some(&self.$field),)+
                    Key::Sources => None,
                }
            }

            /// The same, to be changed.
            pub fn reading_mut(&mut self, key: Key) -> Option<&mut (dyn AnyReading + 'static)> {
                match key {
                    $(Key::$first $(| Key::$second)? => Some(&mut self.$field),)+
                    Key::Sources => None,
                }
            }
        }
    };
}
fields!(engagement);

impl Engagement {
    /// The doubts of all fields, in the order of the data files. Those about the period stand at `Key::Start`.
    pub fn doubts(&self) -> Vec<(Key, &Doubt)> {
        let mut out = Vec::new();
        for key in Key::FIELDS {
            let doubts = self.reading(*key).map(super::reading::AnyReading::doubts).unwrap_or_default();
            let at = |doubt: &Doubt| if doubt.is_of_the_whole() { Key::Sources } else { *key };
            out.extend(doubts.iter().map(|doubt| (at(doubt), doubt)));
        }
        out
    }

    /// Those of the doubts that a value should be looked at for.
    pub fn warnings(&self) -> Vec<(Key, &Doubt)> {
        self.doubts().into_iter().filter(|(_, doubt)| doubt.warns()).collect()
    }
}

/// Whether a record belongs in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum International {
    /// A foreign or international side acts, or it is abroad, or a foreign-affairs service.
    Yes,
    /// Domestic.
    No,
    /// Not clear: kept, with a warning.
    Unsure,
}

/// The decision, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The decision.
    pub international: International,
    /// What decided it.
    pub reasons: Vec<Reason>,
}

/// A rule that spoke for or against a row being international, with the words that it read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Reason {
    /// Name of the rule.
    pub rule: String,
    /// The words.
    pub words: String,
}

impl Reason {
    /// What a rule says of words.
    pub fn of(rule: &str, words: &str) -> Self {
        Self { rule: rule.to_owned(), words: words.to_owned() }
    }
}

/// `rule: words`.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, self.words)
    }
}

/// A record with what was understood of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    /// As written.
    pub record: Record,
    /// As understood.
    pub engagement: Engagement,
    /// Whether it belongs in the register.
    pub verdict: Verdict,
}

/// Words that no record holds, with what they would be as an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The words, shortened.
    pub text: String,
    /// The activity that they would be.
    pub understood: Understood,
}
