//! The data files, after the contract: keys, their order and types are fixed.

pub mod engagements;
pub mod history;
pub mod list;
pub mod run;
