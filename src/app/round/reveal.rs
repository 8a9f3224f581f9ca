use super::rules::{holds_back, least, only_counts};
use crate::app::model::{Model, Then};
use crate::app::run::{Run, Todo, queue};
use crate::app::screen::Tone;
use crate::assess::{Slip, Spread, Versions};
use crate::capture::Form;
use crate::exercise::Answer;
use crate::record::spoken::counted;
use crate::record::text::{LABEL_LIMIT, clip};
use crate::record::{Claim, Fact, Hands, Hidden};

/// Adds the answers to the record in one event: shuffled, without speakers.
pub(super) fn show(model: &mut Model, round: &Hidden) -> Then {
    if holds_back(model) {
        return Then::stay();
    }
    let waiting = model.run.as_ref().map_or(0, |run| run.answers.slips.len());
    if waiting > 0 {
        let waiting = counted(waiting, "answer is", "answers are");
        model.tell(Tone::Plain, format!("{waiting} not kept yet: Esc, then Enter tries again."));
        return Then::stay();
    }
    let least = least(model);
    if round.count() < usize::from(least) {
        let says = format!("They are shown from {least} on; x drops them.");
        model.tell(Tone::Plain, says);
        return Then::stay();
    }
    if only_counts(model) {
        return show_spread(model, round);
    }
    let Some(run) = &mut model.run else { return Then::stay() };
    let frame = &run.asked.frame;
    let mut facts = match ballots(frame.asks(), &frame.options(), &round.entries) {
        Some((hands, texts)) => vec![Fact::Revealed { texts }, Fact::Voted { ballot: frame.ballot(), hands }],
        None => revealed(run, round, model.now),
    };
    facts.extend(round.aside.iter().map(|text| Fact::Parked { text: text.clone() }));
    Then::Close(queue(model, [Todo::Unnamed(facts)]))
}

/// Counts the slips: how many chose each option, the widest spread first. No slip becomes part of the record.
fn show_spread(model: &mut Model, round: &Hidden) -> Then {
    let versions = Versions::embedded();
    let Some(instrument) = versions.latest() else { return Then::stay() };
    let slips: Vec<Slip> = round.entries.iter().filter_map(|line| Slip::typed(instrument, line).ok()).collect();
    let spread = match Spread::of(instrument, &slips) {
        Ok(spread) => spread,
        Err(withheld) => {
            model.tell(Tone::Plain, format!("Nothing is shown: {withheld}."));
            return Then::stay();
        }
    };
    let counts = spread.items.iter().filter_map(|counted| {
        let item = instrument.item(&counted.item)?;
        let options = [&item.one, BETWEEN, &item.three, BETWEEN, &item.five].into_iter().zip(counted.counts.each());
        let hands = options.map(|(option, count)| {
            let count = u16::try_from(count).unwrap_or(u16::MAX);
            Hands { option: option.to_owned(), count }
        });
        Some(Fact::Voted { ballot: counted.title.clone(), hands: hands.collect() })
    });
    let facts = [Fact::Revealed { texts: Vec::new() }].into_iter().chain(counts).collect();
    Then::Close(queue(model, [Todo::Unnamed(facts)]))
}

/// The meaning of the ratings 2 and 4.
const BETWEEN: &str = "between the two";

/// Returns the counted ballots, and the other entries as written; `None` when the step asks for neither a choice nor a
/// number, or when no entry has one.
fn ballots(asks: Option<&Answer>, options: &[String], entries: &[String]) -> Option<(Vec<Hands>, Vec<String>)> {
    let options: Vec<String> = match asks? {
        Answer::Vote { .. } | Answer::Decision => options.to_vec(),
        Answer::Rating { scales } if scales.len() == 1 => (1..=5).map(|number| number.to_string()).collect(),
        _ => return None,
    };
    let chosen = |entry: &String| {
        let number = entry.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let said = || options.iter().position(|option| option.to_lowercase() == entry.trim().to_lowercase());
        number.filter(|at| *at < options.len()).or_else(said)
    };
    let votes: Vec<usize> = entries.iter().filter_map(chosen).collect();
    if votes.is_empty() {
        return None;
    }
    let hands = options.iter().enumerate().map(|(at, option)| {
        let count = votes.iter().filter(|vote| **vote == at).count();
        Hands { option: option.clone(), count: u16::try_from(count).unwrap_or(u16::MAX) }
    });
    let others = entries.iter().filter(|entry| chosen(entry).is_none()).cloned();
    Some((hands.collect(), others.collect()))
}

/// Returns the fact that shows the texts, and the facts that the step derives from each.
fn revealed(run: &Run, round: &Hidden, now: jiff::Timestamp) -> Vec<Fact> {
    let at = run.recording.at(now);
    let mut facts = vec![Fact::Revealed { texts: round.entries.clone() }];
    if let Some(kind) = run.asked.frame.quotes() {
        // A slip is a quotation, whatever it looks like: it is recorded word by word as a thing of the step's kind.
        facts.extend(round.entries.iter().map(|text| Fact::Named { label: clip(text, LABEL_LIMIT).to_owned(), kind }));
        return facts;
    }
    let mut claims = run.recording.session().next_claim();
    for text in &round.entries {
        let reading = run.recording.read(text, None, &run.asked.frame, at);
        if matches!(reading.form, Form::Text | Form::Scrap) {
            continue;
        }
        for fact in reading.facts {
            facts.push(match fact {
                Fact::Claimed(claim) => {
                    let numbered = Claim { claim: claims, ..claim };
                    claims += 1;
                    Fact::Claimed(numbered)
                }
                fact => fact,
            });
        }
    }
    facts
}
