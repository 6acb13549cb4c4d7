//! Counts what is read of one document, so that no file takes more than its share.

use crate::model::Counted;
use std::cell::Cell;

/// What was counted of one document so far.
#[derive(Debug, Default)]
pub(super) struct Budget {
    spent: [Cell<u64>; Counted::Tags as usize + 1],
}

impl Budget {
    /// Counts so much more. False if that is more than is read.
    pub(super) fn take(&self, of: Counted, amount: usize) -> bool {
        let spent = &self.spent[of as usize];
        spent.set(spent.get().saturating_add(amount as u64));
        !self.is_over(of)
    }

    /// True if there was more than is read.
    pub(super) fn is_over(&self, of: Counted) -> bool {
        self.spent[of as usize].get() > of.limit()
    }

    /// What may still be taken.
    pub(super) fn left(&self, of: Counted) -> usize {
        usize::try_from(of.limit().saturating_sub(self.spent[of as usize].get())).unwrap_or(usize::MAX)
    }
}
