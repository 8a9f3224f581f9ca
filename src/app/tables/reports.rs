//! Looks at the tables again and again while their screen or their plenary is open, and takes in what was seen.

use jiff::SignedDuration;

use super::chore::TablesReport;
use super::look::look;
use super::popup::TablesView;
use crate::app::effect::Effect;
use crate::app::map;
use crate::app::model::Model;
use crate::app::run::unsettle;
use crate::graph::Ledger;
use crate::record::Gathering;

/// The time between two looks while the screen of the tables is open.
const WATCHED: SignedDuration = SignedDuration::from_secs(2);

/// The time between two looks while a plenary is open, which walks over what its tables say.
const BUILT_ON: SignedDuration = SignedDuration::from_secs(5);

/// Looks again if that is due.
pub(in crate::app) fn tick(model: &mut Model) -> Vec<Effect> {
    let watched = model.popup.as_ref().is_some_and(|popup| popup.downcast::<TablesView>().is_some());
    let pause = match (watched, plenary(model)) {
        (true, _) => WATCHED,
        (false, Some(_)) => BUILT_ON,
        (false, None) => return Vec::new(),
    };
    let due = model.tables.looked.is_none_or(|looked| model.now.duration_since(looked) >= pause);
    if due { look(model, false) } else { Vec::new() }
}

/// Returns the gathering whose plenary is open.
fn plenary(model: &Model) -> Option<&Gathering> {
    let session = model.run.as_ref()?.recording.session();
    session.gathering().filter(|place| place.is_plenary())
}

/// Takes in the report of a look.
pub(in crate::app) fn reported(model: &mut Model, report: TablesReport) {
    model.tables.looking = false;
    model.tables.looked = Some(model.now);
    match report {
        TablesReport::Seen { overview, others, stamp } => {
            let meets_here = plenary(model).is_some_and(|place| place.id == overview.id);
            model.tables.overview = Some(overview);
            model.tables.says.clear();
            model.tables.stamp = stamp;
            if meets_here {
                build_on(model, *others);
            }
        }
        TablesReport::Unchanged => {}
        TablesReport::NoTables => {
            model.tables.overview = None;
            "No tables so far. A new workshop gets them at its plan: Ctrl-T there.".clone_into(&mut model.tables.says);
        }
        TablesReport::Unread(says) => model.tables.says = says,
    }
}

/// Lets the open plenary, and the room's view of it, build on what the tables have said by now.
fn build_on(model: &mut Model, others: Ledger) {
    let Some(run) = &mut model.run else { return };
    if let Some(room) = run.room.audience.as_mut().and_then(|window| window.room.as_mut()) {
        room.build_on(others.clone());
    }
    run.recording.build_on(others);
    run.refresh(&model.catalogue);
    unsettle(model);
    map::refresh(model);
}
