//! `data/changes.json`, for other programs, and `data/previous.json` and `data/last-month.json`, which later runs
//! compare with.

use crate::model::LastMonth;
use crate::write::Consolidated;

/// Makes `data/changes.json`.
pub fn changes(result: &Consolidated) -> Result<Vec<u8>, String> {
    pretty(&result.changes)
}

/// Makes `data/previous.json`.
pub fn previous(result: &Consolidated) -> Result<Vec<u8>, String> {
    pretty(&result.history)
}

/// Makes `data/last-month.json`.
pub fn last_month(month: &LastMonth) -> Result<Vec<u8>, String> {
    pretty(month)
}

fn pretty(value: &impl serde::Serialize) -> Result<Vec<u8>, String> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|e| e.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}
