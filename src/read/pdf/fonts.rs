//! Fonts of a PDF: what a shown string's codes stand for, how wide they are and where their ink lies.

use super::inflate::Watch;
use super::ink::{contradicts, nikhahit};
use super::known::{Figure, Measure};
use super::objects;
use super::outline::Pen;
use super::type1;
use super::type3;
use super::unicode::{self, Base, CharacterMap};
use super::weight;
use crate::model::{Counted, Rect};
use crate::read::budget::Budget;
use crate::read::drawn::{Outline, Rung, is_mark};
use crate::thai;
use lopdf::{Dictionary, Document, Object};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use ttf_parser::{Face, GlyphId, cff};

/// A font program or map may not unpack to more than this, in bytes.
const PROGRAM_LIMIT: usize = 32 << 20;
/// A map of characters may not unpack to more than this, in bytes: one of all codes has two megabytes.
const MAP_LIMIT: usize = 8 << 20;
/// Numbers of glyphs have two bytes.
const CODES: u32 = 65_536;
/// A font with so many known glyphs is known, whatever else it has.
const KNOWN_GLYPHS: usize = 60;
/// A blank is no narrower, for a size of 1.
const SPACE: f32 = 0.1;
/// A font with this many glyphs is embedded as it is, with all its tables, and is not drawn glyph by glyph.
const WHOLE_FONT: u16 = 3_000;
/// An advance below this, for a size of 1, is none.
const ADVANCE_OF_MARKS: f32 = 0.01;

/// What codes are where nothing else tells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Codes {
    /// Two bytes each, numbers of glyphs.
    Wide,
    /// Windows Latin.
    Latin,
    /// Windows Latin with TIS-620 in the upper half, whatever the encoding says.
    Thai,
    /// The font's own, counted as the characters were used.
    Own,
}

/// A font, ready to decode strings.
pub struct Font {
    codes: Codes,
    widths: HashMap<u32, f32>,
    default_width: f32,
    map: Option<CharacterMap>,
    /// Characters by code from `/Encoding`, for one-byte fonts.
    names: HashMap<u32, String>,
    glyphs: Glyphs,
    /// Height of Thai letters for a size of 1, 0 if unknown.
    letters: f32,
    /// Scale of the glyph space of Type 3 fonts, which is not a thousandth.
    unit: f32,
    /// Bold type.
    pub bold: bool,
    /// True if its program or its map of characters is damaged.
    pub damaged: bool,
    /// True if it is one of the fonts whose figures are known.
    known: bool,
    /// Codes that were told before.
    told: RefCell<HashMap<u32, Shown>>,
}

/// A code of a shown string.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// What it stands for.
    pub text: String,
    /// How that was told.
    pub rung: Rung,
    /// Advance in text space for a size of 1.
    pub advance: f32,
    /// Box of the ink in text space for a size of 1, y upwards (`top` is the higher edge), if there is any.
    pub ink: Option<Rect>,
    /// True for the one-byte code 32, which word spacing applies to.
    pub is_space: bool,
    /// What the font says, where the ink contradicts it.
    pub claimed: Option<String>,
    /// Its outline, if it moves nothing.
    pub shape: Option<Rc<Outline>>,
}

impl Shown {
    /// A text that the file states and does not draw.
    pub fn stated(text: &str, advance: f32) -> Self {
        Self {
            text: text.to_owned(),
            rung: Rung::ActualText,
            advance,
            ink: None,
            is_space: false,
            claimed: None,
            shape: None,
        }
    }
}

/// Outlines of an embedded font by code.
#[derive(Default)]
struct Glyphs {
    ink: HashMap<u32, Rect>,
    characters: HashMap<u32, String>,
    /// Outlines of the glyphs that move nothing.
    shapes: HashMap<u32, Rc<Outline>>,
    /// What the glyphs look like.
    figures: HashMap<u32, Figure>,
    /// True if there is an embedded program, so that a glyph without ink is blank.
    embedded: bool,
}

impl Font {
    /// Prepares a font of a page's resources.
    pub fn of(doc: &Document, dict: &Dictionary, budget: &Budget) -> Self {
        let descendant = objects::array(doc, dict, b"DescendantFonts")
            .and_then(|fonts| objects::as_dict(objects::follow(doc, fonts.first()?)?));
        let base = descendant.unwrap_or(dict);
        let wide = descendant.is_some();
        let watch = Watch::new(budget);
        look_for_parts(doc, (dict, base), &watch);
        let map = objects::stream(doc, dict, b"ToUnicode")
            .and_then(|stream| watch.bytes(stream, MAP_LIMIT))
            .map(|bytes| unicode::character_map(&bytes, budget));
        let (widths, default_width) =
            if wide { wide_widths(doc, base, budget) } else { narrow_widths(doc, base) };
        let stated = if wide { HashMap::new() } else { named(doc, dict, &watch) };
        let base_codes = if wide { None } else { base_encoding(doc, dict) };
        let names = with_base(&stated, base_codes);
        let type3 = objects::name(doc, dict, b"Subtype") == Some(b"Type3");
        let glyphs = if type3 {
            Glyphs::drawn(doc, dict, &names, &watch)
        } else {
            Glyphs::of(doc, base, wide, &names, &watch)
        };
        let unit = objects::numbers::<6>(doc, dict, b"FontMatrix").map_or(0.001, |m| m[0]);
        let mut font = Self {
            codes: if wide { Codes::Wide } else { Codes::Latin },
            widths,
            default_width,
            map,
            names: told(&stated),
            letters: 0.0,
            glyphs,
            unit: if type3 { unit } else { 0.001 },
            bold: weight::is_bold(doc, base),
            damaged: watch.damaged(),
            known: false,
            told: RefCell::default(),
        };
        font.known = font.is_known();
        if font.vote_for_thai() {
            font.codes = Codes::Thai;
        } else if type3 || !wide && font.known && font.has_own_codes() {
            font.codes = Codes::Own;
        } else {
            font.names = told(&names);
        }
        font.letters = font.height_of_letters();
        font
    }

    /// The codes of a string.
    pub fn decode<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = Shown> + 'a {
        let is_of_one_byte =
            |map: &CharacterMap| !map.spaces.is_empty() && map.spaces.iter().all(|(length, ..)| *length == 1);
        let wide = self.codes == Codes::Wide && !self.map.as_ref().is_some_and(is_of_one_byte);
        string.chunks(if wide { 2 } else { 1 }).map(move |code| {
            let code = code.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
            self.shown(code, !wide && code == 32)
        })
    }

    fn shown(&self, code: u32, is_space: bool) -> Shown {
        let told = self.told.borrow().get(&code).cloned();
        told.unwrap_or_else(|| {
            let shown = self.tell(code, is_space);
            self.told.borrow_mut().insert(code, shown.clone());
            shown
        })
    }

    fn tell(&self, code: u32, is_space: bool) -> Shown {
        let width = self.widths.get(&code).copied().unwrap_or(self.default_width);
        let ink = self.glyphs.ink.get(&code).copied();
        let advance = width * self.unit;
        let (text, rung) = self.text(code, ink);
        let mut text = unicode::without_ligatures(text);
        if advance.abs() < ADVANCE_OF_MARKS {
            without_base(&mut text);
        }
        let mapped = self.map.as_ref().and_then(|map| map.text.get(&code));
        let mut claimed = mapped.filter(|mapped| contradicts(mapped, ink)).cloned();
        let shape = self.glyphs.shapes.get(&code).cloned();
        // What moves nothing and has its ink over the glyph before it is a mark, whatever the font says.
        let over = ink.is_some_and(|ink| ink.right <= 0.1 && ink.left < -0.02);
        if over && advance.abs() < ADVANCE_OF_MARKS && !text.is_empty() && !text.chars().all(may_be_mark) {
            claimed = Some(std::mem::take(&mut text));
        }
        if text == "\u{e33}" && self.is_sara_aa(ink) {
            "\u{e32}".clone_into(&mut text);
            claimed = Some("\u{e33}".to_owned());
        }
        let rung = if text.is_empty() { Rung::Unknown } else { rung };
        Shown { text, rung, advance, ink, is_space, claimed, shape }
    }

    /// The ladder of evidence, best first; what the ink contradicts is passed over.
    fn text(&self, code: u32, ink: Option<Rect>) -> (String, Rung) {
        let mut contradicted = false;
        let mut fits = |text: &String| {
            let fits = !contradicts(text, ink);
            contradicted |= !fits;
            fits
        };
        let mapped = self.map.as_ref().and_then(|map| map.text.get(&code)).filter(|text| !text.is_empty());
        if let Some(text) = mapped.cloned().filter(&mut fits) {
            return match self.drawn(code).filter(|_| self.lies(code, &text)) {
                Some(drawn) => (drawn, Rung::KnownFont),
                None => (text, Rung::ToUnicode),
            };
        }
        if let Some(drawn) = self.drawn(code) {
            return (drawn, Rung::KnownFont);
        }
        if self.codes == Codes::Thai
            && let Some(c) = unicode::tis620(code)
        {
            return (c.to_string(), Rung::Tis620);
        }
        let found = self.names.get(&code).cloned().filter(&mut fits);
        if let Some(text) = found {
            return (text, if contradicted { Rung::Repaired } else { Rung::Encoding });
        }
        if let Some(text) = self.glyphs.characters.get(&code).cloned().filter(&mut fits) {
            return (text, if contradicted { Rung::Repaired } else { Rung::FontMap });
        }
        if contradicted && let Some(text) = nikhahit(mapped, ink).or_else(|| self.below(code, mapped)) {
            return (text, Rung::Repaired);
        }
        if matches!(self.codes, Codes::Latin | Codes::Thai)
            && mapped.is_none()
            && let Some(c) = unicode::win_ansi(code)
        {
            return (c.to_string(), Rung::Encoding);
        }
        (String::new(), Rung::Unknown)
    }

    /// True if so many of the glyphs look like those of a font that offices use that the others may be trusted to.
    fn is_known(&self) -> bool {
        let figures = &self.glyphs.figures;
        let known = figures.values().filter(|figure| figure.character().is_some()).count();
        known >= KNOWN_GLYPHS || known >= 3 && known * 10 >= figures.len() * 6
    }

    /// True if what is drawn shows that the codes are not those of Windows Latin, as in fonts that were cut to what is used.
    fn has_own_codes(&self) -> bool {
        let ascii =
            (0x21..0x7f).filter_map(|code| Some((code, self.glyphs.figures.get(&code)?.character()?)));
        ascii.into_iter().any(|(code, drawn)| unicode::win_ansi(code) != Some(drawn))
    }

    /// What a known font draws so. A glyph that draws nothing and moves on is a space.
    fn drawn(&self, code: u32) -> Option<String> {
        if let Some(figure) = self.glyphs.figures.get(&code) {
            return figure.text().filter(|_| self.known);
        }
        let moves = self.widths.get(&code).is_some_and(|width| width * self.unit > SPACE);
        let blank = self.glyphs.embedded && !self.glyphs.ink.contains_key(&code);
        (blank && moves).then(|| " ".to_owned())
    }

    /// True if a glyph is said to be one letter and is drawn as another.
    fn lies(&self, code: u32, text: &str) -> bool {
        let mut said = text.chars();
        let (Some(said), None) = (said.next(), said.next()) else { return false };
        let Some(figure) = self.glyphs.figures.get(&code) else { return false };
        // Dots and strokes look alike in all scripts.
        let letter = |c: char| thai::is_thai(c) && c != '\u{e3a}' || c.is_ascii_alphanumeric();
        let may_lie = letter(said) || said.is_ascii();
        self.known && may_lie && !figure.may_be(said) && figure.character().is_some_and(letter)
    }

    /// A mark of above whose ink is below the baseline is one of the two vowels of below: the one that no other code
    /// of the font stands for.
    fn below(&self, code: u32, mapped: Option<&String>) -> Option<String> {
        let mark = mapped.and_then(|text| text.chars().next()).is_some_and(thai::is_above_or_below);
        let ink = self.glyphs.ink.get(&code).filter(|ink| mark && ink.top < 0.05)?;
        let other = |vowel: &str| {
            let codes = self.map.iter().flat_map(|map| &map.text).filter(|(_, text)| text.as_str() == vowel);
            codes
                .filter_map(|(other, _)| self.glyphs.ink.get(other))
                .filter(|ink| ink.top < 0.05)
                .map(|ink| ink.right - ink.left)
                .reduce(f32::max)
        };
        let width = ink.right - ink.left;
        let wide = match (other("\u{e38}"), other("\u{e39}")) {
            // Sara uu is the wider of the two by half.
            (Some(u), _) => width > u * 1.2,
            (None, Some(uu)) => width > uu * 0.8,
            (None, None) => return None,
        };
        Some(if wide { "\u{e39}" } else { "\u{e38}" }.to_owned())
    }

    /// True if the ink of a glyph that is said to be sara am is no higher than the letters and not over the one before:
    /// it is the sara aa, which the ring stands before.
    fn is_sara_aa(&self, ink: Option<Rect>) -> bool {
        let Some(ink) = ink.filter(|ink| ink.left > -0.02) else { return false };
        self.letters > 0.0 && ink.top <= self.letters * 1.12
    }

    /// Height of the letters that are neither tall nor short, 0 if the font has none that is known.
    fn height_of_letters(&self) -> f32 {
        let letter = |text: &String| {
            matches!(text.as_str(), "\u{e01}" | "\u{e19}" | "\u{e23}" | "\u{e07}" | "\u{e2d}" | "\u{e21}")
        };
        let codes = self.codes().filter(|(_, text)| letter(text));
        codes.filter_map(|(code, _)| self.glyphs.ink.get(&code)).map(|ink| ink.top).fold(0.0, f32::max)
    }

    /// Codes with the text that the font's tables give them.
    fn codes(&self) -> impl Iterator<Item = (u32, &String)> {
        let mapped = self.map.iter().flat_map(|map| &map.text);
        mapped.chain(&self.names).chain(&self.glyphs.characters).map(|(code, text)| (*code, text))
    }

    /// True if the font's upper half is Thai although its encoding says Latin: no ToUnicode, and most of the widths
    /// that a Thai font sets to zero or negative bearing are those of Thai marks.
    fn vote_for_thai(&self) -> bool {
        if self.codes == Codes::Wide || self.map.is_some() || !self.names.is_empty() {
            return false;
        }
        let marks = [0xd1, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0xe7, 0xe8, 0xe9];
        let known: Vec<bool> = marks
            .iter()
            .filter_map(|code| {
                let ink = self.glyphs.ink.get(code)?;
                let below = matches!(code, 0xd8 | 0xd9);
                Some(if below { ink.top <= 0.1 } else { ink.bottom > 0.3 })
            })
            .collect();
        !known.is_empty() && known.iter().filter(|fits| **fits).count() * 2 > known.len()
    }
}

/// Looks whether all is there that a font, and the one that it is composed of, refer to.
fn look_for_parts(doc: &Document, (font, base): (&Dictionary, &Dictionary), watch: &Watch) {
    watch.look(doc, font, b"ToUnicode");
    watch.look(doc, font, b"Encoding");
    watch.look(doc, base, b"FontDescriptor");
    if let Some(descriptor) = objects::dict(doc, base, b"FontDescriptor") {
        for key in [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"] {
            watch.look(doc, descriptor, key);
        }
    }
    let parts = objects::array(doc, font, b"DescendantFonts");
    let part = parts.and_then(|parts| objects::as_dict(objects::follow(doc, parts.first()?)?));
    let subtype = part.and_then(|part| objects::name(doc, part, b"Subtype"));
    if font.has(b"DescendantFonts") && !matches!(subtype, Some(b"CIDFontType0" | b"CIDFontType2")) {
        watch.note();
    }
}

/// False for what is surely no mark above or below another character.
fn may_be_mark(c: char) -> bool {
    c.is_whitespace() || !(c.is_ascii_graphic() || ('\u{a1}'..='\u{2fff}').contains(&c) && !is_combining(c))
}

/// Marks of any script that the reader may meet.
fn is_combining(c: char) -> bool {
    is_mark(c) || matches!(c, '\u{300}'..='\u{36f}' | '\u{e33}' | '\u{e00}'..='\u{eff}')
}

/// Leaves the marks of a text that a producer gave to a glyph which moves nothing: the text is that of the cluster
/// in which the glyph was used first.
fn without_base(text: &mut String) {
    let split = text.replace('\u{e33}', "\u{e4d}");
    let marks: String = split.chars().filter(|c| thai::is_above_or_below(*c)).collect();
    if text.chars().next().is_some_and(thai::is_consonant) && !marks.is_empty() {
        *text = marks;
    }
}

/// The characters that names of glyphs tell.
fn told(names: &HashMap<u32, String>) -> HashMap<u32, String> {
    names.iter().filter_map(|(code, name)| Some((*code, unicode::of_glyph_name(name)?))).collect()
}

/// The encoding that a font says it is based on, if that is not the usual one.
fn base_encoding(doc: &Document, dict: &Dictionary) -> Option<Base> {
    let font = objects::name(doc, dict, b"BaseFont").unwrap_or_default();
    let own = font.iter().rposition(|byte| *byte == b'+').map_or(font, |at| &font[at + 1..]);
    let stated = || {
        let within = || objects::name(doc, objects::dict(doc, dict, b"Encoding")?, b"BaseEncoding");
        objects::name(doc, dict, b"Encoding").or_else(within)
    };
    Base::of_font(own).or_else(|| Base::named(stated()?)).filter(|base| *base != Base::WinAnsi)
}

/// Names of glyphs by code, with those of the encoding that they are based on.
fn with_base(stated: &HashMap<u32, String>, base: Option<Base>) -> HashMap<u32, String> {
    let mut names = stated.clone();
    let based = base.into_iter().flat_map(|base| {
        (0x20..=0xff)
            .filter_map(move |code| Some((code, format!("uni{:04X}", u32::from(base.character(code)?)))))
    });
    for (code, name) in based {
        names.entry(code).or_insert(name);
    }
    names
}

/// Glyph names by code: those of an embedded Type 1 font, where `/Encoding` does not say otherwise.
fn named(doc: &Document, dict: &Dictionary, watch: &Watch) -> HashMap<u32, String> {
    let based = objects::name(doc, dict, b"Encoding").is_some()
        || objects::dict(doc, dict, b"Encoding").is_some_and(|encoding| encoding.has(b"BaseEncoding"));
    let program = objects::dict(doc, dict, b"FontDescriptor")
        .and_then(|descriptor| objects::stream(doc, descriptor, b"FontFile"))
        .filter(|_| !based)
        .and_then(|stream| watch.bytes(stream, PROGRAM_LIMIT));
    let mut names: HashMap<u32, String> =
        program.map(|program| type1::encoding(&program).into_iter().collect()).unwrap_or_default();
    names.extend(differences(doc, dict, watch.budget));
    names
}

/// Glyph names by code from `/Encoding`.
fn differences(doc: &Document, dict: &Dictionary, budget: &Budget) -> HashMap<u32, String> {
    let mut names = HashMap::new();
    let Some(list) =
        objects::dict(doc, dict, b"Encoding").and_then(|e| objects::array(doc, e, b"Differences"))
    else {
        return names;
    };
    let mut code: u32 = 0;
    if !budget.take(Counted::Codes, list.len()) {
        return names;
    }
    for item in list {
        match objects::follow(doc, item) {
            Some(Object::Integer(first)) => code = u32::try_from(*first).unwrap_or(0),
            Some(Object::Name(name)) => {
                names.insert(code, String::from_utf8_lossy(name).into_owned());
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    names
}

fn narrow_widths(doc: &Document, dict: &Dictionary) -> (HashMap<u32, f32>, f32) {
    let first = objects::integer(doc, dict, b"FirstChar").and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    let widths = objects::array(doc, dict, b"Widths").unwrap_or_default();
    let widths = widths
        .iter()
        .take(256)
        .zip(first..)
        .filter_map(|(width, code)| Some((code, objects::as_number(objects::follow(doc, width)?)?)))
        .collect();
    let missing = objects::dict(doc, dict, b"FontDescriptor")
        .and_then(|descriptor| objects::number(doc, descriptor, b"MissingWidth"));
    (widths, missing.unwrap_or(500.0))
}

/// `/W` of a composite font: `c [w …]` or `first last w`.
fn wide_widths(doc: &Document, dict: &Dictionary, budget: &Budget) -> (HashMap<u32, f32>, f32) {
    let mut widths = HashMap::new();
    let items: Vec<&Object> = objects::array(doc, dict, b"W")
        .unwrap_or_default()
        .iter()
        .filter_map(|o| objects::follow(doc, o))
        .collect();
    let number = |object: &Object| objects::as_number(object);
    let mut at = 0;
    while at + 1 < items.len() {
        let first = number(items[at]).unwrap_or(0.0).max(0.0) as u32;
        if budget.is_over(Counted::Codes) {
            break;
        }
        if let Ok(list) = items[at + 1].as_array() {
            budget.take(Counted::Codes, list.len());
            for (width, code) in list.iter().zip(first..) {
                if let Some(width) = objects::follow(doc, width).and_then(number) {
                    widths.insert(code, width);
                }
            }
            at += 2;
        } else if let (Some(last), Some(width)) =
            (number(items[at + 1]), items.get(at + 2).and_then(|object| number(object)))
        {
            let codes = first..=(last.max(0.0) as u32).min(first.saturating_add(65_535));
            budget.take(Counted::Codes, codes.clone().count());
            for code in codes {
                widths.insert(code, width);
            }
            at += 3;
        } else {
            break;
        }
    }
    (widths, objects::number(doc, dict, b"DW").unwrap_or(1000.0))
}

impl Glyphs {
    fn of(
        doc: &Document,
        dict: &Dictionary,
        wide: bool,
        names: &HashMap<u32, String>,
        watch: &Watch,
    ) -> Self {
        let Some(descriptor) = objects::dict(doc, dict, b"FontDescriptor") else { return Self::default() };
        let program = [b"FontFile2".as_slice(), b"FontFile3"]
            .iter()
            .find_map(|key| objects::stream(doc, descriptor, key))
            .and_then(|stream| watch.bytes(stream, PROGRAM_LIMIT));
        let Some(program) = program else { return Self::default() };
        let to_glyph = objects::stream(doc, dict, b"CIDToGIDMap").and_then(|s| watch.bytes(s, PROGRAM_LIMIT));
        // All codes share one glyph in the font of a recognised text layer: its ink says nothing.
        let one_glyph = |map: &Vec<u8>| map.len() > 4 && map.chunks_exact(2).all(|pair| pair == &map[..2]);
        if to_glyph.as_ref().is_some_and(one_glyph) {
            return Self::default();
        }
        if let Ok(face) = Face::parse(&program, 0) {
            Self::of_face(&face, wide, to_glyph.as_deref(), names, watch.budget)
        } else if let Some(table) = cff::Table::parse(&program) {
            watch.budget.take(Counted::Codes, usize::from(table.number_of_glyphs()));
            if watch.budget.is_over(Counted::Codes) {
                return Self::default();
            }
            Self::of_cff(&table, wide, names)
        } else {
            Self::default()
        }
    }

    fn drawn(doc: &Document, dict: &Dictionary, names: &HashMap<u32, String>, watch: &Watch) -> Self {
        let mut glyphs = Self::default();
        for (code, drawing) in type3::drawings(doc, dict, names, watch) {
            glyphs.ink.extend(drawing.ink().map(|ink| (code, ink)));
            glyphs.figures.extend(drawing.figure(1.0).map(|figure| (code, figure)));
        }
        glyphs
    }

    fn of_face(
        face: &Face,
        wide: bool,
        to_glyph: Option<&[u8]>,
        names: &HashMap<u32, String>,
        budget: &Budget,
    ) -> Self {
        let mapped = to_glyph.map_or(0, |map| map.len() as u32 / 2);
        let codes = u32::from(face.number_of_glyphs()).max(mapped).min(CODES);
        if !budget.take(Counted::Codes, codes as usize) {
            return Self::default();
        }
        let mut characters: HashMap<u16, String> = HashMap::new();
        for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
            if table.is_unicode() {
                table.codepoints(|code| {
                    if let (Some(c), Some(glyph)) = (char::from_u32(code), table.glyph_index(code)) {
                        characters.entry(glyph.0).or_insert_with(|| c.to_string());
                    }
                });
            }
        }
        let scale = 1.0 / f32::from(face.units_per_em());
        let mut glyphs = Self { embedded: true, ..Self::default() };
        let mut add = |code: u32, glyph: GlyphId| {
            if let Some(ink) = face.glyph_bounding_box(glyph) {
                glyphs.ink.insert(code, scaled(ink, scale));
            }
            if face.glyph_hor_advance(glyph) == Some(0) {
                let mut pen = Pen::default();
                if face.outline_glyph(glyph, &mut pen).is_some() {
                    glyphs.shapes.insert(code, Rc::new(pen.outline()));
                }
            }
            if face.number_of_glyphs() < WHOLE_FONT {
                let mut measure = Measure::default();
                face.outline_glyph(glyph, &mut measure);
                glyphs.figures.extend(measure.figure(scale).map(|figure| (code, figure)));
            }
            let by_name = || face.glyph_name(glyph).and_then(unicode::of_glyph_name);
            if let Some(text) = characters.get(&glyph.0).cloned().or_else(by_name) {
                glyphs.characters.insert(code, text);
            }
        };
        if wide {
            for code in 0..codes {
                let glyph = match to_glyph {
                    None => code as u16,
                    Some(map) => match map.get(code as usize * 2..code as usize * 2 + 2) {
                        Some(pair) => u16::from_be_bytes([pair[0], pair[1]]),
                        None => continue,
                    },
                };
                add(code, GlyphId(glyph));
            }
        } else {
            for code in 0..256 {
                if let Some(glyph) = narrow_glyph(face, code, names.get(&code).map(String::as_str)) {
                    add(code, glyph);
                }
            }
        }
        glyphs
    }

    fn of_cff(table: &cff::Table, wide: bool, names: &HashMap<u32, String>) -> Self {
        let mut glyphs = Self { embedded: true, ..Self::default() };
        let scale = table.matrix().sx;
        let mut add = |code: u32, glyph: GlyphId| {
            let mut pen = Pen::default();
            if let Ok(ink) = table.outline(glyph, &mut pen) {
                glyphs.ink.insert(code, scaled(ink, scale));
                if table.glyph_width(glyph) == Some(0) {
                    glyphs.shapes.insert(code, Rc::new(pen.outline()));
                }
                let mut measure = Measure::default();
                if table.outline(glyph, &mut measure).is_ok() {
                    glyphs.figures.extend(measure.figure(scale).map(|figure| (code, figure)));
                }
            }
            if let Some(text) = table.glyph_name(glyph).and_then(unicode::of_glyph_name) {
                glyphs.characters.insert(code, text);
            }
        };
        if wide {
            for glyph in 0..table.number_of_glyphs() {
                let code = table.glyph_cid(GlyphId(glyph)).unwrap_or(glyph);
                add(u32::from(code), GlyphId(glyph));
            }
        } else {
            for code in 0..=255_u8 {
                let by_name = names.get(&u32::from(code)).and_then(|name| table.glyph_index_by_name(name));
                if let Some(glyph) = by_name.or_else(|| table.glyph_index(code)) {
                    add(u32::from(code), glyph);
                }
            }
        }
        glyphs
    }
}

/// The glyph of a one-byte code in a TrueType font (ISO 32000-1, 9.6.6.4).
fn narrow_glyph(face: &Face, code: u32, name: Option<&str>) -> Option<GlyphId> {
    if let Some(name) = name {
        let by_character = unicode::of_glyph_name(name).and_then(|text| text.chars().next());
        if let Some(glyph) =
            by_character.and_then(|c| face.glyph_index(c)).or_else(|| face.glyph_index_by_name(name))
        {
            return Some(glyph);
        }
    }
    let tables = face.tables().cmap?;
    // Glyph 0 is the one of codes that have none.
    let in_any = |code: u32| {
        tables.subtables.into_iter().find_map(|table| table.glyph_index(code).filter(|glyph| glyph.0 != 0))
    };
    in_any(0xf000 + code)
        .or_else(|| in_any(code))
        .or_else(|| unicode::win_ansi(code).and_then(|c| face.glyph_index(c)))
}

fn scaled(ink: ttf_parser::Rect, scale: f32) -> Rect {
    Rect {
        left: f32::from(ink.x_min) * scale,
        right: f32::from(ink.x_max) * scale,
        top: f32::from(ink.y_max) * scale,
        bottom: f32::from(ink.y_min) * scale,
    }
}
