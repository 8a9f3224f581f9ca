use crate::app::model::Model;
use crate::lens::Finding;
use crate::record::{Fact, Kind, POLL_OPTIONS};

/// The number of the latest lines whose things were talked about just now.
const LATEST: usize = 12;

/// Options that a key puts to the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PollSource {
    /// What they are, in words.
    pub(super) called: &'static str,
    pub(super) options: Vec<String>,
}

/// Returns the sources that have at least two options.
pub(super) fn sources(model: &Model) -> Vec<PollSource> {
    let all = [
        ("the changes", changes(model)),
        ("what was talked about just now", just_now(model)),
        ("loops", loops(model)),
        ("findings", findings(model)),
    ];
    let all = all.into_iter().map(|(called, options)| PollSource { called, options });
    let cut =
        all.map(|source| PollSource { options: source.options.into_iter().take(POLL_OPTIONS).collect(), ..source });
    cut.filter(|source| source.options.len() > 1).collect()
}

/// Returns the changes of this session.
fn changes(model: &Model) -> Vec<String> {
    let Some(run) = &model.run else { return Vec::new() };
    let ledger = run.recording.ledger();
    let keys = run.recording.gist().changes(ledger);
    keys.into_iter().filter_map(|key| Some(ledger.thing(key.as_str())?.label.to_owned())).collect()
}

/// Returns the things on the latest lines, the latest first.
fn just_now(model: &Model) -> Vec<String> {
    let Some(run) = &model.run else { return Vec::new() };
    let ledger = run.recording.ledger();
    let lines = run.recording.session().live().rev().filter(|event| event.is_line()).take(LATEST);
    let mut things: Vec<String> = Vec::new();
    for label in lines.flat_map(|event| event.facts.iter().flat_map(labels)) {
        let Some(known) = ledger.thing(label).filter(|known| known.kind != Kind::Voice) else { continue };
        if !things.iter().any(|thing| thing == known.label) {
            things.push(known.label.to_owned());
        }
    }
    things
}

fn labels(fact: &Fact) -> Vec<&str> {
    match fact {
        Fact::Named { label, .. }
        | Fact::Observed { label, .. }
        | Fact::Measured { label, .. }
        | Fact::Set { label, .. } => vec![label],
        Fact::Claimed(claim) => vec![&claim.from, &claim.to],
        _ => Vec::new(),
    }
}

/// Returns the loops on the map, each by its things.
fn loops(model: &Model) -> Vec<String> {
    let is_loop = |finding: &&Finding| finding.lens.name() == "loops";
    let found = model.offers().into_iter().filter(is_loop);
    found.map(|finding| model.labels_of(&finding.about).join(", ")).collect()
}

/// Returns the findings, each by the question that it asks.
fn findings(model: &Model) -> Vec<String> {
    let found = model.offers().into_iter().filter(|finding| finding.lens.name() != "loops");
    found.map(|finding| finding.ask.clone()).collect()
}
