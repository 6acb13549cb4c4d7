//! What a recogniser says to glyphs on the page, as if the page had drawn them.
//!
//! Its words come as tables with tabs (Tesseract's TSV), one in Thai alone and one in all languages. For Thai a word of
//! it is mostly one character, a mark too.

use super::{POINTS, together};
use crate::model::{Lay, Piece, Rect};
use crate::read::drawn::{DrawnPage, Face, Glyph, Rule, Rung, Standing, is_mark};
use crate::thai;

/// Columns of the table, and the level of its words.
const COLUMNS: usize = 12;
const WORD: &str = "5";
/// Words that are taken of one page. A full page has three thousand characters.
const MOST: usize = 60_000;
/// Characters of one word.
const LONGEST: usize = 80;
/// What the recogniser is less sure of is noise.
const NOISE: f32 = 15.0;
/// What it is less sure of is doubtful, and so is a digit below the second: one digit wrong is another day.
const SURE: (f32, f32) = (78.0, 86.0);
/// A blank is a space if it is wider than the line's usual one by so many ems; of that no more than so many ems count.
const SPACE: f32 = 0.2;
const WIDEST: f32 = 0.35;
/// A line of so few signs whose type is lower than this share of the page's is dirt.
const SPECKS: (usize, f32) = (16, 0.55);
/// Baselines within so many ems are those of one line, of which the one counts that says so many times more.
const WITHIN: f32 = 0.5;
const MORE: f32 = 1.5;
/// Letters of a page with text, and the share of them that may be doubtful.
const LETTERS: usize = 24;
const DOUBTFUL: f32 = 0.6;
/// Type is so many times as high as a Thai consonant.
const TYPE: f32 = 2.1;
/// A Thai consonant is so many times as high as a capital or an Arabic digit.
const HIGH: f32 = 0.8;
/// Heights of a line's type in points.
const SIZES: (f32, f32) = (5.0, 40.0);

/// A word of the recogniser.
#[derive(Debug, Clone, PartialEq)]
struct Word {
    /// Block, paragraph and line.
    line: (u32, u32, u32),
    /// The piece that it stands in.
    piece: usize,
    /// Where it stands, in pixels of the page.
    bounds: Rect,
    sure: f32,
    text: String,
}

/// A line of the recogniser within one piece.
#[derive(Debug, Clone, PartialEq)]
pub struct SaidLine {
    /// What the recogniser numbers it by, and the piece that it stands in.
    pub key: ((u32, u32, u32), usize),
    /// Its signs from left to right.
    pub signs: Vec<Sign>,
}

/// A base with its marks, in pixels of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign {
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// The box that the recogniser gives to the base.
    pub bounds: Rect,
    /// How sure it is, out of a hundred.
    pub sure: f32,
    /// The characters.
    pub text: String,
}

/// Puts the words and rules of a picture in the place of what the page draws; false if there is next to no text.
pub fn enter(page: &mut DrawnPage, lay: &Lay, said: &[String]) -> bool {
    let mut said = said.iter().map(|said| lines(&words(lay, said)));
    let thai = said.next().unwrap_or_default();
    let all = said.next().unwrap_or_default();
    let mut lines: Vec<(usize, Vec<Sign>)> =
        thai.iter().map(|line| (line.key.1, together::both(line, &all))).collect();
    without_specks(&mut lines);
    let glyphs: Vec<Glyph> = lines.iter().zip(0..).flat_map(|((_, line), run)| set(line, run)).collect();
    let letters = glyphs.iter().filter(|glyph| glyph.text.chars().any(char::is_alphanumeric)).count();
    let unsure = glyphs.iter().filter(|glyph| glyph.rung == Rung::Unsure).count();
    if letters < LETTERS || unsure as f32 > glyphs.len() as f32 * DOUBTFUL {
        return false;
    }
    let (width, height) = (lay.width as f32 * POINTS, lay.height as f32 * POINTS);
    *page = DrawnPage {
        number: page.number,
        width,
        height,
        glyphs,
        rules: rules(lay),
        images: vec![Rect { left: 0.0, top: 0.0, right: width, bottom: height }],
        recognised: true,
        ..DrawnPage::default()
    };
    true
}

/// The rules of a picture, in points.
pub fn rules(lay: &Lay) -> Vec<Rule> {
    let rule = |stroke: &crate::model::Stroke| {
        let [at, from, to, thickness] =
            [stroke.at, stroke.from, stroke.to, stroke.thickness].map(|n| n * POINTS);
        let bounds = if stroke.horizontal {
            Rect { left: from, right: to, top: at, bottom: at }
        } else {
            Rect { left: at, right: at, top: from, bottom: to }
        };
        Rule { bounds, horizontal: stroke.horizontal, thickness }
    };
    let sound = |stroke: &&crate::model::Stroke| {
        [stroke.at, stroke.from, stroke.to, stroke.thickness].iter().all(|n| (0.0..100_000.0).contains(n))
    };
    lay.strokes.iter().filter(sound).map(rule).collect()
}

/// The words that can be words.
fn words(lay: &Lay, said: &str) -> Vec<Word> {
    said.lines().filter_map(|row| word(lay, row)).take(MOST).collect()
}

fn word(lay: &Lay, row: &str) -> Option<Word> {
    let cells: Vec<&str> = row.splitn(COLUMNS, '\t').collect();
    if cells.len() != COLUMNS || cells[0] != WORD {
        return None;
    }
    let number = |at: usize| cells[at].trim().parse::<u32>().ok().filter(|n| *n < 1_000_000);
    let (left, top) = (number(6)?, number(7)?);
    let (width, height) = (number(8)?.max(1), number(9)?.max(1));
    let sure: f32 = cells[10].trim().parse().ok().filter(|sure| (NOISE..=100.0).contains(sure))?;
    let text: String = cells[11].trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    if text.is_empty() {
        return None;
    }
    let (x, y) = (left + width / 2, top + height / 2);
    let piece = piece_at(&lay.pieces, x, y)?;
    let from = &lay.pieces[piece];
    let moved = |at: u32, there: u32, here: u32| at as f32 - there as f32 + here as f32;
    let (left, top) = (moved(left, from.x, from.left), moved(top, from.y, from.top));
    let bounds = Rect { left, top, right: left + width as f32, bottom: top + height as f32 };
    Some(Word { line: (number(2)?, number(3)?, number(4)?), piece, bounds, sure, text })
}

/// The piece that a point before the recogniser belongs to, or the nearest above and below it.
fn piece_at(pieces: &[Piece], x: u32, y: u32) -> Option<usize> {
    let after = pieces.partition_point(|piece| piece.y <= y);
    let piece = pieces.get(after.checked_sub(1)?)?;
    let near = |at: u32, from: u32, length: u32| {
        (from.saturating_sub(20)..from.saturating_add(length).saturating_add(20)).contains(&at)
    };
    (near(x, piece.x, piece.width) && near(y, piece.y, piece.height)).then(|| after - 1)
}

/// Words line by line, a line within one piece.
fn lines(words: &[Word]) -> Vec<SaidLine> {
    let key = |word: &Word| (word.line, word.piece);
    let lines = words.chunk_by(|one, next| key(one) == key(next));
    lines.map(|line| SaidLine { key: key(&line[0]), signs: signs(line) }).collect()
}

/// Leaves out lines of little that is much lower than the page's type, and those that stand within another line of
/// their piece: marks that were taken for letters, and dirt.
fn without_specks(lines: &mut Vec<(usize, Vec<Sign>)>) {
    let mut heights: Vec<f32> =
        lines.iter().flat_map(|(_, line)| line.iter().map(|_| measured(line).1)).collect();
    heights.sort_by(f32::total_cmp);
    let Some(usual) = heights.get(heights.len() / 2).copied() else { return };
    lines.retain(|(_, line)| line.len() > SPECKS.0 || measured(line).1 > usual * SPECKS.1);
    let worth = |line: &[Sign]| line.iter().map(|sign| sign.sure).sum::<f32>();
    let told: Vec<(usize, f32, f32)> =
        lines.iter().map(|(piece, line)| (*piece, measured(line).0, worth(line))).collect();
    let mut at = 0;
    lines.retain(|_| {
        let (piece, baseline, worth) = told[at];
        let before = told[..at].iter().rev().take_while(|other| other.0 == piece);
        let after = told[at + 1..].iter().take_while(|other| other.0 == piece);
        let mut beside = before.chain(after);
        at += 1;
        !beside.any(|other| (other.1 - baseline).abs() < usual * WITHIN && other.2 > worth * MORE)
    });
}

/// The glyphs of a line.
fn set(line: &[Sign], run: u32) -> Vec<Glyph> {
    let mut signs = line.to_vec();
    let (baseline, size) = measured(&signs);
    close_up(&mut signs, size);
    let glyph = |sign: &Sign| {
        let [x, y, size, right] = [sign.left, baseline, size, sign.right].map(|n| n * POINTS);
        Glyph {
            rung: if sign.sure < least(&sign.text) { Rung::Unsure } else { Rung::Recognised },
            text: sign.text.clone(),
            claimed: None,
            shape: None,
            x,
            y,
            advance: right - x,
            ink: Some(Rect {
                left: x,
                right,
                top: sign.bounds.top * POINTS,
                bottom: sign.bounds.bottom * POINTS,
            }),
            size: size.clamp(SIZES.0, SIZES.1),
            font: 0,
            face: Face::default(),
            direction: crate::read::drawn::Direction::Right,
            painted: true,
            clip: None,
            tag: None,
            run,
            standing: Standing::Text,
        }
    };
    signs.iter().map(glyph).collect()
}

/// How sure a sign must be.
fn least(text: &str) -> f32 {
    if text.chars().any(char::is_numeric) { SURE.1 } else { SURE.0 }
}

/// Bases with their marks, from left to right.
fn signs(line: &[Word]) -> Vec<Sign> {
    let mut out: Vec<Sign> = Vec::new();
    for word in line {
        let mut parts: Vec<String> = Vec::new();
        for c in word.text.chars() {
            match parts.last_mut() {
                Some(part) if joins(c) => part.push(c),
                _ => parts.push(c.to_string()),
            }
        }
        let step = (word.bounds.right - word.bounds.left) / parts.len().max(1) as f32;
        for (at, part) in parts.into_iter().enumerate() {
            let (left, right) =
                (word.bounds.left + step * at as f32, word.bounds.left + step * (at + 1) as f32);
            let marks = part.chars().all(joins);
            match out.last_mut() {
                // A mark over nothing that can bear it is a speck.
                Some(base) if marks && base.text.chars().next().is_some_and(thai::is_thai) => {
                    base.text.push_str(&part);
                    base.sure = base.sure.min(word.sure);
                    // The recogniser gives a mark a box beside its base.
                    base.right = base.right.max(right);
                }
                // Sara am comes in two parts.
                Some(base) if part.starts_with('\u{e32}') && base.text.ends_with('\u{e4d}') => {
                    base.text.push_str(&part);
                    base.right = base.right.max(right);
                }
                Some(_) | None if marks => {}
                _ => out.push(Sign { left, right, bounds: word.bounds, sure: word.sure, text: part }),
            }
        }
    }
    in_order(&mut out);
    out
}

/// The recogniser reads a line from left to right, whatever boxes it gives; and boxes end where the next begins.
fn in_order(signs: &mut [Sign]) {
    for at in (1..signs.len()).rev() {
        let most = signs[at].left - 1.0;
        signs[at - 1].left = signs[at - 1].left.min(most);
    }
    for at in 1..signs.len() {
        let left = signs[at].left;
        let before = &mut signs[at - 1];
        before.right = before.right.min(left).max(before.left + 0.5);
    }
}

/// Letters reach to the next, but for the blanks that are wider than those between the letters of their line.
fn close_up(signs: &mut [Sign], size: f32) {
    let mut gaps: Vec<f32> = signs.windows(2).map(|pair| pair[1].left - pair[0].right).collect();
    gaps.sort_by(f32::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or_default().min(size * WIDEST);
    for at in 1..signs.len() {
        let left = signs[at].left;
        if left - signs[at - 1].right < usual + size * SPACE {
            signs[at - 1].right = left;
        }
    }
}

/// True for what stands with the letter before it.
fn joins(c: char) -> bool {
    is_mark(c) || c == '\u{e33}'
}

/// Baseline and size of a line's type: its consonants stand on the one and have half the height of the other.
fn measured(signs: &[Sign]) -> (f32, f32) {
    let plain = |sign: &&Sign| {
        let mut letters = sign.text.chars();
        letters.next().is_some_and(is_plain) && letters.next().is_none()
    };
    let mut own: Vec<&Sign> = signs.iter().filter(plain).collect();
    if own.is_empty() {
        own = signs.iter().collect();
    }
    let middle = |mut values: Vec<f32>| {
        values.sort_by(f32::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    let as_consonant = |sign: &&Sign| {
        let high = sign.text.chars().next().is_some_and(is_high);
        (sign.bounds.bottom - sign.bounds.top) * if high { HIGH } else { 1.0 }
    };
    let height = middle(own.iter().map(as_consonant).collect());
    // A box that is much higher is that of the whole line.
    let low: Vec<&&Sign> = own.iter().filter(|sign| as_consonant(sign) <= height * 1.2).collect();
    let baseline = middle(low.iter().map(|sign| sign.bounds.bottom).collect());
    (baseline, height * TYPE)
}

/// True for a letter that has nothing above or below: the usual consonants, capitals and digits.
fn is_plain(c: char) -> bool {
    thai::is_plain_consonant(c) || is_high(c)
}

/// True for capitals and Arabic digits, which are higher than consonants.
fn is_high(c: char) -> bool {
    c.is_ascii_digit() || c.is_ascii_uppercase()
}
