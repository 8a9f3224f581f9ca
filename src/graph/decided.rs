use super::Key;
use crate::record::{Event, Exposure, Fact, Hands, SeatTag, Verdict};

/// A verdict with the guards, conditions or reasons that were said with it, in the order in which they were said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedVerdict<'a> {
    /// The verdict.
    pub verdict: Verdict,
    /// The text behind the verdict of each line that stated it.
    pub conditions: Vec<&'a str>,
}

impl StatedVerdict<'_> {
    /// Returns the verdict in words, with what was said with it: "go on with a guard: keep reason codes".
    pub fn in_words(&self) -> String {
        match self.conditions.as_slice() {
            [] => self.verdict.in_words().to_owned(),
            conditions => format!("{}: {}", self.verdict.in_words(), conditions.join("; ")),
        }
    }
}

/// Everything that was decided about one thing: the verdict that stands, what stood before, and the hands.
///
/// Lines with the same verdict, one after the other, add to each other, so that a second guard does not hide the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRecord<'a> {
    /// The last line with a verdict on the thing.
    pub event: &'a Event,
    /// The thing, as this line calls it.
    pub about: &'a str,
    /// The verdict that stands.
    pub stands: StatedVerdict<'a>,
    /// The verdicts that stood before, the oldest first.
    pub earlier: Vec<StatedVerdict<'a>>,
    /// The intention before the first decision; `None` when nobody stated it.
    pub before: Option<&'a str>,
    /// Who decided, as typed; `None` when nobody was named.
    pub who: Option<&'a str>,
    /// The last hands that were counted for verdicts; empty when none were counted.
    pub hands: &'a [Hands],
    /// What single people said after the count that begins with a verdict and decides nothing.
    pub objections: Vec<(&'a SeatTag, &'a str)>,
}

impl<'a> DecisionRecord<'a> {
    /// Returns the records of all things, in the order of the last line on each; private events count for none.
    pub fn all(events: impl IntoIterator<Item = &'a Event>) -> Vec<Self> {
        let events: Vec<&Event> = events.into_iter().filter(|event| event.exposure != Exposure::Private).collect();
        let mut records: Vec<(Option<Key>, Self)> = Vec::new();
        for event in &events {
            for fact in &event.facts {
                let Fact::Decided { about, .. } = fact else { continue };
                let key = Key::of(about);
                let is_it = |(known, record): &(Option<Key>, Self)| match &key {
                    Some(key) => known.as_ref() == Some(key),
                    None => record.about == about,
                };
                let known = records.iter().position(is_it).map(|place| records.remove(place).1);
                records.extend(Self::with(known, event, fact).map(|record| (key, record)));
            }
        }
        let mut records: Vec<Self> = records.into_iter().map(|(_, record)| record).collect();
        for record in &mut records {
            record.count(&events);
        }
        records
    }

    /// Returns the record after one more decision; `None` for another fact.
    fn with(known: Option<Self>, event: &'a Event, fact: &'a Fact) -> Option<Self> {
        let Fact::Decided { about, before, verdict, after, who } = fact else { return None };
        let stated = StatedVerdict { verdict: *verdict, conditions: after.as_deref().into_iter().collect() };
        let (before, who) = (before.as_deref(), who.as_deref());
        let Some(known) = known else {
            let (earlier, objections) = (Vec::new(), Vec::new());
            return Some(Self { event, about, stands: stated, earlier, before, who, hands: &[], objections });
        };
        let mut record = Self { event, about, before: before.or(known.before), ..known };
        if record.stands.verdict == stated.verdict {
            let known = &mut record.stands.conditions;
            known.extend(stated.conditions.into_iter().filter(|said| !known.contains(said)).collect::<Vec<_>>());
            record.who = who.or(record.who);
        } else {
            record.earlier.push(std::mem::replace(&mut record.stands, stated));
            record.who = who;
        }
        Some(record)
    }

    /// Adds the last count of hands for verdicts in the step of the decision, and what was said after it.
    fn count(&mut self, events: &[&'a Event]) {
        let in_step = || events.iter().filter(|event| event.step == self.event.step);
        let counted = in_step().rev().find_map(|event| {
            let hands = event.facts.iter().find_map(|fact| self.hands_of(fact))?;
            Some((event.seq, hands))
        });
        let Some((seq, hands)) = counted else { return };
        self.objections = in_step().filter(|event| event.seq > seq).filter_map(|event| objection(event)).collect();
        self.hands = hands;
    }

    /// Returns the hands of a vote on verdicts about this thing; the vote of a step that is about one thing names none.
    fn hands_of(&self, fact: &'a Fact) -> Option<&'a [Hands]> {
        let Fact::Voted { ballot, hands } = fact else { return None };
        let on_verdicts = hands.iter().all(|hands| Verdict::ALL.iter().any(|verdict| verdict.name() == hands.option));
        let about = ballot.rsplit_once(": ").map(|(_, about)| about);
        let elsewhere = about.is_some_and(|about| Key::of(about) != Key::of(self.about));
        (on_verdicts && !elsewhere).then_some(hands)
    }

    /// Returns the counted hands in words, without those that nobody chose: "proceed 5, guard 3 and wait 1 of 9 hands".
    pub fn hands_in_words(&self) -> Option<String> {
        let all: usize = self.hands.iter().map(|hands| usize::from(hands.count)).sum();
        let chosen = self.hands.iter().filter(|hands| hands.count > 0);
        let chosen: Vec<String> = chosen.map(|hands| format!("{} {}", hands.option, hands.count)).collect();
        (!chosen.is_empty()).then(|| format!("{} of {all} hands", chosen.join(", ")))
    }

    /// Returns the verdict that stands as one fact, with all that was said with it.
    pub fn fact(&self) -> Fact {
        Fact::Decided {
            about: self.about.to_owned(),
            before: self.before.map(str::to_owned),
            verdict: self.stands.verdict,
            after: (!self.stands.conditions.is_empty()).then(|| self.stands.conditions.join("; ")),
            who: self.who.map(str::to_owned),
        }
    }
}

/// Returns what somebody said that begins with a verdict and was kept as text.
fn objection(event: &Event) -> Option<(&SeatTag, &str)> {
    let [Fact::Answered { text }] = event.stated() else { return None };
    let begins = |verdict: Verdict| {
        let rest = text.get(verdict.name().len()..).unwrap_or_default();
        text.get(..verdict.name().len()).is_some_and(|start| start.eq_ignore_ascii_case(verdict.name()))
            && !rest.starts_with(char::is_alphanumeric)
    };
    Verdict::ALL.into_iter().any(begins).then_some((event.speaker.as_ref()?, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(facts: Vec<(Option<&str>, Fact)>) -> Vec<Event> {
        let events = facts.into_iter().zip(1..).map(|((speaker, fact), seq)| Event {
            speaker: speaker.map(Into::into),
            step: Some("next.6".parse().unwrap()),
            seq,
            facts: vec![fact],
            ..Event::default()
        });
        events.collect()
    }

    fn decided(verdict: Verdict, after: Option<&str>) -> Fact {
        Fact::Decided { about: "Leak detector".into(), before: None, verdict, after: after.map(Into::into), who: None }
    }

    #[test]
    fn a_second_guard_hides_neither_the_first_nor_the_hands() {
        let hands = |(option, count): (&str, u16)| Hands { option: option.into(), count };
        let voted = [("proceed", 5), ("guard", 3), ("wait", 1), ("stop", 0)].map(hands).to_vec();
        let events = events(vec![
            (None, decided(Verdict::Guard, None)),
            (None, decided(Verdict::Guard, Some("a crew may refuse a dig"))),
            (None, decided(Verdict::Guard, Some("only in the north zone"))),
            (None, Fact::Voted { ballot: "So what do we change?".into(), hands: voted }),
            (Some("gra"), Fact::Answered { text: "wait until the false alarms are counted".into() }),
            (Some("ben"), Fact::Answered { text: "waiting is dear".into() }),
        ]);
        let records = DecisionRecord::all(&events);
        let [record] = records.as_slice() else { panic!("{records:?}") };
        assert_eq!(record.stands.in_words(), "go on with a guard: a crew may refuse a dig; only in the north zone");
        assert_eq!(record.hands_in_words().as_deref(), Some("proceed 5, guard 3, wait 1 of 9 hands"));
        assert_eq!(record.objections.len(), 1, "{:?}", record.objections);
    }

    #[test]
    fn what_a_later_verdict_replaced_is_told() {
        let events = events(vec![
            (None, decided(Verdict::Guard, Some("a crew may refuse a dig"))),
            (None, decided(Verdict::Wait, Some("until they are counted"))),
        ]);
        let records = DecisionRecord::all(&events);
        let [record] = records.as_slice() else { panic!("{records:?}") };
        assert_eq!(record.stands.in_words(), "wait: until they are counted");
        assert_eq!(
            record.earlier.iter().map(StatedVerdict::in_words).collect::<Vec<_>>(),
            ["go on with a guard: a crew may refuse a dig"]
        );
    }
}
