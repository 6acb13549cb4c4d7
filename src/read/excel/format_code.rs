//! Number formats that show a date and that calamine takes for numbers.

/// True if a format code is a date in the Thai letters that a Thai Excel offers (`ว ดดด ปปปป`), or in the
/// Buddhist-era year alone (`bbbb`). Codes in Latin letters are recognised by calamine.
pub(super) fn is_thai_date(code: &str) -> bool {
    let mut tokens = 0;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => skip_past(&mut chars, '"'),
            '[' => skip_past(&mut chars, ']'),
            '\\' | '_' | '*' => {
                chars.next();
            }
            ';' => break, // the first section is the one for positive numbers
            '0' | '#' | '?' | '@' => return false,
            // wo waen, do dek, po pla: day, month, year
            '\u{e27}' | '\u{e14}' | '\u{e1b}' | 'b' | 'B' => tokens += 1,
            _ => {}
        }
    }
    tokens > 0
}

fn skip_past(chars: &mut std::str::Chars<'_>, end: char) {
    while chars.next().is_some_and(|c| c != end) {}
}
