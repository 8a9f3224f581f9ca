use super::After;
use super::saving::when_saved;
use crate::app::effect::Effect;
use crate::app::errands::alone;
use crate::app::key::{Code, KeyPress};
use crate::app::mirror;
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::Run;
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::spoken::counted;
use crate::theme::Role;

const AWAY_FROM_HOME: &[Screen] = &[Screen::Run, Screen::Map, Screen::Assess, Screen::Replay];

/// The commands that end a session, or leave a screen or the program.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(810, "end-session", "end this session", &[Screen::Run], show_end),
    CommandRow::new(830, "home", "back to the first screen", AWAY_FROM_HOME, go_home),
    CommandRow::new(840, "suspend", "back to the shell for a while (fg returns)", Screen::ALL, |_| {
        vec![Effect::Suspend]
    })
    .while_collecting(),
    CommandRow::new(850, "leave", "leave; what is not on disk is told first", Screen::ALL, show_leave)
        .key(KeyPress::ctrl('q'))
        .in_footer("leave")
        .while_collecting(),
];

/// The popup that asks whether to end the session.
#[derive(Debug)]
struct EndView;

/// The popup that asks whether to leave the program.
#[derive(Debug)]
pub struct LeaveView;

fn show_end(model: &mut Model) -> Vec<Effect> {
    model.show(EndView);
    Vec::new()
}

fn show_leave(model: &mut Model) -> Vec<Effect> {
    model.show(LeaveView);
    mirror::stash(model)
}

fn go_home(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Assess { mirror::home(model) } else { home(model) }
}

/// Returns to the home screen once everything is saved.
pub(in crate::app) fn home(model: &mut Model) -> Vec<Effect> {
    if holds_back(model) { Vec::new() } else { when_saved(model, After::Home) }
}

/// Whether leaving now would lose typed text; shows a notice if it would.
fn holds_back(model: &mut Model) -> bool {
    let Some(run) = &model.run else { return false };
    let unsaved =
        run.lines_unsaved().max(usize::from(run.saving.unsaved.as_ref().is_some_and(|found| !found.todo.is_empty())));
    let says = if !model.entry.is_empty() {
        "A line is still typed: Enter reads it, Ctrl-U drops it.".to_owned()
    } else if run.lines_unsaved() == 0 && unsaved > 0 {
        "What you did last is not saved: Enter tries again, Esc drops it.".to_owned()
    } else if unsaved > 0 && run.answers.keeping.is_none() {
        format!("{} not saved: Enter tries again, Esc shows it.", counted(unsaved, "line is", "lines are"))
    } else {
        return false;
    };
    model.tell(Tone::Plain, says);
    true
}

/// What somebody alone sees before the session ends: the page that is there to be sent and saved.
fn page_to_end_with(page: &str) -> Sheet {
    Sheet {
        widest: Some(90),
        body: alone::body(page),
        foot: vec![
            SheetPart::text(
                "p writes this page to a file. Afterwards the session can be read, not written.",
                Role::Text,
            ),
            SheetPart::text("Enter ends the session, any other key goes on.", Role::Accent),
        ],
        ..Sheet::titled("end the session? What you take away:")
    }
}

impl Popup for EndView {
    fn about(&self) -> &'static [&'static str] {
        &["Ending closes the session: it can be read, replayed and told, not written. The room", "sees a thank-you."]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if key.typed() == Some('p') && model.run.as_ref().is_some_and(alone::is_alone) {
            return Then::Stay(alone::show(model));
        }
        if key.code != Code::Enter || holds_back(model) {
            return Then::close();
        }
        Then::Close(when_saved(model, After::End))
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        if let Some(run) = model.run.as_ref().filter(|run| alone::is_alone(run)) {
            return Some(page_to_end_with(&run.recording.page_of_one(&model.catalogue)));
        }
        let says = [
            ("The room sees a thank-you; afterwards it can be read, not written.".to_owned(), Role::Text),
            ("Enter ends the session, any other key goes on.".to_owned(), Role::Accent),
        ];
        Some(Sheet::texts("end the session?", says))
    }
}

impl Popup for LeaveView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Leaving closes the program. Everything that was read back is on disk, and the",
            "session can be taken up again.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if key.code == Code::Enter { Then::Stay(when_saved(model, After::Leave)) } else { Then::close() }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let missing = model.not_on_disk();
        let saving = model.run.as_ref().is_some_and(Run::is_saving);
        let enter = match (missing.len(), saving) {
            (0, _) => "Enter leaves, any other key stays.",
            (_, true) => "Enter leaves once that is saved, any other key stays.",
            (_, false) => "Enter leaves without it, any other key stays.",
        };
        let so_far = "Everything that was read back is on disk.".to_owned();
        let alarm = missing.into_iter().map(|says| (says, Role::Alarm));
        Some(Sheet::texts("leave?", alarm.chain([(so_far, Role::Text), (enter.to_owned(), Role::Accent)])))
    }
}
