//! The words that are looked for, as data: one table a subject.

pub mod matter;
pub mod tsv;
