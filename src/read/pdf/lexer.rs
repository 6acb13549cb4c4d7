//! Content streams, CMaps and Type 1 headers to tokens, one at a time and in bounded memory.

/// Arrays and dictionaries deeper than this are skipped.
const NESTING_LIMIT: usize = 32;
/// More operands than any operator takes (an array counts as one) are dropped.
const ITEM_LIMIT: usize = 200_000;

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A number.
    Number(f32),
    /// A string, decoded.
    Text(Vec<u8>),
    /// A name without its slash, decoded.
    Name(Vec<u8>),
    /// An array.
    Array(Vec<Token>),
    /// A dictionary, in the order written.
    Dict(Vec<(Vec<u8>, Token)>),
    /// An operator or keyword.
    Word(Vec<u8>),
}

impl Token {
    /// The number, if it is one.
    pub fn number(&self) -> Option<f32> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Text(_) | Self::Name(_) | Self::Array(_) | Self::Dict(_) | Self::Word(_) => None,
        }
    }

    /// The name, if it is one.
    pub fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            Self::Number(_) | Self::Text(_) | Self::Array(_) | Self::Dict(_) | Self::Word(_) => None,
        }
    }

    /// The string, if it is one.
    pub fn text(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Name(_) | Self::Array(_) | Self::Dict(_) | Self::Word(_) => None,
        }
    }
}

/// Reads tokens from bytes. Garbage is skipped, never an error.
#[derive(Debug)]
pub struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// What can stand where a value is expected.
enum Piece {
    Value(Token),
    EndArray,
    EndDict,
}

impl<'a> Lexer<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The bytes not yet read.
    pub fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at.min(self.bytes.len())..]
    }

    /// Passes over bytes.
    pub fn skip(&mut self, count: usize) {
        self.at = (self.at + count).min(self.bytes.len());
    }

    /// Passes over the data of an inline image, to behind its `EI`. The data's length stands nowhere, so the end is
    /// an `EI` between white space that is followed by what looks like content.
    pub fn skip_inline_image(&mut self) {
        self.skip(1);
        let rest = self.rest();
        let end = rest.windows(2).enumerate().find(|(i, pair)| {
            *pair == b"EI"
                && (*i == 0 || is_space(rest[i - 1]))
                && rest.get(i + 2).is_none_or(|byte| is_space(*byte))
                && rest[i + 2..]
                    .iter()
                    .take(12)
                    .all(|byte| *byte < 0x80 && (*byte >= 0x20 || is_space(*byte)))
        });
        match end {
            Some((i, _)) => self.skip(i + 2),
            None => self.at = self.bytes.len(),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn piece(&mut self, depth: usize) -> Option<Piece> {
        self.skip_space();
        let byte = self.peek()?;
        let next = self.bytes.get(self.at + 1).copied();
        Some(match byte {
            b'(' => Piece::Value(Token::Text(self.literal())),
            b'<' if next == Some(b'<') => {
                self.at += 2;
                Piece::Value(Token::Dict(self.entries(depth)))
            }
            b'<' => Piece::Value(Token::Text(self.hexadecimal())),
            b'>' if next == Some(b'>') => {
                self.at += 2;
                Piece::EndDict
            }
            b'[' => {
                self.at += 1;
                Piece::Value(Token::Array(self.items(depth)))
            }
            b']' => {
                self.at += 1;
                Piece::EndArray
            }
            b'/' => Piece::Value(Token::Name(self.solidus_name())),
            b'+' | b'-' | b'.' | b'0'..=b'9' => Piece::Value(self.numeric()),
            b'{' | b'}' | b')' | b'>' => {
                self.at += 1;
                Piece::Value(Token::Word(vec![byte]))
            }
            _ => Piece::Value(Token::Word(self.regular().to_vec())),
        })
    }

    fn items(&mut self, depth: usize) -> Vec<Token> {
        let mut items = Vec::new();
        while let Some(Piece::Value(token)) = self.inner_piece(depth) {
            if items.len() < ITEM_LIMIT {
                items.push(token);
            }
        }
        items
    }

    fn entries(&mut self, depth: usize) -> Vec<(Vec<u8>, Token)> {
        let mut entries = Vec::new();
        let mut key: Option<Vec<u8>> = None;
        while let Some(Piece::Value(token)) = self.inner_piece(depth) {
            match (key.take(), token) {
                (None, Token::Name(name)) => key = Some(name),
                (Some(name), token) if entries.len() < ITEM_LIMIT => entries.push((name, token)),
                (Some(_) | None, _) => {}
            }
        }
        entries
    }

    /// A piece inside a bracket; too deep, the brackets themselves are skipped and what they hold comes flat.
    fn inner_piece(&mut self, depth: usize) -> Option<Piece> {
        if depth < NESTING_LIMIT {
            return self.piece(depth + 1);
        }
        while matches!(self.rest(), [b'[', ..] | [b'<', b'<', ..]) || self.peek().is_some_and(is_space) {
            self.at += 1;
        }
        self.piece(depth)
    }

    /// A string in parentheses (ISO 32000-1, 7.3.4.2).
    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut open = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut out);
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' if self.peek() == Some(b'\n') => self.at += 1,
            b'\r' | b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                out.push(code as u8); // a code above 255 loses its high bit, says the standard
            }
            other => out.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut high: Option<u8> = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex_digit(byte) else { continue };
            match high.take() {
                Some(high) => out.push(high << 4 | digit),
                None => high = Some(digit),
            }
        }
        out.extend(high.map(|high| high << 4));
        out
    }

    fn solidus_name(&mut self) -> Vec<u8> {
        self.at += 1;
        let raw = self.regular();
        if !raw.contains(&b'#') {
            return raw.to_vec();
        }
        let mut out = Vec::with_capacity(raw.len());
        let mut at = 0;
        while at < raw.len() {
            let pair = raw.get(at + 1).zip(raw.get(at + 2));
            let code = pair.and_then(|(high, low)| Some(hex_digit(*high)? << 4 | hex_digit(*low)?));
            match code {
                Some(code) if raw[at] == b'#' => {
                    out.push(code);
                    at += 3;
                }
                _ => {
                    out.push(raw[at]);
                    at += 1;
                }
            }
        }
        out
    }

    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    /// A number; what only begins like one is a word. Producers write `--5` and `1.-2`: the signs inside are passed over.
    fn numeric(&mut self) -> Token {
        let start = self.at;
        let (mut whole, mut fraction, mut scale) = (0.0_f64, 0.0_f64, 1.0_f64);
        let (mut negative, mut dot, mut digits) = (false, false, false);
        while let Some(byte) = self.peek() {
            match byte {
                b'-' if !digits && !dot => negative = true,
                b'+' | b'-' => {}
                b'.' if !dot => dot = true,
                b'0'..=b'9' if dot => {
                    digits = true;
                    scale /= 10.0;
                    fraction += f64::from(byte - b'0') * scale;
                }
                b'0'..=b'9' => {
                    digits = true;
                    whole = whole * 10.0 + f64::from(byte - b'0');
                }
                _ => break,
            }
            self.at += 1;
        }
        if self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) && !digits {
            self.regular();
            return Token::Word(self.bytes[start..self.at].to_vec());
        }
        let value = (whole + fraction) as f32;
        Token::Number(if negative { -value } else { value })
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            // A closing bracket without its opening one is passed over.
            if let Piece::Value(token) = self.piece(0)? {
                return Some(token);
            }
        }
    }
}

/// White space of PDF (ISO 32000-1, table 1).
pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}
