//! What the terminal shows: progress, and the closing tally.

use crate::labels::{self, Lang, names, terminal as words};
use crate::model::{FileStatus, News, Processed, Report, Reported};
use crate::outbox::{self, Published};
use crate::problem::{Failure, full};
use crate::run::{Options, Ran, Step};
use crate::vocab::Vocab;
use crate::write::{self, Consolidated};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};

/// Files and problems named in the tally; the workbook lists them all.
const LISTED: usize = 20;

/// Progress of a run: a bar on a terminal, plain lines elsewhere, both on standard error.
pub struct Progress {
    lang: Lang,
    bar: Option<ProgressBar>,
    lines: bool,
}

impl Progress {
    /// Progress in a language; with `quiet` it shows nothing.
    pub fn new(lang: Lang, quiet: bool) -> Self {
        let terminal = stderr().is_terminal();
        let bar = (terminal && !quiet).then(|| {
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}");
            ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self { lang, bar, lines: !terminal && !quiet }
    }

    /// Shows a step.
    pub fn tell(&self, step: Step) {
        match step {
            Step::Found(files) => {
                if let Some(bar) = &self.bar {
                    bar.set_length(files as u64);
                }
                self.line(&words::found(self.lang, files));
            }
            Step::Done(report, reported) => {
                if let Some(bar) = &self.bar {
                    bar.inc(1);
                }
                self.done(report, reported);
            }
            Step::Attached(report, reported) => self.done(report, reported),
            Step::Merging => self.message(words::merging(self.lang)),
            Step::Writing => self.message(words::writing(self.lang)),
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn done(&self, report: &Report, reported: &Reported) {
        let name = labels::shown(&report.file);
        if let Some(bar) = &self.bar {
            bar.set_message(name.clone());
        }
        self.line(&format!("{name}: {}", labels::codes::file_status(self.lang, reported.status)));
    }

    fn message(&self, text: &str) {
        if let Some(bar) = &self.bar {
            bar.set_message(text.to_owned());
        }
        self.line(text);
    }

    fn line(&self, text: &str) {
        if self.lines {
            eprintln!("{text}");
        }
    }
}

/// What the run came to.
pub fn ran(lang: Lang, ran: &Ran) -> String {
    let unchanged = if ran.unchanged { format!("{}\n", words::unchanged(lang)) } else { String::new() };
    format!("{unchanged}{}{}", ran.tally, ran.news)
}

/// What is new about the files since the last run; empty where there was none.
pub fn news(options: &Options, result: &Consolidated) -> String {
    let lang = options.lang;
    let told = |news: &News| {
        let named = |code: &String| names::department(result.vocab, lang, code);
        let departments: Vec<String> = news.departments.iter().map(named).collect();
        let needing: Vec<String> = news.needing.iter().map(|file| labels::shown(file)).collect();
        words::news(lang, news.arrived, &departments, &needing) + "\n"
    };
    result.news.as_ref().map(told).unwrap_or_default()
}

/// What there is to tell of the outputs: files by status, records, engagements, what was set aside, where they are.
pub fn tally(options: &Options, result: &Consolidated, published: &Published) -> String {
    let lang = options.lang;
    let mut out = String::new();
    if let Published::Beside { held } = published {
        line(&mut out, &words::beside(lang, held, &full(&options.outbox.join(outbox::NEXT))));
    }
    line(&mut out, words::tally(lang));
    for missing in result.changes.unread.iter().take(LISTED) {
        line(&mut out, &format!("  {}", labels::changes::unread(result.vocab, lang, missing)));
    }
    if result.changes.unread.len() > LISTED {
        line(&mut out, &format!("  {}", words::more_files(lang, result.changes.unread.len() - LISTED)));
    }
    line(&mut out, &format!("  {}", words::files(lang, result.files.len())));
    for status in FileStatus::ALL {
        let count =
            result.files.iter().filter(|Processed { reported, .. }| reported.status == *status).count();
        if count > 0 {
            line(&mut out, &format!("    {count:>5}  {}", labels::codes::file_status(lang, *status)));
        }
    }
    line(&mut out, &format!("  {}", words::records(lang, result.audit.records)));
    line(&mut out, &format!("  {}", words::domestic(lang, result.audit.domestic)));
    line(&mut out, &format!("  {}", words::engagements(lang, result.register.entries.len())));

    let lacking = write::lacking(result);
    if !lacking.is_empty() {
        line(&mut out, &format!("  {}", words::lacking(lang, &lacking)));
    }
    if result.questions.len() + result.decisions.len() > 0 {
        let followed = result.decisions.iter().filter(|decision| result.follows(decision)).count();
        let review = words::review(lang, result.questions.len(), followed, result.follow_ups.len());
        line(&mut out, &format!("  {review}"));
    }
    if result.changes.against.is_some() {
        let changes = &result.changes;
        line(
            &mut out,
            &format!(
                "  {}",
                words::changes(lang, changes.new.len(), changes.changed.len(), changes.withdrawn.len())
            ),
        );
    }
    for problem in result.problems.iter().take(LISTED) {
        line(&mut out, &format!("  {}", labels::problems::line(result.vocab, lang, problem)));
    }
    if result.problems.len() > LISTED {
        line(&mut out, &format!("  {}", words::more_problems(lang, result.problems.len() - LISTED)));
    }

    needing(&mut out, lang, result);
    line(&mut out, &words::outputs(lang, &full(&options.outbox)));
    out
}

/// The files that need a person, each with what there is to do.
fn needing(out: &mut String, lang: Lang, result: &Consolidated) {
    let open: Vec<_> = result.open_files().collect();
    if !open.is_empty() {
        line(out, words::needs_person(lang));
        for Processed { report, reported } in open.iter().take(LISTED) {
            line(
                out,
                &format!(
                    "  {}: {}",
                    labels::shown(&report.file),
                    labels::problems::file_message(result.vocab, lang, reported)
                ),
            );
        }
        if open.len() > LISTED {
            line(out, &format!("  {}", words::more_files(lang, open.len() - LISTED)));
        }
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// Prints to standard output. A reader that has gone, as `head` does, has seen what it wanted.
pub fn say(text: &str) {
    let mut out = stdout().lock();
    if let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush())
        && error.kind() != ErrorKind::BrokenPipe
    {
        warn(&error.to_string());
    }
}

/// Why nothing was written.
pub fn failure(vocab: Vocab, lang: Lang, failure: &Failure) -> String {
    format!("{}\n{}", words::failure(vocab, lang, failure), words::nothing_written(lang))
}

/// Prints something good to know that does not stop the run.
pub fn warn(text: &str) {
    eprintln!("{text}");
}
