//! Small words that tell how a name is meant.

use super::pack::{BadPack, Tables};

/// Makes the struct of the small words, one field a use of the table.
macro_rules! grammar {
    ($($(#[$meta:meta])* $name:ident = $used:literal;)+) => {
        /// The small words by their use.
        #[derive(Debug, Default)]
        pub struct Grammar {
            $($(#[$meta])* pub $name: Vec<&'static str>,)+
            /// Words that a name follows without a blank.
            pub introducers: Vec<&'static str>,
        }

        impl Grammar {
            pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
                let mut grammar = Self::default();
                for row in tables.rows("grammar.tsv", &["use", "words"])? {
                    let words = match row.field(0) {
                        $($used => &mut grammar.$name,)+
                        _ => return Err(row.not_one_of(0, vec![$($used),+])),
                    };
                    words.extend(row.list(1));
                }
                for row in tables.rows("introducers.tsv", &["word"])? {
                    grammar.introducers.push(row.word(0)?);
                }
                Ok(grammar)
            }
        }
    };
}

grammar! {
    /// Titles and offices, which are no part of the name of a body that follows.
    before_body = "before_body";
    /// Words after which a building only tells a place.
    beside = "beside";
    /// Words before the last of several names.
    listed = "listed";
    /// Small words between the capitalised words of a name.
    between_capitals = "between_capitals";
    /// Words in the Latin names of Thai bodies.
    domestic = "domestic";
    /// Words that only say what sort of place follows.
    place_words = "place_word";
    /// Words after an envoy that introduce where the envoy is posted.
    posted_to = "posted_to";
    /// Names of Thailand.
    thai = "thai";
    /// Words after which a place is where something happens.
    located_in = "located_in";
    /// Words with which a sentence goes on after a name.
    goes_on = "goes_on";
    /// Words after which the department follows that a service was for.
    for_department = "for_department";
    /// Words that only say that what follows is a body.
    bare_head = "bare_head";
    /// Bodies whose name begins those of their own special bodies, by their canonical names.
    general_bodies = "general_body";
    /// Headings of columns for where travellers belong.
    affiliation = "affiliation";
    /// Words that tell of people who meet in person, in small letters.
    in_person = "in_person";
    /// Words after which the department follows that a report is laid before.
    laid_before = "laid_before";
    /// Words of offices, after which a subject is only what the office is for.
    office_of = "office_of";
    /// Names of the goals for sustainable development.
    goals = "goals";
    /// Words between such a name and the numbers of goals.
    goal_number = "goal_number";
    /// Words before the other side.
    partner = "partner";
    /// Words that make a noun of an act.
    nominal = "nominal";
    /// Words before the name of who sends a report.
    department_labels = "department_label";
    /// Words with which names of the city's departments begin.
    department_heads = "department_head";
    /// Words that begin alike and are no department.
    no_departments = "no_department";
    /// Words for talking, after which it may follow what about.
    talking = "talking";
    /// Words before what is seen, bought or spoken about, or where something is.
    object = "object";
    /// Titles before a person's name.
    person_titles = "person_title";
    /// Those of them that only foreigners have.
    foreign_titles = "foreign_title";
    /// Words of where, behind which a place's name follows.
    at = "at";
    /// Head nouns that only Thai bodies have.
    thai_heads = "thai_head";
    /// Words between those who come and the body that they come from.
    of = "of";
    /// Words for a town, behind which its name follows.
    towns = "town";
    /// Words behind the word for a town that are no name of one.
    town_adjectives = "town_adjective";
    /// Words between a noun and its number.
    ordinals = "ordinal";
    /// Words in the name of a congress to which several countries come.
    gatherings = "gathering";
    /// Words for going to someone.
    going = "going";
    /// Words for the day before.
    yesterday = "yesterday";
    /// Words of embassies and envoys.
    envoy = "envoy";
    /// Words after a number of states.
    nations = "nations";
    /// Words for languages.
    language = "language";
    /// With these words the name of a Thai body ends, whatever else it names.
    of_thailand = "of_thailand";
    /// Short forms and words in Latin letters that name no body.
    not_bodies = "not_body";
    /// Words in headings of columns for the foreign side, in small letters.
    foreign_heading = "foreign_heading";
    /// Words that go on inside the name of an organisation or ministry.
    joins_inside = "joins_inside";
    /// Offices before or behind which a name in Latin letters is a person's or says whose the office is.
    person_offices = "person_office";
    /// Words before the town in which an envoy to several states lives.
    residence = "residence";
    /// Signs and words between two languages.
    between_languages = "between_languages";
    /// Words with which a text ends that says that something has been done.
    been_done = "been_done";
    /// Words between who did something and what was done.
    did = "did";
    /// Words for a province, before its name.
    provinces = "province";
    /// Words before a place with the word for what it is: where something happens.
    where_place = "where_place";
    /// Heads of bodies that are not the state's or town's whose name they have.
    of_place = "of_place";
    /// The city's own name in Latin letters, where something is.
    home_towns = "home_town";
    /// Articles, which are no part of a name.
    articles = "article";
    /// Small words behind an event, after which it says whose it is.
    opens_event = "opens_event";
    /// Words of putting something into another language.
    translation = "translation";
    /// What stands in a column of outcomes, obstacles or next steps where there is nothing to say, in small letters.
    says_nothing = "says_nothing";
    /// Words in the names of bodies of several countries.
    world = "world";
}
