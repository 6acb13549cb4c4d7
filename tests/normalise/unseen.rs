//! Names that stand in no table, as departments would write them, and ordinary city work without a foreign side: what
//! is foreign is never filed as domestic in silence, and what is not is neither taken nor asked about. The lists were
//! written by hands that knew neither the vocabularies nor the rules.

use focalpoint::model::International;
use focalpoint::normalise::understand_text;
use focalpoint::vocab::Vocab;

/// Of the wordings of unseen names so many may be filed as domestic, in hundredths.
const LOST: usize = 5;
/// Of ordinary lines so many may be asked about, in hundredths.
const ASKED: usize = 3;

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

#[test]
fn a_side_that_no_table_knows_is_taken_or_asked_about() {
    let frames: Vec<Vec<&str>> = rows(include_str!("unseen/frames.tsv")).collect();
    let mut all = 0;
    let mut lost = Vec::new();
    for name in rows(include_str!("unseen/names.tsv")) {
        for frame in frames.iter().filter(|frame| frame[..2] == name[1..3]) {
            let line = frame[2].replace("{}", name[0]);
            all += 1;
            if understand_text(Vocab::built_in(), &line, None, None).verdict.international
                == International::No
            {
                lost.push(line);
            }
        }
    }
    assert!(all >= 1_000, "{all} lines");
    assert!(lost.len() * 100 <= all * LOST, "{} of {all} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn ordinary_city_work_is_neither_taken_nor_asked_about() {
    let lines: Vec<&str> = include_str!("unseen/ordinary.txt").lines().collect();
    let of = |wanted: International| {
        let decided = |line: &&&str| {
            understand_text(Vocab::built_in(), line, None, None).verdict.international == wanted
        };
        lines.iter().filter(decided).copied().collect::<Vec<&str>>()
    };
    let (taken, asked) = (of(International::Yes), of(International::Unsure));
    assert!(taken.is_empty(), "taken:\n{}", taken.join("\n"));
    assert!(asked.len() * 100 <= lines.len() * ASKED, "asked:\n{}", asked.join("\n"));
}
