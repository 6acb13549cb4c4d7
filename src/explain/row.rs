//! Why a row of a report was read as it was: what was understood of it and which entry it is in, or why it is no record.

use crate::inspect::engagement_text;
use crate::labels::{self, Lang, codes, explain as words};
use crate::model::{Place, Processed, Spot, Understood};
use crate::write::Consolidated;
use std::fmt::Write;
use std::path::Path;

/// A part of a report that is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The report, by its place among the files.
    file: usize,
    sheet: Option<String>,
    /// A row of a sheet or, where the report has pages, a line of any.
    row: Option<u32>,
    page: Option<u32>,
}

impl Asked {
    /// The report or row that `FILE`, `FILE:ROW`, `FILE:SHEET:ROW` or `FILE:pPAGE` names; `None` if no report has this
    /// name. The file may be named by its path, with the inbox or from there, or by its name where only one has it.
    pub fn of(files: &[Processed], inbox: &Path, named: &str) -> Option<Self> {
        let named = named.trim().replace('\\', "/");
        let inbox = inbox.to_string_lossy().replace('\\', "/");
        let inside = named.strip_prefix(&inbox).map_or(named.as_str(), |rest| rest.trim_start_matches('/'));
        let base = |file: &str| file.rsplit('/').next().unwrap_or(file).to_owned();
        let alone = |name: &str| files.iter().filter(|one| base(&one.report.file) == name).count() == 1;
        let places = files.iter().enumerate().flat_map(|(at, one)| {
            let short = Some(base(&one.report.file)).filter(|name| alone(name));
            [Some(one.report.file.clone()), short].into_iter().flatten().map(move |name| (at, name))
        });
        let found = places.filter_map(|(at, name)| {
            let rest = inside.strip_prefix(&name)?;
            (rest.is_empty() || rest.starts_with(':')).then_some((name.len(), at, rest.len()))
        });
        let (_, file, rest) = found.max()?;
        let place = inside[inside.len() - rest..].trim_start_matches(':');
        let mut asked = Self { file, sheet: None, row: None, page: None };
        for part in place.split(':').filter(|part| !part.is_empty()) {
            let page = part.strip_prefix(['p', 'P']).and_then(|page| page.parse().ok());
            match (part.parse(), page) {
                (Ok(row), _) => asked.row = Some(row),
                (Err(_), Some(page)) => asked.page = Some(page),
                (Err(_), None) => asked.sheet = Some(part.to_owned()),
            }
        }
        Some(asked)
    }

    /// Everything that is known of what is asked about.
    pub fn text(&self, result: &Consolidated) -> String {
        let lang = result.lang;
        let Processed { report, reported } = &result.files[self.file];
        let message = labels::problems::file_message(result.vocab, lang, reported);
        let status = codes::file_status(lang, reported.status);
        let mut out = words::report(lang, &labels::shown(&report.file), status, &message) + "\n";
        let before = out.len();
        for understood in &reported.understood {
            self.record(result, understood, &mut out);
        }
        for aside in reported.aside.iter().filter(|aside| self.is_at(&aside.place)) {
            let reason = (aside.reason, aside.rule.as_str());
            let place = labels::spot(lang, &aside.place);
            line(&mut out, &labels::inspect::aside(lang, &place, reason, &aside.text));
        }
        for candidate in &reported.unheld {
            let place = &candidate.understood.record.place;
            if self.is_at(place) {
                line(&mut out, &words::unheld(lang, &labels::spot(lang, place), &candidate.text));
            }
        }
        for problem in reported.problems.iter().filter(|problem| self.is_at(&problem.place)) {
            line(&mut out, &labels::problems::line(result.vocab, lang, problem));
        }
        if out.len() == before {
            line(&mut out, &words::no_row(lang, &self.shown(lang, &report.file)));
        }
        out
    }

    /// What was understood of a record, if it stands at what is asked about, and where it went.
    fn record(&self, result: &Consolidated, understood: &Understood, out: &mut String) {
        let lang = result.lang;
        let place = &understood.record.place;
        let starts = self.is_at(place);
        let mut fields = understood.record.fields.values().flatten();
        if !starts && !fields.any(|written| self.is_at(&written.place)) {
            return;
        }
        if !starts {
            line(out, &words::within(lang, &labels::spot(lang, place)));
        }
        out.push_str(&engagement_text(result.vocab, lang, understood));
        let title = &understood.engagement.title.value;
        let entries = result.register.entries.iter().enumerate();
        for (number, entry) in entries {
            if entry.sources.iter().any(|source| source.place == *place && source.title == *title) {
                line(out, &words::in_entry(lang, number + 1, &entry.id));
            }
        }
    }

    fn is_at(&self, place: &Place) -> bool {
        let spot = &place.spot;
        let line = match spot {
            Spot::Line { line, .. } => Some(*line),
            _ => spot.row(),
        };
        let fits = |asked: Option<u32>, told: Option<u32>| asked.is_none_or(|asked| told == Some(asked));
        let sheet = self.sheet.as_deref().is_none_or(|sheet| spot.sheet() == Some(sheet));
        sheet && fits(self.row, line) && fits(self.page, spot.page())
    }

    /// What is asked about, as people name it.
    fn shown(&self, lang: Lang, file: &str) -> String {
        let place = match (self.page, self.row) {
            (Some(page), Some(line)) => Spot::Line { page, line },
            (Some(page), None) => Spot::Page { page },
            (None, Some(row)) => Spot::Row { sheet: self.sheet.clone().unwrap_or_default(), row },
            (None, None) => Spot::File,
        };
        format!("{} {}", labels::shown(file), labels::spot(lang, &Place::file(file).at(place)))
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}
