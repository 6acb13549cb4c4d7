//! Numbers and bullets of lists, which the text does not hold: counted as Word counts them.

use crate::read::book::Refused;
use crate::read::xml;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// Levels of a list.
const LEVELS: usize = 9;
/// Letters that count items in Thai: the consonants but for the obsolete ones and the two vowels among them.
const SKIPPED: [u32; 4] = [0xe03, 0xe05, 0xe24, 0xe26];

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    /// The number with what stands around it: `%1.%2)`.
    text: String,
    start: u32,
}

/// The lists of a document, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    kinds: BTreeMap<u32, Vec<Level>>,
    /// Kind of each list, and where its levels begin if not as the kind says.
    of_kind: BTreeMap<u32, (u32, BTreeMap<usize, u32>)>,
    counted: BTreeMap<u32, [Option<u32>; LEVELS]>,
}

impl Lists {
    /// Those of the part that describes them.
    pub(super) fn of(part: &str) -> Result<Self, Refused> {
        let mut lists = Self::default();
        let mut reader = xml::reader(part.as_bytes());
        let mut buffer = Vec::new();
        let (mut kind, mut list, mut level) = (None, None, 0_usize);
        loop {
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => match element.local_name().as_ref() {
                    "abstractNum" => (kind, list) = (xml::number(&element, "abstractNumId"), None),
                    "num" => (kind, list) = (None, xml::number(&element, "numId")),
                    "lvl" | "lvlOverride" => {
                        level = xml::number(&element, "ilvl").map_or(0, |at| at as usize).min(LEVELS - 1);
                    }
                    name => lists.described(name, &element, (kind, list), level),
                },
                Ok(Event::Eof) => return Ok(lists),
                Ok(_) => {}
                Err(error) => return Err(Refused::broken(&error)),
            }
            buffer.clear();
        }
    }

    fn described(
        &mut self,
        name: &str,
        element: &BytesStart<'_>,
        (kind, list): (Option<u32>, Option<u32>),
        level: usize,
    ) {
        let value = || xml::attribute(element, "val").unwrap_or_default();
        match (name, kind, list) {
            ("abstractNumId", _, Some(list)) => {
                let kind = xml::number(element, "val").unwrap_or(0);
                self.of_kind.entry(list).or_default().0 = kind;
            }
            ("startOverride", _, Some(list)) => {
                let start = xml::number(element, "val").unwrap_or(1);
                self.of_kind.entry(list).or_default().1.insert(level, start);
            }
            ("numFmt", Some(kind), _) => self.level(kind, level).format = value(),
            ("lvlText", Some(kind), _) => self.level(kind, level).text = value(),
            ("start", Some(kind), _) => {
                self.level(kind, level).start = xml::number(element, "val").unwrap_or(1);
            }
            _ => {}
        }
    }

    fn level(&mut self, kind: u32, level: usize) -> &mut Level {
        let plain = Level { format: "decimal".to_owned(), text: String::new(), start: 1 };
        let levels = self.kinds.entry(kind).or_insert_with(|| vec![plain; LEVELS]);
        &mut levels[level]
    }

    /// What stands before the next item of a list; empty where nothing does.
    pub(super) fn next(&mut self, list: u32, level: usize) -> String {
        let Some((kind, begins)) = self.of_kind.get(&list) else { return String::new() };
        let Some(levels) = self.kinds.get(kind) else { return String::new() };
        let level = level.min(LEVELS - 1);
        // Lists of one kind go on counting, unless one of them begins anew.
        let key = if begins.is_empty() { *kind } else { u32::MAX - list };
        let counted = self.counted.entry(key).or_default();
        let start = |at: usize| begins.get(&at).copied().unwrap_or(levels[at].start);
        counted[level] = Some(counted[level].map_or_else(|| start(level), |number| number.saturating_add(1)));
        counted[level + 1..].fill(None);
        let mut text = levels[level].text.clone();
        if levels[level].format == "bullet" {
            // Bullets are letters of fonts of symbols.
            return if text.is_empty() { String::new() } else { "•".to_owned() };
        }
        for at in 0..=level {
            let number = counted[at].unwrap_or_else(|| start(at));
            text = text.replace(&format!("%{}", at + 1), &shown(number, &levels[at].format));
        }
        text
    }
}

/// A number as a level shows it.
fn shown(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "lowerLetter" => letter(number, 'a'),
        "upperLetter" => letter(number, 'A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "thaiLetters" => thai_letter(number),
        _ => number.to_string(),
    }
}

fn letter(number: u32, first: char) -> String {
    let at = number.saturating_sub(1) % 26;
    char::from_u32(first as u32 + at).map(String::from).unwrap_or_default()
}

fn thai_letter(number: u32) -> String {
    let mut letters = (0xe01..=0xe2e).filter(|at| !SKIPPED.contains(at)).filter_map(char::from_u32);
    letters.nth(number.saturating_sub(1) as usize).map(String::from).unwrap_or_default()
}

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number.min(3999);
    let mut text = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            text.push_str(letters);
            left -= value;
        }
    }
    text
}
