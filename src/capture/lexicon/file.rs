use serde::Deserialize;

use crate::record::{Basis, Kind, Sign, Verdict};

use super::sense::{ComparedMeasure, VerbMeaning};

/// The words of one language, as a file holds them.
///
/// Every entry is a phrase of one or more words in lower case. A word that runs two words together stands in
/// `contractions` and is looked up as those two words. In the forms of a verb, `_` stands for its object.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a line of the file")]
pub struct LexiconFile {
    /// The code of the language: `de`.
    pub language: String,
    /// The name of the language in the language itself: `Deutsch`.
    pub name: String,
    /// Whether nouns are written with a capital, so that a capital inside a sentence shows that a word is no verb.
    pub capital_nouns: bool,
    /// Whether the verb is the second part of a main clause, so that the subject stands behind it when something else
    /// comes first, and whether a helping verb sends it to the end.
    pub verb_second: bool,
    /// Whether nouns are run together, so that the end of a word says what it is: `Wartezeit` is a `Zeit`.
    pub joined_nouns: bool,
    /// Whether a noun phrase has no more than one word in the plural, so that two of them side by side are a sentence.
    pub one_plural: bool,

    /// Words that are dropped from the front of a name: articles, possessives, demonstratives.
    pub articles: Vec<String>,
    /// Words that run two words together, each with these two words: `("vom", "von dem")`.
    pub contractions: Vec<(String, String)>,
    /// Words that end in an apostrophe, written without it, each with the whole word: `("d", "de")`.
    pub elisions: Vec<(String, String)>,
    /// Words that stand for a thing or a person: no name has one as its head.
    pub pronouns: Vec<String>,
    /// Words for nobody and nothing.
    pub nobody: Vec<String>,
    /// Words that deny the verb beside them.
    pub negations: Vec<String>,
    /// The second halves of a negation, which deny nothing alone: `pas`, `mehr` in "nicht mehr".
    pub negation_ends: Vec<String>,
    /// Words before a verb that say that it was so and is not any more: `stopped` in "stopped using".
    pub ceasing: Vec<String>,
    /// Words before a noun that say that it is missing: `no`, `without`.
    pub absence: Vec<String>,
    /// Words that make a sentence of a text and occur in no name: finite verbs, auxiliaries, modal verbs.
    pub finite: Vec<String>,
    /// Participles that the ending does not show: `paid`. A time behind a participle belongs to the name.
    pub participles: Vec<String>,
    /// Forms of verbs that are nouns as well; behind a noun in the plural they make a sentence: "good people leave".
    pub bare_verbs: Vec<String>,
    /// Helping verbs without a meaning of their own: `is`, `has`, `does`, `will`.
    pub auxiliaries: Vec<String>,
    /// Helping verbs that make a guess of a statement: `might`, `could`.
    pub guessing: Vec<String>,
    /// Helping verbs that say what something is for: `should`, `is meant to`.
    pub aiming: Vec<String>,
    /// Prepositions: the head of a name is the last word before the first of them.
    pub prepositions: Vec<String>,
    /// Words for "and".
    pub and: Vec<String>,
    /// Words for "or".
    pub or: Vec<String>,
    /// Words for "but".
    pub but: Vec<String>,
    /// Words for "both".
    pub both: Vec<String>,
    /// Words that have a place and no meaning: `also`, `finally`, `usually`.
    pub adverbs: Vec<String>,
    /// Relative pronouns and other words that open a clause inside a sentence: `that`, `which`, `whether`, `how`.
    pub subordinators: Vec<String>,
    /// Words of talk that occur in no name: `lol`, `honestly`, `please`, `thanks`.
    pub talk: Vec<String>,

    /// Words before a name that say more of it: `more`, `plus de`.
    pub more: Vec<String>,
    /// Words before a name that say less of it: `fewer`, `no more`.
    pub less: Vec<String>,
    /// Words behind a name that say more of it: `up`.
    pub more_behind: Vec<String>,
    /// Words behind a name that say less of it: `down`.
    pub less_behind: Vec<String>,
    /// Words before `more` or `less` that say how much: `much`, `far`, `beaucoup`.
    pub intensifiers: Vec<String>,
    /// Of these, words that say that it is clearly so.
    pub clearly: Vec<String>,
    /// Phrases before a name that say a multiple and so clearly more: `twice as many`.
    pub multiples: Vec<String>,
    /// Fractions from a fifth up, which say clearly: `a quarter`.
    pub fractions: Vec<String>,
    /// Words behind a number that make a percentage of it: `percent`.
    pub percent: Vec<String>,
    /// Words before an amount: `by` in "by 30 %".
    pub by: Vec<String>,
    /// Names that end or begin like a direction and say none: `slow down`, `top up`.
    pub compounds: Vec<String>,
    /// Nouns before "down" that name a state and no minus: `server`.
    pub states: Vec<String>,
    /// Comparatives in pairs: `faster` and `slower`.
    pub comparatives: Vec<Comparative>,
    /// Words between a noun and an adjective that make a comparative of it: `plus` in "notes plus rapides".
    pub comparing: Vec<String>,
    /// The same, for less: `moins` in "moins rapides".
    pub comparing_less: Vec<String>,
    /// Names of what a comparative measures, where the language can say them without an article of the noun; `{}` is
    /// the noun: `(Speed, "speed of {}")`.
    pub measures: Vec<(ComparedMeasure, String)>,
    /// Nouns that name a length of time: `time`, `delay`. A *faster* one is less of it.
    pub durations: Vec<String>,
    /// Nouns that name some other quantity: `quality`, `trust`. A *better* one is more of it.
    pub quantities: Vec<String>,
    /// Nouns of which *longer* says more, and not their length: `queues`, `shifts`.
    pub waits: Vec<String>,
    /// Nouns of which more is good, whoever speaks: `quality`, `trust`. Of anything else *better* says neither more nor
    /// less.
    pub prized: Vec<String>,
    /// Beginnings of verbs that say that something gets better: `improv`.
    pub bettering: Vec<String>,
    /// Beginnings of verbs that say that something gets worse: `deteriorat`.
    pub worsening: Vec<String>,
    /// Comparatives that say how somebody or something is, and nothing that there is more or less of: `happier`.
    pub other_comparatives: Vec<String>,
    /// Adjectives that say how somebody or something is, and stand before a noun in the same form: `angry`.
    pub other_adjectives: Vec<String>,
    /// The nouns that say the kind of a name whose head they are.
    pub kinds: Vec<KindWords>,

    /// The verbs.
    pub verbs: Vec<VerbEntry>,
    /// Words for "no change" as a target: `no effect`, `stays the same`.
    pub no_change: Vec<String>,

    /// Words that open a condition: `when`, `if`, `once`.
    pub when: Vec<String>,
    /// Words that open its result: `then`.
    pub then: Vec<String>,
    /// The two words of "the more ..., the less ...".
    pub the_more: Vec<Conditional>,
    /// Words without meaning between the direction and the noun in such a sentence: `il y a`.
    pub there_is: Vec<String>,
    /// Words before a cause that is a name: `because of`, `due to`.
    pub because_of: Vec<String>,
    /// Words before a cause that is a sentence: `because`.
    pub because: Vec<String>,
    /// Words before a consequence: `so`, `therefore`.
    pub so: Vec<String>,
    /// Words before what goes with an effect: `with`.
    pub with: Vec<String>,
    /// Words before the beginning of a change that was observed: `since`.
    pub since: Vec<String>,

    /// Phrases that say how somebody knows: a guess, seen, told.
    pub hedges: Vec<HedgeWords>,

    /// Units of time, each with its days.
    pub units: Vec<SpanWord>,
    /// Numbers in words.
    pub numbers: Vec<SpanWord>,
    /// Words before a number that say it is not exact: `about`.
    pub about: Vec<String>,
    /// How a delay is said, `_` being a number and a unit: `after _`, `_ later`.
    pub delays: Vec<String>,
    /// Phrases that say a delay in full, each with its days; a number of days of 0 is at once, 90 is later.
    pub spans: Vec<SpanWord>,
    /// Months, January first, each with its spellings.
    pub months: Vec<Vec<String>>,
    /// Days of the week, Monday first, each with its spellings.
    pub weekdays: Vec<Vec<String>>,
    /// Words for today.
    pub today: Vec<String>,
    /// Words for tomorrow.
    pub tomorrow: Vec<String>,
    /// Words for next week.
    pub next_week: Vec<String>,
    /// Words beside a day of the week or a unit of time that say that it is the next one: `next`, `prochain`.
    pub coming: Vec<String>,
    /// Words before a day that go with it and say nothing more: `on`, `in`, `am`.
    pub on_day: Vec<String>,
    /// Words before the day of a promise: `by`, `until`, `due`.
    pub until: Vec<String>,
    /// Words for the beginning of a month; then its middle and its end.
    pub early: Vec<String>,
    /// Words for the middle of a month.
    pub middle: Vec<String>,
    /// Words for the end of a month.
    pub end: Vec<String>,

    /// Words before a colon that open a promise: `todo`, `action`.
    pub promise_labels: Vec<String>,
    /// Words before a colon that open a decision: `decision`, `decided`.
    pub decision_labels: Vec<String>,
    /// Phrases before what was decided: `we agreed to`.
    pub decided: Vec<String>,
    /// Words behind a person that open a promise: `will`, `to`.
    pub promising: Vec<String>,
    /// Phrases of the first person that open a promise: `i will`, `i'll`.
    pub i_will: Vec<String>,
    /// Phrases in which somebody speaks for several, and that open a promise: `we will`.
    pub we_will: Vec<String>,
    /// The words of each verdict.
    pub verdicts: Vec<VerdictWords>,
    /// First words of a question: `who`, `why`.
    pub questions: Vec<String>,
    /// Words before a colon that open a question: `q`, `question`.
    pub question_labels: Vec<String>,
    /// Words for yes as a position.
    pub yes: Vec<String>,
    /// Words for no as a position.
    pub no: Vec<String>,
    /// Words for unsure as a position.
    pub unsure: Vec<String>,
    /// Words before a colon that are neither a speaker nor a thing: `note`, `present`.
    pub labels: Vec<String>,
}

/// Comparatives of one measure with opposite directions.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparative {
    /// What they measure.
    pub measure: ComparedMeasure,
    /// The comparatives that say more of it: `faster`.
    pub plus: Vec<String>,
    /// The comparatives that say less of it: `slower`.
    pub minus: Vec<String>,
    /// The adjectives that say more of it behind a word for "more": `rapides`.
    #[serde(default)]
    pub plus_adjectives: Vec<String>,
    /// The adjectives that say less of it behind a word for "more": `lentes`.
    #[serde(default)]
    pub minus_adjectives: Vec<String>,
}

/// The two words of "the more ..., the less ..."; either may be empty.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conditional {
    /// The word that opens the first half: `je`.
    pub first: String,
    /// The word that opens the second half: `desto`.
    pub second: String,
}

/// Phrases that say how somebody knows something.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HedgeWords {
    /// What the phrases say.
    pub basis: Basis,
    /// The phrases: `i think`, `we saw that`.
    pub words: Vec<String>,
}

/// Nouns that say a kind.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindWords {
    /// The kind.
    pub kind: Kind,
    /// The nouns.
    pub words: Vec<String>,
}

/// A phrase with a number of days, or a number in words.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpanWord {
    /// The number.
    pub is: u32,
    /// Its spellings.
    pub words: Vec<String>,
}

/// One verb in all its forms.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of the entry in the file")]
pub struct VerbEntry {
    /// What the verb says.
    pub means: VerbMeaning,
    /// The direction that the verb itself says.
    #[serde(default)]
    pub sign: Option<Sign>,
    /// All forms: singular, plural, past, participle, infinitive. `_` stands for the object of a verb in two parts.
    pub forms: Vec<String>,
    /// Whether the subject is what is acted on: `is owned by`.
    #[serde(default)]
    pub turned: bool,
    /// Whether the forms are nouns as well, so that they may stand inside a name: `changes`, `needs`.
    #[serde(default)]
    pub noun: bool,
    /// Whether the verb is common in sentences about anything, so that its reading is only offered unless what stands
    /// before it is known: `has`, `runs`.
    #[serde(default)]
    pub weak: bool,
    /// Whether the reading is always only offered: `covers`, `is measured on`.
    #[serde(default)]
    pub offered: bool,
}

/// The words of one verdict.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictWords {
    /// The verdict.
    pub verdict: Verdict,
    /// Its words: `wait`, `wait for`.
    pub words: Vec<String>,
}

impl LexiconFile {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// The place and what does not fit, in the words of the parser.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(text)
    }
}
