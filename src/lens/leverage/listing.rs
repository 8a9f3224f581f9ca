use crate::graph::{Impact, Key};
use crate::lens::limit_reason::LimitReason;
use crate::lens::thresholds::LEVELS;
use crate::lens::{Field, Reaches};

/// Returns at most `most` candidates with a score above zero, by score, highest first; equal scores are in key order.
/// Notes in the field how many are left out.
pub(super) fn highest<T>(
    field: &Field<'_>,
    mut candidates: Vec<T>,
    score: impl Fn(&T) -> Impact,
    key: impl Fn(&T) -> Vec<Key>,
    most: usize,
) -> Vec<T> {
    candidates.retain(|candidate| score(candidate) > Impact::default());
    candidates.sort_by_cached_key(|candidate| (std::cmp::Reverse(score(candidate)), key(candidate)));
    if candidates.len() > most {
        field.leave_out(LimitReason::MorePlaces, candidates.len() - most);
    }
    candidates.truncate(most);
    candidates
}

/// Returns the question that every leverage point asks.
pub(super) fn ask(place: &str, shown_by: &[&str]) -> String {
    let shown = match shown_by {
        [] => String::new(),
        [one] => format!(" Would {one} show it?"),
        [one, other, ..] => format!(" Which of {one} and {other} would show it?"),
    };
    format!("What is the smallest change {place} that we could make within two weeks, and take back?{shown}")
}

/// Returns depth times reach in whole numbers, for ranking.
pub(super) fn score(level: u64, reach: Impact) -> Impact {
    reach * (LEVELS + 1).saturating_sub(level)
}

/// Returns the severity of a place to act with this level and this reach.
pub(super) fn severity(reaches: &Reaches, level: u64, reach: f64) -> f64 {
    let depth = (LEVELS + 1).saturating_sub(level) as f64 / LEVELS as f64;
    100.0 * depth * reach / reaches.furthest().share()
}
