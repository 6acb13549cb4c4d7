//! What a code stands for: ToUnicode maps, glyph names, TIS-620.

use super::lexer::{Lexer, Token};
use super::objects;
use std::collections::HashMap;

/// Ranges of a map may name four thousand million codes; no font has more glyphs than this.
const RANGE_LIMIT: u32 = 65_536;

/// A character map: codes of one to four bytes to text.
#[derive(Debug, Clone, Default)]
pub struct CharacterMap {
    /// Text by code.
    pub text: HashMap<u32, String>,
    /// Lengths of codes in bytes that the map declares, by first and last code.
    pub spaces: Vec<(usize, u32, u32)>,
}

/// Reads a `ToUnicode` map (Adobe Technical Note 5411).
pub fn character_map(bytes: &[u8]) -> CharacterMap {
    let mut map = CharacterMap::default();
    let mut operands: Vec<Token> = Vec::new();
    for token in Lexer::new(bytes) {
        let Token::Word(word) = token else {
            operands.push(token);
            continue;
        };
        match word.as_slice() {
            b"endcodespacerange" => spaces(&operands, &mut map),
            b"endbfchar" => characters(&operands, &mut map),
            b"endbfrange" => ranges(&operands, &mut map),
            _ => {}
        }
        operands.clear();
    }
    map
}

fn spaces(operands: &[Token], map: &mut CharacterMap) {
    for pair in operands.chunks_exact(2) {
        if let (Some(low), Some(high)) = (pair[0].text(), pair[1].text()) {
            map.spaces.push((low.len(), number(low), number(high)));
        }
    }
}

fn characters(operands: &[Token], map: &mut CharacterMap) {
    for pair in operands.chunks_exact(2) {
        if let (Some(code), Some(text)) = (pair[0].text(), pair[1].text()) {
            map.text.insert(number(code), utf16(text));
        }
    }
}

fn ranges(operands: &[Token], map: &mut CharacterMap) {
    for triple in operands.chunks_exact(3) {
        let (Some(low), Some(high)) = (triple[0].text(), triple[1].text()) else { continue };
        let (low, high) = (number(low), number(high));
        let count = high.saturating_sub(low).min(RANGE_LIMIT);
        match &triple[2] {
            Token::Text(first) => {
                for step in 0..=count {
                    map.text.insert(low.saturating_add(step), utf16_plus(first, step));
                }
            }
            Token::Array(items) => {
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
    marked.extend_from_slice(bytes);
    objects::text(&marked)
}

/// The text whose last unit is `step` further.
fn utf16_plus(bytes: &[u8], step: u32) -> String {
    let mut bytes = bytes.to_vec();
    if let [.., high, low] = bytes.as_mut_slice() {
        let unit = (u32::from(*high) << 8 | u32::from(*low)).wrapping_add(step);
        (*high, *low) = ((unit >> 8) as u8, unit as u8);
    }
    utf16(&bytes)
}

/// The character of a glyph name: `uniXXXX`, `uXXXXX`, Adobe's names for Latin, and the names that Thai fonts use
/// for the characters of TIS-620. A suffix such as `.alt` or `.low` names a variant of the same character.
pub fn of_glyph_name(name: &str) -> Option<String> {
    let base = name.split(['.', '_']).next().unwrap_or(name);
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
    NAMES.iter().find(|(known, _)| *known == base).map(|(_, c)| c.to_string())
}

fn code_point(hex: &str) -> Option<char> {
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)
}

/// The Thai character of a TIS-620 code.
pub fn tis620(code: u32) -> Option<char> {
    match code {
        0xa1..=0xda | 0xdf..=0xfb => char::from_u32(code + 0xd60),
        _ => None,
    }
}

/// The character of a code in the encoding that PDF calls WinAnsi.
pub fn win_ansi(code: u32) -> Option<char> {
    let byte = u8::try_from(code).ok()?;
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
    text.chars().next().filter(|c| !c.is_control())
}

/// Adobe's names for what is neither letter nor in the form `uniXXXX`.
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", '\u{a0}'),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("underscore", '_'),
    ("quoteleft", '\u{2018}'),
    ("quoteright", '\u{2019}'),
    ("quotedblleft", '\u{201c}'),
    ("quotedblright", '\u{201d}'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("ellipsis", '…'),
];
