//! A look at the tags of a page of HTML before it is parsed: the parser takes time for every element that is open at each
//! tag, so that a page of elements within elements takes for ever.

use crate::model::Counted;

/// Elements that have no end tag, or whose end tag may be left out: they do not pile up.
const CLOSED: [&str; 29] = [
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "tfoot", "thead", "track", "wbr",
    "html", "head", "body",
];
/// Bytes of a name that matters.
const NAME: usize = 16;

/// Bytes of a tag whose attributes are counted, and so many are too many.
const LONG: usize = 4_096;
const ATTRIBUTES: usize = 1_000;

/// What is open in a table, or outside all of them.
#[derive(Default)]
struct Level {
    /// Elements in no cell: they may outlive their table.
    outside: u64,
    /// Elements in the open cell, which end with it.
    inside: u64,
    /// A cell is open.
    cell: bool,
}

/// The tags that were passed.
struct Open {
    levels: Vec<Level>,
    depth: u64,
}

/// The text as far as it has no more elements than are read, and what there is too much of if that is not all.
pub(super) fn within(text: &str) -> (&str, Option<Counted>) {
    let mut left = Counted::Nodes.limit();
    let mut open = Open { levels: vec![Level::default()], depth: 0 };
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        left = left.saturating_sub(u64::from(open.tag(rest)));
        if has_very_many_attributes(rest) {
            left = 0;
        }
        if open.depth > Counted::Nesting.limit() {
            return (&text[..at], Some(Counted::Nesting));
        }
        if left == 0 {
            return (&text[..at], Some(Counted::Nodes));
        }
    }
    (text, None)
}

/// True for a tag with more attributes than any has: the parser compares each with all others.
fn has_very_many_attributes(tag: &str) -> bool {
    let end = tag.bytes().position(|byte| matches!(byte, b'>' | b'<')).unwrap_or(tag.len());
    let of = |sign: u8| tag.bytes().take(end).filter(|byte| *byte == sign).count();
    end > LONG && !tag.starts_with('!') && (of(b'=') > ATTRIBUTES || of(b' ') > ATTRIBUTES)
}

impl Open {
    /// Counts a tag, whose name begins the rest. False if it is none.
    fn tag(&mut self, rest: &str) -> bool {
        let (ends, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let length = rest.bytes().take(NAME).take_while(u8::is_ascii_alphanumeric).count();
        let name = rest[..length].to_ascii_lowercase();
        match (name.as_str(), ends) {
            ("", _) => return rest.starts_with(['!', '?']),
            ("table", false) => {
                self.levels.push(Level::default());
                self.depth += 1;
            }
            ("table", true) => self.close_table(),
            ("tr" | "td" | "th" | "caption", _) => self.cell(name != "tr" && !ends),
            (name, _) if CLOSED.contains(&name) => {}
            (_, true) => self.close(),
            (_, false) => {
                if let Some(here) = self.levels.last_mut() {
                    *(if here.cell { &mut here.inside } else { &mut here.outside }) += 1;
                    self.depth += 1;
                }
            }
        }
        true
    }

    fn close(&mut self) {
        let Some(here) = self.levels.last_mut() else { return };
        let count = if here.inside > 0 { &mut here.inside } else { &mut here.outside };
        if *count > 0 {
            *count -= 1;
            self.depth -= 1;
        }
    }

    /// A cell of a table ends, and another may begin. Outside tables there are none.
    fn cell(&mut self, begins: bool) {
        if self.levels.len() < 2 {
            return;
        }
        let Some(here) = self.levels.last_mut() else { return };
        self.depth -= std::mem::take(&mut here.inside);
        here.cell = begins;
    }

    fn close_table(&mut self) {
        if self.levels.len() < 2 {
            return;
        }
        let Some(table) = self.levels.pop() else { return };
        self.depth -= table.inside + 1;
        if let Some(here) = self.levels.last_mut() {
            *(if here.cell { &mut here.inside } else { &mut here.outside }) += table.outside;
        }
    }
}
