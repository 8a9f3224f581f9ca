//! Keys, pastes, saves that are slow or fail, ends and kills in any order: every typed line is always in exactly one
//! place, and what was acknowledged is on disk once, as it was typed.

use std::collections::BTreeMap;

use adjacent::app::{Code, KeyPress, OpenSession, Screen};
use adjacent::record::{Fact, Session};
use proptest::prelude::*;

use crate::slow::{Slow, header};
use crate::typing::Typing;

/// What somebody does, or what happens to them.
#[derive(Clone, Copy, Debug)]
enum Deed {
    /// A line of their own, and Enter.
    Says,
    /// A line of their own, without Enter.
    Types,
    /// Several lines at once, and Enter.
    Pastes(u8),
    /// A key that types nothing.
    Presses(u8),
    /// The disk does so many chores.
    Writes(u8),
    /// From now on the disk fails, or works again.
    Breaks(bool),
    /// The program is killed and the session opened again.
    Killed,
    /// Ctrl-Q and Enter, or the session's end.
    Goes(bool),
    /// F6 and Enter: a round of unnamed answers begins, or its answers are shown.
    Round,
}

const KEYS: [KeyPress; 14] = [
    KeyPress::plain(Code::Enter),
    KeyPress::plain(Code::Esc),
    KeyPress::plain(Code::PageDown),
    KeyPress::plain(Code::PageUp),
    KeyPress::plain(Code::F(8)),
    KeyPress::plain(Code::F(3)),
    KeyPress::plain(Code::F(2)),
    KeyPress::ctrl('t'),
    KeyPress::ctrl('z'),
    KeyPress::ctrl('y'),
    KeyPress::plain(Code::F(12)),
    KeyPress::plain(Code::Tab),
    KeyPress::ctrl('c'),
    KeyPress::plain(Code::End),
];

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        6 => Just(Deed::Says),
        2 => Just(Deed::Types),
        2 => (2..6_u8).prop_map(Deed::Pastes),
        4 => (0..KEYS.len() as u8).prop_map(Deed::Presses),
        6 => (1..5_u8).prop_map(Deed::Writes),
        2 => any::<bool>().prop_map(Deed::Breaks),
        1 => Just(Deed::Killed),
        1 => any::<bool>().prop_map(Deed::Goes),
        2 => Just(Deed::Round),
    ];
    prop::collection::vec(deed, 1..60)
}

/// Somebody at the console, and every line they typed so far with what may become of it.
struct Typist {
    slow: Slow,
    typed: Vec<String>,
    /// Lines that were not acknowledged when the program was killed, and those dropped on purpose: they may be gone.
    may_be_gone: Vec<String>,
    acknowledged: Vec<String>,
    next: usize,
}

impl Typist {
    fn line(&mut self) -> String {
        self.next += 1;
        let line = format!("word{}x", self.next);
        self.typed.push(line.clone());
        line
    }

    fn does(&mut self, deed: Deed) {
        match deed {
            Deed::Says if self.takes_text() => {
                let line = self.line();
                self.slow.types(&format!(" {line}")).enter();
            }
            Deed::Types if self.takes_text() => {
                let line = self.line();
                self.slow.types(&format!(" {line}"));
            }
            Deed::Pastes(lines) if self.takes_text() && self.slow.model.screen == Screen::Run => {
                let lines: Vec<String> = (0..lines).map(|_| self.line()).collect();
                self.slow.paste(&lines.join("\n")).enter();
            }
            Deed::Presses(key) => self.presses(KEYS[usize::from(key) % KEYS.len()]),
            Deed::Writes(chores) => {
                for _ in 0..chores {
                    self.slow.disk();
                }
            }
            Deed::Breaks(broken) => self.slow.fails = broken.then_some("no space left"),
            Deed::Killed => self.killed(),
            Deed::Round if self.takes_text() && self.slow.model.screen == Screen::Run => {
                self.slow.code(Code::F(6)).enter();
            }
            Deed::Goes(leaves) => self.goes(leaves),
            Deed::Says | Deed::Types | Deed::Pastes(_) | Deed::Round => {}
        }
        self.slow.happens(adjacent::app::Msg::Idle);
        self.acknowledged = self.on_disk().into_keys().collect();
    }

    /// Whether letters are text here: no box is open, and the session is on the screen.
    fn takes_text(&self) -> bool {
        self.slow.model.popup.is_none() && self.slow.model.run.is_some()
    }

    fn presses(&mut self, key: KeyPress) {
        // Esc over pasted lines drops them, and is pressed on purpose.
        if let (Some(popup), Code::Esc) = (&self.slow.model.popup, key.code) {
            let lines = popup.unread();
            self.may_be_gone.extend(lines.iter().flat_map(|line| words(&line.text)));
        }
        self.slow.press(key);
    }

    fn goes(&mut self, leaves: bool) {
        if self.slow.model.popup.is_some() || self.slow.model.screen != Screen::Run {
            return;
        }
        if leaves {
            self.slow.press(KeyPress::ctrl('q'));
            let told = self.slow.reads();
            if told.contains("Enter leaves without it") {
                self.slow.code(Code::Esc);
            } else {
                self.slow.enter();
            }
        } else {
            self.slow.press(KeyPress::ctrl('p')).types("end this").enter().enter();
        }
        if self.slow.left || self.slow.model.screen == Screen::Home {
            assert!(self.slow.model.run.is_none() || self.waiting().is_empty());
        }
    }

    fn killed(&mut self) {
        self.may_be_gone.extend(self.waiting().into_keys());
        let session = Session::fold(header(), self.slow.file.clone());
        let mut slow = Slow::with(&session, self.slow.now);
        // What is left of a round that is over is removed by whoever opens the session.
        slow.private = self.slow.private.take().filter(|hidden| !hidden.is_over(&session));
        let (hidden, stray) =
            if session.collecting().is_some() { (slow.private.clone(), None) } else { (None, slow.private.clone()) };
        assert!(stray.is_none_or(|stray| stray.entries.is_empty()), "answers without a round");
        slow.opens(OpenSession { hidden, writable: true, ..OpenSession::alone(session) });
        self.slow = slow;
    }

    fn on_disk(&self) -> BTreeMap<String, usize> {
        let said = self.slow.file.iter().filter_map(|event| event.said.as_deref());
        let shown = self.slow.file.iter().flat_map(|event| &event.facts).filter_map(|fact| match fact {
            Fact::Revealed { texts } => Some(texts),
            _ => None,
        });
        let over = self
            .slow
            .private
            .as_ref()
            .is_some_and(|hidden| hidden.is_over(&Session::fold(header(), self.slow.file.clone())));
        let hidden = self.slow.private.iter().filter(|_| !over).flat_map(|hidden| &hidden.entries);
        let unnamed = shown.flatten().chain(hidden);
        counted(said.flat_map(words).chain(unnamed.flat_map(|text| words(text))))
    }

    /// Every word that is in the entry line, on its way, waiting or in a box.
    fn waiting(&self) -> BTreeMap<String, usize> {
        let model = &self.slow.model;
        let mut found: Vec<String> = words(model.entry.text());
        if let Some(popup) = &model.popup {
            found.extend(popup.unread().iter().flat_map(|line| words(&line.text)));
        }
        if let Some(run) = &model.run {
            let on_its_way = run.saving.pending.iter().map(|(todo, _)| todo).chain(&run.saving.todo);
            let unsaved = run.saving.unsaved.iter().flat_map(|unsaved| &unsaved.todo);
            found.extend(run.answers.slips.iter().flat_map(|slip| words(slip)));
            found.extend(on_its_way.chain(unsaved).filter_map(|todo| todo.line()).flat_map(words));
        }
        counted(found)
    }

    fn check(&self) {
        let (disk, waiting) = (self.on_disk(), self.waiting());
        for word in &self.typed {
            let places = disk.get(word).copied().unwrap_or(0) + waiting.get(word).copied().unwrap_or(0);
            let gone = self.may_be_gone.contains(word);
            assert!(places == 1 || (gone && places <= 1), "{word} is in {places} places:\n{}", self.slow.screen());
        }
        for word in &self.acknowledged {
            assert_eq!(disk.get(word), Some(&1), "{word} was acknowledged");
        }
        let screen = self.slow.reads();
        let says_saved = screen.contains("saved, ") && !screen.contains("Not saved");
        assert!(
            !says_saved
                || waiting.keys().all(|word| self.slow.model.entry.text().contains(word.as_str())
                    || self.slow.model.popup.as_ref().is_some_and(|popup| !popup.unread().is_empty())),
            "it says saved:\n{}",
            self.slow.screen()
        );
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with("word") && word.ends_with('x'))
        .map(str::to_owned)
        .collect()
}

fn counted(words: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1304), ..ProptestConfig::default() })]

    #[test]
    fn every_typed_line_is_always_in_exactly_one_place(deeds in deeds()) {
        let mut typist =
            Typist { slow: Slow::workshop(), typed: Vec::new(), may_be_gone: Vec::new(), acknowledged: Vec::new(), next: 0 };
        for deed in deeds {
            typist.does(deed);
            typist.check();
            if typist.slow.left || typist.slow.model.run.is_none() {
                break;
            }
        }
    }
}
