use crate::capture::Lexicon;
use crate::capture::reader::of_head;
use crate::graph::Key;
use crate::record::Kind;
use crate::record::english::Agreement;

/// A thing as a sentence calls it: its label in its own spelling, with the article or quotes that its kind needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Called {
    pub(crate) label: String,
    pub(crate) kind: Kind,
}

/// Words that replace "the" before a name.
const DETERMINERS: [&str; 9] = ["the", "a", "an", "our", "their", "my", "your", "his", "her"];

/// Returns a thing as it is called inside a sentence: "the Service bot", "Claims", "“faster claims”".
pub fn thing_in_words(label: &str, kind: Kind) -> String {
    Called { label: label.to_owned(), kind }.name()
}

impl Called {
    /// Returns the thing as it is called inside a sentence: "the Service bot", "Claims", "“Am I training my
    /// replacement?”".
    pub(crate) fn name(&self) -> String {
        match self.kind {
            Kind::Voice | Kind::Purpose => format!("“{}”", self.label),
            _ if self.takes_article() => format!("the {}", self.label),
            _ => self.label.clone(),
        }
    }

    /// Returns an amount of the thing: "more of the Service bot", "less Handle time".
    pub(crate) fn amount(&self, much: &str) -> String {
        match self.kind {
            Kind::Factor | Kind::Resource | Kind::Unknown => format!("{much} {}", self.label),
            Kind::Voice => format!("{much} talk of {}", self.name()),
            _ => format!("{much} of {}", self.name()),
        }
    }

    /// Whether the thing takes a plural verb: "Claims handlers are", "the Service bot is".
    pub(crate) fn is_many(&self) -> bool {
        self.agreement().is_many()
    }

    /// Returns the number with which verbs agree.
    pub(crate) fn agreement(&self) -> Agreement {
        Agreement::of(&self.label, self.kind)
    }

    /// Whether the thing is called with "the": changes, processes, incentives and forums with a common noun, as "the
    /// Service bot", but not "Claims" or "Our copilot".
    fn takes_article(&self) -> bool {
        let made = matches!(self.kind, Kind::Initiative | Kind::Process | Kind::Incentive | Kind::Forum);
        let first = self.label.split(' ').next().unwrap_or_default();
        let determined = DETERMINERS.iter().any(|word| first.eq_ignore_ascii_case(word));
        let many_words = first.len() < self.label.len();
        let common = many_words && self.last_word().chars().all(|c| c.is_lowercase() || c == '-');
        let known = Key::of(&self.label).is_some_and(|key| of_head(&key, Lexicon::english()).is_some());
        made && !determined && (common || known)
    }

    fn last_word(&self) -> &str {
        self.label.rsplit([' ', '-']).next().unwrap_or_default()
    }
}

/// Returns the singular or the plural form of a verb.
pub(crate) const fn agree<'a>(many: bool, one_form: &'a str, many_form: &'a str) -> &'a str {
    if many { many_form } else { one_form }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(label: &str, kind: Kind) -> Called {
        Called { label: label.to_owned(), kind }
    }

    #[test]
    fn things_are_called_as_people_call_them() {
        for (label, kind, name) in [
            ("Service bot", Kind::Initiative, "the Service bot"),
            ("bot", Kind::Initiative, "the bot"),
            ("Claims triage", Kind::Initiative, "the Claims triage"),
            ("ChatGPT", Kind::Initiative, "ChatGPT"),
            ("Project Apollo", Kind::Initiative, "Project Apollo"),
            ("Our new copilot", Kind::Initiative, "Our new copilot"),
            ("Contact Centre", Kind::Party, "Contact Centre"),
            ("Handle time", Kind::Factor, "Handle time"),
            ("Faster fairer claims", Kind::Purpose, "“Faster fairer claims”"),
            ("שירות", Kind::Initiative, "שירות"),
        ] {
            assert_eq!(called(label, kind).name(), name);
        }
    }

    #[test]
    fn some_things_are_many() {
        for (label, kind, many) in [
            ("Claims handlers", Kind::Party, true),
            ("Customers", Kind::Party, true),
            ("Claims", Kind::Party, false),
            ("Human Resources", Kind::Party, false),
            ("Staff", Kind::Party, true),
            ("Repeat calls", Kind::Factor, true),
            ("Handle-time bonus", Kind::Incentive, false),
            ("Process", Kind::Factor, false),
            ("Overtime", Kind::Factor, false),
            ("S", Kind::Factor, false),
        ] {
            assert_eq!(called(label, kind).is_many(), many, "{label}");
        }
    }
}
