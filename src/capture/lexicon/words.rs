use std::collections::HashMap;

use crate::record::{Kind, Sign};

use super::file::LexiconFile;
use super::sense::Sense;

/// A phrase: its words, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The words before the gap; all words of a phrase without one.
    pub(crate) words: Box<[Box<str>]>,
    /// The words behind the gap, where the phrase has one.
    pub(crate) behind: Option<Box<[Box<str>]>>,
    /// What the phrase is.
    pub(crate) sense: Sense,
}

/// One language, ready for looking up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// What the file holds.
    pub(crate) file: LexiconFile,
    /// Every phrase by its first word, the longest first.
    phrases: HashMap<Box<str>, Vec<Phrase>>,
    /// The frames of a delay that begin with the span: "_ later".
    pub(crate) frames: Vec<Phrase>,
    contractions: HashMap<Box<str>, (Box<str>, Box<str>)>,
    elisions: HashMap<Box<str>, Box<str>>,
}

/// Stands for the object in the forms of a verb.
const GAP: &str = "_";

impl Words {
    /// Makes a language ready from a file and from what a workspace adds to it.
    pub(crate) fn of(files: impl IntoIterator<Item = LexiconFile>) -> Self {
        let mut file = LexiconFile::default();
        files.into_iter().for_each(|more| file.extend(more));
        let mut words = Self::default();
        for (from, to) in &file.contractions {
            if let Some((one, two)) = to.split_once(' ') {
                words.contractions.insert(from.to_lowercase().into(), (one.into(), two.into()));
            }
        }
        words.elisions.extend(file.elisions.iter().map(|(from, to)| (from.to_lowercase().into(), to.as_str().into())));
        words.take_all(&file);
        words
            .phrases
            .values_mut()
            .for_each(|phrases| phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len())));
        words.file = file;
        words
    }

    /// Returns the phrases that begin with this word, the longest first.
    pub(crate) fn beginning(&self, word: &str) -> &[Phrase] {
        self.phrases.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the two words that this word runs together.
    pub(crate) fn apart(&self, word: &str) -> Option<(&str, &str)> {
        self.contractions.get(word).map(|(one, two)| (&**one, &**two))
    }

    /// Returns the whole word for a word that ends in an apostrophe.
    pub(crate) fn elided(&self, word: &str) -> Option<&str> {
        self.elisions.get(word).map(|whole| &**whole)
    }

    /// Whether the language has this word: as the first word of a phrase, as a contraction or behind an elision.
    pub(crate) fn has_word(&self, word: &str) -> bool {
        let elided = || word.split_once('\'').is_some_and(|(before, _)| self.elisions.contains_key(before));
        self.phrases.contains_key(word) || self.contractions.contains_key(word) || elided()
    }

    /// Whether a word ends in a noun of this sense, with at least three letters before it.
    pub(crate) fn ends_in(&self, word: &str, sense: Sense) -> bool {
        self.noun_at_end(word, |found| (found == sense).then_some(())).is_some()
    }

    /// Returns what the test makes of the longest noun that a word ends in, with at least three letters before it.
    pub(crate) fn noun_at_end<T>(&self, word: &str, takes: impl Fn(Sense) -> Option<T>) -> Option<T> {
        word.char_indices().skip(3).find_map(|(at, _)| {
            let mut nouns = self.beginning(word.get(at..)?).iter().filter(|phrase| phrase.words.len() == 1);
            nouns.find_map(|phrase| takes(phrase.sense))
        })
    }

    /// Returns whether a form of a verb says that something gets better (plus) or worse (minus).
    pub(crate) fn judging(&self, word: &str) -> Option<Sign> {
        let begins = |stems: &[String]| stems.iter().any(|stem| word.starts_with(stem.as_str()));
        let worse = || begins(&self.file.worsening).then_some(Sign::Minus);
        begins(&self.file.bettering).then_some(Sign::Plus).or_else(worse)
    }

    /// Whether the last word of a label says its kind.
    pub(crate) fn says_kind(&self, label: &str) -> bool {
        let last = label.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let kind = |sense| matches!(sense, Sense::KindNoun(_)).then_some(());
        let whole = self.has_sense(&last, |sense| kind(sense).is_some());
        whole || (self.file.joined_nouns && self.noun_at_end(&last, kind).is_some())
    }

    /// Returns the kind that the head of a label says: its last word before the first preposition. The label is in lower
    /// case.
    pub(crate) fn kind_of(&self, label: &str) -> Option<Kind> {
        let head = self.head_of(label)?;
        let kind = |sense| match sense {
            Sense::KindNoun(kind) => Some(kind),
            _ => None,
        };
        let alone =
            self.beginning(head).iter().filter(|phrase| phrase.words.len() == 1).find_map(|phrase| kind(phrase.sense));
        alone.or_else(|| self.noun_at_end(head, kind).filter(|_| self.file.joined_nouns))
    }

    /// Returns the head of a label in lower case: its last word before the first preposition.
    pub(crate) fn head_of<'t>(&self, label: &'t str) -> Option<&'t str> {
        let preposition = |word: &str| self.has_sense(word, |sense| sense == Sense::Preposition);
        let words: Vec<&str> = label.split(' ').collect();
        let end = words.iter().skip(1).position(|word| preposition(word)).map_or(words.len(), |at| at + 1);
        words.get(end.checked_sub(1)?).copied()
    }

    /// Whether a word by itself has a sense of which this holds.
    pub(crate) fn has_sense(&self, word: &str, holds: impl Fn(Sense) -> bool) -> bool {
        self.beginning(word).iter().any(|phrase| phrase.words.len() == 1 && holds(phrase.sense))
    }

    /// Whether a word is a noun of this sense. Where nouns are run together, the end of the word counts.
    pub(crate) fn is_noun(&self, word: &str, sense: Sense) -> bool {
        self.has_sense(word, |own| own == sense) || (self.file.joined_nouns && self.ends_in(word, sense))
    }

    fn take_all(&mut self, file: &LexiconFile) {
        for (sense, phrases) in file.small_words() {
            self.take(phrases, sense);
        }
        for (place, verb) in (0_u16..).zip(&file.verbs) {
            self.take(&verb.forms, Sense::Verb(place));
        }
        for comparative in &file.comparatives {
            let measure = comparative.measure;
            self.take(&comparative.plus, Sense::Comparative(measure, Sign::Plus));
            self.take(&comparative.minus, Sense::Comparative(measure, Sign::Minus));
            self.take(&comparative.plus_adjectives, Sense::ComparedAdjective(measure, Sign::Plus));
            self.take(&comparative.minus_adjectives, Sense::ComparedAdjective(measure, Sign::Minus));
        }
        for kind in &file.kinds {
            self.take(&kind.words, Sense::KindNoun(kind.kind));
        }
        for (place, pair) in (0_u16..).zip(&file.the_more) {
            self.take(std::slice::from_ref(&pair.first), Sense::MoreFirst(place));
            self.take(std::slice::from_ref(&pair.second), Sense::MoreSecond(place));
        }
        for hedge in &file.hedges {
            self.take(&hedge.words, Sense::Hedge(hedge.basis));
        }
        self.take_times(file);
        for verdict in &file.verdicts {
            self.take(&verdict.words, Sense::VerdictWord(verdict.verdict));
        }
    }

    fn take_times(&mut self, file: &LexiconFile) {
        file.units.iter().for_each(|unit| self.take(&unit.words, Sense::Unit(unit.is)));
        file.numbers.iter().for_each(|number| self.take(&number.words, Sense::Number(number.is)));
        file.spans.iter().for_each(|span| self.take(&span.words, Sense::Span(span.is)));
        for (place, month) in (1_u8..).zip(&file.months) {
            self.take(month, Sense::Month(place));
        }
        for (place, day) in (1_u8..).zip(&file.weekdays) {
            self.take(day, Sense::Weekday(place));
        }
        for frame in &file.delays {
            let phrase = self.phrase(frame, Sense::DelayFrame);
            match phrase.words.first() {
                Some(first) => self.phrases.entry(first.clone()).or_default().push(phrase),
                None => self.frames.push(phrase),
            }
        }
    }

    fn take(&mut self, phrases: &[String], sense: Sense) {
        for text in phrases {
            let phrase = self.phrase(text, sense);
            if let Some(first) = phrase.words.first() {
                self.phrases.entry(first.clone()).or_default().push(phrase);
            }
        }
    }

    fn phrase(&self, text: &str, sense: Sense) -> Phrase {
        match text.split_once(GAP) {
            Some((before, behind)) => Phrase { words: self.split(before), behind: Some(self.split(behind)), sense },
            None => Phrase { words: self.split(text), behind: None, sense },
        }
    }

    /// Splits a phrase into its words as a line is split: a contraction is two words, an elided word stands alone.
    fn split(&self, text: &str) -> Box<[Box<str>]> {
        let mut words: Vec<Box<str>> = Vec::new();
        for word in text.to_lowercase().replace('’', "'").split_whitespace() {
            let mut word = word;
            while let Some((before, after)) = word.split_once('\'') {
                let Some(whole) = self.elided(before) else { break };
                words.push(whole.into());
                word = after;
            }
            match self.apart(word) {
                Some((one, two)) => words.extend([one.into(), two.into()]),
                None if word.is_empty() => {}
                None => words.push(word.into()),
            }
        }
        words.into()
    }
}

impl LexiconFile {
    /// Returns every list of phrases that has one sense, with it.
    pub(super) fn small_words(&self) -> Vec<(Sense, &[String])> {
        vec![
            (Sense::Article, &self.articles),
            (Sense::Pronoun, &self.pronouns),
            (Sense::Nobody, &self.nobody),
            (Sense::Negation, &self.negations),
            (Sense::NegationEnd, &self.negation_ends),
            (Sense::Ceasing, &self.ceasing),
            (Sense::Absence, &self.absence),
            (Sense::Finite, &self.finite),
            (Sense::Participle, &self.participles),
            (Sense::BareVerb, &self.bare_verbs),
            (Sense::Auxiliary, &self.auxiliaries),
            (Sense::Guessing, &self.guessing),
            (Sense::Aiming, &self.aiming),
            (Sense::Preposition, &self.prepositions),
            (Sense::And, &self.and),
            (Sense::Or, &self.or),
            (Sense::But, &self.but),
            (Sense::Both, &self.both),
            (Sense::Adverb, &self.adverbs),
            (Sense::Subordinator, &self.subordinators),
            (Sense::Talk, &self.talk),
            (Sense::Amount(Sign::Plus), &self.more),
            (Sense::Amount(Sign::Minus), &self.less),
            (Sense::AmountBehind(Sign::Plus), &self.more_behind),
            (Sense::AmountBehind(Sign::Minus), &self.less_behind),
            (Sense::Intensifier, &self.intensifiers),
            (Sense::Clearly, &self.clearly),
            (Sense::Multiple, &self.multiples),
            (Sense::Fraction, &self.fractions),
            (Sense::Percent, &self.percent),
            (Sense::By, &self.by),
            (Sense::Compound, &self.compounds),
            (Sense::State, &self.states),
            (Sense::Comparing(Sign::Plus), &self.comparing),
            (Sense::Comparing(Sign::Minus), &self.comparing_less),
            (Sense::Duration, &self.durations),
            (Sense::Quantity, &self.quantities),
            (Sense::Wait, &self.waits),
            (Sense::Prized, &self.prized),
            (Sense::OtherComparative, &self.other_comparatives),
            (Sense::OtherAdjective, &self.other_adjectives),
            (Sense::NoChange, &self.no_change),
            (Sense::When, &self.when),
            (Sense::Then, &self.then),
            (Sense::ThereIs, &self.there_is),
            (Sense::BecauseOf, &self.because_of),
            (Sense::Because, &self.because),
            (Sense::So, &self.so),
            (Sense::With, &self.with),
            (Sense::Since, &self.since),
            (Sense::About, &self.about),
            (Sense::Today, &self.today),
            (Sense::Tomorrow, &self.tomorrow),
            (Sense::NextWeek, &self.next_week),
            (Sense::Coming, &self.coming),
            (Sense::OnDay, &self.on_day),
            (Sense::Until, &self.until),
            (Sense::Early, &self.early),
            (Sense::Middle, &self.middle),
            (Sense::End, &self.end),
            (Sense::PromiseLabel, &self.promise_labels),
            (Sense::DecisionLabel, &self.decision_labels),
            (Sense::Decided, &self.decided),
            (Sense::Promising, &self.promising),
            (Sense::IWill, &self.i_will),
            (Sense::WeWill, &self.we_will),
            (Sense::Question, &self.questions),
            (Sense::QuestionLabel, &self.question_labels),
            (Sense::Yes, &self.yes),
            (Sense::No, &self.no),
            (Sense::Unsure, &self.unsure),
            (Sense::Label, &self.labels),
        ]
    }

    /// Adds everything that another file of the same language holds.
    fn extend(&mut self, more: Self) {
        macro_rules! join {
            ($($list:ident)*) => { $( self.$list.extend(more.$list); )* };
        }
        if self.language.is_empty() {
            self.language = more.language;
            self.name = more.name;
        }
        self.capital_nouns |= more.capital_nouns;
        self.verb_second |= more.verb_second;
        self.joined_nouns |= more.joined_nouns;
        self.one_plural |= more.one_plural;
        join! {
            articles contractions elisions pronouns nobody negations negation_ends ceasing absence finite participles bare_verbs
            auxiliaries guessing aiming prepositions and or but both adverbs subordinators talk more less more_behind less_behind
            intensifiers clearly multiples fractions percent by compounds states comparatives comparing comparing_less measures
            durations quantities waits prized bettering worsening other_comparatives other_adjectives kinds verbs no_change when then the_more there_is because_of because so with since
            hedges units numbers about delays spans today tomorrow next_week coming on_day until early middle end promise_labels
            decision_labels decided promising i_will we_will verdicts questions question_labels yes no unsure labels
        }
        // A month or a day of the week gets more spellings; the list itself has twelve or seven places.
        for (list, more) in [(&mut self.months, more.months), (&mut self.weekdays, more.weekdays)] {
            for (place, spellings) in more.into_iter().enumerate() {
                match list.get_mut(place) {
                    Some(known) => known.extend(spellings),
                    None => list.push(spellings),
                }
            }
        }
    }
}
