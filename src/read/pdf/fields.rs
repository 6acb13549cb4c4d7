//! Text that a file says but does not draw: values of form fields and typed-on text without a look of their own
//! (ISO 32000-1, 12.5.6.6 and 12.7). Viewers set it into the annotation's rectangle.

use super::lexer::{Lexer, Token};
use super::objects;
use crate::model::Rect;
use crate::read::drawn::is_mark;
use lopdf::{Dictionary, Document, Object};

/// Fields above fields that are asked for an inherited attribute.
const PARENTS: usize = 32;
/// Characters of a value.
const LONGEST: usize = 20_000;
/// A value's text may not unpack to more than this, in bytes.
const STREAM_LIMIT: usize = 1 << 20;
/// Blank between the text and the edge of its box, in points.
const PADDING: f32 = 2.0;
/// Advance of a letter, and distance of lines, in ems, as long as there is room.
const ADVANCE: f32 = 0.5;
const LEADING: f32 = 1.15;
/// Sizes of type in points where the field leaves them open.
const SIZES: (f32, f32) = (4.0, 12.0);
/// Height of a line's middle over its baseline, in ems.
const MIDDLE: f32 = 0.3;
/// What a ticked box says.
const TICK: &str = "✓";
/// Flags of a field (ISO 32000-1, tables 226 and 228): several lines, hidden characters, a button that only does something.
const MULTILINE: i64 = 1 << 12;
const SECRET: i64 = 1 << 13;
const PUSH: i64 = 1 << 16;

/// A text and where viewers set it, in the page's own space.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Its lines.
    pub lines: Vec<WrittenLine>,
    /// Size of its type.
    pub size: f32,
    /// The box that it is set into, `top` the lower edge.
    pub bounds: Rect,
}

/// A line of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenLine {
    /// Where its baseline begins.
    pub at: (f32, f32),
    /// Letters with their marks, and blanks.
    pub clusters: Vec<String>,
    /// Advance of each for a size of 1.
    pub advance: f32,
}

impl Written {
    /// The lines as one text.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| line.clusters.concat()).collect::<Vec<_>>().join(" ").trim().to_owned()
    }

    /// The boxes of its lines, `top` the lower edge.
    pub fn boxes(&self) -> impl Iterator<Item = Rect> {
        self.lines.iter().map(|line| {
            let (left, baseline) = line.at;
            let right = left + line.advance * self.size * line.clusters.len() as f32;
            Rect { left, top: baseline - 0.1 * self.size, right, bottom: baseline + 0.7 * self.size }
        })
    }

    /// The text without white space.
    pub fn solid(&self) -> String {
        let clusters = self.lines.iter().flat_map(|line| &line.clusters);
        clusters.flat_map(|cluster| cluster.chars()).filter(|c| !c.is_whitespace()).collect()
    }
}

/// What viewers write into an annotation; `None` if that is nothing. `rect` has `top` as its lower edge.
pub fn written(doc: &Document, annotation: &Dictionary, kind: &[u8], rect: Rect) -> Option<Written> {
    match kind {
        b"FreeText" => {
            let text = text(doc, objects::get(doc, annotation, b"Contents")?)?;
            set(&text, rect, size(doc, annotation), true)
        }
        b"Widget" => field(doc, annotation, rect),
        _ => None,
    }
}

fn field(doc: &Document, widget: &Dictionary, rect: Rect) -> Option<Written> {
    let flags = inherited(doc, widget, b"Ff").and_then(|flags| flags.as_i64().ok()).unwrap_or(0);
    let value = inherited(doc, widget, b"V");
    match inherited(doc, widget, b"FT")?.as_name().ok()? {
        b"Tx" if flags & SECRET == 0 => {
            set(&text(doc, value?)?, rect, size(doc, widget), flags & MULTILINE != 0)
        }
        b"Ch" => {
            let chosen = match value? {
                Object::Array(chosen) => {
                    chosen.iter().filter_map(|one| text(doc, objects::follow(doc, one)?)).collect()
                }
                one => vec![text(doc, one)?],
            };
            let shown: Vec<String> = chosen.into_iter().map(|one| shown_option(doc, widget, one)).collect();
            set(&shown.join(", "), rect, size(doc, widget), false)
        }
        b"Btn" if flags & PUSH == 0 => {
            let state = objects::name(doc, widget, b"AS").or_else(|| value?.as_name().ok())?;
            (state != b"Off").then(|| set(TICK, rect, size(doc, widget), false))?
        }
        _ => None,
    }
}

/// What a choice shows for a value.
fn shown_option(doc: &Document, widget: &Dictionary, value: String) -> String {
    let options = inherited(doc, widget, b"Opt").and_then(|options| options.as_array().ok());
    let shown = options.into_iter().flatten().find_map(|option| {
        let pair = objects::follow(doc, option)?.as_array().ok()?;
        let said = |at: usize| text(doc, objects::follow(doc, pair.get(at)?)?);
        (said(0)? == value).then(|| said(1))?
    });
    shown.unwrap_or(value)
}

/// An attribute of a field, or of the nearest field above that has it.
fn inherited<'a>(doc: &'a Document, field: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut at = field;
    for _ in 0..PARENTS {
        if let Some(found) = objects::get(doc, at, key) {
            return Some(found);
        }
        at = objects::dict(doc, at, b"Parent")?;
    }
    None
}

/// A text string, or a stream that holds one.
pub fn text(doc: &Document, object: &Object) -> Option<String> {
    let text = match objects::follow(doc, object)? {
        Object::String(bytes, _) => objects::text(bytes),
        Object::Stream(stream) => objects::text(&objects::unchecked(stream, STREAM_LIMIT)?),
        Object::Name(name) => objects::text(name),
        _ => return None,
    };
    let text: String = text.chars().take(LONGEST).collect();
    (!text.trim().is_empty()).then_some(text)
}

/// The size of type that the annotation, its field or the form as a whole asks for.
fn size(doc: &Document, annotation: &Dictionary) -> Option<f32> {
    let form = || {
        objects::dict(doc, doc.catalog().ok()?, b"AcroForm").and_then(|form| objects::get(doc, form, b"DA"))
    };
    let wish = inherited(doc, annotation, b"DA").or_else(form)?.as_str().ok()?;
    let mut last = None;
    let mut size = None;
    for token in Lexer::new(wish) {
        match token {
            Token::Word(word) if word == b"Tf" => size = last,
            token => last = token.number(),
        }
    }
    size.filter(|size| (1.0..200.0).contains(size))
}

/// Sets a text into a box: its letters as wide as they are usually, or as there is room, so that all stand in the box.
fn set(text: &str, rect: Rect, size: Option<f32>, multiline: bool) -> Option<Written> {
    let (width, height) = (rect.right - rect.left - 2.0 * PADDING, rect.bottom - rect.top);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = if multiline { text } else { text.replace('\n', " ") };
    let lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() || width <= 0.0 || height <= 0.0 {
        return None;
    }
    let usual = if multiline { SIZES.1 } else { (height * 0.7).clamp(SIZES.0, SIZES.1) };
    let size = size.unwrap_or(usual);
    let leading = (size * LEADING).min(height / lines.len() as f32);
    let size = size.min(leading);
    let first = if multiline {
        rect.bottom - leading * 0.8
    } else {
        f32::midpoint(rect.top, rect.bottom) - MIDDLE * size
    };
    let line = |(at, line): (usize, &&str)| {
        let clusters = clusters(line);
        let advance = (width / (clusters.len().max(1) as f32 * size)).min(ADVANCE);
        WrittenLine { at: (rect.left + PADDING, first - leading * at as f32), clusters, advance }
    };
    Some(Written { lines: lines.iter().enumerate().map(line).collect(), size, bounds: rect })
}

/// Letters with the marks over and under them.
fn clusters(line: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for c in line.chars().filter(|c| !c.is_control() || *c == '\t') {
        match out.last_mut() {
            Some(before) if is_mark(c) => before.push(c),
            _ => out.push(c.to_string()),
        }
    }
    out
}
