//! The summary, read back: pages, fonts, and Thai that can be copied.

use super::invented;
use focalpoint::labels::Lang;
use focalpoint::model::{Block, Body, Entry, Format, Report};
use focalpoint::{read, write};

fn made(entries: Vec<Entry>, lang: Lang) -> Vec<u8> {
    let outputs = write::all(&invented::consolidated(entries, lang)).unwrap();
    assert_eq!(outputs[1].0, "summary.pdf");
    outputs[1].1.clone()
}

/// All text of the pages as the program's own reader finds it, without blanks and line breaks.
fn text(pdf: &[u8]) -> String {
    let report =
        Report { file: "summary.pdf".to_owned(), size: 0, sha256: String::new(), format: Format::Pdf };
    let Ok(opened) = read::read(&report, pdf) else { panic!("the summary cannot be read") };
    let Body::Pages(pages) = opened.document.body else { panic!("no pages") };
    let mut text = String::new();
    for block in pages.into_iter().flat_map(|page| page.blocks) {
        match block {
            Block::Line(line) => text.push_str(&line.text),
            Block::Table(table) => {
                for cell in table.grid.cells.values() {
                    if let focalpoint::model::Value::Text(words) = &cell.value {
                        text.push_str(words);
                    }
                }
            }
        }
    }
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).unwrap().get_pages().len()
}

#[test]
fn thai_comes_back_whole() {
    let text = text(&made(invented::mixed(), Lang::Th));
    // Cut where a word ends, wherever a table's column has no more room.
    let title: String = invented::TITLE.chars().filter(|c| !c.is_whitespace()).collect();
    let (title, _) = title.split_once("ทั้งหมด").unwrap();
    for wanted in [
        title,
        "สรุปงานด้านการต่างประเทศของกรุงเทพมหานคร",
        "มิถุนายน–สิงหาคม2565",
        "องค์การระหว่างประเทศและ",
        "ญี่ปุ่น3ครั้ง",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in:\n{text}");
    }
    assert!(!text.contains('\u{2060}'));
}

#[test]
fn the_three_counts_and_what_stands_beside_them_are_said() {
    let text = text(&made(invented::mixed(), Lang::En));
    for wanted in
        ["3engagements", "2organisations", "1service", "1planned,1cancelled,1postponed", "June–August2022"]
    {
        assert!(text.contains(wanted), "{wanted} is not in:\n{text}");
    }
}

#[test]
fn fonts_are_embedded_and_properties_are_plain() {
    let pdf = made(invented::mixed(), Lang::Th);
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let descriptors: Vec<&lopdf::Dictionary> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dict| dict.has_type(b"FontDescriptor"))
        .collect();
    assert!(descriptors.len() >= 2);
    for font in descriptors {
        let name = String::from_utf8_lossy(font.get(b"FontName").unwrap().as_name().unwrap()).into_owned();
        assert!(name.contains("Sarabun"), "{name}");
        assert!(font.has(b"FontFile2") || font.has(b"FontFile3"), "{name}");
    }
    assert!(
        pdf.windows(focalpoint::model::OWN_MARK.len())
            .any(|part| part == focalpoint::model::OWN_MARK.as_bytes())
    );
    let information = document.trailer.get(b"Info").and_then(lopdf::Object::as_reference).unwrap();
    let title = document.get_dictionary(information).unwrap().get(b"Title").unwrap().as_str().unwrap();
    let utf16: Vec<u16> = title[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    assert_eq!(String::from_utf16(&utf16).unwrap(), "สรุปงานด้านการต่างประเทศของกรุงเทพมหานคร");
}

#[test]
fn any_number_of_engagements_makes_a_short_summary() {
    for lang in [Lang::Th, Lang::En] {
        assert!(pages(&made(Vec::new(), lang)) <= 2);
        assert!(pages(&made(invented::many(1), lang)) <= 3);
        assert!(pages(&made(invented::many(300), lang)) <= 8);
    }
}

#[test]
fn text_of_reports_is_never_taken_for_markup() {
    let title = "*หนา* #panic(\"x\") $x$ <a> @b _c_ // [d] \\";
    let text = text(&made(vec![invented::entry("x", invented::engagement(title))], Lang::Th));
    let wanted: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    assert!(text.contains(&wanted), "{text}");
}

#[test]
fn page_one_answers_in_sentences() {
    let text = text(&made(invented::mixed(), Lang::En));
    for wanted in [
        "3engagementswithrepresentativesof1countriesandterritories",
        "Japan:3times",
        "2internationalorganisationsandnetworksin3engagements",
        "1announced",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in:\n{text}");
    }
}

#[test]
fn executives_see_no_file_names_and_no_codes() {
    let text = text(&made(invented::mixed(), Lang::Th));
    for workshop in [".xlsx:", "ลับ.xlsx", "มิ.ย.xlsx", "CSTD", "courtesy_call", "2022"] {
        assert!(!text.contains(workshop), "{workshop} is in:\n{text}");
    }
}

#[test]
fn an_unreadable_inbox_is_no_figure_of_nothing() {
    let mut result = invented::consolidated(Vec::new(), Lang::En);
    result.files.retain(|file| file.reported.status.is_unread());
    let outputs = write::all(&result).unwrap();
    let text = text(&outputs[1].1);
    assert!(text.contains("Nofigurecanbegivenyet"), "{text}");
    assert!(!text.contains("Engagementswithrepresentatives"), "no tile of zero: {text}");
}
