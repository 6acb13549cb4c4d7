//! Fonts whose glyphs are little drawings of their own (Type 3): what each of them looks like.

use super::inflate::Watch;
use super::known::Measure;
use super::lexer::{Lexer, Token};
use super::matrix::Matrix;
use super::objects;
use crate::model::Counted;
use lopdf::{Dictionary, Document};
use std::collections::HashMap;
use ttf_parser::OutlineBuilder;

/// A glyph's drawing may not unpack to more than this, in bytes.
const DRAWING_LIMIT: usize = 1 << 20;
/// Operators of a glyph's drawing.
const OPERATORS: usize = 20_000;
/// Saved states of a drawing.
const STATES: usize = 512;

/// The drawings of a font's codes, measured for a size of 1. `names` gives the codes.
pub fn drawings(
    doc: &Document,
    font: &Dictionary,
    names: &HashMap<u32, String>,
    watch: &Watch,
) -> HashMap<u32, Measure> {
    let Some(procedures) = objects::dict(doc, font, b"CharProcs") else { return HashMap::new() };
    let space = objects::numbers::<6>(doc, font, b"FontMatrix").map_or(Matrix::IDENTITY, Matrix::of);
    let drawing = |name: &String| {
        let stream = objects::stream(doc, procedures, name.as_bytes())?;
        let room = watch.budget.left(Counted::Operators);
        let (measure, operators) = measure(&watch.bytes(stream, DRAWING_LIMIT)?, space, room.min(OPERATORS));
        watch.budget.take(Counted::Operators, operators);
        Some(measure)
    };
    names.iter().filter_map(|(code, name)| Some((*code, drawing(name)?))).collect()
}

/// Follows the paths of a drawing and counts its operators. What is only an image leaves no trace.
fn measure(content: &[u8], space: Matrix, most: usize) -> (Measure, usize) {
    let mut measure = Measure::default();
    let mut at = space;
    let mut saved = Vec::new();
    let mut last = (0.0, 0.0);
    let mut operands: Vec<f32> = Vec::new();
    let mut lexer = Lexer::new(content);
    let mut operators = 0;
    while let Some(token) = lexer.next() {
        let Token::Word(word) = token else {
            operands.extend(token.number());
            continue;
        };
        operators += 1;
        if operators > most {
            break;
        }
        let point = |n: usize| {
            let at_or = |n: usize| operands.get(n).copied().unwrap_or(0.0);
            at.apply(at_or(n), at_or(n + 1))
        };
        match word.as_slice() {
            b"cm" => {
                if let Ok(numbers) = <[f32; 6]>::try_from(operands.as_slice()) {
                    at = Matrix::of(numbers).then(at);
                }
            }
            b"q" if saved.len() < STATES => saved.push(at),
            b"Q" => at = saved.pop().unwrap_or(at),
            b"m" => {
                last = point(0);
                measure.move_to(last.0, last.1);
            }
            b"l" => {
                last = point(0);
                measure.line_to(last.0, last.1);
            }
            b"c" | b"v" | b"y" => {
                let (one, other, end) = match word.as_slice() {
                    b"c" => (point(0), point(2), point(4)),
                    b"v" => (last, point(0), point(2)),
                    _ => (point(0), point(2), point(2)),
                };
                measure.curve_to(one.0, one.1, other.0, other.1, end.0, end.1);
                last = end;
            }
            b"re" => {
                let [x, y, w, h] = <[f32; 4]>::try_from(operands.as_slice()).unwrap_or_default();
                let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)].map(|(x, y)| at.apply(x, y));
                measure.move_to(corners[0].0, corners[0].1);
                corners[1..].iter().for_each(|(x, y)| measure.line_to(*x, *y));
                measure.close();
            }
            b"h" => measure.close(),
            b"ID" => lexer.skip_inline_image(),
            _ => {}
        }
        operands.clear();
    }
    (measure, operators)
}
