//! What goes over the pipe between two processes: a length in four bytes, then so many bytes.
//!
//! Nothing of the other side is believed: no memory is taken for a length before its bytes have come, and a message
//! must carry the number that is waited for and nothing beyond its end.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, Read, Write};

/// Bytes of a message at most.
pub const LONGEST: usize = 64 << 20;
/// Bytes of a file's content at most: more than the inbox opens.
pub const LONGEST_CONTENT: usize = 128 << 20;
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
    let bytes = postcard::to_stdvec(&(number, message)).map_err(|error| bad(&error.to_string()))?;
    if bytes.len() > LONGEST { Err(bad("longer than a message may be")) } else { Ok(bytes) }
}

/// The message in these bytes.
///
/// # Errors
/// If they are none, carry another number, or go on after its end.
pub fn unpacked<T: DeserializeOwned>(number: u64, bytes: &[u8]) -> io::Result<T> {
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
    fn counts_that_lie_take_no_memory() {
        // A list that says it has 2^60 elements, and ends.
        let bytes = [7, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
        assert!(unpacked::<Vec<[u64; 4]>>(7, &bytes).is_err());
    }
}
