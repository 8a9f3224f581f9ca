use adjacent::lens::{Lens, LimitReason, read};

use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

#[test]
fn an_even_number_of_turns_feeds_on_itself_and_an_odd_one_pushes_back() {
    for (lines, expected) in [
        ("a -> b : +\nb -> a : +", "reinforcing a/b 30"),
        ("a -> b : -\nb -> a : -", "reinforcing a/b 30"),
        ("a -> b : +\nb -> a : -", "balancing a/b 30"),
        ("a -> b -> c : +\nc -> a : -- seen", "balancing a/b/c 34"),
        ("^Bonus -> a : rewards +\na -> Bonus : -", "balancing a/bonus 30"),
        ("x feeds b : +\nb -> x : +++ seen", "reinforcing b/x 40"),
    ] {
        assert_eq!(sees("loop", lines), [expected], "{lines}");
    }
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("it does not come back", "a -> b -> c : +"),
        ("it moves itself", "a -> a : +"),
        ("what is meant is not what happens", "!x aims b : +\nb -> x : +"),
        ("supply without a sign carries nothing", "x feeds b\nb -> x : +"),
        ("somebody found no such effect", "a -> b : +\nb -> a : ="),
        ("nine arrows", "a -> b -> c -> d -> e -> f -> g -> h -> i -> a : +"),
    ] {
        assert_eq!(sees("loop", lines), [""; 0], "{change}");
    }
    assert_eq!(sees("loop", "a -> b -> c -> d -> e -> f -> g -> h -> a : +").len(), 1, "eight arrows");
}

#[test]
fn a_sign_that_nobody_knows_or_agrees_on_leaves_it_open() {
    assert_eq!(sees("loop", "a -> b : +\nb -> a : ?"), ["open a/b 30"]);
    let mut talk = Talk::among(&[("ann", "Claims"), ("ben", "Claims")]);
    talk.says("ann> a -> b : +\nann> b -> a : +\nben> b -> a : -");
    let finding = talk.finding("loop", &["a", "b"]).unwrap();
    assert_eq!(
        finding.says,
        "Round it goes through a and b; whether each lap makes the next one stronger or weaker nobody can tell until somebody \
         says whether b raises or lowers a."
    );
    assert_eq!(finding.ask, "Does more b mean more a, or less?");
}

#[test]
fn of_arrows_side_by_side_the_agreed_ones_count_and_then_the_heavier() {
    assert_eq!(sees("loop", "a -> b : +\nb -> a : ? +++ seen\nb feeds a : -"), ["balancing a/b 30"]);
    assert_eq!(sees("loop", "a -> b : ++ seen\nb -> a : ++ guess\nb feeds a : - seen"), ["balancing a/b 53"]);
}

#[test]
fn two_ways_round_the_same_things_are_two_loops() {
    let both_directions = "a -> b -> c -> a : +\na -> c -> b -> a : +";
    let loops = ["reinforcing a/b 30", "reinforcing a/b/c 30", "reinforcing a/c 30", "reinforcing a/c/b 30"];
    assert_eq!(sees("loop", both_directions), [loops.as_slice(), &["reinforcing b/c 30"]].concat());
}

#[test]
fn it_weighs_a_little_more_between_units() {
    let lines = "a -> b : +\nb -> a : +\n@Claims owns a";
    assert_eq!(sees("loop", lines), ["reinforcing a/b 30"]);
    assert_eq!(sees("loop", &format!("{lines}\n@Retention owns b")), ["reinforcing a/b 33"]);
}

#[test]
fn the_story_starts_with_what_was_seen_last_and_moves_as_it_was_seen_to() {
    let lines = "want trust up\n~usage -> ~trust : + 1w\ntrust -> usage : + 2w";
    let told = |more: &str| {
        let mut talk = Talk::among(&[]);
        talk.says(&format!("{lines}\n{more}")).finding("loop", &["trust", "usage"]).unwrap()
    };
    let finding = told("saw usage up\nsaw trust down");
    assert_eq!(
        finding.says,
        "Round it goes: less trust, less usage, less trust; each lap makes the next one stronger and takes about three \
         weeks. Told this way round, it runs against us as a whole."
    );
    assert_eq!(finding.ask, "Which arrow of the loop through trust would you weaken, and whose is it?");
    let finding = told("saw trust down\nsaw usage up");
    assert!(finding.says.contains("more usage, more trust, more usage"), "{}", finding.says);
    assert!(finding.says.ends_with("it runs for us as a whole."), "{}", finding.says);
    assert_eq!(finding.ask, "Which arrow of the loop through usage would you protect, and whose is it?");
    assert!(told("want usage down").says.ends_with("some of it is what we want, and some of it is not."));
    assert!(told("usage -> calls : +").says.contains("more usage, more trust"), "the most talked about");
}

#[test]
fn a_lap_that_takes_no_time_is_asked_about() {
    let mut talk = Talk::among(&[]);
    let finding = talk.says("a -> b : +\nb -> a : +").finding("loop", &["a", "b"]).unwrap();
    assert_eq!(finding.says, "Round it goes: more a, more b, more a; each lap makes the next one stronger.");
    assert!(finding.ask.ends_with("And how long does one lap take?"), "{}", finding.ask);
}

#[test]
fn a_brake_is_asked_for_its_level() {
    let mut talk = Talk::among(&[]);
    let finding = talk.says("heat -> cooling : +\ncooling -> heat : -").finding("loop", &["cooling", "heat"]).unwrap();
    assert!(finding.says.ends_with("by itself this tends towards some level."), "{}", finding.says);
    assert_eq!(finding.ask, "Does anybody hold cooling at a level, and who chose that level?");
}

#[test]
fn two_hundred_are_listed_and_the_rest_is_owned_up_to() {
    let names = ["a", "b", "c", "d", "e", "f"];
    let pairs = names.iter().flat_map(|from| names.iter().map(move |to| (from, to))).filter(|(from, to)| from != to);
    let lines: Vec<String> = pairs.map(|(from, to)| format!("{from} -> {to} : +")).collect();
    let five = |line: &&String| !line.contains('f');
    let few: Vec<String> = lines.iter().filter(five).cloned().collect();
    for (lines, listed, more) in [(few, 84, vec![]), (lines, 200, vec![(LimitReason::MoreLoops, 209, false)])] {
        let mut talk = Talk::among(&[]);
        talk.says(&lines.join("\n"));
        assert_eq!((talk.sees("loop").len(), left_out(&talk)), (listed, more));
    }
}

/// What is left out of the loops: why, how many, and whether these are the least.
fn left_out(talk: &Talk) -> Vec<(LimitReason, usize, bool)> {
    let left_out = read(&talk.graph()).left_out.into_iter().filter(|left| left.lens == Lens::LOOP);
    left_out.map(|left| (left.reason, left.count, left.at_least)).collect()
}

#[test]
fn loops_of_nine_arrows_are_counted_and_said() {
    let mut talk = Talk::among(&[]);
    let around = ["k", "b", "c", "d", "e", "f", "g", "h", "m", "k"];
    let arrows: Vec<String> = around.windows(2).map(|ends| format!("{} -> {} : +", ends[0], ends[1])).collect();
    talk.says(&arrows.join("\n")).says("m -> j : +\nj -> k : +");
    assert_eq!(talk.sees("loop"), [""; 0]);
    assert_eq!(left_out(&talk), [(LimitReason::LongLoops, 2, false)]);
    let left = read(&talk.graph()).left_out.into_iter().find(|left| left.lens == Lens::LOOP).unwrap();
    assert_eq!(left.says(), "2 loops of more than eight arrows are not listed.");
}

#[test]
fn two_who_find_no_such_effect_open_the_loop() {
    let about = ["Bot share of contacts", "First-contact resolution", "Repeat calls", "Queue pressure"];
    let mut talk = Talk::transcript(EXAMPLE);
    assert!(talk.finding("loop", &about).unwrap().says.ends_with("it runs against us as a whole."));
    talk.says("tom> no Queue pressure -> Bot share of contacts\nsam> no Queue pressure -> Bot share of contacts");
    assert_eq!(talk.finding("loop", &about), None);
}
