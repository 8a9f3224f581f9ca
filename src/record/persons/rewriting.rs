//! Rewrites every text in a fact.

use crate::record::{Claim, Fact, Gathering, Hands, Person, Poll, RoomView, ShownFinding, Stance};

/// Rewrites the texts in facts, each by the role that the text has.
pub trait Rewriting {
    /// Rewrites a label, or words that a person typed.
    fn text(&self, text: String) -> String;

    /// Rewrites a text that is shown for a thing or composed from typed words; it must still match the thing
    /// afterwards.
    fn shown(&self, text: String) -> String;

    /// Rewrites the owner of a matter: a tag, a unit or a name.
    fn who(&self, who: String) -> String;

    /// Rewrites a person on a seat.
    fn person(&self, person: Person) -> Person;

    /// Returns a fact with all of its texts rewritten.
    fn fact(&self, fact: Fact) -> Fact {
        match fact {
            Fact::Opened { mode, facilitator: _, agenda, people } => {
                let people = people.into_iter().map(|person| self.person(person)).collect();
                Fact::Opened { mode, facilitator: None, agenda, people }
            }
            Fact::Resumed { .. } => Fact::Resumed { who: None },
            Fact::Titled { title } => Fact::Titled { title: self.text(title) },
            Fact::Joined(person) => Fact::Joined(self.person(person)),
            Fact::Left { tag } => Fact::Left { tag: self.who(tag.to_string()).into() },
            Fact::Named { label, kind } => Fact::Named { label: self.text(label), kind },
            Fact::Set { label, attribute, words } => {
                Fact::Set { label: self.text(label), attribute, words: self.texts(words) }
            }
            Fact::Claimed(claim) => Fact::Claimed(self.claim(claim)),
            Fact::Stanced(stance) => Fact::Stanced(self.stance(stance)),
            Fact::Merged { keep, drop } => Fact::Merged { keep: self.text(keep), drop: self.text(drop) },
            Fact::Renamed { from, to } => Fact::Renamed { from: self.text(from), to: self.text(to) },
            Fact::Unmerged { keep, drop } => Fact::Unmerged { keep: self.text(keep), drop: self.text(drop) },
            Fact::ToldApart { keep, drop } => Fact::ToldApart { keep: self.text(keep), drop: self.text(drop) },
            Fact::Observed { label, direction, words } => {
                Fact::Observed { label: self.text(label), direction, words: self.texts(words) }
            }
            Fact::Measured { label, words } => Fact::Measured { label: self.text(label), words: self.text(words) },
            Fact::Ruled { label, slot, text } => Fact::Ruled { label: self.text(label), slot, text: self.text(text) },
            Fact::Answered { text } => Fact::Answered { text: self.text(text) },
            Fact::Parked { text } => Fact::Parked { text: self.text(text) },
            Fact::Asked { text } => Fact::Asked { text: self.text(text) },
            Fact::Committed { text, who, due, about, about_to } => Fact::Committed {
                text: self.text(text),
                who: who.map(|who| self.who(who)),
                due,
                about: self.texts(about),
                about_to: self.texts(about_to),
            },
            Fact::Decided { about, before, verdict, after, who } => Fact::Decided {
                about: self.text(about),
                before: self.texts(before),
                verdict,
                after: self.texts(after),
                who: who.map(|who| self.who(who)),
            },
            Fact::Watched { label, level, first, acts } => Fact::Watched {
                label: self.text(label),
                level: self.texts(level),
                first: first.map(|who| self.who(who)),
                acts: acts.map(|who| self.who(who)),
            },
            Fact::Scrapped { reason } => Fact::Scrapped { reason: self.text(reason) },
            fact => self.other(fact),
        }
    }

    /// Rewrites facts that settle, judge, count or show.
    fn other(&self, fact: Fact) -> Fact {
        match fact {
            Fact::Settled { session, seq, outcome, due, words } => {
                Fact::Settled { session, seq, outcome, due, words: self.texts(words) }
            }
            Fact::Judged { lens, pattern, about, judgement, reason } => {
                Fact::Judged { lens, pattern, about: self.all_shown(about), judgement, reason: self.texts(reason) }
            }
            Fact::Offered { question, about, ask } => {
                Fact::Offered { question, about: self.all_shown(about), ask: self.shown(ask) }
            }
            Fact::Declined { question, about } => Fact::Declined { question, about: self.all_shown(about) },
            Fact::Voted { ballot, hands } => {
                let one = |Hands { option, count }: Hands| Hands { option: self.shown(option), count };
                Fact::Voted { ballot: self.shown(ballot), hands: hands.into_iter().map(one).collect() }
            }
            Fact::Polled(Poll { question, by, options }) => {
                Fact::Polled(Poll { question: self.shown(question), by, options: self.all_shown(options) })
            }
            Fact::Ranked { ballot, order } => Fact::Ranked { ballot: self.shown(ballot), order: self.all_shown(order) },
            Fact::Rated { item, scale, value } => Fact::Rated { item: self.shown(item), scale, value },
            Fact::Revealed { texts } => {
                Fact::Revealed { texts: texts.into_iter().map(|text| self.text(text)).collect() }
            }
            Fact::Gathered(place) => Fact::Gathered(Gathering { title: self.text(place.title), ..place }),
            Fact::Transcribed { source, digest } => Fact::Transcribed { source: self.text(source), digest },
            Fact::Turned { to } => Fact::Turned { to: self.shown(to) },
            Fact::Shown { view } => Fact::Shown { view: self.view(view) },
            fact => fact,
        }
    }

    /// Rewrites the texts of a claim.
    fn claim(&self, claim: Claim) -> Claim {
        let (words, note) = (self.texts(claim.words), self.texts(claim.note));
        Claim { from: self.text(claim.from), to: self.text(claim.to), words, note, ..claim }
    }

    /// Rewrites the texts of a stance.
    fn stance(&self, stance: Stance) -> Stance {
        let words = self.texts(stance.words);
        Stance { from: self.text(stance.from), to: self.text(stance.to), words, ..stance }
    }

    /// Rewrites the labels of the things that the room looks at.
    fn view(&self, view: RoomView) -> RoomView {
        match view {
            RoomView::Around(label) => RoomView::Around(self.shown(label)),
            RoomView::Drawn { around, steps } => RoomView::Drawn { around: self.all_shown(around), steps },
            RoomView::Ripple { of, less, waves } => RoomView::Ripple { of: self.shown(of), less, waves },
            RoomView::Finding(finding) => {
                RoomView::Finding(ShownFinding { about: self.all_shown(finding.about), ..finding })
            }
            RoomView::Talk
            | RoomView::Parked
            | RoomView::Questions
            | RoomView::Promises
            | RoomView::Agenda
            | RoomView::Curtain
            | RoomView::WholeMap
            | RoomView::MapPart(_)
            | RoomView::Line(_)
            | RoomView::Said
            | RoomView::Decisions
            | RoomView::Progress
            | RoomView::Tables
            | RoomView::Phones => view,
        }
    }

    /// Rewrites a text, if there is one.
    fn texts(&self, text: Option<String>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    /// Rewrites several texts that are shown.
    fn all_shown(&self, texts: Vec<String>) -> Vec<String> {
        texts.into_iter().map(|text| self.shown(text)).collect()
    }
}
