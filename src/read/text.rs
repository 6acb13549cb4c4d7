//! Text files in the encodings that Thai programs have written.

use crate::thai;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_874, WINDOWS_1252};

/// A text with what its decoding tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// True if bytes are damaged or the end is cut within a character.
    pub(super) damaged: bool,
}

/// Decodes a text without a stated encoding: by its byte order mark, else UTF-8 if it is valid, UTF-16 if every other
/// byte says so, else TIS-620 with Windows' additions if the result is Thai. `None` if it is no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        return decode_as(encoding, bytes);
    }
    if bytes.iter().any(|byte| matches!(byte, 0..=8 | 14..=25 | 28..=31)) {
        return None;
    }
    if is_utf_8(bytes) {
        return decode_as(UTF_8, bytes);
    }
    let thai = bytes.iter().filter(|byte| matches!(byte, 0xa1..=0xda | 0xdf..=0xfb)).count();
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let encoding = if thai * 10 >= high * 9 { WINDOWS_874 } else { WINDOWS_1252 };
    let decoded = decode_as(encoding, bytes)?;
    let damaged = decoded.damaged || encoding == WINDOWS_874 && !reads_as_thai(&decoded.text);
    Some(Decoded { damaged, ..decoded })
}

/// Decodes a text in an encoding that it states by a label, such as `tis-620`. The bytes have the last word: many
/// programs state an encoding that they do not write.
pub(super) fn decode_labelled(label: &str, bytes: &[u8]) -> Option<Decoded> {
    let utf_8 = !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
    match Encoding::for_label(label.trim().as_bytes()) {
        Some(encoding)
            if !utf_8 && Encoding::for_bom(bytes).is_none() && ![UTF_8, WINDOWS_1252].contains(&encoding) =>
        {
            decode_as(encoding, bytes)
        }
        _ => decode(bytes),
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Option<Decoded> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if text.chars().any(|c| c == '\0') {
        return None;
    }
    Some(Decoded { text: text.into_owned(), damaged })
}

/// True if the bytes are UTF-8, but for a few damaged ones or an end that is cut.
fn is_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || sound > broken * 20
}

/// UTF-16 without a mark: every other byte of ASCII is zero, and of Thai `0x0e`.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096) & !1)?;
    let pairs = sample.len() / 2;
    let high = |offset: usize| {
        sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0 || **byte == 0x0e).count() * 10
            >= pairs * 9
    };
    if pairs < 2 {
        return None;
    }
    match (high(0), high(1)) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Thai never puts two tone marks or a vowel sign after a blank; another encoding taken for Thai soon does.
fn reads_as_thai(text: &str) -> bool {
    let (mut letters, mut astray) = (0_usize, 0_usize);
    let mut before = ' ';
    for c in text.chars() {
        letters += usize::from(thai::is_thai(c));
        let mark = matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
        astray += usize::from(mark && !thai::is_thai(before));
        before = c;
    }
    astray * 20 <= letters
}
