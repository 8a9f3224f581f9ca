//! For each template the smallest talk that triggers it, and the smallest change that does not.

use adjacent::lens::{Finding, Lens, Readings, State};
use adjacent::record::{Judgement, Relation, Sign};

use crate::ask::room::{Room, about, asked, keys};

/// A template, lines that trigger it, what it is asked about then, and a line with which it no longer is.
type Case = (u8, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    (1, "!Bot -> ~Calls : +", "bot", "@Claims owns Bot"),
    (2, "!Bot needs $Data", "bot", "Bot -> ~Calls : aims +"),
    (3, "!Bot -> ~Calls : aims +", "bot/calls", "Bot -> Calls : +"),
    (4, "!Bot -> ~Calls (want down) : -", "bot", "Bot -> ~Trust (want up) : -"),
    (5, "@Claims owns !Bot\nBot -> ~Calls : +", "bot", "@Sales owns Calls"),
    (6, "!Bot -> ~Calls : +", "bot", "Bot needs $Data"),
    (7, "!Bot -> ~Calls : +", "bot", "Bot is live"),
    (8, "!Bot -> ~Calls : +", "calls", "Calls -> ~Cost : +"),
    (9, "!Bot, !App -> ~Calls : +", "calls", "Calls -> ~Cost : +"),
    (10, "~Calls -> ~Cost : +", "calls", "!Bot -> Calls : +"),
    (11, "!Bot -> ~Calls : +", "calls", "Calls is want down"),
    (12, "~Calls -> ~Cost", "calls/cost", "~Calls -> ~Cost : +"),
    (13, "~Calls -> ~Cost : +\nCost -> Calls", "calls/cost", "Cost -> Calls : +"),
    (
        14,
        "~Repeat calls -> ~Queue : +\nQueue -> ~Stress : +\nStress -> ~Night calls : +",
        "night calls/repeat calls",
        "Night calls -> Repeat calls : -",
    ),
    (15, "~Calls -> ~Cost : +\nCost -> Calls : +", "calls/cost", "Cost -> Calls : + 2w"),
    (16, "~Calls (want down) -> ~Cost : +\nCost -> Calls : +", "calls/cost", "Cost is want up"),
    (17, "~Calls -> ~Cost : +\nCost -> Calls : -", "calls/cost", "!Bot -> Calls : aims -"),
    (20, "#Review covers @Claims, @Sales", "review", "do meet twice : tom due 2026-12-04 re Review"),
    (21, "@Claims owns !Bot, ~Calls", "claims", "^Bonus covers @Claims"),
    (22, "^Bonus covers @Claims", "bonus", "Bonus -> ~Calls : rewards +"),
    (23, "^Bonus -> ~Calls : rewards +", "bonus/calls", "Calls -> ~Cost : +"),
    (24, "!Bot -> *Fairness : aims +", "fairness", "^Bonus -> Fairness : aims +"),
    (26, "!Bot needs $Data", "data", "/Export -> Data : feeds +"),
    (
        27,
        "@Claims owns !Bot, !App\n@Sales owns !Tool\n/Match -> $Data : feeds +\nBot, App, Tool -> Data : needs",
        "match",
        "/Export -> Data : feeds +",
    ),
    (
        28,
        "@Claims owns !Bot\n@Sales owns !Tool\nBot -> $Scores : feeds +\nTool needs Scores",
        "bot/scores/tool",
        "Scores -> Tool : feeds +",
    ),
    (
        29,
        "@Claims owns !Bot\n@Sales owns !Tool\nBot, Tool -> $Engineers (scarce) : needs",
        "engineers",
        "#Board covers @Claims, @Sales",
    ),
    (30, "!Bot, !Tool -> ~Calls : aims -\nBot, Tool -> $Data : needs", "bot/tool", "Tool builds on Bot"),
    (31, "!Bot -> ~Calls : +\n!Tool -> Calls : -", "bot/tool/calls", "Tool -> Calls : +"),
    (
        32,
        "@Claims owns !Bot\n@Sales owns !Tool\nBot -> ~Trust (want up) : -\nTool -> Trust : -",
        "trust",
        "Bot -> Trust : aims +",
    ),
    (33, "saw Trust down 6pts", "trust", "!Bot -> Trust : -"),
    (34, "mei> !Bot -> ~Load : +\nsam> Bot -> Load : -", "bot/load", "mei> Bot -> Load : -"),
    (35, "tom> !Bot -> ~Calls : + guess\nCalls -> ~Cost (want down) : +", "bot/calls", "tom> Bot -> Calls : + seen"),
    (36, "!Bot -> @Customers (outside) : +", "customers", "say @Customers: We wait"),
    (37, "say @Claims: Am I next", "am i next", "*Fairness covers Am I next"),
    (38, "!Bot -> ~Calls : +", "bot", "Bot -> *Fairness : aims +"),
    (42, "!Bot -> ~Calls (want down) : -\nBot -> ~Trust (want up) : +", "", "Bot -> ~Cost (want down) : +"),
];

#[test]
fn a_template_is_asked_when_its_trigger_is_there_and_not_once_it_is_gone() {
    let mut wrong = Vec::new();
    for (template, lines, about, cure) in CASES {
        let before = asked(*template, lines);
        if before != [*about] {
            wrong.push(format!("{template} is asked about {before:?} after {lines:?}"));
        }
        if asked(*template, &format!("{lines}\n{cure}")).iter().any(|left| left == about) {
            wrong.push(format!("{template} is still asked after {cure:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn so_it_is_not_asked_of_less() {
    let mut wrong = Vec::new();
    for (template, lines, about) in [
        (1, "!Bot -> ~Calls : +\nBot is stopped", "bot"),
        (3, "!Bot needs $Data", "bot"),
        (4, "!Bot -> ~Calls : -", "bot"),
        (5, "!Bot -> ~Calls : +", "bot"),
        (8, "!Bot -> ~Calls : +\n!App, !Tool -> ~Cost : +++", "calls"),
        (9, "!Bot -> ~Calls : +", "calls"),
        (9, "!Bot, !App -> ~Calls (want down) : -", "calls"),
        (13, "~Calls -> ~Cost\nCost -> Calls", "calls/cost"),
        (14, "~Repeat calls -> ~Queue : +\nQueue -> ~Stress : +\nStress -> ~Sick days : +", "sick days/repeat calls"),
        (14, "~Repeat calls -> ~Queue : +\nQueue -> ~Night calls : +", "night calls/repeat calls"),
        (16, "~Calls -> ~Cost : +\nCost -> Calls : +", "calls/cost"),
        (16, "~Calls (want down) -> ~Cost : +\nCost -> Calls : -", "calls/cost"),
        (17, "~Calls -> ~Cost : +\nCost -> Calls : +", "calls/cost"),
        (21, "@Claims owns !Bot", "claims"),
        (29, "@Claims owns !Bot, !Tool\nBot, Tool -> $Engineers (scarce) : needs", "engineers"),
        (
            28,
            "@Claims owns !Bot\n@Sales owns !Tool\nBot, Tool -> ~Calls : aims -\nBot needs $Mail, $Chat\nTool needs $Phone, $Desk",
            "bot/tool/calls",
        ),
        (29, "@Claims owns !Bot\n@Sales owns !Tool\nBot, Tool -> $Engineers : needs", "engineers"),
        (33, "saw Trust flat", "trust"),
        (35, "tom> !Bot -> ~Calls : + guess\nsam> Bot -> Calls : + guess\nCalls -> ~Cost (want down) : +", "bot/calls"),
        (35, "tom> !Bot -> ~Calls : + guess\n~Late -> ~Cost (want down) : +", "bot/calls"),
        (36, "!Bot needs @Customers", "customers"),
        (42, "!Bot -> ~Calls (want down) : -", ""),
    ] {
        if asked(template, lines).iter().any(|found| found == about) {
            wrong.push(format!("{template} is asked about {about:?} after {lines:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_faded_is_asked_about_until_somebody_learned_from_it() {
    let faded = "!Bot -> *Fairness : aims +\nBot is fading";
    assert_eq!(asked(38, faded), ["bot"]);
    assert!(asked(38, &format!("{faded}\n!Tool -> Fairness : aims +\nTool builds on Bot")).is_empty());
}

#[test]
fn an_effect_into_another_unit_is_put_to_the_side_that_did_not_tell_it() {
    let mut room = Room::of(&[("tom", "Contact Centre"), ("pri", "Retention")]);
    room.says("@Contact Centre owns ~Repeat calls\n@Retention owns ~Lapses\npri> Repeat calls -> Lapses : +");
    let question = room.question(18, &["Repeat calls", "Lapses"]).unwrap();
    assert_eq!(
        question.ask,
        "Contact Centre, Retention says: more of your Repeat calls, more Lapses. Right, nearly, or no?"
    );
    room.says("tom> yes .");
    assert!(about(18, &room).is_empty());
}

#[test]
fn nobody_else_can_answer_for_the_other_side() {
    let mut room = Room::of(&[("pri", "Retention")]);
    room.says("@Contact Centre owns ~Repeat calls\n@Retention owns ~Lapses\npri> Repeat calls -> Lapses : +");
    assert!(about(18, &room).is_empty());
}

#[test]
fn two_units_that_meet_nowhere_are_asked_how_they_hear_of_one_another() {
    let crossing = "@Contact Centre owns ~Repeat calls\n@Retention owns ~Lapses\nRepeat calls -> Lapses : +";
    assert_eq!(asked(19, crossing), ["contact centre/retention"]);
    assert!(asked(19, &format!("{crossing}\n#Contact review covers @Contact Centre, @Retention")).is_empty());
}

#[test]
fn a_charter_is_asked_for_one_rule_after_the_other() {
    let mut room = Room::of(&[]);
    room.says("!Bot (live) -> @Customers (outside) : voices");
    let first = room.question(39, &["Bot"]).unwrap();
    assert_eq!(first.ask, "Bot doesn't know. What does it say, word for word?");
    for slot in ["uncertain", "never", "handover", "speaks", "learns", "answers"] {
        assert_eq!(about(39, &room), ["bot"], "{slot}");
        room.says(&format!("rule Bot {slot}: as we agreed"));
    }
    assert!(about(39, &room).is_empty());
}

/// What the lens for incentives tells; the smallest finding of it.
fn misaligned(state: State) -> Readings {
    let finding = Finding {
        lens: Lens::INCENTIVE,
        pattern: None,
        about: keys(&["Bonus", "Trust"]),
        severity: 50,
        says: "The Bonus asks for more Calls, and Trust would suffer.".into(),
        ask: String::new(),
        arrows: Vec::new(),
        evidence: Vec::new(),
        guesses: 0,
        imported: 0,
        state,
        rank: 0,
        further: Vec::new(),
    };
    Readings { findings: vec![finding], left_out: Vec::new() }
}

#[test]
fn an_incentive_that_pulls_apart_is_asked_about_unless_the_room_said_it_is_not_so() {
    let mut room = Room::of(&[("tom", "Claims")]);
    room.says("^Bonus covers @Claims\nBonus -> ~Calls : rewards +\nCalls -> ~Trust (want up) : -");
    let graph = room.graph();
    let found = |state| -> Vec<String> {
        let questions = room.questions_with(&graph, &misaligned(state)).into_iter();
        questions.filter(|question| question.template == 25).map(|question| question.ask).collect()
    };
    let ask = "If Bonus also needed Trust to hold, what would Claims do differently on Monday?";
    assert_eq!(found(State::Open), [ask]);
    assert_eq!(found(State::Judged(Judgement::True)), [ask]);
    for gone in [State::Held, State::Judged(Judgement::NotTrue), State::Judged(Judgement::Later)] {
        assert!(found(gone).is_empty(), "{gone:?}");
    }
}

#[test]
fn the_quietest_unit_is_asked_once_another_has_talked_alone_for_ten_minutes() {
    let people = [("mei", "Claims"), ("tom", "Contact Centre"), ("joe", "Finance")];
    let mut room = Room::of(&people);
    room.says("tom> !Bot -> ~Calls : +").waits(10).says("mei> !Bot -> ~Cost : +");
    assert_eq!(about(41, &room), ["finance"], "nobody of Finance has spoken at all");
    assert_eq!(room.question(41, &["Finance"]).unwrap().ask, "Let's hear it from Finance: what's missing here?");
    room.says("joe> !Bot -> ~Trust : +");
    assert!(about(41, &room).is_empty(), "two have spoken lately");
}

#[test]
fn before_ten_minutes_nobody_is_called_quiet() {
    let mut room = Room::of(&[("mei", "Claims"), ("tom", "Contact Centre")]);
    room.waits(9).says("mei> !Bot -> ~Cost : +");
    assert!(about(41, &room).is_empty());
}

#[test]
fn a_loop_that_the_room_found_not_to_be_so_is_left_alone() {
    let mut room = Room::of(&[]);
    room.says("~Calls (want down) -> ~Cost : +\nCost -> Calls : +");
    let graph = room.graph();
    let refused = |state| Readings {
        findings: vec![Finding {
            lens: Lens::LOOP,
            about: keys(&["Cost", "Calls"]),
            state,
            ..misaligned(State::Open).findings[0].clone()
        }],
        left_out: Vec::new(),
    };
    let loops = |state| {
        let questions = room.questions_with(&graph, &refused(state)).into_iter();
        questions.filter(|question| matches!(question.template, 15 | 16)).count()
    };
    assert_eq!((loops(State::Open), loops(State::Judged(Judgement::NotTrue))), (2, 0));
}

#[test]
fn of_two_arrows_between_the_same_things_the_one_whose_way_is_known_closes_the_loop() {
    let mut room = Room::of(&[]);
    room.draws("Bonus", "Calls", Relation::Rewards, Sign::Unknown).says("Bonus -> Calls : +\nCalls -> Bonus : +");
    assert!(about(13, &room).is_empty());
    assert_eq!(about(15, &room), ["bonus/calls"]);
}

#[test]
fn every_template_has_a_case_here_or_in_its_own_test() {
    let own = [18, 19, 25, 39, 40, 41];
    let tested: std::collections::BTreeSet<u8> = CASES.iter().map(|(template, ..)| *template).chain(own).collect();
    assert_eq!(tested, (1..=42).collect());
}
