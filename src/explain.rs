//! Prints why an entry of the register is what it is: its sources, its values and why each was taken, the evidence,
//! the disagreements and the decisions; or why a row of a report was read as it was.
//!
//! What it says is true of the reports that lie in the inbox now. It writes nothing.

mod row;

use crate::cache::Cache;
use crate::inbox;
use crate::labels::{
    self, Lang, changes, codes, data, doubts, evidence, explain as words, levels, names, review as rulings,
};
use crate::merge::Weights;
use crate::model::{Confidence, Decision, Engagement, Entry, Evidence, Key, RowName, Source};
use crate::problem::Failure;
use crate::recognise::Recogniser;
use crate::review::Rows;
use crate::run::{self, Options};
use crate::terminal;
use crate::write::Consolidated;
use row::Asked;
use std::fmt::Write;

/// No entry has the id.
const UNKNOWN: u8 = 2;

/// Prints the entry with an id or a number, or what a row of a report was read as, and gives the exit code.
///
/// # Errors
/// If the inbox cannot be read.
pub fn explain(id: &str, options: &Options) -> Result<u8, Failure> {
    let found = inbox::list(&options.inbox, &options.outbox)?;
    let mut cache = Cache::to_read(&options.outbox, options.vocab);
    let recogniser = Recogniser::of(&options.recognition, options.isolation);
    let result = run::consolidate(options, &found, &mut cache, &recogniser, &|_| ())?;
    let entries = &result.register.entries;
    let numbered = id.trim().parse().ok().filter(|number| (1..=entries.len()).contains(number));
    let found = entries.iter().position(|entry| entry.id.eq_ignore_ascii_case(id.trim()));
    let Some(at) = found.or(numbered.map(|number| number - 1)) else {
        if let Some(asked) = Asked::of(&result.files, &options.inbox, id) {
            terminal::say(&asked.text(&result));
            return Ok(0);
        }
        let day: String = id.trim().chars().take(9).collect();
        let near: Vec<&str> =
            entries.iter().map(|entry| entry.id.as_str()).filter(|other| other.starts_with(&day)).collect();
        terminal::warn(&words::unknown(options.lang, id, &near));
        return Ok(UNKNOWN);
    };
    terminal::say(&Told::of(&result, at).text());
    Ok(0)
}

/// An entry with everything that is told of it.
struct Told<'a> {
    lang: Lang,
    result: &'a Consolidated,
    at: usize,
    entry: &'a Entry,
    /// What was understood of each source, and the name of its row.
    sources: Vec<(&'a Source, Option<(&'a Engagement, RowName)>)>,
}

impl<'a> Told<'a> {
    fn of(result: &'a Consolidated, at: usize) -> Self {
        let rows = Rows::of(&result.files);
        let entry = &result.register.entries[at];
        let understood = |source: &Source| {
            let ((file, row), name) = rows.behind(source)?;
            Some((&result.files[*file].reported.understood[*row].engagement, name.clone()))
        };
        let sources = entry.sources.iter().map(|source| (source, understood(source))).collect();
        Self { lang: result.lang, result, at, entry, sources }
    }

    fn text(&self) -> String {
        let mut out = format!("{}\n{}\n", self.entry.id, self.entry.engagement.title.value);
        let lang = self.lang;
        section(&mut out, words::sources(lang), &self.named_sources());
        section(&mut out, words::values(lang), &self.values());
        section(&mut out, &words::evidence(lang, Weights::built_in().needed()), &self.evidence());
        section(&mut out, words::disagreements(lang), &self.disagreements());
        section(&mut out, words::doubts(lang), &self.doubts());
        section(&mut out, words::in_doubt(lang), &self.pairs());
        section(&mut out, words::decisions(lang), &self.decisions());
        out
    }

    fn named_sources(&self) -> Vec<String> {
        let named = |(at, (source, _)): (usize, &(&Source, _))| {
            let place = &source.place;
            let at = at + 1;
            format!(
                "[{at}] {} {} {}: {}",
                names::department(self.result.vocab, self.lang, &source.department),
                labels::shown(&place.file),
                labels::spot(self.lang, place),
                source.title
            )
        };
        self.sources.iter().enumerate().map(named).collect()
    }

    /// Every field that says something: its value, why it was taken, and what each source says where they differ.
    fn values(&self) -> Vec<String> {
        Key::FIELDS.iter().flat_map(|key| self.value(*key)).collect()
    }

    fn value(&self, key: Key) -> Vec<String> {
        let text = |e: &Engagement| {
            let datum = e.datum(key);
            let words = datum.map(|datum| data::value(self.result.vocab, self.lang, &datum));
            words.unwrap_or_default().replace('\n', " ")
        };
        let value = text(&self.entry.engagement);
        let said: Vec<(usize, String, Confidence)> = self
            .sources
            .iter()
            .enumerate()
            .filter_map(|(at, (_, understood))| {
                let (e, _) = understood.as_ref()?;
                Some((at + 1, text(e), e.reading(key)?.confidence()))
            })
            .filter(|(_, text, _)| !text.is_empty())
            .collect();
        if value.is_empty() && said.is_empty() {
            return Vec::new();
        }
        let decided = self.decided(key);
        let agree = said.iter().all(|(_, text, _)| *text == value);
        let why = match &said[..] {
            _ if decided => words::decided(self.lang).to_owned(),
            [(source, ..)] => words::only(self.lang, *source),
            _ if agree => words::agree(self.lang).to_owned(),
            _ => key.policy().map_or("", |policy| words::rule(self.lang, policy)).to_owned(),
        };
        let mut lines = vec![format!("{}: {value} ({why})", codes::key(self.lang, key))];
        if !agree {
            lines.extend(said.into_iter().map(|(source, text, sure)| {
                format!("    [{source}] {text} ({})", labels::inspect::confidence(self.lang, sure))
            }));
        }
        lines
    }

    fn evidence(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for pair in self.entry.evidence.chunk_by(|a, b| (a.first, a.second) == (b.first, b.second)) {
            let sum: i32 = pair.iter().map(|seen| seen.weight).sum();
            let weight = words::weight(self.lang, sum);
            let seen = pair.iter().map(|seen| self.observed(seen)).collect::<Vec<_>>().join(", ");
            lines.push(format!("[{}]–[{}] {weight}: {seen}", pair[0].first + 1, pair[0].second + 1));
        }
        lines
    }

    fn observed(&self, seen: &Evidence) -> String {
        format!("{} {:+}", levels::level(self.lang, seen.level), seen.weight)
    }

    fn disagreements(&self) -> Vec<String> {
        let told = self.entry.conflicts.iter().map(|conflict| {
            let field = codes::key(self.lang, conflict.key);
            let message = doubts::disagreement(self.result.vocab, self.lang, conflict);
            format!("{field}: {message}")
        });
        told.collect()
    }

    fn doubts(&self) -> Vec<String> {
        let doubts = self.entry.engagement.doubts().into_iter();
        doubts
            .map(|(key, doubt)| {
                format!(
                    "{}: {}",
                    codes::key(self.lang, key),
                    doubts::message(self.result.vocab, self.lang, doubt)
                )
            })
            .collect()
    }

    /// Entries that this one was nearly put together with.
    fn pairs(&self) -> Vec<String> {
        let pairs = self.result.register.doubtful.iter();
        let others = pairs.filter_map(|pair| match self.at {
            at if at == pair.first => Some((pair.second, pair)),
            at if at == pair.second => Some((pair.first, pair)),
            _ => None,
        });
        others
            .map(|(other, pair)| {
                let other = &self.result.register.entries[other];
                format!("{}: {}", other.id, evidence::in_doubt(self.lang, &other.engagement, &pair.evidence))
            })
            .collect()
    }

    /// True if a person decided the value of a field.
    fn decided(&self, key: Key) -> bool {
        self.of_this_entry().any(|decision| decision.key == Some(key))
    }

    fn of_this_entry(&self) -> impl Iterator<Item = &'a Decision> {
        let wordings: Vec<String> = self
            .sources
            .iter()
            .filter_map(|(_, understood)| understood.as_ref())
            .map(|(_, name)| name.wording.clone())
            .collect();
        self.result.decisions.iter().filter(move |decision| {
            decision.first.iter().chain(&decision.second).any(|row| wordings.contains(&row.wording))
        })
    }

    fn decisions(&self) -> Vec<String> {
        let told = self.of_this_entry().map(|decision| {
            let Decision { question, title, other, remark, .. } = decision;
            let mut line = format!("{question} {}", rulings::ruling(self.lang, decision.ruling));
            if let Some(key) = decision.key {
                let value = changes::value(self.result.vocab, self.lang, key, &decision.value);
                line = format!("{line}: {} {value}", codes::key(self.lang, key));
            }
            for text in [title, other, remark].into_iter().filter(|text| !text.is_empty()) {
                line = format!("{line} | {text}");
            }
            let origin = &decision.origin;
            format!("{line} ({} {})", labels::shown(&origin.file), labels::spot(self.lang, origin))
        });
        told.collect()
    }
}

/// A heading and its lines; nothing where there are none.
fn section(out: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    // Writing to a string cannot fail.
    let _ = writeln!(out, "\n{heading}");
    for line in lines {
        let _ = writeln!(out, "  {line}");
    }
}
