//! Running text: numbered items, dated paragraphs, memos.

use super::flow::Row;
use super::paragraphs::{Paragraph, paragraphs};
use super::sketch::{Draft, Sketch};
use super::{fields, headings, phrases};
use crate::model::{AsideReason, Role};
use crate::thai::numbering::{self, Opening};
use crate::thai::{self, dated};
use crate::vocab::anchors::{self, Anchor};
use crate::vocab::rows::{self, Meaning};

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Item,
    /// Goes on with the item above.
    More,
    Section,
    Aside(AsideReason),
}

/// A heading is no longer, in characters.
const HEADING: usize = 110;
/// A line of a title block is no longer, in characters.
const TITLE: usize = 200;
/// A paragraph that says that there was nothing is no longer, in characters.
const LETTER: usize = 450;
/// An item is longer, in characters.
const ITEM: usize = 20;
/// A date within the first characters of a numbered item is its own.
const NEAR: usize = 220;

/// Reads running text; what is no item is set aside. `recorded` says that records stand above it, so that what comes
/// before its first item is no title block.
pub fn read(rows: &[Row], recorded: bool) -> Sketch {
    let span = rows.first().map_or(0, |row| row.at)..rows.last().map_or(0, |row| row.at + 1);
    let mut sketch = Sketch::new("prose", span);
    let out = &mut sketch;
    let paragraphs = paragraphs(rows);
    let head = memo_head(&paragraphs, rows, out);
    let body = &paragraphs[head..];
    let list = List::of(body);
    let mut items: Vec<Item> = Vec::new();
    let mut sections: Vec<String> = Vec::new();
    let mut titles: Vec<String> = Vec::new();
    let mut state = State { in_item: false, last: None, closed: false, letter: head > 0 };
    for (at, paragraph) in body.iter().enumerate() {
        let part = state.part(paragraph, body.get(at + 1), list, recorded || !items.is_empty());
        match part {
            Part::Item => {
                items.push(Item { paragraphs: vec![paragraph.clone()], sections: sections.clone() });
            }
            Part::More => match items.last_mut() {
                Some(item) => item.paragraphs.push(paragraph.clone()),
                None => set_aside(paragraph, rows, AsideReason::Prose, out),
            },
            Part::Section => {
                out.nil |= said_nil(paragraph);
                let deep = numbering::opening(&paragraph.text)
                    .is_some_and(|(o, _)| matches!(o, Opening::Number(p) if p.len() > 1));
                if !deep {
                    sections.clear();
                }
                sections.push(paragraph.text.clone());
                set_aside(paragraph, rows, AsideReason::Section, out);
            }
            Part::Aside(reason) => {
                if reason == AsideReason::Title {
                    titles.push(paragraph.text.clone());
                }
                out.nil |= said_nil(paragraph);
                set_aside(paragraph, rows, reason, out);
            }
        }
    }
    out.title_block(out.span.start, titles);
    keep(&items, rows, out);
    sketch
}

/// "…ขอเรียนว่า ไม่มีการดำเนินการ…" says it in the middle of a letter.
fn said_nil(paragraph: &Paragraph) -> bool {
    rows::is(&paragraph.text, Meaning::Nil) && paragraph.text.chars().count() < LETTER
}

struct Item {
    paragraphs: Vec<Paragraph>,
    sections: Vec<String>,
}

fn set_aside(paragraph: &Paragraph, rows: &[Row], reason: AsideReason, out: &mut Sketch) {
    for at in &paragraph.rows {
        out.set_aside(&rows[*at], reason);
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
    fn of(paragraphs: &[Paragraph]) -> Self {
        let numbered = |p: &&Paragraph| numbering::opening(&p.text).is_some();
        let dated = paragraphs.iter().filter(numbered).filter(|p| near_date(&p.text)).count();
        let activities = paragraphs.iter().filter(numbered).filter(|p| is_activity(&p.text)).count();
        Self { activities, dated }
    }
}

fn near_date(text: &str) -> bool {
    dated::day(text).is_some_and(|range| text[..range.start].chars().count() < NEAR)
}

fn is_activity(text: &str) -> bool {
    let rest = numbering::opening(text).map_or(text, |(_, rest)| rest);
    anchors::opens(rest, Anchor::Begins).is_some() && text.chars().count() > ITEM
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
    fn part(&mut self, paragraph: &Paragraph, next: Option<&Paragraph>, list: List, recorded: bool) -> Part {
        let part = self.judge(paragraph, next, list, recorded);
        match part {
            Part::Item => {
                self.in_item = true;
                self.last = number(&paragraph.text);
            }
            Part::More => {}
            Part::Section | Part::Aside(_) => self.in_item = false,
        }
        part
    }

    fn judge(&mut self, paragraph: &Paragraph, next: Option<&Paragraph>, list: List, recorded: bool) -> Part {
        let text = paragraph.text.as_str();
        let length = text.chars().count();
        let opening = numbering::opening(text);
        let rest = opening.as_ref().map_or(text, |(_, rest)| *rest);
        let begins_dated = phrases::begins_with_date(text);
        if rows::is(rest, Meaning::Nil) && length < HEADING {
            return Part::Aside(AsideReason::Nil);
        }
        if rows::is(text, Meaning::Total) && length < 60 {
            return Part::Aside(AsideReason::Total);
        }
        // What names the sender of a memo names the department of a report in its title block.
        if !recorded
            && !self.letter
            && !self.closed
            && length < HEADING
            && rows::is(text, Meaning::Department)
        {
            return Part::Aside(AsideReason::Title);
        }
        let signature = text.starts_with('(') && text.ends_with(')') && !text.chars().any(thai::is_digit);
        if opening.is_none()
            && !begins_dated
            && (rows::is(text, Meaning::Letter) || signature || text.contains("...."))
        {
            self.closed = true;
            return Part::Aside(AsideReason::Letter);
        }
        if opening.is_none() && (rows::is(text, Meaning::Note) || text.starts_with('*')) {
            return Part::Aside(AsideReason::Note);
        }
        if self.closed && opening.is_none() && length < HEADING {
            return Part::Aside(AsideReason::Letter);
        }
        if begins_dated && length > ITEM && anchors::opens(rest, Anchor::Letter).is_none() {
            return if phrases::understand(text).is_empty() {
                Self::short(text, recorded || self.letter)
            } else {
                Part::Item
            };
        }
        if opening.is_some() {
            return self.numbered(paragraph, rest, next, list);
        }
        if anchors::opens(text, Anchor::Letter).is_some() {
            return Part::Aside(AsideReason::Prose);
        }
        if self.in_item && (length > ITEM || headings::labels(text)) && !rows::is(text, Meaning::Section) {
            return Part::More;
        }
        Self::short(text, recorded || self.letter)
    }

    fn numbered(&self, paragraph: &Paragraph, rest: &str, next: Option<&Paragraph>, list: List) -> Part {
        let text = paragraph.text.as_str();
        let heads = next.is_some_and(|next| {
            let deeper = number(&next.text).map_or(0, |n| n.len()) > number(text).map_or(0, |n| n.len());
            phrases::begins_with_date(&next.text) || deeper
        });
        let dated = near_date(text);
        if !dated
            && text.chars().count() < HEADING
            && (heads || rows::is(rest, Meaning::Section))
            && !self.follows(text)
        {
            return Part::Section;
        }
        if headings::labels(rest) && self.in_item {
            return Part::More;
        }
        let activity = is_activity(text);
        if dated && text.chars().count() > ITEM && anchors::opens(rest, Anchor::Letter).is_none() {
            return Part::Item;
        }
        let mixed = list.dated * 2 > list.activities.max(1);
        if activity
            && (list.activities >= 2 || list.dated > 0)
            && (!mixed || !self.in_item || self.follows(text))
        {
            return Part::Item;
        }
        if self.in_item { Part::More } else { Part::Aside(AsideReason::Prose) }
    }

    /// The number is the one after the last item's.
    fn follows(&self, text: &str) -> bool {
        match (&self.last, number(text)) {
            (Some(last), Some(now)) => {
                last.len() == now.len() && last.last().zip(now.last()).is_some_and(|(a, b)| a + 1 == *b)
            }
            _ => false,
        }
    }

    fn short(text: &str, recorded: bool) -> Part {
        let length = text.chars().count();
        let reason = if rows::is(text, Meaning::Section) && recorded && length < HEADING {
            return Part::Section;
        } else if length < TITLE && !recorded {
            AsideReason::Title
        } else {
            AsideReason::Prose
        };
        Part::Aside(reason)
    }
}

fn number(text: &str) -> Option<Vec<u32>> {
    match numbering::opening(text)?.0 {
        Opening::Number(parts) => Some(parts),
        Opening::Letter(at) => Some(vec![at]),
        Opening::Bullet => None,
    }
}

/// The head of a memo or letter up to its address; returns the number of paragraphs that it takes.
fn memo_head(paragraphs: &[Paragraph], rows: &[Row], out: &mut Sketch) -> usize {
    let first = paragraphs.iter().take(8).position(|p| rows::is(&p.text, Meaning::Memo));
    let Some(first) = first else { return 0 };
    let addressed = paragraphs.iter().skip(first).take(16).position(|p| {
        anchors::opens(&p.text, Anchor::Address)
            .is_some_and(|length| p.text[length..].starts_with(char::is_whitespace))
    });
    let Some(end) = addressed.map(|at| first + at + 1) else { return 0 };
    for paragraph in &paragraphs[..end] {
        out.memo.push(paragraph.text.clone());
        set_aside(paragraph, rows, AsideReason::Letter, out);
    }
    end
}

/// Makes records of the items.
fn keep(items: &[Item], rows: &[Row], out: &mut Sketch) {
    for item in items {
        let head = &item.paragraphs[0];
        let row = &rows[head.rows[0]];
        let mut told = fields::of_text(row, &head.text);
        let mut add = |role: Role, text: String, heading: &str| {
            told.entry(role).or_default().push(fields::written(row, text, heading));
        };
        for more in &item.paragraphs[1..] {
            match more.text.split_once(':').filter(|_| headings::labels(&more.text)) {
                Some((label, value)) => {
                    let role = headings::says(label).and_then(|said| said.roles.first().copied());
                    add(role.unwrap_or(Role::Outcome), value.trim().to_owned(), label.trim());
                }
                None => add(Role::Outcome, more.text.clone(), ""),
            }
        }
        if !told.contains_key(&Role::Activity) {
            for paragraph in &item.paragraphs {
                set_aside(paragraph, rows, AsideReason::NotUnderstood, out);
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
