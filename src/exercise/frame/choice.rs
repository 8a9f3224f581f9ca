//! Answers that choose: one of a list, right or wrong of what was said, who answers for what is named.

use super::AnswerFrame;
use super::phrase::{in_quotes, numbers, same, without_article};
use super::template::{self, Template};
use crate::exercise::seed::Subject;
use crate::exercise::{Answer, one_name};

/// How people say that somebody answers for something.
const OWNS: [&str; 2] = [" owns ", " answers for "];

/// Positions that are grammar by themselves.
const POSITIONS: [&str; 3] = ["yes", "no", "unsure"];

impl AnswerFrame {
    /// A number of the list, or a name that is on it.
    pub(super) fn picked(&self, said: &str) -> Option<String> {
        let picked = one_of(&self.subjects, said).or_else(|| one_of(&self.choices, said))?;
        Some(format!("!{}", one_name(picked.label.as_ref()?)))
    }

    /// Numbers or a name of what can be chosen, with words behind it: "2, its sponsor moved on".
    pub(super) fn chosen(&self, said: &str) -> Option<String> {
        let template = Template(self.template.as_deref().filter(|_| !self.choices.is_empty())?);
        if let Some(numbers) = numbers(said) {
            let chosen = numbers.iter().map(|number| self.choices.get(usize::from(*number).checked_sub(1)?));
            let labels: Vec<&str> = chosen.map(|one| one?.label.as_deref()).collect::<Option<_>>()?;
            return template.listed(&labels);
        }
        let (name, words) = said.split_once([',', ':', '"']).unwrap_or((said, ""));
        let chosen = one_of(&self.choices, name)?.label.as_deref()?;
        Some(format!("{}{}", template.listed(&[chosen])?, in_quotes(words)))
    }

    /// Where changes are named, what somebody answers for is one: "Claims owns Claims triage".
    pub(super) fn owned(&self, said: &str) -> Option<String> {
        self.template.as_deref().filter(|template| *template == "!{}")?;
        if said.contains("->") || said.starts_with('!') {
            return None;
        }
        let (who, changes) = OWNS.iter().find_map(|verb| said.split_once(verb))?;
        Some(format!("{} owns {}", without_article(who), template::of_kind('!', changes)?))
    }

    /// Right, nearly or no; what stands behind a comma are their words.
    pub(super) fn stance(&self, said: &str) -> Option<String> {
        let (word, rest) = said.split_once([',', ':', ' ']).unwrap_or((said, ""));
        let position = match word.to_lowercase().as_str() {
            "right" | "yes" | "nod" => "yes",
            "nearly" | "unsure" => "unsure",
            "no" | "shake" | "wrong" => "no",
            _ => return None,
        };
        if rest.contains("->") || rest.trim_start().starts_with(['#', '.']) {
            return None;
        }
        let words = in_quotes(rest);
        let Some(arrows) = self.subject().map(|subject| &subject.arrows).filter(|arrows| !arrows.is_empty()) else {
            // Without a list it is about what was said last.
            return (!self.walks).then(|| format!("{position} .{words}"));
        };
        if self.refuses_a_whole(position) {
            return None;
        }
        let ends = arrows.iter().map(|(from, _)| from).chain(arrows.last().map(|(_, to)| to));
        let round: Vec<String> = ends.map(|label| one_name(label)).collect();
        Some(format!("{position} {}{words}", round.join(" -> ")))
    }

    /// Whether a line takes a position here on nothing: what it would be said to by itself was not asked about.
    pub fn refuses(&self, said: &str) -> bool {
        let asks = matches!(self.answer, Some(Answer::Stance)) && self.walks;
        asks && POSITIONS.contains(&said.trim().to_lowercase().as_str())
    }

    /// No to a story of several arrows does not say which of them is not so.
    pub(super) fn refuses_a_whole(&self, position: &str) -> bool {
        let asks = matches!(self.answer, Some(Answer::Stance));
        asks && position == "no" && self.subject().is_some_and(|subject| subject.arrows.len() > 1)
    }
}

fn one_of<'a>(subjects: &'a [Subject], said: &str) -> Option<&'a Subject> {
    match said.trim().parse::<usize>() {
        Ok(number) => subjects.get(number.checked_sub(1)?),
        Err(_) => subjects.iter().find(|subject| subject.label.as_deref().is_some_and(|label| same(label, said))),
    }
}
