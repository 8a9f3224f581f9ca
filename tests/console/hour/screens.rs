//! Every screen of the hour, in both windows: its words at two sizes, its looks in every theme.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::rc::Rc;

use adjacent::theme::Depth;
use adjacent::ui::Paint;
use ratatui::style::Color;

use crate::drawn::{paint, text, themes};
use crate::hour::cast::Cast;
use crate::hour::frames::Window;
use crate::hour::script::play;
use crate::hour::stage::{Stage, Watcher};
use crate::legend::Legend;

const SIZES: [(u16, u16); 2] = [(80, 24), (160, 50)];

/// Keeps screens by the exercise they belong to; one that looks like the one before it is only named.
struct Album {
    size: (u16, u16),
    last: [String; 2],
    pages: Rc<RefCell<BTreeMap<String, String>>>,
}

impl Watcher for Album {
    fn keeps(&mut self, name: &str, stage: &Stage) {
        let mut pages = self.pages.borrow_mut();
        let page = pages.entry(place(stage)).or_default();
        let _ = writeln!(page, "\n==== {} {name}", clock(stage));
        for (window, last) in Window::BOTH.into_iter().zip(&mut self.last) {
            let Some(drawn) = window.drawn(stage, self.size, paint()) else { continue };
            let drawn = text(&drawn);
            if drawn == *last {
                let _ = writeln!(page, "-- {}: as before", window.name());
            } else {
                let _ = writeln!(page, "-- {}\n{}", window.name(), drawn.trim_end());
            }
            *last = drawn;
        }
    }
}

/// Under which heading a screen is kept: the number and the name of the exercise that is on.
fn place(stage: &Stage) -> String {
    let Some(run) = &stage.model.run else {
        return if stage.window.is_some() { "9-end" } else { "0-setup" }.to_owned();
    };
    let line = run.recording.stop().and_then(|at| run.recording.agenda().stops().get(at)).map_or(0, |stop| stop.line);
    let exercise = run.recording.step().map_or("", |step| step.exercise.as_str());
    format!("{}-{exercise}", line + 1)
}

/// How long the session has run.
fn clock(stage: &Stage) -> String {
    let seconds = stage.model.session_time().as_secs();
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

#[test]
fn every_screen_of_the_hour_in_both_windows_at_both_sizes() {
    for size in SIZES {
        let pages = Rc::new(RefCell::new(BTreeMap::new()));
        let album = Album { size, last: Default::default(), pages: Rc::clone(&pages) };
        let mut stage = Stage::in_memory(Cast::plain(), Some(Box::new(album))).with_size(size.0, size.1);
        play(&mut stage);
        assert!(pages.borrow().len() >= 9, "{:?}", pages.borrow().keys());
        for (place, page) in pages.borrow().iter() {
            insta::assert_snapshot!(format!("{place}_{}x{}", size.0, size.1), page.trim_start());
        }
    }
}

/// Keeps the looks of every screen in every theme, and sees to it that no theme changes a word.
struct Looks {
    themes: Rc<RefCell<Vec<(String, Legend, String)>>>,
}

impl Watcher for Looks {
    fn keeps(&mut self, name: &str, stage: &Stage) {
        let mut kept = self.themes.borrow_mut();
        for (_, _, page) in kept.iter_mut() {
            let _ = writeln!(page, "== {} {name}", clock(stage));
        }
        for (window, size) in Window::BOTH.into_iter().flat_map(|window| SIZES.map(|size| (window, size))) {
            let mut words = None;
            for (theme, (_, legend, page)) in themes().iter().zip(kept.iter_mut()) {
                let Some(drawn) = window.drawn(stage, size, &Paint::new(theme, Depth::True)) else { continue };
                let mono = window.drawn(stage, size, &Paint::new(theme, Depth::Mono)).unwrap();
                let said = text(&drawn);
                assert_eq!(words.get_or_insert_with(|| said.clone()), &said, "{} says something else", theme.name);
                assert_eq!(text(&mono), said, "without colour something is missing");
                assert!(mono.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
                let _ = writeln!(page, "{} {}x{} {}", window.name(), size.0, size.1, legend.of(&drawn));
            }
        }
    }
}

#[test]
fn every_screen_of_the_hour_in_the_colours_of_every_theme() {
    let kept = themes().iter().map(|theme| (theme.name.clone(), Legend::default(), String::new()));
    let themes = Rc::new(RefCell::new(kept.collect::<Vec<_>>()));
    let mut stage = Stage::in_memory(Cast::plain(), Some(Box::new(Looks { themes: Rc::clone(&themes) })));
    play(&mut stage);
    for (name, legend, page) in themes.borrow().iter() {
        insta::assert_snapshot!(format!("looks_{name}"), format!("{}\n{page}", legend.told()));
    }
}
