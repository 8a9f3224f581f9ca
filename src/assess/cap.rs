use super::assessment::Raised;
use super::height::Height;
use super::thresholds::{CAP_MORE_SOMETIMES, CAP_MORE_YES, CAP_ONE_SOMETIMES, CAP_ONE_YES};

/// The maximum height that red flags allow for a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// The maximum height.
    pub at: Height,
    /// The ids of the red flags that set this maximum.
    pub by: Vec<String>,
}

impl Cap {
    /// Returns the lowest cap that the answers to the red flags of a level set; `None` if every answer is no.
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
