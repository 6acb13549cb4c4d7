//! Whether a font is bold (ISO 32000-1, 9.8).

use super::objects;
use lopdf::{Dictionary, Document};

/// Weights from this one on are bold.
const BOLD: f32 = 600.0;
/// The flag of a font that is to be drawn bold.
const FORCED: i64 = 1 << 18;
/// What names of bold fonts hold, in small letters.
const NAMES: [&str; 4] = ["bold", "black", "heavy", "demi"];

/// True for a bold font, told by its name, its stated weight or its flag; `base` is the font that has the descriptor.
pub fn is_bold(doc: &Document, base: &Dictionary) -> bool {
    let name = objects::name(doc, base, b"BaseFont").map(|name| objects::text(name).to_lowercase());
    let named = name.is_some_and(|name| {
        let name = name.split_once('+').map_or(name.as_str(), |(_, name)| name);
        NAMES.iter().any(|word| name.contains(word))
    });
    named
        || objects::dict(doc, base, b"FontDescriptor").is_some_and(|descriptor| {
            objects::number(doc, descriptor, b"FontWeight").is_some_and(|weight| weight >= BOLD)
                || objects::integer(doc, descriptor, b"Flags").is_some_and(|flags| flags & FORCED != 0)
        })
}
