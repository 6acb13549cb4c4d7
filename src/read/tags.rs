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

/// The text as far as it has no more elements than are read, and what there is too much of if that is not all.
pub(super) fn within(text: &str) -> (&str, Option<Counted>) {
    let mut budget = Counted::Nodes.limit();
    // Elements that are open in the cell of each table that is open.
    let mut open: Vec<u64> = vec![0];
    let mut depth = 0;
    for (at, _) in text.match_indices('<') {
        let end = tag(&text[at + 1..], &mut open, &mut depth);
        budget = budget.saturating_sub(u64::from(end));
        let over = if depth > Counted::Nesting.limit() {
            Counted::Nesting
        } else if budget == 0 {
            Counted::Nodes
        } else {
            continue;
        };
        return (&text[..at], Some(over));
    }
    (text, None)
}

/// Counts a tag, whose name begins the rest. False if it is none.
fn tag(rest: &str, open: &mut Vec<u64>, depth: &mut u64) -> bool {
    let (ends, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let length = rest.bytes().take(NAME).take_while(u8::is_ascii_alphanumeric).count();
    let name = rest[..length].to_ascii_lowercase();
    if name.is_empty() {
        return rest.starts_with(['!', '?']);
    }
    let here = open.last_mut();
    match (name.as_str(), here) {
        ("table", _) if !ends => {
            open.push(0);
            *depth += 1;
        }
        ("table", Some(here)) if *depth > 0 => {
            *depth -= (*here + 1).min(*depth);
            open.pop();
            if open.is_empty() {
                open.push(0);
            }
        }
        // What is open in a cell ends with it.
        ("tr" | "td" | "th" | "caption", Some(here)) => {
            *depth -= (*here).min(*depth);
            *here = 0;
        }
        (name, _) if CLOSED.contains(&name) => {}
        (_, Some(here)) if ends => {
            if *here > 0 {
                *here -= 1;
                *depth -= 1;
            }
        }
        (_, Some(here)) => {
            *here += 1;
            *depth += 1;
        }
        (_, None) => {}
    }
    true
}
