//! For each way of looking for what a step walks over: the smallest that is found, and the smallest change after which
//! nothing is.

use adjacent::app::OpenSession;
use adjacent::exercise::{AnswerFrame, Seed, StepContext, subjects};
use adjacent::record::{Fact, Session, SessionTime, StepId};

use crate::session::header;
use crate::talk::{Talk, opening};

/// Lines that leave one subject, what is shown of it, and the lines after which there is none.
const FOUND: &[(Seed, &[&str], &str, &[&str])] = &[
    (Seed::Initiatives, &["!Bot"], "Bot", &["!Bot", "Bot is stopped"]),
    (
        Seed::Crossings,
        &["One owns !Bot", "Other owns ~Calls", "Bot -> Calls : +"],
        "Bot → more Calls",
        &["One owns !Bot", "One owns ~Calls", "Bot -> Calls : +"],
    ),
    (
        Seed::Crossings,
        &["One owns !Bot", "Other owns !Model", "Bot -> $Codes : -", "Model needs Codes"],
        "Bot → less Codes, which Model needs",
        &["One owns !Bot", "One owns !Model", "Bot -> $Codes : -", "Model needs Codes"],
    ),
    (
        Seed::Crossings,
        &["One owns !Bot", "Other owns ~Churn", "Bot -> ~Calls : +", "Calls -> Churn : +"],
        "Bot → more Calls, and so Calls → more Churn",
        &["One owns !Bot", "Other owns ~Churn", "Bot -> ~Calls : +", "Churn -> Calls : +"],
    ),
    (
        Seed::Loops,
        &["Backlog -> Overtime : +", "Overtime -> Backlog : -"],
        "Backlog → Overtime → back to Backlog",
        &["Backlog -> Overtime : +", "Overtime -> Backlog : ?"],
    ),
    (
        Seed::Shared,
        &["!Bot needs history, templates", "!Drafter needs history, templates"],
        "Bot and Drafter: history and templates",
        &["!Bot needs history, templates", "!Drafter needs history"],
    ),
    (
        Seed::Clashes,
        &["!Bot -> Calls : +", "!Drafter -> Calls : -"],
        "Bot pushes Calls up, Drafter pushes it down",
        &["!Bot -> Calls : +", "!Drafter -> Calls : +"],
    ),
    (
        Seed::Clashes,
        &["!Bot -> Calls : +", "!Drafter -> Mails : +", "Mails -> Calls : -"],
        "Bot pushes Calls up, Drafter pushes it down",
        &["!Bot -> Calls : +", "!Drafter -> Mails : -", "Mails -> Calls : -"],
    ),
    (
        Seed::Supplies,
        &["!Triage -> $Scores : feeds +", "!Copilot needs Scores"],
        "Triage makes Scores, Copilot needs them",
        &["!Triage -> $Scores : feeds +", "!Copilot needs Scores", "Scores -> Copilot : feeds"],
    ),
    (Seed::Incentives, &["^Bonus"], "Bonus", &["$Bonus"]),
    (
        Seed::Worries,
        &["say @Staff: we are next"],
        "we are next",
        &["say @Staff: we are next", "do tell them : tom due fri re we are next"],
    ),
    (Seed::Worries, &["&we are next"], "we are next", &["&we are next", "*Fair work covers &[we are next]"]),
    (Seed::Purposes, &["*Fair work"], "Fair work", &["~Fair work"]),
    (Seed::Shown, &["shown| fewer letters"], "fewer letters", &["elsewhere shown| fewer letters"]),
    (Seed::Candidates, &["2| more people"], "more people", &["1| more people"]),
    (Seed::Observed, &["saw Trust down"], "Trust", &["~Trust"]),
    (Seed::Promises, &["do ring them : tom due fri"], "ring them", &["do ring them : tom due fri", "settle #2 done"]),
    (Seed::Affected, &["!Bot -> @Staff"], "Staff", &["!Bot needs @Staff"]),
    (
        Seed::Affected,
        &["@Staff owns ~Calls", "!Bot -> Calls : +"],
        "Staff",
        &["@Staff owns ~Calls", "!Bot needs Calls"],
    ),
    (Seed::Parked, &["park the licence"], "the licence", &["park the licence", "settle #2 dropped"]),
];

#[test]
fn the_smallest_that_is_found_is_gone_after_the_smallest_change() {
    for (seed, lines, says, changed) in FOUND {
        assert_eq!(found(*seed, lines), [*says], "{seed:?}: {lines:?}");
        assert_eq!(found(*seed, changed), [""; 0], "{seed:?}: {changed:?}");
    }
}

#[test]
fn nothing_is_found_where_nothing_was_said() {
    for (seed, ..) in FOUND {
        assert_eq!(found(*seed, &[]), [""; 0], "{seed:?}");
    }
}

/// What a step of the exercise `here` walks over after these lines. A number before a line is its step; what is shown
/// together stands behind `shown`.
fn found(seed: Seed, lines: &[&str]) -> Vec<String> {
    let session = Session::fold(header("here", "Here"), [opening(adjacent::record::Mode::Live, Vec::new())]);
    let Talk { mut recording, catalogue, .. } = Talk::on(OpenSession::alone(session));
    for line in lines {
        let (place, line) = line.split_once("| ").unwrap_or(("8", line));
        let exercise = if place.starts_with("elsewhere") { "elsewhere" } else { "here" };
        let reading = recording.read(line, None, &AnswerFrame::default(), SessionTime::OPENING);
        let mut event = recording.spoken(&reading, SessionTime::OPENING);
        event.step = Some(StepId::new(exercise, place.parse().unwrap_or(8)));
        if place.ends_with("shown") {
            event.facts = vec![Fact::Revealed { texts: vec![line.to_owned()] }];
        }
        recording.apply(event, &catalogue);
    }
    let (graph, matters) = (recording.ledger().graph(None), recording.matters());
    let step = StepId::new("here", 9);
    let scene = StepContext { session: recording.session(), graph: &graph, matters: &matters, step: &step };
    subjects(seed, &scene).into_iter().map(|subject| subject.says).collect()
}
