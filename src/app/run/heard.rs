//! How the run screen changes after an event that is on disk.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::captured;
use super::settle::unsettle;
use super::state::Run;
use crate::app::model::Model;
use crate::app::offers;
use crate::app::room::RoomMsg;
use crate::exercise::Catalogue;
use crate::record::{Event, Fact, Kind, RoomView};

/// Takes in events added to a session that is open read-only.
pub(in crate::app) fn followed(model: &mut Model, events: Vec<Event>) {
    if let Some(run) = &mut model.run {
        for event in events {
            take_in(run, &event, &model.catalogue, model.now);
            offers::noted(run, &event, None);
        }
        unsettle(model);
    }
}

pub(super) fn take_in(run: &mut Run, event: &Event, catalogue: &Catalogue, now: Timestamp) {
    run.recording.apply(event.clone(), catalogue);
    if let Some(window) = &mut run.room.audience {
        window.update(RoomMsg::Heard(vec![event.clone()]), now);
    }
    if let Some(coach) = &mut run.coach {
        if event.facts.iter().any(Fact::revises) {
            coach.note_again(run.recording.session().live());
        } else {
            coach.note(event);
        }
    }
    let corrects = run.recording.session().line_of(event.seq) != event.seq;
    if captured::is_listed(event) && !corrects {
        run.take_note(captured::one(&run.recording, event));
        let things = named(event, run);
        if !things.is_empty() {
            run.last.just_named = things;
        }
        run.last.focus = captured::subject(event).or(run.last.focus.take());
    }
    if corrects {
        mark(run, event.seq);
    }
    let mut struck = BTreeSet::new();
    for fact in &event.facts {
        match fact {
            Fact::Retracted { seq } | Fact::Restored { seq } => {
                mark(run, *seq);
                run.refocus();
            }
            Fact::StrikeOrdered { seq } => {
                struck.insert(*seq);
            }
            // The curtain lifts once that is on disk; a curtain that is about to fall again keeps this screen covered.
            Fact::Shown { view } => run.room.curtain = *view == RoomView::Curtain || run.lets_curtain_fall(),
            _ => {}
        }
    }
    if !struck.is_empty() {
        run.refocus();
        run.take_off(&struck);
        // The offers about a removed line may quote it.
        run.last.offers.clear();
        run.last.just_named.clear();
    }
    if event.facts.iter().any(captured::recounts) {
        run.recount();
    }
    run.refresh(catalogue);
}

fn mark(run: &mut Run, seq: u64) {
    run.last.offers.clear();
    run.mark(seq);
    run.last.just_named.clear();
}

/// Returns the things that a line named, with their current kinds.
fn named(event: &Event, run: &Run) -> Vec<(String, Kind)> {
    let mut things: Vec<(String, Kind)> = Vec::new();
    for fact in &event.facts {
        let labels: Vec<&String> = match fact {
            Fact::Named { label, .. } | Fact::Set { label, .. } => vec![label],
            Fact::Claimed(claim) => vec![&claim.from, &claim.to],
            _ => Vec::new(),
        };
        for label in labels {
            let Some(thing) = run.recording.ledger().thing(label) else { continue };
            if !things.iter().any(|(known, _)| known == thing.label) {
                things.push((thing.label.to_owned(), thing.kind));
            }
        }
    }
    things
}
