//! Numbers and bullets that open an item: `1.`, `๒)`, `(3)`, `1.1`, `ก.`, `ข้อ ๔`, `•`.

use super::{arabic_digits, is_digit};

/// What opens an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// A number with its parts: `1.2` is `[1, 2]`.
    Number(Vec<u32>),
    /// A letter of the alphabet, counted from 1 (`ก.` is 1).
    Letter(u32),
    /// A bullet or dash.
    Bullet,
}

/// The letters that count items, in their order. ฃ and ฅ are obsolete and skipped.
const LETTERS: &str = "กขคงจฉชซฌญ";
const ITEM: &str = "ข้อ";

/// The opening of an item and the text after it, or `None` if the text opens no item.
pub fn opening(text: &str) -> Option<(Opening, &str)> {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix(ITEM) {
        let rest = rest.trim_start().trim_start_matches("ที่").trim_start();
        let (parts, rest) = number(rest)?;
        return Some((Opening::Number(parts), rest.trim_start_matches(['.', ')', ':']).trim_start()));
    }
    if let Some(rest) =
        text.strip_prefix(['•', '●', '▪', '◦', '○', '✓', '➢', '►', '■', '*', '·', '\u{f0b7}', '\u{f0a7}'])
    {
        return Some((Opening::Bullet, rest.trim_start()));
    }
    if let Some(rest) = text.strip_prefix(['-', '–', '—']) {
        let opens = rest.starts_with(' ') || rest.chars().next().is_some_and(char::is_alphabetic);
        return opens.then(|| (Opening::Bullet, rest.trim_start()));
    }
    if let Some(inner) = text.strip_prefix('(') {
        let (parts, rest) = number(inner)?;
        return rest.strip_prefix(')').map(|rest| (Opening::Number(parts), rest.trim_start()));
    }
    let mut chars = text.chars();
    if let Some(at) = chars.next().and_then(|c| LETTERS.chars().position(|l| l == c)) {
        let rest = chars.as_str();
        // "ก.๑ ", "ข.2.1 ".
        if let Some((mut parts, below)) = rest.strip_prefix('.').and_then(number)
            && below.starts_with(' ')
        {
            parts.insert(0, at as u32 + 1);
            return Some((Opening::Number(parts), below.trim_start()));
        }
        let rest =
            rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")).or_else(|| rest.strip_prefix(')'))?;
        // "ก.ค. 65" is a month, not an item.
        let month = rest.chars().nth(1) == Some('.');
        return (!month).then(|| (Opening::Letter(at as u32 + 1), rest.trim_start()));
    }
    let (parts, rest) = number(text)?;
    let closed = rest.strip_prefix(['.', ')']).map(|rest| rest.strip_prefix(')').unwrap_or(rest));
    match closed {
        // "10.30 น." was taken as parts already; "5.000" and "1)" differ by what follows.
        Some(rest) if parts.len() > 1 || !rest.starts_with(is_digit) => {
            Some((Opening::Number(parts), rest.trim_start()))
        }
        None if parts.len() > 1 && rest.starts_with(' ') && parts.iter().all(|p| *p < 30) => {
            Some((Opening::Number(parts), rest.trim_start()))
        }
        Some(_) | None => None,
    }
}

/// A number of one to three parts and what follows it.
fn number(text: &str) -> Option<(Vec<u32>, &str)> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let end = rest.find(|c: char| !is_digit(c)).unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        let value: u32 = arabic_digits(&rest[..end]).parse().ok()?;
        if value > 999 {
            return None;
        }
        parts.push(value);
        rest = &rest[end..];
        match rest.strip_prefix('.') {
            Some(next) if next.starts_with(is_digit) && parts.len() < 4 => rest = next,
            Some(_) | None => break,
        }
    }
    (!parts.is_empty()).then_some((parts, rest))
}

/// True if the text is only a number, as a running number is written: `1`, `๒.`, `(3)`, `1.2`.
pub fn is_number(text: &str) -> bool {
    let inner = text.trim().trim_start_matches('(').trim_end_matches([')', '.']);
    !inner.is_empty() && inner.chars().all(|c| is_digit(c) || c == '.') && inner.chars().count() <= 7
}
