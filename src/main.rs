//! Arguments in, exit code out.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};
use focalpoint::cli::{
    Cli, Command, ExplainArgs, FormArgs, Generated, InitArgs, InspectArgs, RunArgs, UnderstandArgs,
};
use focalpoint::isolate::{self, Isolation};
use focalpoint::labels::Lang;
use focalpoint::labels::cli::{self as words, Wrong};
use focalpoint::problem::{Failure, full};
use focalpoint::recognise::Recognition;
use focalpoint::run::{self, Options};
use focalpoint::vocab::Vocab;
use focalpoint::write::form::Addressed;
use focalpoint::{begin, explain, inspect, labels, log, terminal, understand, worker};
use std::panic;
use std::process::ExitCode;

/// Outputs are written, but some files need a person.
const NEEDS_PERSON: u8 = 3;
/// Nothing was written.
const FAILED: u8 = 1;
/// The options cannot be meant.
const WRONG_USAGE: u8 = 2;
/// Another run is at work.
const BUSY: u8 = 11;
/// Stopped by the user, as shells say it.
const STOPPED: i32 = 130;

fn main() -> ExitCode {
    let cli = Cli::try_parse().unwrap_or_else(|error| wrong_usage(&error));
    report_panics_once();
    match cli.command {
        None => main_job(&cli.run),
        Some(Command::Run(args)) => main_job(&args),
        Some(Command::Init(args)) => begun(&args),
        Some(Command::Form(args)) => form(args),
        Some(Command::Explain(args)) => explained(&args),
        Some(Command::Inspect(args)) => inspected(&args),
        Some(Command::Understand(args)) => understood(args),
        Some(Command::Generate(args)) => generated(args.what),
        Some(Command::Work) => ExitCode::from(isolate::serve()),
        Some(Command::Engine { seconds, program, arguments }) => {
            ExitCode::from(isolate::become_engine(seconds, &program, &arguments))
        }
    }
}

/// Ends the program with what is wrong with its command line, or with the help that was asked for. What the library says
/// in English is said in Thai before it.
fn wrong_usage(error: &clap::Error) -> ! {
    let told = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    };
    let value = said_value(&told);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => Some(Wrong::NoOption),
        ErrorKind::InvalidSubcommand => Some(Wrong::NoCommand),
        ErrorKind::InvalidValue if value.is_empty() => Some(Wrong::NoValue),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Some(Wrong::NoValue)
        }
        // What the program's own checks say stands there in both languages.
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Some(Wrong::BadValue),
        ErrorKind::ArgumentConflict => Some(Wrong::Conflict),
        ErrorKind::MissingRequiredArgument => Some(Wrong::Missing),
        _ => None,
    };
    if let Some(what) = what {
        terminal::warn(&words::wrong(what, &told(ContextKind::InvalidArg), &value));
    }
    error.exit()
}

/// What was written where something else was expected.
fn said_value(told: &dyn Fn(ContextKind) -> String) -> String {
    let value = told(ContextKind::InvalidValue);
    if value.is_empty() { told(ContextKind::InvalidSubcommand) } else { value }
}

fn main_job(args: &RunArgs) -> ExitCode {
    // Without a handler Windows would end the process with another code than the one documented.
    if let Err(error) = ctrlc::set_handler(|| std::process::exit(STOPPED)) {
        terminal::warn(&error.to_string());
    }
    let options = options(args);
    let progress = terminal::Progress::new(args.lang.first(), args.quiet);
    let result = run::run(&options, &|step| progress.tell(step));
    progress.end();
    let (code, told) = match result {
        Ok(ran) => {
            let told = terminal::ran(args.lang.first(), &ran);
            let code = if ran.needs_person { NEEDS_PERSON } else { 0 };
            // A run that nobody watches says something only if there is something to do.
            if code != 0 || ran.warns || !args.quiet {
                terminal::say(&told);
            }
            (code, told)
        }
        Err(failure) => {
            let told = terminal::failure(options.vocab, args.lang.first(), &failure);
            terminal::warn(&told);
            (code_of(&failure), told)
        }
    };
    if let Some(file) = &args.log {
        let time = jiff::ZonedDateTime::now().strftime("%Y-%m-%d %H:%M:%S %:z").to_string();
        if let Err(error) = log::append(file, &time, code, &told) {
            terminal::warn(&labels::terminal::unlogged(args.lang.first(), &full(file), &error.to_string()));
        }
    }
    ExitCode::from(code)
}

/// The exit code of a run that wrote nothing.
fn code_of(failure: &Failure) -> u8 {
    match failure {
        Failure::Busy => BUSY,
        Failure::SameFolder { .. }
        | Failure::WithinInbox { .. }
        | Failure::NoFolder { .. }
        | Failure::EditionStands { .. }
        | Failure::Settings { .. }
        | Failure::ManySettings { .. } => WRONG_USAGE,
        Failure::Inbox { .. }
        | Failure::Empty { .. }
        | Failure::NothingRead { .. }
        | Failure::Outbox { .. }
        | Failure::Held { .. }
        | Failure::FileStands { .. }
        | Failure::Output { .. }
        | Failure::Unbalanced { .. }
        | Failure::Threads { .. }
        | Failure::Processes { .. } => FAILED,
    }
}

/// Prints a file that is made from the command line's definition.
fn generated(what: Generated) -> ExitCode {
    let mut command = Cli::command();
    let mut made = Vec::new();
    let written = match what {
        Generated::Completions { shell } => {
            clap_complete::generate(shell, &mut command, env!("CARGO_PKG_NAME"), &mut made);
            Ok(())
        }
        Generated::Man => clap_mangen::Man::new(command).render(&mut made),
    };
    match written {
        Ok(()) => {
            terminal::say(&String::from_utf8_lossy(&made));
            ExitCode::SUCCESS
        }
        Err(error) => {
            terminal::warn(&error.to_string());
            ExitCode::from(FAILED)
        }
    }
}

fn begun(args: &InitArgs) -> ExitCode {
    made(args.lang, begin::begin(&args.folder, args.lang, today()))
}

fn form(mut args: FormArgs) -> ExitCode {
    known(Vocab::built_in(), &mut args.department);
    let to = Addressed { department: args.department.as_deref(), period: args.month };
    made(args.lang, begin::form(args.to.as_deref(), args.lang, to, today()))
}

/// Says what was made, or why nothing was.
fn made(lang: Lang, said: Result<String, Failure>) -> ExitCode {
    match said {
        Ok(said) => {
            terminal::say(&said);
            ExitCode::SUCCESS
        }
        Err(failure) => {
            terminal::warn(&labels::terminal::failure(Vocab::built_in(), lang, &failure));
            ExitCode::from(FAILED)
        }
    }
}

/// The code of a department in capitals; ends the program where there is no such department.
fn known(vocab: Vocab, department: &mut Option<String>) {
    if let Some(code) = department {
        let written = code.trim().to_owned();
        *code = written.to_ascii_uppercase();
        if let Some(named) = vocab.names.department_named(&written) {
            named.code.clone_into(code);
        } else if vocab.names.department_of(code).is_none() {
            let message = words::no_department(&written, vocab.names.department_list());
            Cli::command().error(ErrorKind::ValueValidation, message).exit();
        }
    }
}

fn today() -> jiff::civil::Date {
    jiff::ZonedDateTime::now().date()
}

fn explained(args: &ExplainArgs) -> ExitCode {
    match explain::explain(&args.id, &options(&args.run)) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            terminal::warn(&labels::terminal::failure(Vocab::built_in(), args.run.lang.first(), &failure));
            ExitCode::from(FAILED)
        }
    }
}

fn inspected(args: &InspectArgs) -> ExitCode {
    match inspect::inspect(Vocab::built_in(), args, Isolation::Processes, &recognition(args.no_ocr)) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            terminal::warn(&labels::terminal::failure(Vocab::built_in(), args.lang, &failure));
            ExitCode::from(FAILED)
        }
    }
}

fn understood(mut args: UnderstandArgs) -> ExitCode {
    let vocab = Vocab::built_in();
    known(vocab, &mut args.department);
    ExitCode::from(understand::understand(vocab, &args))
}

/// What reads scans.
fn recognition(off: bool) -> Recognition {
    if off { Recognition::off() } else { Recognition::by_environment() }
}

fn options(args: &RunArgs) -> Options {
    Options {
        vocab: Vocab::built_in(),
        inbox: args.inbox.clone(),
        outbox: args.outbox.clone(),
        jobs: args.jobs.map_or(0, usize::from),
        lang: args.lang.first(),
        also: args.lang.second(),
        as_of: args.as_of.unwrap_or_else(today),
        period: args
            .spoken_of
            .period()
            .unwrap_or_else(|told| Cli::command().error(ErrorKind::ValueValidation, told).exit()),
        edition: args.edition.clone(),
        isolation: Isolation::Processes,
        recognition: recognition(args.no_ocr),
    }
}

/// A panic while a file is read becomes that file's problem, with its words; it is not printed on top.
fn report_panics_once() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if std::thread::current().name() != Some(worker::THREAD) {
            usual(info);
        }
    }));
}
