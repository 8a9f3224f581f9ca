//! Playing: faster than it was, and without the long silences.

use jiff::SignedDuration;

use adjacent::replay::{LONGEST_WAIT, Playhead, Timeline};

use crate::replay::stage::{sample, timeline};

fn play_through(timeline: &Timeline, speed: u16, tick: SignedDuration) -> (SignedDuration, Vec<Playhead>) {
    let (mut position, mut elapsed, mut seen) = (Timeline::start(), SignedDuration::ZERO, Vec::new());
    while position.heard < timeline.end().heard {
        let next = timeline.play(position, speed, tick);
        assert!(next > position, "playing stands still at {position:?}");
        (position, elapsed) = (next, elapsed + tick);
        seen.push(position);
    }
    (elapsed, seen)
}

#[test]
fn no_silence_lasts_longer_than_the_longest_wait() {
    let timeline = timeline(&sample());
    let events = i32::try_from(timeline.end().heard).unwrap();
    for speed in [1, 10, 60] {
        let (elapsed, _) = play_through(&timeline, speed, SignedDuration::from_millis(16));
        assert!(elapsed <= (LONGEST_WAIT + SignedDuration::from_millis(16)) * events, "{elapsed} at {speed}x");
    }
}

#[test]
fn twice_as_fast_takes_half_as_long_where_nobody_was_silent() {
    let lines: Vec<String> = (0..20).map(|line| format!("zqmei> A{line} -> B : +")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let timeline = timeline(&crate::replay::stage::typed("quick", "2026-11-20T09:00:00Z", &lines));
    let (slow, _) = play_through(&timeline, 30, SignedDuration::from_millis(1));
    let (quick, _) = play_through(&timeline, 60, SignedDuration::from_millis(1));
    assert!((slow - quick * 2).abs() <= SignedDuration::from_millis(40), "{slow} and {quick}");
}

#[test]
fn many_small_steps_are_one_large_one() {
    let timeline = timeline(&sample());
    let (_, seen) = play_through(&timeline, 7, SignedDuration::from_millis(100));
    let at_once = timeline.play(Timeline::start(), 7, SignedDuration::from_secs(5));
    let stepwise = seen[49];
    assert_eq!(at_once.heard, stepwise.heard);
    assert!(at_once.at.as_millis().abs_diff(stepwise.at.as_millis()) < 1000, "{at_once:?} and {stepwise:?}");
}

#[test]
fn at_the_end_playing_stays_there() {
    let timeline = timeline(&sample());
    assert_eq!(timeline.play(timeline.end(), 60, SignedDuration::from_secs(100)), timeline.end());
    assert_eq!(timeline.play(Timeline::start(), 60, SignedDuration::MAX), timeline.end());
}
