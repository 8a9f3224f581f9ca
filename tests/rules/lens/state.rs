//! Where a finding stands: open, held by somebody, judged by the room, and up again when something changes.

use adjacent::lens::State;
use adjacent::record::{Fact, Judgement, Verdict};

use crate::talk::Talk;

const RIPPLE: &str = "want trust up
    !Bot -> handle time : -
    handle time -> trust : +";

fn judged(judgement: Judgement) -> Fact {
    let about = vec!["bot".to_owned(), "Trust".to_owned()];
    Fact::Judged { lens: "ripple".into(), pattern: None, about, judgement, reason: None }
}

fn state(talk: &Talk) -> State {
    talk.finding("ripple", &["Bot", "trust"]).unwrap().state
}

fn after(lines: &str) -> State {
    let mut talk = Talk::among(&[]);
    state(talk.says(RIPPLE).says(lines))
}

#[test]
fn what_nobody_has_taken_up_is_open() {
    assert_eq!(after(""), State::Open);
}

#[test]
fn a_promise_with_somebody_and_a_day_holds_what_it_names_and_a_wish_does_not() {
    for (line, expected) in [
        ("do watch it : mei due 2w re trust", State::Held),
        ("do watch it : mei due 2w re Bot", State::Held),
        ("do look at the link : mei re handle time -> trust", State::Held),
        ("do watch it : due 2w re trust", State::Open),
        ("do watch it : mei due 2w re Calls", State::Open),
    ] {
        assert_eq!(after(line), expected, "{line}");
    }
}

#[test]
fn a_forum_holds_what_it_covers_but_not_all_that_concerns_a_unit_in_it() {
    assert_eq!(after("#Trust board covers trust"), State::Held);
    assert_eq!(after("#Trust board covers @Claims\n@Claims owns trust"), State::Open);
}

#[test]
fn a_decision_holds_what_was_known_when_it_was_made() {
    let decided = Fact::Decided {
        about: "Bot".into(),
        before: None,
        verdict: Verdict::Guard,
        after: Some("a person reads along".into()),
        who: None,
    };
    let mut talk = Talk::among(&[]);
    talk.says(RIPPLE).fact(decided);
    assert_eq!(state(&talk), State::Held);
    talk.says("handle time -> trust : ++");
    assert_eq!(state(&talk), State::Open);
}

#[test]
fn what_the_room_judged_stays_so_until_one_of_its_arrows_is_talked_about_again() {
    for judgement in Judgement::ALL {
        let mut talk = Talk::among(&[("mei", "Claims")]);
        talk.says(RIPPLE).fact(judged(judgement));
        assert_eq!(state(&talk), State::Judged(judgement));
        talk.says("Bot -> Calls : +");
        assert_eq!(state(&talk), State::Judged(judgement), "another arrow");
        talk.says("mei> handle time -> trust : ++ seen");
        assert_eq!(state(&talk), State::Open, "its own arrow");
    }
}

#[test]
fn the_last_judgement_counts_and_a_merged_name_is_still_meant() {
    let mut talk = Talk::among(&[]);
    talk.says(RIPPLE).fact(judged(Judgement::NotTrue)).fact(judged(Judgement::True));
    assert_eq!(state(&talk), State::Judged(Judgement::True));
    talk.says("same Service bot = Bot");
    assert_eq!(talk.finding("ripple", &["Service bot", "trust"]).unwrap().state, State::Judged(Judgement::True));
}

#[test]
fn only_what_is_neither_refused_nor_put_off_is_offered() {
    let up = [State::Open, State::Held, State::Judged(Judgement::True)];
    assert!(up.into_iter().all(State::is_up));
    let down = [State::Judged(Judgement::NotTrue), State::Judged(Judgement::Later)];
    assert!(!down.into_iter().any(State::is_up));
}

#[test]
fn what_was_judged_and_no_longer_shows_is_gone_and_comes_back_as_itself() {
    let mut talk = Talk::among(&[("mei", "Claims"), ("sam", "Claims")]);
    talk.says("want trust up\nmei> !Bot -> handle time : -\nmei> handle time -> trust : +")
        .fact(judged(Judgement::True));
    talk.says("mei> no handle time -> trust");
    let gone = talk.finding("ripple", &["Bot", "trust"]).unwrap();
    assert_eq!((gone.state, gone.severity), (State::Gone, 0));
    assert_eq!(gone.says, "What was judged here no longer shows: Bot and trust.");
    assert!(!gone.state.is_up());
    talk.says("mei> handle time -> trust : +");
    assert_eq!(state(&talk), State::Open);
}
