//! Bytes to a document's objects, decrypted where no password is needed.

use super::inflate;
use lopdf::{DecompressError, Dictionary, Document, Error, LoadOptions, Object};
use std::fmt::Write;

/// A stream that other objects are packed in may not unpack to more than this, in bytes: programs pack some hundred in
/// each.
pub const PACKED: usize = 16 << 20;
/// All of them together may not.
const ALL_PACKED: usize = 64 << 20;
/// A stream's dictionary is no longer from its type to its end.
const DICTIONARY: usize = 4 << 10;
/// Dictionaries within dictionaries of an encryption dictionary.
const DEPTH: usize = 8;
/// The word before the place of the last cross-reference table stands within so many bytes from the end.
const TAIL: usize = 2048;

/// Why a document could not be loaded.
pub enum Refused {
    /// It needs a password.
    Locked,
    /// What other objects are packed in unpacks to more than the limit named.
    TooLarge(String),
    /// It is broken: the library's own words.
    Broken(String),
}

/// Loads a document.
///
/// # Errors
/// If it is broken or needs a password.
pub fn load(bytes: &[u8]) -> Result<Document, Refused> {
    check_packed(bytes)?;
    let doc = unlocked(bytes)?;
    // What could be decrypted has the entry no more. The library decrypts only where the entry is a reference; the
    // standard allows the dictionary itself (ISO 32000-1, table 15).
    match doc.trailer.get(b"Encrypt") {
        Err(_) => Ok(doc),
        Ok(Object::Dictionary(encryption)) => {
            let doc = unlocked(&referring(bytes, &doc, encryption).ok_or(Refused::Locked)?)?;
            if doc.trailer.has(b"Encrypt") { Err(Refused::Locked) } else { Ok(doc) }
        }
        Ok(_) => Err(Refused::Locked),
    }
}

fn unlocked(bytes: &[u8]) -> Result<Document, Refused> {
    let options = LoadOptions { max_decompressed_size: Some(PACKED), ..LoadOptions::default() };
    Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => too_large(PACKED),
        Error::InvalidPassword | Error::Decryption(_) => Refused::Locked,
        error => Refused::Broken(error.to_string()),
    })
}

/// Refuses a file whose packed objects unpack to more than is read: the library unpacks and keeps them all, which takes
/// some thirty times as much. What is encrypted shows only its packed size.
fn check_packed(bytes: &[u8]) -> Result<(), Refused> {
    let mut room = ALL_PACKED;
    for found in places(bytes, b"/ObjStm") {
        let rest = &bytes[found..];
        let head = &rest[..rest.len().min(DICTIONARY)];
        let Some(at) = head.windows(6).position(|window| window == b"stream") else { continue };
        let data = rest[at + 6..].trim_ascii_start();
        room = match inflate::length(data, room) {
            Some(length) if length < room => room - length,
            _ => return Err(too_large(ALL_PACKED)),
        };
    }
    Ok(())
}

/// Where a name begins.
fn places<'a>(bytes: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let solidi = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/').map(|(at, _)| at);
    solidi.filter(move |at| bytes[*at..].starts_with(name))
}

fn too_large(limit: usize) -> Refused {
    Refused::TooLarge(format!("{} MB of packed objects", limit >> 20))
}

/// The file with an update at its end that makes the encryption dictionary an object and refers to it; `None` if the
/// file does not say where its cross-reference table is.
fn referring(bytes: &[u8], doc: &Document, encryption: &Dictionary) -> Option<Vec<u8>> {
    // Places are counted from the header, which may stand after some junk.
    let header = bytes.windows(5).position(|window| window == b"%PDF-")?;
    let before = table_place(bytes)?;
    let number = doc.max_id.checked_add(1)?;
    let mut out = bytes.to_vec();
    out.extend_from_slice(b"\n");
    let object = out.len() - header;
    let mut update = format!("{number} 0 obj\n");
    dictionary(&mut update, encryption, 0);
    update.push_str("\nendobj\n");
    let table = object + update.len();
    // Writing to a string cannot fail.
    let _ = write!(update, "xref\n{number} 1\n{object:010} 00000 n \ntrailer\n");
    let mut trailer = Dictionary::new();
    for key in ["Root", "Info", "ID"] {
        if let Ok(value) = doc.trailer.get(key.as_bytes()) {
            trailer.set(key, value.clone());
        }
    }
    trailer.set("Size", i64::from(number) + 1);
    trailer.set("Prev", before);
    trailer.set("Encrypt", Object::Reference((number, 0)));
    dictionary(&mut update, &trailer, 0);
    let _ = write!(update, "\nstartxref\n{table}\n%%EOF\n");
    out.extend_from_slice(update.as_bytes());
    Some(out)
}

/// Where the file says that its cross-reference table is.
fn table_place(bytes: &[u8]) -> Option<i64> {
    const WORD: &[u8] = b"startxref";
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let at = tail.windows(WORD.len()).rposition(|window| window == WORD)?;
    let after = tail[at + WORD.len()..].trim_ascii_start();
    let digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
    str::from_utf8(&after[..digits]).ok()?.parse().ok()
}

/// Writes a dictionary as a file has it.
fn dictionary(out: &mut String, dict: &Dictionary, depth: usize) {
    out.push_str("<<");
    for (key, value) in dict {
        name(out, key);
        out.push(' ');
        object(out, value, depth + 1);
    }
    out.push_str(">>");
}

fn object(out: &mut String, object: &Object, depth: usize) {
    // Writing to a string cannot fail.
    let _ = match object {
        Object::Boolean(value) => write!(out, "{value}"),
        Object::Integer(value) => write!(out, "{value}"),
        Object::Real(value) => write!(out, "{value}"),
        Object::Reference((number, generation)) => write!(out, "{number} {generation} R"),
        Object::String(bytes, _) => {
            out.push('<');
            let hex = bytes.iter().try_for_each(|byte| write!(out, "{byte:02x}"));
            out.push('>');
            hex
        }
        Object::Name(written) => {
            name(out, written);
            Ok(())
        }
        Object::Array(items) if depth < DEPTH => {
            out.push('[');
            for item in items {
                self::object(out, item, depth + 1);
                out.push(' ');
            }
            out.push(']');
            Ok(())
        }
        Object::Dictionary(dict) if depth < DEPTH => {
            dictionary(out, dict, depth);
            Ok(())
        }
        Object::Null | Object::Array(_) | Object::Dictionary(_) | Object::Stream(_) => write!(out, "null"),
    };
}

/// Writes a name with everything escaped that is not a letter or digit.
fn name(out: &mut String, written: &[u8]) {
    out.push('/');
    for byte in written {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(*byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "#{byte:02x}");
        }
    }
}
