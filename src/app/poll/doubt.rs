//! Whether numbers in the entry line are the count of the open poll.

use crate::app::run::Run;
use crate::record::numbers_alone;
use crate::record::spoken::counted;

/// Returns what is said before a typed line becomes the count of the open poll, if its numbers do not fit; `None` for
/// any other line, and when Enter is pressed again for exactly the same numbers. `on_phones` is how many phones answered
/// the poll, which such a line does not count.
pub(in crate::app) fn doubt(run: &mut Run, line: &str, on_phones: usize) -> Option<String> {
    let poll = run.recording.session().poll()?;
    let numbers = numbers_alone(line)?;
    let doubted = run.poll_counts.doubted.take();
    if doubted.as_ref() == Some(&numbers) {
        return None;
    }
    let present = run.recording.session().people().len();
    let says = match poll.tally(&numbers, present) {
        Ok(_) if on_phones > 0 && numbers.len() == poll.options.len() => {
            let answers = counted(on_phones, "answer is", "answers are");
            format!("{answers} in on phones: Ctrl-B counts them too. Enter again records these numbers alone.")
        }
        _ if numbers.len() != poll.options.len() => {
            let given = if numbers.len() == 1 { "one number".to_owned() } else { format!("{} numbers", numbers.len()) };
            format!("The vote has {} options, that is {given}. Enter again: a line, not the count.", poll.options.len())
        }
        Ok(tally) => format!("{} Enter again records it so.", tally.says?),
        Err(flaw) => format!("{flaw}. Enter again: it is a line, not the count."),
    };
    run.poll_counts.doubted = Some(numbers);
    Some(says)
}

impl Run {
    /// Returns how the count of the open poll is typed, while nothing else is; `None` when no poll is open.
    pub fn asks_for_count(&self, typed: &str) -> Option<String> {
        let poll = self.recording.session().poll().filter(|_| self.writable && self.fixed_line().is_none())?;
        let begun = numbers_alone(typed).is_some_and(|numbers| numbers.len() != poll.options.len());
        (typed.trim().is_empty() || begun).then(|| poll.typed_as())
    }
}
