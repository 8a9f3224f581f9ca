use super::seed::Subject;
use super::{Answer, Step, one_name};
use crate::record::{Kind, Outcome, Verdict};

/// What is asked right now, as far as a line needs to know: what a bare line becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    answer: Option<Answer>,
    title: String,
    /// The long form of a bare line, filled but for its `{}`.
    template: Option<String>,
    /// The change it is about, as one name.
    focus: Option<String>,
    /// What the step walks over.
    pub subjects: Vec<Subject>,
    /// Which of them it stands at.
    pub at: usize,
    /// How many people there are to vote, when anybody is listed.
    pub people: usize,
    /// What is drawn is somebody else's view, imagined.
    pub imagined: bool,
}

impl Frame {
    /// The frame of a step that walks over these.
    pub fn new(step: &Step, subjects: Vec<Subject>) -> Self {
        let at = subjects.iter().position(|subject| !subject.done).unwrap_or_default();
        Self {
            answer: Some(step.answer.clone()),
            title: step.title.clone(),
            template: None,
            focus: None,
            subjects,
            at,
            people: 0,
            imagined: step.imagined,
        }
    }

    /// A frame in which a bare line becomes this, and nothing else is asked.
    pub fn bare(template: Option<String>) -> Self {
        Self { template, ..Self::default() }
    }

    /// Sets what a bare line becomes.
    pub fn becomes(&mut self, template: Option<String>) {
        self.template = template;
    }

    /// Sets the change it is about.
    pub fn about(&mut self, focus: Option<&str>) {
        self.focus = focus.map(one_name);
    }

    /// What the step asks for.
    pub const fn asks(&self) -> Option<&Answer> {
        self.answer.as_ref()
    }

    /// What is talked about among those the step walks over.
    pub fn subject(&self) -> Option<&Subject> {
        self.subjects.get(self.at)
    }

    /// Whether the talk stands at one of the list, rather than choosing among all of them.
    pub const fn walks(&self) -> bool {
        !matches!(self.answer, Some(Answer::Pick | Answer::Dots { .. } | Answer::Ranking { .. }))
    }

    /// What a sentence becomes that is kept word by word: something people say, or what a change is for.
    pub fn quotes(&self) -> Option<Kind> {
        let template = self.template.as_deref()?;
        match template.split_whitespace().next()? {
            "say" => Some(Kind::Voice),
            word if word.starts_with('&') => Some(Kind::Voice),
            word if word.starts_with('*') => Some(Kind::Purpose),
            _ => None,
        }
    }

    /// The next of what the step walks over that is still open, or the one before.
    pub fn next(&self, down: bool) -> Option<&Subject> {
        let open = |subject: &&Subject| !subject.done;
        let (before, rest) = self.subjects.split_at_checked(self.at)?;
        if down { rest.iter().skip(1).find(open) } else { before.iter().rev().find(open) }
    }

    /// Whether everything that was left open is settled, so that nothing is left to be asked about.
    pub fn is_settled(&self) -> bool {
        let settles = self.answer == Some(Answer::Settle);
        settles && !self.subjects.is_empty() && self.subjects.iter().all(|subject| subject.done)
    }

    /// The options that numbers stand for, in their order; empty when the step asks for none.
    pub fn options(&self) -> Vec<String> {
        match &self.answer {
            Some(Answer::Vote { options }) if !options.is_empty() => options.clone(),
            Some(Answer::Vote { .. } | Answer::Dots { .. } | Answer::Ranking { .. } | Answer::Pick) => {
                self.subjects.iter().map(|subject| subject.says.clone()).collect()
            }
            Some(Answer::Decision) => {
                Verdict::ALL.iter().take(HANDS_FOR).map(|verdict| verdict.name().to_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The long form of a line that has the shape of an answer: numbers to a vote, "right" to an arrow.
    pub fn answered(&self, said: &str) -> Option<String> {
        if let Some(settled) = self.settled(said) {
            return Some(settled);
        }
        match self.answer.as_ref()? {
            Answer::Pick => {
                let number: usize = said.trim().parse().ok()?;
                let picked = self.subjects.get(number.checked_sub(1)?)?;
                Some(format!("!{}", one_name(picked.label.as_ref()?)))
            }
            Answer::Vote { .. } => self.voted(said),
            Answer::Dots { each } => self.dotted(said, *each),
            Answer::Rating { scales } => self.rated(said, scales),
            Answer::Ranking { places } => self.ranked(said, places),
            Answer::Stance => self.stance(said),
            Answer::Decision => self.voted(said).or_else(|| self.decided(said)),
            _ => None,
        }
    }

    /// The long form of free text.
    pub fn completed(&self, said: &str) -> Option<String> {
        if SAYS_NOTHING.contains(&said.trim().trim_end_matches('.').to_lowercase().as_str()) {
            // "None" is an answer, and no name of a thing.
            return None;
        }
        let template = match (&self.template, self.answer.as_ref()) {
            (Some(template), _) => template.clone(),
            (None, Some(Answer::Number)) => "saw {}".to_owned(),
            (None, Some(Answer::Watch)) => "watch {}".to_owned(),
            (None, Some(Answer::Commitment)) => "do {}".to_owned(),
            (None, Some(Answer::Slot(slot))) => format!("rule {} {}: {{}}", self.focus.as_ref()?, slot.name()),
            _ => return None,
        };
        Some(template.replacen("{}", said, 1))
    }

    /// Why numbers do not answer what is asked, in a sentence; none when they do, and for lines without numbers.
    pub fn objection(&self, said: &str) -> Option<String> {
        let given = numbers(said).filter(|_| self.answered(said).is_none())?;
        let options = self.options();
        match self.answer.as_ref()? {
            Answer::Dots { each } if given.len() == options.len() => {
                let (set, most) = (given.iter().sum::<u16>(), usize::from(*each) * self.people);
                Some(format!("that is {set} dots; {} people have {each} each, {most} together", self.people))
            }
            Answer::Rating { .. } => Some("a rating is one number from 1 to 5 for each scale".to_owned()),
            Answer::Ranking { .. } => Some("give each place one number from the list, none twice".to_owned()),
            Answer::Pick => Some("that number is not on the list; type its name".to_owned()),
            Answer::Vote { .. } | Answer::Dots { .. } | Answer::Decision => {
                Some(format!("{} numbers for {} choices: give one for each, 0 for none", given.len(), options.len()))
            }
            _ => None,
        }
    }

    /// What the ballot is called in the record: what is talked about, else the step.
    pub fn ballot(&self) -> String {
        let subject = self.subject().filter(|_| self.votes_on_subject()).map(|subject| subject.says.clone());
        subject.unwrap_or_else(|| self.title.clone())
    }

    /// Whether the options stand for answers about one subject, rather than for the subjects themselves.
    fn votes_on_subject(&self) -> bool {
        matches!(&self.answer, Some(Answer::Vote { options }) if !options.is_empty())
    }

    fn voted(&self, said: &str) -> Option<String> {
        let (hands, options) = (numbers(said)?, self.options());
        (hands.len() == options.len()).then(|| self.counted(&options, &hands))
    }

    fn dotted(&self, said: &str, each: u16) -> Option<String> {
        let set: usize = numbers(said)?.iter().copied().map(usize::from).sum();
        let within = self.people == 0 || set <= usize::from(each) * self.people;
        within.then(|| self.voted(said)).flatten()
    }

    fn counted(&self, options: &[String], hands: &[u16]) -> String {
        let counted = options.iter().zip(hands).map(|(option, count)| format!("{} {count}", one_name(option)));
        format!("vote {}: {}", one_name(&self.ballot()), counted.collect::<Vec<_>>().join(", "))
    }

    /// One number a scale; for a single scale also five numbers: how many gave one, two, three, four and five.
    fn rated(&self, said: &str, scales: &[String]) -> Option<String> {
        let values = numbers(said)?;
        if scales.len() == 1 && values.len() == FINGERS.len() {
            let hands: Vec<String> = FINGERS.iter().map(|finger| (*finger).to_owned()).collect();
            return Some(self.counted(&hands, &values));
        }
        let lawful = values.len() == scales.len() && values.iter().all(|value| (1..=5).contains(value));
        let item = self.subject().map_or(&self.title, |subject| &subject.says);
        let rated = scales.iter().zip(&values).map(|(scale, value)| format!("{scale} {value}").trim().to_owned());
        lawful.then(|| format!("rate {}: {}", one_name(item), rated.collect::<Vec<_>>().join(", ")))
    }

    fn ranked(&self, said: &str, places: &[String]) -> Option<String> {
        let chosen = numbers(said)?;
        let wanted = if places.is_empty() { self.subjects.len() } else { places.len() };
        let distinct = chosen.iter().collect::<std::collections::BTreeSet<_>>().len() == chosen.len();
        if chosen.len() != wanted || !distinct {
            return None;
        }
        let named = chosen.iter().map(|number| {
            let subject = self.subjects.get(usize::from(*number).checked_sub(1)?)?;
            Some(one_name(&subject.says))
        });
        let named = named.collect::<Option<Vec<_>>>()?;
        let ballot = if places.is_empty() { self.title.clone() } else { places.join(", ") };
        Some(format!("rank {}: {}", one_name(&ballot), named.join(", ")))
    }

    /// Right, nearly or no; what stands behind a comma are their words.
    fn stance(&self, said: &str) -> Option<String> {
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
        let words = rest.trim().replace('"', "'");
        let words = if words.is_empty() { String::new() } else { format!(" \"{words}\"") };
        match self.subject().and_then(|subject| subject.arrow.as_ref()) {
            Some((from, to)) => Some(format!("{position} {} -> {}{words}", one_name(from), one_name(to))),
            // Without a list it is about what was said last.
            None => Some(format!("{position} .{words}")),
        }
    }

    fn decided(&self, said: &str) -> Option<String> {
        let lower = said.to_lowercase();
        let verdict = Verdict::ALL.into_iter().find(|verdict| {
            let behind = lower.strip_prefix(verdict.name());
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with([' ', ',', ':', '.', ';']))
        })?;
        let walked = self.subject().and_then(|subject| subject.label.as_deref().or(subject.a.as_deref()));
        let about = walked.map(one_name).or_else(|| self.focus.clone())?;
        let rest = said.get(verdict.name().len()..)?.trim_start_matches([' ', ',', ':', '.']);
        let comma = if rest.is_empty() || rest.starts_with(';') { "" } else { ", " };
        Some(format!("decide {about}: {}{comma}{rest}", verdict.name()))
    }

    /// Done, dropped, answered or moved, for what was left open.
    fn settled(&self, said: &str) -> Option<String> {
        let subject = self.subject()?;
        let seq = subject.seq?;
        let (word, rest) = said.split_once([',', ':', ' ']).unwrap_or((said, ""));
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == word.to_lowercase())?;
        let session = subject.session.as_deref().unwrap_or_default();
        Some(format!("settle {session}#{seq} {} {}", outcome.name(), rest.trim()).trim_end().to_owned())
    }
}

/// What people say when there is nothing to say.
const SAYS_NOTHING: [&str; 6] = ["none", "nothing", "no", "-", "n/a", "nobody"];

/// Hands are counted for the first four verdicts; nobody is asked to vote for "will not".
const HANDS_FOR: usize = 4;

/// What five fingers stand for.
const FINGERS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// A line of nothing but numbers.
fn numbers(said: &str) -> Option<Vec<u16>> {
    let parts = said.split([' ', ',', ';']).filter(|part| !part.is_empty());
    let numbers = parts.map(|part| part.parse().ok()).collect::<Option<Vec<u16>>>()?;
    (!numbers.is_empty()).then_some(numbers)
}
