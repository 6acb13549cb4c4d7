//! Any bytes as a workbook or table of any format.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| focalpoint_fuzz::workbook(data));

#[cfg(not(fuzzing))]
fn main() -> std::process::ExitCode {
    focalpoint_fuzz::drive("workbook", focalpoint_fuzz::workbook)
}
