//! What goes over the pipe between two processes: a length in four bytes, then so many bytes.
//!
//! Nothing of the other side is believed: no memory is taken for a length before its bytes have come, and a message
//! must carry the number that is waited for and nothing beyond its end.

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, Read, Write};

/// Bytes of a message at most.
pub const LONGEST: usize = 64 << 20;
/// Bytes of a file's content at most: more than the inbox opens.
pub const LONGEST_CONTENT: usize = 128 << 20;
/// Bytes of a message before it is packed, at most.
const LONGEST_UNPACKED: usize = 256 << 20;
/// A message that is longer is packed: what was written stands in it several times.
const SHORT: usize = 1 << 20;
/// What a message begins with: as it is, or packed.
const PLAIN: u8 = 0;
const PACKED: u8 = 1;
/// Bytes that are taken on trust.
const AT_ONCE: usize = 1 << 20;

/// Sends bytes.
///
/// # Errors
/// If the other side is gone, or the bytes are more than a length can say.
pub fn send(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| bad("too long to be sent"))?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// The bytes that the other side sent; `None` if it has ended between two of its messages.
///
/// # Errors
/// If it has ended within one, or announces more than `longest`.
pub fn receive(from: &mut impl Read, longest: usize) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::with_capacity(4);
    from.by_ref().take(4).read_to_end(&mut head)?;
    let Ok(head) = <[u8; 4]>::try_from(&head[..]) else {
        return if head.is_empty() { Ok(None) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
    };
    let length = u32::from_le_bytes(head) as usize;
    if length > longest {
        return Err(bad("announces more than may be sent"));
    }
    let mut bytes = Vec::with_capacity(length.min(AT_ONCE));
    from.by_ref().take(length as u64).read_to_end(&mut bytes)?;
    if bytes.len() == length { Ok(Some(bytes)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// A message under a number, as bytes.
///
/// # Errors
/// If it is longer than a message may be, or cannot be written as one.
pub fn packed(number: u64, message: &impl Serialize) -> io::Result<Vec<u8>> {
    let bytes =
        postcard::to_extend(&(number, message), vec![PLAIN]).map_err(|error| bad(&error.to_string()))?;
    if bytes.len() <= SHORT {
        return Ok(bytes);
    }
    if bytes.len() > LONGEST_UNPACKED {
        return Err(bad("longer than a message may be"));
    }
    let mut packer = DeflateEncoder::new(vec![PACKED], Compression::fast());
    packer.write_all(&bytes[1..])?;
    let bytes = packer.finish()?;
    if bytes.len() > LONGEST { Err(bad("longer than a message may be")) } else { Ok(bytes) }
}

/// The message in these bytes.
///
/// # Errors
/// If they are none, carry another number, or go on after its end.
pub fn unpacked<T: DeserializeOwned>(number: u64, bytes: &[u8]) -> io::Result<T> {
    let (kind, bytes) = bytes.split_first().ok_or(io::ErrorKind::UnexpectedEof)?;
    let mut inflated = Vec::new();
    let bytes = match *kind {
        PLAIN => bytes,
        PACKED => {
            let mut unpacker = DeflateDecoder::new(bytes);
            unpacker.by_ref().take(LONGEST_UNPACKED as u64 + 1).read_to_end(&mut inflated)?;
            if inflated.len() > LONGEST_UNPACKED {
                return Err(bad("unpacks to more than may be sent"));
            }
            if unpacker.total_in() != bytes.len() as u64 {
                return Err(bad("goes on after its end"));
            }
            inflated.as_slice()
        }
        _ => return Err(bad("is no message")),
    };
    let read = postcard::take_from_bytes::<(u64, T)>(bytes);
    let ((carried, message), rest) = read.map_err(|error| bad(&error.to_string()))?;
    if carried != number {
        return Err(bad("carries another number"));
    }
    if rest.is_empty() { Ok(message) } else { Err(bad("goes on after its end")) }
}

fn bad(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on should stop
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_arrives() {
        let mut pipe = Vec::new();
        send(&mut pipe, b"one").unwrap();
        send(&mut pipe, b"").unwrap();
        let mut from = &pipe[..];
        assert_eq!(receive(&mut from, 3).unwrap().unwrap(), b"one");
        assert_eq!(receive(&mut from, 3).unwrap().unwrap(), b"");
        assert!(receive(&mut from, 3).unwrap().is_none());
    }

    #[test]
    fn lengths_that_lie_are_refused() {
        let announced = |length: u32, rest: &[u8]| [&length.to_le_bytes()[..], rest].concat();
        assert!(receive(&mut &announced(u32::MAX, b"")[..], LONGEST).is_err());
        assert!(receive(&mut &announced(60 << 20, b"few")[..], LONGEST).is_err());
        assert!(receive(&mut &b"\x01\x00"[..], LONGEST).is_err());
    }

    #[test]
    fn a_message_is_taken_only_whole_and_under_its_number() {
        let bytes = packed(7, &("a", 1_u32)).unwrap();
        assert_eq!(unpacked::<(String, u32)>(7, &bytes).unwrap(), ("a".to_owned(), 1));
        assert!(unpacked::<(String, u32)>(8, &bytes).is_err());
        assert!(unpacked::<(String, u32)>(7, &[&bytes[..], b"x"].concat()).is_err());
        for cut in 0..bytes.len() {
            assert!(unpacked::<(String, u32)>(7, &bytes[..cut]).is_err());
        }
    }

    #[test]
    fn a_long_message_is_packed_and_unpacks_to_no_more_than_may_be() {
        let words =
            vec!["สำนักงานการต่างประเทศ".to_owned(); 100_000];
        let bytes = packed(7, &words).unwrap();
        assert!(bytes.len() < SHORT);
        assert_eq!(unpacked::<Vec<String>>(7, &bytes).unwrap(), words);
        assert!(unpacked::<Vec<String>>(8, &bytes).is_err());
        assert!(unpacked::<Vec<String>>(7, &bytes[..bytes.len() / 2]).is_err());
        assert!(unpacked::<Vec<String>>(7, &[&bytes[..], b"x"].concat()).is_err());

        let mut packer = DeflateEncoder::new(vec![PACKED], Compression::fast());
        io::copy(&mut io::repeat(7).take(LONGEST_UNPACKED as u64 + 1), &mut packer).unwrap();
        let error = unpacked::<Vec<u8>>(7, &packer.finish().unwrap()).unwrap_err();
        assert!(error.to_string().contains("unpacks to more"), "{error}");
    }

    #[test]
    fn counts_that_lie_take_no_memory() {
        // A list that says it has 2^60 elements, and ends.
        let bytes = [0, 7, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
        assert!(unpacked::<Vec<[u64; 4]>>(7, &bytes).is_err());
    }
}
