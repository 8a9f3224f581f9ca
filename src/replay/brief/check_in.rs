use std::fmt::Write;

use jiff::civil::Date;

use crate::capture::due_in_words;
use crate::record::Due;
use crate::record::spoken::listed;
use crate::replay::promise::TrackedPromise;

/// Writes a short text, ready to be sent, that asks a person about their promises; `name` is how the text addresses
/// them.
pub fn check_in(name: &str, promises: &[&TrackedPromise], today: Date) -> String {
    let mut text = format!("Hello {name},\n\nbefore we meet again, a look at what you wanted to do:\n");
    for promise in promises {
        let said = promise.said.strftime("%-d %B");
        let by = due_in_words(Due::On(promise.due));
        let _ = writeln!(text, "\n- {} (said on {said}, {by})", promise.text);
        let asks =
            if promise.due < today { "Is it done, moved to another day, or dropped?" } else { "How is it going?" };
        let _ = write!(text, "  {asks}");
        let labels: Vec<&str> = promise.moves.iter().map(|moved| moved.label.as_str()).collect();
        if !labels.is_empty() {
            let _ = write!(text, " Have you seen {} move?", listed(&labels, "or"));
        }
        text.push('\n');
    }
    text.push_str("\nOne line back is enough. If it got in the way of something, that is worth hearing too.\n");
    text
}
