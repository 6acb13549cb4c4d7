//! Two readings of one line put together: Thai from the one that knows only Thai, numbers and Latin words from the one
//! that knows both. Where they differ on a number, it is doubtful.

use super::words::{SaidLine, Sign};
use crate::thai;

/// Thai letters that the reading in Thai is so sure of are no Latin word.
const SURELY_THAI: f32 = 82.0;
/// What two readings differ on is no surer than this.
const DIFFERENT: f32 = 50.0;

/// The signs of a line, from its reading in Thai and the reading of the same line in all languages, if there is one.
pub fn both(own: &SaidLine, all: &[SaidLine]) -> Vec<Sign> {
    let Some(other) = all.iter().find(|line| line.key == own.key) else { return own.signs.clone() };
    let mut out = own.signs.clone();
    for run in other.signs.chunk_by(|one, next| is_western(one) == is_western(next)) {
        for part in run.split(|sign| !is_western(sign)).filter(|part| !part.is_empty()) {
            out = with(out, part);
        }
    }
    out
}

/// True for what may be a part of a number or a Latin word.
fn is_western(sign: &Sign) -> bool {
    sign.text.chars().all(|c| c.is_ascii_graphic() || thai::is_digit(c))
}

/// Takes a number or Latin word into a line where it is the better reading.
fn with(line: Vec<Sign>, part: &[Sign]) -> Vec<Sign> {
    let (Some(first), Some(last)) = (part.first(), part.last()) else { return line };
    let within = |sign: &Sign| {
        let middle = f32::midpoint(sign.left, sign.right);
        (first.left..=last.right).contains(&middle)
    };
    let Some(from) = line.iter().position(within) else { return line };
    let to = line.iter().rposition(within).map_or(from, |to| to + 1);
    let own = &line[from..to];
    let text = |signs: &[Sign]| signs.iter().map(|sign| sign.text.as_str()).collect::<String>();
    let (said, other) = (text(own), text(part));
    if said == other {
        return line;
    }
    let sure = |signs: &[Sign]| signs.iter().map(|sign| sign.sure).sum::<f32>() / signs.len().max(1) as f32;
    let letters = said.chars().filter(|c| thai::is_letter(*c)).count();
    let latin = other.chars().any(|c| c.is_ascii_alphabetic());
    let digits =
        |text: &str| -> String { thai::arabic_digits(text).chars().filter(char::is_ascii_digit).collect() };
    if letters > 0 && (latin || digits(&other).is_empty()) && sure(own) >= SURELY_THAI {
        return line;
    }
    // The reading in Thai says something else in the same place.
    let same = !latin && letters == 0 && digits(&said) == digits(&other);
    let better = same || latin || sure(part) >= sure(own);
    let mut taken = if better { part.to_vec() } else { own.to_vec() };
    if !same && taken.iter().any(|sign| sign.text.chars().any(char::is_numeric)) {
        for sign in &mut taken {
            sign.sure = sign.sure.min(DIFFERENT);
        }
    }
    line[..from].iter().cloned().chain(taken).chain(line[to..].iter().cloned()).collect()
}
