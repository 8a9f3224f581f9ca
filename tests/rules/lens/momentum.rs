use adjacent::lens::{Field, Momentum, MomentumPace, MomentumPart};

use crate::findings::sees;
use crate::talk::Talk;

/// The smallest portfolio: three changes, and nothing else said.
const THREE: &str = "!Bot\n!Copilot\n!Model";

#[test]
fn three_changes_are_a_portfolio_and_fewer_are_none() {
    // Alive 15 of 15, no voice heard half of 15: 100 - 22.5.
    assert_eq!(sees("momentum", THREE), [" 78"]);
    for (change, lines) in [
        ("two changes", "!Bot\n!Copilot".to_owned()),
        ("one of three was stopped", format!("{THREE}\nModel is stopped")),
        ("the third is no change", "!Bot\n!Copilot\n/Renewals".to_owned()),
    ] {
        assert_eq!(sees("momentum", &lines), [""; 0], "{change}");
    }
}

#[test]
fn each_part_takes_off_what_it_weighs() {
    for (part, lines, severity) in [
        ("two learn from one another", "Copilot -> Bot : builds", 61),
        ("one serves a purpose", "Bot -> *Fairer claims : aims +", 69),
        ("one fades", "Bot is fading", 83),
        ("a voice without an answer", "say @Claims: Who checks it? re Bot", 85),
        (
            "a voice a purpose answers",
            "say @Claims: Who checks it? re Bot\n*Fairer claims -> Who checks it : covers",
            70,
        ),
        (
            "a voice somebody answers by a day",
            "say @Claims: Who checks it? re Bot\ndo Answer it : mei due 2026-12-04 re Who checks it?",
            70,
        ),
        ("a wish answers nothing", "say @Claims: Who checks it? re Bot\ndo Answer it re Who checks it?", 85),
    ] {
        assert_eq!(sees("momentum", &format!("{THREE}\n{lines}")), [format!(" {severity}")], "{part}");
    }
}

#[test]
fn a_result_comes_back_when_it_was_seen_and_leads_on() {
    let back = "Bot -> calls : +\nsaw calls down\n#Review covers calls\ncalls -> #Review : +";
    assert_eq!(sees("momentum", &format!("{THREE}\n{back}")), [" 71"]);
    for (change, lines) in [
        ("nobody has seen it", "Bot -> calls : +\ncalls -> #Review : +"),
        ("it leads nowhere", "Bot -> calls : +\nsaw calls down"),
        ("it leads to another factor", "Bot -> calls : +\nsaw calls down\ncalls -> trust : -"),
        ("the change does not move it", "Bot aims calls : +\nsaw calls down\ncalls -> #Review : +"),
    ] {
        assert_eq!(sees("momentum", &format!("{THREE}\n{lines}")), [" 78"], "{change}");
    }
}

#[test]
fn the_five_parts_are_there_as_values_even_without_an_index() {
    let mut talk = Talk::among(&[("mei", "Claims"), ("tom", "Contact Centre")]);
    talk.says("!Bot\nmei> Bot -> *Fairer claims : aims +");
    let graph = talk.graph();
    let momentum = Momentum::of(&Field::of(&graph));
    let shares: Vec<_> = momentum.shares.iter().map(|share| (share.part.name(), share.have, share.of)).collect();
    assert_eq!(shares, [("builds", 0, 1), ("thesis", 1, 1), ("feedback", 0, 1), ("alive", 1, 1), ("voice", 0, 0)]);
    assert_eq!((momentum.active, momentum.index(), momentum.pace()), (1, None, None));
    assert_eq!(momentum.weakest(), [MomentumPart::Builds, MomentumPart::Feedback]);
    assert!(!momentum.shared_purpose);

    talk.says("tom> !Copilot -> Fairer claims : aims +\n!Model\nCopilot -> Bot : builds\nModel -> Bot : builds");
    let graph = talk.graph();
    let momentum = Momentum::of(&Field::of(&graph));
    // 25 and two thirds of 25 and 15 and half of 15 leave 35.8.
    assert_eq!(momentum.pace(), Some(MomentumPace::Mixed));
    assert!(momentum.shared_purpose);
}

#[test]
fn it_says_how_many_and_which_two_are_thinnest() {
    let mut talk = Talk::among(&[]);
    let finding = talk.says(THREE).says("Copilot -> Bot : builds\nModel is fading").finding("momentum", &[]).unwrap();
    assert_eq!(
        finding.says,
        "Three changes are moving; two of them learn from one another; no purpose has been named for any of them yet; \
         nobody has named a result yet that changed a decision. Thinnest so far: a purpose that each of them serves, \
         and results that come back to a decision."
    );
    assert_eq!(finding.ask, "What did Model learn that Bot should start from?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [5]);
}

#[test]
fn the_next_pupil_is_what_has_most_in_common_with_what_fades() {
    let mut talk = Talk::among(&[]);
    talk.says(THREE)
        .says("Bot -> letters : needs\nModel -> letters : needs\nModel is fading\nCopilot -> claims : needs");
    let finding = talk.finding("momentum", &[]).unwrap();
    assert_eq!(finding.ask, "What did Model learn that Bot should start from?");
}

#[test]
fn a_pilot_nobody_speaks_of_for_four_months_fades() {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    let share = |days: u64| {
        let mut talk = Talk::among(&[]);
        talk.says("!Bot (pilot)\n!Copilot (live)\n!Model\nBot -> calls : +\nCopilot -> calls : +");
        talk.waits(days * DAY).says("Model -> calls : +");
        let graph = talk.graph();
        Momentum::of(&Field::of(&graph)).have(MomentumPart::Alive)
    };
    assert_eq!((share(119), share(121)), (3, 2));
}
