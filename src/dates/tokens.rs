//! A text as the pieces that dates are made of.

use super::forms::{Cursor, Found};
use crate::thai::calendar::{self, Spelling};
use crate::thai::{Memo, arabic_digit, in_normal_form, is_thai};
use crate::vocab::tsv;
use jiff::civil::Weekday;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::LazyLock;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Up to eight digits.
    Number {
        value: u32,
        digits: u8,
    },
    /// A number that is no part of a date: decimals, thousands, long runs of digits.
    Amount,
    /// A month's name.
    Month {
        month: i8,
        english: bool,
        uncertain: bool,
    },
    /// A weekday's name.
    Weekday(Weekday),
    /// A time of day.
    Clock,
    Dash,
    Slash,
    Dot,
    Comma,
    Open,
    Close,
    /// `st`, `nd`, `rd`, `th` on a number.
    Ordinal,
    /// A word that gives the pieces around it their meaning.
    Mark(Mark),
    /// Anything else.
    Word,
}

/// Meanings of `date_words.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    About,
    After,
    And,
    At,
    Becomes,
    Before,
    Buddhist,
    Calendar,
    Common,
    Day,
    Early,
    Expires,
    First,
    FirstMonths,
    FirstWeek,
    Fiscal,
    FiscalHalf(u8),
    From,
    Half(u8),
    Last,
    LastMonths,
    LastWeek,
    Late,
    Letter,
    Middle,
    Month,
    MovedBetween,
    MovedFrom,
    MovedTo,
    Neutral,
    Now,
    Number,
    Of,
    Onwards,
    Published,
    Quarter,
    Round,
    School,
    Signed,
    SpanDays,
    Starts,
    Term,
    Time,
    To,
    Unit,
    Until,
    Week,
    Whole,
    Within,
    Year,
}

/// The meanings by the names that the table uses.
const MARKS: [(&str, Mark); 52] = [
    ("about", Mark::About),
    ("after", Mark::After),
    ("and", Mark::And),
    ("at", Mark::At),
    ("becomes", Mark::Becomes),
    ("before", Mark::Before),
    ("buddhist", Mark::Buddhist),
    ("calendar", Mark::Calendar),
    ("common", Mark::Common),
    ("day", Mark::Day),
    ("early", Mark::Early),
    ("expires", Mark::Expires),
    ("first", Mark::First),
    ("first_months", Mark::FirstMonths),
    ("first_week", Mark::FirstWeek),
    ("fiscal", Mark::Fiscal),
    ("fiscal_half1", Mark::FiscalHalf(1)),
    ("fiscal_half2", Mark::FiscalHalf(2)),
    ("from", Mark::From),
    ("half1", Mark::Half(1)),
    ("half2", Mark::Half(2)),
    ("last", Mark::Last),
    ("last_months", Mark::LastMonths),
    ("last_week", Mark::LastWeek),
    ("late", Mark::Late),
    ("letter", Mark::Letter),
    ("middle", Mark::Middle),
    ("month", Mark::Month),
    ("moved_between", Mark::MovedBetween),
    ("moved_from", Mark::MovedFrom),
    ("moved_to", Mark::MovedTo),
    ("neutral", Mark::Neutral),
    ("now", Mark::Now),
    ("number", Mark::Number),
    ("of", Mark::Of),
    ("onwards", Mark::Onwards),
    ("published", Mark::Published),
    ("quarter", Mark::Quarter),
    ("round", Mark::Round),
    ("school", Mark::School),
    ("signed", Mark::Signed),
    ("span_days", Mark::SpanDays),
    ("starts", Mark::Starts),
    ("term", Mark::Term),
    ("time", Mark::Time),
    ("to", Mark::To),
    ("unit", Mark::Unit),
    ("until", Mark::Until),
    ("week", Mark::Week),
    ("whole", Mark::Whole),
    ("within", Mark::Within),
    ("year", Mark::Year),
];

/// One piece with its place, counted in characters of the prepared text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A text and its pieces.
#[derive(Debug)]
pub(super) struct Lexed {
    pub(super) chars: Vec<char>,
    pub(super) tokens: Vec<Token>,
    found: OnceCell<Vec<Found>>,
}

struct Entry {
    letters: Vec<char>,
    mark: Mark,
}

/// The words by the last byte of their first letter, longest first: a text is asked at each of its letters.
static WORDS: LazyLock<Vec<Vec<Entry>>> = LazyLock::new(|| {
    let mut words: Vec<Vec<Entry>> = (0..=u8::MAX).map(|_| Vec::new()).collect();
    for row in tsv::rows(include_str!("../vocab/packs/th/date_words.tsv")) {
        let [word, meaning] = row[..] else { continue };
        let letters: Vec<char> = word.chars().collect();
        let mark = MARKS.iter().find(|(name, _)| *name == meaning).map(|(_, mark)| *mark);
        if let (Some(first), Some(mark)) = (letters.first().copied(), mark) {
            words[last_byte(first)].push(Entry { letters, mark });
        }
    }
    for entries in &mut words {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.letters.len()));
    }
    words
});

fn last_byte(letter: char) -> usize {
    letter as usize & usize::from(u8::MAX)
}

impl Lexed {
    /// Takes a text apart, once however often it is asked: for its day, its new day, its former day.
    pub(super) fn of(text: &str) -> Rc<Self> {
        thread_local! { static KNOWN: Memo<Rc<Lexed>> = Memo::default(); }
        KNOWN.with(|known| known.of(text, || Rc::new(Self::taken_apart(plain(&in_normal_form(text))))))
    }

    /// Takes a text apart as it stands: every place is that of the text's own character.
    pub(super) fn as_written(text: &str) -> Rc<Self> {
        match in_normal_form(text) {
            Cow::Borrowed(text) => Self::of(text),
            Cow::Owned(_) => Rc::new(Self::taken_apart(plain(text))),
        }
    }

    /// Everything in it that may be a date, in order.
    pub(super) fn found(&self) -> &[Found] {
        self.found.get_or_init(|| Cursor::over(self).find())
    }

    fn taken_apart(chars: Vec<char>) -> Self {
        let tokens = Vec::with_capacity(chars.len() / 3);
        let mut lexed = Self { tokens, chars, found: OnceCell::new() };
        let mut at = 0;
        while at < lexed.chars.len() {
            if lexed.chars[at] == ' ' {
                at += 1;
                continue;
            }
            let (kind, length) = lexed.next(at);
            lexed.push(kind, at, at + length);
            at += length;
        }
        lexed
    }

    /// The text from one place to another.
    pub(super) fn text(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end).unwrap_or_default().iter().collect()
    }

    /// The kind at a place, if there is one.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// True if no blank stands between this piece and the one before.
    pub(super) fn tight(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| self.tokens[at - 1].end == token.start)
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        if kind == Kind::Word
            && let Some(last) = self.tokens.last_mut()
            && last.kind == Kind::Word
            && last.end == start
        {
            last.end = end;
            return;
        }
        self.tokens.push(Token { kind, start, end });
    }

    fn next(&self, at: usize) -> (Kind, usize) {
        let rest = &self.chars[at..];
        match rest[0] {
            '0'..='9' => self.number(at),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' | '\u{ff5e}' => (Kind::Dash, 1),
            '/' | '\\' => (Kind::Slash, 1),
            '.' => (Kind::Dot, 1),
            ',' | ';' => (Kind::Comma, 1),
            '(' | '[' => (Kind::Open, 1),
            ')' | ']' => (Kind::Close, 1),
            c if c.is_ascii_alphabetic() => self.latin(at),
            '&' => (Kind::Mark(Mark::And), 1),
            c if is_thai(c) => self.thai(at),
            _ => (Kind::Word, 1),
        }
    }

    fn number(&self, at: usize) -> (Kind, usize) {
        let rest = &self.chars[at..];
        let run = digits(rest);
        if let Some(length) = clock(rest, self.after_hour_word(), self.tight_after_dot(at)) {
            return (Kind::Clock, length);
        }
        let thousands = rest.get(run) == Some(&',') && digits(&rest[run + 1..]) == 3 && run <= 3;
        if thousands {
            let more =
                rest[run..].iter().take_while(|c| c.is_ascii_digit() || **c == ',' || **c == '.').count();
            return (Kind::Amount, run + more);
        }
        if run > 8 {
            return (Kind::Amount, run);
        }
        let value = rest[..run].iter().fold(0, |sum, c| sum * 10 + c.to_digit(10).unwrap_or(0));
        (Kind::Number { value, digits: run as u8 }, run)
    }

    fn tight_after_dot(&self, at: usize) -> bool {
        self.tokens.last().is_some_and(|last| last.kind == Kind::Dot && last.end == at)
            && self.tokens.len() > 1
            && matches!(self.tokens[self.tokens.len() - 2].kind, Kind::Number { .. })
    }

    fn after_hour_word(&self) -> bool {
        self.tokens.last().is_some_and(|last| last.kind == Kind::Mark(Mark::Time))
    }

    fn latin(&self, at: usize) -> (Kind, usize) {
        let rest = &self.chars[at..];
        let run = rest.iter().take_while(|c| c.is_ascii_alphabetic()).count();
        let word: String = rest[..run].iter().collect();
        let glued = self.tokens.last().is_some_and(|last| last.end == at);
        let after_number = glued && matches!(self.tokens.last().map(|t| t.kind), Some(Kind::Number { .. }));
        if after_number && matches!(word.as_str(), "st" | "nd" | "rd" | "th") {
            return (Kind::Ordinal, run);
        }
        if let Some(month) = calendar::english_month(&word) {
            let dot = usize::from(run < 5 && rest.get(run) == Some(&'.'));
            return (Kind::Month { month, english: true, uncertain: false }, run + dot);
        }
        if let Some(day) = calendar::english_weekday(&word) {
            let dot = usize::from(run < 5 && rest.get(run) == Some(&'.'));
            return (Kind::Weekday(day), run + dot);
        }
        if let Some((mark, length)) = word_at(rest)
            && !rest.get(length).is_some_and(char::is_ascii_alphabetic)
        {
            return (Kind::Mark(mark), length);
        }
        (Kind::Word, run)
    }

    fn thai(&self, at: usize) -> (Kind, usize) {
        let rest = &self.chars[at..];
        let last = self.tokens.last();
        let free = last.is_none_or(|token| token.end < at || token.kind != Kind::Word);
        let expected = last.is_some_and(|token| {
            matches!(
                token.kind,
                Kind::Number { .. } | Kind::Mark(Mark::Month | Mark::Early | Mark::Middle | Mark::Late)
            )
        });
        let word = word_at(rest).filter(|(mark, _)| *mark != Mark::Number || free);
        if let Some(found) = calendar::thai_month(rest, free, expected)
            && word.is_none_or(|(_, length)| length <= found.length)
        {
            let uncertain = found.spelling == Spelling::Uncertain;
            return (Kind::Month { month: found.month, english: false, uncertain }, found.length);
        }
        if let Some((day, length)) = calendar::thai_weekday(rest, free)
            && word.is_none_or(|(_, word)| word <= length)
        {
            return (Kind::Weekday(day), length);
        }
        if let Some((mark, length)) = word {
            let short_unit = mark == Mark::Unit && !expected;
            return (if short_unit { Kind::Word } else { Kind::Mark(mark) }, length);
        }
        (Kind::Word, 1)
    }
}

fn word_at(rest: &[char]) -> Option<(Mark, usize)> {
    WORDS[last_byte(*rest.first()?)]
        .iter()
        // The second letter rules out most words without a call.
        .find(|entry| {
            entry.letters.get(1).is_none_or(|c| rest.get(1) == Some(c)) && rest.starts_with(&entry.letters)
        })
        .map(|entry| (entry.mark, entry.letters.len()))
}

fn digits(rest: &[char]) -> usize {
    rest.iter().take_while(|c| c.is_ascii_digit()).count()
}

/// Length of a time of day such as 13:30, 08.30, 00:00:00.000; a full stop counts only where no third number
/// follows or goes before, as in 10.01.66.
fn clock(rest: &[char], after_word: bool, after_dot: bool) -> Option<usize> {
    let hours = digits(rest);
    let separator = rest.get(hours)?;
    let minutes = digits(rest.get(hours + 1..)?);
    let number = |part: &[char]| part.iter().fold(0, |sum, c| sum * 10 + c.to_digit(10).unwrap_or(0));
    let mut end = hours + 1 + minutes;
    let fits = (1..=2).contains(&hours)
        && minutes == 2
        && number(&rest[..hours]) <= 24
        && number(&rest[hours + 1..end]) < 60;
    match separator {
        ':' if fits => {
            while rest.get(end).is_some_and(|c| matches!(c, ':' | '.')) && digits(&rest[end + 1..]) > 0 {
                end += 1 + digits(&rest[end + 1..]);
            }
        }
        '.' if fits && !after_dot && (after_word || !date_goes_on(&rest[end..])) => {}
        _ => return None,
    }
    let blank = usize::from(rest.get(end) == Some(&' '));
    let n = rest.get(end + blank) == Some(&'\u{e19}');
    if n && !rest.get(end + blank + 1).copied().is_some_and(is_thai) {
        end += blank + 1 + usize::from(rest.get(end + blank + 1) == Some(&'.'));
    }
    Some(end)
}

fn date_goes_on(rest: &[char]) -> bool {
    rest.first() == Some(&'.') && digits(&rest[1..]) >= 2
}

/// A text in lower case with Arabic digits, on one line, character by character; a letter o among digits is a zero.
fn plain(text: &str) -> Vec<char> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '_' | '\'' | '\u{2019}');
    let mut chars: Vec<char> =
        text.chars().map(|c| if blank(c) { ' ' } else { arabic_digit(c).to_ascii_lowercase() }).collect();
    for i in 0..chars.len() {
        if chars[i] == 'o' {
            let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
            let letter = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
            let before = i.checked_sub(1).and_then(|j| chars.get(j));
            let after = chars.get(i + 1);
            if (digit(before) && !letter(after)) || (digit(after) && !letter(before)) {
                chars[i] = '0';
            }
        }
    }
    chars
}
