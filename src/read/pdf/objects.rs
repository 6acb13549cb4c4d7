//! Looking things up in a document's objects: references followed, wrong types taken as absent.

use lopdf::{Dictionary, Document, Object, Stream};

/// The object behind a reference, or the object itself. A dangling or circular reference is absent.
pub fn follow<'a>(doc: &'a Document, object: &'a Object) -> Option<&'a Object> {
    match doc.dereference(object) {
        Ok((_, Object::Null)) | Err(_) => None,
        Ok((_, object)) => Some(object),
    }
}

/// The value of a key.
pub fn get<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    follow(doc, dict.get(key).ok()?)
}

/// The value of a key, if it is a dictionary (or a stream, by its dictionary).
pub fn dict<'a>(doc: &'a Document, from: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    as_dict(get(doc, from, key)?)
}

/// The dictionary of an object.
pub fn as_dict(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The value of a key, if it is an array.
pub fn array<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [Object]> {
    get(doc, dict, key)?.as_array().ok().map(Vec::as_slice)
}

/// The value of a key, if it is a name.
pub fn name<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
    get(doc, dict, key)?.as_name().ok()
}

/// The value of a key, if it is a number.
pub fn number(doc: &Document, dict: &Dictionary, key: &[u8]) -> Option<f32> {
    as_number(get(doc, dict, key)?)
}

/// The value of a key, if it is a whole number.
pub fn integer(doc: &Document, dict: &Dictionary, key: &[u8]) -> Option<i64> {
    get(doc, dict, key)?.as_i64().ok()
}

/// The value of a key, if it is a stream.
pub fn stream<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Stream> {
    get(doc, dict, key)?.as_stream().ok()
}

/// A finite number.
pub fn as_number(object: &Object) -> Option<f32> {
    let value = match object {
        Object::Integer(value) => *value as f32,
        Object::Real(value) => *value,
        _ => return None,
    };
    value.is_finite().then_some(value)
}

/// An array of exactly `N` numbers.
pub fn numbers<const N: usize>(doc: &Document, dict: &Dictionary, key: &[u8]) -> Option<[f32; N]> {
    let values: Vec<f32> =
        array(doc, dict, key)?.iter().take(N).filter_map(|item| as_number(follow(doc, item)?)).collect();
    values.try_into().ok()
}

/// A stream's bytes, unpacked by the library, which is silent about damage; `None` if they cannot be, or are more than
/// `limit` bytes.
pub fn unchecked(stream: &Stream, limit: usize) -> Option<Vec<u8>> {
    stream.get_plain_content_with_limit(limit).ok()
}

/// Characters of PDFDocEncoding from 0x80 on, where it differs from Latin-1 (ISO 32000-1, D.2).
const PDF_DOC: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ',
    'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];

/// A text string: UTF-16 or UTF-8 by its byte order mark, else PDFDocEncoding. What is sound UTF-8 all the same was
/// written by a program that forgot the mark.
pub fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => match str::from_utf8(plain) {
            Ok(text) => text.to_owned(),
            Err(_) => plain.iter().map(|byte| pdf_doc(*byte)).collect(),
        },
    }
}

fn pdf_doc(byte: u8) -> char {
    let special = usize::from(byte).checked_sub(0x80).and_then(|at| PDF_DOC.get(at));
    special.copied().unwrap_or(char::from(byte))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
