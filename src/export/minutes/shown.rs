use super::notes::Notes;
use crate::exercise::{Blanks, fill};
use crate::export::markdown::{bold, foreign, list};
use crate::record::{Event, Fact};

/// The answers that were shown together, with the question. They have no names, and are not in the order of the seats.
pub(super) fn shown(notes: &Notes<'_>) -> String {
    let shown = notes.facts().filter_map(|(event, fact)| match fact {
        Fact::Revealed { texts } if !texts.is_empty() => Some(answers(notes, event, texts)),
        _ => None,
    });
    list(shown)
}

fn answers(notes: &Notes<'_>, event: &Event, texts: &[String]) -> String {
    // The answers are sorted, so that their order cannot be taken for the order of the seats.
    let mut texts: Vec<String> = texts.iter().map(|text| format!("“{}”", foreign(text))).collect();
    texts.sort();
    let count = if texts.len() == 1 { "one answer".to_owned() } else { format!("{} answers", texts.len()) };
    let step = event.step.as_ref().and_then(|step| notes.step(step));
    // The blanks stay empty: their values now come from lines that were typed after the question was asked.
    let asked = step.map(|step| bold(&fill(&step.prompt, &Blanks::default()))).unwrap_or_default();
    let count = format!("{asked} ({count}, in no order):");
    format!("{} {}", count.trim_start(), texts.join(" · "))
}
