//! Decides from the words around it whether a name that is also an everyday English word means a person.
//!
//! There are three results, because two mistakes are possible: a name that the room has read cannot be taken back, and
//! a word that was changed makes the record false. A word that may be either is replaced so that nobody is named, and
//! one key restores it.

mod grammar;

use super::lexicon::Sort;
use super::pattern::NamePattern;
use super::speech::{
    asks, determines, gives, goes_on, helps, is_done, is_said, is_time, joins, pleads, relates, says, speaks_to,
};
use super::words::{SplitText, TextWord};

/// How a word that is also a name is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// The word is a person's name.
    Person,
    /// The word may be a person's name or the everyday word.
    Unsure,
    /// The word is the everyday word.
    Word,
}

/// A word with the text around it.
struct WordInContext<'a, 'b> {
    line: &'a SplitText<'b>,
    /// The index of the first word of the possible name; `after` is the index of the first word behind it.
    at: usize,
    after: usize,
    sort: Sort,
    /// Whether a person was named just before, with only "and" between the two names.
    somebody_before: bool,
}

/// Returns how the words of a pattern are read at the index `at`.
pub(super) fn reads(line: &SplitText<'_>, at: usize, pattern: &NamePattern, somebody_before: bool) -> Reads {
    let Some(sort) = pattern.word else { return Reads::Person };
    let after = at + pattern.parts.len();
    let around = WordInContext { line, at, after, sort, somebody_before };
    if pattern.tag {
        return around.as_a_tag();
    }
    let capital = !line.shouts && (at..after).all(|at| line.words.get(at).is_some_and(TextWord::is_capital));
    let whole = pattern.parts.len() > 1 && capital;
    match () {
        () if whole || around.speaks() => Reads::Person,
        () if sort == Sort::Grammar => around.as_grammar(capital),
        () if !capital => around.small(),
        () if around.determined() => Reads::Word,
        () if around.begins() => around.at_a_beginning(),
        () => around.within(),
    }
}

impl WordInContext<'_, '_> {
    fn before(&self) -> Option<&str> {
        self.line.word(self.at.checked_sub(1)?)
    }

    fn next(&self) -> Option<&str> {
        self.line.word(self.after)
    }

    fn gap(&self) -> &str {
        self.line.gap_before(self.at)
    }

    fn gap_after(&self) -> &str {
        self.line.gap_before(self.after)
    }

    fn owns(&self) -> bool {
        self.line.owns(self.after - 1)
    }

    /// Whether the next word belongs to the same clause and satisfies `is`.
    fn next_if(&self, is: impl Fn(&str) -> bool) -> bool {
        self.gap_after().trim().is_empty() && self.next().is_some_and(is)
    }

    fn before_if(&self, is: impl Fn(&str) -> bool) -> bool {
        let gap = self.gap().trim();
        (gap.is_empty() || gap == "@") && self.before().is_some_and(is)
    }

    /// Whether the name stands where only a speaker or an owner does: `mark>`, `Mark:`, `say mark:`, `: mark due fri`,
    /// `by: mark`.
    fn speaks(&self) -> bool {
        let first = self.at == 0;
        let says = self.at == 1 && self.before() == Some("say");
        let colon = self.gap_after().starts_with(':') && !self.gap().contains(['>', '-']) && self.sort != Sort::Grammar;
        let by = self.gap().starts_with(':') && self.before() == Some("by");
        let tag = first && self.gap_after().starts_with("> ");
        let who = self.gap() == " : " && self.line.text.trim_start().starts_with("do ");
        tag || by || who || (colon && (says || (first && self.line.words.first().is_some_and(TextWord::is_capital))))
    }

    /// Whether an article or a similar word stands before the word.
    fn determined(&self) -> bool {
        self.before_if(|word| determines(word) && word != "that" && word != "of") || self.is_in_a_title()
    }

    /// Whether the word is part of a title such as "State Of The Art" or "Leap Of Faith", in which capital letters mean
    /// nothing.
    fn is_in_a_title(&self) -> bool {
        let small_word = |word: &str| determines(word) || ["of", "in", "to", "for", "and", "on"].contains(&word);
        let before = self.at.checked_sub(1).filter(|before| *before > 0).and_then(|before| self.line.words.get(before));
        before.is_some_and(|word| word.is_capital() && small_word(&word.folded) && self.gap().trim().is_empty())
    }

    /// Whether a sentence or the name of a thing begins with the word, so that its capital letter means nothing.
    fn begins(&self) -> bool {
        if self.at == 0 {
            return !self.gap().contains('@');
        }
        let notation = self.line.text.contains("->") || self.line.text.contains("<-");
        let gap = self.gap();
        let ends = |c: char| ".?!:;\"“”>!$/%&#*([=".contains(c) || (c == ',' && notation);
        gap.contains(ends) || (self.before_if(relates) && !self.next_if(|word| word == "to"))
    }

    /// Reads a word with a capital letter at a place where every word has one.
    fn at_a_beginning(&self) -> Reads {
        let comma = self.gap_after().starts_with(',');
        let notation = self.line.text.contains("->") || self.line.text.contains("<-");
        match () {
            () if self.owns() && self.sort == Sort::Month => Reads::Unsure,
            () if self.owns() || self.next_if(says) => Reads::Person,
            () if self.next_if(helps) => self.if_countable(),
            () if comma && !notation => self.if_countable(),
            () if self.next_if(joins) => self.with_another(),
            () if self.is_to_act() => Reads::Unsure,
            () if self.next_if(goes_on) => Reads::Word,
            () if self.next().is_none() || !self.gap_after().trim().is_empty() => self.alone(),
            () if self.acts() => Reads::Unsure,
            () => Reads::Word,
        }
    }

    /// Whether a line begins with the word and what somebody is to do: "Will to check the numbers".
    fn is_to_act(&self) -> bool {
        let act = self.line.words.get(self.after + 1);
        let acts = act.is_some_and(|word| {
            !word.is_capital() && !determines(&word.folded) && word.folded.chars().all(char::is_alphabetic)
        });
        self.at == 0 && self.sort == Sort::Word && self.next_if(|word| word == "to") && acts
    }

    /// Reads a word that stands alone: "Bill." as an answer to "Who does it?", or as the name of a thing.
    fn alone(&self) -> Reads {
        let arrow = self.gap_after().trim_start().starts_with(['-', '=', '<']);
        if self.sort == Sort::Word || (self.sort == Sort::Mass && arrow) { Reads::Unsure } else { Reads::Word }
    }

    fn if_countable(&self) -> Reads {
        if self.sort == Sort::Word { Reads::Person } else { Reads::Unsure }
    }

    /// Reads a word that is joined to another: "Mark and Rose want", "Art and craft".
    fn with_another(&self) -> Reads {
        let other = self.line.words.get(self.after + 1);
        let capital = other.is_some_and(TextWord::is_capital);
        let the = other.is_some_and(|word| determines(&word.folded));
        match self.sort {
            Sort::Word if capital => Reads::Person,
            _ if capital || (the && self.sort == Sort::Word) => Reads::Unsure,
            _ => Reads::Word,
        }
    }

    /// Whether a possible verb and its object follow: "Mark runs the desk".
    fn acts(&self) -> bool {
        let verb = self.next().is_some_and(|word| word.ends_with('s') && !word.ends_with("ss") && word.len() > 3);
        let object = self.line.words.get(self.after + 1);
        let at = self.line.gap_before(self.after + 1).trim().is_empty();
        verb && at && object.is_some_and(|word| determines(&word.folded) || word.folded == "it")
    }

    /// Reads a word with a capital letter at a place where an everyday word has none.
    fn within(&self) -> Reads {
        if self.sort == Sort::Month {
            return self.maybe_a_month();
        }
        if self.sort == Sort::Typed && self.is_in_a_label() {
            return Reads::Word;
        }
        let next_is_capital = self.line.words.get(self.after).is_some_and(TextWord::is_capital);
        let title = self.gap_after() == " " && next_is_capital && !self.next_if(says);
        if title { Reads::Unsure } else { Reads::Person }
    }

    fn maybe_a_month(&self) -> Reads {
        let said_by = || self.before_if(|word| word == "by") && self.second_before().is_some_and(is_said);
        match () {
            () if self.next_if(says) || self.before_if(asks) || said_by() || self.somebody_before => Reads::Person,
            () if self.before_if(is_time) || self.next_if(is_time) => Reads::Word,
            () if self.gap().contains('@') => Reads::Person,
            () => Reads::Unsure,
        }
    }

    fn second_before(&self) -> Option<&str> {
        self.line.word(self.at.checked_sub(2)?)
    }

    /// Reads a word in lower case.
    fn small(&self) -> Reads {
        let boundary = self.at == 0 || self.gap().contains(['.', ',', ';', ':', '?', '!', '"', '>', '@', '(']);
        let boundary = boundary || self.before_if(|word| joins(word) && word != "that" && word != "as");
        let month = self.sort == Sort::Month;
        let by = self.before_if(|word| word == "by");
        let done = self.second_before().is_some_and(|word| if month { is_said(word) } else { is_done(word) });
        let promised = !month && self.line.text.trim_start().starts_with("do ");
        let wills = self.sort == Sort::Word && self.next_if(|word| word == "will" || word == "would");
        match () {
            () if self.gap().ends_with('@') => self.as_a_party(),
            () if self.owns() && !self.is_determined_twice() => Reads::Unsure,
            () if self.next_if(says) && boundary => Reads::Unsure,
            () if self.before_if(asks) && !self.next_if(goes_on) && !self.acts_on_more() => Reads::Unsure,
            () if by && (done || promised) => Reads::Unsure,
            () if wills && boundary && self.line.words.len() > self.after + 1 => Reads::Unsure,
            () if self.somebody_before && self.next_if(says) => Reads::Unsure,
            () if !month && (self.is_given() || self.is_spoken_to() || self.is_called()) => Reads::Unsure,
            () => Reads::Word,
        }
    }

    /// Whether the word is who gets something: "send grace the list".
    fn is_given(&self) -> bool {
        self.before_if(gives) && self.next_if(|word| determines(word) && !["of", "more", "much"].contains(&word))
    }

    /// Whether the word is who is spoken to: "talk to grace about it".
    fn is_spoken_to(&self) -> bool {
        let ends = self.next().is_none() || !self.gap_after().trim().is_empty();
        let behind =
            ends || self.next_if(|word| ["about", "before", "first", "by", "on", "tomorrow", "again"].contains(&word));
        let to = self.before_if(|word| word == "to" || word == "with");
        to && behind && self.second_before().is_some_and(speaks_to)
    }

    /// Whether the word calls somebody: "mark, please mark it".
    fn is_called(&self) -> bool {
        self.at == 0 && self.gap_after().starts_with(',') && self.next().is_some_and(pleads)
    }

    /// Whether the word is the first of several that are asked about: "ask faith questions".
    fn acts_on_more(&self) -> bool {
        self.next_if(|word| word.ends_with('s') && !says(word))
    }

    fn as_a_party(&self) -> Reads {
        let goes_on = self.next_if(|word| !says(word) && !helps(word) && !relates(word));
        if goes_on { Reads::Word } else { Reads::Person }
    }

    /// Whether an article precedes the word, directly or before one more word: "the bill's", "the phone bill's".
    fn is_determined_twice(&self) -> bool {
        self.before_if(determines) || self.second_before().is_some_and(determines)
    }

    /// Reads a tag, which is a person only where nothing else can stand: `tom> ...`, `: tom`, "tom says".
    fn as_a_tag(&self) -> Reads {
        let small = self.line.words.get(self.at).is_some_and(|word| !word.is_capital());
        let long = self.line.word(self.at).is_some_and(|tag| tag.len() > 1);
        match () {
            () if !small => Reads::Word,
            () if self.speaks() => Reads::Person,
            () if long && self.at == 0 && self.next_if(says) => Reads::Person,
            () => Reads::Word,
        }
    }
}
