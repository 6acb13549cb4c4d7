//! The colour that is filled with (ISO 32000-1, 8.6), as far as its numbers say it: those of patterns, tints and indices
//! do not.

use super::super::lexer::Token;
use super::super::objects;
use crate::model::Colour;
use lopdf::{Dictionary, Document, Object};

/// What is filled with.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    /// The colour, if it is known.
    pub colour: Option<Colour>,
    /// The numbers of a colour are shares of grey, of light or of ink.
    counts: bool,
}

impl Default for Paint {
    fn default() -> Self {
        Self { colour: Some(Colour::default()), counts: true }
    }
}

impl Paint {
    /// Takes an operator that sets the colour or its space; `spaces` are those that the content may name.
    pub fn set(&mut self, doc: &Document, spaces: Option<&Dictionary>, word: &[u8], operands: &[Token]) {
        match word {
            b"cs" => {
                let name = operands.first().and_then(Token::name).unwrap_or_default();
                self.counts = counts(name) || spaces.is_some_and(|spaces| is_plain(doc, spaces, name));
                self.colour = self.counts.then(Colour::default);
            }
            b"sc" | b"scn" => self.colour = if self.counts { colour(operands) } else { None },
            _ => *self = Self { colour: colour(operands), counts: true },
        }
    }
}

/// A space whose numbers are shares of grey, light or ink.
fn counts(name: &[u8]) -> bool {
    let device: [&[u8]; 6] = [b"DeviceGray", b"DeviceRGB", b"DeviceCMYK", b"CalGray", b"CalRGB", b"ICCBased"];
    device.contains(&name)
}

/// The space that the content names is one of these.
fn is_plain(doc: &Document, spaces: &Dictionary, name: &[u8]) -> bool {
    let kind = match objects::get(doc, spaces, name) {
        Some(Object::Array(parts)) => parts.first().and_then(|first| first.as_name().ok()),
        Some(Object::Name(kind)) => Some(kind.as_slice()),
        Some(_) | None => None,
    };
    kind.is_some_and(counts)
}

fn colour(operands: &[Token]) -> Option<Colour> {
    let shares: Vec<f32> = operands.iter().filter_map(Token::number).collect();
    let part = |share: f32| (share.clamp(0.0, 1.0) * 255.0).round() as u8;
    let colour =
        |red: f32, green: f32, blue: f32| Colour { red: part(red), green: part(green), blue: part(blue) };
    match *shares.as_slice() {
        [grey] => Some(colour(grey, grey, grey)),
        [red, green, blue] => Some(colour(red, green, blue)),
        [cyan, magenta, yellow, black] => {
            let light = |ink: f32| (1.0 - ink) * (1.0 - black);
            Some(colour(light(cyan), light(magenta), light(yellow)))
        }
        _ => None,
    }
}
