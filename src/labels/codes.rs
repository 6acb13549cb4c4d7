//! Words of the contract's codes.

use super::Lang;
use crate::model::{AsideReason, FileStatus, Key};

/// A file's status.
#[must_use]
pub fn file_status(_lang: Lang, status: FileStatus) -> &'static str {
    status.code()
}

/// A key of an engagement.
#[must_use]
pub fn key(_lang: Lang, key: Key) -> &'static str {
    key.code()
}

/// Why a row is no record.
#[must_use]
pub fn aside_reason(_lang: Lang, reason: AsideReason) -> &'static str {
    reason.code()
}
