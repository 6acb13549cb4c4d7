//! What a row is: one ordered table of rules over facts that are told once, the first that holds counts. The rows of a
//! table, the paragraphs of running text and the rows that no reading speaks for are judged by the same table.

use super::facts::Fact;
use super::flow::Row;
use super::headings;
use super::prose::InText;
use super::sheet_rows::InTable;
use crate::model::AsideReason;
use crate::thai::{self, numbering};
use crate::vocab::Vocab;
use crate::vocab::anchors::Anchor;
use crate::vocab::rows::Meaning;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It begins an item.
    Item,
    /// It goes on with the item above.
    More,
    /// It is no part of an item.
    Aside(AsideReason),
}

/// What a row is, and the rule that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// What it is.
    pub kind: Kind,
    /// Name of the rule.
    pub rule: &'static str,
}

/// Why a row is no record, and what says so: a rule, or the reading that leaves it over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Because {
    /// What it is.
    pub reason: AsideReason,
    /// Name of the rule or reading.
    pub rule: &'static str,
}

/// Where a row stands, with the facts that are told of it there.
#[derive(Clone, Copy)]
pub enum Stands<'a> {
    /// In the body of a table.
    Table(&'a InTable<'a>),
    /// In running text.
    Text(&'a InText<'a>),
    /// Where no reading speaks for it.
    Alone(&'a Row),
}

/// A row or paragraph as the rules see it.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each asked for by its name")]
pub struct Case<'a> {
    /// What words mean.
    pub vocab: Vocab,
    /// Its texts, from left to right: cells that hold words, or all as one.
    pub words: &'a [String],
    /// A number, letter or bullet opens it, or its running number.
    pub numbered: bool,
    /// It has a day of its own.
    pub dated: bool,
    /// Records stand above it.
    pub recorded: bool,
    /// The closing of a letter stands above it.
    pub closed: bool,
    /// The head of a memo stands above it.
    pub letter: bool,
    /// It belongs to the head of a memo.
    pub head: bool,
    /// Where it stands.
    pub stands: Stands<'a>,
}

/// A rule: its name, what a row is for which it holds, and when it does.
struct Rule {
    name: &'static str,
    kind: Kind,
    holds: fn(&Case<'_>) -> bool,
}

/// A row that says that there was nothing to report is no longer, in characters.
const NIL: usize = 110;
/// A title that says so is shorter, in characters.
const NIL_TITLE: usize = 300;
/// A paragraph that says so in the middle of a letter is shorter, in characters.
const NIL_LETTER: usize = 450;
/// A total's words are no longer, in characters; so short ones need no number.
const TOTAL: usize = 60;
const TOTAL_ALONE: usize = 12;
/// A heading of a section, a line of a signature block or a name of a department is no longer, in characters.
const LINE: usize = 110;
/// A line of a title block in running text is shorter, in characters.
const TITLE: usize = 200;
/// The words of a row that is a note, letter or total and no item are no longer, in characters.
const NO_ITEM: usize = 200;
/// The head of a memo begins among the first rows, and takes no more than twice as many.
const HEAD: usize = 8;
/// A word that marks an example stands alone, in characters.
const EXAMPLE: usize = 12;

const fn rule(name: &'static str, kind: Kind, holds: fn(&Case<'_>) -> bool) -> Rule {
    Rule { name, kind, holds }
}

const fn aside(name: &'static str, reason: AsideReason, holds: fn(&Case<'_>) -> bool) -> Rule {
    rule(name, Kind::Aside(reason), holds)
}

/// The rules, the first that holds before the others.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of a type with a lifetime is no function for every lifetime"
)]
const RULES: &[Rule] = &[
    // What the headings say.
    aside("heading again", AsideReason::Heading, |case| case.in_table(InTable::repeats_heading)),
    aside("column numbers", AsideReason::Heading, |case| case.numbers_columns()),
    rule("rest of a day", Kind::More, |case| case.in_table(InTable::completes_day)),
    // What the words say.
    aside("empty row of a summary", AsideReason::Summary, |case| case.in_table(InTable::is_empty_summary)),
    aside("empty row", AsideReason::Unfilled, |case| case.in_table(InTable::is_empty)),
    aside("figures alone", AsideReason::Total, |case| case.words.is_empty()),
    aside("example", AsideReason::Example, |case| case.is_example()),
    aside("nothing to report", AsideReason::Nil, |case| case.is_nil()),
    aside("note", AsideReason::Note, |case| case.is_plain() && case.is_note()),
    aside("total", AsideReason::Total, |case| case.is_plain() && case.is_total()),
    aside("department", AsideReason::Title, |case| case.is_department()),
    aside("letter", AsideReason::Letter, |case| case.may_close() && case.is_letter()),
    aside("signature", AsideReason::Letter, |case| {
        case.may_close() && case.words.len() == 1 && is_bracketed(case.first())
    }),
    aside("dotted line", AsideReason::Letter, |case| case.may_close() && is_dotted(case.first())),
    aside("below a letter's closing", AsideReason::Letter, |case| case.is_below_closing()),
    aside("head of a memo", AsideReason::Letter, |case| case.head),
    aside("headings alone", AsideReason::Heading, |case| case.is_headings()),
    // What the cells under headings say.
    aside("section", AsideReason::Section, |case| case.in_table(InTable::is_section)),
    aside("outside the columns", AsideReason::Note, |case| case.in_table(InTable::is_outside)),
    rule("rest of a row", Kind::More, |case| case.in_table(InTable::is_rest_of_row)),
    rule("title with number or day", Kind::Item, |case| case.in_table(InTable::is_fresh_title)),
    rule("title that goes on", Kind::More, |case| case.in_table(InTable::goes_on_with_title)),
    rule("title", Kind::Item, |case| case.in_table(InTable::has_title)),
    rule("under a merged title", Kind::Item, |case| case.in_table(InTable::is_under_title)),
    rule("more of the row above", Kind::More, |case| case.in_table(InTable::is_more)),
    rule("fields without a title", Kind::Item, |case| case.in_table(InTable::tells_without_title)),
    aside("number alone in a summary", AsideReason::Summary, |case| {
        case.in_table(InTable::is_unfilled_summary)
    }),
    aside("number or day alone", AsideReason::Unfilled, |case| case.in_table(InTable::is_fresh)),
    aside("stray cells", AsideReason::Note, |case| case.is_cells()),
    // What the running text says.
    rule("item with a day in front", Kind::Item, |case| case.in_text(InText::is_dated_item)),
    aside("numbered section", AsideReason::Section, |case| case.in_text(InText::is_numbered_section)),
    rule("numbered label", Kind::More, |case| case.in_text(InText::is_numbered_label)),
    rule("numbered item", Kind::Item, |case| case.in_text(InText::is_numbered_item)),
    rule("numbered point", Kind::More, |case| case.in_text(InText::is_numbered_point)),
    aside("numbered prose", AsideReason::Prose, |case| case.in_text(InText::is_numbered)),
    aside("sentence of a letter", AsideReason::Prose, |case| case.in_text(InText::is_of_letter)),
    rule("further paragraph", Kind::More, |case| case.in_text(InText::goes_on)),
    aside("section of text", AsideReason::Section, |case| case.is_section_of_text()),
    aside("title", AsideReason::Title, |case| case.is_title()),
    aside("prose", AsideReason::Prose, |_| true),
];

/// What a row is.
pub fn judge(case: &Case<'_>) -> Verdict {
    let rule = RULES.iter().find(|rule| (rule.holds)(case));
    rule.map_or(Verdict { kind: Kind::Aside(AsideReason::Prose), rule: "" }, |rule| Verdict {
        kind: rule.kind,
        rule: rule.name,
    })
}

impl<'a> Case<'a> {
    fn in_table(&self, holds: fn(&InTable<'a>) -> bool) -> bool {
        matches!(self.stands, Stands::Table(table) if holds(table))
    }

    fn in_text(&self, holds: fn(&InText<'a>) -> bool) -> bool {
        matches!(self.stands, Stands::Text(text) if holds(text))
    }

    /// It stands in the cells of a table.
    fn is_cells(&self) -> bool {
        matches!(self.stands, Stands::Table(_))
    }

    fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Neither number nor day says that it is an item.
    fn is_plain(&self) -> bool {
        !self.numbered && !self.dated
    }

    /// Above all records a title block may say what a letter's closing says.
    fn may_close(&self) -> bool {
        self.is_plain() && (self.recorded || !matches!(self.stands, Stands::Alone(_)))
    }

    fn numbers_columns(&self) -> bool {
        match self.stands {
            Stands::Table(table) => headings::is_numbering(table.row),
            Stands::Alone(row) => headings::is_numbering(row),
            Stands::Text(_) => false,
        }
    }

    fn is_example(&self) -> bool {
        is_example(self.vocab, self.first()) || self.in_table(InTable::is_example)
    }

    fn is_nil(&self) -> bool {
        match self.stands {
            Stands::Table(table) => table.is_nil(self.words),
            Stands::Text(text) => is_nil(self.vocab, text.rest),
            Stands::Alone(_) => is_nil(self.vocab, self.first()),
        }
    }

    fn is_note(&self) -> bool {
        self.vocab.rows.is(self.first(), Meaning::Note)
            || self.is_cells() && self.words.len() == 1 && self.first().starts_with('*')
    }

    fn is_total(&self) -> bool {
        if !self.vocab.rows.is(self.first(), Meaning::Total) || length(self.first()) > TOTAL {
            return false;
        }
        match self.stands {
            Stands::Table(table) => {
                (table.counts() || says_total(self.vocab, self.first(), table.is_alone()))
                    && table.title_counts(self.first())
            }
            Stands::Text(_) => says_total(self.vocab, self.first(), true),
            Stands::Alone(_) => self.recorded && says_total(self.vocab, self.first(), true),
        }
    }

    /// What names the sender of a memo names the department of a report in its title block.
    fn is_department(&self) -> bool {
        let above = !self.recorded && !self.letter && !self.closed && !self.head && !self.is_cells();
        above && length(self.first()) < LINE && self.vocab.rows.is(self.first(), Meaning::Department)
    }

    fn is_letter(&self) -> bool {
        self.words.len() <= 3
            && self.words.iter().take(2).any(|text| self.vocab.rows.is(text, Meaning::Letter))
    }

    /// A date stands below a signature too, but not in a column of dates.
    fn is_below_closing(&self) -> bool {
        let follows = if self.is_cells() { !self.dated } else { length(self.first()) < LINE };
        self.closed && !self.numbered && follows
    }

    /// Nothing but known headings, at least two.
    fn is_headings(&self) -> bool {
        let Stands::Alone(row) = self.stands else { return false };
        row.own().count() >= 2
            && row.own().all(|piece| {
                numbering::is_number(&piece.text)
                    || headings::says(self.vocab, &piece.text).is_some_and(|said| said.share >= 0.8)
            })
            && headings::can_all_head(row)
    }

    fn is_section_of_text(&self) -> bool {
        matches!(self.stands, Stands::Text(_))
            && (self.recorded || self.letter)
            && is_section(self.vocab, self.first())
    }

    /// Below the head of a memo stands its text, no title block.
    fn is_title(&self) -> bool {
        let in_text = matches!(self.stands, Stands::Text(_));
        !self.letter && !(in_text && (self.recorded || length(self.first()) >= TITLE))
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// True for a text that says that there was nothing to report.
pub fn is_nil(vocab: Vocab, text: &str) -> bool {
    vocab.rows.is(text, Meaning::Nil) && length(text) <= NIL
}

/// True for the wording of a record that says so: longer than a row, but without a day or a foreign side.
pub fn is_nil_title(vocab: Vocab, fact: &Fact) -> bool {
    fact.length < NIL_TITLE
        && fact.days.is_empty()
        && vocab.rows.is(&fact.text, Meaning::Nil)
        && fact.names().is_empty()
}

/// "…ขอเรียนว่า ไม่มีการดำเนินการ…" says it in the middle of a letter.
pub fn holds_nil(vocab: Vocab, text: &str) -> bool {
    vocab.rows.is(text, Meaning::Nil) && length(text) < NIL_LETTER
}

/// True for a row's words that tell that it is no item: total, note, nil, letter, memo or the same as above.
pub fn is_no_item(vocab: Vocab, text: &str) -> bool {
    const NONE: [Meaning; 6] =
        [Meaning::Total, Meaning::Note, Meaning::Nil, Meaning::Letter, Meaning::Memo, Meaning::Ditto];
    NONE.iter().any(|meaning| vocab.rows.is(text, *meaning)) && length(text) <= NO_ITEM
}

/// True for words that head the rows below them.
pub fn is_section(vocab: Vocab, text: &str) -> bool {
    vocab.rows.is(text, Meaning::Section) && length(text) <= LINE
}

/// True for a line so short that it may head the rows below it.
pub fn may_head(text: &str) -> bool {
    length(text) <= LINE
}

/// The text is marked as an example: in brackets, before a colon, or by a word that stands alone.
pub fn is_example(vocab: Vocab, text: &str) -> bool {
    let head = text.split([':', ' ']).next().unwrap_or_default();
    let marked = text.starts_with('(') || text.contains(':') || length(text) < EXAMPLE;
    marked && (vocab.rows.is(text, Meaning::Example) || vocab.rows.is(head, Meaning::Example))
}

/// True for words that stand below items in whichever column: those of a total, a note or a letter, a name in brackets.
pub fn is_closing(vocab: Vocab, text: &str) -> bool {
    let below = [Meaning::Total, Meaning::Note, Meaning::Letter];
    below.iter().any(|meaning| vocab.rows.is(text, *meaning)) || is_bracketed(text)
}

/// A name in brackets below a signature.
pub fn is_bracketed(text: &str) -> bool {
    text.starts_with('(') && text.ends_with(')') && !text.chars().any(thai::is_digit)
}

/// A line to write on.
fn is_dotted(text: &str) -> bool {
    ["....", "____", "……"].iter().any(|dots| text.contains(dots))
}

/// A total's words say it without a number.
fn says_total(vocab: Vocab, text: &str, alone: bool) -> bool {
    text.chars().any(thai::is_digit)
        || alone && vocab.rows.is(text, Meaning::TotalAlone)
        || length(text) <= TOTAL_ALONE
}

/// How many of some texts the head of a memo or letter takes, up to its address.
pub fn memo_head<'a>(vocab: Vocab, texts: impl Iterator<Item = &'a str> + Clone) -> usize {
    let first = texts.clone().take(HEAD).position(|text| vocab.rows.is(text, Meaning::Memo));
    first
        .and_then(|first| {
            let within = texts.skip(first).take(2 * HEAD).position(|text| is_address(vocab, text));
            within.map(|at| first + at + 1)
        })
        .unwrap_or(0)
}

/// The line of a letter that names whom it is to.
pub fn is_address(vocab: Vocab, text: &str) -> bool {
    vocab
        .anchors
        .opens(text, Anchor::Address)
        .is_some_and(|length| text[length..].starts_with(char::is_whitespace))
}

/// What each of some rows is that no reading speaks for, and how many of them are the head of a memo. `recorded` says
/// that records stand above them.
pub fn left_over(vocab: Vocab, rows: &[Row], recorded: bool) -> (Vec<Because>, usize) {
    let texts: Vec<String> = rows.iter().map(Row::text).collect();
    let head = memo_head(vocab, texts.iter().map(String::as_str));
    let mut closed = false;
    let judged = rows.iter().zip(&texts).enumerate().map(|(at, (row, text))| {
        let verdict = judge(&Case {
            vocab,
            words: std::slice::from_ref(text),
            numbered: false,
            dated: false,
            recorded,
            closed,
            letter: head > 0,
            head: at < head,
            stands: Stands::Alone(row),
        });
        closed |= recorded && verdict.kind == Kind::Aside(AsideReason::Letter);
        verdict.because()
    });
    (judged.collect(), head)
}

impl Because {
    /// What a row is, told by a rule or reading of this name.
    pub const fn new(rule: &'static str, reason: AsideReason) -> Self {
        Self { reason, rule }
    }
}

impl Verdict {
    /// Why the row is no record; an item that nothing was made of is not understood.
    pub fn because(self) -> Because {
        let reason = match self.kind {
            Kind::Aside(reason) => reason,
            Kind::Item | Kind::More => AsideReason::NotUnderstood,
        };
        Because { reason, rule: self.rule }
    }
}
