use std::borrow::Cow;

use super::label::is_many;
use super::verb::{first_person, plural};
use crate::record::Kind;

/// The number and person with which verbs and pronouns agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agreement {
    /// The person who speaks: "I am".
    Me,
    /// One: "the Service bot is", "Sales is", "the data is".
    #[default]
    One,
    /// Several, and whoever is spoken to: "Claims handlers are", "Payroll and IT are", "you are".
    Many,
}

impl Agreement {
    /// Returns the agreement of a thing with this label. The kind matters: a unit called Claims is one, claims that
    /// somebody counts are many; what people say and what they hope for is one sentence.
    pub fn of(label: &str, kind: Kind) -> Self {
        match kind {
            _ if label.trim() == "I" => Agreement::Me,
            Kind::Voice | Kind::Purpose => Agreement::One,
            _ => Self::of_number(is_many(label, kind)),
        }
    }

    /// Returns the agreement of somebody or some group, by name.
    pub fn of_people(name: &str) -> Self {
        Self::of(name, Kind::Party)
    }

    /// Returns the agreement of several names in one sentence: one name has its own, several are many.
    pub fn of_all<S: AsRef<str>>(labels: &[S], kind: Kind) -> Self {
        match labels {
            [only] => Self::of(only.as_ref(), kind),
            _ => Agreement::Many,
        }
    }

    /// Returns the agreement of a counted number of things: "one is", "none is", "two are".
    pub const fn of_count(count: usize) -> Self {
        Self::of_number(count > 1)
    }

    /// Returns [`Agreement::Many`] for many, else [`Agreement::One`].
    pub const fn of_number(many: bool) -> Self {
        if many { Agreement::Many } else { Agreement::One }
    }

    /// Whether it takes the plural form of verbs.
    pub const fn is_many(self) -> bool {
        matches!(self, Agreement::Many)
    }

    /// Returns a verb in the form that agrees. `verb` is its form for one, alone or at the start of a phrase: "says",
    /// "is", "answers for", "does not", "hasn't". "it" is the pronoun of a subject, "them" that of an object.
    pub fn verb(self, verb: &str) -> Cow<'_, str> {
        match self {
            _ if verb == "them" => self.object().into(),
            Agreement::One => verb.into(),
            Agreement::Many => plural(verb),
            Agreement::Me => first_person(verb),
        }
    }

    /// Returns a name with the verb that agrees: "Claims handlers say".
    pub fn with(self, name: &str, verb: &str) -> String {
        format!("{name} {}", self.verb(verb))
    }

    /// Returns the first word for one, and the second for all others.
    pub const fn pick<'a>(self, one: &'a str, many: &'a str) -> &'a str {
        if matches!(self, Agreement::One) { one } else { many }
    }

    /// Returns the pronoun of a thing as the subject of a verb: "it", "they", "I".
    pub const fn it(self) -> &'static str {
        match self {
            Agreement::One => "it",
            Agreement::Many => "they",
            Agreement::Me => "I",
        }
    }

    /// Returns the pronoun of a thing elsewhere: "it", "them", "me".
    pub const fn object(self) -> &'static str {
        match self {
            Agreement::One => "it",
            Agreement::Many => "them",
            Agreement::Me => "me",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_agrees_with_its_subject() {
        for (label, kind, verb, said) in [
            ("ED docs", Kind::Party, "is", "ED docs are"),
            ("Sales", Kind::Party, "says", "Sales says"),
            ("People here", Kind::Party, "says", "People here say"),
            ("Claims handlers", Kind::Unknown, "answers for", "Claims handlers answer for"),
            ("Ombudsman desk", Kind::Party, "hears", "Ombudsman desk hears"),
            ("you", Kind::Party, "has", "you have"),
            ("I", Kind::Party, "is", "I am"),
            ("customer complaints", Kind::Factor, "goes up", "customer complaints go up"),
            ("nobody asks us", Kind::Voice, "is", "nobody asks us is"),
        ] {
            assert_eq!(Agreement::of(label, kind).with(label, verb), said);
        }
    }

    #[test]
    fn several_are_many_and_one_is_as_its_name_says() {
        let of = |names: &[&str]| Agreement::of_all(names, Kind::Party);
        assert_eq!(of(&["Sales"]), Agreement::One);
        assert_eq!(of(&["ED nurses"]), Agreement::Many);
        assert_eq!(of(&["Sales", "Legal"]), Agreement::Many);
        assert_eq!([0, 1, 2].map(|count| Agreement::of_count(count).verb("is").into_owned()), ["is", "is", "are"]);
    }
}
