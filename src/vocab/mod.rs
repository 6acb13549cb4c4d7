//! The words that are looked for, as data: one table a subject, in packs: `th` for the language and the practice of its
//! offices, `bma` for the city.

pub mod anchors;
pub mod finder;
pub mod gazetteer;
pub mod grammar;
pub mod headers;
pub mod heads;
pub mod home;
mod letters;
pub mod looks;
pub mod matter;
mod near;
pub mod phrase;
pub mod revisions;
pub mod rows;
pub mod scan;
pub mod segment;
pub mod tsv;
pub mod wording;
pub mod words;
