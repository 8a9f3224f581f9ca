//! The pace of a session in words.

use jiff::SignedDuration;

use crate::app::model::Model;
use crate::app::run::Run;

/// Describes how far the session is behind its agenda or ahead of it, and when it will end.
pub fn pace_in_words(model: &Model, run: &Run) -> Option<String> {
    let pace = run.recording.pace(model.session_time())?;
    let spare = match minutes(pace.slack) {
        left @ 1.. => format!(", {left} to spare"),
        _ => String::new(),
    };
    Some(format!("{}, {}{spare}", drift_in_words(pace.drift), end_in_words(model, run)?))
}

/// Describes when the session will end, and how late that is.
pub fn end_in_words(model: &Model, run: &Run) -> Option<String> {
    let pace = run.recording.pace(model.session_time())?;
    let end = model.now.checked_add(pace.to_go).ok()?;
    let late = match minutes(pace.slack) {
        late @ ..=-1 => format!(", {} late", -late),
        _ => String::new(),
    };
    Some(format!("ends {}{late}", run.recording.session().header().zone.clock(end)))
}

/// Describes a drift in minutes, behind the agenda or ahead of it.
pub fn drift_in_words(drift: SignedDuration) -> String {
    match minutes(drift) {
        0 => "on time".to_owned(),
        behind @ 1.. => format!("{behind} behind"),
        ahead => format!("{} ahead", -ahead),
    }
}

/// Returns the nearest whole number of minutes.
const fn minutes(duration: SignedDuration) -> i64 {
    (duration.as_secs() + 30).div_euclid(60)
}
