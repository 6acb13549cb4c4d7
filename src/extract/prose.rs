//! Running text: numbered items, dated paragraphs, memos.

use super::flow::Row;
use super::judge::{self, Because, Case, Kind, Stands, Verdict};
use super::paragraphs::{Paragraph, paragraphs};
use super::sketch::{Draft, Sketch};
use super::{fields, headings, phrases};
use crate::dates::dated;
use crate::model::{AsideReason, Role};
use crate::thai::numbering::{self, Opening};
use crate::vocab::Vocab;
use crate::vocab::anchors::Anchor;
use crate::vocab::rows::Meaning;

/// An item is longer, in characters.
const ITEM: usize = 20;
/// A date within the first characters of a numbered item is its own.
const NEAR: usize = 220;

/// Reads running text; what is no item is set aside. `recorded` says that records stand above it, so that what comes
/// before its first item is no title block.
pub fn read(vocab: Vocab, rows: &[Row], recorded: bool) -> Sketch {
    let span = rows.first().map_or(0, |row| row.at)..rows.last().map_or(0, |row| row.at + 1);
    let mut sketch = Sketch::new("prose", span);
    let out = &mut sketch;
    let paragraphs = paragraphs(vocab, rows);
    let head = judge::memo_head(vocab, paragraphs.iter().map(|paragraph| paragraph.text.as_str()));
    for paragraph in &paragraphs[..head] {
        out.memo.push(paragraph.text.clone());
        set_aside(paragraph, rows, Because::new("head of a memo", AsideReason::Letter), out);
    }
    let body = &paragraphs[head..];
    let list = List::of(vocab, body);
    let mut items: Vec<Item> = Vec::new();
    let mut sections: Vec<String> = Vec::new();
    let mut titles: Vec<String> = Vec::new();
    let mut state = State { in_item: false, last: None, closed: false, letter: head > 0 };
    for (at, paragraph) in body.iter().enumerate() {
        let verdict = state.judge(vocab, paragraph, body.get(at + 1), list, recorded || !items.is_empty());
        match (verdict.kind, items.last_mut()) {
            (Kind::Item, _) => {
                items.push(Item { paragraphs: vec![paragraph.clone()], sections: sections.clone() });
                continue;
            }
            (Kind::More, Some(item)) => {
                item.paragraphs.push(paragraph.clone());
                continue;
            }
            (Kind::Aside(AsideReason::Section), _) => {
                let deep = matches!(numbering::opening(&paragraph.text), Some((Opening::Number(parts), _)) if parts.len() > 1);
                if !deep {
                    sections.clear();
                }
                sections.push(paragraph.text.clone());
            }
            (Kind::Aside(AsideReason::Title), _) => titles.push(paragraph.text.clone()),
            (Kind::More | Kind::Aside(_), _) => {}
        }
        out.nil |= judge::holds_nil(vocab, &paragraph.text);
        set_aside(paragraph, rows, verdict.because(), out);
    }
    out.title_block(out.span.start, titles);
    keep(vocab, &items, rows, out);
    sketch
}

struct Item {
    paragraphs: Vec<Paragraph>,
    sections: Vec<String>,
}

fn set_aside(paragraph: &Paragraph, rows: &[Row], because: Because, out: &mut Sketch) {
    for at in &paragraph.rows {
        out.set_aside(&rows[*at], because);
    }
}

/// What the items of a text have in common.
#[derive(Debug, Clone, Copy)]
struct List {
    /// Numbered paragraphs that read like activities.
    activities: usize,
    /// Numbered paragraphs with a date.
    dated: usize,
}

impl List {
    fn of(vocab: Vocab, paragraphs: &[Paragraph]) -> Self {
        let numbered = |p: &&Paragraph| numbering::opening(&p.text).is_some();
        let dated = paragraphs.iter().filter(numbered).filter(|p| near_date(&p.text)).count();
        let activities = paragraphs.iter().filter(numbered).filter(|p| is_activity(vocab, &p.text)).count();
        Self { activities, dated }
    }
}

fn near_date(text: &str) -> bool {
    dated::day(text).is_some_and(|range| text[..range.start].chars().count() < NEAR)
}

fn is_activity(vocab: Vocab, text: &str) -> bool {
    let rest = numbering::opening(text).map_or(text, |(_, rest)| rest);
    vocab.anchors.opens(rest, Anchor::Begins).is_some() && text.chars().count() > ITEM
}

struct State {
    in_item: bool,
    /// Number of the last item.
    last: Option<Vec<u32>>,
    /// The letter's closing has begun.
    closed: bool,
    /// The text is the body of a memo, which has no title block.
    letter: bool,
}

impl State {
    fn judge(
        &mut self,
        vocab: Vocab,
        paragraph: &Paragraph,
        next: Option<&Paragraph>,
        list: List,
        recorded: bool,
    ) -> Verdict {
        let told = InText::new(vocab, &paragraph.text, next.map(|next| next.text.as_str()), list, self);
        let verdict = judge::judge(&Case {
            vocab,
            words: std::slice::from_ref(&paragraph.text),
            numbered: told.opened,
            dated: told.begins_dated,
            recorded,
            closed: self.closed,
            letter: self.letter,
            head: false,
            stands: Stands::Text(&told),
        });
        match verdict.kind {
            Kind::Item => {
                self.in_item = true;
                self.last = number(&paragraph.text);
            }
            Kind::More => {}
            Kind::Aside(reason) => {
                self.in_item = false;
                self.closed |= reason == AsideReason::Letter;
            }
        }
        verdict
    }
}

/// A paragraph of running text, with what stands around it.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each asked for by its name")]
pub struct InText<'a> {
    vocab: Vocab,
    text: &'a str,
    /// Its words behind the number, letter or bullet that opens it.
    pub rest: &'a str,
    length: usize,
    /// A number, letter or bullet opens it.
    opened: bool,
    begins_dated: bool,
    /// It begins with a day and is no sentence of a letter.
    opens_dated: bool,
    in_item: bool,
    /// Its number is the one after the last item's.
    follows: bool,
    next: Option<&'a str>,
    list: List,
}

impl<'a> InText<'a> {
    fn new(vocab: Vocab, text: &'a str, next: Option<&'a str>, list: List, state: &State) -> Self {
        let opening = numbering::opening(text);
        let rest = opening.as_ref().map_or(text, |(_, rest)| *rest);
        let length = text.chars().count();
        let begins_dated = phrases::begins_with_date(vocab, text);
        // `ด้วยเมื่อวันที่…` opens a sentence of a letter and tells what happened all the same.
        let opens = |anchor| vocab.anchors.opens(rest, anchor);
        let of_letter = opens(Anchor::Letter) > opens(Anchor::Happened);
        let follows = match (&state.last, number(text)) {
            (Some(before), Some(now)) => {
                before.len() == now.len() && before.last().zip(now.last()).is_some_and(|(a, b)| a + 1 == *b)
            }
            _ => false,
        };
        Self {
            vocab,
            text,
            rest,
            length,
            opened: opening.is_some(),
            begins_dated,
            opens_dated: begins_dated && length > ITEM && !of_letter,
            in_item: state.in_item,
            follows,
            next,
            list,
        }
    }

    /// It begins with a day, and the rest tells an activity.
    pub fn is_dated_item(&self) -> bool {
        self.opens_dated && !phrases::understand(self.vocab, self.text).is_empty()
    }

    /// A number, letter or bullet opens it, and no day.
    pub fn is_numbered(&self) -> bool {
        self.opened && !self.opens_dated
    }

    /// A number that opens the heading of items below it.
    pub fn is_numbered_section(&self) -> bool {
        let heads = || {
            let depth = |text: &str| number(text).map_or(0, |parts| parts.len());
            let deeper = |next: &str| depth(next) > depth(self.text);
            self.next.is_some_and(|next| phrases::begins_with_date(self.vocab, next) || deeper(next))
        };
        self.is_numbered()
            && !near_date(self.text)
            && judge::may_head(self.text)
            && !self.follows
            && (heads() || self.vocab.rows.is(self.rest, Meaning::Section))
    }

    /// A numbered label with its value, below an item.
    pub fn is_numbered_label(&self) -> bool {
        self.is_numbered() && self.in_item && headings::labels(self.vocab, self.rest)
    }

    /// A numbered activity: with a day of its own, or worded like one in a list of such.
    pub fn is_numbered_item(&self) -> bool {
        if !self.is_numbered() {
            return false;
        }
        let dated = self.length > ITEM && near_date(self.text);
        if dated && self.vocab.anchors.opens(self.rest, Anchor::Letter).is_none() {
            return true;
        }
        let List { activities, dated } = self.list;
        let mixed = dated * 2 > activities.max(1);
        (activities >= 2 || dated > 0)
            && (!mixed || !self.in_item || self.follows)
            && is_activity(self.vocab, self.text)
    }

    /// A numbered point of the item above.
    pub fn is_numbered_point(&self) -> bool {
        self.is_numbered() && self.in_item
    }

    /// A sentence of a letter, not of an activity.
    pub fn is_of_letter(&self) -> bool {
        !self.opens_dated && self.vocab.anchors.opens(self.text, Anchor::Letter).is_some()
    }

    /// A further paragraph of the item above.
    pub fn goes_on(&self) -> bool {
        let told = || self.length > ITEM || headings::labels(self.vocab, self.text);
        !self.opens_dated && self.in_item && told() && !self.vocab.rows.is(self.text, Meaning::Section)
    }
}

fn number(text: &str) -> Option<Vec<u32>> {
    match numbering::opening(text)?.0 {
        Opening::Number(parts) => Some(parts),
        Opening::Letter(at) => Some(vec![at]),
        Opening::Bullet => None,
    }
}

/// Makes records of the items.
fn keep(vocab: Vocab, items: &[Item], rows: &[Row], out: &mut Sketch) {
    for item in items {
        let head = &item.paragraphs[0];
        let row = &rows[head.rows[0]];
        let mut told = fields::of_text(vocab, row, &head.text);
        let mut add = |role: Role, text: String, heading: &str| {
            told.entry(role).or_default().push(fields::written(row, text, heading));
        };
        for more in &item.paragraphs[1..] {
            match more.text.split_once(':').filter(|_| headings::labels(vocab, &more.text)) {
                Some((label, value)) => {
                    let role = headings::says(vocab, label).and_then(|said| said.roles.first().copied());
                    add(role.unwrap_or(Role::Outcome), value.trim().to_owned(), label.trim());
                }
                None => add(Role::Outcome, more.text.clone(), ""),
            }
        }
        if !told.contains_key(&Role::Activity) {
            for paragraph in &item.paragraphs {
                let because = Because::new("no wording", AsideReason::NotUnderstood);
                set_aside(paragraph, rows, because, out);
            }
            continue;
        }
        let of_item = item.paragraphs.iter().flat_map(|p| &p.rows).map(|at| rows[*at].at).collect();
        let (place, sections) = (row.place.clone(), item.sections.clone());
        out.drafts.push(Draft {
            place,
            layout: "prose",
            rows: of_item,
            fields: told,
            sections,
            doubtful: false,
        });
    }
}
