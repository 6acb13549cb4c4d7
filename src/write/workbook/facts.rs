//! The hidden sheet that the formulas of the counts look into: a row for everything that is counted, with the months that
//! it lies in. The same counting is done here for the results that are stored with the formulas.

use crate::labels::workbook::Words;
use crate::labels::{Lang, codes, names};
use crate::model::{Engagement, Group, Kind, ReportPeriod, Status, Theme};
use crate::thai;
use crate::write::entries::numbered;
use crate::write::{Consolidated, Counts, month_of};
use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// What a row is a fact of. The numbers stand in the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// An engagement that was held.
    Engagement = 1,
    /// A country of one with states.
    Country = 2,
    /// An organisation of one with organisations.
    Organisation = 3,
    /// A theme.
    Theme = 4,
    /// A kind.
    Kind = 5,
    /// A department that reports one.
    Department = 6,
}

/// Something that is counted.
struct Fact {
    id: String,
    sort: Sort,
    /// Place in the list of values of its sort; 0 for engagements.
    value: usize,
    group: usize,
    /// First days of its first and last month; `None` where no month is told.
    months: Option<(Date, Date)>,
}

/// Everything that is counted, with the values of each sort in their order.
pub struct Facts {
    all: Vec<Fact>,
    values: BTreeMap<Sort, Vec<String>>,
    /// The months that are shown.
    chosen: Option<(Date, Date)>,
    sheet: &'static str,
}

/// Where the chosen months stand on the hidden sheet: the first, the last, and whether it is all that was reported.
const FROM: &str = "$I$1";
const TO: &str = "$I$2";
const WHOLE: &str = "$I$3";
/// First column of the lists of values, each with its counts and the keys that it is ranked by.
const LISTS: u16 = 10;
/// Stands for a last month that is none, and for one that was not told.
const LATEST: u32 = 99_999;

impl Facts {
    /// Those of a register.
    pub fn of(result: &Consolidated, counts: &Counts, words: &Words) -> Self {
        let (vocab, lang) = (result.vocab, result.lang);
        let mut all = Self {
            all: Vec::new(),
            values: BTreeMap::new(),
            chosen: result.period.map(|ReportPeriod { start, end }| (start, end.first_of_month())),
            sheet: words.sheet_facts,
        };
        let alphabetical = |mut names: Vec<(String, String)>| {
            names.sort_by_cached_key(|(_, name)| thai::alphabetical(name));
            names
        };
        let countries = counts.countries.iter();
        let countries = countries.map(|(code, _)| (code.clone(), names::country(vocab, lang, code)));
        let bodies = counts.organisations.iter().map(|(name, _)| (name.clone(), name.clone()));
        let units = counts.departments.iter();
        let units = units.map(|(code, _)| (code.clone(), names::department(vocab, lang, code)));
        let themes = Theme::ALL.iter();
        let themes = themes.map(|one| (one.code().to_owned(), codes::theme(lang, *one).to_owned()));
        let kinds = Kind::ALL.iter();
        let kinds = kinds.map(|one| (one.code().to_owned(), codes::kind(lang, *one).to_owned()));
        let lists = [
            (Sort::Country, alphabetical(countries.collect())),
            (Sort::Organisation, alphabetical(bodies.collect())),
            (Sort::Department, alphabetical(units.collect())),
            (Sort::Theme, themes.collect()),
            (Sort::Kind, kinds.collect()),
        ];
        let mut places: BTreeMap<(Sort, &str), usize> = BTreeMap::new();
        for (sort, list) in &lists {
            places.extend(list.iter().zip(1..).map(|((code, _), place)| ((*sort, code.as_str()), place)));
        }
        for (_, entry) in numbered(result).filter(|(_, entry)| entry.engagement.status.value == Status::Held)
        {
            all.add(&entry.id, &entry.engagement, &places);
        }
        all.values = lists
            .into_iter()
            .map(|(sort, list)| (sort, list.into_iter().map(|(_, name)| name).collect()))
            .collect();
        all
    }

    fn add(&mut self, id: &str, e: &Engagement, places: &BTreeMap<(Sort, &str), usize>) {
        let group = Group::ALL.iter().position(|group| *group == e.group.value).unwrap_or(0);
        let months = months_of(e);
        let mut push = |sort, value| self.all.push(Fact { id: id.to_owned(), sort, value, group, months });
        push(Sort::Engagement, 0);
        let mut each = |sort: Sort, code: &str| {
            if let Some(place) = places.get(&(sort, code)) {
                push(sort, *place);
            }
        };
        if e.group.value == Group::State {
            e.countries.value.iter().for_each(|code| each(Sort::Country, code));
        }
        if e.group.value == Group::Organisation {
            e.organisations.value.iter().for_each(|name| each(Sort::Organisation, name));
        }
        e.themes.value.iter().for_each(|theme| each(Sort::Theme, theme.code()));
        each(Sort::Kind, e.kind.value.code());
        e.departments.value.iter().for_each(|code| each(Sort::Department, code));
    }

    /// How many values a sort has.
    pub fn len(&self, sort: Sort) -> usize {
        self.values.get(&sort).map_or(0, Vec::len)
    }

    /// The values of a sort in their order.
    pub fn values(&self, sort: Sort) -> &[String] {
        self.values.get(&sort).map_or(&[], Vec::as_slice)
    }

    /// How many facts there are of a sort in the chosen months, or in one of them; of a value or a group where that is told.
    pub fn count(
        &self,
        sort: Sort,
        value: Option<usize>,
        group: Option<usize>,
        month: Option<Date>,
    ) -> usize {
        let of = |fact: &&Fact| {
            fact.sort == sort
                && value.is_none_or(|value| fact.value == value)
                && group.is_none_or(|group| fact.group == group)
                && month.is_none_or(|month| fact.months == Some((month, month)))
        };
        self.all.iter().filter(of).filter(|fact| self.is_chosen(fact)).count()
    }

    /// How many facts each value of a sort has in the chosen months, in the order of the values.
    fn counted(&self, sort: Sort) -> Vec<usize> {
        let mut counts = vec![0; self.len(sort)];
        for fact in self.all.iter().filter(|fact| fact.sort == sort && self.is_chosen(fact)) {
            if let Some(count) = fact.value.checked_sub(1).and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        counts
    }

    /// True for a fact that lies in the chosen months.
    fn is_chosen(&self, fact: &Fact) -> bool {
        match (self.chosen, fact.months) {
            (None, _) => true,
            (Some((from, to)), Some((first, last))) => from <= first && last <= to,
            (Some(_), None) => false,
        }
    }

    /// True for a month that is chosen.
    pub fn shows(&self, month: Date) -> bool {
        self.chosen.is_none_or(|(from, to)| (from..=to).contains(&month))
    }

    /// The formula of a count. `value` and `group` are cells or numbers; `month` is a cell.
    pub fn formula(
        &self,
        sort: Sort,
        value: Option<&str>,
        group: Option<&str>,
        month: Option<&str>,
    ) -> String {
        let last = self.all.len().max(1) + 1;
        let column = |letter: char| format!("'{}'!${letter}$2:${letter}${last}", self.sheet);
        let mut criteria = format!("{},{}", column('B'), sort as u8);
        for (letter, wanted) in [('C', value), ('F', group)] {
            if let Some(wanted) = wanted {
                criteria.extend([",", &column(letter), ",", wanted]);
            }
        }
        if let Some(month) = month {
            criteria.extend([",", &column('D'), ",", month, ",", &column('E'), ",", month]);
        }
        let cell = |at: &str| format!("'{}'!{at}", self.sheet);
        format!(
            "IF({},COUNTIFS({criteria}),COUNTIFS({criteria},{},\">=\"&{},{},\"<=\"&{}))",
            cell(WHOLE),
            column('D'),
            cell(FROM),
            column('E'),
            cell(TO)
        )
    }

    /// The values of a sort with what they count, the most frequent first and then in their order.
    pub fn ranked(&self, sort: Sort) -> Vec<(usize, usize)> {
        let mut ranked: Vec<(usize, usize)> = (1..).zip(self.counted(sort)).collect();
        ranked.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
        ranked
    }

    /// The columns of a sort's list on the hidden sheet: names, counts, keys.
    pub fn list(&self, sort: Sort) -> [String; 3] {
        let first = LISTS + 4 * (sort as u16 - 2);
        let last = self.len(sort).max(1) + 1;
        let column = |at: u16| {
            let letters = crate::labels::column_letters(u32::from(first + at));
            format!("'{}'!${letters}$2:${letters}${last}", self.sheet)
        };
        [column(0), column(1), column(2)]
    }

    /// A cell that tells of the chosen months.
    pub fn cell(&self, at: Cell) -> String {
        let at = match at {
            Cell::From => FROM,
            Cell::To => TO,
            Cell::Whole => WHOLE,
        };
        format!("'{}'!{at}", self.sheet)
    }

    /// Writes the sheet. `from` and `to` are the cells that the months are chosen in.
    pub fn write(&self, sheet: &mut Worksheet, from: &str, to: &str) -> Result<(), XlsxError> {
        sheet.set_name(self.sheet)?;
        sheet.set_hidden(true);
        for (column, heading) in (0..).zip(["id", "sort", "value", "first", "last", "group", "counted"]) {
            sheet.write_string(0, column, heading)?;
        }
        for (row, fact) in (1..).zip(&self.all) {
            sheet.write_string(row, 0, &fact.id)?;
            sheet.write_number(row, 1, fact.sort as u8)?;
            sheet.write_number(row, 2, fact.value as f64)?;
            let (first, last) =
                fact.months.map_or((0.0, f64::from(LATEST)), |(first, last)| (serial(first), serial(last)));
            sheet.write_number(row, 3, first)?.write_number(row, 4, last)?;
            sheet.write_number(row, 5, fact.group as f64)?.write_number(row, 6, 1)?;
        }
        let stored = |chosen: Option<Date>, none: f64| chosen.map_or(none, serial).to_string();
        let (first, last) = (self.chosen.map(|(from, _)| from), self.chosen.map(|(_, to)| to));
        let formula = |text: String, result: String| rust_xlsxwriter::Formula::new(text).set_result(result);
        sheet.write_formula(0, 8, formula(format!("=IF(ISNUMBER({from}),{from},1)"), stored(first, 1.0)))?;
        let latest = f64::from(LATEST - 1);
        sheet.write_formula(
            1,
            8,
            formula(format!("=IF(ISNUMBER({to}),{to},{latest})"), stored(last, latest)),
        )?;
        let whole = if self.chosen.is_none() { "TRUE" } else { "FALSE" };
        let whole_of = format!("=NOT(OR(ISNUMBER({from}),ISNUMBER({to})))");
        sheet.write_formula(2, 8, formula(whole_of, whole.to_owned()))?;
        for (sort, values) in &self.values {
            self.write_list(sheet, *sort, values)?;
        }
        Ok(())
    }

    fn write_list(&self, sheet: &mut Worksheet, sort: Sort, values: &[String]) -> Result<(), XlsxError> {
        let first = LISTS + 4 * (sort as u16 - 2);
        let letters = crate::labels::column_letters(u32::from(first + 1));
        for ((place, count), name) in (1..).zip(self.counted(sort)).zip(values) {
            let row = place as u32;
            sheet.write_string(row, first, super::listing::writable(name))?;
            let of = self.formula(sort, Some(&place.to_string()), None, None);
            let of = rust_xlsxwriter::Formula::new(format!("={of}")).set_result(count.to_string());
            sheet.write_formula(row, first + 1, of)?;
            // Ties stand in the order of the list.
            let key = format!("={letters}{0}-{place}/100000", row + 1);
            let result = count as f64 - f64::from(place) / 100_000.0;
            let key = rust_xlsxwriter::Formula::new(key).set_result(result.to_string());
            sheet.write_formula(row, first + 2, key)?;
        }
        Ok(())
    }
}

/// A cell of the hidden sheet.
#[derive(Clone, Copy)]
pub enum Cell {
    /// The first month that is shown.
    From,
    /// The last one.
    To,
    /// Whether all that was reported is shown.
    Whole,
}

/// The first and last month that an engagement counts in, as the program counts: the one that it begins in, or all that a
/// day or month as exact as a quarter or year may be of.
fn months_of(e: &Engagement) -> Option<(Date, Date)> {
    if let Some(month) = month_of(e) {
        return Some((month, month));
    }
    let (start, end) = (e.period.value.start?, e.period.value.end?);
    Some((start.first_of_month(), end.first_of_month()))
}

/// A day as spreadsheet programs number it.
pub fn serial(day: Date) -> f64 {
    let (year, month, date) = (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs());
    let known = u16::try_from(year).ok().and_then(|year| ExcelDateTime::from_ymd(year, month, date).ok());
    known.map_or(0.0, |day| day.to_excel())
}

/// The language's names of the groups.
pub fn groups(lang: Lang) -> Vec<&'static str> {
    Group::ALL.iter().map(|group| codes::group(lang, *group)).collect()
}
