//! One normal form for text that comes from many keyboards, fonts and converters.

use super::leaders;
use super::letters::is_above_or_below;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// True for a character of the Thai block.
pub fn is_thai(c: char) -> bool {
    ('\u{e01}'..='\u{e5b}').contains(&c)
}

/// True for a digit as reports write it: Arabic, Thai or full-width. Told without Unicode's tables.
pub fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '๐'..='๙' | '０'..='９')
}

/// Thai digits as Arabic ones; everything else stays.
pub fn arabic_digits(text: &str) -> String {
    text.chars().map(arabic_digit).collect()
}

/// A Thai or full-width digit as an Arabic one; everything else stays.
pub fn arabic_digit(c: char) -> char {
    match c {
        '๐'..='๙' => char::from(b'0' + (c as u32 - '๐' as u32) as u8),
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        other => other,
    }
}

/// The normal form of a text: sara am composed, two sara e as sara ae, private-use glyphs of old Thai fonts
/// mapped back, marks in canonical order and not doubled, invisible characters removed, runs of blanks as one
/// space, leaders of dots that were written over left out. Line breaks stay as `\n`.
///
/// NFC leaves these as they are, and NFKC takes sara am apart, so neither serves.
pub fn normal(text: &str) -> String {
    in_normal_form(text).into_owned()
}

/// The normal form of a text, which is the text itself where it is normal already.
pub fn in_normal_form(text: &str) -> Cow<'_, str> {
    if is_normal(text) { Cow::Borrowed(text) } else { Cow::Owned(brought_to_normal(text)) }
}

fn brought_to_normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks: Vec<char> = Vec::new();
    for c in text.chars().filter_map(visible) {
        if is_above_or_below(c) {
            if !marks.contains(&c) {
                marks.push(c);
            }
            continue;
        }
        let aa = c == '\u{e32}' || c == '\u{e33}';
        if aa && marks.contains(&'\u{e4d}') {
            marks.retain(|m| *m != '\u{e4d}');
            flush(&mut out, &mut marks);
            out.push('\u{e33}');
            continue;
        }
        if c == '\u{e33}' {
            // A tone typed after sara am belongs before it; it arrives with the next marks.
            flush(&mut out, &mut marks);
            out.push(c);
            continue;
        }
        if c == '\u{e32}' && marks.is_empty() && out.ends_with('\u{e33}') {
            continue; // "ำา" comes from converters that write nikhahit as sara am and keep sara aa
        }
        flush(&mut out, &mut marks);
        match c {
            '\u{e40}' if out.ends_with('\u{e40}') => {
                out.pop();
                out.push('\u{e41}');
            }
            ' ' if out.is_empty() || out.ends_with([' ', '\n']) => {}
            '\n' => {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
            }
            _ => out.push(c),
        }
    }
    flush(&mut out, &mut marks);
    out.truncate(out.trim_end().len());
    leaders::written_over(out.trim_start())
}

/// What a character is to its neighbours in normal form.
#[derive(Clone, Copy)]
enum Sort {
    Blank,
    Dot,
    Stroke,
    Consonant,
    BelowMark,
    AboveMark,
    ToneMark,
    SaraAa,
    SaraAm,
    SaraE,
    /// Stands behind anything and before anything.
    Plain,
    /// Is never part of a text that is normal as it stands.
    Foreign,
}

impl Sort {
    const fn of(c: char) -> Self {
        match c {
            ' ' => Self::Blank,
            '.' => Self::Dot,
            '_' => Self::Stroke,
            '\u{e01}'..='\u{e2e}' => Self::Consonant,
            '\u{e38}'..='\u{e3a}' => Self::BelowMark,
            '\u{e31}' | '\u{e34}'..='\u{e37}' | '\u{e47}' => Self::AboveMark,
            '\u{e48}'..='\u{e4c}' | '\u{e4e}' => Self::ToneMark,
            '\u{e32}' => Self::SaraAa,
            '\u{e33}' => Self::SaraAm,
            '\u{e40}' => Self::SaraE,
            '!'..='~' | '\u{e2f}'..='\u{e5b}' if c != '\u{e4d}' => Self::Plain,
            _ => Self::Foreign,
        }
    }

    /// The sorts that it does not stand behind. Behind a mark order and doubling matter.
    const fn never_behind(self) -> u16 {
        const ALL: u16 = u16::MAX;
        match self {
            Self::Blank => Self::Blank.bit(),
            Self::Dot => Self::Dot.bit(),
            Self::Stroke => Self::Stroke.bit(),
            Self::BelowMark => ALL & !Self::Consonant.bit(),
            Self::AboveMark => ALL & !(Self::Consonant.bit() | Self::BelowMark.bit()),
            Self::ToneMark => ALL & !(Self::Consonant.bit() | Self::BelowMark.bit() | Self::AboveMark.bit()),
            Self::SaraAa | Self::SaraAm => Self::SaraAm.bit(),
            Self::SaraE => Self::SaraE.bit(),
            Self::Consonant | Self::Plain => 0,
            Self::Foreign => ALL,
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// For ASCII and for the Thai block: a character's own sort as a bit, and the sorts that it does not stand behind. Texts are
/// asked so often that telling each character by its rules shows in the time of a run.
static NEIGHBOURS: [[(u16, u16); 128]; 2] = {
    let mut table = [[(0, 0); 128]; 2];
    let mut at = 0;
    while at < 128 {
        let ascii = Sort::of(at as u8 as char);
        table[0][at] = (ascii.bit(), ascii.never_behind());
        let thai = match char::from_u32(0xe00 + at as u32) {
            Some(c) => Sort::of(c),
            None => Sort::Foreign,
        };
        table[1][at] = (thai.bit(), thai.never_behind());
        at += 1;
    }
    table
};

/// True if a text is in normal form already, as far as single letters and their neighbours tell.
fn is_normal(text: &str) -> bool {
    let mut before = Sort::Blank.bit();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let (block, at) = match byte {
            0..0x80 => (0, byte),
            // The Thai block is what begins with e0 b8 and e0 b9.
            0xe0 => match (bytes.next(), bytes.next()) {
                (Some(second @ (0xb8 | 0xb9)), Some(third)) => (1, ((second & 1) << 6) | (third & 0x3f)),
                _ => return false,
            },
            _ => return false,
        };
        let (own, never_behind) = NEIGHBOURS[block][usize::from(at)];
        if never_behind & before != 0 {
            return false;
        }
        before = own;
    }
    before != Sort::Blank.bit() || text.is_empty()
}

/// The normal form on one line: line breaks become spaces between words that a space may separate, and vanish
/// between Thai letters, where a line break is no word boundary.
pub fn one_line(text: &str) -> String {
    if is_normal(text) {
        return text.to_owned(); // a line break is never part of a text that is normal as it stands
    }
    let text = normal(text);
    text.split('\n').map(str::trim).filter(|part| !part.is_empty()).fold(String::new(), |mut out, part| {
        add_line(&mut out, part);
        out
    })
}

/// A wrapped line set behind the text before it: with a space, unless both sides of the break are Thai letters of words
/// that may go on.
pub fn one_line_after(before: &str, line: &str) -> String {
    let mut text = before.to_owned();
    add_line(&mut text, line);
    text
}

/// Sets a wrapped line behind a text.
pub fn add_line(text: &mut String, line: &str) {
    let letter = |c: char| is_thai(c) && !is_digit(c);
    let letters = text.chars().next_back().is_some_and(letter) && line.chars().next().is_some_and(letter);
    let joins = letters && !is_at(text.rsplit(' ').next()) && !is_at(line.split(' ').next());
    if !text.is_empty() && !joins {
        text.push(' ');
    }
    text.push_str(line);
}

/// The word before a place, which stands between blanks wherever a line ends.
fn is_at(word: Option<&str>) -> bool {
    word == Some("ณ")
}

/// True for what `fold` keeps: letters, digits and marks, and two signs that are parts of names.
pub fn is_folded_in(c: char) -> bool {
    matches!(c, '&' | '+' | '\u{e2f}') || is_alphanumeric(c)
}

/// True for letters, digits and the marks of Thai letters. Thai and ASCII are decided without Unicode's tables.
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{e01}'..='\u{e4e}' => !matches!(c, '\u{e2f}' | '\u{e3f}'),
        '\u{e4f}' | '\u{e5a}' | '\u{e5b}' => false,
        '\u{e50}'..='\u{e59}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// A key to compare words by: the normal form in lower case, Arabic digits, without blanks and punctuation.
pub fn fold(text: &str) -> String {
    let text = in_normal_form(text);
    let mut out = String::with_capacity(text.len());
    // Most letters stay as they are: they are taken over by the stretch.
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, '\u{e01}'..='\u{e3e}' | '\u{e40}'..='\u{e4e}' | 'a'..='z' | '0'..='9' | '&' | '+') {
            continue;
        }
        out.push_str(&text[from..at]);
        from = at + c.len_utf8();
        out.extend(lower(c).map(arabic_digit).filter(|c| is_folded_in(*c)));
    }
    out.push_str(&text[from..]);
    out
}

/// A letter in lower case, without the marks of Latin letters, which reports leave out or not: `Malmö`, `İzmir`. Thai and
/// ASCII are decided without Unicode's tables.
pub fn lower(c: char) -> impl Iterator<Item = char> {
    let simple = c.is_ascii() || is_thai(c);
    let one = simple.then(|| c.to_ascii_lowercase());
    let letters = (!simple).then(|| c.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)));
    one.into_iter().chain(letters.into_iter().flatten())
}

/// Canonical place of a mark within its cluster.
fn mark_order(c: char) -> u8 {
    match c {
        '\u{e38}'..='\u{e3a}' => 0,
        '\u{e31}' | '\u{e34}'..='\u{e37}' | '\u{e47}' | '\u{e4d}' => 1,
        _ => 2,
    }
}

fn flush(out: &mut String, marks: &mut Vec<char>) {
    marks.sort_by_key(|c| mark_order(*c));
    let sara_am = !marks.is_empty() && out.ends_with('\u{e33}');
    if sara_am {
        out.pop();
    }
    out.extend(marks.drain(..));
    if sara_am {
        out.push('\u{e33}');
    }
}

/// The character as it is meant, or `None` if it is invisible.
fn visible(c: char) -> Option<char> {
    match c {
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{ad}'
        | '\r' => None,
        '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Some('\n'),
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => Some(' '),
        c if c.is_control() => None,
        '\u{f700}'..='\u{f71a}' => Some(private_use(c)),
        c => Some(c),
    }
}

/// Glyph variants that Thai fonts of the 1990s keep in the private-use area (Microsoft's and Apple's layout).
fn private_use(c: char) -> char {
    const MEANT: [char; 27] = [
        '\u{e10}', '\u{e34}', '\u{e35}', '\u{e36}', '\u{e37}', '\u{e48}', '\u{e49}', '\u{e4a}', '\u{e4b}',
        '\u{e4c}', '\u{e48}', '\u{e49}', '\u{e4a}', '\u{e4b}', '\u{e4c}', '\u{e0d}', '\u{e31}', '\u{e4d}',
        '\u{e47}', '\u{e48}', '\u{e49}', '\u{e4a}', '\u{e4b}', '\u{e4c}', '\u{e38}', '\u{e39}', '\u{e3a}',
    ];
    MEANT.get((c as u32 - 0xf700) as usize).copied().unwrap_or(c)
}
