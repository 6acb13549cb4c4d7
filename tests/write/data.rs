//! The data files hold what the contract says, and nothing that a spreadsheet program would run.

use super::invented;
use focalpoint::labels::Lang;
use focalpoint::vocab::Vocab;
use focalpoint::write::{self, Consolidated};
use serde_json::Value;

const KEYS: [&str; 30] = [
    "id",
    "title",
    "start",
    "end",
    "date_precision",
    "expires",
    "status",
    "type",
    "group",
    "countries",
    "cities",
    "organisations",
    "themes",
    "policies",
    "sdgs",
    "departments",
    "supported_department",
    "counterpart",
    "counterpart_rank",
    "lead",
    "venue",
    "mode",
    "participants",
    "budget_thb",
    "outcome",
    "obstacles",
    "next_steps",
    "contact",
    "sources",
    "warnings",
];

fn made(result: &Consolidated, path: &str) -> Vec<u8> {
    let outputs = write::all(result).unwrap();
    outputs.into_iter().find(|(made, _)| made == path).unwrap().1
}

fn json(result: &Consolidated, path: &str) -> Value {
    serde_json::from_slice(&made(result, path)).unwrap()
}

#[test]
fn every_key_is_there_in_the_contracts_order() {
    let result = invented::consolidated(invented::mixed(), Lang::Th);
    let text = String::from_utf8(made(&result, "data/engagements.json")).unwrap();
    let first = &text[..text.find("\n  },").unwrap()];
    let places: Vec<usize> =
        KEYS.iter().map(|key| first.find(&format!("\n    \"{key}\": ")).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn values_have_their_types_and_unknown_ones_are_empty() {
    let result = invented::consolidated(invented::mixed(), Lang::En);
    let rows = json(&result, "data/engagements.json");
    assert_eq!(rows[0]["start"], "2022-06-15");
    assert_eq!(rows[0]["participants"], 12);
    assert_eq!(rows[0]["budget_thb"], 1500.5);
    assert_eq!(rows[0]["counterpart_rank"], "ambassador");
    assert_eq!(rows[0]["sdgs"], serde_json::json!([6, 11]));
    assert_eq!(
        rows[0]["sources"][0],
        serde_json::json!({"file": "สนต/มิ.ย.xlsx", "sheet": "มิ.ย.", "row": 5, "page": null, "department": "IAO",
            "title": format!("{} a", invented::TITLE)})
    );
    assert_eq!(rows[9]["start"], Value::Null);
    assert_eq!(rows[9]["supported_department"], "");
    assert_eq!(rows[8]["supported_department"], "CSTD");
}

#[test]
fn a_doubt_is_a_warning_and_one_about_the_date_is_about_both_ends() {
    let result = invented::consolidated(invented::mixed(), Lang::En);
    let rows = json(&result, "data/engagements.json");
    let fields = |row: usize| -> Vec<&str> {
        rows[row]["warnings"].as_array().unwrap().iter().map(|w| w["field"].as_str().unwrap()).collect()
    };
    assert_eq!(fields(0), Vec::<&str>::new());
    assert_eq!(fields(1), ["title"]);
    assert_eq!(fields(9), ["start", "end"]);
    assert_eq!(rows[9]["warnings"][0]["message"], "No date was found in the report");
}

#[test]
fn only_what_was_held_counts_and_organisations_count_once() {
    let result = invented::consolidated(invented::mixed(), Lang::Th);
    let totals = &json(&result, "data/run.json")["totals"];
    assert_eq!(
        (&totals["state"], &totals["organisations"], &totals["support"]),
        (&3.into(), &2.into(), &1.into())
    );
    assert_eq!(
        (&totals["planned"], &totals["cancelled"], &totals["postponed"]),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!((&totals["first_month"], &totals["last_month"]), (&"2022-06".into(), &"2022-08".into()));
    // Of July nobody has reported anything.
    assert_eq!(totals["state_monthly"], 1.5);
    assert_eq!(totals["need_a_person"], 2);
}

#[test]
fn the_period_has_every_month_and_a_doubtful_year_does_not_stretch_it() {
    let mut entries = invented::mixed();
    let mut odd = invented::engagement("ปีที่พิมพ์ผิด");
    odd.period.value.start = Some(jiff::civil::date(2012, 6, 1));
    odd.period = odd.period.doubted(focalpoint::model::Doubt::YearMistyped { written: 2555, taken: 2012 });
    entries.push(invented::entry("z", odd));
    let counts = write::count(&invented::consolidated(entries, Lang::Th));
    let months: Vec<String> = counts.months.iter().map(|(month, _)| month.to_string()).collect();
    assert_eq!(months, ["2022-06-01", "2022-07-01", "2022-08-01"]);
    assert_eq!(counts.elsewhere, 2);
}

#[test]
fn the_runs_record_names_every_file_and_every_output() {
    let result = invented::consolidated(invented::mixed(), Lang::Th);
    let run = json(&result, "data/run.json");
    let keys: Vec<&String> = run.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 8, "{keys:?}");
    assert_eq!(run["as_of"], "2023-01-31");
    assert_eq!(run["options"]["vocabulary"], Vocab::built_in().digest());
    assert_eq!(run["files"][1]["status"], "password");
    assert_eq!(run["files"][1]["message"], "แฟ้มมีรหัสผ่าน โปรดเปิดด้วยรหัสผ่านแล้วบันทึกใหม่โดยไม่ใส่รหัส");
    assert_eq!(run["files"][0]["set_aside"], 1);
    let outputs: Vec<&str> =
        run["outputs"].as_array().unwrap().iter().map(|output| output["path"].as_str().unwrap()).collect();
    assert_eq!(
        outputs,
        [
            "engagements.xlsx",
            "summary.pdf",
            "review.xlsx",
            "data/engagements.json",
            "data/engagements.csv",
            "data/changes.json",
            "data/previous.json",
            "return/สกต. สำนักงานการต่างประเทศ.xlsx",
            "return-slips.pdf"
        ]
    );
    assert_eq!(run["outputs"][0]["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn the_list_opens_in_excel_and_holds_no_formula() {
    let mut risky = invented::engagement("=HYPERLINK(\"http://example.org\")");
    risky.counterpart.value = "+66 2 000 0000".to_owned();
    risky.lead.value = "＝1+1".to_owned();
    risky.venue.value = "\tห้อง, \"A\"\nชั้น 2".to_owned();
    let result = invented::consolidated(vec![invented::entry("x", risky)], Lang::Th);
    let bytes = made(&result, "data/engagements.csv");
    assert!(bytes.starts_with(b"\xef\xbb\xbfid,title,start,end,date_precision,"));
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let row = reader.records().next().unwrap().unwrap();
    assert_eq!(row.len(), 30);
    assert_eq!(&row[1], "'=HYPERLINK(\"http://example.org\")");
    assert_eq!(&row[17], "'+66 2 000 0000");
    assert_eq!(&row[19], "'＝1+1");
    assert_eq!(&row[20], "'\tห้อง, \"A\"\nชั้น 2");
    assert_eq!(&row[23], "1500.5");
    assert_eq!(&row[28], "สนต/มิ.ย.xlsx#มิ.ย.!5");
}

#[test]
fn the_same_register_gives_the_same_bytes() {
    let result = invented::consolidated(invented::mixed(), Lang::Th);
    assert!(write::all(&result).unwrap() == write::all(&result).unwrap());
}
