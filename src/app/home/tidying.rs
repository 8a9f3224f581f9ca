//! Sessions on the home screen: another title, removing one, putting one back.

use super::list::KnownSession;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry, SheetPart};
use crate::record::text::clean;
use crate::record::{Fact, SessionId};
use crate::theme::Role;

const HOME: &[Screen] = &[Screen::Home];

/// The commands that give a session another title, remove one, and put one back.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(272, "title", "give this session another title", &[Screen::Run], |model| {
        let title = model.run.as_ref().filter(|run| run.writable).map(|run| run.recording.session().title().to_owned());
        show_retitle(model, None, title)
    }),
    CommandRow::new(870, "retitle", "give the session under the cursor another title", HOME, |model| {
        let known = model.home.chosen_session();
        show_retitle(model, known.as_ref().map(|known| known.id.clone()), known.map(|known| known.title))
    })
    .key(KeyPress::ctrl('r'))
    .in_footer("retitle"),
    CommandRow::new(872, "remove", "remove the session under the cursor; it can be put back", HOME, show_remove)
        .key(KeyPress::ctrl('x'))
        .in_footer("remove"),
    CommandRow::new(874, "put-back", "put a removed session back", HOME, |_| vec![Effect::ListRemoved]),
];

/// Tells that no session is under the cursor.
pub(in crate::app) fn nothing_chosen(model: &mut Model) -> Vec<Effect> {
    model.tell(Tone::Plain, "Choose a session with the arrows first.");
    Vec::new()
}

/// The popup in which a title is typed.
#[derive(Debug)]
struct RetitleView {
    /// The session on the home screen; `None` for the open one.
    id: Option<SessionId>,
    before: String,
    entry: Entry,
}

fn show_retitle(model: &mut Model, id: Option<SessionId>, title: Option<String>) -> Vec<Effect> {
    let Some(before) = title else { return nothing_chosen(model) };
    let mut entry = Entry::default();
    entry.set(&before);
    model.show(RetitleView { id, before, entry });
    Vec::new()
}

impl Popup for RetitleView {
    fn about(&self) -> &'static [&'static str] {
        &["Another title for the session. Type it; Enter records it, Esc leaves the old one."]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if key.code != Code::Enter {
            self.entry.press(key);
            return Then::stay();
        }
        let title = clean(self.entry.text().trim()).into_owned();
        if title.is_empty() || title == self.before {
            return Then::close();
        }
        Then::Close(match self.id.take() {
            Some(id) => vec![Effect::Retitle { id, title }],
            None => {
                let says = format!("The session is called {title} from now on.");
                queue(model, [Todo::UnnamedTold(vec![Fact::Titled { title }], says)])
            }
        })
    }

    fn paste(&mut self, _model: &mut Model, lines: Vec<String>) {
        if let Some(first) = lines.first() {
            self.entry.insert(first);
        }
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let hint = "Enter: this is its title. Esc: it stays as it was.".to_owned();
        Some(Sheet {
            body: vec![SheetPart::Hint(hint, Role::Quiet)],
            entry: Some(SheetEntry { entry: self.entry.clone(), place: EntryPlace::Top, veiled: false }),
            ..Sheet::titled(format!("another title for {}", self.before))
        })
    }
}

/// The popup that asks whether to remove a session.
#[derive(Debug)]
struct RemoveView(KnownSession);

fn show_remove(model: &mut Model) -> Vec<Effect> {
    let Some(known) = model.home.chosen_session() else { return nothing_chosen(model) };
    model.show(RemoveView(known));
    Vec::new()
}

impl Popup for RemoveView {
    fn about(&self) -> &'static [&'static str] {
        &["Puts the session away, with everything that belongs to it. It can be put back."]
    }

    fn key(&mut self, _model: &mut Model, key: KeyPress) -> Then {
        if key.code == Code::Enter { Then::Close(vec![Effect::Remove(self.0.id.clone())]) } else { Then::stay() }
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let says = format!(
            "{} of {}: it leaves the list and the map. Its file and its private files move to the folder “removed”.",
            self.0.title, self.0.day
        );
        let hint = "Enter: remove it. Esc: it stays. /put-back brings it back.".to_owned();
        Some(Sheet {
            widest: Some(60),
            ..Sheet::texts("remove this session?", [(clean(&says).into_owned(), Role::Text), (hint, Role::Quiet)])
        })
    }
}

/// The list of removed sessions.
#[derive(Debug)]
struct RemovedView {
    rows: Vec<KnownSession>,
    selected: usize,
}

/// Shows the removed sessions, to put one back.
pub(in crate::app) fn listed_removed(model: &mut Model, rows: Vec<KnownSession>) {
    if rows.is_empty() {
        model.tell(Tone::Plain, "No session was removed.");
    } else {
        model.show(RemovedView { rows, selected: 0 });
    }
}

impl Popup for RemovedView {
    fn about(&self) -> &'static [&'static str] {
        &["Sessions that were put away. Enter puts one back."]
    }

    fn key(&mut self, _model: &mut Model, key: KeyPress) -> Then {
        if let Some(known) = key.chosen_row(self.selected).and_then(|row| self.rows.get(row)) {
            return Then::Close(vec![Effect::PutBack(known.id.clone())]);
        }
        self.selected = key.moved(self.selected, self.rows.len()).unwrap_or(self.selected);
        Then::stay()
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let rows = self.rows.iter().map(|known| clean(&format!("{}  {}", known.day, known.title)).into_owned());
        let rows: Vec<String> = rows.collect();
        Some(Sheet::numbered("removed sessions", rows.iter(), self.selected, "a number, or Enter: put it back"))
    }
}
