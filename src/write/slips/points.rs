//! What each department is asked, cell by cell: what the office asks of it first, then what is wrong with its files, the
//! values in doubt of its rows, and the questions that it can answer.

use super::due::{is_told, owner};
use crate::labels::{Lang, calendar, data, names, slips};
use crate::model::{
    AnyReading, AsideReason, Asked, Datum, Doubt, Engagement, Entry, FileStatus, Key, Place, Processed,
    Question, Reported, Side, Source, Status, Understood, Value, Written,
};
use crate::problem::{Problem, Severity, What};
use crate::write::Consolidated;
use crate::write::summary::cut;
use std::collections::{BTreeMap, BTreeSet};

/// Letters of the title of another entry.
const LETTERS: usize = 80;

/// A thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Where.
    pub place: Place,
    /// The activity of the row; empty where it is about no row.
    pub title: String,
    /// What stands there; empty where nothing does.
    pub stands: String,
    /// What was found, and what is asked.
    pub request: String,
}

/// In which order things are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    /// The office has decided to ask.
    FollowUp,
    /// A file, page or sheet cannot be read.
    Unread,
    /// Something of a file is doubtful or missing.
    File,
    /// A value of a row is in doubt.
    Row,
    /// A question that is open.
    Open,
}

/// What is asked of each department, by its code.
pub fn points(result: &Consolidated) -> BTreeMap<&str, Vec<Point>> {
    let mut all =
        All { result, rows: Rows::of(result), found: BTreeMap::new(), asked_values: BTreeSet::new() };
    for follow_up in &result.follow_ups {
        all.question(&follow_up.question, Order::FollowUp);
    }
    for file in result.files.iter().filter(|file| is_told(file)) {
        all.file(file);
    }
    for entry in &result.register.entries {
        all.entry(entry);
    }
    for question in &result.questions {
        // The others are asked by what is in doubt of the file or row, or are the office's own to answer.
        if matches!(question.asked, Asked::Pair | Asked::Merge | Asked::International | Asked::Aside) {
            all.question(question, Order::Open);
        }
    }
    all.sorted()
}

/// The rows of the reports, by place and title.
struct Rows<'a>(BTreeMap<(&'a Place, &'a str), (&'a Processed, &'a Understood)>);

impl<'a> Rows<'a> {
    fn of(result: &'a Consolidated) -> Self {
        let read = result.files.iter().filter(|file| file.reported.status.is_read());
        let rows = read.flat_map(|file| file.reported.understood.iter().map(move |row| (file, row)));
        let named = rows.map(|(file, row)| {
            let e = &row.engagement;
            ((&e.place, e.title.value.as_str()), (file, row))
        });
        Self(named.collect())
    }

    fn behind(&self, source: &Source) -> Option<(&'a Processed, &'a Understood)> {
        self.0.get(&(&source.place, source.title.as_str())).copied()
    }
}

/// What is asked so far.
struct All<'a> {
    result: &'a Consolidated,
    rows: Rows<'a>,
    found: BTreeMap<&'a str, Vec<(Order, Point)>>,
    /// Values of rows that the office asks about.
    asked_values: BTreeSet<(&'a Place, Option<Key>)>,
}

impl<'a> All<'a> {
    /// Asks a department, `once` whatever the place.
    fn add(&mut self, department: &'a str, order: Order, point: Point, once: bool) {
        if department.is_empty() {
            return;
        }
        let points = self.found.entry(department).or_default();
        // The same words are not said twice of a cell.
        let said = |(_, known): &(Order, Point)| {
            known.request == point.request && (once || known.place == point.place)
        };
        if !points.iter().any(said) {
            points.push((order, point));
        }
    }

    /// In the order of asking, by file and place.
    fn sorted(self) -> BTreeMap<&'a str, Vec<Point>> {
        let sort = |mut points: Vec<(Order, Point)>| {
            points.sort_by(|(order, one), (other, two)| (order, &one.place).cmp(&(other, &two.place)));
            points.into_iter().map(|(_, point)| point).collect()
        };
        self.found.into_iter().map(|(department, points)| (department, sort(points))).collect()
    }

    /// What is wrong with a file, unless a person has looked and found nothing to add.
    fn file(&mut self, file: &'a Processed) {
        let Processed { report, reported } = file;
        let seen = self.result.decisions.iter().any(|decision| decision.sees(report));
        // Of what was replaced only what the later version dropped matters.
        let replaced = reported.status == FileStatus::SupersededBy;
        let matters = |problem: &&Problem| {
            let dropped = matches!(problem.what, What::DroppedInRevision { .. });
            problem.severity != Severity::Note && (dropped || !replaced)
        };
        let image =
            |problem: &&Problem| matches!(problem.what, What::PageIsImage | What::PageNotRecognised { .. });
        let problems = reported.problems.iter().filter(matters).filter(|_| !seen);
        // Of a scan not every page is named.
        let scan = reported.status == FileStatus::NeedsOcr && problems.clone().any(|problem| image(&problem));
        if scan {
            self.scan(file);
        }
        for problem in problems.filter(|problem| !scan || !image(problem)) {
            self.problem(file, problem);
        }
        if !reported.status.is_read() || seen {
            return;
        }
        for aside in reported.aside.iter().filter(|aside| aside.reason == AsideReason::NotUnderstood) {
            let what = What::NotUnderstood { text: aside.text.clone() };
            self.problem(file, &Problem::warning(aside.place.clone(), what));
        }
    }

    /// A file that is a scan as a whole.
    fn scan(&mut self, file: &'a Processed) {
        let lang = self.result.lang;
        let Some(ask) = slips::ask(lang, &What::PageIsImage) else { return };
        let found = slips::status(lang, FileStatus::NeedsOcr);
        let point = Point {
            place: Place::file(&file.report.file),
            title: String::new(),
            stands: String::new(),
            request: slips::request(lang, found, ask),
        };
        self.add(file.reported.department.as_deref().unwrap_or_default(), Order::Unread, point, false);
    }

    fn problem(&mut self, file: &'a Processed, problem: &Problem) {
        let (vocab, lang) = (self.result.vocab, self.result.lang);
        let Some(ask) = slips::ask(lang, &problem.what) else { return };
        let row = row_at(&file.reported, &problem.place);
        let department = row.and_then(|row| owner(file, row)).or(file.reported.department.as_deref());
        let point = Point {
            place: problem.place.clone(),
            title: row.map_or_else(String::new, |row| row.title.value.clone()),
            stands: slips::written(&problem.what).to_owned(),
            request: slips::request(lang, &slips::found(vocab, lang, &problem.what), ask),
        };
        let order = if problem.severity == Severity::Error { Order::Unread } else { Order::File };
        self.add(department.unwrap_or_default(), order, point, false);
    }

    /// The doubts of an entry, each asked of the departments whose rows it comes from.
    fn entry(&mut self, entry: &'a Entry) {
        let lang = self.result.lang;
        // A date that is put off is open.
        let open = entry.engagement.status.value == Status::Postponed;
        for (key, doubt) in entry.engagement.warnings() {
            if open && matches!(doubt, Doubt::DateMissing) {
                continue;
            }
            let Some(ask) = slips::ask_doubt(lang, key, doubt) else { continue };
            for source in self.behind(entry, key, doubt) {
                let point = self.doubted(entry, source, (key, doubt), ask);
                if !self.asked_values.contains(&(&source.place, Some(key))) {
                    // What a body is, is asked once for all rows that name it.
                    let once = matches!(doubt, Doubt::UnknownBody { .. });
                    self.add(source.department.as_str(), Order::Row, point, once);
                }
            }
        }
    }

    /// The sources that a doubt comes from: those whose rows have it, else, where it came up when they were put together,
    /// the first of each department that says what is in doubt.
    fn behind(&self, entry: &'a Entry, key: Key, doubt: &Doubt) -> Vec<&'a Source> {
        let doubts = |source: &&Source| {
            let row = self.rows.behind(source);
            row.is_some_and(|(_, row)| row.engagement.warnings().contains(&(key, doubt)))
        };
        let own: Vec<&Source> = entry.sources.iter().filter(doubts).collect();
        if !own.is_empty() {
            return own;
        }
        let says = |source: &&Source| {
            let Doubt::ReportsDisagree { taken, other, .. } = doubt else { return true };
            let said = self.rows.behind(source).and_then(|(_, row)| row.engagement.datum(key));
            said.is_none_or(|said| said == *taken || said == *other)
        };
        let mut departments: BTreeSet<&str> = BTreeSet::new();
        entry.sources.iter().filter(says).filter(|source| departments.insert(&source.department)).collect()
    }

    fn doubted(&self, entry: &Entry, source: &Source, (key, doubt): (Key, &Doubt), ask: &str) -> Point {
        let (vocab, lang) = (self.result.vocab, self.result.lang);
        let row = self.rows.behind(source).map(|(_, row)| row);
        let e = row.map_or(&entry.engagement, |row| &row.engagement);
        let raw = e.reading(key).map(AnyReading::raw).unwrap_or_default();
        let cell = row.and_then(|row| cell(row, raw));
        let place = cell.map_or(&source.place, |written| &written.place).clone();
        let value = entry.engagement.datum(key);
        let found = match doubt {
            Doubt::ReportsDisagree { taken, other, department } => {
                let theirs = row.and_then(|row| row.engagement.datum(key)).is_some_and(|own| own == *other);
                let (said, by) = if theirs {
                    ((other, taken), self.who_says(entry, key, taken))
                } else {
                    ((taken, other), department.as_str())
                };
                let by = if by == source.department { "" } else { by };
                slips::disagree(vocab, lang, key, said, &names::department_short(vocab, lang, by))
            }
            _ => slips::doubted(vocab, lang, key, doubt, value.as_ref()),
        };
        let days = row.map_or_else(Vec::new, |row| typed_days(lang, row));
        let stands = if cell.is_some() { in_words(raw, &days) } else { String::new() };
        let request = slips::request(lang, &in_words(&found, &days), ask);
        Point { place, title: source.title.clone(), stands, request }
    }

    /// The department whose row has this value; empty if none is known.
    fn who_says<'b>(&self, entry: &'b Entry, key: Key, value: &Datum) -> &'b str {
        let says = |source: &&Source| {
            let said = self.rows.behind(source).and_then(|(_, row)| row.engagement.datum(key));
            said.is_some_and(|said| said == *value)
        };
        entry.sources.iter().find(says).map_or("", |source| &source.department)
    }

    /// A question, to the departments whose rows it is about.
    fn question(&mut self, question: &'a Question, order: Order) {
        let sides: Vec<&Side> = std::iter::once(&question.first).chain(&question.second).collect();
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for (at, side) in sides.iter().enumerate() {
            let other = sides.get(1 - at).copied();
            // Of two that may be one a department says so once; what has one cause in many rows is asked of each row.
            let once = question.second.is_some();
            for source in &side.sources {
                let department = source.department.as_str();
                if once && !told.insert(department) {
                    continue;
                }
                let point = self.asked(question, source, other);
                if order == Order::FollowUp {
                    self.asked_values.insert((&source.place, question.key));
                }
                self.add(department, order, point, false);
            }
        }
    }

    fn asked(&self, question: &Question, source: &Source, other: Option<&Side>) -> Point {
        let (vocab, lang) = (self.result.vocab, self.result.lang);
        let value =
            || question.value.as_ref().map(|value| data::value(vocab, lang, value)).unwrap_or_default();
        let request = match (question.asked, question.key) {
            (Asked::Pair | Asked::Merge, _) => {
                let by = other.map_or_else(String::new, |other| self.reporters(other, &source.department));
                let title = other.map_or("", |other| other.title.as_str());
                slips::ask_same(lang, &cut(vocab, title, LETTERS), &by)
            }
            (Asked::International, _) => slips::ask_international(lang, false).to_owned(),
            (Asked::Aside, _) => slips::ask_international(lang, true).to_owned(),
            (Asked::Layout, _) => slips::ask_layout(lang).to_owned(),
            (Asked::Unheld, _) => slips::ask_activity(lang).to_owned(),
            (Asked::File, _) => slips::ask_file(lang).to_owned(),
            (Asked::Body, _) => slips::ask_body(lang, &question.name.replace('\n', " / ")),
            (Asked::Value, Some(key)) => slips::ask_value(lang, key, &value()),
            (Asked::Value, None) => String::new(),
        };
        let (title, stands) = match question.asked {
            Asked::Layout | Asked::Unheld => (String::new(), source.title.clone()),
            Asked::File => (String::new(), String::new()),
            Asked::Pair | Asked::Merge | Asked::International | Asked::Aside | Asked::Body | Asked::Value => {
                (source.title.clone(), String::new())
            }
        };
        Point { place: source.place.clone(), title, stands, request }
    }

    /// The other departments that report a side.
    fn reporters(&self, side: &Side, but: &str) -> String {
        let codes: BTreeSet<&str> = side.sources.iter().map(|source| source.department.as_str()).collect();
        let others = codes.into_iter().filter(|code| !code.is_empty() && *code != but);
        let names = others.map(|code| names::department_short(self.result.vocab, self.result.lang, code));
        names.collect::<Vec<_>>().join(", ")
    }
}

/// The row that a place lies in, or the one that the words there would be.
fn row_at<'a>(reported: &'a Reported, place: &Place) -> Option<&'a Engagement> {
    let rows = reported.understood.iter().chain(reported.unheld.iter().map(|line| &line.understood));
    let lies_in = |e: &&Engagement| {
        let row = e.place.spot.row();
        e.place == *place
            || row.is_some() && row == place.spot.row() && e.place.spot.sheet() == place.spot.sheet()
    };
    rows.map(|row| &row.engagement).find(lies_in)
}

/// The cell that a wording stands in; of several the one that holds no more.
fn cell<'a>(row: &'a Understood, raw: &str) -> Option<&'a Written> {
    let texts = || row.record.fields.values().flatten().filter(|written| !written.text.is_empty());
    let holds = || texts().find(|written| written.text.contains(raw) || raw.contains(&written.text));
    if raw.is_empty() { None } else { texts().find(|written| written.text == raw).or_else(holds) }
}

/// The days that cells of a row hold as dates of the sheet's calendar: as they are kept, and as people write them.
fn typed_days(lang: Lang, row: &Understood) -> Vec<(String, String)> {
    let typed = row.record.fields.values().flatten().filter_map(|written| match &written.value {
        Some(Value::Date(day)) => Some((written.text.clone(), calendar::typed(lang, day.date()))),
        _ => None,
    });
    typed.filter(|(text, _)| !text.is_empty()).collect()
}

fn in_words(text: &str, days: &[(String, String)]) -> String {
    days.iter().fold(text.to_owned(), |text, (kept, written)| text.replace(kept, written))
}
