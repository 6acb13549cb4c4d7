//! Packs of tables: what the words of a language or of a city mean. One folder a pack, one file a table.
//!
//! Tables of the same name in several packs are one table, in the order of the packs: a city's pack adds its own words
//! to those of the language.

use super::word_list;
use std::fmt::Write;

/// A table has no more bytes, so that whatever is made of it fits.
pub const TABLE_BYTES: usize = 8 << 20;

/// The tables of one pack.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Its name, as problems and settings call it.
    pub name: String,
    /// Each table with its text, ordered by name.
    tables: Vec<(String, &'static str)>,
    /// The word list, as it is searched.
    words: Option<&'static [u8]>,
    /// True for a pack of the program, every row of which its tests read.
    tested: bool,
}

/// Why packs make no vocabulary, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPack {
    /// The pack; empty where it is all of them.
    pub pack: String,
    /// The table.
    pub table: String,
    /// The line, 1-based; 0 for the table as a whole.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The folder or file cannot be read; the system's own words.
    Unreadable { detail: String },
    /// The program has no use for a table of this name.
    UnknownTable { known: Vec<&'static str> },
    /// No pack has the table.
    MissingTable,
    /// The table is too long.
    TooLong { most: usize },
    /// The heading line does not name the columns.
    Heading { columns: Vec<&'static str> },
    /// A row has too few or too many fields.
    Fields { wanted: usize, found: usize },
    /// A field must not be empty.
    Empty { column: &'static str },
    /// A field names nothing that the column can hold.
    NotOneOf { column: &'static str, found: String, known: Vec<&'static str> },
    /// A field is not a number.
    NoNumber { column: &'static str, found: String },
    /// The words have more letters beyond Thai and ASCII than can be told apart.
    Letters { found: String },
    /// The word list cannot be made into what is searched.
    WordList { detail: String },
}

impl Pack {
    /// A pack of these tables, each with its name (`heads.tsv`) and its text. The texts stay in memory as long as the
    /// process, because everything that is understood points into them: a process loads few packs, once.
    ///
    /// # Errors
    /// If a table is too long, or the word list is none.
    pub fn new(name: &str, tables: Vec<(String, String)>) -> Result<Self, BadPack> {
        let mut pack = Self { name: name.to_owned(), tables: Vec::new(), words: None, tested: false };
        for (table, text) in tables {
            let bad = |fault| BadPack { pack: name.to_owned(), table: table.clone(), line: 0, fault };
            if text.len() > TABLE_BYTES {
                return Err(bad(Fault::TooLong { most: TABLE_BYTES }));
            }
            if table == WORD_LIST {
                let made = word_list::compile(&text).map_err(|detail| bad(Fault::WordList { detail }))?;
                pack.words = Some(Vec::leak(made));
            } else {
                pack.tables.push((table, String::leak(text)));
            }
        }
        pack.tables.sort();
        Ok(pack)
    }

    /// A pack that was compiled into the program.
    pub(super) fn compiled(
        name: &str,
        tables: &[(&str, &'static str)],
        words: Option<&'static [u8]>,
    ) -> Self {
        let mut tables: Vec<_> = tables.iter().map(|(table, text)| ((*table).to_owned(), *text)).collect();
        tables.sort();
        Self { name: name.to_owned(), tables, words, tested: true }
    }

    /// True for a pack of the program.
    pub(super) fn is_built_in(&self) -> bool {
        self.tested
    }

    /// Its tables, each with its name and its text.
    pub(super) fn tables(&self) -> Vec<(String, String)> {
        self.tables.iter().map(|(table, text)| (table.clone(), (*text).to_owned())).collect()
    }

    /// Everything that it says, for a digest: each table's name and text, then the word list.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let tables = self.tables.iter().map(|(table, text)| (table.as_str(), text.as_bytes()));
        tables.chain(self.words.map(|words| (WORD_LIST, words)))
    }
}

/// The table of words and how often they are used, which is searched in another form than it is written.
const WORD_LIST: &str = "thai_words.tsv";

/// All tables of the packs in force.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tables<'a> {
    packs: &'a [Pack],
}

impl<'a> Tables<'a> {
    /// The tables of these packs. `known` are those that the program has a use for.
    pub(super) fn of(packs: &'a [Pack], known: &[&'static str]) -> Result<Self, BadPack> {
        for pack in packs {
            if let Some((table, _)) = pack.tables.iter().find(|(table, _)| !known.contains(&table.as_str())) {
                let fault = Fault::UnknownTable { known: known.to_vec() };
                return Err(BadPack { pack: pack.name.clone(), table: table.clone(), line: 0, fault });
            }
        }
        Ok(Self { packs })
    }

    /// The word list: that of the last pack that has one.
    pub(super) fn words(&self) -> Result<&'static [u8], BadPack> {
        let found = self.packs.iter().rev().find_map(|pack| pack.words);
        found.ok_or_else(|| missing(WORD_LIST))
    }

    /// The problem of a word list that cannot be searched.
    pub(super) fn bad_words(detail: &str) -> BadPack {
        BadPack { fault: Fault::WordList { detail: detail.to_owned() }, ..missing(WORD_LIST) }
    }

    /// The rows of a table in all packs. Its heading line begins with these columns; others may follow, as a source.
    pub(super) fn rows(
        &self,
        table: &'static str,
        columns: &'static [&'static str],
    ) -> Result<Vec<Row<'a>>, BadPack> {
        let mut rows = Vec::new();
        let mut found = false;
        for pack in self.packs {
            let texts = pack.tables.iter().filter(|(name, _)| name == table);
            for (_, text) in texts {
                found = true;
                of_text((&pack.name, !pack.tested), table, columns, text, &mut rows)?;
            }
        }
        if !found {
            return Err(missing(table));
        }
        Ok(rows)
    }

    /// A table to be read later. What the tests have not read is read now as well, and every row checked.
    pub(super) fn later(
        &self,
        table: &'static str,
        columns: &'static [&'static str],
        check: impl Fn(&Row) -> Result<(), BadPack>,
    ) -> Result<Later, BadPack> {
        let unread: Vec<Pack> = self.packs.iter().filter(|pack| !pack.tested).cloned().collect();
        let read = Tables { packs: &unread };
        if unread.iter().any(|pack| pack.tables.iter().any(|(name, _)| name == table)) {
            read.rows(table, columns)?.iter().try_for_each(check)?;
        }
        let of_pack = |pack: &'a Pack| {
            let texts = pack.tables.iter().filter(|(name, _)| name == table);
            texts.map(|(_, text)| (pack.name.clone(), *text))
        };
        Ok(Later { table, columns, texts: self.packs.iter().flat_map(of_pack).collect() })
    }
}

/// A table that is read when it is first asked for: a long one that few files need.
#[derive(Debug)]
pub(super) struct Later {
    table: &'static str,
    columns: &'static [&'static str],
    /// Its texts, each with the name of its pack.
    texts: Vec<(String, &'static str)>,
}

impl Later {
    /// Its rows.
    pub(super) fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        for (pack, text) in &self.texts {
            if of_text((pack, false), self.table, self.columns, text, &mut rows).is_err() {
                break; // cannot be: `Tables::later` or the tests have read the same text
            }
        }
        rows
    }
}

/// The problem of a table that no pack has.
fn missing(table: &str) -> BadPack {
    BadPack { pack: String::new(), table: table.to_owned(), line: 0, fault: Fault::MissingTable }
}

/// The rows of one text, of a pack with this name that adds to others or not; blank lines and comments (`#`) are none.
fn of_text<'a>(
    (pack, adds): (&'a str, bool),
    table: &'static str,
    columns: &'static [&'static str],
    text: &'static str,
    rows: &mut Vec<Row<'a>>,
) -> Result<(), BadPack> {
    let lines = text.trim_start_matches('\u{feff}').lines().zip(1..);
    let mut lines = lines.filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
    let (heading, number) = lines.next().unwrap_or(("", 0));
    let row = |text, line| Row { pack, adds, table, columns, line, text };
    if !heading.split('\t').zip(columns).filter(|(found, wanted)| found == *wanted).count().eq(&columns.len())
    {
        return Err(row(heading, number).bad(Fault::Heading { columns: columns.to_vec() }));
    }
    let wanted = heading.split('\t').count();
    for (text, number) in lines {
        let row = row(text, number);
        let found = text.split('\t').count();
        if found != wanted {
            return Err(row.bad(Fault::Fields { wanted, found }));
        }
        rows.push(row);
    }
    Ok(())
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pack: &'a str,
    adds: bool,
    table: &'static str,
    columns: &'static [&'static str],
    line: usize,
    text: &'static str,
}

impl Row<'_> {
    /// A field, by its column.
    pub(super) fn field(&self, column: usize) -> &'static str {
        self.text.split('\t').nth(column).unwrap_or("")
    }

    /// The place of what the row is about among what other rows told already, if it is of a pack that adds to those of
    /// the program.
    pub(super) fn place_in<T>(&self, known: &[T], same: impl Fn(&T) -> bool) -> Option<usize> {
        if self.adds { known.iter().position(same) } else { None }
    }

    /// A field that must hold something.
    pub(super) fn word(&self, column: usize) -> Result<&'static str, BadPack> {
        let word = self.field(column);
        if word.is_empty() { Err(self.bad(Fault::Empty { column: self.column(column) })) } else { Ok(word) }
    }

    /// The items of a list field.
    pub(super) fn list(&self, column: usize) -> impl Iterator<Item = &'static str> + use<> {
        super::tsv::list(self.field(column))
    }

    /// A field that is one of a closed list, which `known` names.
    pub(super) fn code<T: Copy>(
        &self,
        column: usize,
        known: &[T],
        of: impl Fn(&str) -> Option<T>,
        code: impl Fn(T) -> &'static str,
    ) -> Result<T, BadPack> {
        of(self.field(column))
            .ok_or_else(|| self.not_one_of(column, known.iter().map(|one| code(*one)).collect()))
    }

    /// The problem of a field that is none of these.
    pub(super) fn not_one_of(&self, column: usize, known: Vec<&'static str>) -> BadPack {
        let found = shortened(self.field(column));
        self.bad(Fault::NotOneOf { column: self.column(column), found, known })
    }

    /// A field that is a number.
    pub(super) fn number<N: std::str::FromStr>(&self, column: usize) -> Result<N, BadPack> {
        let field = self.field(column);
        field
            .parse()
            .map_err(|_| self.bad(Fault::NoNumber { column: self.column(column), found: shortened(field) }))
    }

    fn column(&self, column: usize) -> &'static str {
        self.columns.get(column).copied().unwrap_or("")
    }

    /// A problem of this row.
    pub(super) fn bad(&self, fault: Fault) -> BadPack {
        BadPack { pack: self.pack.to_owned(), table: self.table.to_owned(), line: self.line, fault }
    }
}

/// Letters of a wrong field that are shown at most.
const SHOWN: usize = 60;

fn shortened(field: &str) -> String {
    let mut shown: String = field.chars().take(SHOWN).collect();
    if shown.len() < field.len() {
        // Writing to a string cannot fail.
        let _ = write!(shown, "…");
    }
    shown
}

/// A field that is one of the codes of an enum.
macro_rules! code {
    ($row:expr, $column:expr, $name:ty) => {
        $row.code($column, <$name>::ALL, <$name>::of, <$name>::code)
    };
}
pub(super) use code;

#[cfg(test)]
mod tests {
    use super::super::{Vocab, packs};

    /// What `Tables::later` relies on.
    #[test]
    fn every_row_of_the_programs_own_packs_can_be_read() {
        let read = Vocab::of(&packs::built_in().map(|pack| super::Pack { tested: false, ..pack }));
        assert_eq!(read.err(), None);
    }
}
