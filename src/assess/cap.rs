use super::assessment::Raised;
use super::height::Height;
use super::thresholds::{CAP_MORE_SOMETIMES, CAP_MORE_YES, CAP_ONE_SOMETIMES, CAP_ONE_YES};

/// How high red flags let a level stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// No higher than this.
    pub at: Height,
    /// The red flags it comes from, by their ids.
    pub by: Vec<String>,
}

impl Cap {
    /// The lowest cap of what was answered to the red flags of a level; none when none is so.
    pub(super) fn of<'a>(answers: impl IntoIterator<Item = (&'a str, Raised)>) -> Option<Self> {
        let (mut yes, mut sometimes) = (Vec::new(), Vec::new());
        for (flag, raised) in answers {
            match raised {
                Raised::Yes => yes.push(flag.to_owned()),
                Raised::Sometimes => sometimes.push(flag.to_owned()),
                Raised::No => {}
            }
        }
        let caps = [cap(yes, CAP_ONE_YES, CAP_MORE_YES), cap(sometimes, CAP_ONE_SOMETIMES, CAP_MORE_SOMETIMES)];
        caps.into_iter().flatten().min_by_key(|cap| cap.at)
    }
}

fn cap(by: Vec<String>, one: Height, more: Height) -> Option<Cap> {
    match by.len() {
        0 => None,
        1 => Some(Cap { at: one, by }),
        _ => Some(Cap { at: more, by }),
    }
}
