//! Tests of the stage `read`.

mod page;
pub mod pdf;
mod sheets;
