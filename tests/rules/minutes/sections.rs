//! Each section from the smallest session that has it.

use adjacent::record::{Due, Exposure, Fact, Hands, Outcome, SessionKind, Verdict};
use jiff::civil::date;

use crate::minutes::room::{Room, seat};

fn decided(about: &str, before: Option<&str>, verdict: Verdict, after: Option<&str>, who: Option<&str>) -> Fact {
    let [before, after, who] = [before, after, who].map(|text| text.map(str::to_owned));
    Fact::Decided { about: about.to_owned(), before, verdict, after, who }
}

fn settled(seq: u64, outcome: Outcome, due: Option<Due>, words: Option<&str>) -> Fact {
    Fact::Settled { session: None, seq, outcome, due, words: words.map(str::to_owned) }
}

#[test]
fn the_page_opens_with_title_day_length_and_units() {
    let mut room = Room::new();
    room.wait(41).says("Service bot -> Trust : -");
    let page = room.minutes();
    let opening: Vec<_> = page.lines().take(3).collect();
    let when = "Friday 20 November 2026 · 41 minutes so far · 2 people from Claims, Contact Centre";
    assert_eq!(opening, ["# One hour", "", when]);
    room.key(Fact::Closed);
    assert!(room.minutes().contains("· 41 minutes ·"), "{}", room.minutes());
}

#[test]
fn whoever_left_early_or_came_late_was_here() {
    let mut room = Room::new();
    room.key(Fact::Left { tag: "zqtom".into() }).key(Fact::Joined(seat("zqgus", None, "Underwriting")));
    assert!(room.minutes().contains("3 people from Claims, Contact Centre, Underwriting"), "{}", room.minutes());
}

#[test]
fn a_session_in_which_nothing_was_said_says_so_in_one_sentence() {
    let mut room = Room::planned(&[("next", 14)]);
    let nothing = "Nothing has been noted for the room in this session so far.";
    assert!(room.minutes().ends_with(&format!("\n\n{nothing}\n")), "{}", room.minutes());
    room.enter("next.1").says("Service bot -> Trust : -").says("undo").says("undo");
    assert!(room.minutes().contains(nothing), "{}", room.minutes());
    assert_eq!(room.headings(), Vec::<String>::new());
}

#[test]
fn a_decision_is_told_with_before_verdict_after_and_who() {
    let mut room = Room::new();
    room.says("!Service bot");
    room.key(decided("Service bot", Some("all queues"), Verdict::Guard, Some("keep reason codes"), Some("zqtom")));
    assert_eq!(
        room.under("Decisions"),
        "- **Service bot**: go on with a guard, “keep reason codes”. Before, it was “all queues”. Decided by Contact Centre."
    );
}

#[test]
fn the_last_word_on_a_plan_is_the_decision_and_the_one_before_it_was_said() {
    let mut room = Room::new();
    room.key(decided("Service bot", None, Verdict::Proceed, None, None));
    room.key(decided("service-bot", None, Verdict::Wait, Some("for the codes"), None));
    let decided = "- **service-bot**: wait, “for the codes”. Before that: go on as planned.";
    assert_eq!(room.under("Decisions"), decided);
    assert_eq!(room.under("What was said"), "", "it stands in one place");
}

#[test]
fn a_decision_keeps_its_guards_the_hands_and_what_one_person_said_after_the_count() {
    let mut room = Room::new();
    room.says("!Leak detector").enter("next.6");
    for guard in [None, Some("a crew may refuse a dig"), Some("only in the north zone")] {
        room.key(decided("Leak detector", None, Verdict::Guard, guard, None));
    }
    let hands = [("proceed", 5), ("guard", 3), ("wait", 1), ("stop", 0)];
    let hands = hands.map(|(option, count)| Hands { option: option.to_owned(), count }).to_vec();
    room.key(Fact::Voted { ballot: "So what do we change?".to_owned(), hands });
    room.says("zqtom> wait until the false alarms are counted");
    assert_eq!(
        room.under("Decisions"),
        "- **Leak detector**: go on with a guard, “a crew may refuse a dig”, “only in the north zone”. \
         Proceed 5, guard 3, wait 1 of 9 hands. \
         Somebody in Contact Centre: “wait until the false alarms are counted”."
    );
}

#[test]
fn what_we_will_not_do_is_a_list_of_its_own() {
    let mut room = Room::new();
    room.key(decided("write condolences by machine", None, Verdict::WillNot, Some("nobody would sign"), None));
    room.key(decided("Letter drafter", None, Verdict::Stop, None, None));
    room.key(decided("Churn model", None, Verdict::Proceed, None, None));
    assert_eq!(room.under("Decisions"), "- **Churn model**: go on as planned.");
    assert_eq!(
        room.under("What we will not do"),
        "- write condolences by machine: nobody would sign\n- Letter drafter"
    );
}

#[test]
fn what_was_said_stands_under_the_change_it_follows_from_a_line_each_with_quotes_as_spoken() {
    let mut room = Room::new();
    room.in_step("next.2").says("zqtom> !Service bot -> Complaint reasons : - seen \"it closes the ticket\"");
    room.in_step("next.3").says("Complaint reasons -> Queue pressure");
    room.in_step("next.2").says("they may ring twice").says("nobody asked about the service bot");
    assert_eq!(
        room.under("What was said"),
        "### Service bot\n\n\
         - More of the Service bot, less Complaint reasons; Contact Centre has seen it: “it closes the ticket”.\n\
         - Complaint reasons change Queue pressure; nobody has said which way.\n\
         - “nobody asked about the service bot”\n\n\
         ### What will this change next door?\n\n\
         - “they may ring twice”"
    );
}

#[test]
fn an_exercise_that_is_not_in_the_catalogue_keeps_its_short_name() {
    let mut room = Room::new();
    room.says("before the first step").in_step("own-one.2").says("in it");
    let said = "### Beside the agenda\n\n- “before the first step”\n\n### own-one\n\n- “in it”";
    assert_eq!(room.under("What was said"), said);
}

#[test]
fn a_reply_that_means_nothing_the_next_day_is_left_out() {
    let mut room = Room::new();
    room.says("right").says("Right.").says("none of them asked").says("none").says("they rang twice");
    assert_eq!(room.under("What was said"), "- “none of them asked”\n- “they rang twice”");
}

#[test]
fn what_was_taken_back_is_absent_and_what_was_restored_is_not() {
    let mut room = Room::new();
    room.says("the first remark").says("the second remark").says("undo");
    assert_eq!(room.under("What was said"), "- “the first remark”");
    room.says("redo");
    assert!(room.under("What was said").ends_with("- “the second remark”"));
}

#[test]
fn a_line_that_could_not_be_read_is_kept_as_typed() {
    let mut room = Room::new();
    room.says("A -> A : +");
    assert_eq!(room.under("What was said"), "### Kept as typed\n\n- “A -> A : +”");
}

#[test]
fn a_line_that_was_removed_leaves_nothing_but_that() {
    let mut room = Room::new();
    room.says("a remark to keep").says("Zqname said it");
    let seq = room.last();
    room.key(Fact::StrikeOrdered { seq });
    assert_eq!(room.under("What was said"), "- “a remark to keep”\n\n*A line was removed.*");
}

#[test]
fn a_ballot_that_was_counted_twice_stands_there_once_with_the_last_count() {
    let mut room = Room::new();
    room.enter("next.6").says("vote And now?: guard 9, wait 1").says("vote And now?: guard 4, wait 1");
    assert_eq!(room.under("Votes and rankings"), "- **And now?**: guard 4, wait 1");
    room.says("undo");
    assert_eq!(room.under("Votes and rankings"), "- **And now?**: guard 9, wait 1");
}

#[test]
fn votes_orders_and_ratings_have_their_numbers() {
    let mut room = Room::new();
    let hands = [("proceed", 3), ("guard", 5)].map(|(option, count)| Hands { option: option.to_owned(), count });
    room.key(Fact::Voted { ballot: "So what do we change?".to_owned(), hands: hands.to_vec() });
    room.key(Fact::Ranked { ballot: "One to stop".to_owned(), order: vec!["Drafter".to_owned(), "Bot".to_owned()] });
    let rated = |scale: &str, value| Fact::Rated { item: "Pair it".to_owned(), scale: Some(scale.to_owned()), value };
    room.key(rated("ease", 5)).key(rated("worth", 4)).key(rated("ease", 2));
    room.key(Fact::Rated { item: "I could explain it".to_owned(), scale: None, value: 4 });
    assert_eq!(
        room.under("Votes and rankings"),
        "- **So what do we change?**: proceed 3, guard 5\n\
         - **One to stop**: 1. Drafter, 2. Bot\n\
         - **Pair it**: ease 2 5, worth 4, of 5\n\
         - **I could explain it**: 4, of 5"
    );
}

#[test]
fn answers_shown_together_have_neither_names_nor_an_order() {
    let mut room = Room::new();
    let texts = ["to save time", "to act", "to save money"].map(str::to_owned).to_vec();
    room.in_step("next.6").key(Fact::Revealed { texts });
    let shown = room.under("Shown together");
    assert!(shown.starts_with("- **Who in this room would be surprised?"), "{shown}");
    assert!(shown.ends_with("(3 answers, in no order): “to act” · “to save money” · “to save time”"), "{shown}");
}

#[test]
fn a_disagreement_left_open_has_both_sides_by_unit() {
    let mut room = Room::new();
    room.says("zqmei> Claims triage -> Complex cases : + guess");
    room.says("zqmei> Claims triage -> Complex cases : + seen").says("zqtom> Claims triage -> Complex cases : - guess");
    room.types("zqtom> Claims triage -> Trust : -", Exposure::Anonymous).says("zqmei> no .");
    assert_eq!(
        room.under("Disagreements left open"),
        "- **Claims triage changes Complex cases** - *more*: somebody in Claims (seen); \
         *less*: somebody in Contact Centre (a guess)\n\
         - **Claims triage changes Trust** - *less*: one line that names nobody; *no such thing*: somebody in Claims"
    );
    room.says("zqtom> Claims triage -> Complex cases : +");
    assert!(!room.under("Disagreements left open").contains("Complex cases"), "a view changed");
}

#[test]
fn a_disagreement_of_an_earlier_session_is_told_once_this_one_speaks_of_it() {
    let mut earlier = Room::new();
    earlier.says("zqmei> Claims triage -> Complex cases : +").says("zqtom> Claims triage -> Complex cases : -");
    let mut room = Room::after(&earlier);
    room.says("a remark");
    assert_eq!(room.under("Disagreements left open"), "");
    room.says("zqmei> no Claims triage -> Complex cases");
    assert_eq!(
        room.under("Disagreements left open"),
        "- **Claims triage changes Complex cases** - *more*: somebody in another session; \
         *less*: somebody in another session; *no such thing*: somebody in Claims"
    );
}

#[test]
fn whoever_asked_for_a_name_is_named() {
    let people = [seat("zqmei", Some("Mei"), "Claims"), seat("zqtom", None, "Claims")];
    let mut room = Room::opened(SessionKind::Workshop, &people, &[]);
    room.says("zqmei> A -> B : +").says("zqtom> A -> B : -").says("do ring them : zqmei due 2026-12-04");
    assert_eq!(room.under("Disagreements left open"), "- **A changes B** - *more*: Mei; *less*: somebody in Claims");
    assert_eq!(room.under("Commitments"), "- **Mei, by Friday 4 December 2026**: ring them");
}

#[test]
fn questions_go_to_the_party_they_mention_first() {
    let mut room = Room::new();
    room.says("@Retention").says("@Claims handlers in @Claims");
    for question in ["? who tells retention or claims", "what do claims-handlers hear?", "? why now"] {
        room.says(question);
    }
    assert_eq!(
        room.under("Questions"),
        "- **For Claims handlers**: What do claims-handlers hear?\n\
         - **For Retention**: Who tells retention or claims?\n\
         - **Not yet addressed**: Why now?"
    );
}

#[test]
fn a_question_with_an_answer_shows_it() {
    let mut room = Room::new();
    room.says("? who tells them");
    let seq = room.last();
    room.key(settled(seq, Outcome::Answered, None, Some("the clinic does")));
    let answered = "- **Not yet addressed**: Who tells them? - answered: “the clinic does”";
    assert_eq!(room.under("Questions"), answered);
}

#[test]
fn a_commitment_has_a_person_and_a_day_and_anything_less_is_a_wish() {
    let mut room = Room::new();
    room.says("do pair the bonus : zqtom due 2w re Handle-time bonus").says("do ring them : zqmei due 2026-11-27");
    room.says("do tidy up").says("do ask around : Zqpriya due 2026-12-01").says("do look again : zqmei");
    assert_eq!(
        room.under("Commitments"),
        "- **Claims, by Friday 27 November 2026**: ring them\n\
         - **Contact Centre, by Friday 4 December 2026**: pair the bonus (about Handle-time bonus)"
    );
    assert_eq!(
        room.under("Wishes"),
        "- tidy up\n- By Tuesday 1 December 2026, nobody who is here: ask around\n- Claims, no day yet: look again"
    );
}

#[test]
fn a_commitment_that_was_moved_stands_at_its_new_day() {
    let mut room = Room::new();
    room.says("do ring them : zqmei due 2026-11-27");
    let seq = room.last();
    room.key(settled(seq, Outcome::Moved, Some(Due::On(date(2026, 12, 4))), None));
    let moved = "- **Claims, by Friday 4 December 2026**: ring them - moved to Friday 4 December 2026";
    assert_eq!(room.under("Commitments"), moved);
    room.key(settled(seq, Outcome::Done, None, None));
    assert_eq!(room.under("Commitments"), "- **Claims, by Friday 27 November 2026**: ring them - done");
}

#[test]
fn what_it_means_for_whom_is_said_to_them() {
    let mut room = Room::new();
    room.says("@Claims handlers in @Claims").says("@Brokers");
    let last = adjacent::exercise::Catalogue::embedded().find("moment").map_or(7, |moment| moment.steps.live.len());
    room.in_step(&format!("moment.{last}"));
    room.says("do tell Claims handlers: fewer letters, more hard calls : zqmei due 2026-11-27");
    room.says("do tell Brokers: we don't know yet : zqtom due 2026-12-04").says("less waiting for everybody");
    assert_eq!(
        room.under("What it means for whom"),
        "- **Brokers**: “we don't know yet” - Contact Centre will tell you by Friday 4 December 2026\n\
         - **Claims handlers**: For you this means: “fewer letters, more hard calls” - \
         Claims will tell you by Friday 27 November 2026\n\
         - For you this means: “less waiting for everybody”"
    );
    assert!(!room.under("What was said").contains("less waiting"), "it stands where it belongs, once");
}

#[test]
fn a_watch_says_at_what_level_who_sees_it_and_who_acts() {
    let mut room = Room::new();
    let watched = |level: &str, first: &str, acts: &str| Fact::Watched {
        label: "Trust".to_owned(),
        level: Some(level.to_owned()),
        first: Some(first.to_owned()),
        acts: Some(acts.to_owned()),
    };
    room.key(watched("below 70", "zqtom", "zqmei")).key(watched("below 60", "zqtom", "Zqpriya"));
    let told = "- **Trust**: we act at below 60; seen first by Contact Centre; acted on by somebody";
    assert_eq!(room.under("Watched from now on"), told);
}

#[test]
fn parked_things_keep_what_became_of_them_and_open_ones_come_first() {
    let mut room = Room::new();
    room.says("park three decks");
    let seq = room.last();
    room.says("park the budget").key(settled(seq, Outcome::Dropped, None, Some("not ours")));
    assert_eq!(room.under("Parked"), "- the budget\n- three decks - dropped: “not ours”");
    room.says("undo");
    assert_eq!(room.under("Parked"), "- three decks\n- the budget");
}

#[test]
fn what_was_settled_from_an_earlier_session_was_said() {
    let mut room = Room::new();
    let earlier =
        Fact::Settled { session: Some("elsewhere".into()), seq: 2, outcome: Outcome::Done, due: None, words: None };
    room.says("park three decks").key(earlier);
    assert_eq!(room.under("What was said"), "- Done: something from an earlier session.");
    assert_eq!(room.under("Parked"), "- three decks");
}

#[test]
fn a_side_counts_lines_that_name_nobody_as_lines() {
    let mut room = Room::new();
    room.says("A -> less B").says("A -> less B : seen").says("zqmei> A -> B : =");
    assert_eq!(
        room.under("Disagreements left open"),
        "- **A changes B** - *less*: two lines that name nobody (seen); *no such thing*: somebody in Claims"
    );
}
