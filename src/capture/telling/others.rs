use crate::capture::reader::kind_in_words;
use crate::graph::{Key, Owner};
use crate::record::spoken::listed;
use crate::record::text::is_word;
use crate::record::{Claim, Direction, Due, Fact, Kind, Position, Sign, Slot, Stance, Strength};

use super::arrows::{self, is_many};
use super::bundle::bundles;
use super::called::agree;
use super::counted::{balloted, counted, rated, spread};
use super::polled::polled;
use super::retell;
use super::teller::Telling;
use super::time::by;

impl Telling<'_> {
    /// Tells a line without an arrow; `None` if the event is never read back to the room.
    pub(crate) fn without_arrow(&self, said: &str) -> Option<String> {
        let told = self.facts.iter().find_map(|fact| self.told(fact, said));
        told.or_else(|| self.only_set()).or_else(|| self.named())
    }

    pub(super) fn told(&self, fact: &Fact, said: &str) -> Option<String> {
        Some(match fact {
            Fact::Stanced(_) => self.stances(),
            Fact::Merged { keep, drop } => {
                let keep = self.stays(keep, drop);
                format!("{keep} and {drop} are one thing; we call it {keep}")
            }
            Fact::Renamed { from, to } => format!("{from} is called {to} from now on"),
            Fact::Unmerged { keep, drop } => format!("{keep} and {drop} are two things again"),
            Fact::ToldApart { keep, drop } => format!("{keep} and {drop} are two things"),
            Fact::Observed { label, direction, words } => self.observed(label, *direction, words.as_deref()),
            Fact::Measured { label, words } => self.measured(label, words),
            Fact::Ruled { label, slot, text } => {
                format!("A rule for {}, {}: {text}", self.call(label).name(), of_slot(*slot))
            }
            Fact::Judged { about, judgement, reason, .. } => self.judged(about, *judgement, reason.as_deref()),
            Fact::Answered { text } => format!("Noted: {text}"),
            Fact::Parked { text } => format!("Parked for later: {text}"),
            Fact::Asked { text } => format!("A question to take away: {}?", text.trim_end_matches(['?', ' '])),
            Fact::Committed { text, who, due, about, about_to } => {
                self.promised(text, who.as_deref(), *due, [about, about_to].map(Option::as_deref))
            }
            Fact::Retracted { seq } => format!("Taken back: “{}”", self.earlier(*seq)),
            Fact::Restored { seq } => format!("Back again: “{}”", self.earlier(*seq)),
            Fact::Scrapped { reason } if is_word(said, "undo") || is_word(said, "redo") => reason.replacen('t', "T", 1),
            Fact::Scrapped { reason } => format!("Kept as typed; I could not read it: {reason}"),
            Fact::Struck => "A line was removed".to_owned(),
            Fact::Imported { files, .. } if files.is_empty() => "Files were brought in".to_owned(),
            Fact::Imported { files, .. } => format!("Brought in: {}", listed(files, "and")),
            Fact::Described { label, words } => format!("The file says of {}: “{words}”", self.call(label).name()),
            Fact::GoneFromSource { label, to: None, .. } => {
                format!("The file no longer lists {}", self.call(label).name())
            }
            Fact::GoneFromSource { label, to: Some(to), .. } => {
                let (from, to) = (self.call(label).name(), self.call(to).name());
                format!("The file no longer says what {from} has to do with {to}")
            }
            _ => {
                return self
                    .settled(fact)
                    .or_else(|| self.decided(fact))
                    .or_else(|| self.watched(fact))
                    .or_else(|| polled(self.facts))
                    .or_else(|| rated(self.facts))
                    .or_else(|| spread(self.facts))
                    .or_else(|| balloted(self.facts))
                    .or_else(|| counted(fact));
            }
        })
    }

    /// Tells the event that an undo or a redo is about. An undo or redo itself is never told, so that a damaged file
    /// cannot cause an endless loop.
    fn earlier(&self, seq: u64) -> String {
        let events = self.context.session.events();
        let event = events.binary_search_by_key(&seq, |event| event.seq).ok().and_then(|place| events.get(place));
        let event = event.filter(|event| !event.stated().iter().any(Fact::is_undo_or_redo));
        let told = event.and_then(|event| retell(event, self.context, self.calls).or_else(|| event.said.clone()));
        told.unwrap_or_else(|| format!("line {seq}"))
    }

    /// Returns the name under which a merge shows a thing. Before the line is recorded, the thing may still be shown under
    /// the name that the merge makes an alias.
    fn stays(&self, keep: &str, drop: &str) -> String {
        let shown = self.call(keep).label;
        let turns = Key::of(&shown) == Key::of(drop) && Key::of(keep) != Key::of(drop);
        if turns { keep.to_owned() } else { shown }
    }

    fn named(&self) -> Option<String> {
        if let [Fact::Named { label, kind: Kind::Voice }] = self.facts {
            return Some(format!("Heard: “{label}”"));
        }
        let named = self.facts.iter().filter_map(|fact| match fact {
            Fact::Named { label, .. } => {
                let called = self.call(label);
                Some(format!("{}, {}", called.label, kind_in_words(called.kind)))
            }
            _ => None,
        });
        let named: Vec<_> = named.collect();
        (!named.is_empty()).then(|| format!("Named: {}", named.join("; ")))
    }

    fn observed(&self, label: &str, direction: Direction, words: Option<&str>) -> String {
        let called = self.call(label);
        let more = words.map(|words| format!(": {words}")).unwrap_or_default();
        let (seen, happened) = match direction {
            Direction::Up => ("go up", "went up"),
            Direction::Down => ("go down", "went down"),
            Direction::Flat => ("stay flat", "stayed flat"),
        };
        match &self.speaker {
            Some(speaker) => format!("{speaker} saw {} {seen}{more}", called.name()),
            None => format!("Seen: {} {happened}{more}", called.name()),
        }
    }

    fn measured(&self, label: &str, words: &str) -> String {
        let called = self.call(label);
        let bare = words.starts_with(|c: char| !c.is_alphabetic());
        let words = if bare { format!("at {words}") } else { words.to_owned() };
        match &self.speaker {
            Some(speaker) => format!("{speaker} saw {} {words}", called.name()),
            None => format!("Seen: {} {words}", called.name()),
        }
    }

    /// Tells positions: "Joe says no: the Letter drafter makes no difference to Reply time."
    fn stances(&self) -> String {
        let stances =
            self.facts.iter().filter_map(|fact| if let Fact::Stanced(stance) = fact { Some(stance) } else { None });
        let stances: Vec<_> = stances.collect();
        let Some(first) = stances.first() else { return String::new() };
        let claims: Vec<_> = stances.iter().map(|stance| claim_of(stance)).collect();
        let claims: Vec<_> = claims.iter().collect();
        let said = arrows::tell(&bundles(&claims, &|label| self.call(label)));
        let open = if said.more_or_less { "; more or less?" } else { "" };
        let who = self.speaker.as_deref().unwrap_or("Somebody");
        let words = first.words.as_ref().map(|words| format!(": “{words}”")).unwrap_or_default();
        let stand = match first.position {
            Position::Yes => agree(is_many(who), "agrees", "agree"),
            Position::No => agree(is_many(who), "says no", "say no"),
            Position::Unsure => agree(is_many(who), "is not sure", "are not sure"),
        };
        format!("{who} {stand}: {}{words}{open}", said.text)
    }

    fn promised(&self, text: &str, who: Option<&str>, due: Option<Due>, about: [Option<&str>; 2]) -> String {
        let absent = who.map(|who| self.whose(who)).filter(|whose| !whose.is_here());
        let who = who.map(|who| self.somebody(who));
        let due = due.map(by);
        let about = match about {
            [Some(from), Some(to)] => format!(", about {} and {}", self.call(from).name(), self.call(to).name()),
            [Some(one), None] => format!(", about {}", self.call(one).name()),
            _ => String::new(),
        };
        let start = match (who, due) {
            (_, due) if absent.is_some() => {
                let day = due.unwrap_or_else(|| "no day yet".to_owned());
                let missing = absent.as_ref().map(Owner::missing).unwrap_or_default();
                format!("For now a wish ({day}, {missing})")
            }
            (Some(who), Some(due)) => format!("{who} will do this {due}"),
            (Some(who), None) => format!("For now a wish ({who}, no day yet)"),
            (None, Some(due)) => format!("For now a wish ({due}, nobody yet)"),
            (None, None) => "For now a wish (nobody and no day yet)".to_owned(),
        };
        format!("{start}{about}: {text}")
    }
}

/// Returns the arrow that a position is about; for "no", with the sign for no effect.
fn claim_of(stance: &Stance) -> Claim {
    let denied = stance.position == Position::No;
    Claim {
        from: stance.from.clone(),
        to: stance.to.clone(),
        kind: stance.kind,
        sign: if denied { Sign::NoEffect } else { stance.sign },
        strength: if denied { Strength::Some } else { stance.strength },
        delay: stance.delay.filter(|_| !denied),
        ..Claim::default()
    }
}

const fn of_slot(slot: Slot) -> &'static str {
    match slot {
        Slot::Uncertain => "when it is uncertain",
        Slot::Never => "what it never does",
        Slot::Handover => "when a person takes over",
        Slot::Speaks => "how it speaks",
        Slot::Learns => "what it may learn",
        Slot::Answers => "who answers for it",
    }
}
