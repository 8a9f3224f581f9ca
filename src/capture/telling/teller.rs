use std::borrow::Cow;

use crate::capture::{Context, Form, Reading};
use crate::graph::Key;
use crate::record::lexicon::leading_amount;
use crate::record::parts::is_split;
use crate::record::text::clean;
use crate::record::voiced::own_words;
use crate::record::{Claim, Event, Fact, Kind, Mode, Relation, Sign};

use super::arrows::{self, ArrowSentence, knowing};
use super::bundle::bundles;
use super::called::{Called, agree};
use crate::record::spoken::{is_reason, listed};

/// Returns how the room calls the seat with a tag: a name or a unit; `None` if it is not to be named.
type Calls<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Returns the sentence that is read back for a line.
///
/// `calls` returns how the room calls the seat with a tag; where it returns `None`, nobody is named.
pub fn read_back(reading: &Reading, context: &Context<'_>, calls: &dyn Fn(&str) -> Option<String>) -> String {
    if reading.form == Form::Blank {
        return String::new();
    }
    let speaker = reading.speaker.as_deref();
    Telling::new(&reading.facts, context, speaker, calls).tell(&reading.said).unwrap_or_default()
}

/// Returns the sentence that is read back for a recorded event; `None` if it is never read back, such as a step that is
/// entered.
pub fn retell(event: &Event, context: &Context<'_>, calls: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let speaker = event.speaker.as_deref();
    Telling::new(event.stated(), context, speaker, calls).tell(event.said.as_deref().unwrap_or_default())
}

/// The facts of an event, with all that a sentence about them needs.
pub(crate) struct Telling<'a> {
    pub(crate) facts: &'a [Fact],
    pub(crate) context: &'a Context<'a>,
    /// The speaker, as the room calls them.
    pub(crate) speaker: Option<String>,
    pub(crate) calls: Calls<'a>,
}

impl<'a> Telling<'a> {
    fn new(facts: &'a [Fact], context: &'a Context<'a>, speaker: Option<&str>, calls: Calls<'a>) -> Self {
        Self { facts, context, speaker: speaker.and_then(calls), calls }
    }

    fn tell(&self, said: &str) -> Option<String> {
        let claims: Vec<_> = self.facts.iter().filter_map(claim).collect();
        if is_split(said)
            && let Some(sentences) = self.parts(&claims, said)
        {
            return Some(sentences);
        }
        let sentence = if claims.is_empty() { self.without_arrow(said)? } else { self.arrows(&claims, said) };
        Some(finished(&sentence))
    }

    /// Tells the parts of a split line one after the other, its arrows in one sentence; `None` if it states one thing.
    fn parts(&self, claims: &[&Claim], said: &str) -> Option<String> {
        let mut sentences: Vec<String> = Vec::new();
        for fact in self.facts {
            let told = match fact {
                Fact::Claimed(_) => Some(self.arrows(claims, said)),
                Fact::Named { .. } | Fact::Set { .. } => None,
                fact => self.told(fact, said),
            };
            let told = told.map(|told| finished(&told));
            sentences.extend(told.filter(|told| !sentences.contains(told)));
        }
        (sentences.len() > 1).then(|| sentences.join(" "))
    }

    /// Returns how the room calls the thing with this label.
    pub(crate) fn call(&self, label: &str) -> Called {
        let key = Key::of(label);
        let read = self.facts.iter().find_map(|fact| match fact {
            Fact::Named { label, kind } if Key::of(label) == key => Some(*kind),
            _ => None,
        });
        let known = self.context.ledger.thing(label);
        let kind = known.map(|known| known.kind).filter(|kind| *kind != Kind::Unknown).or(read).unwrap_or_default();
        Called { label: known.map_or(label, |known| known.label).to_owned(), kind }
    }

    /// Tells arrows, how the speaker knows, the speaker's words, and attributes; "more or less?" comes last.
    fn arrows(&self, claims: &[&Claim], line: &str) -> String {
        let told = || {
            let mut told = bundles(claims, &|label| self.call(label));
            if let [bundle] = told.as_mut_slice() {
                bundle.turned = bundle.relation == Relation::Affects && begins_with_less(line);
            }
            arrows::tell(&told)
        };
        let said = self.voice(claims).unwrap_or_else(told);
        let evidence = claims.first().map(|claim| self.evidence(claim)).unwrap_or_default();
        let mut parts = vec![format!("{}{evidence}", said.text)];
        parts.extend(self.attributes(claims, evidence.is_empty()));
        if said.more_or_less {
            parts.push("more or less?".to_owned());
        }
        parts.join("; ")
    }

    /// Tells the reason, how the speaker knows, the words and the note: ", because it is read twice; Tom has seen it: “the
    /// bot closes the ticket”".
    fn evidence(&self, claim: &Claim) -> String {
        let alone = self.context.session.mode() == Mode::Solo;
        let knowing = knowing(claim, alone, self.speaker.as_deref());
        let knowing = knowing.map(|knowing| format!("; {knowing}")).unwrap_or_default();
        let words = claim.words.as_ref().map(|words| format!(": “{words}”")).unwrap_or_default();
        let (reason, note) = match &claim.note {
            Some(reason) if is_reason(reason) => (format!(", {reason}"), String::new()),
            Some(note) => (String::new(), format!("; noted: {note}")),
            None => (String::new(), String::new()),
        };
        format!("{reason}{knowing}{words}{note}")
    }

    /// Tells a voice: "Claims handlers say “Am I training my replacement?”, about the Claims triage."
    fn voice(&self, claims: &[&Claim]) -> Option<ArrowSentence> {
        let is_voice = |claim: &&&Claim| claim.kind == Relation::Owns && self.call(&claim.to).kind == Kind::Voice;
        let owners: Vec<_> = claims.iter().take_while(is_voice).map(|claim| self.call(&claim.from)).collect();
        let voice = claims.first().filter(|_| !owners.is_empty()).map(|claim| &claim.to)?;
        let about = claims.get(owners.len()..)?;
        if about.iter().any(|claim| claim.kind != Relation::Covers || claim.from != *voice) {
            return None;
        }
        let many = owners.len() > 1 || owners.iter().any(Called::is_many);
        let owners: Vec<_> = owners.iter().map(Called::name).collect();
        let about: Vec<_> = about.iter().map(|claim| self.call(&claim.to).name()).collect();
        let about = if about.is_empty() { String::new() } else { format!(", about {}", listed(&about, "and")) };
        let owners = listed(&owners, "and");
        let text = format!("{owners} {} “{}”{about}", agree(many, "says", "say"), own_words(voice, Some(&owners)));
        Some(ArrowSentence { text, more_or_less: false })
    }
}

/// Whether the line was typed as less of something; the sentence is then told the same way round.
fn begins_with_less(line: &str) -> bool {
    line.contains("->") && leading_amount(line) == Some(Sign::Minus)
}

fn claim(fact: &Fact) -> Option<&Claim> {
    if let Fact::Claimed(claim) = fact { Some(claim) } else { None }
}

/// Completes a sentence: a capital if it begins with one of our own words (labels keep their spelling), and one mark at
/// the end.
pub(super) fn finished(sentence: &str) -> String {
    const OURS: [&str; 6] = ["more", "less", "the", "we", "no", "somebody"];
    let first = sentence.split([' ', ',']).next().unwrap_or_default();
    let mut text = match (sentence.chars().next(), OURS.contains(&first)) {
        (Some(initial), true) => format!("{}{}", initial.to_ascii_uppercase(), sentence.get(1..).unwrap_or_default()),
        _ => sentence.to_owned(),
    };
    if let Cow::Owned(harmless) = clean(&text) {
        text = harmless;
    }
    if !text.trim_end_matches(['”', '"', ')']).ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
    text
}
