//! Tables that a person says how to read: asked once a layout, and the answer holds for every report of the department
//! in that layout, past and to come.

use super::ask::{is_counted, number, question};
use super::gather::{Decided, in_force};
use crate::model::{
    Asked, Decision, Layout, Processed, Question, Review, Ruling, Side, Source, TableReading, UnsureTable,
};
use crate::thai::fold;

/// What stands between the parts of a cause.
const BETWEEN: &str = " | ";

/// The layouts that were taught in review workbooks, each under its name.
pub fn taught(reviews: Vec<(String, Review)>) -> Vec<Layout> {
    let stated = in_force(Decided::default().weigh(reviews));
    stated.into_iter().filter_map(|one| layout(&one.decision)).collect()
}

fn layout(decision: &Decision) -> Option<Layout> {
    let table = decision.table.as_ref()?;
    match decision.ruling {
        Ruling::Right | Ruling::Value => table.layout(),
        Ruling::Other => {
            let layout = table.layout()?;
            Some(Layout { roles: vec![None; layout.roles.len()], ..layout })
        }
        _ => None,
    }
}

/// One question a layout that was not taught, with the tables that have it.
pub fn questions(files: &[Processed], decided: &Decided) -> Vec<Question> {
    let read = files.iter().filter(|file| file.reported.status.is_read());
    let asked = read.flat_map(|file| file.reported.unsure.iter().filter_map(|table| of_table(file, table)));
    let settled = |question: &Question| {
        let mut told = decided.in_force.iter().filter(|decision| decision.question == question.id);
        told.any(|decision| layout(decision).is_some())
    };
    asked.filter(|question| !settled(question)).collect()
}

fn of_table(file: &Processed, table: &UnsureTable) -> Option<Question> {
    let cause = cause(&table.reading)?;
    let title = table.reading.head()?.cells.iter().map(|(_, words)| words.as_str());
    let title = title.collect::<Vec<_>>().join(BETWEEN);
    let department = table.reading.department.clone();
    let source = Source { place: table.place.clone(), department, title: title.clone() };
    let doubtful =
        file.reported.understood.iter().filter(|row| row.record.doubtful).map(|row| &row.engagement);
    let lines = file.reported.unheld.iter().map(|line| &line.understood.engagement);
    let effect = doubtful.chain(lines).filter(|e| table.holds(&e.place) && is_counted(e)).count() as u32;
    let side = Side { rows: Vec::new(), title, period: None, sources: vec![source] };
    Some(Question {
        id: number(&cause),
        cause,
        effect,
        leans: Some(Ruling::Right),
        table: Some(table.clone()),
        ..question(Asked::Layout, None, side, None)
    })
}

/// What makes two tables of one layout: the department and the words of the heading.
fn cause(reading: &TableReading) -> Option<String> {
    let words = reading.head()?.cells.iter().map(|(_, words)| fold(words));
    let parts: Vec<String> =
        ["layout".to_owned(), reading.department.clone()].into_iter().chain(words).collect();
    Some(parts.join(BETWEEN))
}
