use std::collections::BTreeMap;

use crate::record::Kind;
use crate::record::english::{Agreement, TemplatePart, parts};
use crate::record::long_form::one_name;
use crate::record::spoken::capitalised;

/// The names of all blanks, each with its meaning.
pub const BLANKS: &[(&str, &str)] = &[
    ("focus", "the change the exercise is about"),
    ("effect", "an effect to follow up, as a phrase: less handle time"),
    ("effects", "every effect said in this exercise: less handle time and more repeat calls"),
    ("neighbour", "a unit that may feel it"),
    ("subject", "what is talked about among those the step walks over"),
    ("a", "the first thing of it"),
    ("b", "the second thing of it"),
    ("thing", "what the two have in common"),
    ("party", "the party named last"),
    ("hope", "what would make the time worth it, as said on arriving"),
    ("who", "whose the last promise is"),
    ("due", "by when"),
    ("whom", "whom the last promise asks"),
    ("hello", "the greeting of a message: Hello Priya"),
    ("own", "what somebody alone said in their own words in this exercise, as a sentence"),
    ("whose", "in a long form alone: the team that stands before a colon, else the team of whoever speaks"),
    ("count", "what a nudge counted"),
    ("untouched", "units of people here for whom nobody has named an effect"),
    ("unheard", "units of people here who have not spoken"),
];

/// The known values of blanks, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blanks {
    values: BTreeMap<&'static str, String>,
    spoken: BTreeMap<&'static str, String>,
    agreements: BTreeMap<&'static str, Agreement>,
}

impl Blanks {
    /// Sets the value of a blank; with `None` the blank stays open.
    pub fn set(&mut self, name: &'static str, value: Option<String>) {
        if let Some(value) = value {
            self.values.insert(name, value);
        }
    }

    /// Sets the words in which a blank is read aloud, when they differ from its value: "the Service bot".
    pub fn say(&mut self, name: &'static str, words: Option<String>) {
        if let Some(words) = words {
            self.spoken.insert(name, words);
        }
    }

    /// Returns the value of a blank; `None` when it is not known yet.
    pub fn of(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// Sets the number with which verbs agree, where the value alone does not say it: that of a unit called "Claims".
    pub fn agree(&mut self, name: &'static str, agreement: Agreement) {
        self.agreements.insert(name, agreement);
    }

    /// Returns the number with which verbs of a blank agree; one, while its value is not known.
    pub fn agreement(&self, name: &str) -> Agreement {
        let of = |value: &str| Agreement::of(value, blank_kind(name));
        self.agreements.get(name).copied().or_else(|| self.of(name).map(of)).unwrap_or_default()
    }

    /// Returns a blank as it is read aloud.
    fn spoken(&self, name: &str) -> Option<&str> {
        self.spoken.get(name).map(String::as_str).or_else(|| self.of(name))
    }

    /// Returns the same blanks with each value written as one name of the grammar, in brackets if necessary.
    #[must_use]
    pub fn as_names(&self) -> Self {
        let named = |(name, value): (&&'static str, &String)| {
            let phrase = matches!(*name, "effect" | "thing");
            let amount = value.split_once(' ').filter(|(amount, _)| phrase && matches!(*amount, "more" | "less"));
            let value =
                amount.map_or_else(|| one_name(value), |(amount, thing)| format!("{amount} {}", one_name(thing)));
            (*name, value)
        };
        Self { values: self.values.iter().map(named).collect(), ..Self::default() }
    }
}

/// Returns the kind of thing that a blank of this name is filled with.
fn blank_kind(name: &str) -> Kind {
    match name {
        "party" | "neighbour" | "whom" | "whose" | "who" | "unheard" | "untouched" | "unit" => Kind::Party,
        "focus" => Kind::Initiative,
        _ => Kind::Unknown,
    }
}

/// Fills the blanks of a prompt, written `{name|text for a blank whose value is not known yet}`; a verb is written
/// `{name:is}`, and agrees with the value of its blank.
pub fn fill(template: &str, blanks: &Blanks) -> String {
    let mut filled = String::new();
    for part in parts(template) {
        let value = match part {
            TemplatePart::Text(text) => {
                filled.push_str(text);
                continue;
            }
            TemplatePart::Name { name, otherwise } => blanks.spoken(name).unwrap_or(otherwise.unwrap_or("it")).into(),
            TemplatePart::Verb { of, verb } => blanks.agreement(of).verb(verb),
        };
        filled.push_str(&if begins_a_sentence(&filled) { capitalised(&value) } else { value.into_owned() });
    }
    filled
}

/// Whether the word after `before` is the first word of a sentence.
fn begins_a_sentence(before: &str) -> bool {
    before.ends_with('\n') || before.is_empty() || before.trim_end().ends_with(['.', '?', '!', '…'])
}

/// Fills a part of a long form, except `{whose}`; `None` while another blank has no value yet.
pub(super) fn long_form(template: &str, blanks: &Blanks) -> Option<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (blank, behind) = after.split_once('}')?;
        let (name, otherwise) =
            blank.split_once('|').map_or((blank, None), |(name, otherwise)| (name, Some(otherwise)));
        filled.push_str(before);
        match name {
            "whose" => filled.push_str("{whose}"),
            _ => filled.push_str(blanks.of(name).or(otherwise)?),
        }
        rest = behind;
    }
    Some(filled + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &'static str, value: &str) -> Blanks {
        let mut blanks = Blanks::default();
        blanks.set(name, Some(value.to_owned()));
        blanks
    }

    #[test]
    fn a_blank_is_filled_or_says_something_sensible() {
        let blanks = with("focus", "the Service bot");
        assert_eq!(
            fill("Picture {focus|the change}. Then {effect|it happens}?", &blanks),
            "Picture the Service bot. Then it happens?"
        );
    }

    #[test]
    fn a_verb_agrees_with_its_blank() {
        let asked = |blanks: &Blanks| fill("{focus|The change} {focus:is} there. {focus:does} it help?", blanks);
        assert_eq!(asked(&Blanks::default()), "The change is there. Does it help?");
        assert_eq!(asked(&with("focus", "reply suggestions")), "Reply suggestions are there. Do it help?");
        let mut blanks = with("party", "Claims");
        assert_eq!(fill("{party:says}", &blanks), "Says");
        blanks.agree("party", Agreement::Many);
        assert_eq!(fill("{party:says}", &blanks), "Say");
    }

    #[test]
    fn a_long_form_waits_until_it_knows_what_it_is_about() {
        let blanks = with("focus", "Bot");
        assert_eq!(long_form("@{focus} and {whose}", &blanks).as_deref(), Some("@Bot and {whose}"));
        assert_eq!(long_form("{effect}", &blanks), None);
    }

    #[test]
    fn an_unclosed_blank_is_left_as_text() {
        assert_eq!(fill("a {b", &Blanks::default()), "a {b");
    }
}
