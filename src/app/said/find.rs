use super::list::{go_to, listed};
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry};
use crate::record::spoken::counted;

/// The command that finds a line of this session.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(44, "find", "find a line of this session by its words", &[Screen::Run], show)
        .key(KeyPress::ctrl('7'))];

/// The width of the box, in cells.
const WIDTH: u16 = 76;

/// The maximum number of lines listed: the newest ones that hold the words.
const LISTED: usize = 50;

/// The box that finds a line by its words.
#[derive(Debug, Default)]
struct FindLineView {
    entry: Entry,
    /// The index of the selected line among those found.
    selected: usize,
    /// The lines found, the newest first, with their sentences.
    found: Vec<(u64, String)>,
    /// How many lines hold the words.
    all: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    if listed(model).is_empty() {
        model.tell(Tone::Plain, "Nothing was said yet.");
        return Vec::new();
    }
    let mut view = FindLineView::default();
    view.look(model);
    model.show(view);
    Vec::new()
}

impl FindLineView {
    /// Finds the lines that hold every typed word, in what was said or in how it reads.
    fn look(&mut self, model: &Model) {
        let wanted: Vec<String> = self.entry.text().split_whitespace().map(str::to_lowercase).collect();
        let holds = |text: &str| wanted.iter().all(|word| text.contains(word));
        (self.found, self.all, self.selected) = (Vec::new(), 0, 0);
        for (seq, says, words) in searched(model) {
            if holds(&words.to_lowercase()) {
                self.all += 1;
                if self.found.len() < LISTED {
                    self.found.push((seq, says));
                }
            }
        }
    }
}

/// Returns every line of the list, the newest first: its number, its sentence, and the text that is searched. Where the
/// room sees this screen, that is only what the room has read.
fn searched(model: &Model) -> Vec<(u64, String, String)> {
    let Some(run) = &model.run else { return Vec::new() };
    if model.is_shared() {
        let room = run.room.audience.as_ref().and_then(|window| window.room.as_ref());
        let lines = room.iter().flat_map(|room| room.lines());
        return lines.map(|(told, _)| (told.seq, told.says.clone(), told.says.clone())).collect();
    }
    let lines = run.lines.captured.iter().rev().filter(|line| !line.recounted);
    let searched = lines.map(|line| {
        let says = line.told(&line.sentence).into_owned();
        let who = line.speaker.as_deref().unwrap_or_default();
        let said = run.recording.line(line.seq).and_then(|line| line.said.as_deref()).unwrap_or_default();
        let words = format!("{who} {says} {said}");
        (line.seq, says, words)
    });
    searched.collect()
}

impl Popup for FindLineView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Type words of a line, of its speaker or of how it was read; the newest lines with",
            "all of them are listed. Enter puts the cursor on the line.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        match (key.code, key.moved(self.selected, self.found.len())) {
            (Code::Enter, _) => {
                let found = self.found.get(self.selected).map(|(seq, _)| *seq);
                return found.map_or_else(Then::stay, |seq| Then::Close(go_to(model, seq)));
            }
            (_, Some(selected)) => self.selected = selected,
            _ => {
                if self.entry.press(key) {
                    self.look(model);
                }
            }
        }
        Then::stay()
    }

    fn paste(&mut self, model: &mut Model, lines: Vec<String>) {
        self.entry.insert(&lines.join(" "));
        self.look(model);
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let rows = self.found.iter().map(|(_, says)| says.clone()).collect();
        let hint = match self.all {
            0 => "No line of this session holds these words.".to_owned(),
            all => format!("{}; Enter goes there, Esc leaves it", counted(all, "line", "lines")),
        };
        let entry = SheetEntry { entry: self.entry.clone(), place: EntryPlace::Top, veiled: false };
        let list = Sheet::list("find a line of this session", rows, self.selected, hint);
        Some(Sheet { width: Some(WIDTH), entry: Some(entry), ..list })
    }
}
