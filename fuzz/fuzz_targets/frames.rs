//! Any bytes as what a process hears from its parent, and the parent from it.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| focalpoint_fuzz::frames(data));

#[cfg(not(fuzzing))]
fn main() -> std::process::ExitCode {
    focalpoint_fuzz::drive("frames", focalpoint_fuzz::frames)
}
