//! A vocabulary is made of packs: those of the program, and those of another city, with no change of code.

use focalpoint::extract::extract;
use focalpoint::inbox;
use focalpoint::labels::{Lang, packs::bad};
use focalpoint::model::{Format, International, Kind, Report, Understood};
use focalpoint::normalise::{Normalised, normalise};
use focalpoint::read::read;
use focalpoint::vocab::Vocab;
use focalpoint::vocab::pack::{BadPack, Fault, Pack};
use std::path::{Path, PathBuf};

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The pack of the language, from its folder.
fn language() -> Pack {
    inbox::pack(&folder("src/vocab/packs/th")).unwrap()
}

fn lakeside() -> Vocab {
    Vocab::of(&[language(), inbox::pack(&folder("tests/vocab/packs/lakeside")).unwrap()]).unwrap()
}

/// What is understood of a small report.
fn understood(vocab: Vocab) -> Normalised {
    let text = "รายงานของสำนักลำคลองนครริมบึง\nลำดับ,วันที่,กิจกรรม,หน่วยงานต่างประเทศ\n\
                1,5 ม.ค. 2566,ร่วมพิธีลอยเรือมิตรภาพ,สถานเอกอัครราชทูตญี่ปุ่น\n\
                2,9 ม.ค. 2566,หารือเรื่องคูคลอง,สถานเอกอัครราชทูตเนเธอร์แลนด์\n";
    let file = "report.csv";
    let report =
        Report { file: file.to_owned(), size: text.len() as u64, sha256: String::new(), format: Format::Csv };
    let document = read(&report, text.as_bytes()).unwrap().document;
    normalise(vocab, file, &extract(vocab, file, &document))
}

fn kinds(found: &Normalised) -> Vec<Kind> {
    found.understood.iter().map(|one| one.engagement.kind.value).collect()
}

#[test]
fn the_folders_of_the_packs_are_what_is_compiled_in() {
    let read = Vocab::of(&[language(), inbox::pack(&folder("src/vocab/packs/bma")).unwrap()]).unwrap();
    assert_eq!(read.digest(), Vocab::built_in().digest());
}

#[test]
fn another_city_is_another_pack() {
    let found = understood(lakeside());
    assert_eq!(found.department.as_deref(), Some("CANALS"));
    assert_eq!(kinds(&found), [Kind::CulturalEvent, Kind::Meeting]);
    let countries = |one: &Understood| one.engagement.countries.value.clone();
    assert_eq!(found.understood.iter().map(countries).collect::<Vec<_>>(), [["JP"], ["NL"]]);
    assert!(found.understood.iter().all(|one| one.verdict.international == International::Yes));
    assert!(lakeside().names.department_of("IAO").is_none(), "no other city's departments");
}

#[test]
fn two_vocabularies_of_one_process_are_not_mixed_up() {
    // The same texts on the same thread, so that what is remembered under one would be taken for the other's.
    let (first, second) = (lakeside(), Vocab::built_in());
    for _ in 0..2 {
        assert_eq!(understood(first).department.as_deref(), Some("CANALS"));
        assert_eq!(understood(second).department, None);
        assert_eq!(kinds(&understood(first))[0], Kind::CulturalEvent);
        assert_eq!(kinds(&understood(second))[0], Kind::Ceremony);
    }
    assert_ne!(first.digest(), second.digest());
}

/// Why the language with one more table makes no vocabulary.
fn refused(table: &str, text: &str) -> BadPack {
    let pack = Pack::new("own", vec![(table.to_owned(), text.to_owned())]);
    pack.and_then(|pack| Vocab::of(&[language(), inbox::pack(&folder("src/vocab/packs/bma")).unwrap(), pack]))
        .err()
        .unwrap()
}

#[test]
fn a_damaged_pack_is_refused_in_words_with_its_place() {
    let cases = [
        (
            "heads.tsv",
            "head\tsort\tplace\tsource\n# a comment\nสภา\tcouncill\tfirst\town\n",
            3,
            ["own/heads.tsv", "councill", "university"],
        ),
        ("heads.tsv", "head\tsort\nสภา\tcity\n", 1, ["own/heads.tsv", "head, sort, place", "1"]),
        ("heads.tsv", "head\tsort\tplace\tsource\nสภา\tcity\n", 2, ["own/heads.tsv", "2", "4"]),
        ("heads.tsv", "head\tsort\tplace\tsource\n\tcity\tfirst\town\n", 2, ["own/heads.tsv", "head", "2"]),
        (
            "headers.tsv",
            "word\trole\trank\tuse\nวาระ\tactivity\t-1\twhole\n",
            2,
            ["own/headers.tsv", "rank", "-1"],
        ),
        (
            "cities.tsv",
            "name\tcountry\tsister\taliases\tweak\tsource\nAtlantis\tQQ\t\tAtlantis\t\town\n",
            2,
            ["own/cities.tsv", "country", "QQ"],
        ),
        (
            "kinds.tsv",
            "order\tkind\ttier\tsure\twords\twith\twithout\n1\tother\tfirst\tlikely\tก\t@noon\t\n",
            2,
            ["own/kinds.tsv", "@noon", "@envoy"],
        ),
        ("head.tsv", "head\n", 0, ["own/head.tsv", "heads.tsv", ""]),
        ("thai_words.tsv", "word\tcount\nคลอง\tmany\n", 0, ["own/thai_words.tsv", "many", ""]),
    ];
    for (table, text, line, words) in cases {
        let problem = refused(table, text);
        assert_eq!(problem.line, line, "{table}: {problem:?}");
        for lang in [Lang::Th, Lang::En] {
            let said = bad(lang, &problem);
            for word in words {
                assert!(said.contains(word), "{word}: {said}");
            }
        }
    }
}

#[test]
fn what_is_too_much_is_refused() {
    let long = "x".repeat(focalpoint::vocab::pack::TABLE_BYTES + 1);
    assert!(matches!(refused("heads.tsv", &long).fault, Fault::TooLong { .. }));
    let letters: String = ('\u{430}'..'\u{460}').collect();
    let regions = format!("name\taliases\tsource\nCyrillia\t{letters}\town\n");
    assert!(matches!(refused("regions.tsv", &regions).fault, Fault::Letters { .. }));
    assert!(matches!(Vocab::of(&[]).err().unwrap().fault, Fault::MissingTable));
}

#[test]
fn a_folder_that_is_none_is_said() {
    let problem = inbox::pack(&folder("tests/vocab/packs/nowhere")).err().unwrap();
    assert!(matches!(problem.fault, Fault::Unreadable { .. }), "{problem:?}");
}
