//! Tables of words with a meaning: kinds, themes, statuses, ranks and the like.

use super::pack::{BadPack, Row, Tables, code};
use super::phrase::{Claim, Phrase};
use crate::model::{Kind, Mode, Rank, Status, Theme, codes};
use crate::thai::fold;
use std::collections::BTreeMap;
use std::ops::Index;

/// A table of words, each row with its meaning. `Scan` tells which of the words stand in a text.
#[derive(Debug)]
pub struct Words<R> {
    pub(super) listed: Listed,
    rows: Vec<R>,
}

/// The words of a table.
#[derive(Debug)]
pub(super) struct Listed {
    /// The table's place in the scan.
    pub layer: usize,
    /// Each word with the rows that have it.
    pub words: Vec<(&'static str, Vec<usize>)>,
}

/// A word of a table found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Row of the table that has the word. A word of several rows gives a hit for each.
    pub row: usize,
}

impl<R> Words<R> {
    /// Reads the rows of a table with what `meaning` makes of each; `column` holds the words.
    fn of(
        tables: Tables,
        (layer, table): (usize, &'static str),
        columns: &'static [&'static str],
        column: usize,
        meaning: impl Fn(&Row) -> Result<R, BadPack>,
    ) -> Result<Self, BadPack> {
        let mut rows = tables.rows(table, columns)?;
        if columns.first() == Some(&ORDER) {
            // Several packs together are in one order.
            rows.sort_by_key(|row| row.field(0));
        }
        let mut by_word: BTreeMap<String, (&'static str, Vec<usize>)> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            for word in row.list(column) {
                let owners = &mut by_word.entry(fold(word)).or_insert((word, Vec::new())).1;
                if !owners.contains(&at) {
                    owners.push(at);
                }
            }
        }
        let rows = rows.iter().map(meaning).collect::<Result<_, _>>()?;
        Ok(Self { listed: Listed { layer, words: by_word.into_values().collect() }, rows })
    }
}

/// What the row of a word says.
impl<R> Index<&Hit> for Words<R> {
    type Output = R;

    fn index(&self, hit: &Hit) -> &R {
        &self.rows[hit.row]
    }
}

impl Listed {
    /// The words as phrases to look for, each standing for its place in the list.
    pub(super) fn phrases(&self) -> impl Iterator<Item = Phrase<usize>> {
        self.words.iter().enumerate().map(|(at, (word, _))| Phrase {
            words: word.trim_start_matches(WHOLE),
            means: at,
            claim: claim(word),
            layer: self.layer,
        })
    }
}

/// A table with this column has its rows in its order.
const ORDER: &str = "order";

/// A word with this sign before it counts only as a whole word.
const WHOLE: char = '=';

/// Short acronyms need their capitals.
fn claim(word: &str) -> Claim {
    if word.starts_with(WHOLE) {
        return Claim::Whole;
    }
    let short = word.chars().count() <= 4 && word.chars().all(|c| c.is_ascii_uppercase());
    if short { Claim::Capitals } else { Claim::Plain }
}

/// A rule by which a word tells the kind of an engagement.
#[derive(Debug)]
pub struct KindRule {
    /// The kind.
    pub kind: Kind,
    /// When the rule is asked.
    pub tier: Tier,
    /// True if the wording has no other meaning.
    pub certain: bool,
    /// One of these must hold, if there are any.
    pub with: Vec<Condition>,
    /// None of these may hold.
    pub without: Vec<Condition>,
}

codes! {
    /// When a rule for a kind is asked.
    Tier {
        /// Before all others, in the order of the table.
        Strong = "strong",
        /// Then, by which word comes first.
        First = "first",
        /// Where no other rule told the kind.
        Light = "light",
        /// Never: its words only keep shorter ones from being found.
        Ignore = "ignore",
    }
}

codes! {
    /// Whether a wording has one meaning.
    Sure {
        /// It has no other meaning.
        Certain = "certain",
        /// It may mean something else.
        Likely = "likely",
    }
}

/// What must or must not be, beside a rule's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The title has this word, in folded form.
    Word(String),
    /// This is known of the record.
    Known(Known),
}

codes! {
    /// What can be known of a record before its kind.
    Known {
        /// It happens abroad.
        Abroad = "@abroad",
        /// An ambassador or consul takes part.
        Envoy = "@envoy",
        /// A foreign side is named.
        Foreign = "@foreign",
        /// A delegation is named.
        Inbound = "@inbound",
        /// It stands in a register of letters.
        Letter = "@letter",
        /// The city's own people go to a foreign side.
        Outward = "@outward",
    }
}

codes! {
    /// In which texts a word tells the status.
    Where {
        /// In all.
        Any = "any",
        /// In the headings above a row: what is below is a plan, or tells what was done.
        Plan = "plan",
        /// In remarks and outcomes.
        Remark = "remark",
        /// In the report's own column.
        Status = "status",
        /// In the title.
        Title = "title",
    }
}

codes! {
    /// Who can stand on the foreign side.
    Party {
        /// A city's government or its head.
        City = "city",
        /// A delegation.
        Delegation = "delegation",
        /// An ambassador or consul.
        Envoy = "envoy",
        /// A ministry, or who belongs to one.
        Government = "government",
        /// An embassy, a consulate.
        Mission = "mission",
        /// A company, school or association.
        Private = "private",
    }
}

impl Party {
    /// True for an embassy, an office that stands for one, or an envoy.
    pub fn is_mission(self) -> bool {
        matches!(self, Self::Mission | Self::Envoy)
    }
}

/// Columns of the table of executives.
const EXECUTIVE_COLUMNS: &[&str] = &["name", "english", "branch", "rank", "aliases"];

/// An executive of the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Executive {
    /// Title in Thai.
    pub thai: &'static str,
    /// Title in English.
    pub english: &'static str,
    /// Of whom.
    pub branch: Branch,
    /// Place in the order of precedence, the first being 1.
    pub rank: u32,
}

fn executive(row: &Row) -> Result<Executive, BadPack> {
    let (thai, english, branch, rank) = (row.word(0)?, row.word(1)?, code!(row, 2, Branch)?, row.number(3)?);
    Ok(Executive { thai, english, branch, rank })
}

codes! {
    /// Of whom an executive of the city is one: the two receive guests apart.
    Branch {
        /// Of the council.
        Council = "council",
        /// Of the governor and the offices under the governor.
        Governor = "governor",
    }
}

codes! {
    /// What a word says about whether an activity is international.
    Says {
        /// It is something that is done with others.
        Act = "act",
        /// It may be.
        Maybe = "maybe",
        /// It is not.
        No = "no",
        /// It is.
        Yes = "yes",
    }
}

/// A rule on what is international.
#[derive(Debug)]
pub struct InternationalRule {
    /// What its words say.
    pub says: Says,
    /// Its name, as reasons give it.
    pub rule: &'static str,
}

codes! {
    /// What sort of word makes a country's name an attribute.
    Attribute {
        /// Of residents' descent.
        Descent = "descent",
        /// A disease.
        Disease = "disease",
        /// A dish.
        Food = "food",
        /// A language.
        Language = "language",
        /// Where a thing is from.
        Origin = "origin",
        /// A people.
        People = "people",
        /// A place named after a country.
        Place = "place",
        /// A style.
        Style = "style",
    }
}

codes! {
    /// What follows a word that ends what a title says was done.
    Topic {
        /// Why it was done.
        Purpose = "purpose",
        /// What it was about.
        Subject = "subject",
    }
}

/// What a table of ranks or statuses calls words that only look like one.
const IGNORE: &str = "ignore";

/// All tables of words.
#[derive(Debug)]
pub struct WordTables {
    /// Kinds of engagement.
    pub kinds: Words<KindRule>,
    /// Kinds as columns and sections name them.
    pub kind_names: Words<Kind>,
    /// Themes.
    pub themes: Words<Theme>,
    /// Words that only look like a theme's.
    pub theme_ignores: Words<()>,
    /// Statuses, and in which texts their words count; without a status, words that only look like one's.
    pub statuses: Words<(Option<Status>, Where)>,
    /// Modes.
    pub modes: Words<Mode>,
    /// Ranks of counterparts; `None` for words that only look like one's.
    pub ranks: Words<Option<Rank>>,
    /// Policy areas: their names.
    pub policies: Words<&'static str>,
    /// SDGs: their numbers.
    pub sdgs: Words<u8>,
    /// The city's executives.
    pub executives: Words<Executive>,
    /// Who can stand on the foreign side.
    pub sides: Words<Party>,
    /// What is international.
    pub international: Words<InternationalRule>,
    /// Words that make a country's name an attribute.
    pub attributes: Words<Attribute>,
    /// Words that begin or end the name of a body.
    pub body_words: Words<()>,
    /// Words after which the subject or the reason of an activity follows.
    pub topics: Words<Topic>,
}

impl WordTables {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let either = |row: &Row| row.field(0) == IGNORE;
        Ok(Self {
            kinds: Words::of(tables, (0, "kinds.tsv"), KIND_COLUMNS, 4, kind_rule)?,
            kind_names: Words::of(tables, (1, "kind_names.tsv"), &["kind", "words"], 1, |row| {
                code!(row, 0, Kind)
            })?,
            themes: Words::of(tables, (2, "themes.tsv"), &["theme", "words"], 1, |row| code!(row, 0, Theme))?,
            theme_ignores: Words::of(tables, (3, "theme_ignores.tsv"), &["words"], 0, |_| Ok(()))?,
            statuses: Words::of(tables, (4, "statuses.tsv"), &["status", "where", "words"], 2, |row| {
                let status = if either(row) { None } else { Some(code!(row, 0, Status)?) };
                Ok((status, code!(row, 1, Where)?))
            })?,
            modes: Words::of(tables, (5, "modes.tsv"), &["mode", "words"], 1, |row| code!(row, 0, Mode))?,
            ranks: Words::of(tables, (6, "ranks.tsv"), &["rank", "words"], 1, |row| {
                if either(row) { Ok(None) } else { code!(row, 0, Rank).map(Some) }
            })?,
            policies: Words::of(tables, (7, "policies.tsv"), &["name", "aliases"], 1, |row| row.word(0))?,
            sdgs: Words::of(tables, (8, "sdgs.tsv"), &["number", "names"], 1, |row| row.number(0))?,
            executives: Words::of(tables, (9, "executives.tsv"), EXECUTIVE_COLUMNS, 4, executive)?,
            sides: Words::of(tables, (10, "sides.tsv"), &["side", "words"], 1, |row| code!(row, 0, Party))?,
            international: Words::of(
                tables,
                (11, "international.tsv"),
                &["verdict", "rule", "words"],
                2,
                |row| Ok(InternationalRule { says: code!(row, 0, Says)?, rule: row.word(1)? }),
            )?,
            attributes: Words::of(tables, (12, "attributes.tsv"), &["sort", "words"], 1, |row| {
                code!(row, 0, Attribute)
            })?,
            body_words: Words::of(tables, (13, "body_words.tsv"), &["sort", "words"], 1, |_| Ok(()))?,
            topics: Words::of(tables, (14, "topics.tsv"), &["sort", "words"], 1, |row| code!(row, 0, Topic))?,
        })
    }

    /// The words of all tables, each at the place of its layer.
    pub(super) fn all(&self) -> [&Listed; 15] {
        [
            &self.kinds.listed,
            &self.kind_names.listed,
            &self.themes.listed,
            &self.theme_ignores.listed,
            &self.statuses.listed,
            &self.modes.listed,
            &self.ranks.listed,
            &self.policies.listed,
            &self.sdgs.listed,
            &self.executives.listed,
            &self.sides.listed,
            &self.international.listed,
            &self.attributes.listed,
            &self.body_words.listed,
            &self.topics.listed,
        ]
    }
}

const KIND_COLUMNS: &[&str] = &[ORDER, "kind", "tier", "sure", "words", "with", "without"];

fn kind_rule(row: &Row) -> Result<KindRule, BadPack> {
    Ok(KindRule {
        kind: code!(row, 1, Kind)?,
        tier: code!(row, 2, Tier)?,
        certain: code!(row, 3, Sure)? == Sure::Certain,
        with: conditions(row, 5)?,
        without: conditions(row, 6)?,
    })
}

/// Conditions: words, and with a sign before them what is known of the record.
fn conditions(row: &Row, column: usize) -> Result<Vec<Condition>, BadPack> {
    let condition = |written: &str| {
        if !written.starts_with('@') {
            return Ok(Condition::Word(fold(written)));
        }
        let known = Known::of(written).map(Condition::Known);
        known.ok_or_else(|| row.not_one_of(column, Known::ALL.iter().map(|known| known.code()).collect()))
    };
    row.list(column).map(condition).collect()
}

#[cfg(test)]
mod tests {
    use crate::vocab::Vocab;

    #[test]
    fn every_table_stands_at_the_place_of_its_layer() {
        for (at, table) in Vocab::built_in().words.all().into_iter().enumerate() {
            assert_eq!(table.layer, at);
        }
    }
}
