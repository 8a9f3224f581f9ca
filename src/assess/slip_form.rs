use std::fmt::Write;

use super::FOOTER;
use super::instrument::{Instrument, RatedItem};

/// Returns the questions as a sheet to print for each person in a room: one mark for each question, and no name.
pub fn slip_form(instrument: &Instrument) -> String {
    let mut text = "# Where do you stand?\n\nFor each question write the number of the sentence that comes nearest; \
                    2 and 4 lie between; - leaves it out. No name. Only how many chose what is ever shown, and only \
                    from five people up.\n"
        .to_owned();
    let mut number = 0;
    for part in &instrument.levels {
        let _ = writeln!(text, "\n## {}\n", part.title);
        for item in &part.items {
            number += 1;
            text.push_str(&question(number, item));
        }
    }
    let _ = writeln!(text, "\nIf it is about somebody else, who will see how many chose what: [ ] I agree to that.");
    format!("{text}\n*{FOOTER}*\n")
}

fn question(number: usize, item: &RatedItem) -> String {
    format!(
        "{number}. **{}**  ____\n   1: {}; 3: {}; 5: {}.\n",
        item.title,
        item.one,
        item.three,
        item.five.trim_end_matches('.')
    )
}
