//! Boxes to tick inside a text: of several choices only those that are ticked are said.

use crate::thai::is_thai;

/// Boxes that are ticked.
const TICKED: [&str; 14] =
    ["☑", "☒", "✓", "✔", "✅", "🗹", "◉", "●", "[x]", "[X]", "(x)", "[/]", "(/)", "(✓)"];
/// Boxes that are not.
const EMPTY: [&str; 9] = ["☐", "□", "❏", "❑", "◯", "○", "⬜", "[ ]", "( )"];

/// A text without the choices whose boxes are empty; as it is where no box is empty or none is ticked.
pub fn chosen(text: String) -> String {
    if !text.chars().any(|c| matches!(c, '[' | '(') || !c.is_ascii() && !is_thai(c)) {
        return text;
    }
    let boxes = |signs: &'static [&str], ticked: bool| {
        let text = text.as_str();
        signs.iter().flat_map(move |sign| {
            text.match_indices(sign).map(move |(at, sign)| (at, at + sign.len(), ticked))
        })
    };
    let mut found: Vec<(usize, usize, bool)> = boxes(&EMPTY, false).collect();
    if found.is_empty() {
        return text;
    }
    found.extend(boxes(&TICKED, true));
    found.sort_unstable();
    if !found.iter().any(|(.., ticked)| *ticked) {
        return text;
    }
    let first = found.first().map_or(0, |(at, ..)| *at);
    let mut said = vec![text.get(..first).unwrap_or_default().trim()];
    for (n, (_, from, ticked)) in found.iter().enumerate() {
        let to = found.get(n + 1).map_or(text.len(), |(next, ..)| *next);
        if *ticked {
            said.push(text.get(*from..to).unwrap_or_default().trim());
        }
    }
    said.retain(|part| !part.is_empty());
    said.join(" ")
}
