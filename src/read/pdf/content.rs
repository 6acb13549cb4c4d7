//! Content streams to what a page draws.

mod paint;
mod paths;

use super::annotations::Annotation;
use super::fields::Written;
use super::fonts::{Font, Shown};
use super::inflate::unpack_counted;
use super::ink::contradicts;
use super::layers::Layers;
use super::lexer::{Lexer, Token};
use super::marks::RING;
use super::matrix::Matrix;
use super::objects;
use crate::model::{Counted, Rect};
use crate::read::budget::Budget;
use crate::read::drawn::{Direction, DrawnPage, Face, Glyph, Over, Rung, Standing, Tag};
use lopdf::{Dictionary, Document, Stream};
use paint::Paint;
use paths::Path;
use std::collections::HashMap;
use std::rc::Rc;

/// Forms within forms.
const FORM_DEPTH: usize = 16;
/// Operators of a page, forms included: a page of 200,000 glyphs has about a million.
const OPERATOR_LIMIT: usize = 4_000_000;
/// Glyphs, rules, images and clips of a page: a full one has five thousand, a map some hundred thousand.
const DRAWN_LIMIT: usize = 500_000;
/// Glyphs of a page.
const GLYPHS: usize = 100_000;
/// Marked content within marked content.
const MARKS: usize = 64;
/// Glyphs that boxes of form fields are held against.
const COMPARED: usize = 50_000_000;
/// Values of fields over other text that are named; a page with more is a drawing.
const UNPLACED: usize = 100;
/// Text that rises by more than this share of its length slants.
const SLANT: f32 = 0.18;
/// Texts over a page that are kept, and bytes of each.
const OVER: usize = 200;
/// Saved graphics states.
const STATE_LIMIT: usize = 512;
/// A form's content may not unpack to more than this, in bytes.
const CONTENT_LIMIT: usize = 16 << 20;
/// Number of the font of text that is not drawn: those of fonts begin with 1.
const NO_FONT: u32 = 0;
/// Text that is filled and stroked, as programs do to make it bold (render mode).
const OUTLINED: i64 = 2;
/// Text that is neither filled nor stroked (render mode).
const INVISIBLE: i64 = 3;

/// Fonts by the address of their dictionary, so that each is prepared once a document, whether it is an object or stands
/// in the resources themselves.
#[derive(Default)]
pub struct FontCache {
    fonts: HashMap<usize, (u32, Rc<Font>)>,
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<(u32, Rc<Font>)>,
    size: f32,
    character_spacing: f32,
    word_spacing: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    render: i64,
    /// What is filled with, and how colours are counted.
    paint: Paint,
    line_width: f32,
    clip: Option<u32>,
}

/// A marked-content sequence that is open.
struct Mark {
    actual: Option<String>,
    first: usize,
    hidden: bool,
    tag: Option<Tag>,
    place: Placing,
}

/// Where tags say that content belongs (ISO 32000-1, 14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placing {
    /// In the text.
    Text,
    /// In a header or footer.
    Margin,
    /// Over the page.
    Over,
}

/// Interprets one page.
pub struct Interpreter<'a> {
    doc: &'a Document,
    cache: &'a mut FontCache,
    page: DrawnPage,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    marks: Vec<Mark>,
    path: Path,
    clipping: bool,
    operators: usize,
    /// Operators that show text.
    shows: u32,
    /// Glyphs that boxes of form fields were held against.
    compared: usize,
    layers: &'a Layers<'a>,
    tags: &'a HashMap<i64, Tag>,
    budget: &'a Budget,
    /// Marked-content sequences that are open within the innermost that is kept.
    deeper: usize,
}

/// What a page is drawn from.
pub struct Source<'a> {
    /// Names that its content uses.
    pub resources: &'a Dictionary,
    /// Its content.
    pub content: Vec<u8>,
    /// What is put on it.
    pub annotations: Vec<Annotation<'a>>,
    /// Cells of tagged tables by the number of their marked content.
    pub tags: &'a HashMap<i64, Tag>,
}

/// Draws a page. `base` takes its user space to the page as shown.
pub fn draw<'a>(
    doc: &'a Document,
    cache: &'a mut FontCache,
    (layers, budget): (&'a Layers<'a>, &'a Budget),
    (page, base): (DrawnPage, Matrix),
    source: &Source<'a>,
) -> DrawnPage {
    let state = State {
        ctm: base,
        font: None,
        size: 0.0,
        character_spacing: 0.0,
        word_spacing: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
        render: 0,
        paint: Paint::default(),
        line_width: 1.0,
        clip: None,
    };
    let mut interpreter = Interpreter {
        doc,
        cache,
        page,
        state: state.clone(),
        saved: Vec::new(),
        text: Matrix::IDENTITY,
        line: Matrix::IDENTITY,
        marks: Vec::new(),
        path: Path::default(),
        clipping: false,
        operators: 0,
        shows: 0,
        compared: 0,
        layers,
        tags: source.tags,
        budget,
        deeper: 0,
    };
    interpreter.run(&source.content, source.resources, 0);
    for annotation in &source.annotations {
        if !annotation.layer.is_some_and(|layer| layers.hide(layer)) {
            (interpreter.state, interpreter.marks) = (state.clone(), Vec::new());
            interpreter.annotation(annotation, source.resources);
        }
    }
    interpreter.page
}

impl<'a> Interpreter<'a> {
    fn run(&mut self, content: &[u8], resources: &'a Dictionary, depth: usize) {
        let mut lexer = Lexer::new(content);
        let mut operands: Vec<Token> = Vec::new();
        let (mut words, mut foreign) = (0_usize, 0_usize);
        while let Some(token) = lexer.next() {
            let Token::Word(word) = token else {
                if operands.len() < 64 {
                    operands.push(token);
                }
                continue;
            };
            self.operators += 1;
            words += 1;
            foreign += usize::from(!is_operator(&word));
            if self.is_over() {
                self.page.cut_short = true;
                return;
            }
            if word == b"ID" {
                lexer.skip_inline_image();
                let unit = Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 };
                self.page.images.push(self.state.ctm.rect(unit));
            } else {
                self.operator(&word, &operands, resources, depth);
            }
            operands.clear();
        }
        // A reference that was damaged leads to a stream that is no content: it draws nothing, and says so.
        self.page.cut_short |= foreign * 2 > words;
    }

    /// True if the page or the document has more than is read.
    fn is_over(&self) -> bool {
        let page = &self.page;
        let drawn = page.glyphs.len() + page.rules.len() + page.images.len() + page.clips.len();
        !self.budget.take(Counted::Operators, 1)
            || self.operators > OPERATOR_LIMIT
            || drawn > DRAWN_LIMIT
            || page.glyphs.len() > GLYPHS
            || self.budget.is_over(Counted::Drawn)
            || self.budget.is_over(Counted::PageText)
            || self.budget.is_over(Counted::Unpacked)
    }

    fn operator(&mut self, word: &[u8], operands: &[Token], resources: &'a Dictionary, depth: usize) {
        match word {
            b"q" if self.saved.len() < STATE_LIMIT => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => {
                if let Some(matrix) = matrix(operands) {
                    self.state.ctm = matrix.then(self.state.ctm);
                }
            }
            b"g" | b"rg" | b"k" | b"cs" | b"sc" | b"scn" => {
                let spaces = objects::dict(self.doc, resources, b"ColorSpace");
                self.state.paint.set(self.doc, spaces, word, operands);
            }
            b"w" => self.state.line_width = number(operands, 0),
            b"gs" | b"Do" | b"BDC" | b"BMC" | b"EMC" | b"DP" => {
                self.resource(word, operands, resources, depth);
            }
            b"m" | b"l" | b"re" | b"h" | b"c" | b"v" | b"y" => self.build_path(word, operands),
            b"W" | b"W*" => self.clipping = true,
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"n" => self.paint(word),
            _ => self.text_operator(word, operands, resources),
        }
    }

    fn text_operator(&mut self, word: &[u8], operands: &[Token], resources: &'a Dictionary) {
        self.shows += u32::from(matches!(word, b"Tj" | b"TJ" | b"'" | b"\""));
        match word {
            b"BT" => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            b"Tf" => {
                self.state.size = number(operands, 1);
                self.state.font =
                    operands.first().and_then(Token::name).and_then(|n| self.font(resources, n));
            }
            b"Tc" => self.state.character_spacing = number(operands, 0),
            b"Tw" => self.state.word_spacing = number(operands, 0),
            b"Tz" => self.state.stretch = number(operands, 0) / 100.0,
            b"TL" => self.state.leading = number(operands, 0),
            b"Ts" => self.state.rise = number(operands, 0),
            b"Tr" => self.state.render = number(operands, 0) as i64,
            b"Td" => self.move_line(number(operands, 0), number(operands, 1)),
            b"TD" => {
                self.state.leading = -number(operands, 1);
                self.move_line(number(operands, 0), number(operands, 1));
            }
            b"Tm" => {
                if let Some(matrix) = matrix(operands) {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            b"T*" => self.move_line(0.0, -self.state.leading),
            b"Tj" => self.show_operand(operands.first()),
            b"'" => {
                self.move_line(0.0, -self.state.leading);
                self.show_operand(operands.first());
            }
            b"\"" => {
                self.state.word_spacing = number(operands, 0);
                self.state.character_spacing = number(operands, 1);
                self.move_line(0.0, -self.state.leading);
                self.show_operand(operands.get(2));
            }
            b"TJ" => {
                if let Some(Token::Array(items)) = operands.first() {
                    for item in items {
                        if let Some(back) = item.number() {
                            let shift = -back / 1000.0 * self.state.size * self.state.stretch;
                            self.text = Matrix::shift(shift, 0.0).then(self.text);
                        } else {
                            self.show_operand(Some(item));
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn move_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    fn show_operand(&mut self, operand: Option<&Token>) {
        let Some(string) = operand.and_then(Token::text) else { return };
        let Some((id, font)) = self.state.font.clone() else {
            self.page.cut_short |= !string.is_empty();
            return;
        };
        self.page.cut_short |= font.damaged;
        for shown in font.decode(string) {
            let text = self.budget.take(Counted::PageText, shown.text.len());
            if !(text && self.budget.take(Counted::Drawn, 1)) || self.page.glyphs.len() > GLYPHS {
                self.page.cut_short = true;
                return;
            }
            self.glyph(id, &shown);
        }
    }

    fn glyph(&mut self, font: u32, shown: &Shown) {
        let State { size, stretch, rise, ctm, .. } = self.state;
        let scale = Matrix::of([size * stretch, 0.0, 0.0, size, 0.0, rise]);
        let all = scale.then(self.text).then(ctm);
        let hidden = self.marks.iter().any(|mark| mark.hidden);
        let (x, y) = all.apply(0.0, 0.0);
        let on_page = self.page.holds(x, y, all.stretch_y());
        let over = is_slanting(all) || self.marks.iter().any(|mark| mark.place == Placing::Over);
        if all.is_sane() && !hidden && on_page && over {
            self.over(&shown.text);
        } else if all.is_sane() && !hidden && on_page {
            let direction = if all.a.abs() >= all.b.abs() {
                if all.a >= 0.0 { Direction::Right } else { Direction::Left }
            } else if all.b >= 0.0 {
                Direction::Down
            } else {
                Direction::Up
            };
            self.page.glyphs.push(Glyph {
                text: shown.text.clone(),
                rung: shown.rung,
                claimed: shown.claimed.clone(),
                shape: shown.shape.clone(),
                x,
                y,
                advance: shown.advance * all.stretch_x(),
                ink: shown.ink.map(|ink| all.rect(ink)).filter(|ink| ink.right > ink.left),
                size: all.stretch_y(),
                font,
                face: Face { bold: self.is_bold(font), colour: self.state.paint.colour },
                direction,
                painted: self.state.render != INVISIBLE,
                clip: self.state.clip,
                tag: self.marks.iter().rev().find_map(|mark| mark.tag),
                run: self.shows,
                standing: self.standing(),
            });
        }
        let spacing =
            self.state.character_spacing + if shown.is_space { self.state.word_spacing } else { 0.0 };
        let step = (shown.advance * size + spacing) * stretch;
        self.text = Matrix::shift(step, 0.0).then(self.text);
    }

    /// A value that is set where nothing is drawn has no font.
    fn is_bold(&self, font: u32) -> bool {
        let bold = self.state.font.as_ref().is_some_and(|(_, font)| font.bold);
        font != NO_FONT && (bold || self.state.render == OUTLINED)
    }

    fn standing(&self) -> Standing {
        let margin = self.marks.iter().any(|mark| mark.place == Placing::Margin);
        if margin { Standing::Margin } else { Standing::Text }
    }

    /// Text that lies across or over the page: what one operator shows, or the next one after it, is one text.
    fn over(&mut self, text: &str) {
        let count = self.page.over.len();
        match self.page.over.last_mut() {
            Some(last) if self.shows <= last.run + 1 && last.text.len() < OVER => {
                last.text.push_str(text);
                last.run = self.shows;
            }
            _ if count < OVER => {
                self.page.over.push(Over { text: text.to_owned(), run: self.shows });
            }
            _ => {}
        }
    }

    fn font(&mut self, resources: &Dictionary, name: &[u8]) -> Option<(u32, Rc<Font>)> {
        let fonts = objects::dict(self.doc, resources, b"Font")?;
        let object = fonts.get(name).ok()?;
        let dict = objects::as_dict(objects::follow(self.doc, object)?)?;
        let address = std::ptr::from_ref(dict).addr();
        if let Some(found) = self.cache.fonts.get(&address) {
            return Some(found.clone());
        }
        if !self.budget.take(Counted::Fonts, 1) {
            return None;
        }
        let made = (self.cache.fonts.len() as u32 + 1, Rc::new(Font::of(self.doc, dict, self.budget)));
        self.cache.fonts.insert(address, made.clone());
        Some(made)
    }

    fn resource(&mut self, word: &[u8], operands: &[Token], resources: &'a Dictionary, depth: usize) {
        match word {
            b"Do" => {
                if let Some(name) = operands.first().and_then(Token::name) {
                    self.external(resources, name, depth);
                }
            }
            b"BMC" | b"BDC" if self.marks.len() >= MARKS => self.deeper += 1,
            b"BMC" => self.marks.push(Mark {
                actual: None,
                first: self.page.glyphs.len(),
                hidden: false,
                tag: None,
                place: Placing::Text,
            }),
            b"BDC" => {
                let mark = self.mark(operands, resources);
                self.marks.push(mark);
            }
            b"EMC" if self.deeper > 0 => self.deeper -= 1,
            b"EMC" => {
                if let Some(mark) = self.marks.pop()
                    && let Some(actual) = mark.actual
                    && self.marks.iter().all(|outer| outer.actual.is_none())
                {
                    say(&mut self.page.glyphs, mark.first, &actual);
                }
            }
            _ => {}
        }
    }

    fn mark(&self, operands: &[Token], resources: &'a Dictionary) -> Mark {
        let first = self.page.glyphs.len();
        let mut mark = Mark { actual: None, first, hidden: false, tag: None, place: Placing::Text };
        let artifact = operands.first().and_then(Token::name) == Some(b"Artifact");
        match operands.get(1) {
            Some(Token::Dict(entries)) => {
                if artifact {
                    let entry =
                        |key: &[u8]| entries.iter().find(|(k, _)| k == key).and_then(|(_, v)| v.name());
                    mark.place = placing(entry(b"Type"), entry(b"Subtype"));
                }
                let actual = entries.iter().find(|(key, _)| key == b"ActualText").and_then(|(_, v)| v.text());
                mark.actual = actual.and_then(|actual| self.actual(actual));
                let content = entries.iter().find(|(key, _)| key == b"MCID").and_then(|(_, v)| v.number());
                mark.tag = content.and_then(|content| self.tags.get(&(content as i64)).copied());
            }
            Some(Token::Name(name)) => {
                let Some(properties) = objects::dict(self.doc, resources, b"Properties") else { return mark };
                mark.hidden = operands.first().and_then(Token::name) == Some(b"OC")
                    && properties.get(name).is_ok_and(|layer| self.layers.hide(layer));
                let Some(dict) = objects::dict(self.doc, properties, name) else { return mark };
                if artifact {
                    let entry = |key: &[u8]| objects::name(self.doc, dict, key);
                    mark.place = placing(entry(b"Type"), entry(b"Subtype"));
                }
                let actual = objects::get(self.doc, dict, b"ActualText").and_then(|text| text.as_str().ok());
                mark.actual = actual.and_then(|actual| self.actual(actual));
                let content = objects::integer(self.doc, dict, b"MCID");
                mark.tag = content.and_then(|content| self.tags.get(&content).copied());
            }
            _ => {}
        }
        mark
    }

    /// The text that marked content is said to stand for.
    fn actual(&self, bytes: &[u8]) -> Option<String> {
        self.budget.take(Counted::PageText, bytes.len()).then(|| objects::text(bytes))
    }

    /// An image, or a form with content of its own.
    fn external(&mut self, resources: &'a Dictionary, name: &[u8], depth: usize) {
        let doc = self.doc;
        let Some(stream) =
            objects::dict(doc, resources, b"XObject").and_then(|x| objects::stream(doc, x, name))
        else {
            self.page.cut_short = true;
            return;
        };
        if objects::name(doc, &stream.dict, b"Subtype") == Some(b"Image") {
            let unit = Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 };
            self.page.images.push(self.state.ctm.rect(unit));
            return;
        }
        self.form(stream, resources, depth);
    }

    fn form(&mut self, stream: &'a Stream, resources: &'a Dictionary, depth: usize) {
        if depth >= FORM_DEPTH {
            self.page.cut_short = true;
            return;
        }
        let doc = self.doc;
        if stream.dict.get(b"OC").is_ok_and(|layer| self.layers.hide(layer)) {
            return;
        }
        let Some(content) = unpack_counted(stream, CONTENT_LIMIT, self.budget) else {
            self.page.cut_short = true;
            return;
        };
        self.page.cut_short |= !content.whole;
        let (state, text, line) = (self.state.clone(), self.text, self.line);
        let saved = std::mem::take(&mut self.saved);
        if let Some(numbers) = objects::numbers::<6>(doc, &stream.dict, b"Matrix") {
            self.state.ctm = Matrix::of(numbers).then(self.state.ctm);
        }
        let own = objects::dict(doc, &stream.dict, b"Resources").unwrap_or(resources);
        self.run(&content.bytes, own, depth + 1);
        (self.state, self.text, self.line, self.saved) = (state, text, line, saved);
    }

    /// An annotation's look, and what it says where its look does not.
    fn annotation(&mut self, annotation: &Annotation<'a>, resources: &'a Dictionary) {
        let (base, first) = (self.state.ctm, self.page.glyphs.len());
        if annotation.over {
            let first = self.page.glyphs.len();
            self.marks.push(Mark { actual: None, first, hidden: false, tag: None, place: Placing::Over });
        }
        if let Some(look) = &annotation.look {
            self.state.ctm = look.placed.then(base);
            self.form(look.form, resources, 0);
            self.state.ctm = base;
        }
        if let Some(struck) = annotation.struck {
            let struck = base.rect(struck);
            let y = f32::midpoint(struck.top, struck.bottom);
            self.rule((struck.left, y), (struck.right, y), 1.0);
        }
        let Some(written) = &annotation.written else { return };
        let drawn = self.page.glyphs.iter().skip(first).flat_map(|glyph| glyph.text.chars());
        let drawn: String = drawn.filter(|c| !c.is_whitespace()).collect();
        if drawn.is_empty() || annotation.anew && drawn != written.solid() {
            self.page.glyphs.truncate(first);
            if self.is_free(written) {
                self.write(written);
            } else if self.page.unplaced.len() < UNPLACED {
                self.page.unplaced.push(written.text());
            }
        }
    }

    /// True if no other text lies where a text is to be set. Dots and strokes to write on go out of its way.
    fn is_free(&mut self, written: &Written) -> bool {
        let boxes: Vec<Rect> = written.boxes().map(|line| self.state.ctm.rect(line)).collect();
        self.compared += boxes.len() * self.page.glyphs.len();
        if self.compared > COMPARED {
            return true;
        }
        let whole = self.state.ctm.rect(written.bounds);
        self.page.glyphs.retain(|glyph| !(is_leader(&glyph.text) && whole.holds(glyph.middle())));
        let under = |glyph: &Glyph| boxes.iter().any(|line| line.holds(glyph.middle()));
        !self.page.glyphs.iter().any(|glyph| glyph.painted && !glyph.text.trim().is_empty() && under(glyph))
    }

    /// Sets a text that the file says and does not draw.
    fn write(&mut self, written: &Written) {
        self.state.size = written.size;
        for line in &written.lines {
            self.text = Matrix::shift(line.at.0, line.at.1);
            for cluster in &line.clusters {
                if self.page.glyphs.len() > GLYPHS || !self.budget.take(Counted::Drawn, 1) {
                    self.page.cut_short = true;
                    return;
                }
                self.glyph(NO_FONT, &Shown::stated(cluster, line.advance));
            }
        }
    }
}

/// Where the properties of an artifact put it.
fn placing(kind: Option<&[u8]>, subtype: Option<&[u8]>) -> Placing {
    match (kind, subtype) {
        (_, Some(b"Watermark")) => Placing::Over,
        (Some(b"Pagination"), _) | (_, Some(b"Header" | b"Footer")) => Placing::Margin,
        _ => Placing::Text,
    }
}

/// True for text that runs neither along the page nor upright: a scan that lies askew is not so much so.
fn is_slanting(matrix: Matrix) -> bool {
    let (along, across) = (matrix.a.abs(), matrix.b.abs());
    along.min(across) > along.max(across) * SLANT
}

/// Dots and strokes that somebody is to write on.
fn is_leader(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '.' | '…' | '_' | '-' | '·' | '‥'))
}

/// True for an operator of a content stream (ISO 32000-1, table A.1).
fn is_operator(word: &[u8]) -> bool {
    match word {
        [one] => b"bBcdfFGghijJKklmMnqQsSvwWy'\"".contains(one),
        [first, b'*'] => b"bBfTW".contains(first),
        b"BI" | b"BT" | b"BX" | b"cm" | b"cs" | b"CS" | b"d0" | b"d1" | b"Do" | b"DP" | b"EI" | b"ET"
        | b"EX" | b"gs" | b"ID" | b"MP" | b"re" | b"rg" | b"RG" | b"ri" | b"sc" | b"SC" | b"sh" | b"Tc"
        | b"Td" | b"TD" | b"Tf" | b"Tj" | b"TJ" | b"TL" | b"Tm" | b"Tr" | b"Ts" | b"Tw" | b"Tz" | b"BDC"
        | b"BMC" | b"EMC" | b"scn" | b"SCN" => true,
        _ => false,
    }
}

/// Glyphs from `first` on are said to stand for `actual`: on each baseline they become one glyph, the first of them
/// with the text and the others with none.
fn say(glyphs: &mut Vec<Glyph>, first: usize, actual: &str) {
    let mut spoken = glyphs.split_off(first.min(glyphs.len())).into_iter();
    let Some(mut sum) = spoken.next() else { return };
    let text: String = actual.chars().filter(|c| *c != '\u{ad}').collect();
    if spoken.len() == 0 && contradicts(&text, sum.own_ink()) {
        sum.claimed = Some(text);
        glyphs.push(sum);
        return;
    }
    // A cluster in several spans, each with the text of all: the first says it. A word said twice draws the same
    // glyph first, with the same advance.
    let before = glyphs.iter().rev().take(2).find(|glyph| glyph.rung == Rung::ActualText);
    let again = before.is_some_and(|before| {
        before.text == text && (before.advance - sum.advance).abs() > before.size * 0.02
    });
    // A ring that is said to be silent belongs to a sara am, which some say at its other half and some not at all.
    sum.claimed = Some(sum.text).filter(|drawn| text.is_empty() && drawn == RING);
    sum.text = if again && text.chars().count() > 1 { String::new() } else { text };
    sum.rung = Rung::ActualText;
    for next in spoken {
        let same_line = next.direction == sum.direction
            && match sum.direction {
                Direction::Right | Direction::Left => (next.y - sum.y).abs() < sum.size,
                Direction::Up | Direction::Down => (next.x - sum.x).abs() < sum.size,
            };
        if !same_line {
            continue;
        }
        let (ends, reach) = match sum.direction {
            Direction::Right => (next.x + next.advance, sum.x),
            Direction::Left => (sum.x, next.x - next.advance),
            Direction::Down => (next.y + next.advance, sum.y),
            Direction::Up => (sum.y, next.y - next.advance),
        };
        sum.advance = sum.advance.max(ends - reach);
        sum.ink = match (sum.ink, next.ink) {
            (Some(a), Some(b)) => Some(Rect {
                left: a.left.min(b.left),
                top: a.top.min(b.top),
                right: a.right.max(b.right),
                bottom: a.bottom.max(b.bottom),
            }),
            (one, None) | (None, one) => one,
        };
    }
    if !sum.text.is_empty() || sum.claimed.is_some() {
        glyphs.push(sum);
    }
}

fn number(operands: &[Token], at: usize) -> f32 {
    operands.get(at).and_then(Token::number).unwrap_or(0.0)
}

fn matrix(operands: &[Token]) -> Option<Matrix> {
    let numbers: Vec<f32> = operands.iter().filter_map(Token::number).collect();
    <[f32; 6]>::try_from(numbers).ok().map(Matrix::of).filter(|matrix| matrix.is_sane())
}
