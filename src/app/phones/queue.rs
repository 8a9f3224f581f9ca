//! What came from phones and is no answer: questions for the list, and "I would be surprised". Nobody but whoever writes
//! sees it before it is shown.

use super::waiting::WaitingItem;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::record::Fact;
use crate::record::spoken::counted;

/// The command that shows what came in.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(184, "from-phones", "questions from phones: show, merge, park, drop", &[Screen::Run], show)
        .while_collecting()];

fn show(model: &mut Model) -> Vec<Effect> {
    if model.phones.waiting.is_empty() {
        model.tell(Tone::Plain, "Nothing waits: questions from phones come here before anybody sees them.");
    } else {
        model.show(FromPhones::default());
    }
    Vec::new()
}

/// The box with what came in.
#[derive(Debug, Default)]
pub(super) struct FromPhones {
    selected: usize,
    /// The entries that were dropped here, in order.
    dropped: Vec<WaitingItem>,
}

impl Popup for FromPhones {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Questions from phones before anybody sees them. Enter shows one to the room, on the",
            "list of questions; m merges it with the next, p parks it, d drops it, Ctrl-Z brings",
            "the last one dropped back.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let count = model.phones.waiting.len();
        self.selected = key.moved(self.selected, count).unwrap_or(self.selected).min(count.saturating_sub(1));
        if key == KeyPress::ctrl('z') {
            self.bring_back(model);
            return Then::stay();
        }
        let acts = key.code == Code::Enter || matches!(key.typed(), Some('m' | 'p' | 'd'));
        if acts && model.is_shared() {
            model.tell(Tone::Plain, "F2 uncovers them first.");
            return Then::stay();
        }
        match (key.code, key.typed()) {
            (Code::Enter, _) => self.record(model, shown),
            (_, Some('p')) => self.record(model, |item| Fact::Parked { text: item.says() }),
            (_, Some('d')) => {
                let taken = self.taken(model);
                self.dropped.extend(taken);
                Then::stay()
            }
            (_, Some('m')) => {
                self.merge(model);
                Then::stay()
            }
            _ => Then::stay(),
        }
    }

    /// Returns the entries; where the room sees this screen, only how many there are.
    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let waiting = &model.phones.waiting;
        let rows = waiting.iter().map(WaitingItem::says).collect();
        let title = format!("{} from phones; nobody has seen them", counted(waiting.len(), "entry", "entries"));
        if model.is_shared() {
            return Some(Sheet::list(title, Vec::new(), 0, "F2 uncovers them here; Esc puts the box away"));
        }
        let hint = match (waiting.is_empty(), self.dropped.is_empty()) {
            (true, true) => "Nothing is left; Esc",
            (true, false) => "Nothing is left; Ctrl-Z brings back what was dropped; Esc",
            (false, true) => "Enter shows it   m merge with the next   p park   d drop   Esc",
            (false, false) => "Enter shows it   m merge   p park   d drop   Ctrl-Z brings it back   Esc",
        };
        Some(Sheet::list(title, rows, self.selected, hint))
    }
}

/// Returns what the record says about an entry that is shown: a question is on the list, surprise is a remark.
fn shown(item: &WaitingItem) -> Fact {
    let text = item.says();
    if item.is_surprise() { Fact::Answered { text } } else { Fact::Asked { text } }
}

impl FromPhones {
    fn taken(&self, model: &mut Model) -> Option<WaitingItem> {
        let waiting = &mut model.phones.waiting;
        (self.selected < waiting.len()).then(|| waiting.remove(self.selected))
    }

    /// Records the selected entry, without a speaker; the box closes after the last one.
    fn record(&self, model: &mut Model, fact: impl Fn(&WaitingItem) -> Fact) -> Then {
        if !model.run.as_ref().is_some_and(|run| run.writable) {
            return Then::close();
        }
        let Some(item) = self.taken(model) else { return Then::stay() };
        let effects = queue(model, [Todo::Unnamed(vec![fact(&item)])]);
        if model.phones.waiting.is_empty() { Then::Close(effects) } else { Then::Stay(effects) }
    }

    fn merge(&self, model: &mut Model) {
        let next = self.selected.saturating_add(1);
        let waiting = &mut model.phones.waiting;
        let both = |at: usize| waiting.get(at).is_some_and(|item| !item.is_surprise());
        if !both(self.selected) || !both(next) {
            model.tell(Tone::Plain, "Two questions that stand below each other can be merged.");
            return;
        }
        let other = waiting.remove(next);
        if let Some(item) = waiting.get_mut(self.selected) {
            item.merge(other);
        }
    }

    fn bring_back(&mut self, model: &mut Model) {
        match self.dropped.pop() {
            Some(item) => model.phones.waiting.push(item),
            None => model.tell(Tone::Plain, "Nothing was dropped here that could be brought back."),
        }
    }
}
