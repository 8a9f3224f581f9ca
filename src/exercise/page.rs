use std::fmt::Write;

use super::{Answer, Blanks, Catalogue, Exercise, Step, TEMPLATES, fill};
use crate::record::Mode;
use crate::record::text::clean;

/// Lists every exercise on a line of its own: id, minutes in a room, minutes alone, purpose.
pub fn list(catalogue: &Catalogue) -> String {
    let width = catalogue.exercises().iter().map(|exercise| exercise.id.len()).max().unwrap_or_default();
    let mut text = String::new();
    for exercise in catalogue.exercises() {
        let [live, solo] = [Mode::Live, Mode::Solo].map(|mode| {
            let minutes = exercise.minutes(mode);
            if exercise.steps(mode).is_empty() { "-".to_owned() } else { minutes.to_string() }
        });
        let _ = writeln!(text, "{:<width$}  {live:>3} min, alone {solo:>2}  {}", exercise.id, clean(&exercise.purpose));
    }
    text.push_str("\nPlans that were tried, for --agenda and the setup:\n");
    for template in TEMPLATES {
        let whom = if template.mode == Mode::Solo { "alone, " } else { "" };
        let _ = writeln!(text, "{:<width$}  {whom}{}: {}", template.name, template.words, template.exercises);
    }
    text
}

/// Returns everything in an exercise as plain text, for a facilitator who prepares it.
pub fn page(exercise: &Exercise, mode: Mode) -> String {
    let mut text = format!("{}\n\n{}\n\n", clean(&exercise.title), clean(&exercise.purpose));
    let minutes = exercise.minutes(mode);
    let people = match mode {
        Mode::Live => format!("{} to {} people, {minutes} minutes", exercise.group.least, exercise.group.most),
        Mode::Solo => format!("one person alone, {minutes} minutes"),
    };
    if !exercise.learn.is_empty() {
        entry(&mut text, "Learn", &exercise.learn);
    }
    entry(&mut text, "When", &exercise.when);
    entry(&mut text, "For", &people);
    for thing in &exercise.material {
        entry(&mut text, "Have ready", thing);
    }
    entry(&mut text, "Say", exercise.say.of(mode));
    if exercise.steps(mode).is_empty() {
        let other =
            if mode == Mode::Live { "one person alone; see it with --solo" } else { "a room; see it without --solo" };
        entry(&mut text, "Only for", other);
    }
    for (number, step) in (1..).zip(exercise.steps(mode)) {
        let _ = write!(text, "\n{number}. {} ({} min{})\n", clean(&step.title), step.minutes, marks(step));
        described(&mut text, step);
    }
    text.push('\n');
    for probe in exercise.probes.of(mode) {
        entry(&mut text, "Ask", probe);
    }
    entry(&mut text, "Done when", &exercise.done_when);
    for goal in exercise.goals(mode) {
        entry(&mut text, "Counted", &format!("{} {}", goal.least, goal.words));
    }
    entry(&mut text, "Fails when", &exercise.fails_when);
    entry(&mut text, "Helps", &exercise.helps);
    for nudge in exercise.nudges(mode) {
        entry(&mut text, "Pointed out", &shown(&nudge.say));
    }
    entry(&mut text, "Source", &exercise.source);
    text
}

fn entry(text: &mut String, name: &str, what: &str) {
    let _ = writeln!(text, "{name}: {}", clean(what));
}

fn marks(step: &Step) -> String {
    let marks = [(step.quiet, ", quiet"), (step.unnamed, ", without names"), (step.imagined, ", imagined")];
    marks.into_iter().filter_map(|(there, mark)| there.then_some(mark)).collect()
}

fn described(text: &mut String, step: &Step) {
    let _ = writeln!(text, "   {}", clean(&fill(&step.prompt, &Blanks::default())));
    let _ = writeln!(text, "   Answer: {}", clean(&answer(&step.answer)));
    if let Some(bare) = &step.bare {
        let _ = writeln!(text, "   A plain line becomes: {}", clean(&bare.to_string()));
    }
    let _ = writeln!(text, "   Writes: {}", clean(&step.writes));
    let _ = writeln!(text, "   Typed like: {}", clean(&step.example));
    if let Some(message) = &step.message {
        let filled = fill(message, &Blanks::default());
        for line in filled.lines() {
            let _ = writeln!(text, "   | {}", clean(line));
        }
    }
}

/// Returns the text of a nudge with its numbers and names left open.
fn shown(say: &str) -> String {
    let open = [("{count}", "(number)"), ("{unheard}", "(those not heard)"), ("{untouched}", "(those not named)")];
    fill(&open.iter().fold(say.to_owned(), |say, (blank, word)| say.replace(blank, word)), &Blanks::default())
}

fn answer(answer: &Answer) -> String {
    let of = |what: &str, names: &[String]| {
        if names.is_empty() { what.to_owned() } else { format!("{what}: {}", names.join(", ")) }
    };
    match answer {
        Answer::Text => "a sentence".to_owned(),
        Answer::Pick => "one thing".to_owned(),
        Answer::Arrows => "arrows".to_owned(),
        Answer::Rating { scales } => of("one to five", scales),
        Answer::Vote { options } => of("a show of hands", options),
        Answer::Dots { each } => format!("{each} dots each"),
        Answer::Ranking { places } => of("an order", places),
        Answer::Number => "something seen to move, with a number".to_owned(),
        Answer::Stance => "right, nearly or no".to_owned(),
        Answer::Slot(slot) => format!("a rule: {}", slot.name()),
        Answer::Commitment => "who does what by when".to_owned(),
        Answer::Decision => "proceed, guard, wait, stop or will not".to_owned(),
        Answer::Watch => "what is watched, from which level, who sees it first, who acts".to_owned(),
        Answer::Slips => "a slip from everybody; only how many chose what is shown".to_owned(),
        Answer::Settle => "done, moved, dropped or answered".to_owned(),
    }
}
