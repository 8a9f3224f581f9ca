use std::fmt::Write;

use super::{Blanks, Exercise, Step, fill};
use crate::record::Mode;
use crate::record::text::clean;

/// Returns the exercise as cards for a table, in Markdown: one card for each step, and one for the back of all cards.
///
/// A card shows its prompt in large print, its minutes, and whether the step is quiet or without names. Rules divide
/// the cards and show where to cut. A variant without steps has no cards.
pub fn cards(exercise: &Exercise, mode: Mode) -> String {
    let steps = exercise.steps(mode);
    let mut text = String::new();
    for (number, step) in (1..).zip(steps) {
        let _ = write!(text, "**{}** · {number} of {}\n\n", marked(&exercise.title), steps.len());
        front(&mut text, step);
    }
    if !steps.is_empty() {
        back(&mut text, exercise, mode);
    }
    text
}

fn front(text: &mut String, step: &Step) {
    let minutes = if step.minutes == 1 { "1 minute".to_owned() } else { format!("{} minutes", step.minutes) };
    let mut marks = vec![minutes];
    marks.extend(step.quiet.then(|| "quiet, everybody writes".to_owned()));
    marks.extend(step.unnamed.then(|| "without names".to_owned()));
    let prompt = fill(&step.prompt, &Blanks::default());
    let _ = write!(text, "# {}\n\n{} · {}\n\n", marked(&prompt), marked(&step.title), marks.join(" · "));
    if let Some(message) = &step.message {
        for line in fill(message, &Blanks::default()).lines() {
            let _ = writeln!(text, "> {}", marked(line));
        }
        text.push('\n');
    }
    let _ = write!(text, "For example: {}\n\n---\n\n", marked(&step.example));
}

fn back(text: &mut String, exercise: &Exercise, mode: Mode) {
    let _ = write!(text, "**{}** · for the back\n\n{}\n\n", marked(&exercise.title), marked(exercise.say.of(mode)));
    for probe in exercise.probes.of(mode) {
        let _ = writeln!(text, "- {}", marked(probe));
    }
    let done = format!("{} minutes. Done when: {}", exercise.minutes(mode), exercise.done_when);
    let _ = write!(text, "\n{}\n\nFails when: {}\n\n---\n\n", marked(&done), marked(&exercise.fails_when));
}

/// Escapes a text so that Markdown shows it as written, on one line.
fn marked(text: &str) -> String {
    let mut safe = String::new();
    for c in clean(text).trim().chars() {
        // Markdown reads ">" as a quotation only at the beginning of a line.
        if "\\`*_[]<|&#~!".contains(c) || (c == '>' && safe.is_empty()) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Catalogue;

    #[test]
    fn each_step_has_a_card_and_the_probes_stand_on_the_back() {
        let catalogue = Catalogue::embedded();
        let next = catalogue.find("next").unwrap();
        let text = cards(next, Mode::Live);
        assert_eq!(text.matches("\n---\n").count(), 7);
        assert_eq!(text.lines().filter(|line| line.starts_with("# ")).count(), 6);
        assert!(text.contains("- Seen, told or guess?"));
    }

    #[test]
    fn what_is_written_in_an_exercise_is_never_markup() {
        assert_eq!(marked("<b>*x*</b> [a](b)\n# c"), "\\<b>\\*x\\*\\</b> \\[a\\](b) \\# c");
        assert_eq!(marked("> said"), "\\> said");
    }

    #[test]
    fn an_arrow_is_printed_as_it_is_typed() {
        assert_eq!(marked("bot -> less handle time"), "bot -> less handle time");
    }
}
