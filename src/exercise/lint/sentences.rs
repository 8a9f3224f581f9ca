use std::borrow::Cow;

use super::check::ExerciseCheck;
use super::flaw::Severity;
use crate::exercise::prompt::{Blanks, fill};
use crate::record::Mode;
use crate::record::text::acts;

/// The maximum number of lines in a prompt on the room view.
const PROMPT_LINES: usize = 3;

/// The maximum number of words in a line that the back row can read.
const LINE_WORDS: usize = 12;

impl<'a> ExerciseCheck<'a> {
    /// Checks every text that is read or said aloud.
    pub(super) fn sentences(&mut self) {
        for (path, text) in self.texts() {
            self.sentence(&path, &text);
        }
        for (mode, path, step) in self.steps() {
            let words = fill(&step.prompt, &Blanks::default()).split_whitespace().count();
            if mode == Mode::Live && words > PROMPT_LINES * LINE_WORDS {
                let what = format!("{words} words are more than three lines the back row can read");
                self.advice(&format!("{path}.prompt"), what, "shorten it to 36 words, or make two steps of it");
            }
        }
    }

    /// Returns every text with its path.
    fn texts(&self) -> Vec<(String, Cow<'a, str>)> {
        let exercise = self.exercise;
        let whole = [
            ("title", &exercise.title),
            ("purpose", &exercise.purpose),
            ("when", &exercise.when),
            ("done_when", &exercise.done_when),
            ("fails_when", &exercise.fails_when),
            ("helps", &exercise.helps),
            ("source", &exercise.source),
            ("say.live", &exercise.say.live),
            ("say.solo", &exercise.say.solo),
        ];
        // An exercise written before one chose by what one wants to learn says nothing about it.
        let learn = (!exercise.learn.is_empty()).then_some(("learn", &exercise.learn));
        let mut texts: Vec<(String, Cow<'a, str>)> =
            whole.into_iter().chain(learn).map(|(path, text)| (path.to_owned(), Cow::from(text))).collect();
        for (variant, probes) in [("live", &exercise.probes.live), ("solo", &exercise.probes.solo)] {
            let probes = probes.iter().enumerate();
            texts.extend(probes.map(|(number, probe)| (format!("probes.{variant}.{number}"), Cow::from(probe))));
        }
        let goals = exercise.goals.iter().enumerate();
        texts.extend(goals.map(|(number, goal)| (format!("goals.{number}.words"), Cow::from(&goal.words))));
        let nudges = exercise.nudges.iter().enumerate();
        texts.extend(nudges.map(|(number, nudge)| (format!("nudges.{number}.say"), Cow::from(&nudge.say))));
        for (_, path, step) in self.steps() {
            let fields = [
                ("title", Some(&step.title)),
                ("prompt", Some(&step.prompt)),
                ("nothing", step.nothing.as_ref()),
                ("none", step.none.as_ref()),
                ("message", step.message.as_ref()),
                ("writes", Some(&step.writes)),
                ("example", Some(&step.example)),
            ];
            let there =
                fields.into_iter().filter_map(|(field, text)| Some((format!("{path}.{field}"), Cow::from(text?))));
            texts.extend(there);
            texts.extend(step.bare.as_ref().map(|bare| (format!("{path}.bare"), Cow::from(bare.to_string()))));
        }
        texts
    }

    fn sentence(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            let field = path.rsplit('.').find(|part| !part.chars().all(|c| c.is_ascii_digit())).unwrap_or(path);
            self.mistake(path, format!("nothing is written for {field}"), "write a sentence, or take the field out");
        } else if let Some(left) = placeholder(text) {
            let what = format!("{left} is still to be filled in");
            self.flaw(Severity::Unfinished, path, what, "write what belongs there");
        } else if text.chars().any(|c| acts(c) && c != '\n') {
            let what = "there are characters in it that are not shown but do something";
            self.flaw(Severity::Mistake, path, what, "type the sentence anew");
        }
    }
}

/// Finds a placeholder of the scaffold that was left in a text.
fn placeholder(text: &str) -> Option<String> {
    let word = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()) == "TODO";
    if text.split_whitespace().any(|found| word(&found)) {
        return Some("TODO".to_owned());
    }
    if text.contains("...") {
        return Some("\"...\"".to_owned());
    }
    text.match_indices('<').find_map(|(at, _)| {
        let (inside, _) = text.get(at + 1..)?.split_once('>')?;
        inside.starts_with(char::is_alphabetic).then(|| format!("<{inside}>"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_a_scaffold_is_found_and_arrows_are_not() {
        for (text, left) in [
            ("<what it is for>", Some("<what it is for>")),
            ("Ask <whom>, TODO", Some("TODO")),
            ("and so on ...", Some("\"...\"")),
            ("A <- B -> C", None),
            ("A <-> B", None),
            ("3 < 4 and 5 > 2", None),
            ("Finish: AI creates value by …", None),
            ("our todo list", None),
        ] {
            assert_eq!(placeholder(text).as_deref(), left, "{text}");
        }
    }
}
