//! Prints what a stage made of one file: the user's "why", and the tests' window.
//!
//! The text is stable: one fact a line, places as the spreadsheet program or the PDF viewer shows them.

use crate::cli::{InspectArgs, Stage};
use crate::extract::study::{Proposal, Studied, study};
use crate::inbox::{self, Content, Loaded};
use crate::isolate::{Isolation, Look, Pool};
use crate::labels::{self, Lang, inspect as words};
use crate::model::{
    Block, Body, Document, Engagement, Extract, Grid, International, Key, Line, Page, Recognised, Rect,
    Report, Sheet, Table, Understood, Value,
};
use crate::problem::{Failure, Problem, Severity, What};
use crate::read::Opened;
use crate::recognise::{self, Recogniser, Recognition};
use crate::vocab::Vocab;
use crate::{attached, extract, normalise, read, terminal, worker};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use std::fmt::Write;

/// The file could not be read at all.
const UNREAD: u8 = 1;
/// Readings that were not taken and are shown, the ones worth most.
const OTHERS: usize = 8;
/// The file was read in part, or something in it is doubtful.
const DOUBTFUL: u8 = 3;

/// Prints what a stage made of a file and gives the exit code.
///
/// # Errors
/// If no process can be started that reads it.
pub fn inspect(
    vocab: Vocab,
    args: &InspectArgs,
    isolation: Isolation,
    recognition: &Recognition,
) -> Result<u8, Failure> {
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    let readers = Pool::start(vocab, isolation, jobs)?;
    let outcome = seen(&readers, args, &Recogniser::of(recognition, isolation));
    readers.close()?;
    let (text, problems, code) = match outcome {
        Ok(view) => {
            let doubtful = view.problems.iter().any(|problem| problem.severity >= Severity::Warning);
            let code = if doubtful { DOUBTFUL } else { 0 };
            (view.text, view.problems, code)
        }
        Err(problems) => (String::new(), problems, UNREAD),
    };
    terminal::say(&text);
    for problem in &problems {
        eprintln!("{}", labels::problems::line(vocab, args.lang, problem));
    }
    Ok(code)
}

/// What is to be shown of the file that the user names; its path may lead through a file that carries it.
fn seen(readers: &Pool, args: &InspectArgs, recogniser: &Recogniser) -> Result<View, Vec<Problem>> {
    let look = Look { stage: args.stage, json: args.json, lang: args.lang };
    let within = || {
        let (carrier, name) = inbox::carrier(&args.file)?;
        readers.look(&inbox::load_one(&carrier).ok()?, look, Some(&name), Vec::new())
    };
    let own = || match inbox::load_one(&args.file) {
        Ok(content) => looked(readers, &content, look, recogniser),
        Err(settled) => Some(Err(settled.reported.problems)),
    };
    within().or_else(own).unwrap_or_else(|| Err(Vec::new()))
}

/// What is shown of a content; where pages of it have only pixels, with what is recognised in them.
fn looked(
    readers: &Pool,
    content: &Content,
    look: Look,
    recogniser: &Recogniser,
) -> Option<Result<View, Vec<Problem>>> {
    let plain = readers.look(content, look, None, Vec::new())?;
    let (Ok(View { problems, .. }) | Err(problems)) = &plain;
    let wanted = recognise::wanted(problems);
    let pages =
        if wanted.is_empty() { Vec::new() } else { recogniser.pages(readers, None, content, &wanted).0 };
    if pages.is_empty() { Some(plain) } else { readers.look(content, look, None, pages) }
}

/// What is shown of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// What goes to standard output.
    pub text: String,
    /// What is doubtful or missing.
    pub problems: Vec<Problem>,
}

/// What a stage makes of a content, or of the file of this name within it; `None` if there is none.
pub fn view(
    vocab: Vocab,
    look: Look,
    content: Content,
    within: Option<&str>,
    recognised: &[Recognised],
) -> Option<Result<View, Vec<Problem>>> {
    let loaded = match (inbox::told(content), within) {
        (loaded, None) => loaded,
        (Loaded::Content(report, bytes), Some(name)) => attached::find(vocab, &report, &bytes, name)?,
        (Loaded::Settled(..) | Loaded::Review(..), Some(_)) => return None,
    };
    Some(match loaded {
        Loaded::Settled(settled) => Err(settled.reported.problems),
        Loaded::Review(report, bytes) => Err(worker::reviewed(vocab, &report, &bytes).problems),
        Loaded::Content(report, bytes) => made(vocab, look, &report, &bytes, recognised),
    })
}

fn made(
    vocab: Vocab,
    args: Look,
    report: &Report,
    bytes: &[u8],
    recognised: &[Recognised],
) -> Result<View, Vec<Problem>> {
    let Opened { document, mut problems, attachments } =
        read::read_with(report, bytes, recognised).map_err(|e| vec![e.problem])?;
    if let Some((mark, place)) = extract::secrecy(vocab, &report.file, &document) {
        problems.push(Problem::warning(place, What::Restricted { mark }));
        return Err(problems);
    }
    if !attachments.is_empty() {
        problems.push(worker::attachments(report, &attachments));
    }
    let stage = args.stage.unwrap_or(if args.json { Stage::Document } else { Stage::Engagements });
    if stage == Stage::Document {
        let text =
            if args.json { pretty(&document_json(&document)) } else { document_text(args.lang, &document) };
        return Ok(View { text, problems });
    }
    let extract = extract::extract(vocab, &report.file, &document);
    problems.extend(extract.problems.iter().cloned());
    let text = match stage {
        Stage::Document | Stage::Tables if args.json => {
            let studied = study(vocab, &report.file, &document);
            pretty(
                &json!({ "tables": extract.tables, "aside": extract.aside, "proposals": proposals_json(&studied) }),
            )
        }
        Stage::Document | Stage::Tables => {
            let studied = study(vocab, &report.file, &document);
            tables_text(args.lang, &extract) + &proposals_text(args.lang, &studied)
        }
        Stage::Records if args.json => pretty(&json!(extract)),
        Stage::Records => records_text(args.lang, &extract),
        Stage::Engagements => {
            let normalised = normalise::normalise(vocab, &report.file, &extract);
            problems.extend(normalised.problems);
            if args.json {
                pretty(&json!(normalised.understood))
            } else if normalised.understood.is_empty() {
                format!("{}\n", words::no_records(args.lang, extract.nil))
            } else {
                normalised.understood.iter().map(|u| engagement_text(vocab, args.lang, u)).collect()
            }
        }
    };
    Ok(View { text, problems })
}

fn pretty(value: &Json) -> String {
    format!("{value:#}\n")
}

fn document_json(document: &Document) -> Json {
    match &document.body {
        Body::Sheets(sheets) => json!({ "sheets": sheets.iter().map(sheet_json).collect::<Vec<_>>() }),
        Body::Pages(pages) => json!({ "pages": pages.iter().map(page_json).collect::<Vec<_>>() }),
    }
}

fn sheet_json(sheet: &Sheet) -> Json {
    let merged: Vec<String> = sheet
        .grid
        .merged
        .iter()
        .map(|s| format!("{}:{}", labels::cell(s.top, s.left), labels::cell(s.bottom, s.right)))
        .collect();
    let notes: Vec<Json> = sheet
        .notes
        .iter()
        .map(|note| {
            let at = note.at.map(|(row, column)| labels::cell(row, column));
            json!({ "kind": note.kind, "cell": at, "text": note.text })
        })
        .collect();
    let columns: Vec<u32> = sheet.grid.hidden_columns.iter().map(|column| column + 1).collect();
    let hidden: Vec<u32> = sheet.grid.hidden_rows.iter().map(|row| row + 1).collect();
    json!({ "name": sheet.name, "hidden": sheet.hidden, "rows": rows(&sheet.grid), "merged": merged,
        "notes": notes, "cells": cells_json(&sheet.grid), "hidden_rows": hidden, "hidden_columns": columns })
}

/// What cells are beside plain text, by their names: their type, what is wrong with them, how they look.
fn cells_json(grid: &Grid) -> Json {
    let mut cells = serde_json::Map::new();
    for (at, cell) in &grid.cells {
        let mut said = serde_json::Map::new();
        let mut say = |name: &str, what: Json| said.insert(name.to_owned(), what);
        match cell.value {
            Value::Text(_) => {}
            Value::Number(_) => drop(say("type", json!("number"))),
            Value::Date(_) => drop(say("type", json!("date"))),
            Value::Bool(_) => drop(say("type", json!("bool"))),
            Value::Error(_) => drop(say("type", json!("error"))),
        }
        if let Some(flaw) = cell.flaw {
            say("flaw", json!(flaw));
        }
        if let Some(words) = grid.struck.get(at) {
            say("struck", if words.is_empty() { json!(true) } else { json!(words) });
        }
        if let Some(look) = grid.looks.get(at) {
            say("bold", json!(look.bold));
            say("fill", json!(look.fill.map(|fill| fill.to_string())));
            say("bordered", json!(look.bordered));
        }
        if !said.is_empty() {
            cells.insert(labels::cell(at.0, at.1), Json::Object(said));
        }
    }
    Json::Object(cells)
}

fn page_json(page: &Page) -> Json {
    let (mut lines, mut tables) = (Vec::new(), Vec::new());
    for block in &page.blocks {
        match block {
            Block::Line(line) => lines.push(line_json(line)),
            Block::Table(table) => tables.push(json!({ "rows": rows(&table.grid), "ruled": table.ruled,
                "box": box_json(table.bounds), "columns": table.columns.iter().map(|x| tenths(*x)).collect::<Vec<_>>(),
                "cells": cells_json(&table.grid) })),
        }
    }
    json!({ "page": page.number, "text": page_text(page), "tables": tables, "lines": lines,
        "legibility": page.legibility, "size": [tenths(page.width), tenths(page.height)] })
}

fn line_json(line: &Line) -> Json {
    json!({ "text": line.text, "box": box_json(line.bounds), "size": tenths(line.size), "bold": line.bold,
        "colour": line.colour.map(|colour| colour.to_string()), "furniture": line.furniture })
}

/// Left, top, right and bottom, in points.
fn box_json(bounds: Rect) -> [f64; 4] {
    [bounds.left, bounds.top, bounds.right, bounds.bottom].map(tenths)
}

/// A length in points as people read it.
fn tenths(length: f32) -> f64 {
    (f64::from(length) * 10.0).round() / 10.0
}

/// All rows of a grid from the first, each up to its last cell: a sheet of two far cells stays small.
fn rows(grid: &Grid) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new(); grid.rows() as usize];
    for ((row, column), cell) in &grid.cells {
        let cells = &mut rows[*row as usize];
        cells.resize(*column as usize, String::new());
        cells.push(value_text(&cell.value));
    }
    rows
}

/// A page's text in reading order.
fn page_text(page: &Page) -> String {
    let mut text = String::new();
    for block in &page.blocks {
        match block {
            Block::Line(line) => {
                text.push_str(&line.text);
                text.push('\n');
            }
            Block::Table(table) => {
                for row in 0..table.grid.rows() {
                    let cells: Vec<String> =
                        table.grid.row(row).map(|(_, cell)| value_text(&cell.value)).collect();
                    text.push_str(&cells.join("\t"));
                    text.push('\n');
                }
            }
        }
    }
    text
}

fn value_text(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Error(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) if date.time() == jiff::civil::Time::midnight() => date.date().to_string(),
        Value::Date(date) => date.to_string(),
        Value::Bool(value) => value.to_string(),
    }
}

fn document_text(lang: Lang, document: &Document) -> String {
    let mut out = String::new();
    match &document.body {
        Body::Sheets(sheets) => {
            for sheet in sheets {
                line(&mut out, &words::sheet(lang, &sheet.name, sheet.hidden));
                for ((row, column), cell) in &sheet.grid.cells {
                    let flat = value_text(&cell.value).replace('\n', "⏎");
                    line(&mut out, &format!("  {}: {flat}", labels::cell(*row, *column)));
                }
                for (at, words) in &sheet.grid.struck {
                    line(&mut out, &words::struck(lang, &labels::cell(at.0, at.1), words));
                }
                for note in &sheet.notes {
                    let at = note.at.map(|(row, column)| labels::cell(row, column));
                    line(&mut out, &words::note(lang, note.kind, at.as_deref(), &note.text));
                }
                for span in &sheet.grid.merged {
                    let (from, to) =
                        (labels::cell(span.top, span.left), labels::cell(span.bottom, span.right));
                    line(&mut out, &words::merged(lang, &from, &to));
                }
            }
        }
        Body::Pages(pages) => {
            for page in pages {
                line(&mut out, &words::page(lang, page.number, page.legibility));
                let mut number = 0;
                for block in &page.blocks {
                    match block {
                        Block::Line(text) => {
                            number += 1;
                            line(&mut out, &format!("  {number:>3}  {}", text.text));
                        }
                        Block::Table(table) => table_text(&mut out, &mut number, table),
                    }
                }
            }
        }
    }
    out
}

fn table_text(out: &mut String, number: &mut u32, table: &Table) {
    for row in rows(&table.grid) {
        *number += 1;
        let cells = row.join(" | ").replace('\n', "⏎");
        line(out, &format!("  {number:>3}  | {cells} |"));
    }
}

fn tables_text(lang: Lang, extract: &Extract) -> String {
    let mut out = String::new();
    for table in &extract.tables {
        let place = labels::spot(lang, &table.place);
        line(&mut out, &words::table(lang, &place, &table.layout, table.records));
        for column in &table.columns {
            let roles: Vec<&str> = column.roles.iter().map(|role| words::role(lang, *role)).collect();
            line(&mut out, &words::column(lang, &column.heading, &roles, column.by_content));
        }
    }
    if extract.tables.is_empty() {
        line(&mut out, words::no_tables(lang));
    }
    aside_text(&mut out, lang, extract);
    out
}

/// The rows that are no record, each with the rule that says so.
fn aside_text(out: &mut String, lang: Lang, extract: &Extract) {
    for aside in &extract.aside {
        let place = labels::spot(lang, &aside.place);
        line(out, &words::aside(lang, &place, (aside.reason, &aside.rule), &aside.text));
    }
}

/// The readings of each sheet, or of the pages, that were taken or are worth most.
fn proposals_text(lang: Lang, studied: &[Vec<Studied>]) -> String {
    let mut out = String::new();
    for body in studied.iter().flatten() {
        line(&mut out, &words::proposals(lang, body.proposals.len()));
        let mut order: Vec<&Proposal> = body.proposals.iter().filter(|one| !one.records.is_empty()).collect();
        order.sort_by(|a, b| b.chosen.cmp(&a.chosen).then(b.value.total_cmp(&a.value)));
        let taken = order.iter().filter(|one| one.chosen).count();
        for one in order.into_iter().take(taken + OTHERS) {
            let place =
                one.records.first().map_or_else(String::new, |(_, first, ..)| labels::spot(lang, first));
            let likely = one.likely.iter().sum::<f32>() / one.likely.len().max(1) as f32;
            let size = (one.records.len(), one.span.len());
            line(
                &mut out,
                &words::proposal(lang, (one.reading, &place), size, (likely, one.value), one.chosen),
            );
        }
    }
    out
}

/// All proposals with their evidence, by its names.
fn proposals_json(studied: &[Vec<Studied>]) -> Json {
    let record = |names: &[&str], one: &Proposal, n: usize| {
        let (place, _, _, title) = &one.records[n];
        let evidence: serde_json::Map<String, Json> = names
            .iter()
            .zip(&one.evidence[n])
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect();
        json!({ "place": place, "title": title, "likely": one.likely[n], "evidence": evidence })
    };
    let proposal = |names: &[&str], one: &Proposal| {
        let records: Vec<Json> = (0..one.records.len()).map(|n| record(names, one, n)).collect();
        json!({ "reading": one.reading, "rows": [one.span.start, one.span.end], "value": one.value,
            "chosen": one.chosen, "records": records })
    };
    let bodies = studied.iter().flatten();
    json!(
        bodies
            .map(|body| body.proposals.iter().map(|one| proposal(&body.names, one)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    )
}

fn records_text(lang: Lang, extract: &Extract) -> String {
    let mut out = String::new();
    for hint in extract.context.department.iter().chain(&extract.context.period) {
        line(&mut out, &words::hint(lang, hint));
    }
    for record in &extract.records {
        line(&mut out, &words::record(lang, &labels::spot(lang, &record.place), &record.layout));
        for section in &record.context.sections {
            line(&mut out, &words::section(lang, section));
        }
        for (role, texts) in &record.fields {
            for written in texts {
                let text = written.text.replace('\n', "⏎");
                line(&mut out, &format!("    {}: {text}", words::role(lang, *role)));
            }
        }
    }
    aside_text(&mut out, lang, extract);
    let audit = extract.audit;
    line(&mut out, &words::audit(lang, audit.seen, audit.in_records, audit.aside, audit.records));
    out
}

/// What was understood of a record: whether it is international and why, and every field that says something.
pub fn engagement_text(vocab: Vocab, lang: Lang, understood: &Understood) -> String {
    let mut out = String::new();
    let e = &understood.engagement;
    line(&mut out, &words::engagement(lang, &labels::spot(lang, &e.place), understood.verdict.international));
    let reasons = &understood.verdict.reasons;
    let none = reasons.is_empty() && understood.verdict.international != International::No;
    for reason in labels::reasons::reasons(lang, reasons).lines().filter(|_| !none) {
        line(&mut out, &format!("    ({reason})"));
    }
    for key in Key::FIELDS {
        field_text(vocab, lang, &mut out, e, *key);
    }
    out
}

/// A field with how sure it is, the words it came from where they differ, and its doubts; nothing where it is empty.
fn field_text(vocab: Vocab, lang: Lang, out: &mut String, e: &Engagement, key: Key) {
    let (Some(datum), Some(reading)) = (e.datum(key), e.reading(key)) else { return };
    let value = labels::data::value(vocab, lang, &datum);
    if value.is_empty() && reading.doubts().is_empty() {
        return;
    }
    let name = labels::codes::key(lang, key);
    let sure = words::confidence(lang, reading.confidence());
    let raw = if reading.raw() == value || reading.raw().is_empty() {
        String::new()
    } else {
        format!(" ← {}", reading.raw().replace('\n', "⏎"))
    };
    line(out, &format!("    {name}: {} [{sure}]{raw}", value.replace('\n', "⏎")));
    for doubt in reading.doubts() {
        line(out, &format!("      ! {}", labels::doubts::message(vocab, lang, doubt)));
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}
