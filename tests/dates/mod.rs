//! Tests of `dates`.

mod notation;
mod periods;
mod places;
mod texts;
