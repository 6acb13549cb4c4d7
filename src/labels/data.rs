//! Words of the values of fields.

use super::{Lang, calendar, codes, names};
use crate::model::{DataType, Datum};
use crate::model::{Group, Kind, Mode, Rank, Status};
use crate::vocab::Vocab;
use jiff::civil::Date;

/// A value in words, the parts of a list joined with `, `.
pub fn value(vocab: Vocab, lang: Lang, datum: &Datum) -> String {
    parts(vocab, lang, datum).join(", ")
}

/// The parts of a value in words: days by the calendar, codes by their names, the rest as it is. None where there is
/// no value.
pub fn parts(vocab: Vocab, lang: Lang, datum: &Datum) -> Vec<String> {
    match datum {
        Datum::Countries(list) => list.iter().map(|code| names::country(vocab, lang, code)).collect(),
        Datum::Departments(list) => list.iter().map(|code| names::department(vocab, lang, code)).collect(),
        Datum::Department(code) => code.iter().map(|code| names::department(vocab, lang, code)).collect(),
        Datum::Themes(list) => list.iter().map(|theme| codes::theme(lang, *theme).to_owned()).collect(),
        Datum::Period(period) => said(&calendar::days(lang, period.start, period.end)),
        Datum::Day(day) => day.iter().map(|day: &Date| calendar::day_short(lang, *day)).collect(),
        Datum::Status(status) => said(codes::status(lang, *status)),
        Datum::Kind(kind) => said(codes::kind(lang, *kind)),
        Datum::Group(group) => said(codes::group(lang, *group)),
        Datum::Rank(rank) => rank.map(|rank| codes::rank(lang, rank).to_owned()).into_iter().collect(),
        Datum::Mode(mode) => mode.map(|mode| codes::mode(lang, mode).to_owned()).into_iter().collect(),
        Datum::Text(_) | Datum::Names(_) | Datum::Numbers(_) | Datum::Count(_) | Datum::Money(_) => {
            datum.parts()
        }
    }
}

fn said(words: &str) -> Vec<String> {
    if words.is_empty() { Vec::new() } else { vec![words.to_owned()] }
}

/// The words of all values of a sort that are chosen from a list; none for the other sorts.
pub fn choices(lang: Lang, data_type: DataType) -> Vec<&'static str> {
    match data_type {
        DataType::Status => Status::ALL.iter().map(|value| codes::status(lang, *value)).collect(),
        DataType::Kind => Kind::ALL.iter().map(|value| codes::kind(lang, *value)).collect(),
        DataType::Group => Group::ALL.iter().map(|value| codes::group(lang, *value)).collect(),
        DataType::Rank => Rank::ALL.iter().map(|value| codes::rank(lang, *value)).collect(),
        DataType::Mode => Mode::ALL.iter().map(|value| codes::mode(lang, *value)).collect(),
        DataType::Text
        | DataType::Names
        | DataType::Countries
        | DataType::Departments
        | DataType::Department
        | DataType::Themes
        | DataType::Numbers
        | DataType::Period
        | DataType::Day
        | DataType::Count
        | DataType::Money => Vec::new(),
    }
}
