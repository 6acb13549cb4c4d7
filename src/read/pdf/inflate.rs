//! Unpacking streams, with the word whether all that was packed is there: the library gives what it had, and is silent
//! about damage.

use super::objects;
use crate::model::Counted;
use crate::read::budget::Budget;
use flate2::{Decompress, FlushDecompress, Status};
use lopdf::{Dictionary, Document, Object, Stream};
use std::cell::Cell;

/// Room that is made at once, in bytes.
const CHUNK: usize = 64 << 10;
/// Bytes before a packed stream's data.
const HEADER: usize = 2;
/// A byte unpacks to no more.
const DENSEST: usize = 1_032;

/// The bytes of a stream.
#[derive(Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// As far as they could be read.
    pub bytes: Vec<u8>,
    /// False if there were more of them, or others.
    pub whole: bool,
}

/// Takes note of damage to what belongs together.
#[derive(Debug)]
pub struct Watch<'a> {
    damaged: Cell<bool>,
    /// What is counted of the document.
    pub budget: &'a Budget,
}

impl<'a> Watch<'a> {
    /// Nothing is damaged yet.
    pub fn new(budget: &'a Budget) -> Self {
        Self { damaged: Cell::new(false), budget }
    }

    /// A stream's bytes as far as they can be read, `limit` at most.
    pub fn bytes(&self, stream: &Stream, limit: usize) -> Option<Vec<u8>> {
        let unpacked = unpack_counted(stream, limit, self.budget);
        if !unpacked.as_ref().is_some_and(|unpacked| unpacked.whole) {
            self.note();
        }
        unpacked.map(|unpacked| unpacked.bytes)
    }

    /// Looks whether an entry refers to an object that is not there.
    pub fn look(&self, doc: &Document, dict: &Dictionary, key: &[u8]) {
        if let Ok(object @ Object::Reference(_)) = dict.get(key)
            && objects::follow(doc, object).is_none()
        {
            self.note();
        }
    }

    /// Takes note of damage.
    pub fn note(&self) {
        self.damaged.set(true);
    }

    /// True if not all was there, and whole.
    pub fn damaged(&self) -> bool {
        self.damaged.get()
    }
}

/// Unpacks a stream and counts what it is unpacked to; `None` if it cannot be unpacked at all, to more than `limit`
/// bytes, or to more than is left of the document's share.
pub fn unpack_counted(stream: &Stream, limit: usize, budget: &Budget) -> Option<Unpacked> {
    let unpacked = unpack(stream, limit.min(budget.left(Counted::Unpacked)));
    // What is given up was unpacked too, so far as it could be.
    let most = stream.content.len().saturating_mul(DENSEST).min(limit.saturating_add(1));
    budget.take(Counted::Unpacked, unpacked.as_ref().map_or(most, |unpacked| unpacked.bytes.len()));
    unpacked
}

/// Unpacks a stream; `None` if it cannot be unpacked at all, or to more than `limit` bytes.
fn unpack(stream: &Stream, limit: usize) -> Option<Unpacked> {
    let filters = stream.filters().unwrap_or_default();
    let Some(at) = filters.iter().position(|filter| *filter == b"FlateDecode") else {
        return Some(Unpacked { bytes: plain(stream, limit)?, whole: true });
    };
    if filters.len() == 1 && !is_predicted(stream) {
        return inflate(&stream.content, limit);
    }
    // The other filters and the differences between rows are the library's; what it inflates is looked at once more.
    let bytes = plain(stream, limit)?;
    let whole = if at == 0 {
        inflate(&stream.content, limit)?.whole
    } else {
        let mut before = Stream::new(stream.dict.clone(), stream.content.clone());
        let names = filters[..at].iter().map(|name| Object::Name(name.to_vec())).collect();
        before.dict.set("Filter", Object::Array(names));
        inflate(&plain(&before, limit)?, limit)?.whole
    };
    Some(Unpacked { bytes, whole })
}

fn plain(stream: &Stream, limit: usize) -> Option<Vec<u8>> {
    objects::unchecked(stream, limit)
}

/// True if rows are written as their differences.
fn is_predicted(stream: &Stream) -> bool {
    let predicted = |object: &Object| {
        let predictor = object.as_dict().and_then(|dict| dict.get(b"Predictor")).and_then(Object::as_i64);
        predictor.is_ok_and(|predictor| predictor > 1)
    };
    match stream.dict.get(b"DecodeParms") {
        Ok(Object::Array(all)) => all.first().is_some_and(predicted),
        Ok(one) => predicted(one),
        Err(_) => false,
    }
}

/// Inflates data in the ZLIB format (RFC 1950). The header says nothing that is needed, and some programs leave out the
/// checksum at the end: data that come to their end are whole unless a checksum stands there and is another.
fn inflate(packed: &[u8], limit: usize) -> Option<Unpacked> {
    let Some(data) = packed.get(HEADER..) else {
        return Some(Unpacked { bytes: Vec::new(), whole: packed.is_empty() });
    };
    let mut inflater = Decompress::new(false);
    let mut bytes = Vec::new();
    let mut read = 0;
    let ended = loop {
        let written = bytes.len();
        bytes.reserve(CHUNK);
        let status = inflater.decompress_vec(&data[read..], &mut bytes, FlushDecompress::None);
        let taken = inflater.total_in() as usize;
        if bytes.len() > limit {
            return None;
        }
        match status {
            Ok(Status::StreamEnd) => break true,
            Ok(Status::Ok | Status::BufError) if taken > read || bytes.len() > written => read = taken,
            Ok(_) | Err(_) => break false,
        }
    };
    let rest = data.get(inflater.total_in() as usize..).unwrap_or_default();
    let sum = rest.first_chunk().map(|sum| u32::from_be_bytes(*sum));
    let whole = ended && sum.is_none_or(|sum| sum == checksum(&bytes));
    Some(Unpacked { bytes, whole })
}

/// How many bytes packed data in the ZLIB format unpack to, as far as they are sound; `None` if that is more than
/// `limit`.
pub fn length(packed: &[u8], limit: usize) -> Option<usize> {
    let mut inflater = Decompress::new(true);
    let mut bytes = vec![0; CHUNK];
    loop {
        let (read, written) = (inflater.total_in(), inflater.total_out());
        let rest = packed.get(read as usize..).unwrap_or_default();
        let status = inflater.decompress(rest, &mut bytes, FlushDecompress::None);
        if inflater.total_out() > limit as u64 {
            return None;
        }
        let goes_on = inflater.total_in() > read || inflater.total_out() > written;
        if !matches!(status, Ok(Status::Ok | Status::BufError) if goes_on) {
            return Some(inflater.total_out() as usize);
        }
    }
}

/// Adler-32 (RFC 1950, 8.2).
fn checksum(bytes: &[u8]) -> u32 {
    const BASE: u32 = 65_521;
    // So many bytes can be added before a sum must be reduced.
    const RUN: usize = 5_552;
    let (mut low, mut high) = (1, 0);
    for run in bytes.chunks(RUN) {
        for byte in run {
            low += u32::from(*byte);
            high += low;
        }
        (low, high) = (low % BASE, high % BASE);
    }
    high << 16 | low
}
