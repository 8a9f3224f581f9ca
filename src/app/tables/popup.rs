use super::look::look;
use super::rows;
use super::standing::TableStanding;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Overflow, Sheet};
use crate::record::{Gathering, RoomView};

/// The command that shows the tables of a gathering.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    171,
    "tables",
    "tables: where each of them is in the plan, and what they contradict each other on",
    &[Screen::Home, Screen::Run, Screen::Map],
    open,
)];

/// The number of lines that a page key scrolls.
const PAGE: u16 = 10;

/// The maximum width of the screen of the tables, in cells.
const WIDTH: u16 = 116;

/// The screen of the tables.
#[derive(Debug, Default)]
pub(super) struct TablesView {
    /// The index of the table under the cursor; the plenary is the last.
    selected: usize,
    /// The first line that is shown.
    first: u16,
}

/// Shows the tables of the gathering of the open session, else those of the latest gathering.
fn open(model: &mut Model) -> Vec<Effect> {
    model.show(TablesView::default());
    look(model, true)
}

/// Shows the tables when their plenary is opened, as long as it was not started.
pub(in crate::app) fn opened(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.run.as_ref().map(|run| run.recording.session()) else { return Vec::new() };
    let meets = session.gathering().is_some_and(Gathering::is_plenary) && session.is_before_start();
    if meets && model.popup.is_none() { open(model) } else { Vec::new() }
}

impl TablesView {
    /// Returns the table under the cursor.
    fn chosen<'m>(&self, model: &'m Model) -> Option<&'m TableStanding> {
        let overview = model.tables.overview.as_ref()?;
        overview.tables.iter().chain([&overview.plenary]).nth(self.selected)
    }

    /// Reads along with the table under the cursor; opens the plenary.
    fn read_along(&self, model: &mut Model) -> Then {
        let Some((id, is_plenary)) =
            self.chosen(model).and_then(|table| Some((table.session.clone()?, table.table.is_none())))
        else {
            model.tell(Tone::Plain, "Nothing of this table is here yet.");
            return Then::stay();
        };
        if model.run.is_some() {
            model.tell(Tone::Plain, "A session is open here: leave it first, then read along with a table.");
            return Then::stay();
        }
        Then::Close(vec![Effect::Open { id, read_only: !is_plenary }])
    }
}

impl Popup for TablesView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "The tables of a gathering: where each of them is in the plan, the map they draw together,",
            "and what they contradict each other on. It is read again every two seconds. Up and Down",
            "choose a table, Enter reads along with it. In the plenary Ctrl-5 shows the room where the",
            "tables disagree. F3 is the map, Esc puts this away.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let rows = model.tables.overview.as_ref().map_or(0, |overview| overview.tables.len() + 1);
        match key.code {
            Code::Enter => return self.read_along(model),
            Code::F(3) => return Then::PassKey,
            Code::PageDown | Code::Char(' ') => self.first = self.first.saturating_add(PAGE).min(rows::most(model)),
            Code::PageUp => self.first = self.first.saturating_sub(PAGE),
            Code::Home => self.first = 0,
            _ => {
                if let Some(row) = key.moved(self.selected, rows) {
                    self.selected = row;
                    self.first = 0;
                }
            }
        }
        Then::stay()
    }

    /// Lets the room see what the tables contradict each other on, in their plenary.
    fn for_the_room(&self, model: &Model) -> Option<RoomView> {
        let session = model.run.as_ref()?.recording.session();
        session.gathering().filter(|place| place.is_plenary()).map(|_| RoomView::Tables)
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let width = model.size.0.saturating_sub(4).min(WIDTH);
        let title = model.tables.overview.as_ref().map_or("tables", |overview| overview.title.as_str());
        Some(Sheet {
            title_of_part: Some(format!("{title} (PgDn goes on, Esc leaves it)")),
            widest: Some(width),
            width: Some(width),
            body: rows::rows(model, self.selected, width),
            overflow: Overflow::Scrolled(self.first),
            ..Sheet::titled(title)
        })
    }
}
