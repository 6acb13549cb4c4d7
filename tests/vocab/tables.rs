//! Every table is sorted, has no row twice, names its source, and no two rows claim the same words.

use focalpoint::model::Reason;
use focalpoint::thai::fold;
use focalpoint::vocab::tsv::{list, rows};
use std::collections::BTreeMap;

/// A table: its name, its text, and the columns that hold words.
type Table = (&'static str, &'static str, &'static [usize]);

macro_rules! table {
    ($file:literal, $words:expr) => {
        ($file, include_str!(concat!("../../src/vocab/packs/", $file)), $words)
    };
}

/// Tables of names, which compete in one search.
const NAMES: &[Table] = &[
    table!("th/countries.tsv", &[6, 7]),
    table!("th/cities.tsv", &[3, 4]),
    table!("th/organisations.tsv", &[3, 4, 5]),
    table!("th/not_organisations.tsv", &[3, 4]),
    table!("bma/departments.tsv", &[6, 7]),
    table!("th/regions.tsv", &[1]),
    table!("th/traps.tsv", &[0]),
    table!("bma/traps.tsv", &[0]),
];

/// Tables of wordings: a wording has one meaning in a table.
const WORDINGS: &[Table] = &[
    table!("th/kind_names.tsv", &[1]),
    table!("th/themes.tsv", &[1]),
    table!("th/theme_ignores.tsv", &[0]),
    table!("bma/theme_ignores.tsv", &[0]),
    table!("th/modes.tsv", &[1]),
    table!("th/ranks.tsv", &[1]),
    table!("bma/ranks.tsv", &[1]),
    table!("bma/policies.tsv", &[1]),
    table!("th/sdgs.tsv", &[1]),
    table!("bma/executives.tsv", &[4]),
    table!("th/attributes.tsv", &[1]),
    table!("th/body_words.tsv", &[1]),
    table!("th/subjects.tsv", &[2]),
    table!("th/topics.tsv", &[0]),
    table!("th/heads.tsv", &[0]),
    table!("th/questions.tsv", &[0]),
    table!("th/introducers.tsv", &[0]),
];

/// Tables where a wording may serve two rows that their conditions tell apart.
const CONDITIONAL: &[Table] = &[
    table!("th/kinds.tsv", &[4]),
    table!("bma/kinds.tsv", &[4]),
    table!("th/statuses.tsv", &[2]),
    table!("th/sides.tsv", &[1]),
    table!("th/international.tsv", &[2]),
    table!("th/grammar.tsv", &[1]),
    table!("bma/grammar.tsv", &[1]),
    table!("th/revisions.tsv", &[2]),
];

fn all() -> impl Iterator<Item = &'static Table> {
    NAMES.iter().chain(WORDINGS).chain(CONDITIONAL)
}

fn lines(table: &'static str) -> Vec<&'static str> {
    table.lines().skip(1).collect()
}

#[test]
fn rows_are_sorted_and_none_stands_twice() {
    for (name, table, _) in all() {
        // Units without a code follow the departments that have one.
        let coded = |line: &&&str| !line.starts_with('\t');
        let lines = lines(table);
        let (with, without): (Vec<&&str>, Vec<&&str>) = lines.iter().partition(|line| coded(line));
        for part in [with, without] {
            for pair in part.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} stands before {:?}", pair[0], pair[1]);
            }
        }
    }
}

#[test]
fn every_row_has_all_columns_and_a_source() {
    for (name, table, _) in all() {
        let columns = table.lines().next().map_or(0, |heading| heading.split('\t').count());
        for row in rows(table) {
            assert_eq!(row.len(), columns, "{name}: {row:?}");
            assert!(
                row.last().is_some_and(|source| !source.trim().is_empty()),
                "{name}: no source in {row:?}"
            );
        }
    }
}

fn owners(tables: &[Table]) -> BTreeMap<String, Vec<String>> {
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, table, columns) in tables {
        for row in rows(table) {
            for column in *columns {
                for word in list(row[*column]) {
                    let key = fold(word);
                    assert!(!key.is_empty(), "{name}: nothing to look for in {word:?}");
                    owners.entry(key).or_default().push(format!("{name}: {} ({word})", row[0]));
                }
            }
        }
    }
    owners
}

#[test]
fn no_name_is_owned_twice() {
    let twice: Vec<_> = owners(NAMES).into_values().filter(|owners| owners.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn no_wording_is_owned_twice_in_its_table() {
    for table in WORDINGS {
        let twice: Vec<_> = owners(&[*table]).into_values().filter(|owners| owners.len() > 1).collect();
        assert!(twice.is_empty(), "{twice:#?}");
    }
}

/// ISO 3166-1 alpha-2, all 249 officially assigned codes.
const ISO: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV \
BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO \
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP \
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU \
MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB \
SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY \
UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

#[test]
fn every_country_is_there_with_its_names() {
    let table: BTreeMap<&str, Vec<&str>> =
        rows(include_str!("../../src/vocab/packs/th/countries.tsv")).map(|row| (row[0], row)).collect();
    for code in ISO.split(' ') {
        let row = table.get(code).unwrap_or_else(|| panic!("{code} is missing"));
        for column in [1, 2, 3] {
            assert!(!row[column].is_empty(), "{code}: a name is missing in {row:?}");
        }
    }
    assert_eq!(table.len(), ISO.split(' ').count() + 1, "ISO 3166-1 and Kosovo");
}

#[test]
fn every_city_and_organisation_belongs_to_a_country_that_exists() {
    let codes: Vec<&str> =
        rows(include_str!("../../src/vocab/packs/th/countries.tsv")).map(|row| row[0]).collect();
    for row in rows(include_str!("../../src/vocab/packs/th/cities.tsv")) {
        assert!(codes.contains(&row[1]), "{row:?}");
    }
    let bodies = [
        include_str!("../../src/vocab/packs/th/organisations.tsv"),
        include_str!("../../src/vocab/packs/th/not_organisations.tsv"),
    ];
    for row in bodies.into_iter().flat_map(rows) {
        assert!(row[2].is_empty() || codes.contains(&row[2]), "{row:?}");
    }
}

#[test]
fn the_tables_are_as_large_as_the_field_needs() {
    let count = |table| rows(table).count();
    assert!(count(include_str!("../../src/vocab/packs/th/cities.tsv")) >= 150);
    assert!(count(include_str!("../../src/vocab/packs/th/organisations.tsv")) >= 200);
    let districts = rows(include_str!("../../src/vocab/packs/bma/departments.tsv"))
        .filter(|row| row[1] == "district")
        .count();
    assert_eq!(districts, 50);
    let level = |name: &str| {
        rows(include_str!("../../src/vocab/packs/bma/departments.tsv")).filter(|row| row[1] == name).count()
    };
    assert!(level("department") >= 16 && level("office") >= 3 && level("subunit") >= 90);
}

#[test]
fn every_rule_on_what_is_international_has_words_for_people() {
    for row in rows(include_str!("../../src/vocab/packs/th/international.tsv")) {
        let rule = row[1];
        let told = focalpoint::labels::reasons::reason(focalpoint::labels::Lang::Th, &Reason::of(rule, "x"));
        assert!(!told.starts_with(rule), "{rule}");
    }
}
