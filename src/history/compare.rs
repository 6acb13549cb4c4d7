//! Two registers side by side: what is new, what has other values, what is no longer there.

use crate::model::{Altered, Changes, ContractRow, FieldChange, Key, Listed};
use crate::thai::fold;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What changed from the register of the run with this number.
pub fn compare(number: u64, before: &[ContractRow], now: &[ContractRow]) -> Changes {
    let ids =
        |rows: &[ContractRow]| -> BTreeSet<String> { rows.iter().map(|row| text(row.get("id"))).collect() };
    let (old_ids, new_ids) = (ids(before), ids(now));
    let gone: Vec<&ContractRow> =
        before.iter().filter(|row| !new_ids.contains(&text(row.get("id")))).collect();
    let fresh: Vec<&ContractRow> = now.iter().filter(|row| !old_ids.contains(&text(row.get("id")))).collect();
    let renamed = renamed(&gone, &fresh);
    let by_id: BTreeMap<String, &ContractRow> = before.iter().map(|row| (text(row.get("id")), row)).collect();
    let mut changes = Changes { against: Some(number), ..Changes::default() };
    for row in now {
        let id = text(row.get("id"));
        match by_id.get(renamed.get(&id).unwrap_or(&id)) {
            Some(was) => changes.changed.extend(altered(was, row)),
            None => changes.new.push(listed(row)),
        }
    }
    let kept: BTreeSet<&String> = renamed.values().collect();
    let withdrawn = gone.iter().filter(|row| !kept.contains(&text(row.get("id"))));
    changes.withdrawn = withdrawn.map(|row| listed(row)).collect();
    changes
}

/// Entries whose id changed with their day or counterpart: new id to old id. Their title and a reporting department
/// stay, and no other new or withdrawn entry has that title.
fn renamed(gone: &[&ContractRow], fresh: &[&ContractRow]) -> BTreeMap<String, String> {
    let titled = |rows: &[&ContractRow]| {
        let mut by_title: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            by_title.entry(fold(&text(row.get("title")))).or_default().push(at);
        }
        by_title
    };
    let (old, new) = (titled(gone), titled(fresh));
    let mut out = BTreeMap::new();
    for (title, at) in &old {
        let (&[was], Some(&[is])) = (&at[..], new.get(title).map(|at| &at[..])) else { continue };
        let (was, is) = (gone[was], fresh[is]);
        let units = |row: &ContractRow| -> BTreeSet<String> {
            row.get("departments")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(|v| text(Some(v)))
                .collect()
        };
        if !units(was).is_disjoint(&units(is)) {
            out.insert(text(is.get("id")), text(was.get("id")));
        }
    }
    out
}

fn altered(was: &ContractRow, is: &ContractRow) -> Option<Altered> {
    let fields: Vec<FieldChange> = Key::ALL
        .iter()
        .map(|key| FieldChange { field: *key, from: text(was.get(key.code())), to: text(is.get(key.code())) })
        .filter(|change| change.from != change.to)
        .filter(|change| change.field != Key::Sources || files_of(was) != files_of(is))
        .collect();
    (!fields.is_empty()).then(|| Altered {
        id: text(is.get("id")),
        previous_id: text(was.get("id")),
        title: text(is.get("title")),
        fields,
    })
}

/// How many files an entry was reported in. A corrected file that takes the place of another changes nothing in the
/// rows that it repeats.
fn files_of(row: &ContractRow) -> usize {
    row.get("sources").and_then(Value::as_array).map_or(0, Vec::len)
}

/// An entry by its name.
pub fn listed(row: &ContractRow) -> Listed {
    let start = [row.get("start"), row.get("end")].into_iter().map(text).find(|day| !day.is_empty());
    let files = row.get("sources").and_then(Value::as_array).into_iter().flatten();
    Listed {
        id: text(row.get("id")),
        title: text(row.get("title")),
        start: start.unwrap_or_default(),
        files: files.map(|file| text(Some(file))).collect(),
    }
}

/// A value as text, lists joined with `; `.
pub fn text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => list.iter().map(|item| text(Some(item))).collect::<Vec<_>>().join("; "),
        Some(other @ (Value::Bool(_) | Value::Number(_) | Value::Object(_))) => other.to_string(),
    }
}
