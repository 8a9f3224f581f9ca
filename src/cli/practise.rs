use std::io::{self, BufRead, Write};
use std::time::Instant;

use jiff::Timestamp;

use super::DONE;
use super::failure::Outcome;
use crate::app::practice::{Attempt, Drill};
use crate::exercise::Practice;
use crate::record::text::plain;

/// Speaks one sentence after the other, and says of each typed line what it caught. Nothing is kept.
pub(super) fn run(seconds: bool) -> Outcome {
    let mut drill = Drill::new(Practice::embedded(), Timestamp::now());
    walk(&mut drill, seconds, &mut io::stdin().lock(), &mut io::stdout().lock())?;
    DONE
}

fn walk(drill: &mut Drill, seconds: bool, lines: &mut impl BufRead, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "Twenty sentences. Type each as you would in the room; Enter alone skips, Ctrl-D ends.")?;
    let mut bytes = Vec::new();
    while speak(drill, out)? {
        let spoken_at = Instant::now();
        bytes.clear();
        if lines.read_until(b'\n', &mut bytes)? == 0 {
            writeln!(out)?;
            break;
        }
        let took = u64::try_from(spoken_at.elapsed().as_millis()).unwrap_or(u64::MAX);
        let wanted = drill.sentence().map(|spoken| spoken.line.clone()).unwrap_or_default();
        if let Some(attempt) = drill.take(String::from_utf8_lossy(&bytes).trim(), took) {
            answer(attempt, &wanted, seconds, out)?;
        }
    }
    writeln!(out, "\n{}", drill.summary())
}

/// Says the next sentence; whether there was one.
fn speak(drill: &Drill, out: &mut impl Write) -> io::Result<bool> {
    let Some(spoken) = drill.sentence() else { return Ok(false) };
    let (place, all) = drill.place();
    let unit = drill.unit(&spoken.who).unwrap_or(&spoken.who);
    writeln!(out, "\n{place}/{all} {unit}, {}: “{}”", spoken.who, spoken.says)?;
    write!(out, "> ")?;
    out.flush()?;
    Ok(true)
}

fn answer(attempt: &Attempt, wanted: &str, seconds: bool, out: &mut impl Write) -> io::Result<()> {
    let time =
        if seconds { format!(" ({}.{} s)", attempt.took / 1000, attempt.took % 1000 / 100) } else { String::new() };
    if attempt.is_skipped() {
        return writeln!(out, "  It could be: {wanted}");
    }
    writeln!(out, "  {}{time}", plain(&attempt.read_back))?;
    if attempt.is_whole() {
        return Ok(());
    }
    let missed: Vec<String> = attempt.missed.iter().map(ToString::to_string).collect();
    writeln!(out, "  Missed: {}. It could be: {wanted}", missed.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(input: &str, seconds: bool) -> String {
        let mut out = Vec::new();
        let mut drill = Drill::new(Practice::embedded(), "2026-11-20T09:00:00Z".parse().unwrap());
        walk(&mut drill, seconds, &mut input.as_bytes(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn each_line_is_read_back_with_what_it_missed() {
        let said = walked("route planner -> planning time\n\nlate shifts -> less sleep\n", false);
        assert!(said.contains("1/20 Dispatch, ines: “With the route planner"), "{said}");
        let missed = "  Missed: which way: less “planning time”. It could be: Route planner -> less planning time\n";
        assert!(said.contains(missed), "{said}");
        assert!(said.contains("  It could be: Route planner -> more late shifts\n"), "{said}");
        assert!(said.contains("  More late shifts, less sleep.\n\n4/20"), "{said}");
        assert!(said.contains("2 sentences typed: 1 caught whole; 1 skipped."), "{said}");
        assert!(!said.contains("5/20"), "{said}");
    }

    #[test]
    fn the_time_is_said_after_a_line_only_when_it_was_asked_for() {
        assert!(walked("a -> b\n", true).contains(" s)\n"));
        assert!(!walked("a -> b\n", false).contains(" s)\n"));
    }
}
