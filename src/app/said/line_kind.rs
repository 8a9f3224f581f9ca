use super::chosen::changeable;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::offers::COVERED;
use crate::app::recording::LineContext;
use crate::app::run::{Mending, Run, Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::capture::Reading;
use crate::exercise::Catalogue;
use crate::record::lexicon::Keyword;
use crate::record::{Event, Fact, Kind};

/// The command that reads a line as something else.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    48,
    "line-kind",
    "read the chosen line as something else: parked, a question, a promise, a note",
    &[Screen::Run],
    show,
)];

/// The box that lists what a line could be instead.
#[derive(Debug)]
struct LineKindView {
    /// Each other reading: the words of its row, and what records it.
    rows: Vec<(String, Todo)>,
    /// The index of the selected row.
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    if model.is_shared() {
        model.tell(Tone::Plain, COVERED);
        return Vec::new();
    }
    let Some(line) = changeable(model) else { return Vec::new() };
    let Some(run) = &mut model.run else { return Vec::new() };
    let rows = readings(run, &line, &model.catalogue);
    if rows.is_empty() {
        model.tell(Tone::Plain, "That line can be nothing else; Ctrl-F gives it other words.");
    } else {
        model.show(LineKindView { rows, selected: 0 });
    }
    Vec::new()
}

/// Returns the readings that a line could have instead: those that are offered for its words, then its words as each
/// kind of line that takes any words.
fn readings(run: &mut Run, line: &Event, catalogue: &Catalogue) -> Vec<(String, Todo)> {
    let offered = run.offers_for(line.seq, catalogue);
    let Some(context) = run.recording.context_of(line.seq, catalogue) else { return Vec::new() };
    let run = &*run;
    let told = |reading: &Reading| run.recording.read_back(reading, line.at);
    let mut rows: Vec<(String, Todo)> = Vec::new();
    for reading in offered {
        let todo = Todo::Reread { seq: line.seq, reading: Box::new(reading.clone()) };
        rows.push((format!("it could be: {}", told(&reading)), todo));
    }
    for words in as_kinds(&plain_words(line), line, run) {
        let reading = context.read(&words, line.speaker.as_deref(), catalogue);
        if reading.why.is_some() || same(&reading, line) {
            continue;
        }
        let seat = line.speaker.clone();
        let mending = Mending { seq: line.seq, text: words, seat, offer: None, from_entry: false };
        rows.push((told(&reading), Todo::Mend(mending)));
    }
    rows.extend(note(&context, line, &told));
    rows
}

/// Returns the line as a plain note; `None` if it is one.
fn note(context: &LineContext, line: &Event, told: &dyn Fn(&Reading) -> String) -> Option<(String, Todo)> {
    let reading = context.as_note();
    (!same(&reading, line)).then(|| {
        let told = told(&reading);
        (told, Todo::Reread { seq: line.seq, reading: Box::new(reading) })
    })
}

fn same(reading: &Reading, line: &Event) -> bool {
    reading.facts == line.stated()
}

/// Returns the words as lines of each kind: parked, a question, a promise, and what people say.
fn as_kinds(words: &str, line: &Event, run: &Run) -> Vec<String> {
    let unit = line.speaker.as_deref().and_then(|tag| run.recording.session().person(tag));
    let unit = unit.and_then(|person| person.party.as_deref());
    let voice = match (unit, Kind::Voice.sigil()) {
        (Some(unit), _) => format!("{} @[{unit}]: {words}", Keyword::Say.as_ref()),
        (None, Some(sigil)) => format!("{sigil}{words}"),
        (None, None) => String::new(),
    };
    vec![
        format!("{} {words}", Keyword::Park.as_ref()),
        format!("? {words}"),
        format!("{} {words}", Keyword::Do.as_ref()),
        voice,
    ]
}

/// Returns the words of a line without the word that says its kind.
fn plain_words(line: &Event) -> String {
    match line.stated() {
        [Fact::Parked { text } | Fact::Asked { text } | Fact::Answered { text } | Fact::Committed { text, .. }] => {
            text.clone()
        }
        _ => line.said.clone().unwrap_or_default(),
    }
}

impl Popup for LineKindView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Other readings of the chosen line: those that its words suggest, then its words as",
            "something parked, a question, a promise, what people say, or a note.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if model.is_shared() {
            return Then::PassKey;
        }
        if let Some((_, todo)) = key.chosen_row(self.selected).and_then(|row| self.rows.get(row)) {
            return Then::Close(queue(model, [todo.clone()]));
        }
        if key.typed().is_some() {
            return Then::PassKey;
        }
        self.selected = key.moved(self.selected, self.rows.len()).unwrap_or(self.selected);
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        if model.is_shared() {
            return None;
        }
        let rows = self.rows.iter().map(|(words, _)| words);
        let hint = "a number or Enter records the line so, in its place; Esc leaves it";
        Some(Sheet::numbered("what this line could be instead", rows, self.selected, hint))
    }
}
