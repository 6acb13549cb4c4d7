//! A value of a field, whatever the field is: how the data files write it, and how it is read back.

use super::{Group, Kind, Mode, Period, Rank, Status, Theme};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// What stands between the values of a list.
const BETWEEN: &str = "; ";

macro_rules! data {
    ($($(#[$doc:meta])* $sort:ident($type:ty),)+) => {
        /// A value of a field.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Datum { $($(#[$doc])* $sort($type),)+ }

        /// The type of a field's values.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum DataType { $($(#[$doc])* $sort,)+ }
    };
}
data! {
    /// Words as reported.
    Text(String),
    /// Names of cities, bodies or policies, sorted.
    Names(Vec<String>),
    /// ISO 3166-1 alpha-2 codes of countries, sorted.
    Countries(Vec<String>),
    /// Codes of departments, sorted.
    Departments(Vec<String>),
    /// The code of a department.
    Department(Option<String>),
    /// Themes in the contract's order.
    Themes(Vec<Theme>),
    /// Numbers, sorted.
    Numbers(Vec<u8>),
    /// Days.
    Period(Period),
    /// One day.
    Day(Option<Date>),
    /// A status.
    Status(Status),
    /// A kind.
    Kind(Kind),
    /// A group.
    Group(Group),
    /// A rank.
    Rank(Option<Rank>),
    /// A mode.
    Mode(Option<Mode>),
    /// How many.
    Count(Option<u32>),
    /// Money.
    Money(Option<Baht>),
}

/// An amount of money in baht: finite, so that amounts can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Baht(f64);

impl Baht {
    /// The amount; `None` if it is not finite.
    pub fn of(baht: f64) -> Option<Self> {
        // No amount is minus nothing.
        baht.is_finite().then_some(Self(baht + 0.0))
    }
}

impl From<Baht> for f64 {
    fn from(baht: Baht) -> Self {
        baht.0
    }
}

impl TryFrom<f64> for Baht {
    type Error = &'static str;

    fn try_from(baht: f64) -> Result<Self, Self::Error> {
        Self::of(baht).ok_or("an amount that is not finite")
    }
}

impl fmt::Display for Baht {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Eq for Baht {}

impl Ord for Baht {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Baht {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Baht {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

impl Datum {
    /// Its parts as the data files write them: codes, days as `YYYY-MM-DD`, several as the first and the last with
    /// `/`. None where there is no value.
    pub fn parts(&self) -> Vec<String> {
        let mut parts: Vec<String> = match self {
            Self::Text(text) => vec![text.clone()],
            Self::Names(list) | Self::Countries(list) | Self::Departments(list) => list.clone(),
            Self::Department(code) => code.iter().cloned().collect(),
            Self::Themes(list) => list.iter().map(|theme| theme.code().to_owned()).collect(),
            Self::Numbers(list) => list.iter().map(u8::to_string).collect(),
            Self::Period(period) => vec![period.written()],
            Self::Day(day) => day.iter().map(Date::to_string).collect(),
            Self::Status(status) => vec![status.code().to_owned()],
            Self::Kind(kind) => vec![kind.code().to_owned()],
            Self::Group(group) => vec![group.code().to_owned()],
            Self::Rank(rank) => rank.iter().map(|rank| rank.code().to_owned()).collect(),
            Self::Mode(mode) => mode.iter().map(|mode| mode.code().to_owned()).collect(),
            Self::Count(count) => count.iter().map(u32::to_string).collect(),
            Self::Money(baht) => baht.iter().map(Baht::to_string).collect(),
        };
        parts.retain(|part| !part.is_empty());
        parts
    }

    /// As the data files write it, lists joined with `; `; empty where there is no value.
    pub fn written(&self) -> String {
        self.parts().join(BETWEEN)
    }

    /// True where there is no value.
    pub fn is_empty(&self) -> bool {
        self.parts().is_empty()
    }

    /// The value of a sort that a text is as [`Datum::written`] gives it, lists also in another order; `None` if it
    /// is none.
    pub fn of(data_type: DataType, text: &str) -> Option<Self> {
        let list = || each(text, |part| Some(part.to_owned()));
        Some(match data_type {
            DataType::Text => Self::Text(text.to_owned()),
            DataType::Names => Self::Names(list()?),
            DataType::Countries => Self::Countries(list()?),
            DataType::Departments => Self::Departments(list()?),
            DataType::Department => Self::Department(list()?.pop()),
            DataType::Themes => Self::Themes(each(text, Theme::of)?),
            DataType::Numbers => Self::Numbers(each(text, |part| part.parse().ok())?),
            DataType::Period => Self::Period(Period::of(text)?),
            DataType::Day => Self::Day(each(text, super::day)?.pop()),
            DataType::Status => Self::Status(Status::of(text)?),
            DataType::Kind => Self::Kind(Kind::of(text)?),
            DataType::Group => Self::Group(Group::of(text)?),
            DataType::Rank => Self::Rank(each(text, Rank::of)?.pop()),
            DataType::Mode => Self::Mode(each(text, Mode::of)?.pop()),
            DataType::Count => Self::Count(each(text, |part| part.parse().ok())?.pop()),
            DataType::Money => Self::Money(each(text, |part| part.parse().ok().and_then(Baht::of))?.pop()),
        })
    }

    /// A list without what another value of its sort has; any other value as it is.
    pub fn without(self, other: &Self) -> Self {
        let less = |mut list: Vec<String>, other: &[String]| {
            list.retain(|one| !other.contains(one));
            list
        };
        match (self, other) {
            (Self::Names(list), Self::Names(other)) => Self::Names(less(list, other)),
            (Self::Countries(list), Self::Countries(other)) => Self::Countries(less(list, other)),
            (Self::Departments(list), Self::Departments(other)) => Self::Departments(less(list, other)),
            (value, _) => value,
        }
    }

    /// A list with what another value of its sort has; any other value becomes the other one.
    pub fn with(self, other: Self) -> Self {
        let more = |mut list: Vec<String>, other: Vec<String>| {
            list.extend(other);
            list.sort();
            list.dedup();
            list
        };
        match (self, other) {
            (Self::Names(list), Self::Names(other)) => Self::Names(more(list, other)),
            (Self::Countries(list), Self::Countries(other)) => Self::Countries(more(list, other)),
            (Self::Departments(list), Self::Departments(other)) => Self::Departments(more(list, other)),
            (_, other) => other,
        }
    }
}

/// Every part of a list, sorted, or the one value, if there is one; `None` if a part is not read.
fn each<T: Ord>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let parts = text.split(BETWEEN).filter(|part| !part.is_empty());
    let mut list: Vec<T> = parts.map(read).collect::<Option<_>>()?;
    list.sort();
    list.dedup();
    Some(list)
}
