//! What is true of the Thai language and its calendar. A leaf: it imports no other part of the program.

pub mod calendar;
mod clean;

pub use clean::{arabic_digits, fold, is_thai, normal, one_line};
