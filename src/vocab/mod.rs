//! The words that are looked for, as data: one table a subject, in packs: `th` for the language and the practice of its
//! offices, `bma` for the city. A `Vocab` is built once of all packs in force, and handed to the stages.

pub mod amounts;
pub mod anchors;
pub mod cues;
pub mod finder;
pub mod gazetteer;
pub mod grammar;
pub mod headers;
pub mod heads;
pub mod home;
mod letters;
pub mod looks;
pub mod matter;
pub mod memo;
mod near;
pub mod pack;
mod packs;
pub mod phrase;
pub mod revisions;
pub mod rows;
pub mod scan;
mod search;
pub mod segment;
pub mod subjects;
mod trie;
pub mod tsv;
mod word_list;
pub mod wording;
pub mod words;

use crate::digest::sha256;
use amounts::AmountWords;
use anchors::Anchors;
use cues::Cues;
use gazetteer::{Gazetteer, Name};
use grammar::Grammar;
use headers::Headers;
use heads::Heads;
use home::Home;
use letters::Alphabet;
use looks::Looks;
use matter::Matter;
use memo::{VocabId, VocabMemo};
use pack::{BadPack, Fault, Pack, Tables};
use phrase::Found;
use revisions::Revisions;
use rows::RowWords;
use scan::{Scan, Scanner};
use segment::WordList;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::OnceLock;
use subjects::Subjects;
use wording::Wordings;
use words::WordTables;

/// Digits of a digest.
const DIGEST: usize = 12;

/// What the words mean that reports are written in: a handle on the tables of the packs in force, which is copied to
/// whoever asks. The tables stay in memory as long as the process, as the packs' texts do: what is understood points
/// into them, and a process has one vocabulary or two.
#[derive(Clone, Copy)]
pub struct Vocab {
    parts: &'static Parts,
}

/// All tables of a vocabulary, each as its own type.
///
/// What only some runs need, such as the search for all names at once, is made when it is first asked for.
#[derive(Debug)]
pub struct Parts {
    id: VocabId,
    /// Words beside numbers.
    pub amounts: AmountWords,
    /// Phrases in running text that open or surround a field.
    pub anchors: Anchors,
    /// Small words that tell how a name is meant.
    pub grammar: Grammar,
    /// Headings of columns and labels of forms.
    pub headers: Headers,
    /// Head nouns of bodies' names.
    pub heads: Heads,
    /// Places and bodies at home.
    pub home: Home,
    /// Words that speak for a kind.
    pub cues: Cues,
    /// How foreign a name looks.
    pub looks: Looks,
    /// Words of a title that say nothing of its matter.
    pub matter: Matter,
    /// What activities are about.
    pub subjects: Subjects,
    /// Countries, cities, bodies, departments.
    pub names: Gazetteer,
    /// Which version of a report one is.
    pub revisions: Revisions,
    /// Rows that are no records.
    pub rows: RowWords,
    /// Words that lines must not break in.
    pub unbroken: Vec<&'static str>,
    /// The word list of the language.
    pub word_list: WordList,
    /// How texts are worded.
    pub wording: Wordings,
    /// Kinds, themes, statuses and the like.
    pub words: WordTables,
    packs: Vec<Pack>,
    alphabet: Alphabet,
    scanner: OnceLock<Scanner>,
    digest: OnceLock<String>,
}

impl Vocab {
    /// The vocabulary of these packs together.
    ///
    /// # Errors
    /// If a table is missing, or a row of one cannot be understood: the first of them.
    pub fn of(packs: &[Pack]) -> Result<Self, BadPack> {
        let tables = Tables::of(packs, packs::TABLES)?;
        let id = VocabId::next();
        let (words, names, grammar) = (WordTables::of(tables)?, Gazetteer::of(tables)?, Grammar::of(tables)?);
        let alphabet = scan::alphabet(&words, &names, &grammar).map_err(|letters| BadPack {
            pack: String::new(),
            table: String::new(),
            line: 0,
            fault: Fault::Letters { found: letters.into_iter().collect() },
        })?;
        let unbroken = tables.rows("unbroken.tsv", &["word"])?.iter().map(|row| row.field(0)).collect();
        let parts = Parts {
            id,
            amounts: AmountWords::of(tables)?,
            anchors: Anchors::of(tables)?,
            grammar,
            headers: Headers::of(tables)?,
            heads: Heads::of(tables)?,
            home: Home::of(tables)?,
            cues: Cues::of(tables)?,
            looks: Looks::of(tables)?,
            matter: Matter::of(tables)?,
            subjects: Subjects::of(tables)?,
            names,
            revisions: Revisions::of(tables)?,
            rows: RowWords::of(tables, id)?,
            unbroken,
            word_list: WordList::of(tables, id)?,
            wording: Wordings::of(tables)?,
            words,
            packs: packs.to_vec(),
            alphabet,
            scanner: OnceLock::new(),
            digest: OnceLock::new(),
        };
        Ok(Self { parts: Box::leak(Box::new(parts)) })
    }

    /// The vocabulary of the packs that are compiled into the program.
    ///
    /// # Panics
    /// If they cannot be read, which the tests exclude.
    pub fn built_in() -> Self {
        static BUILT_IN: OnceLock<Vocab> = OnceLock::new();
        *BUILT_IN.get_or_init(|| {
            Self::of(&packs::built_in()).unwrap_or_else(|bad| panic!("the program's own pack: {bad:?}"))
        })
    }

    /// This vocabulary with a pack more of these tables, which adds to what the others say.
    ///
    /// # Errors
    /// If they make no vocabulary.
    pub fn with(self, pack: &str, tables: &[(String, String)]) -> Result<Self, BadPack> {
        let mut packs = self.parts.packs.clone();
        packs.push(Pack::new(pack, tables.to_vec())?);
        Self::of(&packs)
    }

    /// The tables of the packs that are not the program's own, a pack each with its name: what another process of the
    /// program needs beside its own to understand the same.
    pub fn added(self) -> Vec<(String, Vec<(String, String)>)> {
        let added = self.parts.packs.iter().filter(|pack| !pack.is_built_in());
        added.map(|pack| (pack.name.clone(), pack.tables())).collect()
    }

    /// True if every letter of a text can be told from the others.
    pub fn has_letters(self, text: &str) -> bool {
        self.parts.alphabet.has(text)
    }

    /// The fingerprint of all that its packs say, in hexadecimal digits: told in the outputs.
    pub fn digest(self) -> &'static str {
        self.parts.digest.get_or_init(|| fingerprint(&self.parts.packs))
    }

    /// Its tables, with what lives as long as the process.
    pub fn parts(self) -> &'static Parts {
        self.parts
    }

    /// Tells it from every other vocabulary of the process.
    pub fn id(self) -> VocabId {
        self.id
    }

    /// What stands in a text in normal form: looked through once, however often it is asked about.
    pub fn scan(self, text: &str) -> Rc<Scan> {
        thread_local! { static KNOWN: VocabMemo<Rc<Scan>> = VocabMemo::default(); }
        KNOWN.with(|known| known.of(self.id, text, || Rc::new(self.scanned(text))))
    }

    fn scanned(self, text: &str) -> Scan {
        let made = || Scanner::new(&self.alphabet, &self.words, &self.names, &self.grammar);
        self.scanner.get_or_init(made).scan(&self.words, &self.word_list, text)
    }

    /// All names in a text in normal form, ordered by place, none overlapping another.
    pub fn names_in(self, text: &str) -> Vec<Found<Name>> {
        self.scan(text).names.clone()
    }
}

/// The fingerprint of the fingerprints of all tables with their names.
fn fingerprint(packs: &[Pack]) -> String {
    let mut all = String::new();
    for pack in packs {
        for (table, bytes) in pack.parts() {
            all.extend([pack.name.as_str(), "/", table, " ", &sha256(bytes), "\n"]);
        }
    }
    sha256(all.as_bytes()).chars().take(DIGEST).collect()
}

impl Deref for Vocab {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.parts
    }
}

impl fmt::Debug for Vocab {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Vocab").field(&self.id).finish()
    }
}
