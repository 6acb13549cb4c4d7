//! Encrypted files: those that need no password are read, however they name their encryption.

use super::{Pdf, opened, show, text_of};
use focalpoint::model::Body;
use lopdf::xref::XrefType;
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions};

/// A page, encrypted with an owner's password; `direct` writes the dictionary into the trailer.
fn encrypted(direct: bool, table: XrefType) -> Vec<u8> {
    let mut pdf = Pdf::new().add_page(&show(50, 700, "หารือกับผู้แทน"));
    pdf.trailer = format!("/ID[<{0}><{0}>]", "0123456789abcdef".repeat(2));
    let mut doc = Document::load_mem(&pdf.bytes()).unwrap();
    let version = EncryptionVersion::V2 {
        document: &doc,
        owner_password: "เจ้าของ",
        user_password: "",
        key_length: 128,
        permissions: Permissions::PRINTABLE,
    };
    let state = EncryptionState::try_from(version).unwrap();
    doc.encrypt(&state).unwrap();
    if direct {
        let id = doc.trailer.get(b"Encrypt").unwrap().as_reference().unwrap();
        let dictionary = doc.objects.remove(&id).unwrap();
        assert!(matches!(dictionary, Object::Dictionary(_)));
        doc.trailer.set("Encrypt", dictionary);
    }
    doc.reference_table.cross_reference_type = table;
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_file_that_only_its_owner_may_change_is_read() {
    for direct in [false, true] {
        for table in [XrefType::CrossReferenceTable, XrefType::CrossReferenceStream] {
            let bytes = encrypted(direct, table);
            let Ok(read) = opened(&bytes) else { panic!("locked; direct: {direct}") };
            let Body::Pages(pages) = &read.document.body else { panic!("sheets") };
            assert_eq!(text_of(&pages[0]), ["หารือกับผู้แทน"], "direct: {direct}");
            assert!(!read.document.partial, "direct: {direct}");
        }
    }
}

#[test]
fn junk_before_the_header_moves_nothing() {
    let bytes = [b"\r\n\r\n".as_slice(), &encrypted(true, XrefType::CrossReferenceTable)].concat();
    let Ok(read) = opened(&bytes) else { panic!("locked") };
    let Body::Pages(pages) = &read.document.body else { panic!("sheets") };
    assert_eq!(text_of(&pages[0]), ["หารือกับผู้แทน"]);
}
