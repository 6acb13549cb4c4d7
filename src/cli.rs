//! The command line: its commands, options and help. No behaviour.

use crate::labels::{Lang, cli as words};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(version, about = words::ABOUT, after_help = words::EXIT_CODES, args_conflicts_with_subcommands = true)]
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
    #[command(about = words::RUN, after_help = words::EXIT_CODES)]
    Run(RunArgs),
    /// The user's "why".
    #[command(about = words::INSPECT)]
    Inspect(InspectArgs),
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
    #[arg(long, value_enum, default_value = "th", help = words::LANG)]
    pub lang: Lang,
    /// The day that decides what lies ahead; by default today.
    #[arg(long, value_name = "YYYY-MM-DD", help = words::AS_OF)]
    pub as_of: Option<Date>,
    /// Only the closing tally.
    #[arg(long, help = words::QUIET)]
    pub quiet: bool,
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
    /// Language of messages.
    #[arg(long, value_enum, default_value = "th", help = words::LANG)]
    pub lang: Lang,
}

/// A stage whose work `inspect` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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
