//! Tests of `dates`.

mod periods;
mod texts;
