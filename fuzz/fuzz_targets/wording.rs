//! Any text as the wording of an activity: dates, actors and all that is understood of it.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| focalpoint_fuzz::wording(data));

#[cfg(not(fuzzing))]
fn main() -> std::process::ExitCode {
    focalpoint_fuzz::drive("wording", focalpoint_fuzz::wording)
}
