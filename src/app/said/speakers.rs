use super::chosen::changeable;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Run, Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::record::{Fact, NamesPolicy, Person, SeatTag};

const RUN: &[Screen] = &[Screen::Run];

/// The commands that set the speaker.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(60, "speaker", "choose who speaks from now on", RUN, show)
        .key(KeyPress::ctrl('s'))
        .in_footer("speaker"),
    CommandRow::new(220, "who-said", "say who really said the chosen line, else the last", RUN, show_for_line)
        .key(KeyPress::ctrl('r')),
];

/// The popup that sets the speaker.
#[derive(Debug, Default)]
struct SpeakersView {
    /// The line whose speaker it sets; `None` for the speaker of the coming lines.
    line: Option<u64>,
    /// The index of the selected row; row 0 is nobody.
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(SpeakersView::default());
    Vec::new()
}

fn show_for_line(model: &mut Model) -> Vec<Effect> {
    if let Some(line) = changeable(model) {
        let seat = model
            .run
            .as_ref()
            .zip(line.speaker)
            .and_then(|(run, tag)| run.recording.session().people().iter().position(|person| person.tag == tag));
        model.show(SpeakersView { line: Some(line.seq), selected: seat.map_or(0, |seat| seat + 1) });
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
    fn about(&self) -> &'static [&'static str] {
        &[
            "Who speaks: a seat's number, or the first letter of its short form. In front of a",
            "line the short form and > do the same: tom> bot -> more calls.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let Some(run) = &mut model.run else { return Then::stay() };
        let session = run.recording.session();
        let people = session.people();
        let person = self.selected.checked_sub(1).and_then(|at| people.get(at)).cloned();
        let under_cursor = person.as_ref().and_then(|person| session.seat_number(&person.tag)).unwrap_or_default();
        match person.filter(|_| self.line.is_none()) {
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
        if let Some(seq) = self.line {
            let seat = in_seat(run, seat);
            return Then::Close(queue(model, [Todo::SaidBy { seq, seat }]));
        }
        run.speaker = in_seat(run, seat);
        Then::close()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let run = model.run.as_ref()?;
        let mut rows = vec!["0  nobody named".to_owned()];
        let shared = model.is_shared();
        let session = run.recording.session();
        let number = |person: &Person| seat_key(run, person);
        let seats = session.people().iter();
        rows.extend(seats.map(|person| format!("{}  {}", number(person), seat_row(run, person, shared))));
        let hint = match (rows.len(), shared) {
            (1, _) => "F4 or /setup lists people",
            (_, true) => "a number chooses; F2 shows who it is; Tab: their name may be shown; Del: has left",
            (_, false) => "a number or a first letter chooses; Tab: their name may be shown; Del: has left",
        };
        let title = if self.line.is_some() { "who said this line?" } else { "who speaks from now on?" };
        Some(Sheet::list(title, rows, self.selected, hint))
    }
}

/// Returns the first seat whose short form begins with the letter of this key.
/// Returns the key that chooses a person: the number of the seat, from ten on the first letter of the short form, where
/// nobody before has the same.
fn seat_key(run: &Run, person: &Person) -> String {
    let seat = run.recording.session().seat_number(&person.tag).unwrap_or_default();
    let initial = run.recording.names().typed_for(&person.tag).chars().next();
    match initial {
        _ if seat <= 9 => seat.to_string(),
        Some(initial) if seat_by_initial(run, KeyPress::plain(Code::Char(initial))) == Some(seat) => {
            initial.to_string()
        }
        _ => " ".to_owned(),
    }
}

fn seat_by_initial(run: &Run, key: KeyPress) -> Option<usize> {
    let initial = key.typed().filter(char::is_ascii_lowercase)?;
    let session = run.recording.session();
    let begins = |person: &&Person| run.recording.names().typed_for(&person.tag).starts_with(initial);
    session.people().iter().find(begins).and_then(|person| session.seat_number(&person.tag))
}

/// Why a name does not go on the record although somebody asks for it.
const NO_NAMES: &str = "The configuration keeps every name off the record; adjacent config says where that stands.";

/// Records that a person asks for their name on their lines, or no longer asks for it.
fn name_on_record(model: &mut Model, person: Person) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    if person.name.is_none() && run.recording.conventions().names > NamesPolicy::Asked {
        model.tell(Tone::Plain, NO_NAMES);
        return Vec::new();
    }
    let name = match person.name {
        Some(_) => None,
        None => run.recording.names().of(&person.tag).map(str::to_owned),
    };
    queue(model, [Todo::Act(vec![Fact::Joined(Person { name, ..person })])])
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
