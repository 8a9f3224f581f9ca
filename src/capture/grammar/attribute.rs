use crate::record::{Attribute, Status, Want};

/// Returns the attribute that these words name: `live`, `scarce`, `want down`, `starts 2027-01-12` ...
pub(crate) fn attribute(text: &str) -> Option<Attribute> {
    let words: Vec<_> = text.split_whitespace().map(str::to_ascii_lowercase).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["scarce"] => Some(Attribute::Scarce),
        ["outside"] => Some(Attribute::Outside),
        ["want", direction] => want(direction).map(Attribute::Want),
        ["starts" | "starting" | "started" | "from", day] => day.parse().ok().map(Attribute::Started),
        [one] => Status::ALL.into_iter().find(|status| status.name() == *one).map(Attribute::Status),
        _ => None,
    }
}

/// Returns the wanted direction of a factor that this word names.
pub(crate) fn want(word: &str) -> Option<Want> {
    [Want::Up, Want::Down, Want::Steady].into_iter().find(|want| want.name().eq_ignore_ascii_case(word))
}
