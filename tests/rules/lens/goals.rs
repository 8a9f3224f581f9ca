//! What somebody wants or aims at is where effects are to end: nobody is asked whose problem it becomes.

use adjacent::lens::Band;

use crate::talk::Talk;

fn dead_end(lines: &str) -> (String, String, Band) {
    let mut talk = Talk::among(&[]);
    let finding = talk.says(lines).finding("silence", &["trust"]).unwrap();
    let band = finding.band();
    (finding.says, finding.ask, band)
}

#[test]
fn of_a_goal_it_is_asked_what_moves_it_most() {
    let causes = "a1 -> trust : +\nb1 -> trust : -\nc1 -> trust : -";
    let (says, ask, _) = dead_end(&format!("want trust up\n{causes}"));
    assert_eq!(says, "Three effects meet in trust, of which more is wanted: one helps and two harm.");
    assert_eq!(ask, "Which of these moves trust most, and how would we see it?");
    let (says, ..) = dead_end(&format!("want trust down\n{causes}\nd1 -> trust : ?"));
    assert!(says.ends_with("of which less is wanted: two help, one harms and one is open."), "{says}");
    let (says, ask, _) = dead_end(&format!("!Bot -> trust : aims +\n{causes}"));
    assert!(says.ends_with("which somebody means to move.") && !ask.contains("problem"), "{says} {ask}");
    let (_, ask, _) = dead_end(causes);
    assert!(ask.ends_with("whose problem does it become?"), "nobody wants it: {ask}");
}

#[test]
fn a_goal_is_never_one_to_stop_for_however_much_leads_to_it() {
    let causes: Vec<String> = (0..9).map(|cause| format!("cause {cause} x -> trust : +\n")).collect();
    let causes = causes.concat();
    assert_eq!(dead_end(&format!("want trust up\n{causes}")).2, Band::Talk);
    assert_eq!(dead_end(&causes).2, Band::Stop);
}
