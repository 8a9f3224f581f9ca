use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{boxed, list};
use crate::app::{Model, Setup, SetupStage, legibility};
use crate::exercise::{TEMPLATES, in_words};
use crate::record::Mode;
use crate::theme::Role;
use crate::ui::words::wrap;
use crate::ui::{Paint, entry_line};

const WIDTH: u16 = 64;

/// Title, people, agenda: one question at a time.
///
/// On a screen that is the room's as well nobody's name stands.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, setup: &Setup) {
    let shared = model.is_shared();
    let width = WIDTH.min(area.width.saturating_sub(4));
    let (title, question) = question(setup, shared);
    let mut lines: Vec<Line<'_>> =
        wrap(&question, width).into_iter().map(|line| Line::styled(line, paint.role(Role::Title))).collect();
    let run = model.run.as_ref().filter(|_| !setup.creating && setup.stage == SetupStage::People);
    let here = run.into_iter().flat_map(|run| run.recording.session().people().iter().map(move |one| (run, one)));
    lines.extend(here.map(|(run, one)| Line::styled(list::seat(run, one, shared), paint.role(Role::Quiet))));
    let people = setup.people.iter().filter(|_| setup.stage == SetupStage::People);
    for listed in people {
        let party = listed.person.party.as_deref().unwrap_or("no team");
        let seat = if shared { party.to_owned() } else { format!("{}>  {}  {party}", listed.typed, listed.name) };
        lines.push(Line::styled(seat, paint.role(Role::Text)));
    }
    if setup.stage == SetupStage::Agenda {
        lines.extend(plans(model, setup, width).into_iter().map(|line| Line::styled(line, paint.role(Role::Text))));
    }
    if let Some(wrong) = &setup.wrong {
        lines.extend(wrap(wrong, width).into_iter().map(|line| Line::styled(line, paint.role(Role::Alarm))));
    }
    let room = usize::from(area.height.saturating_sub(5)).max(1);
    let lines: Vec<Line<'_>> = if lines.len() > room { lines.split_off(lines.len() - room) } else { lines };
    let height = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
    let inside = boxed(frame, area, paint, title, width, height);
    let [above, entry] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(inside);
    frame.render_widget(Paragraph::new(lines), above);
    if shared && setup.stage == SetupStage::People {
        entry_line::bar(frame, entry, paint, "> ", &setup.entry);
    } else {
        entry_line::draw(frame, entry, paint, "> ", &setup.entry);
    }
}

/// Which of the three questions it is, and its words.
fn question(setup: &Setup, shared: bool) -> (&'static str, String) {
    match setup.stage {
        SetupStage::Title => ("1 of 3", "What is it called?".to_owned()),
        SetupStage::People => {
            let covered = if shared { " F2 shows the names; without it they are covered." } else { "" };
            let says = "Who is here? Paste a list or type one at a time: Mei, claims lead @ Claims. The short tag before > \
                        says who speaks; names stay out of the record. Backspace corrects the last one; an empty line \
                        goes on.";
            ("2 of 3", format!("{says}{covered}"))
        }
        SetupStage::Agenda => {
            let says = "What is planned? A plan that was tried, by its name, or exercises with their minutes: arrive=6, \
                        next=20, close=6.";
            ("3 of 3", says.to_owned())
        }
    }
}

/// The plans that can be named, what Tab does, and whether the back row will be able to read.
fn plans(model: &Model, setup: &Setup, width: u16) -> Vec<String> {
    let mode = model.run.as_ref().filter(|_| !setup.creating).map_or(Mode::Live, |run| run.recording.session().mode());
    let named = TEMPLATES.iter().filter(|template| template.mode == mode);
    let mut lines: Vec<String> = named.map(|template| format!("{:<10} {}", template.name, template.words)).collect();
    if setup.creating {
        let rehearsal = if setup.rehearsal { "a rehearsal, kept out of the shared map" } else { "the real thing" };
        lines.push(format!("Tab: this is {rehearsal}."));
        let private = if setup.private { "private, on no shared map and no shared screen" } else { "shared" };
        lines.push(format!("Shift-Tab: this is {private}."));
        lines.push(format!("Enter alone: {}.", in_words(&setup.agenda)));
    }
    if mode == Mode::Live {
        let says = if model.settings.one_window {
            legibility(model.size.1).says
        } else {
            "On the projector: adjacent room, then F2 there says whether the back row can read it.".to_owned()
        };
        lines.extend(wrap(&says, width));
    }
    lines
}
