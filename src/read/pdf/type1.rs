//! The encoding that stands in an embedded Type 1 font (Adobe Type 1 Font Format, 2.3): `dup 161 /uni0E01 put`.

use super::lexer::{Lexer, Token};

/// Glyph names by code. Fonts that use the standard encoding say so and list none.
pub fn encoding(program: &[u8]) -> Vec<(u32, String)> {
    let Some(start) = find(program, b"/Encoding") else { return Vec::new() };
    // The encrypted part holds no encoding.
    let end = find(program, b"eexec").unwrap_or(program.len()).max(start);
    let mut names = Vec::new();
    let mut operands: Vec<Token> = Vec::new();
    for token in Lexer::new(&program[start..end]) {
        let Token::Word(word) = token else {
            operands.push(token);
            continue;
        };
        match (word.as_slice(), operands.as_slice()) {
            (b"put", [.., code, Token::Name(name)]) => {
                let code = code.number().filter(|code| (0.0..256.0).contains(code));
                names.extend(code.map(|code| (code as u32, String::from_utf8_lossy(name).into_owned())));
            }
            // The loop that fills the array with nothing comes before the first entry.
            (b"def" | b"readonly", _) if !names.is_empty() => break,
            _ => {}
        }
        operands.clear();
    }
    names
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}
