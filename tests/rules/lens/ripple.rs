use crate::findings::sees;
use crate::talk::Talk;

/// The smallest ripple: two arrows, and what is wanted goes the wrong way.
const RIPPLE: &str = "want trust up
    !Bot -> handle time : -
    handle time -> trust : +";

#[test]
fn two_arrows_that_move_what_is_wanted_the_wrong_way_are_a_ripple() {
    assert_eq!(sees("ripple", RIPPLE), ["bot/trust 30"]);
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("one arrow", "want trust up\n!Bot -> trust : -"),
        ("nobody wants it", "!Bot -> handle time : -\nhandle time -> trust : +"),
        ("it helps", "want trust down\n!Bot -> handle time : -\nhandle time -> trust : +"),
        ("it should stay", "want trust steady\n!Bot -> handle time : -\nhandle time -> trust : +"),
        ("a sign is open", "want trust up\n!Bot -> handle time : -\nhandle time -> trust : ?"),
        ("no change starts it", "want trust up\nBonus round -> handle time : -\nhandle time -> trust : +"),
    ] {
        assert_eq!(sees("ripple", lines), [""; 0], "{change}");
    }
    assert_eq!(sees("ripple", &format!("{RIPPLE}\n!Bot aims trust : -")), [""; 0], "aimed at, whichever way");
}

#[test]
fn it_weighs_more_next_door_and_when_it_is_late() {
    let abroad = format!("{RIPPLE}\n@Claims owns !Bot\n@Retention owns trust");
    assert_eq!(sees("ripple", &abroad), ["bot/trust 38"]);
    assert_eq!(sees("ripple", &format!("{RIPPLE}\nhandle time -> trust : + 1q")), ["bot/trust 36"]);
}

#[test]
fn the_strongest_way_counts_and_another_one_that_pushes_back_is_said() {
    let lines = format!("{RIPPLE}\n!Bot -> effort : -\neffort -> trust : -");
    let mut talk = Talk::among(&[]);
    let finding = talk.says(&lines).finding("ripple", &["Bot", "trust"]).unwrap();
    assert!(finding.says.contains("more Bot, less handle time, less trust"), "{}", finding.says);
    assert!(finding.says.contains("pulls both ways"), "{}", finding.says);
    assert_eq!(finding.ask, "Who would notice first that trust moves, and what would they see?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn the_weakest_arrow_is_named_with_whence_it_comes_and_nobody_is() {
    let mut talk = Talk::among(&[("mei", "Claims")]);
    talk.says("want trust up\nmei> !Bot -> handle time : - seen\nmei> handle time -> trust : + guess");
    let finding = talk.finding("ripple", &["Bot", "trust"]).unwrap();
    assert!(finding.says.ends_with("Weakest link: handle time to trust, a guess by Claims."), "{}", finding.says);
    assert_eq!(finding.guesses, 1);
}
