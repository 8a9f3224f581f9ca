//! Nothing private is in any frame that the room ever saw, proven with words that stand nowhere else.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use adjacent::app::room::{Room, RoomWindow};
use adjacent::app::{OpenSession, QueueView, TimeView};
use adjacent::record::{Fact, Session, SessionTime};
use ratatui::buffer::Buffer;

use crate::drawn::{paint, text};
use crate::hour::cast::Cast;
use crate::hour::frames::{Window, room, squeezed, words};
use crate::hour::script::play;
use crate::hour::stage::{Stage, Watcher};

const SIZES: [(u16, u16); 2] = [(80, 24), (160, 50)];

/// So much of a text is enough to know it by.
const KNOWN_BY: usize = 8;

/// Whoever sits in the room and reads everything.
#[derive(Default)]
struct Guard {
    /// How much the room had been told when it was looked at last.
    looked: Option<(usize, SessionTime)>,
    frames: Rc<RefCell<usize>>,
    /// What was seen where it may be seen: on the screen of whoever holds the keyboard.
    seen_in_private: Rc<RefCell<BTreeSet<String>>>,
}

impl Watcher for Guard {
    fn sees(&mut self, stage: &Stage) {
        let told = Some((stage.saved.len(), stage.model.session_time()));
        if self.looked != told {
            self.looks(stage, Window::Room);
            self.looked = told;
        }
        if stage.model.is_shared() {
            self.looks(stage, Window::Console);
        }
    }

    fn keeps(&mut self, _name: &str, stage: &Stage) {
        let Some(window) = &stage.window else { return };
        let mut large = window.clone();
        large.large = true;
        for otherwise in [large, opened_late(stage, window)] {
            self.reads(stage, "room", |size| Some(room(&otherwise, size, paint())));
        }
        let drawn = Window::Console.drawn(stage, SIZES[0], paint()).unwrap();
        let shown = words(&drawn);
        let seen = stage.cast.never_shown.iter().filter(|word| shown.contains(&word.to_lowercase())).cloned();
        self.seen_in_private.borrow_mut().extend(seen);
    }
}

impl Guard {
    #[track_caller]
    fn looks(&self, stage: &Stage, window: Window) {
        self.reads(stage, window.name(), |size| window.drawn(stage, size, paint()));
    }

    #[track_caller]
    fn reads(&self, stage: &Stage, place: &str, drawn: impl Fn((u16, u16)) -> Option<Buffer>) {
        let secrets: Vec<String> = secrets(stage).iter().map(|secret| squeezed(secret)).collect();
        for drawn in SIZES.into_iter().filter_map(drawn) {
            let shown = words(&drawn);
            let found = secrets.iter().find(|secret| shown.contains(secret.as_str()));
            assert!(found.is_none(), "the room read {found:?} on the {place}:\n{}", text(&drawn));
            *self.frames.borrow_mut() += 1;
        }
    }
}

/// The same session as somebody finds it who opens the room's window only now.
fn opened_late(stage: &Stage, window: &RoomWindow) -> RoomWindow {
    let header = stage.header();
    let session = Session::fold(header, stage.saved.iter().cloned());
    let room = Room::new(OpenSession::alone(session), stage.model.catalogue.clone());
    RoomWindow::new(Some(room), 0, window.now)
}

/// Everything that the room must not read at this moment.
fn secrets(stage: &Stage) -> Vec<String> {
    let cast = &stage.cast;
    let mut secrets = cast.never_shown.clone();
    let saved = |holds: &dyn Fn(&Fact) -> bool| stage.saved.iter().any(|event| event.facts.iter().any(holds));
    if !saved(&|fact| matches!(fact, Fact::Joined(person) if person.name.is_some())) {
        secrets.push(cast.asked_later.to_owned());
    }
    if saved(&|fact| matches!(fact, Fact::StrikeOrdered { .. })) {
        secrets.push(cast.struck.to_owned());
    }
    secrets.extend(unrevealed(stage));
    secrets.extend(guidance(stage));
    secrets
}

/// Answers that nobody has seen yet, also while they are typed or edited.
fn unrevealed(stage: &Stage) -> Vec<String> {
    let Some(round) = stage.model.run.as_ref().and_then(|run| run.answers.round.as_ref()) else { return Vec::new() };
    let mut texts: Vec<String> = round.entries.iter().chain(&round.aside).cloned().collect();
    texts.push(stage.model.entry.text().to_owned());
    let queue = stage.model.popup.as_deref().and_then(|popup| popup.downcast::<QueueView>());
    if let Some(QueueView { editing: Some(entry), .. }) = queue {
        texts.push(entry.text().to_owned());
    }
    texts.retain(|text| text.len() >= KNOWN_BY);
    texts
}

/// What is worked out for whoever leads. The clocks are told to a room that is shown them on purpose.
fn guidance(stage: &Stage) -> Vec<String> {
    let Some(run) = &stage.model.run else { return Vec::new() };
    let mut says = vec!["not heard yet".to_owned(), "of no sort yet".to_owned(), "to spare".to_owned()];
    says.extend(run.worked_out.guidance.overrun(0).filter(|says| says.contains(':')));
    says.extend(run.worked_out.guidance.nudges.clone());
    says.extend(
        run.worked_out.guidance.goals.iter().map(|(words, count, least)| format!("{count} of {least} {words}")),
    );
    if stage.model.popup.as_deref().is_some_and(|popup| popup.downcast::<TimeView>().is_some()) {
        says.retain(|says| says != "to spare" && !says.contains(" over:"));
    }
    says
}

/// Plays the hour under guard; says how many frames were read, and what private words were seen in private.
fn guarded(one_window: bool) -> (usize, BTreeSet<String>) {
    let guard = Guard::default();
    let (frames, seen) = (Rc::clone(&guard.frames), Rc::clone(&guard.seen_in_private));
    let mut stage = Stage::in_memory(Cast::marked(), Some(Box::new(guard)));
    stage.model.settings.one_window = one_window;
    play(&mut stage);
    (*frames.borrow(), seen.take())
}

#[test]
fn nothing_private_is_in_any_frame_that_the_room_ever_saw() {
    let (frames, seen) = guarded(false);
    assert!(frames > 1_500, "{frames}");
    // Each of them was there to be seen, so the guard could have failed.
    let on_no_screen = ["Facimarkø", "Pagemarkø"];
    let hidden = Cast::marked().never_shown.into_iter().filter(|word| !on_no_screen.contains(&word.as_str()));
    let nowhere: Vec<_> = hidden.filter(|word| !seen.contains(word)).collect();
    assert!(nowhere.is_empty(), "never on any screen: {nowhere:?}");
}

#[test]
fn nor_when_the_room_sees_the_one_screen_there_is_key_by_key() {
    let (frames, _) = guarded(true);
    assert!(frames > 8_000, "{frames}");
}
