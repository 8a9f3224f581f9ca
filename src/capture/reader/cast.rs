use crate::capture::grammar::Scrap;
use crate::capture::{Context, MentionedThing};
use crate::graph::Key;
use crate::record::{Fact, Kind};

use super::kind::{EndRole, of_last_word};

/// One name on the line and what is known about it.
#[derive(Clone, Debug)]
pub(crate) struct NamedPart {
    /// The label as typed.
    pub(crate) label: String,
    /// The identity of the label itself.
    pub(crate) own: Key,
    /// The identity of the thing, when the label is another name of it.
    pub(crate) key: Key,
    /// The label the thing is shown with.
    pub(crate) shown: String,
    pub(crate) kind: Kind,
    pub(crate) guess: Guess,
    /// Nobody has mentioned it before.
    pub(crate) new: bool,
    /// This line is the session's first mention of it, or types the kind that was lacking.
    record: bool,
}

/// How sure the kind of a new name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guess {
    /// Known or typed.
    Sure,
    /// Its own last word says so.
    LastWord,
    /// The verb or the arrow suggests it, or nothing does.
    Place,
}

/// A typed kind that is not the one a thing is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clash {
    pub(crate) label: String,
    pub(crate) typed: Kind,
    pub(crate) known: Kind,
}

/// Everything a line names, each name once, in the order of mention.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    parts: Vec<NamedPart>,
    pub(crate) clashes: Vec<Clash>,
}

impl Cast {
    /// Adds a mention and returns its place; what is known first, then what was typed, then what can be guessed.
    pub(crate) fn add(
        &mut self,
        label: &str,
        sigil: Option<Kind>,
        role: EndRole,
        context: &Context<'_>,
    ) -> Result<usize, Scrap> {
        let own = Key::of(label).ok_or(Scrap::NoLetter)?;
        let met = self.parts.iter().position(|part| part.own == own);
        let place = met.unwrap_or(self.parts.len());
        if met.is_none() {
            let part = self.meet(label, own, sigil, role, context);
            self.parts.push(part);
        }
        if let (Some(part), Some(typed)) = (self.parts.get_mut(place), sigil) {
            self.clashes.extend(part.hear_kind(typed));
        }
        Ok(place)
    }

    fn meet(&self, label: &str, own: Key, sigil: Option<Kind>, role: EndRole, context: &Context<'_>) -> NamedPart {
        let known = context.ledger.thing(label);
        let key = context.ledger.key_of(label).cloned().unwrap_or_else(|| own.clone());
        let twin = self.parts.iter().find(|part| part.key == key).map(|part| part.kind);
        let (kind, guess) = match (twin.or(known.map(|known| known.kind)), sigil) {
            (Some(Kind::Unknown), _) => (Kind::Unknown, Guess::Place),
            (Some(kind), _) | (None, Some(kind)) => (kind, Guess::Sure),
            (None, None) => guess(&own, role),
        };
        let heard = context.heard.holds(&own, context.session);
        let shown = known.map_or(label, |known| known.label).to_owned();
        let record = !heard || known.is_none();
        NamedPart { label: label.to_owned(), own, key, shown, kind, guess, new: known.is_none(), record }
    }

    pub(crate) fn part(&self, place: usize) -> Option<&NamedPart> {
        self.parts.get(place)
    }

    pub(crate) fn parts(&self) -> &[NamedPart] {
        &self.parts
    }

    /// The namings this line records.
    pub(crate) fn named(&self) -> impl Iterator<Item = Fact> {
        let recorded = self.parts.iter().filter(|part| part.record);
        recorded.map(|part| Fact::Named { label: part.label.clone(), kind: part.kind })
    }

    /// Records every naming, first or not.
    pub(crate) fn record_all(&mut self) {
        self.parts.iter_mut().for_each(|part| part.record = true);
    }

    /// Each thing once, as the screen shows it.
    pub(crate) fn mentions(&self) -> Vec<MentionedThing> {
        let mut mentions: Vec<(&Key, MentionedThing)> = Vec::new();
        for part in &self.parts {
            match mentions.iter_mut().find(|(key, _)| **key == part.key) {
                Some((_, mention)) => mention.typed.push(part.label.clone()),
                None => mentions.push((&part.key, part.mention())),
            }
        }
        mentions.into_iter().map(|(_, mention)| mention).collect()
    }
}

impl NamedPart {
    fn mention(&self) -> MentionedThing {
        MentionedThing {
            label: self.shown.clone(),
            typed: vec![self.label.clone()],
            kind: self.kind,
            guessed: self.guess != Guess::Sure,
            new: self.new,
        }
    }

    /// A typed kind takes the place of none; another one stays and is a clash.
    fn hear_kind(&mut self, typed: Kind) -> Option<Clash> {
        if self.kind == Kind::Unknown {
            self.kind = typed;
            self.guess = Guess::Sure;
            self.record = true;
        }
        (self.kind != typed).then(|| Clash { label: self.shown.clone(), typed, known: self.kind })
    }
}

fn guess(key: &Key, role: EndRole) -> (Kind, Guess) {
    if let EndRole::Is(kind) = role {
        return (kind, Guess::Place);
    }
    match (of_last_word(key), role) {
        (Some(kind), _) => (kind, Guess::LastWord),
        (None, EndRole::Moves) => (Kind::Factor, Guess::Place),
        (None, _) => (Kind::Unknown, Guess::Place),
    }
}
