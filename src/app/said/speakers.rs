use super::last_line::is_being_saved;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Run, Todo, queue};
use crate::app::screen::Screen;
use crate::app::sheet::Sheet;
use crate::record::{Fact, Person, SeatTag};

const RUN: &[Screen] = &[Screen::Run];

/// The commands that set the speaker.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(60, "speaker", "choose who speaks from now on", RUN, show)
        .key(KeyPress::ctrl('s'))
        .in_footer("speaker"),
    CommandRow::new(220, "last-speaker", "say who really said the last line", RUN, show_for_last_line)
        .key(KeyPress::ctrl('r')),
];

/// The popup that sets the speaker.
#[derive(Debug, Default)]
struct SpeakersView {
    /// Whether it sets the speaker of the last line rather than of the coming lines.
    last_line: bool,
    /// The index of the selected row; row 0 is nobody.
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(SpeakersView::default());
    Vec::new()
}

fn show_for_last_line(model: &mut Model) -> Vec<Effect> {
    if !is_being_saved(model) {
        model.show(SpeakersView { last_line: true, selected: 0 });
    }
    Vec::new()
}

/// Sets the speaker of the coming lines by Alt and a digit, in seat order; 0 is nobody.
pub(in crate::app) fn speaks_by_digit(model: &mut Model, digit: char) {
    let Some(run) = &mut model.run else { return };
    let seat = digit.to_digit(10).unwrap_or(0) as usize;
    run.speaker = in_seat(run, seat);
}

/// Returns the tag of a seat's person; `None` for seat 0, which is nobody.
fn in_seat(run: &Run, seat: usize) -> Option<SeatTag> {
    run.recording.session().in_seat(seat).map(|person| person.tag.clone())
}

impl Popup for SpeakersView {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let Some(run) = &mut model.run else { return Then::stay() };
        let session = run.recording.session();
        let people = session.people();
        let person = self.selected.checked_sub(1).and_then(|at| people.get(at)).cloned();
        let under_cursor = person.as_ref().and_then(|person| session.seat_number(&person.tag)).unwrap_or_default();
        match person.filter(|_| !self.last_line) {
            Some(person) if key.code == Code::Delete => {
                return Then::Stay(queue(model, [Todo::Act(vec![Fact::Left { tag: person.tag }])]));
            }
            Some(person) if key.code == Code::Tab => return Then::Stay(name_on_record(model, person)),
            _ => {}
        }
        let seat = match (key.digit().or_else(|| seat_by_initial(run, key)), key.code) {
            (Some(seat), _) if seat == 0 || session.in_seat(seat).is_some() => seat,
            (_, Code::Enter) => under_cursor,
            _ => {
                self.selected = key.moved(self.selected, people.len() + 1).unwrap_or(self.selected);
                return Then::stay();
            }
        };
        if self.last_line {
            return Then::Close(reattribute(model, seat));
        }
        run.speaker = in_seat(run, seat);
        Then::close()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let run = model.run.as_ref()?;
        let mut rows = vec!["0  nobody named".to_owned()];
        let shared = model.is_shared();
        let session = run.recording.session();
        let number = |person: &Person| session.seat_number(&person.tag).unwrap_or_default();
        let seats = session.people().iter();
        rows.extend(seats.map(|person| format!("{}  {}", number(person), seat_row(run, person, shared))));
        let hint = match (rows.len(), shared) {
            (1, _) => "F4 lists people",
            (_, true) => "a number chooses; F2 shows who it is; Tab: their name may be shown; Del: has left",
            (_, false) => "a number or a first letter chooses; Tab: their name may be shown; Del: has left",
        };
        let title = if self.last_line { "who said the last line?" } else { "who speaks from now on?" };
        Some(Sheet::list(title, rows, self.selected, hint))
    }
}

/// Returns the first seat whose short form begins with the letter of this key.
fn seat_by_initial(run: &Run, key: KeyPress) -> Option<usize> {
    let initial = key.typed().filter(char::is_ascii_lowercase)?;
    let session = run.recording.session();
    let begins = |person: &&Person| run.recording.names().typed_for(&person.tag).starts_with(initial);
    session.people().iter().find(begins).and_then(|person| session.seat_number(&person.tag))
}

/// Records that a person asks for their name on their lines, or no longer asks for it.
fn name_on_record(model: &mut Model, person: Person) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    let name = match person.name {
        Some(_) => None,
        None => run.recording.names().of(&person.tag).map(str::to_owned),
    };
    queue(model, [Todo::Act(vec![Fact::Joined(Person { name, ..person })])])
}

/// Replaces the last line by the same line with another speaker.
fn reattribute(model: &mut Model, seat: usize) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    let Some(seq) = run.last_line().map(|last| last.seq) else { return Vec::new() };
    let seat = in_seat(run, seat);
    queue(model, [Todo::SaidBy { seq, seat }])
}

/// Describes one seat: tag, name and unit; where the room sees the screen, only what is public.
pub(in crate::app) fn seat_row(run: &Run, person: &Person, shared: bool) -> String {
    let party = person.party.as_deref().unwrap_or(if shared { "no team" } else { "" });
    let shown = if person.name.is_some() { "  (named)" } else { "" };
    match (shared, &person.name) {
        (true, None) => party.to_owned(),
        (true, Some(_)) => format!("{}  {party}{shown}", run.recording.called(&person.tag)),
        (false, _) => {
            let typed = run.recording.names().typed_for(&person.tag);
            format!("{typed}  {}  {party}{shown}", run.recording.called(&person.tag))
        }
    }
}
