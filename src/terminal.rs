//! What the terminal shows: progress, and the closing tally.

use crate::labels::{self, Lang, terminal as words};
use crate::model::{FileStatus, Report, Reported};
use crate::problem::Failure;
use crate::run::{Options, Step};
use crate::write::Consolidated;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, stderr};

/// Files named in the tally; the workbook lists them all.
const LISTED: usize = 20;

/// Progress of a run: a bar on a terminal, plain lines elsewhere, both on standard error.
pub struct Progress {
    lang: Lang,
    bar: Option<ProgressBar>,
    lines: bool,
}

impl Progress {
    /// Progress in a language; with `quiet` it shows nothing.
    #[must_use]
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
            Step::Done(report, reported) => self.done(report, reported),
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
            bar.inc(1);
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

/// Prints what the run came to: files by status, records, engagements, what was set aside, where the outputs are.
pub fn tally(options: &Options, result: &Consolidated) {
    let lang = options.lang;
    println!("{}", words::tally(lang));
    println!("  {}", words::files(lang, result.files.len()));
    for status in FileStatus::ALL {
        let count = result.files.iter().filter(|(_, reported)| reported.status == *status).count();
        if count > 0 {
            println!("    {count:>5}  {}", labels::codes::file_status(lang, *status));
        }
    }
    println!("  {}", words::records(lang, result.audit.records));
    println!("  {}", words::domestic(lang, result.audit.domestic));
    println!("  {}", words::engagements(lang, result.register.entries.len()));

    let open: Vec<_> = result.files.iter().filter(|(_, reported)| reported.status.needs_person()).collect();
    if !open.is_empty() {
        println!("{}", words::needs_person(lang));
        for (report, reported) in open.iter().take(LISTED) {
            println!("  {}: {}", labels::shown(&report.file), labels::problems::file_message(lang, reported));
        }
        if open.len() > LISTED {
            println!("  {}", words::more_files(lang, open.len() - LISTED));
        }
    }
    println!("{}", words::outputs(lang, &options.outbox.display().to_string()));
}

/// Prints why nothing was written.
pub fn failure(lang: Lang, failure: &Failure) {
    eprintln!("{}", words::failure(lang, failure));
    eprintln!("{}", words::nothing_written(lang));
}

/// Prints something good to know that does not stop the run.
pub fn warn(text: &str) {
    eprintln!("{text}");
}
