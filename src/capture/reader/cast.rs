use crate::capture::grammar::Scrap;
use crate::capture::{Context, Lexicon, MentionedThing};
use crate::graph::Key;
use crate::record::{Fact, Kind};

use super::kind::{EndRole, of_head};

/// One name of a line, and what is known about it.
#[derive(Clone, Debug)]
pub(crate) struct NamedPart {
    /// The label as typed.
    pub(crate) label: String,
    /// The key of the typed label.
    pub(crate) own: Key,
    /// The key of the thing: that of the typed label, unless the label is another name of a known thing.
    pub(crate) key: Key,
    /// The label that the thing is shown with.
    pub(crate) shown: String,
    pub(crate) kind: Kind,
    pub(crate) guess: Guess,
    /// Whether nobody has mentioned the thing before.
    pub(crate) new: bool,
    /// Whether a naming is recorded: the line is the first of the session with this label, or it types a kind that was
    /// unknown.
    record: bool,
}

/// How certain the kind of a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guess {
    /// The kind is known or typed.
    Sure,
    /// The last word of the label says the kind.
    LastWord,
    /// The verb or the arrow suggests the kind, or nothing does.
    Place,
}

/// A typed kind that differs from the known kind of the thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clash {
    pub(crate) label: String,
    pub(crate) typed: Kind,
    pub(crate) known: Kind,
}

/// The names of a line, each once, in order of mention.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    parts: Vec<NamedPart>,
    pub(crate) clashes: Vec<Clash>,
}

impl Cast {
    /// Adds a mention and returns its index. The kind is the known one, else the typed one, else a guess.
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
            (None, None) => guess(&own, role, context.lexicon),
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

    /// Returns the namings that this line records.
    pub(crate) fn named(&self) -> impl Iterator<Item = Fact> {
        let recorded = self.parts.iter().filter(|part| part.record);
        recorded.map(|part| Fact::Named { label: part.label.clone(), kind: part.kind })
    }

    /// Records a naming for every thing, also where the session has one already.
    pub(crate) fn record_all(&mut self) {
        self.parts.iter_mut().for_each(|part| part.record = true);
    }

    /// Returns each thing once, as the screen shows it.
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

    /// Takes the typed kind if none is known; if it differs from a known kind, the known kind stays, and the clash is
    /// returned.
    fn hear_kind(&mut self, typed: Kind) -> Option<Clash> {
        if self.kind == Kind::Unknown {
            self.kind = typed;
            self.guess = Guess::Sure;
            self.record = true;
        }
        (self.kind != typed).then(|| Clash { label: self.shown.clone(), typed, known: self.kind })
    }
}

fn guess(key: &Key, role: EndRole, lexicon: &Lexicon) -> (Kind, Guess) {
    if let EndRole::Is(kind) = role {
        return (kind, Guess::Place);
    }
    match (of_head(key, lexicon), role) {
        (Some(kind), _) => (kind, Guess::LastWord),
        (None, EndRole::Moves) => (Kind::Factor, Guess::Place),
        (None, _) => (Kind::Unknown, Guess::Place),
    }
}
