//! What changed since the last register that differed.

use super::listing::{Cell, Listing, text};
use crate::labels::workbook::Words;
use crate::labels::{Lang, changes as named, shown};
use crate::model::{Altered, Key, Listed, SinceEdition, Unread};
use crate::vocab::Vocab;
use crate::write::Consolidated;

/// The list of all changes since the last register that differed.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let changes = &result.changes;
    let note = if changes.against.is_some() { words.changes_note } else { words.changes_none };
    let lists = (&changes.new[..], &changes.changed[..], &changes.withdrawn[..]);
    let mut listing = of(result, words, (words.sheet_changes, note), lists);
    listing.rows.splice(0..0, changes.unread.iter().flat_map(|file| missing(result, words, file)));
    listing
}

/// A file that cannot be read, and the entries that are missing for it.
fn missing(result: &Consolidated, words: &Words, file: &Unread) -> Vec<Vec<Cell>> {
    let said = Listed {
        id: String::new(),
        title: named::unread(result.vocab, result.lang, file),
        start: String::new(),
        files: vec![file.file.clone()],
    };
    let rows = std::iter::once(&said).chain(&file.entries);
    rows.map(|entry| whole(result.vocab, result.lang, words.change_unread, entry)).collect()
}

/// The list of all changes since the register of the last month.
pub fn since_month(result: &Consolidated, words: &Words) -> Listing {
    match &result.changes.last_month {
        Some(since) => {
            let lists = (&since.new[..], &since.changed[..], &since.withdrawn[..]);
            of(result, words, (words.sheet_month, words.month_note), lists)
        }
        None => of(result, words, (words.sheet_month, words.month_none), (&[], &[], &[])),
    }
}

/// The list of all changes since the last edition; `None` where there is none.
pub fn since_edition(result: &Consolidated, words: &Words) -> Option<Listing> {
    let SinceEdition { name, since } = result.changes.edition.as_ref()?;
    let lists = (&since.new[..], &since.changed[..], &since.withdrawn[..]);
    let mut listing = of(result, words, (words.sheet_edition, words.changes_note), lists);
    listing.note = named::since_edition(result.lang, name, since.as_of).into();
    Some(listing)
}

/// New entries, other values, withdrawn entries, for a sheet with its note.
fn of(
    result: &Consolidated,
    words: &Words,
    (sheet, note): (&'static str, &'static str),
    (new, changed, withdrawn): (&[Listed], &[Altered], &[Listed]),
) -> Listing {
    let lang = result.lang;
    let mut rows: Vec<Vec<Cell>> =
        new.iter().map(|entry| whole(result.vocab, lang, words.change_new, entry)).collect();
    rows.extend(changed.iter().flat_map(|entry| values(result.vocab, lang, words, entry)));
    rows.extend(withdrawn.iter().map(|entry| whole(result.vocab, lang, words.change_withdrawn, entry)));
    Listing {
        sheet,
        note: note.into(),
        columns: vec![
            (words.sort, 16.0),
            (words.entry_title, 60.0),
            (words.field, 24.0),
            (words.change_from, 44.0),
            (words.change_to, 44.0),
            (words.file, 44.0),
            (words.id, 22.0),
        ],
        printed: 6,
        frozen: 0,
        grouped: 0,
        rows,
    }
}

fn whole(vocab: Vocab, lang: Lang, sort: &'static str, entry: &Listed) -> Vec<Cell> {
    let start = named::value(vocab, lang, Key::Start, &entry.start);
    vec![
        text(sort),
        text(if start.is_empty() { entry.title.clone() } else { format!("{} ({start})", entry.title) }),
        text(""),
        text(""),
        text(""),
        text(entry.files.iter().map(|file| shown(file)).collect::<Vec<_>>().join("\n")),
        text(&entry.id),
    ]
}

fn values<'a>(
    vocab: Vocab,
    lang: Lang,
    words: &'a Words,
    entry: &'a Altered,
) -> impl Iterator<Item = Vec<Cell>> + use<'a> {
    entry.fields.iter().map(move |change| {
        vec![
            text(words.change_changed),
            text(&entry.title),
            text(named::field(lang, change.field)),
            text(named::value(vocab, lang, change.field, &change.from)),
            text(named::value(vocab, lang, change.field, &change.to)),
            text(""),
            text(&entry.id),
        ]
    })
}
