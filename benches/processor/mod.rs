//! Processor time of this process, all its threads, as Linux tells it; elsewhere the time that goes by.

use std::time::{Duration, Instant};

/// Linux counts in hundredths of a second, whatever the machine.
const TICK: Duration = Duration::from_millis(10);

/// Processor time of this process so far, in the steps in which it is told.
fn used() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name stands in brackets and may hold anything; the times are the 12th and 13th field behind it.
    let fields: Vec<&str> = told.rsplit(')').next()?.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<u32>().ok();
    Some(TICK * (ticks(11)? + ticks(12)?))
}

/// Milliseconds of processor time that work takes, the mean of so many rounds after one that does not count.
pub fn milliseconds(rounds: u32, mut work: impl FnMut()) -> f64 {
    work();
    let (start, before) = (Instant::now(), used());
    (0..rounds).for_each(|_| work());
    let time = before.and_then(|before| used()?.checked_sub(before)).unwrap_or_else(|| start.elapsed());
    time.as_secs_f64() * 1000.0 / f64::from(rounds)
}
