//! Small words that tell how a name is meant.

use super::tsv::{field, list, rows};
use std::sync::LazyLock;

/// The small words by their use.
#[derive(Debug)]
pub struct Grammar {
    /// Titles and offices, which are no part of the name of a body that follows.
    pub before_body: Vec<&'static str>,
    /// Words after which a building only tells a place.
    pub beside: Vec<&'static str>,
    /// Words before the last of several names.
    pub listed: Vec<&'static str>,
    /// Small words between the capitalised words of a name.
    pub between_capitals: Vec<&'static str>,
    /// Words in the Latin names of Thai bodies.
    pub domestic: Vec<&'static str>,
    /// Words that only say what sort of place follows.
    pub place_words: Vec<&'static str>,
    /// Words after an envoy that introduce where the envoy is posted.
    pub posted_to: Vec<&'static str>,
    /// Names of Thailand.
    pub thai: Vec<&'static str>,
    /// Words after which a place is where something happens.
    pub located_in: Vec<&'static str>,
    /// Words with which a sentence goes on after a name.
    pub goes_on: Vec<&'static str>,
    /// Words after which the department follows that a service was for.
    pub for_department: Vec<&'static str>,
    /// Words of offices, after which a subject is only what the office is for.
    pub office_of: Vec<&'static str>,
    /// Names of the goals for sustainable development.
    pub goals: Vec<&'static str>,
    /// Words between such a name and the numbers of goals.
    pub goal_number: Vec<&'static str>,
    /// Words before the other side.
    pub partner: Vec<&'static str>,
    /// Words before what is seen, bought or spoken about, or where something is.
    pub object: Vec<&'static str>,
    /// Titles before a person's name.
    pub person_titles: Vec<&'static str>,
    /// Those of them that only foreigners have.
    pub foreign_titles: Vec<&'static str>,
    /// Words of where, behind which a place's name follows.
    pub at: Vec<&'static str>,
    /// Head nouns that only Thai bodies have.
    pub thai_heads: Vec<&'static str>,
    /// Words between those who come and the body that they come from.
    pub of: Vec<&'static str>,
    /// Words for a town, behind which its name follows.
    pub towns: Vec<&'static str>,
    /// Words behind the word for a town that are no name of one.
    pub town_adjectives: Vec<&'static str>,
    /// Words for going to someone.
    pub going: Vec<&'static str>,
    /// Words for the day before.
    pub yesterday: Vec<&'static str>,
    /// Words of embassies and envoys.
    pub envoy: Vec<&'static str>,
    /// Words after a number of states.
    pub nations: Vec<&'static str>,
    /// Words for languages.
    pub language: Vec<&'static str>,
    /// With these words the name of a Thai body ends, whatever else it names.
    pub of_thailand: Vec<&'static str>,
    /// Short forms and words in Latin letters that name no body.
    pub not_bodies: Vec<&'static str>,
    /// Words in headings of columns for the foreign side, in small letters.
    pub foreign_heading: Vec<&'static str>,
    /// Words that go on inside the name of an organisation or ministry.
    pub joins_inside: Vec<&'static str>,
    /// Words in the names of bodies of several countries.
    pub world: Vec<&'static str>,
    /// Words that a name follows without a blank.
    pub introducers: Vec<&'static str>,
}

/// The small words.
pub static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar {
    before_body: words("before_body"),
    beside: words("beside"),
    listed: words("listed"),
    between_capitals: words("between_capitals"),
    domestic: words("domestic"),
    place_words: words("place_word"),
    posted_to: words("posted_to"),
    thai: words("thai"),
    located_in: words("located_in"),
    goes_on: words("goes_on"),
    for_department: words("for_department"),
    office_of: words("office_of"),
    goals: words("goals"),
    goal_number: words("goal_number"),
    partner: words("partner"),
    object: words("object"),
    person_titles: words("person_title"),
    foreign_titles: words("foreign_title"),
    at: words("at"),
    thai_heads: words("thai_head"),
    of: words("of"),
    towns: words("town"),
    town_adjectives: words("town_adjective"),
    going: words("going"),
    yesterday: words("yesterday"),
    envoy: words("envoy"),
    nations: words("nations"),
    language: words("language"),
    of_thailand: words("of_thailand"),
    not_bodies: words("not_body"),
    foreign_heading: words("foreign_heading"),
    joins_inside: words("joins_inside"),
    world: words("world"),
    introducers: rows(include_str!("packs/th/introducers.tsv")).map(|row| field(&row, 0)).collect(),
});

fn words(usage: &str) -> Vec<&'static str> {
    rows(include_str!("packs/th/grammar.tsv"))
        .filter(|row| field(row, 0) == usage)
        .flat_map(|row| list(field(&row, 1)))
        .collect()
}
