//! What a file is, told by its content; the name only where the content leaves it open.

use super::text;
use crate::model::{Format, OWN_MARK, REVIEW_KEY, REVIEW_SHEET, SETTINGS_SHEET};
use crate::problem::What;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The first columns of the program's own list as text.
const OWN_LIST: &str = "id,title,start,end,date_precision";
/// Keys near the beginning of the program's own data files.
const OWN_KEYS: [&[&str]; 4] = [
    &["\"id\"", "\"title\"", "\"date_precision\""],
    &["\"version\"", "\"as_of\""],
    &["\"against\"", "\"new\"", "\"changed\""],
    &["\"run\"", "\"state\"", "\"against\""],
];

/// What a content turns out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sniffed {
    /// A format that is read. It may still be damaged or locked.
    Format(Format),
    /// An output of this program.
    Own,
    /// A review workbook of this program, whatever program saved it last.
    Review(Format),
    /// A workbook of settings, whatever program saved it last.
    Settings(Format),
    /// Something that is not read, and why.
    Other(What),
}

/// Tells what a file is. `name` is its file name.
pub fn sniff(name: &str, bytes: &[u8]) -> Sniffed {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if is_pdf(bytes) {
        return if holds(bytes, OWN_MARK.as_bytes()) { Sniffed::Own } else { Sniffed::Format(Format::Pdf) };
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(&ending, bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return compound(&ending, bytes);
    }
    if [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff"].iter().any(|magic| bytes.starts_with(magic)) {
        return Sniffed::Format(Format::Picture);
    }
    if is_picture(bytes) {
        return Sniffed::Other(What::Picture);
    }
    if [&b"Rar!"[..], b"7z\xbc\xaf", b"\x1f\x8b"].iter().any(|magic| bytes.starts_with(magic)) {
        return Sniffed::Other(What::Archive);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Sniffed::Other(What::TextDocument);
    }
    written(&ending, bytes)
}

/// The header may come after some junk, as the viewers allow it.
fn is_pdf(bytes: &[u8]) -> bool {
    holds(bytes.get(..bytes.len().min(1024)).unwrap_or_default(), b"%PDF-")
}

fn is_picture(bytes: &[u8]) -> bool {
    let riff_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let heif = bytes.get(4..8) == Some(b"ftyp");
    let bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]); // a text may begin with BMA
    riff_webp
        || heif
        || bitmap
        || [&b"\x89PNG"[..], b"GIF8", b"II*\0", b"MM\0*"].iter().any(|magic| bytes.starts_with(magic))
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// A zip package by its parts; by the local headers if the directory at the end is missing.
fn zipped(ending: &str, bytes: &[u8]) -> Sniffed {
    let Ok(mut package) = ZipArchive::new(Cursor::new(bytes)) else {
        return cut_package(ending, bytes);
    };
    let has = |part: &str| package.index_for_name(part).is_some();
    if has("xl/workbook.bin") {
        let book = whole_part(&mut package, "xl/workbook.bin").unwrap_or_default();
        return marked(Format::Xlsb, |sheet| holds(&book, &wide(sheet)))
            .unwrap_or(Sniffed::Format(Format::Xlsb));
    }
    let begins = |folder: &str| {
        (0..package.len().min(10_000)).any(|index| {
            package.name_for_index(index).is_some_and(|n| n.is_ok_and(|n| n.starts_with(folder)))
        })
    };
    if begins("word/") {
        return Sniffed::Format(Format::Docx);
    }
    if begins("ppt/") {
        return Sniffed::Other(What::TextDocument);
    }
    let kind = short_part(&mut package, "mimetype");
    if kind.contains("opendocument.spreadsheet") {
        let content = whole_part(&mut package, "content.xml").unwrap_or_default();
        if let Some(sniffed) = marked(Format::Ods, |sheet| holds(&content, sheet.as_bytes())) {
            return sniffed;
        }
        let own = short_part(&mut package, "meta.xml").contains(OWN_MARK);
        return if own { Sniffed::Own } else { Sniffed::Format(Format::Ods) };
    }
    if kind.contains("opendocument") {
        return Sniffed::Other(What::TextDocument);
    }
    let types = short_part(&mut package, "[Content_Types].xml");
    if types.contains("spreadsheetml") || package.index_for_name("xl/workbook.xml").is_some() {
        let book = short_part(&mut package, "xl/workbook.xml");
        if let Some(sniffed) = marked(Format::Xlsx, |sheet| book.contains(sheet)) {
            return sniffed;
        }
        let own = short_part(&mut package, "docProps/custom.xml").contains(OWN_MARK);
        return if own { Sniffed::Own } else { Sniffed::Format(Format::Xlsx) };
    }
    match ending {
        "xlsx" | "xlsm" | "xls" => Sniffed::Format(Format::Xlsx), // the reader says what is missing
        _ => Sniffed::Other(What::Archive),
    }
}

/// What a workbook is that has one of the program's own hidden sheets.
fn marked(format: Format, has: impl Fn(&str) -> bool) -> Option<Sniffed> {
    if has(REVIEW_SHEET) {
        Some(Sniffed::Review(format))
    } else if has(SETTINGS_SHEET) {
        Some(Sniffed::Settings(format))
    } else {
        None
    }
}

/// The beginning of a small text part; empty if there is none or it cannot be read.
fn short_part(package: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> String {
    let mut bytes = Vec::new();
    if let Ok(part) = package.by_name(name)
        && part.take(1 << 20).read_to_end(&mut bytes).is_err()
    {
        bytes.clear(); // a damaged part tells nothing here; the reader will name it
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A part as it is, up to a limit that no workbook's list of sheets reaches; `None` if it cannot be read.
fn whole_part(package: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let part = package.by_name(name).ok()?;
    part.take(16 << 20).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A text in UTF-16.
fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A package without its directory, as a copy that was broken off leaves it.
fn cut_package(ending: &str, bytes: &[u8]) -> Sniffed {
    let head = bytes.get(..bytes.len().min(1 << 20)).unwrap_or_default();
    if holds(head, b"opendocument.spreadsheet") || ending == "ods" {
        Sniffed::Format(Format::Ods)
    } else if holds(head, b"xl/workbook.bin") || ending == "xlsb" {
        Sniffed::Format(Format::Xlsb)
    } else if holds(head, b"word/") {
        Sniffed::Format(Format::Docx)
    } else if holds(head, b"ppt/") {
        Sniffed::Other(What::TextDocument)
    } else if holds(head, b"xl/") || ending.starts_with("xls") {
        Sniffed::Format(Format::Xlsx)
    } else {
        Sniffed::Other(What::Archive)
    }
}

/// A compound file by the names in its directory, which are in UTF-16.
fn compound(ending: &str, bytes: &[u8]) -> Sniffed {
    let has = |name: &str| holds(bytes, &wide(name));
    if has("EncryptedPackage") {
        return match ending {
            _ if ending.starts_with("doc") => Sniffed::Format(Format::Docx),
            _ if ending.starts_with("ppt") => Sniffed::Other(What::TextDocument),
            _ => Sniffed::Format(Format::Xlsx),
        };
    }
    if has("WordDocument") || has("PowerPoint Document") {
        return Sniffed::Other(What::TextDocument);
    }
    if let Some(sniffed) = marked(Format::Xls, |sheet| has(sheet) || holds(bytes, sheet.as_bytes())) {
        return sniffed;
    }
    if has(OWN_MARK) || holds(bytes, OWN_MARK.as_bytes()) {
        return Sniffed::Own;
    }
    if has("Workbook") || has("Book") || ending.starts_with("xl") {
        return Sniffed::Format(Format::Xls);
    }
    Sniffed::Other(What::UnsupportedFormat)
}

/// HTML, XML or a table as text; other text is not read.
fn written(ending: &str, bytes: &[u8]) -> Sniffed {
    let Some(decoded) = text::decode(bytes) else { return by_name(ending) };
    let start = decoded.text.trim_start().chars().take(2_000).collect::<String>().to_lowercase();
    let marked = start.starts_with('<');
    if marked && start.contains("urn:schemas-microsoft-com:office:spreadsheet") && start.starts_with("<?xml")
    {
        return Sniffed::Format(Format::Html);
    }
    if marked && ["<html", "<table", "<!doctype html", "<body", "<meta"].iter().any(|tag| start.contains(tag))
    {
        return Sniffed::Format(Format::Html);
    }
    // The sheet of questions saved as text has lost what makes it a review workbook.
    let review_saved = start.contains(REVIEW_KEY);
    let own_data = review_saved
        || start.starts_with(['[', '{'])
            && OWN_KEYS.iter().any(|keys| keys.iter().all(|key| start.contains(key)));
    if start.starts_with(OWN_LIST) || own_data {
        return Sniffed::Own;
    }
    if start.starts_with(['<', '{', '[']) || start.starts_with("mime-version:") {
        return Sniffed::Other(What::UnsupportedFormat);
    }
    let named = ["csv", "tsv", "tab"].contains(&ending) || ending.starts_with("xls") || ending == "ods";
    if named || is_table(&decoded.text) {
        Sniffed::Format(Format::Csv)
    } else {
        Sniffed::Other(What::UnsupportedFormat)
    }
}

/// Bytes that are nothing known: a workbook or PDF by its name is a damaged one.
fn by_name(ending: &str) -> Sniffed {
    match ending {
        "xlsx" | "xlsm" => Sniffed::Format(Format::Xlsx),
        "xls" => Sniffed::Format(Format::Xls),
        "xlsb" => Sniffed::Format(Format::Xlsb),
        "ods" => Sniffed::Format(Format::Ods),
        "pdf" => Sniffed::Format(Format::Pdf),
        "docx" | "docm" => Sniffed::Format(Format::Docx),
        "doc" | "ppt" | "pptx" | "odt" | "odp" => Sniffed::Other(What::TextDocument),
        "zip" | "rar" | "7z" => Sniffed::Other(What::Archive),
        _ => Sniffed::Other(What::UnsupportedFormat),
    }
}

/// True if most lines have the same number of tabs, semicolons or commas, at least two.
fn is_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(200).collect();
    [('\t', 1), (';', 2), (',', 2)].iter().any(|(separator, least)| {
        let mut counts: Vec<usize> = lines.iter().map(|line| line.matches(*separator).count()).collect();
        counts.sort_unstable();
        let usual = counts.get(counts.len() / 2).copied().unwrap_or(0);
        let same = counts.iter().filter(|count| **count == usual).count();
        lines.len() >= 3 && usual >= *least && same * 10 >= lines.len() * 7
    })
}
