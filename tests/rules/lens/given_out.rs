//! Success to the successful is about what somebody gives out, to one or to another.

use crate::findings::sees;

/// Two loops through `shared`, one of which takes from the other.
fn two_loops(shared: &str) -> Vec<String> {
    let lines = "one result -> SHARED : +\nSHARED -> one result : +\nSHARED -> other result : -\n\
                 other result -> SHARED : -";
    sees("archetype", &lines.replace("SHARED", shared))
}

#[test]
fn what_can_be_given_out_is_shared_and_a_factor_is_not() {
    for shared in ["$Nurses", "@Maintenance crew", "Attention to triage", "Budget for training", "~luck (scarce)"] {
        assert!(two_loops(shared)[0].starts_with("success-to-the-successful"), "{shared}: {:?}", two_loops(shared));
    }
    for shared in ["Customer satisfaction", "Waiting time", "Volatility of load", "!Bot"] {
        assert!(!two_loops(shared).iter().any(|seen| seen.contains("success")), "{shared}: {:?}", two_loops(shared));
    }
}

#[test]
fn a_brake_that_comes_off_is_no_rival_of_what_it_held_back() {
    let lines = "diet -> $Money : +\n$Money -> diet : +\n$Money -> hours short : -\nhours short -> diet : -";
    assert!(!sees("archetype", lines).iter().any(|seen| seen.contains("success")), "{:?}", sees("archetype", lines));
    let rival = lines.replace("hours short -> diet : -", "hours short -> $Money : -");
    assert!(sees("archetype", &rival).iter().any(|seen| seen.contains("success")), "{:?}", sees("archetype", &rival));
}
