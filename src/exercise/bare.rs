use std::fmt;

use serde::{Deserialize, Serialize};

use super::prompt::{Blanks, long_form};
use crate::record::lexicon::{ARROWS, Keyword, Verb};
use crate::record::long_form::{ArrowLink, in_tail, one_name};
use crate::record::{Kind, Status};

/// The bare form of a step: the line that a plain typed line becomes. An exercise file writes it with `{}` in place of
/// the typed line, `{focus}` and other blanks for known things, and `{whose}` for the unit of the speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum BareForm {
    /// `!{}`: names things of this kind.
    Named(Kind),
    /// `say {whose}: {}`: a sentence that people say.
    Said {
        /// The blank or label of the speaker.
        who: String,
    },
    /// `? {}: what is different`: a question.
    Asked {
        /// The text of the question after the name.
        behind: String,
    },
    /// `do ask {}`: a commitment.
    Promised {
        /// The words with which the commitment begins.
        lead: String,
    },
    /// `{subject} is {}`: the status of an initiative.
    Status {
        /// The blank or label of the initiative.
        of: String,
    },
    /// `{} is fading`: a choice from a list.
    Chosen {
        /// The text after the chosen labels.
        behind: String,
    },
    /// `{focus} -> less {}`: arrows to the named things.
    Arrows(BareArrows),
    /// Any other line. It takes whole sentences if it begins like a line that quotes them.
    Line {
        /// The text before the typed line.
        before: String,
        /// The text after the typed line; `None` when the line has no place for it.
        behind: Option<String>,
    },
}

/// Arrows from a known thing to the things that a line names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BareArrows {
    /// The name at which the arrows start.
    pub from: String,
    /// How the arrows are typed.
    pub link: ArrowLink,
    /// The text that the step puts before each name.
    pub names: NameShape,
    /// The tail after a colon, which applies to every arrow; empty when there is none.
    pub tail: String,
}

/// What a step adds to each name that a line gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameShape {
    /// The step adds nothing.
    Plain,
    /// The step adds "less" to each name.
    Less,
    /// The step adds the sigil of this kind to each name.
    Sorted(Kind),
    /// The step takes the whole line, commas included, as one name of this kind.
    Whole(Kind),
}

/// The sigil of a purpose, after which a whole sentence stands.
const PURPOSE: &str = "*";

impl From<&str> for BareForm {
    fn from(text: &str) -> Self {
        let Some((before, behind)) = text.split_once("{}") else {
            return Self::Line { before: text.to_owned(), behind: None };
        };
        let kind = || Kind::from_sigil(before.chars().next().filter(|sigil| sigil.len_utf8() == before.len())?);
        let ends = behind.is_empty();
        let lead = |word: Keyword| before.strip_prefix(word.as_ref())?.strip_prefix(' ');
        let owned = str::to_owned;
        if let Some(of) = before.strip_suffix(" is ").filter(|_| ends) {
            return Self::Status { of: of.to_owned() };
        }
        if let Some(who) = lead(Keyword::Say) {
            return match who.strip_suffix(": ").filter(|who| ends && !who.contains(':')) {
                Some(who) => Self::Said { who: owned(who) },
                None => Self::Line { before: owned(before), behind: Some(owned(behind)) },
            };
        }
        match (before, kind(), lead(Keyword::Do)) {
            ("? ", ..) => Self::Asked { behind: owned(behind) },
            ("", ..) => Self::Chosen { behind: owned(behind) },
            (_, Some(kind), _) if ends => Self::Named(kind),
            (_, None, Some(lead)) if ends => Self::Promised { lead: owned(lead) },
            _ => BareArrows::read(before, behind)
                .map_or_else(|| Self::Line { before: owned(before), behind: Some(owned(behind)) }, Self::Arrows),
        }
    }
}

impl From<String> for BareForm {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<BareForm> for String {
    fn from(form: BareForm) -> Self {
        form.to_string()
    }
}

impl fmt::Display for BareForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BareForm::Line { before, behind: None } => f.write_str(before),
            _ => f.write_str(&self.around("{}")),
        }
    }
}

impl BareForm {
    /// Returns the form with `text` in place of the typed line, unchanged.
    pub(super) fn around(&self, text: &str) -> String {
        match self {
            BareForm::Named(kind) => NameShape::Sorted(*kind).around(text),
            BareForm::Said { who } => format!("{} {who}: {text}", Keyword::Say.as_ref()),
            BareForm::Asked { behind } => format!("? {text}{behind}"),
            BareForm::Promised { lead } => format!("{} {lead}{text}", Keyword::Do.as_ref()),
            BareForm::Status { of } => format!("{of} is {text}"),
            BareForm::Chosen { behind } => format!("{text}{behind}"),
            BareForm::Arrows(arrows) => arrows.around(text),
            BareForm::Line { before, behind } => match behind {
                Some(behind) => format!("{before}{text}{behind}"),
                None => before.clone(),
            },
        }
    }

    /// Fills the blanks other than `{}` and `{whose}`; `None` while a blank has no value yet.
    pub fn filled(&self, blanks: &Blanks) -> Option<Self> {
        self.with(&|text| long_form(text, blanks))
    }

    /// Returns the form with another thing in place of the one that it is about; `None` for a form that is about none.
    pub(super) fn about(&self, label: &str) -> Option<Self> {
        match self {
            BareForm::Arrows(arrows) => Some(Self::Arrows(BareArrows { from: one_name(label), ..arrows.clone() })),
            BareForm::Status { .. } => Some(Self::Status { of: one_name(label) }),
            _ => None,
        }
    }

    /// Returns the form with `whose` in place of `{whose}`.
    pub(super) fn of(&self, whose: &str) -> Self {
        self.with(&|text| Some(text.replacen(WHOSE, whose, 1))).unwrap_or_else(|| self.clone())
    }

    fn with(&self, change: &dyn Fn(&str) -> Option<String>) -> Option<Self> {
        Some(match self {
            BareForm::Named(_) => self.clone(),
            BareForm::Said { who } => Self::Said { who: change(who)? },
            BareForm::Asked { behind } => Self::Asked { behind: change(behind)? },
            BareForm::Promised { lead } => Self::Promised { lead: change(lead)? },
            BareForm::Status { of } => Self::Status { of: change(of)? },
            BareForm::Chosen { behind } => Self::Chosen { behind: change(behind)? },
            BareForm::Arrows(arrows) => Self::Arrows(BareArrows { from: change(&arrows.from)?, ..arrows.clone() }),
            BareForm::Line { before, behind } => Self::Line {
                before: change(before)?,
                behind: behind.as_deref().map(|behind| change(behind).ok_or(())).transpose().ok()?,
            },
        })
    }

    /// Returns the form of a sentence that people say, with `{whose}` for the speaker.
    pub fn said_by_anybody() -> Self {
        Self::Said { who: WHOSE.to_owned() }
    }

    /// Whether a line in this form is a sentence that people say.
    pub fn says(&self) -> bool {
        match self {
            BareForm::Said { .. } => true,
            BareForm::Line { before, .. } => first_word(before) == Some(Keyword::Say.as_ref()),
            _ => false,
        }
    }

    /// Whether the form contains `{whose}`.
    pub(super) fn needs_whose(&self) -> bool {
        self.to_string().contains(WHOSE)
    }

    /// Returns the kind of a sentence that is saved word for word: a voice or a purpose; `None` for other forms.
    pub(super) fn quotes(&self) -> Option<Kind> {
        if self.says() {
            return Some(Kind::Voice);
        }
        let text = self.to_string();
        Kind::from_sigil(text.chars().next()?).filter(|kind| matches!(kind, Kind::Voice | Kind::Purpose))
    }

    /// Whether the form takes a whole sentence (a voice, a purpose or a question), in which verbs are not read as
    /// grammar.
    pub(super) fn takes_sentences(&self) -> bool {
        match self {
            BareForm::Said { .. } | BareForm::Asked { .. } | BareForm::Named(Kind::Purpose) => true,
            BareForm::Line { before, .. } => self.says() || before == PURPOSE || before.starts_with("? "),
            _ => false,
        }
    }
}

/// The blank for the unit to which a line belongs.
const WHOSE: &str = "{whose}";

/// Returns the first of several words.
pub(super) fn first_word(text: &str) -> Option<&str> {
    text.split_once(' ').map(|(first, _)| first)
}

impl BareArrows {
    /// Reads the text before and after the names; `None` unless it is an arrow that starts at one name.
    fn read(before: &str, behind: &str) -> Option<Self> {
        let (closing, tail) = behind.split_once(" : ").unwrap_or((behind, ""));
        let (lead, names) = NameShape::read(before, closing)?;
        let (from, link) = [("->", ArrowLink::Right), ("<-", ArrowLink::Left)]
            .into_iter()
            .find_map(|(arrow, link)| Some((lead.trim_end().strip_suffix(arrow)?.trim_end(), link)))
            .or_else(|| Verb::ending(lead).map(|(from, verb)| (from, ArrowLink::Verb(verb))))?;
        let first = first_word(from).unwrap_or(from);
        let is_name =
            !from.is_empty() && Keyword::of(first).is_none() && !ARROWS.iter().any(|arrow| from.contains(arrow));
        let arrows = Self { from: from.to_owned(), link, names, tail: tail.to_owned() };
        (is_name && arrows.around("{}") == format!("{before}{{}}{behind}")).then_some(arrows)
    }

    fn around(&self, text: &str) -> String {
        format!("{} {} {}{}", self.from, self.link, self.names.around(text), in_tail(&self.tail))
    }
}

impl NameShape {
    /// Splits the shape off the text before the names, and returns the rest of that text with the shape.
    fn read<'a>(before: &'a str, closing: &str) -> Option<(&'a str, Self)> {
        let sorted = |text: &'a str| {
            let sigil = text.chars().next_back()?;
            Some((text.strip_suffix(sigil)?, Kind::from_sigil(sigil)?))
        };
        if let Some(before) = before.strip_suffix('[') {
            return sorted(before).filter(|_| closing == "]").map(|(lead, kind)| (lead, NameShape::Whole(kind)));
        }
        if !closing.is_empty() {
            return None;
        }
        if let Some(lead) = before.strip_suffix("less ") {
            return lead.ends_with("-> ").then_some((lead, NameShape::Less));
        }
        Some(sorted(before).map_or((before, NameShape::Plain), |(lead, kind)| (lead, NameShape::Sorted(kind))))
    }

    /// Returns a name or a list of names with the shape's addition before each.
    pub(super) fn around(self, text: &str) -> String {
        let sigil = |kind: Kind| kind.sigil().map(String::from).unwrap_or_default();
        match self {
            NameShape::Plain => text.to_owned(),
            NameShape::Less => format!("less {text}"),
            NameShape::Sorted(kind) => format!("{}{text}", sigil(kind)),
            NameShape::Whole(kind) => format!("{}[{text}]", sigil(kind)),
        }
    }
}

/// Returns the status that a text states after ` is `; `None` unless the text states only a status.
pub(super) fn status_behind(text: &str) -> Option<Status> {
    let word = text.strip_prefix(" is ")?;
    Status::ALL.into_iter().find(|status| status.name() == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Catalogue;
    use crate::record::Mode;

    #[test]
    fn every_form_is_written_as_it_was_read() {
        let written = [
            "!{}",
            "say {whose}: {}",
            "say @{neighbour}: {}",
            "say {}",
            "? {}: what is different",
            "do tell {subject}: {}",
            "{subject} is {}",
            "{} is fading",
            "{focus} -> less {}",
            "{focus} -> {} : later",
            "{a} -> {b} -> {}",
            "{a}-> {}",
            "{thing} <- {}",
            "{subject} builds on {}",
            "{subject} aims *[{}] : +",
            "{subject} aims *[{} : +",
            "{whose} owns ~{}",
            "want {thing} {}",
            "saw {}",
            "x",
            "",
        ];
        for text in written {
            assert_eq!(BareForm::from(text).to_string(), text);
        }
    }

    #[test]
    fn only_other_lines_of_the_grammar_are_no_form_of_their_own() {
        let catalogue = Catalogue::embedded();
        let steps = catalogue
            .exercises()
            .iter()
            .flat_map(|exercise| exercise.steps(Mode::Live).iter().chain(exercise.steps(Mode::Solo)));
        let forms = steps.filter_map(|step| step.bare.as_ref());
        let lines: Vec<String> =
            forms.filter(|form| matches!(form, BareForm::Line { .. })).map(ToString::to_string).collect();
        assert!(lines.iter().all(|line| line.starts_with("want ")), "{lines:?}");
    }
}
