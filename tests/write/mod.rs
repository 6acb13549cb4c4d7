//! Tests of the stage `write`.

mod data;
mod invented;
mod sentences;
mod summary;
mod workbook;
