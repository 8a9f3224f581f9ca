use crate::record::{Attribute, Status, Want};

/// Returns the attribute that these words name: `live`, `scarce`, `want down`, `starts 2027-01-12` ...
pub(crate) fn attribute(text: &str) -> Option<Attribute> {
    let words: Vec<_> = text.split_whitespace().map(str::to_ascii_lowercase).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["scarce"] => Some(Attribute::Scarce),
        ["outside"] => Some(Attribute::Outside),
        ["want", direction] => want(direction).map(Attribute::Want),
        ["starts" | "starting" | "started" | "from", day] => day.parse().ok().map(Attribute::Started),
        ["in", stage] => stage_of(stage).map(Attribute::Status),
        [one] => status(one).map(Attribute::Status),
        _ => None,
    }
}

/// Words for a pilot, beside its own name.
const TRIED: [&str; 4] = ["test", "testing", "trial", "tested"];

/// Words for what something in use is in.
const USED: [&str; 3] = ["use", "production", "operation"];

/// Returns the status that a word names by itself: "pilot", "test", "live".
fn status(word: &str) -> Option<Status> {
    if TRIED.contains(&word) {
        return Some(Status::Pilot);
    }
    Status::ALL.into_iter().find(|status| status.name() == word)
}

/// Returns the status of what is in this stage: "in test", "in use".
pub(crate) fn stage_of(word: &str) -> Option<Status> {
    if USED.contains(&word) { Some(Status::Live) } else { status(word) }
}

/// Returns the wanted direction of a factor that this word names.
pub(crate) fn want(word: &str) -> Option<Want> {
    [Want::Up, Want::Down, Want::Steady].into_iter().find(|want| want.name().eq_ignore_ascii_case(word))
}
