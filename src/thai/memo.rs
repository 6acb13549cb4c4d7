//! What a pure function told of a text, remembered on its thread: the same texts are asked about again and again.

use foldhash::fast::RandomState;
use std::cell::RefCell;
use std::collections::HashMap;

/// Texts that are remembered at most; then all are forgotten.
const TEXTS: usize = 1 << 15;
/// A longer text is not remembered, in bytes.
const LENGTH: usize = 2000;

/// Answers by text. One a thread and function, as a thread-local value.
#[derive(Debug)]
pub struct Memo<T> {
    known: RefCell<HashMap<Box<str>, T, RandomState>>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { known: RefCell::default() }
    }
}

impl<T: Clone> Memo<T> {
    /// The answer for a text: remembered, or told now.
    pub fn of(&self, text: &str, tell: impl FnOnce() -> T) -> T {
        if text.len() > LENGTH {
            return tell();
        }
        if let Some(known) = self.known.borrow().get(text) {
            return known.clone();
        }
        let told = tell();
        let mut known = self.known.borrow_mut();
        if known.len() >= TEXTS {
            known.clear();
        }
        known.insert(text.into(), told.clone());
        told
    }
}

impl<T> Memo<T> {
    /// Forgets all answers.
    pub fn forget(&self) {
        self.known.borrow_mut().clear();
    }
}
