//! Looks at a zipped workbook's directory before anything is unpacked.

use crate::model::Counted;
use crate::read::book::Refused;
use crate::read::budget::Budget;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Entries of a healthy workbook are a few dozen.
const ENTRIES: usize = 10_000;
/// Bytes of all entries, unpacked. The largest healthy workbook measured had 114 MB.
const TOTAL: u64 = 512 << 20;
/// Bytes of one entry, unpacked.
const ENTRY: u64 = 256 << 20;
/// From here on the ratio is looked at.
const LARGE: u64 = 64 << 20;
/// Unpacked to packed. Healthy workbooks reach 170 in an entry, bombs begin at 339.
const RATIO: u64 = 200;

/// A zipped workbook in memory.
pub(in crate::read) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    budget: Budget,
}

/// Opens a package whose declared sizes are within the limits. The unpacker refuses an entry that is larger than it
/// declares, so the declared sizes can be relied on.
///
/// # Errors
/// If the directory is damaged or the limits are exceeded.
pub(in crate::read) fn open(bytes: &[u8]) -> Result<Package<'_>, Refused> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Refused::broken(&error))?;
    if package.len() > ENTRIES {
        return Err(Refused::TooLarge(format!("{ENTRIES} parts")));
    }
    let mut total: u64 = 0;
    for index in 0..package.len() {
        let entry = package.by_index_raw(index).map_err(|error| Refused::broken(&error))?;
        let (size, packed) = (entry.size(), entry.compressed_size());
        total = total.saturating_add(size);
        if size > ENTRY || (size > LARGE && size / packed.max(1) > RATIO) {
            return Err(Refused::TooLarge(format!("{} MB unpacked in one part", ENTRY >> 20)));
        }
    }
    if total > TOTAL || (total > LARGE && total / (bytes.len() as u64).max(1) > RATIO) {
        return Err(Refused::TooLarge(format!("{} MB unpacked", TOTAL >> 20)));
    }
    Ok(Package { zip: package, budget: Budget::default() })
}

/// Part names are compared without case, and some producers write them with a backslash.
fn index_of(package: &Package<'_>, name: &str) -> Option<usize> {
    let name = name.trim_start_matches('/');
    let package = &package.zip;
    package.index_for_name(name).or_else(|| {
        (0..package.len()).find(|index| {
            package
                .name_for_index(*index)
                .is_some_and(|held| held.is_ok_and(|held| held.replace('\\', "/").eq_ignore_ascii_case(name)))
        })
    })
}

/// A part as a stream, or `None` if the package has no such part.
///
/// # Errors
/// If the part is damaged, or more was unpacked than is.
pub(in crate::read) fn stream(package: &mut Package<'_>, name: &str) -> Result<Option<impl Read>, Refused> {
    let Some(index) = index_of(package, name) else { return Ok(None) };
    let entry = package.zip.by_index(index).map_err(|error| Refused::broken(&error))?;
    let size = usize::try_from(entry.size()).unwrap_or(usize::MAX);
    if package.budget.take(Counted::Unpacked, size) {
        Ok(Some(entry))
    } else {
        Err(Refused::Over { of: Counted::Unpacked, row: None })
    }
}

/// Bytes of a part, 0 if the package has no such part.
pub(in crate::read) fn size(package: &mut Package<'_>, name: &str) -> u64 {
    let Some(index) = index_of(package, name) else { return 0 };
    package.zip.by_index_raw(index).map_or(0, |entry| entry.size())
}

/// Counts a part that a library is about to unpack.
///
/// # Errors
/// If more was unpacked than is.
pub(in crate::read) fn count(package: &mut Package<'_>, name: &str) -> Result<(), Refused> {
    stream(package, name).map(drop)
}
