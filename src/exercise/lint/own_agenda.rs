use super::flaw::{ExerciseFlaw, Severity};
use crate::exercise::agenda::{AgendaFile, LONGEST, MOST_EXERCISES};
use crate::record::Mode;
use crate::record::field_places::FieldPlaces;
use crate::record::text::plain;

/// Checks the text of an agenda file; returns the agenda, and its flaws in the order of their lines.
///
/// `refused` says why an exercise cannot be planned in a mode; `None` for one that can.
pub fn lint_agenda(
    text: &str,
    refused: impl Fn(&str, Mode) -> Option<String>,
) -> (Option<AgendaFile>, Vec<ExerciseFlaw>) {
    let places = FieldPlaces::of(text);
    let file = match AgendaFile::parse(text) {
        Ok(file) => file,
        Err(error) => {
            let hint = "the plan editor writes one that works (Ctrl-G, then s)".to_owned();
            let (line, column) = (error.span.start.line, error.span.start.col);
            let what = plain(&error.code.to_string()).trim_end_matches('.').to_owned();
            return (None, vec![ExerciseFlaw { line, column, weight: Severity::Unusable, what, hint }]);
        }
    };
    let mut flaws = Vec::new();
    let mut flaw = |path: &str, what: String, hint: &str| {
        let (line, column) = places.at(path);
        flaws.push(ExerciseFlaw { line, column, weight: Severity::Unusable, what, hint: hint.to_owned() });
    };
    if file.format != AgendaFile::FORMAT {
        flaw("format", format!("format {} is not known here", file.format), "write format: 1");
    }
    if file.title.trim().is_empty() {
        flaw("title", "it has no title".to_owned(), "a few words are enough; it is chosen by them");
    }
    if file.exercises.is_empty() || file.exercises.len() > MOST_EXERCISES {
        let what = format!("it has {} exercises", file.exercises.len());
        flaw("exercises", what, &format!("plan at least one, and at most {MOST_EXERCISES}"));
    }
    for (at, planned) in file.exercises.iter().enumerate() {
        if let Some(what) = refused(&planned.exercise, file.mode) {
            flaw(&format!("exercises.{at}.exercise"), plain(&what), "adjacent exercises lists them");
        }
        if planned.minutes > LONGEST {
            let what = format!("{} minutes are more than a day", planned.minutes);
            flaw(&format!("exercises.{at}.minutes"), what, &format!("write at most {LONGEST}"));
        }
    }
    flaws.sort_by_key(|flaw| (flaw.line, flaw.column));
    (Some(file), flaws)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: &str = "(\n    format: 1,\n    title: \"Ward\",\n    mode: Live,\n    exercises: [\n        (exercise: \"next\", minutes: 20),\n    ],\n)\n";

    fn flaws(text: &str) -> Vec<String> {
        let refused = |id: &str, _| (id != "next").then(|| format!("there is no exercise called {id:?}"));
        let (_, flaws) = lint_agenda(text, refused);
        flaws.iter().map(|flaw| format!("{}:{}: {flaw}", flaw.line, flaw.column)).collect()
    }

    #[test]
    fn each_flaw_has_its_place_and_says_what_to_do() {
        assert_eq!(flaws(FINE), Vec::<String>::new());
        for (right, wrong, says) in [
            ("\"next\"", "\"nxt\"", "6:20: there is no exercise called"),
            ("minutes: 20", "minutes: 9999", "6:37: 9999 minutes are more than a day"),
            ("format: 1", "format: 7", "2:13: format 7 is not known here"),
            ("\"Ward\"", "\" \"", "3:12: it has no title"),
            ("minutes: 20", "minuets: 20", "6:"),
        ] {
            let found = flaws(&FINE.replace(right, wrong));
            assert!(found.first().is_some_and(|first| first.starts_with(says)), "{wrong}: {found:?}");
            assert!(found.iter().all(|flaw| flaw.contains("; ")), "{found:?}");
        }
    }
}
