//! The department and the period that a report as a whole names, by falling trust.

use super::departments::by_hint;
use crate::model::{Context, Place};
use crate::problem::{Problem, What};

/// Code of the department of the report, and what a person should know about it.
#[must_use]
pub fn department(file: &str, context: &Context) -> (Option<String>, Vec<Problem>) {
    let named: Vec<&'static str> = context.department.iter().filter_map(by_hint).collect();
    let place = Place::file(file);
    let Some(&taken) = named.first() else {
        return (None, vec![Problem::warning(place, What::DepartmentUnknown)]);
    };
    let other = named.iter().find(|code| !akin(taken, code));
    let problems = other.map_or_else(Vec::new, |other| {
        vec![Problem::warning(
            place,
            What::DepartmentsDisagree { taken: taken.to_owned(), other: (*other).to_owned() },
        )]
    });
    (Some(taken.to_owned()), problems)
}

/// True for a department and the one that it is part of.
fn akin(one: &str, other: &str) -> bool {
    use crate::vocab::gazetteer::department_of;
    let parent = |code| department_of(code).map_or("", |department| department.parent);
    one == other || parent(one) == other || parent(other) == one
}
