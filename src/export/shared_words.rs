use std::fmt::Write;

use super::markdown::foreign;
use crate::assess::{Assessment, FOOTER, Instrument};
use crate::record::spoken::day_in_words;

/// The answers that were marked to be shared, as Markdown: the words of the anchor, and the example only if it was
/// marked too. `None` when no answer is shared.
pub fn shared_words(instrument: &Instrument, assessment: &Assessment) -> Option<String> {
    let mut items = String::new();
    for (item, rating, example) in assessment.outward() {
        let Some(item) = instrument.item(item) else { continue };
        let _ = writeln!(items, "- **{}**: {}", item.title, item.words(rating));
        if let Some(example) = example {
            let _ = writeln!(items, "  For example: {}", foreign(example.as_str()));
        }
    }
    let day = day_in_words(assessment.day());
    (!items.is_empty()).then(|| format!("# How I see it, {day}\n\n{items}\n*{FOOTER}*\n"))
}
