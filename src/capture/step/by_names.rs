//! A line without structure where the step asks for names: the names get the arrows of the step.

use super::line_in_step::LineInStep;
use crate::capture::grammar::{NoName, is_a_remark, no_name, past, phrase_at, split_tail, spoken_words};
use crate::capture::lexicon::{Sense, VerbMeaning, Words};
use crate::capture::reader::people_before;
use crate::capture::{Form, MentionedThing, Reading};
use crate::record::lexicon::{Verb, amount};
use crate::record::long_form::{ArrowLink, LongForm};
use crate::record::{Kind, Relation};

/// The maximum number of words of a new name in free text.
const LONGEST_NAME: usize = 6;

/// The maximum number of words of what something is for.
const LONGEST_AIM: usize = 8;

impl LineInStep<'_> {
    /// Returns the line completed by the step; `None` for a sentence, which stays text.
    pub(super) fn by_names(&self) -> Option<Reading> {
        let said = self.said();
        let Some(kind) = self.asks.names else { return self.completed(said) };
        if self.is_about_a_person() {
            return None;
        }
        // "Durch weniger Personal mehr Fehler" is offered as an arrow, and is the name of nothing that is done or needed.
        let arrow = self.plain.form == Form::Text && self.plain.offers.iter().any(|offer| offer.form == Form::Arrow);
        if arrow && amount(said).is_none() && kind != Kind::Factor {
            return None;
        }
        if let Some(owned) = self.owned(kind) {
            return self.long(&owned);
        }
        let said = self.behind_verb().unwrap_or(said);
        // "Tariff tables + call notes" is a list.
        let listed = said.replace(" + ", ", ");
        let said = listed.as_str();
        match no_name(said, self.context.lexicon) {
            Some(NoName::Surely) if amount(said).is_none() => None,
            Some(NoName::Perhaps) => self.completed(said).map(|reading| self.only_offered([reading])),
            _ => self.split_at_and(said).or_else(|| self.completed(said)),
        }
    }

    /// Returns the line completed by the step, without check for sentences.
    fn completed(&self, said: &str) -> Option<Reading> {
        // An effect is more or less of a factor; a sentence that says neither is not taken for the name of a factor.
        let measured = amount(said).is_some();
        let signed = || split_tail(said).1.is_some_and(|tail| !tail.marks.is_empty());
        let is_effect = |form: &LongForm| measured || !form.points_at(said) || signed();
        let form = self.about_another(said).or_else(|| self.step.complete(said, self.speaker()));
        let reading = form.filter(is_effect).and_then(|form| self.long(&form));
        reading.filter(|long| !self.makes_a_thing_of_a_remark(long, measured))
    }

    /// Returns the long form of a line about another known thing: "Dock planner: fewer empty bays".
    fn about_another(&self, said: &str) -> Option<LongForm> {
        let (label, rest) = said.split_once(':')?;
        let known = self.context.ledger.thing(label.trim())?;
        let fits = matches!(known.kind, Kind::Initiative | Kind::Factor | Kind::Incentive);
        if !fits || rest.trim().is_empty() {
            return None;
        }
        self.step.complete_about(known.label, rest, self.speaker())
    }

    /// Returns the long form of a name with its owner: "Power BI forecast, owned by Finance".
    fn owned(&self, kind: Kind) -> Option<LongForm> {
        let said = self.said();
        let sigil = kind.sigil().filter(|_| kind == Kind::Initiative)?;
        let (name, owner) = self.context.lexicon.languages().iter().find_map(|words| {
            let line = spoken_words(said, words);
            let (at, length) =
                (1..line.len()).find_map(|at| Some((at, verb_at(&line, at, words, VerbMeaning::Owns, true)?)))?;
            Some((said.get(..line.get(at)?.start)?, said.get(line.get(at + length - 1)?.end..)?))
        })?;
        let (name, owner) = (name.trim_end_matches([' ', ',', '-', ';']), owner.trim());
        let named = !name.is_empty() && !owner.is_empty() && !owner.contains(',');
        named.then(|| LongForm::Drawn {
            from: owner.to_owned(),
            link: Verb::of(Relation::Owns).map_or(ArrowLink::Right, ArrowLink::Verb),
            to: vec![if name.starts_with(sigil) { name.to_owned() } else { format!("{sigil}{name}") }],
            tail: String::new(),
            words: String::new(),
        })
    }

    /// Returns the line without the verb that the step says anyway: "lives on tariff tables" where it asks what something
    /// lives on.
    fn behind_verb(&self) -> Option<&str> {
        let relation = self.asks.relation?;
        let said = self.said();
        self.context.lexicon.languages().iter().find_map(|words| {
            let line = spoken_words(said, words);
            let (sense, length) = phrase_at(&line, 0, words, |sense| matches!(sense, Sense::Verb(_)))?;
            let Sense::Verb(place) = sense else { return None };
            let verb = words.file.verbs.get(usize::from(place)).filter(|verb| !verb.turned)?;
            verb.means.relation().filter(|says| *says == relation)?;
            Some(said.get(line.get(length - 1)?.end..)?.trim_start_matches([':', ' '])).filter(|rest| !rest.is_empty())
        })
    }

    /// Whether the line says what a person present does: "Ana joins late".
    fn is_about_a_person(&self) -> bool {
        let crowd = people_before(self.said(), &self.asks.people, self.context.lexicon);
        let rest = self.said().get(crowd.end..).unwrap_or_default();
        !crowd.tags.is_empty() && rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphabetic)
    }

    /// Splits two names at "and": recorded when both are known, offered otherwise.
    fn split_at_and(&self, said: &str) -> Option<Reading> {
        if said.contains([',', '[', '"', ':']) || amount(said).is_some() {
            return None;
        }
        let (one, other) = self.context.lexicon.languages().iter().find_map(|words| {
            let line = spoken_words(said, words);
            let at = (1..line.len()).find(|at| phrase_at(&line, *at, words, |sense| sense == Sense::And).is_some())?;
            let behind = past(&line, at, words, |sense| matches!(sense, Sense::And | Sense::Article));
            Some((said.get(..line.get(at - 1)?.end)?, said.get(line.get(behind)?.start..)?))
        })?;
        let known = |name: &str| self.context.ledger.thing(name).is_some();
        let split = self.completed(&format!("{one}, {other}"));
        if known(one) && known(other) {
            return split;
        }
        let offers: Vec<_> = split.into_iter().chain(self.completed(said)).collect();
        (!offers.is_empty() && !known(said)).then(|| self.only_offered(offers))
    }

    fn only_offered(&self, readings: impl IntoIterator<Item = Reading>) -> Reading {
        let said = || self.said().to_owned();
        self.text_with(readings.into_iter().map(|reading| Reading { said: said(), ..reading }))
    }

    /// Whether a long form would make a thing of a passing remark; wrong facts are worse than free text.
    fn makes_a_thing_of_a_remark(&self, long: &Reading, measured: bool) -> bool {
        // Voices and purposes are sentences, so they never count as remarks.
        let is_name = |mention: &&MentionedThing| mention.new && !matches!(mention.kind, Kind::Voice | Kind::Purpose);
        let in_passing = matches!(long.form, Form::Arrow | Form::Thing | Form::Is | Form::Want | Form::Saw);
        let odd_unit = |mention: &MentionedThing| mention.kind == Kind::Party && amount(&mention.label).is_some();
        // What something is for is often said at length: "95% of meters read on the first trip".
        let longest = if self.asks.relation == Some(Relation::Aims) { LONGEST_AIM } else { LONGEST_NAME };
        let remark =
            |new: &MentionedThing| is_a_remark(&new.label, measured, longest, self.context.lexicon) || odd_unit(new);
        in_passing && long.mentions.iter().filter(is_name).any(remark)
    }
}

/// Returns the number of words of a verb at this place that says this, with its ends turned or not.
fn verb_at(
    line: &[crate::capture::grammar::SpokenWord<'_>],
    at: usize,
    words: &Words,
    means: VerbMeaning,
    turned: bool,
) -> Option<usize> {
    let says = |sense| match sense {
        Sense::Verb(place) => {
            words.file.verbs.get(usize::from(place)).is_some_and(|verb| verb.means == means && verb.turned == turned)
        }
        _ => false,
    };
    phrase_at(line, at, words, says).map(|(_, length)| length)
}
