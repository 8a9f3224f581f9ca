//! The box about phones: opens the page, shows its code, closes it.

use super::chore::PhonesChore;
use super::due::{close, serves};
use super::queue::FromPhones;
use super::state::PhonesLink;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::room::{Room, put_up};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::RoomView;
use crate::record::spoken::counted;
use crate::theme::Role;

/// The command that shows the box.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(183, "phones", "phones in the room: a page on which everybody answers", &[Screen::Run], show)
        .while_collecting()];

/// The maximum width of the text in cells.
const WIDEST: u16 = 78;

/// The box. Its address is empty for that of this machine on the local network.
#[derive(Debug, Default)]
struct PhonesView {
    address: Entry,
    /// Whether the first of the two key presses that close the page was made.
    sure: bool,
}

fn show(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    let session = run.recording.session();
    let why = if session.is_private() {
        "This session is private, and no shared screen shows it: phones are none of it."
    } else if !run.writable {
        "This session is only read here; phones answer where it is written."
    } else if session.is_closed() {
        "This session has ended; phones answer while it is on."
    } else {
        model.show(PhonesView::default());
        return Vec::new();
    };
    model.tell(Tone::Plain, why);
    Vec::new()
}

/// Asks for the page.
fn open(model: &mut Model, address: &str) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    model.phones.session = Some(run.recording.session().header().id.clone());
    if !serves(model) {
        return Vec::new();
    }
    model.phones.room = Some(Box::new(Room::new(run.recording.for_the_room(), model.catalogue.clone())));
    model.phones.link = PhonesLink::Opening;
    let address = Some(address.trim()).filter(|address| !address.is_empty()).map(str::to_owned);
    vec![Effect::Phones(PhonesChore::Open { address })]
}

impl Popup for PhonesView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "A page for the phones in this room, on this machine. Nothing that comes from one is",
            "shown or recorded before you show it. It is off until asked for, has another address",
            "each time, and ends with the session.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let sure = std::mem::take(&mut self.sure);
        match (&model.phones.link, key.code, key.typed()) {
            (PhonesLink::Closed, Code::Enter, _) => return Then::Stay(open(model, self.address.text())),
            (PhonesLink::Closed, ..) => {
                self.address.press(key);
            }
            (PhonesLink::Open { .. }, Code::Enter, _) => return Then::Close(put_up(model, RoomView::Phones)),
            (PhonesLink::Open { .. }, _, Some('q')) => {
                model.show(FromPhones::default());
                return Then::close();
            }
            (PhonesLink::Open { .. }, _, Some('x')) if sure => {
                model.tell(Tone::Plain, "The page for phones is closed; what was not shown is forgotten.");
                return Then::Close(close(model));
            }
            (PhonesLink::Open { .. }, _, Some('x')) => self.sure = true,
            (PhonesLink::Opening | PhonesLink::Open { .. }, ..) => {}
        }
        Then::stay()
    }

    fn paste(&mut self, _model: &mut Model, lines: Vec<String>) {
        self.address.insert(&lines.join(" "));
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let body = match &model.phones.link {
            PhonesLink::Closed => self.closed(),
            PhonesLink::Opening => vec![SheetPart::text("A moment: the page is being opened.", Role::Text)],
            PhonesLink::Open { address, code } => self.open_page(model, address, code.as_ref()),
        };
        Some(Sheet { widest: Some(WIDEST), body, ..Sheet::titled("phones in the room") })
    }
}

impl PhonesView {
    fn closed(&self) -> Vec<SheetPart> {
        let says = "Off. Everybody with a phone in this network can answer on one page: no app, no account, no name. \
                    Nothing is shown or recorded before you show it; the page ends with the session.";
        vec![
            SheetPart::text(says, Role::Text),
            SheetPart::blank(),
            SheetPart::typed("address: ", self.address.text()),
            SheetPart::text("empty: this machine's in the local network; else ADDRESS or ADDRESS:PORT", Role::Quiet),
            SheetPart::text("Enter opens the page; Esc leaves it off", Role::Accent),
        ]
    }

    /// Returns the code with the address, who is there, and what can be done.
    fn open_page(&self, model: &Model, address: &str, code: Option<&super::PhoneCode>) -> Vec<SheetPart> {
        let phones = &model.phones;
        let there = format!("{} there", counted(phones.present, "phone is", "phones are"));
        let count = phones.board().map(|board| board.count.clone()).unwrap_or_default();
        let waiting = counted(phones.waiting.len(), "entry waits", "entries wait");
        let closes = if self.sure { "x once more closes it" } else { "x closes the page" };
        let line = |text: &str, role| (text.to_owned(), role);
        let beside = vec![
            line(address.strip_prefix("http://").unwrap_or(address), Role::Title),
            line("", Role::Text),
            line(&there, Role::Text),
            line(&count, Role::Text),
            line(&format!("{waiting} to be looked at"), Role::Text),
            line("", Role::Text),
            line("Enter shows the room this code", Role::Accent),
            line("q looks at what came in", Role::Accent),
            line("Ctrl-B, F6: count and show", Role::Accent),
            line(closes, if self.sure { Role::Amber } else { Role::Accent }),
        ];
        match code {
            Some(code) => vec![SheetPart::Code(code.clone(), beside)],
            None => beside.into_iter().map(|(text, role)| SheetPart::text(&text, role)).collect(),
        }
    }
}
