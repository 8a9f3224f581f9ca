mod drill;

use std::io::{self, BufRead, Write};
use std::time::Instant;

use clap::Args;
use jiff::Timestamp;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE};
use crate::exercise::{PracticeSet, Spoken};
use crate::record::text::plain;
use crate::shell;
use crate::ui::wrap;

use drill::{Attempt, Became, Drill};

/// The settings with which a drill is printed.
#[derive(Clone, Copy, Debug, Default)]
struct PractisePage {
    /// The width of the terminal in columns; `None` where lines are not wrapped.
    columns: Option<u16>,
    /// Whether the time is printed after every sentence.
    seconds: bool,
}

impl PractisePage {
    /// Prints a text with this indent in columns, wrapped between words.
    fn print(self, text: &str, indent: usize, out: &mut impl Write) -> io::Result<()> {
        let indent = " ".repeat(indent);
        let width = self.columns.map(|columns| columns.saturating_sub(u16::try_from(indent.len()).unwrap_or(0)));
        let lines = width.map_or_else(|| vec![text.to_owned()], |width| wrap(text, width));
        lines.iter().try_for_each(|line| writeln!(out, "{indent}{line}"))
    }
}

/// Practise taking down what is said: twenty sentences, your time for each, and what you missed. Keeps nothing.
#[derive(Debug, Args)]
pub(super) struct PractiseArgs {
    /// Say the time after every sentence too.
    #[arg(long)]
    seconds: bool,
}

impl CliCommand for PractiseArgs {
    const NAME: &'static str = "practise";
    const EXAMPLES: &[&str] = &["practise"];

    fn run(self, call: &Call) -> CommandResult {
        let mut drill = Drill::new(PracticeSet::embedded(), Timestamp::now());
        let page = PractisePage { columns: shell::columns(), seconds: self.seconds };
        walk(&mut drill, page, &mut io::stdin().lock(), &mut call.out())?;
        DONE
    }
}

fn walk(drill: &mut Drill, page: PractisePage, lines: &mut impl BufRead, out: &mut impl Write) -> io::Result<()> {
    let says = "Twenty sentences. Say each in your own words, as you would in the room; arrows are faster. Enter alone skips, \
                Ctrl-D ends.";
    page.print(says, 0, out)?;
    let mut bytes = Vec::new();
    while speak(drill, page, out)? {
        let spoken_at = Instant::now();
        bytes.clear();
        if lines.read_until(b'\n', &mut bytes)? == 0 {
            writeln!(out)?;
            break;
        }
        let took = u64::try_from(spoken_at.elapsed().as_millis()).unwrap_or(u64::MAX);
        let wanted = drill.sentence().map(could_be).unwrap_or_default();
        if let Some(attempt) = drill.take(String::from_utf8_lossy(&bytes).trim(), took) {
            answer(attempt, &wanted, page, out)?;
        }
    }
    writeln!(out)?;
    drill.summary().to_string().lines().try_for_each(|line| page.print(line, 0, out))
}

/// Prints the next sentence; returns whether there was one.
fn speak(drill: &Drill, page: PractisePage, out: &mut impl Write) -> io::Result<bool> {
    let Some(spoken) = drill.sentence() else { return Ok(false) };
    let (place, all) = drill.place();
    let unit = drill.unit(&spoken.who).unwrap_or(&spoken.who);
    writeln!(out)?;
    page.print(&format!("{place}/{all} {unit}, {}: “{}”", spoken.who, spoken.says), 0, out)?;
    write!(out, "> ")?;
    out.flush()?;
    Ok(true)
}

/// Returns the line that a sentence could become, and the sentence that says the same.
fn could_be(spoken: &Spoken) -> String {
    let sentence = spoken.sentence.as_ref().map(|sentence| format!("; or, said: {sentence}")).unwrap_or_default();
    format!("{}{sentence}", spoken.line)
}

fn answer(attempt: &Attempt, wanted: &str, page: PractisePage, out: &mut impl Write) -> io::Result<()> {
    if attempt.is_skipped() {
        return page.print(&format!("It could be: {wanted}"), 2, out);
    }
    let took = || format!(" ({}.{} s)", attempt.took / 1000, attempt.took % 1000 / 100);
    let time = if page.seconds { took() } else { String::new() };
    let became = match attempt.became {
        Became::Recorded => "recorded: ",
        Became::Offered => "offered, and one key takes it: ",
        Became::Text => "text: ",
    };
    page.print(&format!("{became}{}{time}", plain(&attempt.read_back)), 2, out)?;
    if attempt.is_whole() {
        return Ok(());
    }
    let missed: Vec<String> = attempt.missed.iter().map(ToString::to_string).collect();
    page.print(&format!("Missed: {}. It could be: {wanted}", missed.join("; ")), 2, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(input: &str, page: PractisePage) -> String {
        let mut out = Vec::new();
        let mut drill = Drill::new(PracticeSet::embedded(), "2026-11-20T09:00:00Z".parse().unwrap());
        walk(&mut drill, page, &mut input.as_bytes(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn each_line_is_read_back_with_what_it_missed() {
        let said = walked("route planner -> planning time\n\nlate shifts -> less sleep\n", PractisePage::default());
        assert!(said.contains("1/20 Dispatch, ines: “With the route planner"), "{said}");
        let missed = "  Missed: which way: less “planning time”. It could be: Route planner -> less planning time; \
                      or, said: The route planner reduces planning time\n";
        assert!(said.contains(missed), "{said}");
        assert!(
            said.contains("  It could be: Route planner -> more late shifts; or, said: The route planner leads to"),
            "{said}"
        );
        assert!(said.contains("  recorded: More late shifts, less sleep.\n\n4/20"), "{said}");
        assert!(said.contains("2 sentences typed: 1 caught whole; 1 skipped."), "{said}");
        assert!(!said.contains("5/20"), "{said}");
    }

    #[test]
    fn the_time_is_said_after_a_line_only_when_it_was_asked_for() {
        let timed = PractisePage { seconds: true, ..PractisePage::default() };
        assert!(walked("a -> b\n", timed).contains(" s)\n"));
        assert!(!walked("a -> b\n", PractisePage::default()).contains(" s)\n"));
    }

    #[test]
    fn on_a_narrow_terminal_no_word_is_cut_in_two() {
        let narrow = PractisePage { columns: Some(40), seconds: false };
        let input = "route planner -> planning time\n".repeat(20);
        let (broken, whole) = (walked(&input, narrow), walked(&input, PractisePage::default()));
        assert!(broken.lines().all(|line| line.chars().count() <= 40), "{broken}");
        assert!(broken.split_whitespace().eq(whole.split_whitespace()), "{broken}");
        assert!(whole.lines().any(|line| line.chars().count() > 80), "a pipe gets each sentence in one line");
    }
}
