//! Computes everything that depends on the entry line once no input waits, so that a key is on the screen at once,
//! however large the map is.

use jiff::SignedDuration;

use super::parts::InView;
use super::state::Run;
use crate::app::door;
use crate::app::map::listed;
use crate::app::model::Model;
use crate::capture;
use crate::record::own_note;

/// The interval at which the advice is computed again even if nothing was said.
const GUIDED_EVERY: SignedDuration = SignedDuration::from_secs(10);

/// The maximum distance of things that the panel shows around the thing in view, in arrows.
const STEPS: usize = 2;

/// Notes that the entry line or the map has changed.
pub(in crate::app) fn unsettle(model: &mut Model) {
    if let Some(run) = &mut model.run {
        run.worked_out.unsettled = true;
    }
}

/// Notes that time has passed: the advice may be due again.
pub(in crate::app) fn tick(model: &mut Model) {
    let at = model.session_time();
    if let Some(run) = &mut model.run
        && run.worked_out.guided_at.is_none_or(|last| at.since(last) >= GUIDED_EVERY)
    {
        run.worked_out.guided_at = None;
        run.worked_out.unsettled = true;
    }
}

/// Reads the typed text, finds its completions, and computes the neighbours of the thing in view. Returns whether the
/// map was computed again.
pub(in crate::app) fn settle(model: &mut Model) -> bool {
    let Some(run) = &mut model.run else { return false };
    if !std::mem::take(&mut run.worked_out.unsettled) {
        return false;
    }
    let grown = run.look_around(&model.catalogue);
    run.guide(&model.catalogue, model.now);
    let text = model.entry.text();
    run.typing.door = None;
    if let Some((names, says)) = door::under(text, &model.commands, model.screen).filter(|_| !run.typing.covered) {
        run.typing.live = None;
        run.typing.door = Some(says);
        run.typing.fragment = text.len();
        run.typing.candidates = names;
    } else if text.trim().is_empty() || run.typing.covered || own_note(text).is_some() {
        run.typing.live = None;
        run.typing.candidates.clear();
    } else {
        let at = run.recording.at(model.now);
        let reading = match run.fixing_context(&model.catalogue) {
            Some(context) => context.read(text, context.line.speaker.as_deref(), &model.catalogue),
            None => run.recording.read(text, run.speaker.as_deref(), &run.asked.frame, at),
        };
        if run.typing.live.as_ref().is_none_or(|before| before.said != reading.said) {
            run.typing.chosen = 0;
        }
        run.typing.live = Some(reading);
        let cursor = model.entry.cursor_byte();
        let (ledger, session) = (run.recording.ledger(), run.recording.session());
        let said_here = |label: &str| ledger.is_heard_in(label, &session.header().id);
        let found = capture::complete(text, cursor, ledger.labels(), &said_here);
        run.typing.fragment = found.as_ref().map_or(0, |found| cursor.saturating_sub(found.start));
        run.typing.candidates = found.map(|found| found.candidates).unwrap_or_default();
    }
    run.typing.candidate = 0;
    run.last.in_view = in_view(run);
    grown
}

fn in_view(run: &Run) -> Option<InView> {
    let ledger = run.recording.ledger();
    let mentioned = run.typing.live.iter().flat_map(|reading| &reading.mentions);
    let typed = mentioned.map(|thing| thing.label.as_str()).find(|label| ledger.thing(label).is_some());
    let label = typed.or(run.last.focus.as_deref())?;
    let label = ledger.thing(label)?.label.to_owned();
    Some(InView { rows: listed(ledger.around(&label, STEPS)), label })
}
