//! What is true of the language: one normal form, one key to compare by, letters that count items.

mod clean;
