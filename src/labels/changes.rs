//! Words of what changed since an earlier register.

use super::{Lang, codes, data, pick, shown};
use crate::model::{Datum, Key};
use crate::vocab::Vocab;

/// A field that changed.
pub fn field(lang: Lang, key: Key) -> &'static str {
    if key == Key::Sources {
        pick(lang, "แฟ้มที่รายงาน", "Reported in")
    } else {
        codes::key(lang, key)
    }
}

/// A value as the data files write it, in words; what is no value of the field, as the files of the whole entry, stays
/// as it is.
pub fn value(vocab: Vocab, lang: Lang, key: Key, text: &str) -> String {
    match key.data_type() {
        Some(data_type) => Datum::of(data_type, text)
            .map_or_else(|| text.to_owned(), |datum| data::value(vocab, lang, &datum)),
        None => text.split("; ").map(shown).collect::<Vec<_>>().join("\n"),
    }
}
