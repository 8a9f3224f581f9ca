//! The same record reads the same: cut anywhere, in any order, however often.

use adjacent::graph::Ledger;
use adjacent::lens::{Finding, read};
use adjacent::record::{Names, Session};

use crate::example::EXAMPLE;
use crate::talk::Talk;

fn findings(sessions: &[&Session]) -> Vec<Finding> {
    let mut ledger = Ledger::new();
    for session in sessions {
        ledger.add_session(session, &Names::default());
    }
    read(&ledger.graph(None)).findings
}

#[test]
fn cutting_a_session_at_any_event_reads_as_a_session_that_ended_there() {
    let whole = Talk::transcript(EXAMPLE).session().clone();
    let mut grown = Ledger::new();
    let origin = adjacent::graph::Origin::of(&whole, &Names::default());
    for cut in 1..=whole.events().len() {
        let ended = Session::fold(whole.header().clone(), whole.events()[..cut].to_vec());
        let expected = findings(&[&ended]);
        let event = &whole.events()[cut - 1];
        if event.facts.iter().any(adjacent::record::Fact::is_undo_or_redo) {
            grown = Ledger::new();
            grown.add_session(&ended, &Names::default());
        } else {
            grown.apply(&origin, event);
        }
        assert_eq!(read(&grown.graph(None)).findings, expected, "after event {cut}");
    }
}

#[test]
fn the_order_of_files_makes_no_difference_to_a_single_byte() {
    let told = |day: u8, lines: &str| Talk::on_day(day, lines).session().clone();
    let sessions = [
        told(18, "want trust up\n!Bot -> handle time : --\nhandle time -> trust : +"),
        told(19, "!Drafter -> handle time : +\ntrust -> calls : -\ncalls -> handle time : -"),
        told(20, "@Claims owns !Bot\n@Retention owns trust\n#Board covers @Claims\nno Bot -> handle time"),
    ];
    let [a, b, c] = &sessions;
    let first = format!("{:?}", findings(&[a, b, c]));
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        assert_eq!(format!("{:?}", findings(&order)), first);
    }
    assert!(first.contains("lens: loop,") && first.contains("lens: ripple,"), "{first}");
}
