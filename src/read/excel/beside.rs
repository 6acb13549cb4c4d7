//! Texts of an Office Open XML sheet that stand beside its cells: notes and threads of comments, text boxes and other
//! shapes, headers and footers.

use super::outline;
use super::package::{self, Package};
use crate::model::{Note, NoteKind};
use crate::read::book::Refused;
use crate::read::fill::Filled;
use crate::read::xml;
use quick_xml::events::{BytesStart, Event};
use std::io::BufReader;

/// What opens the copy of a thread of comments that older programs show as a note, and what its text stands behind.
const THREAD: (&str, &str) = ("[Threaded comment]", "Comment:");

/// The texts beside the cells of a sheet, but for its headers and footers, which are part of the sheet. A part that cannot be read is reported by the error; what was read before it
/// is kept in `notes`.
///
/// # Errors
/// If a part is damaged or the file holds more text than the limits.
pub(super) fn of_sheet(
    package: &mut Package<'_>,
    part: &str,
    filled: &mut Filled,
    notes: &mut Vec<Note>,
) -> Result<(), Refused> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let relations = outline::relations(package, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let parts = |ending: &str| -> Vec<String> {
        // The notes of a binary workbook are records.
        let fitting =
            relations.values().filter(|(kind, part)| kind.ends_with(ending) && !outline::is_binary(part));
        fitting.map(|(_, part)| part.clone()).collect()
    };
    let mut reader = Reader { texts: Vec::new(), filled };
    for part in parts("/threadedComment") {
        reader.part(package, &part, Content::Thread)?;
    }
    let threads: Vec<Option<(u32, u32)>> = reader.texts.iter().map(|note| note.at).collect();
    for part in parts("/comments") {
        reader.part(package, &part, Content::Comments)?;
    }
    // A thread of comments stands in the file a second time, as the note that older programs show.
    let copied = threads.len();
    let mut at = 0;
    reader.texts.retain(|note| {
        at += 1;
        at <= copied || !threads.contains(&note.at)
    });
    for part in parts("/drawing") {
        reader.part(package, &part, Content::Drawing)?;
    }
    notes.append(&mut reader.texts);
    Ok(())
}

/// What a part holds, by which its texts are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// `comment ref` with runs of text.
    Comments,
    /// `threadedComment ref` with its text.
    Thread,
    /// Anchors with shapes in them.
    Drawing,
}

struct Reader<'a> {
    texts: Vec<Note>,
    filled: &'a mut Filled,
}

/// Where the reading of a part stands.
#[derive(Default)]
struct At {
    cell: Option<(u32, u32)>,
    /// Row and column of an anchor while they are read, and which of them the next text is.
    row: Option<u32>,
    column: Option<u32>,
    counted: Counted,
    /// True within the corner at which an anchor begins.
    from: bool,
    /// True within words of a text.
    words: bool,
    /// The open text, if any.
    text: Option<String>,
    author: usize,
    authors: Vec<String>,
    /// Elements that repeat what stands beside them, in another way of drawing.
    fallback: usize,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Counted {
    #[default]
    Nothing,
    Row,
    Column,
    Author,
}

impl Reader<'_> {
    fn part(&mut self, package: &mut Package<'_>, part: &str, content: Content) -> Result<(), Refused> {
        let Some(entry) = package::stream(package, part)? else { return Ok(()) };
        let mut reader = xml::reader(BufReader::new(entry));
        let mut buffer = Vec::new();
        let mut at = At::default();
        loop {
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => start(&element, content, &mut at),
                Ok(Event::End(element)) => self.end(element.local_name().as_ref(), content, &mut at)?,
                Ok(Event::Text(part)) => at.take(&part.xml10_content()),
                Ok(Event::CData(part)) => at.take(&part.xml10_content()),
                Ok(Event::GeneralRef(reference)) => {
                    at.take(&xml::referenced(&reference).map(String::from).unwrap_or_default());
                }
                Ok(Event::Eof) => return Ok(()),
                Ok(_) => {}
                Err(error) => return Err(Refused::broken(&error)),
            }
            buffer.clear();
        }
    }

    fn end(&mut self, name: &str, content: Content, at: &mut At) -> Result<(), Refused> {
        match (content, name) {
            (Content::Drawing, "Fallback") => at.fallback = at.fallback.saturating_sub(1),
            (Content::Drawing, "from") => {
                at.from = false;
                at.cell = at.row.zip(at.column);
            }
            (Content::Drawing, "row" | "col") | (Content::Comments, "author") => {
                at.counted = Counted::Nothing;
            }
            (Content::Drawing | Content::Comments, "t") => at.words = false,
            (Content::Drawing, "p") => at.line(),
            (Content::Drawing, "txBody") => self.close(NoteKind::TextBox, at)?,
            (Content::Thread, "text") => {
                at.words = false;
                self.close(NoteKind::Comment, at)?;
            }
            (Content::Comments, "comment") => {
                at.text = at.text.take().map(|text| plain(&text, at.authors.get(at.author)));
                self.close(NoteKind::Comment, at)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Keeps the open text.
    fn close(&mut self, kind: NoteKind, at: &mut At) -> Result<(), Refused> {
        let Some(text) = at.text.take() else { return Ok(()) };
        let text = self.filled.note(&text)?;
        self.texts.extend(text.map(|text| Note { kind, at: at.cell, text }));
        Ok(())
    }
}

impl At {
    fn take(&mut self, part: &str) {
        let number = || part.trim().parse::<u32>().ok();
        match self.counted {
            Counted::Row => self.row = number(),
            Counted::Column => self.column = number(),
            Counted::Author => {
                if let Some(author) = self.authors.last_mut() {
                    author.push_str(part);
                }
            }
            Counted::Nothing if self.words && self.fallback == 0 => {
                if let Some(text) = &mut self.text {
                    text.push_str(part);
                }
            }
            Counted::Nothing => {}
        }
    }

    fn line(&mut self) {
        if let Some(text) = self.text.as_mut().filter(|text| !text.is_empty()) {
            text.push('\n');
        }
    }
}

fn start(element: &BytesStart<'_>, content: Content, at: &mut At) {
    let cell = || xml::attribute(element, "ref").as_deref().and_then(outline::corner);
    match (content, element.local_name().as_ref()) {
        (Content::Comments, "author") => {
            at.authors.push(String::new());
            at.counted = Counted::Author;
        }
        (Content::Comments, "comment") => {
            at.cell = cell();
            at.author = xml::number(element, "authorId").map_or(usize::MAX, |author| author as usize);
            at.text = Some(String::new());
        }
        (Content::Thread, "threadedComment") => at.cell = cell(),
        (Content::Thread, "text") => {
            at.text = Some(String::new());
            at.words = true;
        }
        (Content::Comments | Content::Drawing, "t") => at.words = true,
        (Content::Drawing, "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor") => {
            at.cell = None;
            (at.row, at.column) = (None, None);
        }
        (Content::Drawing, "from") => at.from = true,
        (Content::Drawing, "row") if at.from => at.counted = Counted::Row,
        (Content::Drawing, "col") if at.from => at.counted = Counted::Column,
        (Content::Drawing, "Fallback") => at.fallback += 1,
        (Content::Drawing, "txBody") => at.text = Some(String::new()),
        (Content::Drawing, "br") => at.line(),
        _ => {}
    }
}

/// True for an element of a sheet that is a header or footer.
pub(super) fn is_margin(name: &str) -> bool {
    matches!(name, "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter")
}

/// The words of a note, without its author's name on top and without what introduces a thread of comments.
fn plain(text: &str, author: Option<&String>) -> String {
    let text = text.trim();
    let named = author.filter(|name| !name.is_empty()).and_then(|name| text.strip_prefix(name.as_str()));
    let text = named.and_then(|rest| rest.trim_start().strip_prefix(':')).unwrap_or(text);
    let thread = text.strip_prefix(THREAD.0).and_then(|rest| rest.split_once(THREAD.1));
    thread.map_or(text, |(_, said)| said).trim().to_owned()
}

/// The words of a header or footer: its parts as lines, without codes for fonts, page numbers and the like.
pub(super) fn margin(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '&' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('&') => out.push('&'),
            Some('"') => while rest.next().is_some_and(|c| c != '"') {},
            Some('L' | 'C' | 'R') => out.push('\n'),
            Some('K') => while rest.next_if(char::is_ascii_hexdigit).is_some() {},
            Some(c) if c.is_ascii_digit() => while rest.next_if(char::is_ascii_digit).is_some() {},
            Some(_) | None => {}
        }
    }
    out
}
