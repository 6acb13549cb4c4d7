//! Questions to a person, and decisions that come back: from review workbooks in the inbox, and from the one in the
//! outbox before it is written anew.

mod apply;
mod ask;
mod cause;
mod file;
mod gather;
mod layouts;
mod lines;
mod names;
mod read;
mod rows;
mod typed;

pub use apply::{rule, settle, ties};
pub use ask::questions;
pub use file::sorted_out;
pub use gather::{Decided, gather};
pub use layouts::taught;
pub use read::read;
pub use rows::Rows;
pub use typed::read as value;
