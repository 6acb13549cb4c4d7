//! The words that are looked for, as data: one table a subject.

pub mod anchors;
pub mod headers;
pub mod rows;
pub mod tsv;
