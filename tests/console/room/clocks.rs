//! The time as the room is told it, and what stands out for a moment.

use jiff::SignedDuration;

use adjacent::record::{Fact, RoomView};
use adjacent::theme::{Depth, Role};
use adjacent::ui::Paint;

use crate::drawn::themes;
use crate::room::stage::Stage;

fn head(stage: &Stage) -> String {
    stage.screen().lines().next().unwrap().split_once("review").unwrap().1.trim().to_owned()
}

#[test]
fn the_room_sees_what_is_left_and_never_that_a_step_is_over() {
    let mut stage = Stage::opened();
    assert_eq!(head(&stage), "0:00");
    stage.wait(60_000).enters(2);
    assert_eq!(head(&stage), "3:00 left   1:00");
    stage.wait(179_000);
    assert_eq!(head(&stage), "0:01 left   3:59");
    stage.wait(1000);
    assert_eq!(head(&stage), "4:00");
    stage.wait(3_600_000);
    assert_eq!(head(&stage), "1:04:00");
    assert!(!stage.screen().contains("over"), "{}", stage.screen());
}

#[test]
fn stopped_clocks_say_so_and_go_on_where_they_stood() {
    let mut stage = Stage::opened();
    stage.enters(2).wait(30_000).does(Fact::ClockPaused);
    stage.wait(600_000);
    assert_eq!(head(&stage), "paused   0:30");
    stage.does(Fact::ClockRan);
    stage.wait(1000);
    assert_eq!(head(&stage), "2:29 left   0:31");
}

#[test]
fn a_session_nobody_has_gone_on_with_for_hours_shows_no_time() {
    let mut stage = Stage::opened();
    stage.enters(2).wait(26 * 3_600_000);
    assert_eq!(head(&stage), "");
    stage.does(Fact::Resumed { who: None });
    stage.wait(1000);
    assert_eq!(head(&stage), "2:59 left   0:01");
}

#[test]
fn in_silence_there_is_a_countdown_that_stops_at_nought_and_nothing_else() {
    let mut stage = Stage::opened();
    stage.enters(2).says("park three decks");
    stage.enters(3);
    let screen = stage.screen();
    assert!(screen.contains("Write for yourself"), "{screen}");
    assert!(!screen.contains("decks") && !screen.contains("parked"), "{screen}");
    stage.wait(600_000);
    let over = stage.screen();
    stage.wait(60_000);
    let later = stage.screen();
    let below = |screen: &str| screen.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(below(&over), below(&later));
    assert!(over.contains("██"), "{over}");
    stage.looks_at(RoomView::Parked);
    assert!(stage.screen().contains("three decks"), "somebody chose to look: {}", stage.screen());
}

#[test]
fn the_newest_line_stands_out_for_two_seconds_unless_the_window_is_to_be_still() {
    let selected = |stage: &Stage| {
        let theme = &themes()[0];
        let bg = Paint::new(theme, Depth::True).role(Role::Selected).bg;
        stage.buffer(theme, Depth::True).content.iter().any(|cell| Some(cell.bg) == bg)
    };
    for (still, expected) in [(false, true), (true, false)] {
        let mut stage = Stage::opened();
        stage.window.still = still;
        stage.enters(2);
        assert!(!selected(&stage), "a step is no line");
        stage.says("Service bot needs data");
        assert_eq!(selected(&stage), expected);
        stage.wait(1999);
        assert_eq!(selected(&stage), expected);
        stage.wait(1);
        assert!(!selected(&stage));
    }
}

#[test]
fn the_window_rests_until_something_on_it_changes() {
    let mut stage = Stage::opened();
    stage.enters(2).wait(250);
    assert_eq!(stage.window.rests_for(), SignedDuration::from_millis(750));
    stage.does(Fact::ClockPaused);
    assert_eq!(stage.window.rests_for(), SignedDuration::from_millis(60_000));
    stage.says("Service bot needs data");
    assert_eq!(stage.window.rests_for(), SignedDuration::from_millis(2000));
    stage.window.still = true;
    assert_eq!(stage.window.rests_for(), SignedDuration::from_millis(60_000));
}

#[test]
fn the_end_says_thank_you_and_a_session_taken_up_again_goes_on() {
    let mut stage = Stage::opened();
    stage.enters(2).says("Service bot needs data");
    stage.does(Fact::Closed);
    let screen = stage.screen();
    assert!(screen.contains("Spring review") && !screen.contains("data") && !screen.contains(':'), "{screen}");
    stage.wait(3_600_000).does(Fact::Resumed { who: None });
    assert!(stage.screen().contains("without data"), "{}", stage.screen());
}
