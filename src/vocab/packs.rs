//! The packs that are compiled into the program, and the tables that a pack may have.

use super::pack::Pack;

/// All tables that the program has a use for.
pub(super) const TABLES: &[&str] = &[
    "amount_words.tsv",
    "anchors.tsv",
    "attributes.tsv",
    "body_words.tsv",
    "cities.tsv",
    "countries.tsv",
    "date_columns.tsv",
    "date_words.tsv",
    "departments.tsv",
    "executives.tsv",
    "grammar.tsv",
    "headers.tsv",
    "heads.tsv",
    "international.tsv",
    "introducers.tsv",
    "kind_cues.tsv",
    "kind_names.tsv",
    "kinds.tsv",
    "looks.tsv",
    "matter.tsv",
    "modes.tsv",
    "not_organisations.tsv",
    "organisations.tsv",
    "policies.tsv",
    "questions.tsv",
    "ranks.tsv",
    "regions.tsv",
    "revisions.tsv",
    "rows.tsv",
    "sdgs.tsv",
    "sides.tsv",
    "statuses.tsv",
    "subjects.tsv",
    "thai_bodies.tsv",
    "thai_places.tsv",
    "theme_ignores.tsv",
    "themes.tsv",
    "topics.tsv",
    "traps.tsv",
    "unbroken.tsv",
    "wording.tsv",
];

macro_rules! tables {
    ($folder:literal: $($table:literal)+) => {
        &[$((concat!($table, ".tsv"), include_str!(concat!("packs/", $folder, "/", $table, ".tsv")))),+]
    };
}

/// The language, and the practice of its offices.
const TH: &[(&str, &str)] = tables! { "th":
    "amount_words"
    "anchors"
    "attributes"
    "body_words"
    "cities"
    "countries"
    "date_columns"
    "date_words"
    "grammar"
    "headers"
    "heads"
    "international"
    "introducers"
    "kind_cues"
    "kind_names"
    "kinds"
    "looks"
    "matter"
    "modes"
    "not_organisations"
    "organisations"
    "questions"
    "ranks"
    "regions"
    "revisions"
    "rows"
    "sdgs"
    "sides"
    "statuses"
    "subjects"
    "thai_bodies"
    "thai_places"
    "theme_ignores"
    "themes"
    "topics"
    "traps"
    "unbroken"
    "wording"
};

/// The city.
const BMA: &[(&str, &str)] = tables! { "bma":
    "anchors"
    "departments"
    "executives"
    "grammar"
    "headers"
    "kinds"
    "matter"
    "policies"
    "ranks"
    "rows"
    "theme_ignores"
    "traps"
    "unbroken"
    "wording"
};

/// The word list of the language, as `build.rs` makes it of `th/thai_words.tsv`.
const WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/thai_words.fst"));

/// The packs, the language first.
pub(super) fn built_in() -> [Pack; 2] {
    [Pack::compiled("th", TH, Some(WORDS)), Pack::compiled("bma", BMA, None)]
}
