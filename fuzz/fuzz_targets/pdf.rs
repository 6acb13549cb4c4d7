//! Any bytes as a PDF.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| focalpoint_fuzz::pdf(data));

#[cfg(not(fuzzing))]
fn main() -> std::process::ExitCode {
    focalpoint_fuzz::drive("pdf", focalpoint_fuzz::pdf)
}
