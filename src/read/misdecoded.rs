//! Thai text that was UTF-8 and was read as another encoding before it came into a cell: `เธเธฃเธฐ` or `à¸à¸£à¸°`.

use encoding_rs::{Encoding, WINDOWS_874, WINDOWS_1252};

/// What a Thai letter's first two bytes in UTF-8 become, by the encoding that they were read as.
const SIGNS: [(&Encoding, [&str; 2]); 2] =
    [(WINDOWS_874, ["\u{e40}\u{e18}", "\u{e40}\u{e19}"]), (WINDOWS_1252, ["\u{e0}\u{b8}", "\u{e0}\u{b9}"])];
/// So many letters of this kind do not stand in a text by chance.
const FEW: usize = 2;
/// Text that cannot be turned back is damaged if at least one letter in so many begins like this.
const SHARE: usize = 4;

/// What can be said of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// It is what was written.
    Right,
    /// It was read as another encoding; this was written.
    Wrong(String),
    /// It was read as another encoding, and letters were lost since.
    Damaged,
}

/// Whether a text was read as another encoding than it was written in. It is turned back only where every byte is
/// still there and they are Thai in UTF-8.
pub(super) fn reading(text: &str) -> Reading {
    for (encoding, signs) in SIGNS {
        let count: usize = signs.iter().map(|sign| text.matches(sign).count()).sum();
        if count < FEW {
            continue;
        }
        let (bytes, _, unmappable) = encoding.encode(text);
        let written = std::str::from_utf8(&bytes).ok().filter(|_| !unmappable);
        if let Some(written) = written.filter(|written| written.chars().any(crate::thai::is_thai)) {
            return Reading::Wrong(written.to_owned());
        }
        let letters = text.chars().filter(|c| !c.is_ascii()).count();
        if count > FEW && count * SHARE >= letters {
            return Reading::Damaged;
        }
    }
    Reading::Right
}
