//! Tests of `dates`.

mod notation;
mod periods;
mod texts;
