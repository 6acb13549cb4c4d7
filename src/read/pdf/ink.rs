//! What a glyph's ink says of its text.

use crate::model::Rect;

/// True if a glyph's ink, for a size of 1 with y upwards, says that it cannot be this text.
pub fn contradicts(text: &str, ink: Option<Rect>) -> bool {
    let Some(ink) = ink else { return false };
    let mut characters = text.chars();
    let (Some(first), None) = (characters.next(), characters.next()) else { return false };
    match first {
        c if c.is_whitespace() => ink.right > ink.left && ink.top > ink.bottom,
        '\u{e48}'..='\u{e4e}' | '\u{e31}' | '\u{e34}'..='\u{e37}' | '\u{e47}' => ink.top < 0.05,
        '\u{e38}'..='\u{e3a}' => ink.bottom > 0.3,
        _ => false,
    }
}

/// A "space" with ink high above the baseline that moves nothing is the nikhahit of a sara am that the
/// producer lost.
pub fn nikhahit(mapped: Option<&String>, ink: Option<Rect>) -> Option<String> {
    let ink = ink?;
    let blank = mapped.is_some_and(|text| text.chars().all(char::is_whitespace));
    (blank && ink.bottom > 0.4).then(|| "\u{e4d}".to_owned())
}
