//! Tests of the stage `write`.

mod data;
mod invented;
mod summary;
mod workbook;
