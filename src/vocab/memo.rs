//! What was told of a text under one vocabulary, remembered on its thread.

use crate::thai::Memo;
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};

/// Tells a vocabulary from every other of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VocabId(u64);

impl VocabId {
    /// The id of a further vocabulary.
    pub(super) fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// Answers by text, as a thread-local value of a function. Asked under another vocabulary, it forgets all.
#[derive(Debug)]
pub struct VocabMemo<T> {
    of: Cell<Option<VocabId>>,
    known: Memo<T>,
}

impl<T> Default for VocabMemo<T> {
    fn default() -> Self {
        Self { of: Cell::new(None), known: Memo::default() }
    }
}

impl<T: Clone> VocabMemo<T> {
    /// The answer for a text under a vocabulary: remembered, or told now.
    pub fn of(&self, vocab: VocabId, text: &str, tell: impl FnOnce() -> T) -> T {
        if self.of.replace(Some(vocab)) != Some(vocab) {
            self.known.forget();
        }
        self.known.of(text, tell)
    }
}
