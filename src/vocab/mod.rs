//! The words that are looked for, as data: one table a subject.

pub mod anchors;
pub mod headers;
pub mod rows;
pub mod finder;
pub mod gazetteer;
pub mod grammar;
pub mod matter;
pub mod tsv;
pub mod words;
