use crate::record::Status;

/// Words with which lists say the status of a change, in English, German, Dutch and French.
const WORDS: &[(&str, Status)] = &[
    ("idea", Status::Idea),
    ("planned", Status::Idea),
    ("proposed", Status::Idea),
    ("initiated", Status::Idea),
    ("initiation", Status::Idea),
    ("in planung", Status::Idea),
    ("geplant", Status::Idea),
    ("gepland", Status::Idea),
    ("prévu", Status::Idea),
    ("pilot", Status::Pilot),
    ("piloting", Status::Pilot),
    ("pilotphase", Status::Pilot),
    ("pre-deployment", Status::Pilot),
    ("test", Status::Pilot),
    ("testing", Status::Pilot),
    ("experimental", Status::Pilot),
    ("acquisition and/or development", Status::Pilot),
    ("acquisition and development", Status::Pilot),
    ("development and acquisition", Status::Pilot),
    ("in development", Status::Pilot),
    ("in ontwikkeling", Status::Pilot),
    ("in entwicklung", Status::Pilot),
    ("live", Status::Live),
    ("deployed", Status::Live),
    ("production", Status::Live),
    ("in production", Status::Live),
    ("operation", Status::Live),
    ("operation and maintenance", Status::Live),
    ("implementation and assessment", Status::Live),
    ("in use", Status::Live),
    ("active", Status::Live),
    ("produktivbetrieb", Status::Live),
    ("in betrieb", Status::Live),
    ("in gebruik", Status::Live),
    ("en production", Status::Live),
    ("fading", Status::Fading),
    ("being replaced", Status::Fading),
    ("deprecated", Status::Fading),
    ("wird abgelöst", Status::Fading),
    ("stopped", Status::Stopped),
    ("retired", Status::Stopped),
    ("switched off", Status::Stopped),
    ("decommissioned", Status::Stopped),
    ("eingestellt", Status::Stopped),
    ("buiten gebruik", Status::Stopped),
    ("archived", Status::Stopped),
];

/// Returns the status that a cell states; `None` when it states none that is known, and somebody has to be asked.
pub(super) fn status_of(text: &str) -> Option<Status> {
    let word = text.trim().trim_end_matches('.').to_lowercase();
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, status)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_say_a_status_in_their_own_words() {
        for status in Status::ALL {
            assert_eq!(status_of(status.name()), Some(status));
        }
        assert_eq!(status_of(" In Production "), Some(Status::Live));
        assert_eq!(status_of("Eingestellt"), Some(Status::Stopped));
        assert_eq!(status_of("unclear"), None);
    }
}
