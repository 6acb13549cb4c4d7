//! What is true of the Thai language and its calendar. A leaf: it imports no other part of the program.

pub mod calendar;
mod clean;
mod leaders;
mod letters;
mod memo;
pub mod numbering;
mod sound;

pub use clean::{
    add_line, arabic_digit, arabic_digits, fold, in_normal_form, is_alphanumeric, is_digit, is_folded_in,
    is_thai, lower, normal, one_line, one_line_after,
};
pub use letters::{
    alike, alphabetical, goes_on_silent, is_above_or_below, is_consonant, is_dependent, is_leading_vowel,
    is_letter, is_plain_consonant,
};
pub use memo::Memo;
pub use sound::sound;
