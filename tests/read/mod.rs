//! Tests of the stage `read`.

pub mod pdf;
mod sheets;
