use serde::Deserialize;

use crate::record::{Basis, Kind, Relation, Sign, Verdict};

/// What a verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum VerbMeaning {
    /// The subject has an effect on the object.
    Affects,
    /// The subject cannot work without the object.
    Needs,
    /// The subject supplies the object.
    Feeds,
    /// The subject supplies its object to somebody: "A sends B to C".
    Gives,
    /// The subject answers for the object.
    Owns,
    /// The subject is part of the object.
    In,
    /// The subject pays for more of the object.
    Rewards,
    /// The subject is for moving the object.
    Aims,
    /// The subject applies to the object.
    Covers,
    /// The subject uses what the object learned.
    Builds,
    /// The subject speaks for the object.
    Voices,
    /// The subject, a party, is measured on the object or paid for it.
    MeasuredOn,
    /// The subject, several things, needs the object together: "A and B share X".
    Shares,
    /// The subject goes up, and there is no object.
    Rises,
    /// The subject goes down, and there is no object.
    Falls,
    /// The subject stays as it is, and there is no object.
    Stays,
    /// The subject doubles or halves: clearly more, or less by the sign of the entry.
    Multiplies,
    /// The subject makes the object longer, better ...: a comparative follows.
    Makes,
    /// The subject becomes what a comparative says: "gets longer".
    Becomes,
    /// The subject is known to be at work: "when the planner goes live".
    GoesLive,
}

impl VerbMeaning {
    /// Returns the relation that the verb states; `None` if it draws no arrow by itself.
    pub const fn relation(self) -> Option<Relation> {
        match self {
            Self::Affects | Self::Makes => Some(Relation::Affects),
            Self::Needs | Self::Shares => Some(Relation::Needs),
            Self::Feeds | Self::Gives => Some(Relation::Feeds),
            Self::Owns => Some(Relation::Owns),
            Self::In => Some(Relation::In),
            Self::Rewards | Self::MeasuredOn => Some(Relation::Rewards),
            Self::Aims => Some(Relation::Aims),
            Self::Covers => Some(Relation::Covers),
            Self::Builds => Some(Relation::Builds),
            Self::Voices => Some(Relation::Voices),
            Self::Rises | Self::Falls | Self::Stays | Self::Multiplies | Self::Becomes | Self::GoesLive => None,
        }
    }
}

/// What a comparative measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum ComparedMeasure {
    /// Faster and slower.
    Speed,
    /// Better and worse.
    Quality,
    /// Dearer and cheaper.
    Cost,
    /// Harder and easier.
    Effort,
    /// Riskier and safer.
    Risk,
    /// Later and earlier.
    Lateness,
    /// Longer and shorter.
    Length,
}

/// What a phrase of the lexicon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sense {
    /// An article or a possessive.
    Article,
    /// A pronoun.
    Pronoun,
    /// Nobody or nothing.
    Nobody,
    /// A negation of the verb.
    Negation,
    /// The second half of a negation.
    NegationEnd,
    /// A word before a verb that says that it is not so any more.
    Ceasing,
    /// A word that says that a noun is missing.
    Absence,
    /// A finite verb that occurs in no name.
    Finite,
    /// A participle that the ending does not show.
    Participle,
    /// A verb that is a noun as well.
    BareVerb,
    /// A helping verb without a meaning of its own.
    Auxiliary,
    /// A helping verb that makes a guess.
    Guessing,
    /// A helping verb that says what something is for.
    Aiming,
    /// A preposition.
    Preposition,
    /// "And".
    And,
    /// "Or".
    Or,
    /// "But".
    But,
    /// "Both".
    Both,
    /// A word without meaning.
    Adverb,
    /// A word that opens a clause inside a sentence.
    Subordinator,
    /// A word of talk.
    Talk,
    /// A direction before a name.
    Amount(Sign),
    /// A direction behind a name.
    AmountBehind(Sign),
    /// A word that says how much.
    Intensifier,
    /// A word that says that it is clearly so.
    Clearly,
    /// A multiple before a name.
    Multiple,
    /// A fraction from a fifth up.
    Fraction,
    /// "Percent" behind a number.
    Percent,
    /// "By" before an amount.
    By,
    /// A compound that says no direction.
    Compound,
    /// A noun before "down" that names a state.
    State,
    /// A comparative.
    Comparative(ComparedMeasure, Sign),
    /// An adjective behind a word for "more".
    ComparedAdjective(ComparedMeasure, Sign),
    /// A word that makes a comparative of the adjective behind it, and its direction.
    Comparing(Sign),
    /// A noun for a length of time.
    Duration,
    /// A noun for another quantity.
    Quantity,
    /// A noun of which longer is more.
    Wait,
    /// A noun of which more is good.
    Prized,
    /// A comparative that says nothing that there is more or less of.
    OtherComparative,
    /// An adjective that says how somebody is.
    OtherAdjective,
    /// A noun that says a kind.
    KindNoun(Kind),
    /// A verb, by its place in the list of verbs of the language.
    Verb(u16),
    /// No change, as a target.
    NoChange,
    /// A word that opens a condition.
    When,
    /// A word that opens its result.
    Then,
    /// The first word of "the more ..., the less ...", by its place in the list.
    MoreFirst(u16),
    /// The second word of "the more ..., the less ...", by its place in the list.
    MoreSecond(u16),
    /// "There is" in such a sentence.
    ThereIs,
    /// A word before a cause that is a name.
    BecauseOf,
    /// A word before a cause that is a sentence.
    Because,
    /// A word before a consequence.
    So,
    /// "With".
    With,
    /// "Since".
    Since,
    /// How somebody knows.
    Hedge(Basis),
    /// A unit of time, in days.
    Unit(u32),
    /// A number.
    Number(u32),
    /// "About", before a number.
    About,
    /// A frame of a delay; the span stands at the gap.
    DelayFrame,
    /// A delay in full, in days.
    Span(u32),
    /// A month, 1 to 12.
    Month(u8),
    /// A day of the week, 1 for Monday.
    Weekday(u8),
    /// Today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// Next week.
    NextWeek,
    /// A word beside a day or a unit that says that it is the next one.
    Coming,
    /// A word before a day that says nothing more.
    OnDay,
    /// A word before the day of a promise.
    Until,
    /// The beginning of a month.
    Early,
    /// The middle of a month.
    Middle,
    /// The end of a month.
    End,
    /// A label of a promise.
    PromiseLabel,
    /// A label of a decision.
    DecisionLabel,
    /// A phrase before what was decided.
    Decided,
    /// A word behind a person that opens a promise.
    Promising,
    /// A phrase of the first person that opens a promise.
    IWill,
    /// A phrase that opens a promise of several, one of whom speaks.
    WeWill,
    /// A word of a verdict.
    VerdictWord(Verdict),
    /// The first word of a question.
    Question,
    /// A label of a question.
    QuestionLabel,
    /// A position: yes, no, unsure.
    Yes,
    /// No as a position.
    No,
    /// Unsure as a position.
    Unsure,
    /// A label that is neither a speaker nor a thing.
    Label,
}

impl Sense {
    /// Returns the direction of a word before a name: "more".
    pub(crate) const fn amount(self) -> Option<Sign> {
        match self {
            Self::Amount(sign) => Some(sign),
            _ => None,
        }
    }

    /// Returns the direction of a word behind a name: "up".
    pub(crate) const fn amount_behind(self) -> Option<Sign> {
        match self {
            Self::AmountBehind(sign) => Some(sign),
            _ => None,
        }
    }

    /// Returns the direction of a word that makes a comparative of the adjective behind it: "more" in "more slow".
    pub(crate) const fn comparing(self) -> Option<Sign> {
        match self {
            Self::Comparing(sign) => Some(sign),
            _ => None,
        }
    }

    /// Returns what a comparative measures, and its direction: "slower".
    pub(crate) const fn comparative(self) -> Option<(ComparedMeasure, Sign)> {
        match self {
            Self::Comparative(measure, sign) => Some((measure, sign)),
            _ => None,
        }
    }

    /// Returns what an adjective behind a word for "more" measures, and its direction: "slow".
    pub(crate) const fn compared_adjective(self) -> Option<(ComparedMeasure, Sign)> {
        match self {
            Self::ComparedAdjective(measure, sign) => Some((measure, sign)),
            _ => None,
        }
    }

    /// Returns how somebody knows what a hedge goes with.
    pub(crate) const fn hedge(self) -> Option<Basis> {
        match self {
            Self::Hedge(basis) => Some(basis),
            _ => None,
        }
    }
}
