//! What can be put on the projector: the drawn map, a ripple, a finding, decisions, the agenda, what was said.

use adjacent::app::room::Room;
use adjacent::record::{Exposure, Fact, FindingPart, RoomView, ShownFinding, Verdict};

use crate::room::stage::Stage;

fn talking() -> Stage {
    let mut stage = Stage::opened();
    stage.enters(2);
    for line in [
        "ztom> Service bot -> less handle time, more repeat calls : seen",
        "ztom> repeat calls -> more queue pressure",
        "zmei> queue pressure -> more overtime",
        "zana> queue pressure -> more Service bot",
    ] {
        stage.says(line);
    }
    stage
}

fn drawn(around: &[&str], steps: u16) -> RoomView {
    RoomView::Drawn { around: around.iter().map(|label| (*label).to_owned()).collect(), steps }
}

#[test]
fn the_drawn_map_stands_on_the_projector_with_words_for_its_signs_and_a_count() {
    let mut stage = talking();
    stage.looks_at(RoomView::WholeMap);
    let screen = stage.screen();
    for label in ["Service bot", "handle time", "repeat calls", "queue pressure", "overtime"] {
        assert!(screen.contains(label), "{label}: {screen}");
    }
    assert!(screen.contains("all 5 arrows shown") && screen.contains('▼'), "{screen}");
    assert!(screen.contains("more") && screen.contains("less"), "{screen}");
}

#[test]
fn around_a_thing_only_what_is_near_is_drawn_and_the_rest_is_counted_and_named() {
    let mut stage = talking();
    stage.looks_at(drawn(&["overtime"], 1));
    let screen = stage.screen();
    assert!(screen.contains("1 of 5 arrows shown") && screen.contains("queue pressure"), "{screen}");
    assert!(!screen.contains("handle time"), "{screen}");
    stage.looks_at(drawn(&["overtime"], 2));
    assert!(stage.screen().contains("repeat calls"), "{}", stage.screen());
}

#[test]
fn without_a_thing_the_map_follows_what_is_talked_about() {
    let mut stage = talking();
    for number in 0..6 {
        stage.says(&format!("Letter drafter -> more letter kind {number}"));
    }
    stage.looks_at(drawn(&[], 1));
    let screen = stage.screen();
    assert!(screen.contains("Letter drafter") && !screen.contains("overtime"), "{screen}");
}

#[test]
fn a_map_that_does_not_fit_shows_what_fits_and_says_what_is_left_out() {
    let mut stage = Stage::opened();
    stage.enters(2);
    for number in 0..40 {
        stage.says(&format!("Service bot -> more consequence number {number}"));
    }
    stage.looks_at(drawn(&["Service bot"], 1));
    let screen = stage.screen();
    assert!(screen.contains(" of 40 arrows shown") && screen.contains("not shown: consequence"), "{screen}");
    assert!(screen.contains("Service bot"), "{screen}");
    stage.looks_at(RoomView::WholeMap);
    assert!(stage.screen().contains(": around Service bot"), "{}", stage.screen());
}

/// The labels of the boxes on the screen.
fn labels(screen: &str) -> std::collections::BTreeSet<String> {
    let cells = screen.lines().skip(3).flat_map(|row| row.split('│').skip(1).step_by(2));
    cells.map(|label| label.trim().to_owned()).filter(|label| label.chars().count() > 3 && label.is_ascii()).collect()
}

#[test]
fn a_map_that_does_not_fit_has_parts_in_which_no_box_hangs_alone() {
    let mut stage = Stage::opened();
    stage.enters(2);
    for (hub, effect) in (0..8).flat_map(|hub| (0..3).map(move |effect| (hub, effect))) {
        stage.says(&format!("Change of kind {hub} -> more outcome {hub}{effect}"));
    }
    stage.looks_at(RoomView::WholeMap);
    let first = stage.screen();
    assert!(first.contains("part 1 of ") && first.contains("around Change of kind"), "{first}");
    let of: u16 =
        first.split("part 1 of ").nth(1).and_then(|rest| rest.chars().next()?.to_string().parse().ok()).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for part in 1..=of {
        stage.looks_at(RoomView::MapPart(part));
        let screen = stage.screen();
        assert!(screen.contains(&format!("part {part} of {of}")), "{screen}");
        let shown = labels(&screen);
        for label in &shown {
            // A change stands with an outcome of its own, and an outcome with its change.
            let number: String = label.chars().filter(char::is_ascii_digit).take(1).collect();
            let of_it = |other: &&String| *other != label && other.contains(&format!(" {number}"));
            assert!(shown.iter().any(|other| of_it(&other)), "{label} hangs alone: {screen}");
        }
        seen.extend(shown);
    }
    assert_eq!(seen.len(), 32, "{seen:?}");
    stage.looks_at(RoomView::MapPart(of + 1));
    assert!(stage.screen().contains("part 1 of "), "{}", stage.screen());
    let mut wide = stage.with_size(160, 50);
    wide.looks_at(RoomView::WholeMap);
    assert!(labels(&wide.screen()).len() > labels(&first).len(), "{}", wide.screen());
}

#[test]
fn an_arrow_that_says_what_a_thing_needs_says_so_in_a_word() {
    let mut stage = Stage::opened();
    stage.enters(2);
    stage.says("Service bot needs customer history");
    stage.looks_at(RoomView::WholeMap);
    let drawn: Vec<_> = stage.screen().lines().skip(3).take(16).map(str::to_owned).collect();
    assert!(drawn.iter().any(|row| row.contains("needs")), "{}", stage.screen());
}

#[test]
fn a_ripple_shows_what_nobody_agrees_on_and_says_what_it_leaves_out() {
    let mut stage = Stage::opened();
    stage.enters(2);
    for line in [
        "ztom> Service bot -> more overtime",
        "ztom> Service bot -> more water loss",
        "zana> Service bot -> less water loss",
        "overtime -> sick leave",
        "overtime -> Service bot",
    ] {
        stage.says(line);
    }
    stage.looks_at(RoomView::Ripple { of: "Service bot".into(), less: false, waves: 1 });
    let screen = stage.screen();
    assert!(screen.contains("more overtime") && screen.contains("water loss: less or more"), "{screen}");
    assert!(!screen.contains("sick leave"), "{screen}");
    stage.looks_at(RoomView::Ripple { of: "Service bot".into(), less: false, waves: 2 });
    let screen = stage.screen();
    assert!(screen.contains("sick leave changes, nobody said"), "{screen}");
    assert!(screen.contains("1 arrow without an agreed sign left out"), "{screen}");
}

#[test]
fn no_label_on_the_projector_is_cut_below_twelve_characters() {
    let mut stage = Stage::opened();
    stage.enters(2);
    for number in 0..12 {
        stage.says(&format!("Reconciliation of statements {number} -> more correspondence backlog {number}"));
    }
    stage.looks_at(RoomView::WholeMap);
    let screen = stage.screen();
    for cut in screen.lines().flat_map(|row| row.split('│')).filter(|label| label.trim_end().ends_with('…')) {
        assert!(cut.trim().chars().count() >= 12, "{cut:?}: {screen}");
    }
}

/// Where each label stands.
fn places(screen: &str, labels: &[&str]) -> Vec<Option<(usize, usize)>> {
    let row_of = |label: &str| {
        screen.lines().enumerate().skip(3).find_map(|(y, row)| Some((y, row.find(&format!("│ {label}"))?)))
    };
    labels.iter().map(|label| row_of(label)).collect()
}

#[test]
fn the_picture_grows_and_what_stands_stays_where_it_is() {
    let mut stage = talking().with_size(160, 50);
    stage.looks_at(drawn(&[], 2));
    let labels = ["Service bot", "handle time", "repeat calls", "queue pressure", "overtime"];
    let mut before = places(&stage.screen(), &labels);
    assert!(before.iter().all(Option::is_some), "{}", stage.screen());
    for line in ["overtime -> less goodwill", "handle time -> less goodwill", "goodwill -> more repeat calls"] {
        stage.says(line);
        let after = places(&stage.screen(), &labels);
        let columns =
            |places: &[Option<(usize, usize)>]| -> Vec<_> { places.iter().map(|at| at.map(|(_, x)| x)).collect() };
        let stays = columns(&before).iter().zip(columns(&after)).filter(|(before, after)| **before == *after).count();
        assert!(stays + 2 >= labels.len(), "{line}: {before:?} {after:?}\n{}", stage.screen());
        before = after;
    }
}

#[test]
fn what_is_new_on_the_map_stands_out_for_two_seconds_unless_nothing_may() {
    use adjacent::theme::{Depth, Role};
    use adjacent::ui::Paint;
    let theme = crate::room::stage::projector();
    let lit = Paint::new(theme, Depth::True).role(Role::Selected).bg;
    for still in [false, true] {
        let mut stage = talking();
        stage.window.still = still;
        stage.looks_at(drawn(&[], 2));
        stage.wait(5_000);
        let has_lit = |stage: &Stage| {
            let buffer = stage.buffer(theme, Depth::True);
            (2..19).any(|y| (0..80).any(|x| Some(buffer[(x, y)].bg) == lit))
        };
        assert!(!has_lit(&stage));
        stage.says("overtime -> less goodwill");
        assert_eq!(has_lit(&stage), !still, "{}", stage.screen());
        stage.wait(2_100);
        assert!(!has_lit(&stage));
    }
}

#[test]
fn a_ripple_is_shown_wave_by_wave() {
    let mut stage = talking();
    let ripple = |waves| RoomView::Ripple { of: "service bot".into(), less: false, waves };
    stage.looks_at(ripple(1));
    let first = stage.screen();
    assert!(first.contains("less handle time") && !first.contains("queue pressure"), "{first}");
    stage.looks_at(ripple(2));
    let second = stage.screen();
    assert!(second.contains("more queue pressure") && second.contains("by way of repeat calls"), "{second}");
    assert!(!second.contains("overtime"), "{second}");
    stage.looks_at(ripple(3));
    assert!(
        stage.screen().contains("more overtime") && stage.screen().contains("all that was named"),
        "{}",
        stage.screen()
    );
    stage.looks_at(RoomView::Ripple { of: "Service bot".into(), less: true, waves: 1 });
    assert!(stage.screen().contains("more handle time"), "{}", stage.screen());
}

fn a_finding(part: FindingPart) -> RoomView {
    let about = ["queue pressure", "Service bot", "repeat calls"].map(str::to_owned).to_vec();
    RoomView::Finding(ShownFinding { lens: "loop".into(), pattern: Some("reinforcing".into()), about, part })
}

#[test]
fn a_finding_is_its_question_first_and_what_it_rests_on_when_that_is_asked_for() {
    let mut stage = talking();
    stage.looks_at(a_finding(FindingPart::Question));
    let asked = stage.screen();
    assert!(!asked.contains("said by") && !asked.contains("does not show"), "{asked}");
    stage.looks_at(a_finding(FindingPart::Grounds));
    let grounds = stage.screen();
    assert!(grounds.contains("said by Contact Centre") && grounds.contains("said by Risk"), "{grounds}");
    stage.looks_at(a_finding(FindingPart::Name));
    assert!(stage.screen().to_lowercase().contains("loop"), "{}", stage.screen());
    for screen in [asked, grounds, stage.screen()] {
        assert!(!screen.contains("severity") && !screen.contains("zana") && !screen.contains("Ana"), "{screen}");
    }
}

#[test]
fn a_finding_that_rests_on_what_is_for_nobody_to_see_is_not_shown() {
    let mut stage = talking();
    let line = stage.event(Fact::Answered { text: String::new() }).seq;
    stage.says("queue pressure -> less Service bot");
    let _ = line;
    let event = stage.event(Fact::Claimed(adjacent::record::Claim {
        claim: 90,
        from: "overtime".into(),
        to: "Privatemarkø".into(),
        ..adjacent::record::Claim::default()
    }));
    stage.happens(adjacent::record::Event { exposure: Exposure::Private, ..event });
    stage.looks_at(RoomView::Finding(ShownFinding {
        lens: "silence".into(),
        pattern: None,
        about: vec!["Privatemarkø".into()],
        part: FindingPart::Name,
    }));
    assert!(!stage.screen().contains("Privatemarkø"), "{}", stage.screen());
}

#[test]
fn a_chosen_line_stands_under_the_question_and_a_private_one_does_not() {
    let mut stage = talking();
    let seq = stage.says("zmei> queue pressure -> less goodwill");
    stage.says("Service bot needs data");
    stage.looks_at(RoomView::Line(seq));
    let screen = stage.screen();
    assert!(screen.contains("less goodwill") && !screen.contains("without data"), "{screen}");
    let event = stage.event(Fact::Parked { text: "Privatemarkø".into() });
    let seq = stage.happens(adjacent::record::Event { exposure: Exposure::Private, ..event });
    stage.looks_at(RoomView::Line(seq));
    assert!(!stage.screen().contains("Privatemarkø"), "{}", stage.screen());
}

#[test]
fn what_was_said_is_grouped_by_thing_and_has_seven_rows_at_most() {
    let mut stage = talking();
    for number in 0..9 {
        stage.says(&format!("Service bot -> more effect {number}"));
    }
    stage.looks_at(RoomView::Said);
    let screen = stage.screen();
    let rows = screen.lines().filter(|row| row.trim_start().starts_with("· ")).count();
    assert!((4..=7).contains(&rows), "{screen}");
    assert!(screen.contains("effect 8") && !screen.contains("effect 1."), "{screen}");
    assert!(screen.lines().any(|row| row.trim() == "Service bot"), "{screen}");
}

#[test]
fn the_decision_record_names_units_alone() {
    let mut stage = talking();
    stage.does(Fact::Decided {
        about: "Service bot".into(),
        before: None,
        verdict: Verdict::Guard,
        after: Some("a person picks up the third call".into()),
        who: Some("ztom".into()),
    });
    stage.says("do tell the handlers : zmei due 2026-12-04");
    stage.wait(3_000).looks_at(RoomView::Decisions);
    let screen = stage.screen();
    assert!(screen.contains("third call") && screen.contains("Contact Centre"), "{screen}");
    assert!(screen.contains("Claims, by 4 December: tell the handlers"), "{screen}");
    assert!(!screen.contains("ztom") && !screen.contains("Meimark"), "{screen}");
}

#[test]
fn where_we_are_is_a_strip_without_any_time_that_is_late() {
    let mut stage = talking();
    stage.wait(3_600_000).looks_at(RoomView::Progress);
    let screen = stage.screen();
    assert!(screen.contains("2 now") && screen.contains('▓') && screen.contains("step 2 of"), "{screen}");
    assert!(!screen.contains("over") && !screen.contains("late") && !screen.contains("min"), "{screen}");
}

#[test]
fn whoever_opens_the_window_late_sees_the_same_ripple_finding_and_lists() {
    let mut stage = talking();
    for view in [
        RoomView::Ripple { of: "Service bot".into(), less: false, waves: 2 },
        a_finding(FindingPart::Grounds),
        RoomView::Said,
        RoomView::Decisions,
        RoomView::Progress,
        RoomView::Phones,
        RoomView::WholeMap,
    ] {
        stage.wait(5_000).looks_at(view);
        assert_eq!(stage.opened_late().screen(), stage.screen());
    }
}

#[test]
fn an_order_that_nobody_waits_for_any_longer_is_dropped() {
    let mut stage = talking();
    stage.does(Fact::Shown { view: RoomView::WholeMap });
    stage.window.size = (100, 30);
    let order = stage.window.order().unwrap();
    assert!(order.run(&std::sync::atomic::AtomicBool::new(true)).is_none());
    assert!(stage.window.order().is_none(), "the same is ordered once");
    let _: &Option<Room> = &stage.window.room;
}

#[test]
fn a_line_that_is_corrected_changes_the_picture_and_stands_out_again() {
    let mut stage = talking();
    stage.looks_at(RoomView::WholeMap);
    let seq = stage.says("overtime -> more goodwill");
    stage.wait(5_000);
    assert!(!stage.window.is_lit() && stage.screen().contains("goodwill"));
    let claim = adjacent::record::Claim {
        claim: 91,
        from: "overtime".into(),
        to: "resentment".into(),
        ..adjacent::record::Claim::default()
    };
    let event = stage.event(Fact::Retracted { seq });
    let facts = vec![Fact::Retracted { seq }, Fact::Claimed(claim)];
    stage.happens(adjacent::record::Event { said: Some("overtime -> more resentment".into()), facts, ..event });
    let screen = stage.screen();
    assert!(screen.contains("resentment") && !screen.contains("goodwill"), "{screen}");
    assert!(stage.window.is_lit());
}

#[test]
fn the_decision_record_keeps_every_guard_the_hands_and_what_one_person_said() {
    let mut stage = talking();
    let decided = |verdict, after: &str| Fact::Decided {
        about: "Service bot".into(),
        before: None,
        verdict,
        after: Some(after.into()),
        who: None,
    };
    stage.does(decided(Verdict::Wait, "for the audit"));
    stage.does(decided(Verdict::Guard, "a person picks up"));
    stage.does(decided(Verdict::Guard, "only in the north"));
    let hands =
        [("proceed", 5), ("guard", 3)].map(|(option, count)| adjacent::record::Hands { option: option.into(), count });
    stage.does(Fact::Voted { ballot: "So what do we change?".into(), hands: hands.to_vec() });
    stage.wait(3_000).looks_at(RoomView::Decisions);
    let screen = stage.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    for part in
        ["a person picks up; only in the north", "Proceed 5, guard 3 of 8 hands.", "Before that: wait: for the audit."]
    {
        assert!(screen.contains(part), "{part} is missing in\n{screen}");
    }
}
