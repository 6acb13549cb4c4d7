//! Tests of the stage `write`.

mod data;
mod invented;
mod sentences;
mod slips;
mod summary;
mod workbook;
