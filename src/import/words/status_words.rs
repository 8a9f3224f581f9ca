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
    ("ideation", Status::Idea),
    ("concept", Status::Idea),
    ("conception", Status::Idea),
    ("proposal", Status::Idea),
    ("planning", Status::Idea),
    ("planned (not in production)", Status::Idea),
    ("not started", Status::Idea),
    ("under consideration", Status::Idea),
    ("backlog", Status::Idea),
    ("idee", Status::Idea),
    ("vorgeschlagen", Status::Idea),
    ("konzept", Status::Idea),
    ("konzeption", Status::Idea),
    ("angedacht", Status::Idea),
    ("idée", Status::Idea),
    ("proposé", Status::Idea),
    ("planifié", Status::Idea),
    ("in planning", Status::Idea),
    ("voorstel", Status::Idea),
    ("initiatie", Status::Idea),
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
    ("trial", Status::Pilot),
    ("prototype", Status::Pilot),
    ("proof of concept", Status::Pilot),
    ("proof-of-concept", Status::Pilot),
    ("poc", Status::Pilot),
    ("beta", Status::Pilot),
    ("beta/pilot", Status::Pilot),
    ("alpha", Status::Pilot),
    ("sandbox", Status::Pilot),
    ("development", Status::Pilot),
    ("in der entwicklung", Status::Pilot),
    ("entwicklung", Status::Pilot),
    ("test and evaluation", Status::Pilot),
    ("testphase", Status::Pilot),
    ("testbetrieb", Status::Pilot),
    ("erprobung", Status::Pilot),
    ("in erprobung", Status::Pilot),
    ("im test", Status::Pilot),
    ("pilotbetrieb", Status::Pilot),
    ("pilotierung", Status::Pilot),
    ("in pilot", Status::Pilot),
    ("proef", Status::Pilot),
    ("proeffase", Status::Pilot),
    ("pilotfase", Status::Pilot),
    ("en test", Status::Pilot),
    ("en développement", Status::Pilot),
    ("expérimentation", Status::Pilot),
    ("pilote", Status::Pilot),
    ("en pilote", Status::Pilot),
    ("development (not in production)", Status::Pilot),
    ("currently under development", Status::Pilot),
    ("under development", Status::Pilot),
    ("initial development", Status::Pilot),
    ("predeployment", Status::Pilot),
    ("pre-production", Status::Pilot),
    ("design", Status::Pilot),
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
    ("in-use", Status::Live),
    ("operational", Status::Live),
    ("in operation", Status::Live),
    ("operations", Status::Live),
    ("operation and management", Status::Live),
    ("operation & maintenance", Status::Live),
    ("running", Status::Live),
    ("implemented", Status::Live),
    ("deployment", Status::Live),
    ("rolled out", Status::Live),
    ("launched", Status::Live),
    ("in service", Status::Live),
    ("go-live", Status::Live),
    ("production/live", Status::Live),
    ("produktiv", Status::Live),
    ("im einsatz", Status::Live),
    ("aktiv", Status::Live),
    ("im betrieb", Status::Live),
    ("regelbetrieb", Status::Live),
    ("in verwendung", Status::Live),
    ("live/produktiv", Status::Live),
    ("actief", Status::Live),
    ("in productie", Status::Live),
    ("operationeel", Status::Live),
    ("in bedrijf", Status::Live),
    ("en service", Status::Live),
    ("en exploitation", Status::Live),
    ("actif", Status::Live),
    ("opérationnel", Status::Live),
    ("déployé", Status::Live),
    ("fading", Status::Fading),
    ("being replaced", Status::Fading),
    ("deprecated", Status::Fading),
    ("wird abgelöst", Status::Fading),
    ("sunsetting", Status::Fading),
    ("phasing out", Status::Fading),
    ("being phased out", Status::Fading),
    ("to be retired", Status::Fading),
    ("end of life", Status::Fading),
    ("auslaufend", Status::Fading),
    ("läuft aus", Status::Fading),
    ("wordt uitgefaseerd", Status::Fading),
    ("uitfasering", Status::Fading),
    ("en fin de vie", Status::Fading),
    ("to be replaced", Status::Fading),
    ("legacy", Status::Fading),
    ("stopped", Status::Stopped),
    ("retired", Status::Stopped),
    ("switched off", Status::Stopped),
    ("decommissioned", Status::Stopped),
    ("eingestellt", Status::Stopped),
    ("buiten gebruik", Status::Stopped),
    ("archived", Status::Stopped),
    ("inactive", Status::Stopped),
    ("ended", Status::Stopped),
    ("terminated", Status::Stopped),
    ("discontinued", Status::Stopped),
    ("cancelled", Status::Stopped),
    ("canceled", Status::Stopped),
    ("abandoned", Status::Stopped),
    ("closed", Status::Stopped),
    ("withdrawn", Status::Stopped),
    ("rejected", Status::Stopped),
    ("on hold indefinitely", Status::Stopped),
    ("beendet", Status::Stopped),
    ("abgeschaltet", Status::Stopped),
    ("stillgelegt", Status::Stopped),
    ("außer betrieb", Status::Stopped),
    ("gestoppt", Status::Stopped),
    ("abgebrochen", Status::Stopped),
    ("gestopt", Status::Stopped),
    ("beëindigd", Status::Stopped),
    ("stopgezet", Status::Stopped),
    ("arrêté", Status::Stopped),
    ("abandonné", Status::Stopped),
    ("hors service", Status::Stopped),
    ("retiré", Status::Stopped),
    ("terminé", Status::Stopped),
];

/// Returns the status that a cell states; `None` when it states none that is known, and somebody has to be asked.
///
/// A letter or a number before the word and an explanation behind it do not count: `c) Deployed - The use case is in use`,
/// `Stage 4 - Operation and Maintenance (integrated)`, `In production: more than 1 year`.
pub(in crate::import) fn status_of(text: &str) -> Option<Status> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let known = |word: &str| WORDS.iter().find(|(known, _)| *known == word.trim()).map(|(_, status)| *status);
    if let Some(status) = known(&lower) {
        return Some(status);
    }
    let word = without_number(&lower);
    let ends = |mark: &&str| word.split_once(*mark).map(|(before, _)| before);
    let before = [" - ", " \u{2013} ", " \u{2014} ", " (", ":", " \u{a4} ", " \u{96} "]
        .iter()
        .filter_map(ends)
        .min_by_key(|before| before.len());
    known(word).or_else(|| before.and_then(known))
}

/// Returns a word without what counts it: `a) `, `3. `, `stage 4 - `, `phase 2: `.
fn without_number(text: &str) -> &str {
    let rest = ["stage", "phase", "step", "status", "stufe", "fase", "étape"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start();
    let number = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_number = number.len() <= 2 && (number.bytes().all(|byte| byte.is_ascii_digit()) || number.len() == 1);
    let behind = rest.get(number.len()..).unwrap_or_default().trim_start();
    match behind.strip_prefix([')', '.', ':', '-', '\u{2013}']) {
        Some(word) if is_number && !number.is_empty() => word.trim(),
        _ => text,
    }
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
        assert_eq!(status_of("c)  Deployed \u{2013} The use case is being used"), Some(Status::Live));
        assert_eq!(status_of("a) Pre-deployment - The use case is in development."), Some(Status::Pilot));
        assert_eq!(status_of("Stage 5 - Retired (or being retired)"), Some(Status::Stopped));
        assert_eq!(status_of("3. Pilot"), Some(Status::Pilot));
        assert_eq!(status_of("In production: more than 1 year"), Some(Status::Live));
        assert_eq!(status_of("Phase 2: Pilot"), Some(Status::Pilot));
        assert_eq!(status_of("unclear"), None);
        assert_eq!(status_of("a"), None);
        assert_eq!(status_of(""), None);
    }
}
