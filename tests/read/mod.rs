//! Tests of the stage `read`.

mod pdf;
mod sheets;
