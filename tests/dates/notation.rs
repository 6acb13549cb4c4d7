//! Days as data files and people at a keyboard write them.

use focalpoint::dates::notation::{day, period, report_period};
use focalpoint::model::Period;

#[test]
fn a_period_is_named_in_either_era() {
    let month = report_period("2566-02").expect("a month");
    assert_eq!((month.start.to_string(), month.end.to_string()), ("2023-02-01".into(), "2023-02-28".into()));
    let year = report_period("2024").expect("a year");
    assert_eq!((year.start.to_string(), year.end.to_string()), ("2024-01-01".into(), "2024-12-31".into()));
    assert_eq!(report_period("66-02"), None);
    assert_eq!(report_period("2566-13"), None);
    for beyond in ["2700", "3112-01", "1800", "2566-00", "-2566", ""] {
        assert_eq!(report_period(beyond), None, "{beyond}");
    }
}

#[test]
fn a_day_is_named_in_either_era() {
    for (text, wanted) in [
        ("2566-01-10", Some("2023-01-10")),
        ("๒๕๖๖-๐๑-๑๐", Some("2023-01-10")),
        (" 2023-01-10 ", Some("2023-01-10")),
        ("2023-02-30", None),
        ("66-01-10", None),
        ("9999-01-10", None),
        ("2023-01-10-11", None),
    ] {
        assert_eq!(day(text).map(|day| day.to_string()).as_deref(), wanted, "{text}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    for text in ["2023-01-10", "2023-01-10/2023-01-12", "2023-01", "2023"] {
        assert_eq!(period(text).map(Period::written).as_deref(), Some(text));
    }
    for (text, wanted) in
        [("10-12 ม.ค. 66", Some("2023-01-10/2023-01-12")), ("10 ม.ค.", None), ("31 ก.พ. 66", None)]
    {
        assert_eq!(period(text).map(Period::written).as_deref(), wanted, "{text}");
    }
}
