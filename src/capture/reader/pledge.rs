//! Reads promises as people say them: "Peter to check with Legal by Friday", "AP: Jonas books the yard, mid October".

use crate::capture::Context;
use crate::capture::grammar::{Calendar, SpokenWord, is_at, past, phrase_at, spoken_words};
use crate::capture::lexicon::{Lexicon, Sense, Words};
use crate::record::long_form::SpokenPromise;

use super::person::{Crowd, KnownPerson, front};

/// A promise as it was said, and what the sentence makes sure of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is something of its own that the sentence makes sure of")]
pub(crate) struct Pledge {
    /// The parts of the promise; `who` holds the tags of all people, separated by commas.
    pub(crate) promise: SpokenPromise,
    /// Whether a label such as `AP:` opens the sentence.
    pub(crate) labelled: bool,
    /// Whether the speaker promises: "I will".
    own: bool,
    /// Whether the speaker promises for several: "we will". Who of them does it is open, so it is only offered.
    ours: bool,
    /// Whether a colon or a word such as "will" or "to" stands between the person and the task.
    given: bool,
    /// Whether the person stands behind a colon, as in a typed `do` line.
    typed: bool,
    /// Whether the sentence is a remark: it says how something is, or that nobody does it.
    remark: bool,
}

impl Pledge {
    /// Reads a sentence. `speaker` is the seat that says it; `people` are those whom it may name.
    pub(crate) fn read(said: &str, speaker: Option<&str>, people: &[KnownPerson], context: &Context<'_>) -> Self {
        let calendar = Calendar::of(context);
        let lexicon = context.lexicon;
        let mut pledge = Self::default();
        let text = without_bullet(said);
        let quote = || text.strip_suffix('"')?.rfind(" \"");
        let (text, words) = text.split_at(quote().unwrap_or(text.len()));
        words.clone_into(&mut pledge.promise.words);
        let text = pledge.take_label(text, lexicon);
        let text = pledge.take_about(text);
        let text = pledge.take_first_day(text, &calendar);
        let text = pledge.take_front(text, speaker, people, lexicon);
        let text = pledge.take_last_day(text, &calendar);
        let text = pledge.take_back(text, people, lexicon);
        let text = text.trim_matches(TRIMMED).trim_end_matches('.').trim_end();
        let after_person = pledge.promise.who.is_some() && !pledge.given;
        pledge.remark = !pledge.typed && is_remark(text, after_person, lexicon);
        text.clone_into(&mut pledge.promise.text);
        pledge
    }

    /// Gives a promise without an owner to the person who was called before a colon.
    pub(crate) fn belongs_to(&mut self, called: Option<&str>) {
        if self.promise.who.is_none() && !self.own && called.is_some() {
            self.promise.who = called.map(str::to_owned);
            self.given = true;
        }
    }

    /// Whether the sentence is a promise wherever it is said: somebody does something by a day, or a label says so.
    pub(crate) fn is_sure(&self) -> bool {
        self.stands()
            && !self.ours
            && (self.labelled || (self.promise.due.is_some() && (self.promise.who.is_some() || self.own)))
    }

    /// Whether somebody promises for several by a day.
    pub(crate) fn is_ours(&self) -> bool {
        self.ours && self.stands() && self.promise.due.is_some()
    }

    /// Whether the sentence is at least a wish, where promises are asked for. A person and a verb alone may as well be
    /// a remark: "Ana joins late".
    pub(crate) fn is_wish(&self) -> bool {
        let person = self.promise.who.is_some() && !self.given && !self.labelled && self.promise.due.is_none();
        self.stands() && !person && !self.is_ours()
    }

    /// Whether something is to be done, and the sentence is no remark.
    pub(crate) fn stands(&self) -> bool {
        !self.promise.text.is_empty() && (!self.remark || self.labelled)
    }

    /// Whether a person present does it by a day.
    pub(crate) fn has_person_and_day(&self) -> bool {
        self.promise.who.is_some() && self.promise.due.is_some() && !self.remark
    }

    fn take_label<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> &'t str {
        let behind = lexicon.languages().iter().find_map(|words| labelled(text, words, Sense::PromiseLabel));
        self.labelled = behind.is_some();
        behind.unwrap_or(text)
    }

    fn take_about<'t>(&mut self, text: &'t str) -> &'t str {
        let Some((before, about)) = text.rsplit_once(" re ") else { return text };
        self.promise.about = Some(about.trim().to_owned());
        before
    }

    /// Takes a day before a colon: "until Monday: Iker sends the list".
    fn take_first_day<'t>(&mut self, text: &'t str, calendar: &Calendar<'_>) -> &'t str {
        let Some(found) = calendar.at_start(text) else { return text };
        self.promise.due = Some(found.typed);
        text.get(found.at.end..).unwrap_or_default().trim_start_matches(LEADS)
    }

    /// Takes the people, or the first person, from the beginning of a text, with the words that open the promise.
    fn take_front<'t>(
        &mut self,
        text: &'t str,
        speaker: Option<&str>,
        people: &[KnownPerson],
        lexicon: &Lexicon,
    ) -> &'t str {
        let crowd = front(text, people, lexicon);
        if !crowd.tags.is_empty() {
            self.promise.who = Some(crowd.tags.join(", "));
            return self.take_opening(text, &crowd, lexicon);
        }
        let opening = |opens: Sense| {
            lexicon.languages().iter().find_map(|words| {
                let line = spoken_words(text, words);
                let (_, length) = phrase_at(&line, 0, words, |sense| sense == opens)?;
                Some((line.get(length - 1)?.end, says_nothing_more(&line, length - 1, words)))
            })
        };
        let own = opening(Sense::IWill);
        self.ours = own.is_none();
        let Some((end, small)) = own.or_else(|| opening(Sense::WeWill)) else {
            self.ours = false;
            return text;
        };
        self.own = true;
        self.given = true;
        self.promise.who = speaker.map(str::to_owned);
        if small { text.get(end..).unwrap_or_default().trim_start() } else { text }
    }

    fn take_opening<'t>(&mut self, text: &'t str, crowd: &Crowd, lexicon: &Lexicon) -> &'t str {
        let rest = text.get(crowd.end..).unwrap_or_default();
        let task = rest.trim_start_matches(LEADS);
        self.given = crowd.addressed || rest.trim_start().starts_with(':');
        let opened = lexicon.languages().iter().find_map(|words| {
            let line = spoken_words(task, words);
            let start = past(&line, 0, words, |sense| sense == Sense::Adverb);
            let (_, length) = phrase_at(&line, start, words, |sense| sense == Sense::Promising)?;
            let last = start + length - 1;
            Some((line.get(last)?.end, says_nothing_more(&line, last, words)))
        });
        self.given |= opened.is_some();
        // "Will" goes; "sends" is what is to be done.
        let end = opened.and_then(|(end, small)| small.then_some(end));
        end.and_then(|end| task.get(end..)).unwrap_or(task).trim_start()
    }

    /// Takes the day from the end of a text.
    fn take_last_day<'t>(&mut self, text: &'t str, calendar: &Calendar<'_>) -> &'t str {
        if self.promise.due.is_some() {
            return text;
        }
        let Some(found) = calendar.at_end(text) else { return text };
        self.promise.due = Some(found.typed);
        text.get(..found.at.start).unwrap_or_default().trim_end_matches([' ', ',', '-', ':', '(', ';'])
    }

    /// Takes the person from the end of a text: "ring them, Ana", `ring them : ana`. Of a person within the text, who
    /// stands after a comma, the text is left as it is.
    fn take_back<'t>(&mut self, text: &'t str, people: &[KnownPerson], lexicon: &Lexicon) -> &'t str {
        if self.promise.who.is_some() || self.own {
            return text;
        }
        let behind_colon = text.rsplit_once(" : ");
        if let Some((before, who)) = behind_colon.filter(|(_, who)| who.split_whitespace().count() <= LONGEST_PERSON) {
            let crowd = front(who, people, lexicon);
            let all = !crowd.tags.is_empty() && crowd.end == who.trim_end().len();
            self.promise.who = Some(if all { crowd.tags.join(", ") } else { who.trim().to_owned() });
            self.given = true;
            self.typed = true;
            return before;
        }
        for joint in [", ", " - ", ": ", " ("] {
            let Some((before, who)) = text.rsplit_once(joint) else { continue };
            let who = who.trim_end_matches(')');
            let crowd = front(who, people, lexicon);
            if !crowd.tags.is_empty() && crowd.end == who.len() {
                self.promise.who = Some(crowd.tags.join(", "));
                self.given = true;
                return before;
            }
        }
        let within = text.match_indices(", ").find_map(|(at, _)| {
            let crowd = front(text.get(at + 2..)?, people, lexicon);
            (!crowd.tags.is_empty()).then_some(crowd)
        });
        if let Some(crowd) = within {
            self.promise.who = Some(crowd.tags.join(", "));
            self.given = true;
        }
        text
    }
}

/// Whether the last word of a phrase that opens a promise says nothing of the task: "will", "to", "I'll".
fn says_nothing_more(line: &[SpokenWord<'_>], last: usize, words: &Words) -> bool {
    let small = |sense| {
        matches!(sense, Sense::Auxiliary | Sense::Aiming | Sense::Guessing | Sense::Preposition | Sense::Pronoun)
    };
    line.get(last).is_some_and(|word| {
        word.folded.contains('\'') || words.beginning(&word.folded).iter().any(|phrase| small(phrase.sense))
    })
}

/// The maximum number of words of a person who is not listed.
const LONGEST_PERSON: usize = 2;

/// What separates a person, a label or a day from what follows.
const LEADS: [char; 6] = [' ', ':', ',', '-', '–', '—'];

/// What is dropped at the ends of the text of a promise.
const TRIMMED: [char; 6] = [' ', ',', '-', '–', ':', ';'];

/// Returns the text behind a label: `AP:`, `Action -`, or, in capital letters, `TODO` alone.
pub(crate) fn labelled<'t>(text: &'t str, words: &Words, label: Sense) -> Option<&'t str> {
    let line = spoken_words(text, words);
    let (_, length) = phrase_at(&line, 0, words, |sense| sense == label)?;
    let label = text.get(line.first()?.start..line.get(length - 1)?.end)?;
    let rest = text.get(line.get(length - 1)?.end..)?;
    let spaced = rest.trim_start();
    let marked = spaced.starts_with(':') || (rest.starts_with(' ') && spaced.starts_with(['-', '–', '—']));
    let shouted = label.len() > 1 && label.chars().all(|c| !c.is_lowercase());
    let rest = spaced.trim_start_matches(LEADS);
    ((marked || shouted) && line.first()?.start == 0 && !rest.is_empty()).then_some(rest)
}

/// Returns a text without the bullet or the open check box before it.
pub(crate) fn without_bullet(text: &str) -> &str {
    let mut rest = text.trim();
    for bullet in ["-", "*", "•", "–", "[ ]", "[]", "☐"] {
        if let Some(behind) = rest.strip_prefix(bullet).filter(|behind| behind.starts_with(' ')) {
            rest = behind.trim_start();
        }
    }
    rest
}

/// Whether a text says how something is instead of what is to be done: it begins with a pronoun, an article or nobody, or
/// a helping verb stands near its beginning. Behind a person (`after_person`) the text begins with the verb.
fn is_remark(text: &str, after_person: bool, lexicon: &Lexicon) -> bool {
    let ticked = ["[x]", "[X]", "☑", "✓"].iter().any(|mark| without_bullet(text).starts_with(mark));
    ticked || lexicon.languages().iter().any(|words| tells(text, &spoken_words(text, words), after_person, words))
}

/// The number of words at the beginning of a text among which the verb of a remark stands.
const BEGINNING: usize = 4;

fn tells(text: &str, line: &[SpokenWord<'_>], after_person: bool, words: &Words) -> bool {
    let opens = |sense| matches!(sense, Sense::Article | Sense::Pronoun | Sense::Nobody | Sense::Absence | Sense::Talk);
    if let Some((_, length)) = phrase_at(line, 0, words, opens) {
        // "Everybody: talk to one neighbour", and "somebody should ask Legal".
        let rest = line.get(length - 1).and_then(|word| text.get(word.end..)).unwrap_or_default();
        let wished =
            phrase_at(line, length, words, |sense| matches!(sense, Sense::Promising | Sense::Aiming)).is_some();
        let nobody = is_at(line, 0, words, Sense::Nobody) || is_at(line, 0, words, Sense::Article);
        return !rest.starts_with(':') && (nobody || !wished);
    }
    if after_person {
        // "Ana is away", but "Ana asks the union".
        return is_at(line, 0, words, Sense::Finite) && is_at(line, 0, words, Sense::Auxiliary);
    }
    for at in 1..line.len().min(BEGINNING) {
        if phrase_at(line, at, words, |sense| matches!(sense, Sense::Subordinator | Sense::Question)).is_some() {
            return false;
        }
        if is_at(line, at, words, Sense::Finite) && !is_at(line, at, words, Sense::Promising) {
            return true;
        }
    }
    false
}
