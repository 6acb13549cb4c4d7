//! Prints what is understood of lines of text: the officer's way to try the vocabulary, and the tests' window.

use crate::cli::UnderstandArgs;
use crate::labels::doubts;
use crate::model::{International, Rank, Reason};
use crate::normalise;
use crate::vocab::Vocab;
use serde::Serialize;
use std::io::{self, BufRead, Write};

/// Standard input or output broke.
const BROKEN: u8 = 1;

/// One line's answer, keys in this order.
#[derive(Serialize)]
struct Answer<'a> {
    text: &'a str,
    start: Option<String>,
    end: Option<String>,
    date_precision: &'static str,
    countries: &'a [String],
    cities: &'a [String],
    organisations: &'a [String],
    departments: &'a [String],
    #[serde(rename = "type")]
    kind: &'static str,
    group: &'static str,
    themes: Vec<&'static str>,
    status: &'static str,
    counterpart_rank: &'static str,
    international: Option<bool>,
    reasons: Vec<String>,
    warnings: Vec<Warning>,
}

#[derive(Serialize)]
struct Warning {
    field: &'static str,
    code: &'static str,
    message: String,
}

/// Prints one JSON object a text and gives the exit code.
pub fn understand(vocab: Vocab, args: &UnderstandArgs) -> u8 {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let printed = if args.text.is_empty() {
        io::stdin().lock().lines().try_for_each(|line| print(vocab, &mut out, &line?, args))
    } else {
        args.text.iter().try_for_each(|text| print(vocab, &mut out, text, args))
    };
    match printed.and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            eprintln!("{error}");
            BROKEN
        }
    }
}

fn print(vocab: Vocab, out: &mut impl Write, text: &str, args: &UnderstandArgs) -> io::Result<()> {
    let understood = normalise::understand_text(vocab, text, args.period, args.department.as_deref());
    let e = &understood.engagement;
    let warnings = e.doubts().into_iter().map(|(key, doubt)| Warning {
        field: key.code(),
        code: doubts::code(doubt),
        message: doubts::message(vocab, args.lang, doubt),
    });
    let answer = Answer {
        text,
        start: e.period.value.start.map(|day| day.to_string()),
        end: e.period.value.end.map(|day| day.to_string()),
        date_precision: e.period.value.precision.code(),
        countries: &e.countries.value,
        cities: &e.cities.value,
        organisations: &e.organisations.value,
        departments: &e.departments.value,
        kind: e.kind.value.code(),
        group: e.group.value.code(),
        themes: e.themes.value.iter().map(|theme| theme.code()).collect(),
        status: e.status.value.code(),
        counterpart_rank: e.counterpart_rank.value.map_or("", Rank::code),
        international: match understood.verdict.international {
            International::Yes => Some(true),
            International::No => Some(false),
            International::Unsure => None,
        },
        reasons: understood.verdict.reasons.iter().map(Reason::to_string).collect(),
        warnings: warnings.collect(),
    };
    serde_json::to_writer(&mut *out, &answer)?;
    writeln!(out)
}
