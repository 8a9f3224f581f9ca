use std::sync::LazyLock;

use serde::Deserialize;

use crate::record::StepId;

/// A sort of question: when it is at home, what it weighs, and how it is put.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its number, from 1; its trigger has the same.
    pub number: u8,
    /// How much is missing where it is asked, from 1 to 10.
    pub weight: u64,
    /// It can be answered in a breath.
    #[serde(default)]
    pub quick: bool,
    /// Nobody but the team it is put to can answer it.
    #[serde(default)]
    pub only: bool,
    /// The steps it is listed for: `next.3`, or a whole exercise, `next`.
    pub steps: Vec<String>,
    /// The question, with blanks like `{x}`.
    pub ask: String,
    /// The question when nobody is here who could answer it; see [`Template::elsewhere`].
    #[serde(default)]
    elsewhere: Option<String>,
    /// The question to take to somebody else; see [`Template::carry`].
    #[serde(default)]
    carry: Option<String>,
}

const TEXT: &str = include_str!("templates.ron");

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    // The text is parsed by a test, so nothing is missing in a program that was built.
    options.from_str(TEXT).unwrap_or_default()
});

/// Every template, by number.
pub fn templates() -> &'static [Template] {
    &TEMPLATES
}

impl Template {
    /// How it is put when nobody of the team that could answer is here.
    pub fn elsewhere(&self) -> String {
        self.elsewhere.clone().unwrap_or_else(|| format!("Who could tell us: {}", inside(&self.ask)))
    }

    /// How somebody alone takes it to the team that could answer.
    pub fn carry(&self) -> String {
        self.carry.clone().unwrap_or_else(|| format!("Ask {{party}}: {}", inside(&self.ask)))
    }

    /// Whether it is listed for this step.
    pub fn is_at_home(&self, step: &StepId) -> bool {
        let whole = step.to_string();
        self.steps.iter().any(|listed| *listed == step.exercise || *listed == whole)
    }

    /// The exercises it is listed for, or for a step of which it is.
    pub(super) fn exercises(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|listed| listed.rsplit_once('.').map_or(listed.as_str(), |(exercise, _)| exercise))
    }
}

/// A sentence that goes on behind a colon.
fn inside(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Catalogue;
    use crate::record::Mode;

    #[test]
    fn there_are_forty_two_in_order_and_what_they_weigh_is_from_one_to_ten() {
        let numbers: Vec<u8> = templates().iter().map(|template| template.number).collect();
        assert_eq!(numbers, (1..=42).collect::<Vec<u8>>());
        assert!(templates().iter().all(|template| (1..=10).contains(&template.weight)));
    }

    #[test]
    fn each_is_at_home_in_steps_that_exist() {
        let catalogue = Catalogue::embedded();
        for template in templates() {
            assert!(!template.steps.is_empty(), "{}", template.number);
            for listed in &template.steps {
                let step = listed.parse::<StepId>();
                let known = step.map_or(catalogue.find(listed).is_some(), |step| {
                    [Mode::Live, Mode::Solo].iter().any(|mode| catalogue.step(&step, *mode).is_some())
                });
                assert!(known, "{}: {listed}", template.number);
            }
        }
    }

    #[test]
    fn each_has_a_form_for_those_who_are_absent_and_one_to_carry_away() {
        for template in templates() {
            assert!(template.carry().starts_with("Ask {party}: "), "{}", template.number);
            let says_who = template.elsewhere().contains("ho could tell us");
            assert!(says_who, "{}", template.number);
        }
    }
}
