//! Numbers taken in turns, so that what else the machine does falls on both sides.

use std::time::Duration;

/// One row of the table: our time, the anchor's, and their ratio.
pub(crate) fn row(work: &str, ours: Duration, anchor: Duration, goal: &str) {
    let ratio = ours.as_secs_f64() / anchor.as_secs_f64();
    println!("{work:<34} {:>12} {:>12} {ratio:>8.2}  {goal}", shown(ours), shown(anchor));
}

fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    if micros < 10_000.0 { format!("{micros:.1} us") } else { format!("{:.1} ms", micros / 1000.0) }
}

/// The time below which so many in a hundred of the times lie.
pub(crate) fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() * percent / 100).min(times.len() - 1)]
}
