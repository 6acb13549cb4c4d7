//! What a code stands for: ToUnicode maps, glyph names, TIS-620.

use super::lexer::{Lexer, Token};
use super::objects;
use crate::model::Counted;
use crate::read::budget::Budget;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Ranges of a map may name four thousand million codes; no font has more glyphs than this.
const RANGE_LIMIT: u32 = 65_536;
/// Bytes that one code may stand for (Adobe Technical Note 5411 allows 512).
const MAPPED: usize = 512;
/// Operands of one operator that are kept.
const OPERANDS: usize = 200_000;

/// A character map: codes of one to four bytes to text.
#[derive(Debug, Clone, Default)]
pub struct CharacterMap {
    /// Text by code.
    pub text: HashMap<u32, String>,
    /// Lengths of codes in bytes that the map declares, by first and last code.
    pub spaces: Vec<(usize, u32, u32)>,
}

/// Reads a `ToUnicode` map (Adobe Technical Note 5411).
pub fn character_map(bytes: &[u8], budget: &Budget) -> CharacterMap {
    let mut map = CharacterMap::default();
    let mut operands: Vec<Token> = Vec::new();
    for token in Lexer::new(bytes) {
        let Token::Word(word) = token else {
            if operands.len() < OPERANDS {
                operands.push(token);
            }
            continue;
        };
        if budget.is_over(Counted::Codes) {
            break;
        }
        match word.as_slice() {
            b"endcodespacerange" => spaces(&operands, &mut map, budget),
            b"endbfchar" => characters(&operands, &mut map, budget),
            b"endbfrange" => ranges(&operands, &mut map, budget),
            _ => {}
        }
        operands.clear();
    }
    map
}

fn spaces(operands: &[Token], map: &mut CharacterMap, budget: &Budget) {
    for pair in operands.chunks_exact(2) {
        if budget.take(Counted::Codes, 1)
            && let (Some(low), Some(high)) = (pair[0].text(), pair[1].text())
        {
            map.spaces.push((low.len(), number(low), number(high)));
        }
    }
}

fn characters(operands: &[Token], map: &mut CharacterMap, budget: &Budget) {
    for pair in operands.chunks_exact(2) {
        if budget.take(Counted::Codes, 1)
            && let (Some(code), Some(text)) = (pair[0].text(), pair[1].text())
        {
            map.text.insert(number(code), utf16(text));
        }
    }
}

fn ranges(operands: &[Token], map: &mut CharacterMap, budget: &Budget) {
    for triple in operands.chunks_exact(3) {
        let (Some(low), Some(high)) = (triple[0].text(), triple[1].text()) else { continue };
        let (low, high) = (number(low), number(high));
        let count = high.saturating_sub(low).min(RANGE_LIMIT);
        match &triple[2] {
            Token::Text(first) => {
                if !budget.take(Counted::Codes, count as usize + 1) {
                    return;
                }
                for step in 0..=count {
                    map.text.insert(low.saturating_add(step), utf16_plus(first, step));
                }
            }
            Token::Array(items) => {
                if !budget.take(Counted::Codes, items.len().min(count as usize + 1)) {
                    return;
                }
                for (item, code) in items.iter().zip(low..=low.saturating_add(count)) {
                    if let Some(text) = item.text() {
                        map.text.insert(code, utf16(text));
                    }
                }
            }
            Token::Number(_) | Token::Name(_) | Token::Dict(_) | Token::Word(_) => {}
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    let mut marked = vec![0xfe, 0xff];
    marked.extend_from_slice(&bytes[..bytes.len().min(MAPPED)]);
    objects::text(&marked)
}

/// The text whose last unit is `step` further.
fn utf16_plus(bytes: &[u8], step: u32) -> String {
    let mut bytes = bytes[..bytes.len().min(MAPPED)].to_vec();
    if let [.., high, low] = bytes.as_mut_slice() {
        let unit = (u32::from(*high) << 8 | u32::from(*low)).wrapping_add(step);
        (*high, *low) = ((unit >> 8) as u8, unit as u8);
    }
    utf16(&bytes)
}

/// Glyph names with their characters, as `glyph_names.tsv` has them.
static NAMES: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
    let lines = include_str!("glyph_names.tsv").lines().filter(|line| !line.starts_with('#'));
    let entry = |line: &'static str| {
        let (name, codes) = line.split_once('\t')?;
        Some((name, codes.split(' ').map(code_point).collect::<Option<String>>()?))
    };
    lines.filter_map(entry).collect()
});

/// What the names of Thai characters end with in Adobe's list; fonts leave it out.
const THAI: &str = "thai";

/// The characters of a glyph name: `uniXXXX`, `uXXXXX`, and Adobe's names, those of Thai characters also in short and
/// with capitals as fonts write them. A suffix such as `.alt` or `.low` names a variant of the same character, and
/// names joined by `_` a ligature.
pub fn of_glyph_name(name: &str) -> Option<String> {
    let base = name.split('.').next().unwrap_or(name);
    let mut parts = base.split('_');
    let first = of_part(parts.next()?)?;
    Some(parts.filter_map(of_part).fold(first, |text, part| text + &part))
}

fn of_part(base: &str) -> Option<String> {
    if let Some(hex) = base.strip_prefix("uni")
        && hex.len() >= 4
        && hex.len() % 4 == 0
        && hex.is_ascii()
    {
        return (0..hex.len() / 4).map(|n| code_point(&hex[n * 4..n * 4 + 4])).collect();
    }
    if let Some(hex) = base.strip_prefix('u')
        && (4..=6).contains(&hex.len())
        && let Some(found) = code_point(hex)
    {
        return Some(found.to_string());
    }
    if base.chars().count() == 1 && base.chars().all(|c| c.is_ascii_alphabetic()) {
        return Some(base.to_owned());
    }
    let thai = || NAMES.get((base.to_ascii_lowercase() + THAI).as_str());
    NAMES.get(base).or_else(thai).cloned()
}

fn code_point(hex: &str) -> Option<char> {
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)
}

/// A text with the letters of Latin ligatures, which are one character only in type.
pub fn without_ligatures(text: String) -> String {
    const LIGATURES: [(char, &str); 7] =
        [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];
    if !text.contains(|c| ('\u{fb00}'..='\u{fb06}').contains(&c)) {
        return text;
    }
    LIGATURES.iter().fold(text, |text, (ligature, letters)| text.replace(*ligature, letters))
}

/// The Thai character of a TIS-620 code.
pub fn tis620(code: u32) -> Option<char> {
    match code {
        0xa1..=0xda | 0xdf..=0xfb => char::from_u32(code + 0xd60),
        _ => None,
    }
}

/// An encoding of one-byte codes that a file names (ISO 32000-1, annex D).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Windows Latin.
    WinAnsi,
    /// Macintosh Latin.
    MacRoman,
    /// Adobe's own, which old fonts have built in.
    Standard,
    /// Ticks and other signs of the font ZapfDingbats.
    Dingbats,
    /// The signs of the font Symbol.
    Symbol,
}

impl Base {
    /// The encoding with this name.
    pub fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            b"StandardEncoding" => Some(Self::Standard),
            _ => None,
        }
    }

    /// The encoding that a font of this name has, whatever the file says.
    pub fn of_font(name: &[u8]) -> Option<Self> {
        match name {
            b"ZapfDingbats" => Some(Self::Dingbats),
            b"Symbol" => Some(Self::Symbol),
            _ => None,
        }
    }

    /// The character of a code.
    pub fn character(self, code: u32) -> Option<char> {
        match self {
            Self::WinAnsi => win_ansi(code),
            Self::MacRoman => decoded(encoding_rs::MACINTOSH, code),
            Self::Standard => among(STANDARD, code).or_else(|| ascii(code)),
            Self::Dingbats => dingbat(code),
            Self::Symbol => among(SYMBOL, code).or_else(|| ascii(code)),
        }
    }
}

fn among(table: &[(u8, char)], code: u32) -> Option<char> {
    table.iter().find(|(known, _)| u32::from(*known) == code).map(|(_, c)| *c)
}

fn ascii(code: u32) -> Option<char> {
    char::from_u32(code).filter(|c| c.is_ascii() && !c.is_ascii_control())
}

/// Most signs stand in Unicode in the order that they have in the font.
fn dingbat(code: u32) -> Option<char> {
    match code {
        0x20 => Some(' '),
        0x25 => Some('☎'),
        0x2a => Some('☛'),
        0x2b => Some('☞'),
        0x48 => Some('★'),
        0x6c => Some('●'),
        0x6e => Some('■'),
        0x73 => Some('▲'),
        0x74 => Some('▼'),
        0x75 => Some('◆'),
        0x77 => Some('◗'),
        0x21..=0x7e => char::from_u32(0x2701 + code - 0x21),
        _ => None,
    }
}

/// The character of a code in the encoding that PDF calls WinAnsi.
pub fn win_ansi(code: u32) -> Option<char> {
    decoded(encoding_rs::WINDOWS_1252, code)
}

fn decoded(encoding: &'static encoding_rs::Encoding, code: u32) -> Option<char> {
    let byte = u8::try_from(code).ok()?;
    let (text, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
    text.chars().next().filter(|c| !c.is_control())
}

/// Where Adobe's standard encoding differs from ASCII.
const STANDARD: &[(u8, char)] = &[
    (0x27, '’'),
    (0x60, '‘'),
    (0xa1, '¡'),
    (0xa2, '¢'),
    (0xa3, '£'),
    (0xa4, '⁄'),
    (0xa5, '¥'),
    (0xa6, 'ƒ'),
    (0xa7, '§'),
    (0xa8, '¤'),
    (0xa9, '\''),
    (0xaa, '“'),
    (0xab, '«'),
    (0xac, '‹'),
    (0xad, '›'),
    (0xae, 'ﬁ'),
    (0xaf, 'ﬂ'),
    (0xb1, '–'),
    (0xb2, '†'),
    (0xb3, '‡'),
    (0xb4, '·'),
    (0xb6, '¶'),
    (0xb7, '•'),
    (0xb8, '‚'),
    (0xb9, '„'),
    (0xba, '”'),
    (0xbb, '»'),
    (0xbc, '…'),
    (0xbd, '‰'),
    (0xbf, '¿'),
    (0xc1, '`'),
    (0xc2, '´'),
    (0xc3, 'ˆ'),
    (0xc4, '˜'),
    (0xc5, '¯'),
    (0xc6, '˘'),
    (0xc7, '˙'),
    (0xc8, '¨'),
    (0xca, '˚'),
    (0xcb, '¸'),
    (0xcd, '˝'),
    (0xce, '˛'),
    (0xcf, 'ˇ'),
    (0xd0, '—'),
    (0xe1, 'Æ'),
    (0xe3, 'ª'),
    (0xe8, 'Ł'),
    (0xe9, 'Ø'),
    (0xea, 'Œ'),
    (0xeb, 'º'),
    (0xf1, 'æ'),
    (0xf5, 'ı'),
    (0xf8, 'ł'),
    (0xf9, 'ø'),
    (0xfa, 'œ'),
    (0xfb, 'ß'),
];

/// Signs of the font Symbol that texts use.
const SYMBOL: &[(u8, char)] = &[
    (0x2d, '−'),
    (0xa2, '′'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xae, '→'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xd6, '√'),
    (0xd7, '⋅'),
];
