//! What is fuzzed, and a driver that needs no other compiler than the program itself: it damages seeds at random and
//! stops at the first input that a target does not survive.

use focalpoint::model::{Format, Report};
use focalpoint::vocab::Vocab;
use focalpoint::{isolate, normalise, read};
use std::fs;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Once;
use std::time::{Duration, Instant};

/// An input that takes longer is kept.
const SLOW: Duration = Duration::from_secs(5);
/// Bytes of a seed and of what is made of it.
const LONGEST: usize = 200_000;
/// Bytes of a wording: a cell holds no more than three times as much.
const WORDING: usize = 10_000;

/// Reads bytes as a PDF.
pub fn pdf(data: &[u8]) {
    opened(Format::Pdf, "a.pdf", data);
}

/// Reads bytes as a workbook or table; the first of them says which.
pub fn workbook(data: &[u8]) {
    let Some((kind, data)) = data.split_first() else { return };
    let formats = [
        (Format::Xlsx, "a.xlsx"),
        (Format::Xls, "a.xls"),
        (Format::Xlsb, "a.xlsb"),
        (Format::Ods, "a.ods"),
        (Format::Html, "a.html"),
        (Format::Csv, "a.csv"),
    ];
    let (format, name) = formats[usize::from(*kind) % formats.len()];
    // A library that panics on a damaged workbook is caught; a hook that ends the process would not let it be.
    static QUIET: Once = Once::new();
    QUIET.call_once(|| panic::set_hook(Box::new(|_| {})));
    opened(format, name, data);
}

fn opened(format: Format, file: &str, data: &[u8]) {
    let report = Report { file: file.to_owned(), size: data.len() as u64, sha256: String::new(), format };
    let _ = read::read(&report, data);
}

/// Understands a text as the wording of an activity.
pub fn wording(data: &[u8]) {
    let text = String::from_utf8_lossy(&data[..data.len().min(WORDING)]);
    normalise::understand_text(Vocab::built_in(), &text, None, None);
}

/// Hears bytes as a message of the other process.
pub fn frames(data: &[u8]) {
    isolate::hear(data);
}

/// Runs a target on damaged seeds: `TARGET FOLDER SECONDS [NUMBER]`, the number beginning another row of damages. The
/// input that is tried stands in `FOLDER/../TARGET.input`, so that it is there when the process dies of it.
pub fn drive(name: &str, target: fn(&[u8])) -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(seconds)) = (arguments.next(), arguments.next().and_then(|n| n.parse().ok())) else {
        eprintln!("usage: {name} FOLDER SECONDS [NUMBER]");
        return ExitCode::from(2);
    };
    let folder = PathBuf::from(folder);
    let seeds = seeds(&folder);
    if seeds.is_empty() {
        eprintln!("no seeds in {}", folder.display());
        return ExitCode::from(2);
    }
    let kept = |what: &str| folder.with_file_name(format!("{name}.{what}"));
    let mut dice = Dice(arguments.next().and_then(|n| n.parse().ok()).unwrap_or(1) | 1);
    let (began, mut count, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    while began.elapsed() < Duration::from_secs(seconds) {
        let mut input = seeds[dice.below(seeds.len())].clone();
        for _ in 0..=dice.below(8) {
            damage(&mut input, &seeds, &mut dice);
        }
        input.truncate(LONGEST);
        if let Err(error) = fs::write(kept("input"), &input) {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
        let at = Instant::now();
        if catch_unwind(AssertUnwindSafe(|| target(&input))).is_err() {
            println!("{name}: a panic after {count} inputs, of {}", kept("input").display());
            return ExitCode::FAILURE;
        }
        let took = at.elapsed();
        if took > slowest {
            slowest = took;
            if took > SLOW {
                let _ = fs::copy(kept("input"), kept("slow"));
            }
        }
        count += 1;
    }
    println!("{name}: {count} inputs, the slowest took {slowest:?}");
    if slowest > SLOW { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn seeds(folder: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let read = paths.iter().filter_map(|path| fs::read(path).ok());
    read.filter(|seed| seed.len() <= LONGEST).collect()
}

/// Changes something of an input.
fn damage(input: &mut Vec<u8>, seeds: &[Vec<u8>], dice: &mut Dice) {
    if input.is_empty() {
        input.push(dice.byte());
    }
    let from = dice.below(input.len());
    let to = (from + 1 + dice.below(64)).min(input.len());
    match dice.below(8) {
        0 => input[from] ^= 1 << dice.below(8),
        1 => input[from] = [0, 1, 0x7f, 0x80, 0xff, b'<', b'(', b'9'][dice.below(8)],
        2 => drop(input.drain(from..to)),
        3 => input[from..to].fill_with(|| dice.byte()),
        // a number becomes another
        4 => {
            let digits = input[from..].iter().position(u8::is_ascii_digit).map(|at| from + at);
            if let Some(at) = digits {
                let many = [&b"0"[..], b"-1", b"65536", b"4294967295", b"99999999999999999999"][dice.below(5)];
                input.splice(at..=at, many.iter().copied());
            }
        }
        5 => {
            let again = input[from..to].repeat(1 + dice.below(50));
            input.splice(from..from, again);
        }
        6 => {
            let other = &seeds[dice.below(seeds.len())];
            let at = dice.below(other.len().max(1));
            let end = (at + 1 + dice.below(4_000)).min(other.len());
            input.splice(from..to, other.get(at..end).unwrap_or_default().iter().copied());
        }
        _ => input.truncate(from.max(1)),
    }
}

/// Numbers that look random and are the same in every run (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 11) as usize % limit.max(1)
    }

    fn byte(&mut self) -> u8 {
        (self.next() >> 24) as u8
    }
}
