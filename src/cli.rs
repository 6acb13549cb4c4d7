//! The command line: its commands, options and help. No behaviour.

use crate::dates::{ReportPeriod, notation};
use crate::isolate::{COMMAND, ENGINE};
use crate::labels::{Lang, cli as words};
use crate::thai;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(version, about = words::ABOUT, after_help = words::RUN_MORE, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// The command; without one, `run`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Options of `run`, which may be given without naming it.
    #[command(flatten)]
    pub run: RunArgs,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The main job.
    #[command(about = words::RUN, after_help = words::RUN_MORE)]
    Run(RunArgs),
    /// The first step.
    #[command(about = words::INIT)]
    Init(InitArgs),
    /// What departments fill in.
    #[command(about = words::FORM, after_help = words::FORM_MORE)]
    Form(FormArgs),
    /// The user's "why".
    #[command(about = words::INSPECT, after_help = words::INSPECT_MORE)]
    Inspect(InspectArgs),
    /// Why an entry is what it is.
    #[command(about = words::EXPLAIN, after_help = words::EXPLAIN_MORE)]
    Explain(ExplainArgs),
    /// The way to try the vocabulary.
    #[command(about = words::UNDERSTAND)]
    Understand(UnderstandArgs),
    /// What packages carry beside the program.
    #[command(hide = true, about = words::GENERATE)]
    Generate(GenerateArgs),
    /// What the program starts itself with, to read files apart.
    #[command(name = COMMAND, hide = true)]
    Work,
    /// What the program becomes to recognise characters.
    #[command(name = ENGINE, hide = true)]
    Engine {
        /// Seconds that a page may take.
        seconds: u64,
        /// The recogniser.
        program: PathBuf,
        /// What it is asked.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

/// Options of the main job.
#[derive(Debug, Clone, Args)]
pub struct RunArgs {
    /// Folder with the reports.
    #[arg(long, value_name = "DIR", default_value = "inbox", help = words::INBOX)]
    pub inbox: PathBuf,
    /// Folder for the results.
    #[arg(long, value_name = "DIR", default_value = "outbox", help = words::OUTBOX)]
    pub outbox: PathBuf,
    /// Files worked on at the same time; by default one a processor.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256), help = words::JOBS)]
    pub jobs: Option<u16>,
    /// Language of messages and outputs.
    #[arg(long, value_enum, default_value = "th", help = words::LANGS)]
    pub lang: Languages,
    /// The day that decides what lies ahead; by default today.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day_named, help = words::AS_OF)]
    pub as_of: Option<Date>,
    /// The period that the summary speaks of; by default all that was reported.
    #[command(flatten)]
    pub spoken_of: SpokenOf,
    /// A name under which what executives get is kept as it is made now.
    #[arg(long, value_name = "NAME", value_parser = edition_named, help = words::EDITION)]
    pub edition: Option<String>,
    /// A file that what the run came to is appended to, with the time.
    #[arg(long, value_name = "FILE", help = words::LOG)]
    pub log: Option<PathBuf>,
    /// Nothing where all is well, else only the closing tally.
    #[arg(long, help = words::QUIET)]
    pub quiet: bool,
    /// Pages that have only pixels are left unread.
    #[arg(long, help = words::NO_OCR)]
    pub no_ocr: bool,
}

/// The period that the summary speaks of, told in one of four ways.
#[derive(Debug, Clone, Default, Args)]
pub struct SpokenOf {
    /// A month.
    #[arg(long, value_name = "YYYY-MM", value_parser = month_named, help = words::MONTH)]
    pub month: Option<ReportPeriod>,
    /// A quarter of a fiscal year.
    #[arg(long, value_name = "YYYY-Q", value_parser = quarter_named, conflicts_with = "month", help = words::QUARTER)]
    pub quarter: Option<ReportPeriod>,
    /// A fiscal year.
    #[arg(long, value_name = "YYYY", value_parser = fiscal_year_named, conflicts_with_all = ["month", "quarter"], help = words::FISCAL_YEAR)]
    pub fiscal_year: Option<ReportPeriod>,
    /// The first month of several.
    #[arg(long, value_name = "YYYY-MM", value_parser = month_named, requires = "to", conflicts_with_all = ["month", "quarter", "fiscal_year"], help = words::FROM)]
    pub from: Option<ReportPeriod>,
    /// The last month of several.
    #[arg(long, value_name = "YYYY-MM", value_parser = month_named, requires = "from", help = words::TO)]
    pub to: Option<ReportPeriod>,
}

impl SpokenOf {
    /// The period in whole months; `None` where none is told.
    ///
    /// # Errors
    /// If it ends before it begins.
    pub fn period(&self) -> Result<Option<ReportPeriod>, &'static str> {
        let several =
            self.from.zip(self.to).map(|(from, to)| ReportPeriod { start: from.start, end: to.end });
        match several.or(self.month).or(self.quarter).or(self.fiscal_year) {
            Some(period) if period.end < period.start => Err(words::ENDS_FIRST),
            told => Ok(told),
        }
    }
}

/// Options of `form`.
#[derive(Debug, Clone, Args)]
pub struct FormArgs {
    /// Code of the department that it is for.
    #[arg(long, value_name = "CODE", help = words::DEPARTMENT)]
    pub department: Option<String>,
    /// The month that is to be reported.
    #[arg(long, value_name = "YYYY-MM", value_parser = month_named, help = words::FORM_MONTH)]
    pub month: Option<ReportPeriod>,
    /// Where the form is written.
    #[arg(long, value_name = "FILE", help = words::FORM_TO)]
    pub to: Option<PathBuf>,
    /// Language of the form and of messages.
    #[arg(long, value_enum, default_value = "th", help = words::LANG)]
    pub lang: Lang,
}

/// In which languages outputs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Languages {
    /// ไทย
    Th,
    /// English
    En,
    /// Thai, and what executives get in English beside it.
    Both,
}

impl Languages {
    /// The language of messages, and of what is not written twice.
    pub fn first(self) -> Lang {
        match self {
            Self::Th | Self::Both => Lang::Th,
            Self::En => Lang::En,
        }
    }

    /// The language in which executives get their outputs as well.
    pub fn second(self) -> Option<Lang> {
        match self {
            Self::Th | Self::En => None,
            Self::Both => Some(Lang::En),
        }
    }
}

/// What `generate` prints.
#[derive(Debug, Clone, Args)]
pub struct GenerateArgs {
    /// What is wanted.
    #[command(subcommand)]
    pub what: Generated,
}

/// Files that are made from the command line's definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum Generated {
    /// What a shell completes.
    #[command(about = words::COMPLETIONS)]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// The manual page.
    #[command(about = words::MAN)]
    Man,
}

/// Options of `init`.
#[derive(Debug, Clone, Args)]
pub struct InitArgs {
    /// The folder to begin in.
    #[arg(value_name = "FOLDER", default_value = ".", help = words::FOLDER)]
    pub folder: PathBuf,
    /// Language of the workbook and of messages.
    #[arg(long, value_enum, default_value = "th", help = words::LANG)]
    pub lang: Lang,
}

/// Options of `inspect`.
#[derive(Debug, Clone, Args)]
pub struct InspectArgs {
    /// The file to look into.
    #[arg(value_name = "FILE", help = words::FILE)]
    pub file: PathBuf,
    /// What to show.
    #[arg(long, value_enum, help = words::STAGE)]
    pub stage: Option<Stage>,
    /// For programs.
    #[arg(long, help = words::JSON)]
    pub json: bool,
    /// Pages that have only pixels are left unread.
    #[arg(long, help = words::NO_OCR)]
    pub no_ocr: bool,
    /// Language of messages.
    #[arg(long, value_enum, default_value = "th", help = words::LANG)]
    pub lang: Lang,
}

/// Options of `explain`.
#[derive(Debug, Clone, Args)]
pub struct ExplainArgs {
    /// The entry.
    #[arg(value_name = "ID", help = words::ID)]
    pub id: String,
    /// Where the reports and the last results lie.
    #[command(flatten)]
    pub run: RunArgs,
}

/// Options of `understand`.
#[derive(Debug, Clone, Args)]
pub struct UnderstandArgs {
    /// Texts, each understood by itself; without one, the lines of standard input.
    #[arg(value_name = "TEXT", help = words::TEXT)]
    pub text: Vec<String>,
    /// The period of the report that the texts are taken to stand in.
    #[arg(long, value_name = "YYYY-MM", value_parser = period_named, help = words::PERIOD)]
    pub period: Option<ReportPeriod>,
    /// Code of the department that reports them.
    #[arg(long, value_name = "CODE", help = words::DEPARTMENT)]
    pub department: Option<String>,
    /// Language of messages.
    #[arg(long, value_enum, default_value = "th", help = words::LANG)]
    pub lang: Lang,
}

/// A day as the option names it, in either era.
fn day_named(option: &str) -> Result<Date, String> {
    notation::day(option).ok_or_else(|| words::NO_DAY.to_owned())
}

/// A period as the option names it.
fn period_named(option: &str) -> Result<ReportPeriod, String> {
    notation::report_period(option).ok_or_else(|| words::NO_PERIOD.to_owned())
}

/// A name that folders can have on every system.
fn edition_named(option: &str) -> Result<String, String> {
    const MOST: usize = 60;
    let name = option.trim();
    let fits = |c: char| c.is_alphanumeric() || thai::is_thai(c) || matches!(c, ' ' | '-' | '_' | '.');
    let usable = (1..=MOST).contains(&name.chars().count()) && name.chars().all(fits);
    let usable = usable && !name.starts_with('.') && !name.ends_with('.');
    if usable { Ok(name.to_owned()) } else { Err(words::NO_EDITION.to_owned()) }
}

/// A month as an option names it.
fn month_named(option: &str) -> Result<ReportPeriod, String> {
    let named = notation::report_period(option).filter(|period| period.one_month().is_some());
    named.ok_or_else(|| words::NO_MONTH.to_owned())
}

/// A quarter of a fiscal year as the option names it.
fn quarter_named(option: &str) -> Result<ReportPeriod, String> {
    notation::fiscal_quarter(option).ok_or_else(|| words::NO_QUARTER.to_owned())
}

/// A fiscal year as the option names it.
fn fiscal_year_named(option: &str) -> Result<ReportPeriod, String> {
    notation::fiscal_year(option).ok_or_else(|| words::NO_FISCAL_YEAR.to_owned())
}

/// A stage whose work `inspect` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
pub enum Stage {
    /// Sheets and pages as read.
    #[value(help = words::STAGE_DOCUMENT)]
    Document,
    /// Tables, forms and lists as understood, with the roles of their columns.
    #[value(help = words::STAGE_TABLES)]
    Tables,
    /// Records as written, and everything else with its reason.
    #[value(help = words::STAGE_RECORDS)]
    Records,
    /// What was understood of each record.
    #[value(help = words::STAGE_ENGAGEMENTS)]
    Engagements,
}
