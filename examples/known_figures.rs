//! Makes `src/read/pdf/known.tsv` from font files: `cargo run --example known_figures -- FONT.ttf… > known.tsv`.
//!
//! A line is a character's code and its figures; where a font draws a ring and the tone over it as one glyph, both codes
//! with a plus sign. A font's forms of a mark for high and for low letters count as the mark.

use focalpoint::read::pdf::known::{Figure, Measure};
use std::collections::{BTreeMap, BTreeSet};
use ttf_parser::cmap::Subtable;
use ttf_parser::{Face, GlyphId};

/// Characters that a Thai report is written with.
fn is_wanted(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e5b}' | '!'..='~' | '\u{2013}' | '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{2022}' | '\u{2026}')
}

/// The mark that a private code of Windows' Thai fonts is a form of (Microsoft, Thai OpenType development: F700–F71A).
fn plain(c: char) -> char {
    match c {
        '\u{f700}' => '\u{e10}',
        '\u{f701}'..='\u{f704}' => shifted(c, 0xf701, 0xe34),
        '\u{f705}'..='\u{f709}' => shifted(c, 0xf705, 0xe48),
        '\u{f70a}'..='\u{f70e}' => shifted(c, 0xf70a, 0xe48),
        '\u{f70f}' => '\u{e0d}',
        '\u{f710}' => '\u{e31}',
        '\u{f711}' => '\u{e4d}',
        '\u{f712}' => '\u{e47}',
        '\u{f713}'..='\u{f717}' => shifted(c, 0xf713, 0xe48),
        '\u{f718}'..='\u{f71a}' => shifted(c, 0xf718, 0xe38),
        other => other,
    }
}

fn shifted(c: char, from: u32, to: u32) -> char {
    char::from_u32(c as u32 - from + to).unwrap_or(c)
}

/// The characters of a variant's glyph name: `uni0E48.alt`, `uni0E48.small`, `uni0E4D0E49`, `nikhahit_maiThothai`.
fn of_name(name: &str) -> Option<(char, Option<char>)> {
    let base = name.split('.').next()?;
    let over = match base.strip_prefix("nikhahit_") {
        Some("maiEkthai") => Some('\u{e48}'),
        Some("maiThothai") => Some('\u{e49}'),
        Some("maiTrithai") => Some('\u{e4a}'),
        Some("maiChattawathai") => Some('\u{e4b}'),
        _ => None,
    };
    if over.is_some() {
        return Some(('\u{e4d}', over));
    }
    let hex = base.strip_prefix("uni").filter(|hex| hex.len() == 4 || hex.len() == 8)?;
    let character = |hex: &str| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
    Some((character(hex.get(..4)?)?, hex.get(4..).and_then(character)))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut lines: BTreeMap<(char, Option<char>), BTreeSet<Figure>> = BTreeMap::new();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let face = Face::parse(&bytes, 0)?;
        let mut glyphs: BTreeSet<((char, Option<char>), u16)> = BTreeSet::new();
        for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(Subtable::is_unicode) {
            table.codepoints(|code| {
                if let (Some(c), Some(glyph)) = (char::from_u32(code), table.glyph_index(code)) {
                    glyphs.insert(((plain(c), None), glyph.0));
                }
            });
        }
        for glyph in 0..face.number_of_glyphs() {
            if let Some((c, over)) = face.glyph_name(GlyphId(glyph)).and_then(of_name) {
                glyphs.insert(((plain(c), over), glyph));
            }
        }
        for (drawn, glyph) in glyphs.into_iter().filter(|((c, _), _)| is_wanted(*c)) {
            let mut measure = Measure::default();
            face.outline_glyph(GlyphId(glyph), &mut measure);
            lines.entry(drawn).or_default().extend(measure.figure(1.0 / f32::from(face.units_per_em())));
        }
    }
    for ((c, over), figures) in lines {
        let figures: Vec<String> = figures.iter().map(Figure::written).collect();
        let over = over.map(|over| format!("+{:x}", over as u32)).unwrap_or_default();
        println!("{:x}{over}\t{}", c as u32, figures.join(" "));
    }
    Ok(())
}
