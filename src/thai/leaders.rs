//! The dotted lines of a form: `วันที่....๕.....เดือน.....มกราคม` says วันที่: ๕ เดือน มกราคม.

/// A leader has so many dots or strokes at least; a sign for three dots counts as three.
const DOTS: usize = 4;

/// True for a sign that leaders are made of.
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '…' | '_' | '‥')
}

/// True if a text may hold a leader.
pub fn has_any(text: &str) -> bool {
    ["....", "____", "……", "‥‥"].iter().any(|dots| text.contains(dots))
}

/// The text with a colon behind the label and blanks between what was written over its leaders. Lines that nothing was
/// written over stay as they are, so that an empty form shows.
pub fn written_over(text: &str) -> String {
    if !has_any(text) {
        return text.to_owned();
    }
    let lines: Vec<String> =
        text.split('\n').map(|line| filled(line).unwrap_or_else(|| line.to_owned())).collect();
    lines.join("\n")
}

/// A line whose leaders were written over: what stands right behind a leader is a value, what stands apart from it is
/// the next label.
fn filled(line: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(run) = leader(line, at) {
        words.push(&line[from..run.start]);
        (from, at) = (run.end, run.end);
    }
    words.push(&line[from..]);
    let (label, values) = words.split_first()?;
    let written = |word: &&&str| word.chars().any(char::is_alphanumeric);
    let values: Vec<&str> = values.iter().filter(written).copied().collect();
    let apart = values.iter().any(|value| value.starts_with(char::is_whitespace));
    if values.is_empty() || apart || !written(&label) {
        return None;
    }
    let label = label.trim_end();
    let colon = if label.ends_with([':', '：']) { "" } else { ":" };
    let values: Vec<&str> = values.iter().map(|value| value.trim()).collect();
    Some(format!("{label}{colon} {}", values.join(" ")))
}

/// The first leader from a place on.
fn leader(line: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let mut start = from;
    let mut dots = 0;
    for (at, c) in line.char_indices().filter(|(at, _)| *at >= from).chain([(line.len(), ' ')]) {
        if is_dot(c) {
            if dots == 0 {
                start = at;
            }
            dots += if c == '…' { 3 } else { 1 };
        } else if dots >= DOTS {
            return Some(start..at);
        } else {
            dots = 0;
        }
    }
    None
}
