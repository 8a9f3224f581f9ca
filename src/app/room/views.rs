use super::ripple_start::start_of_ripple;
use super::show::{TALKED_ABOUT, put_up};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::record::RoomView;

/// The command that selects the room's view.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(120, "room-views", "choose what the room looks at", &[Screen::Run], show)
        .key(KeyPress::plain(Code::F(5)))
        .while_collecting()];

/// The popup that selects the room's view.
#[derive(Debug, Default)]
struct RoomViewsView {
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(RoomViewsView::default());
    Vec::new()
}

/// A row of the popup: its words, and the view, or why there is none.
type ViewRow = (String, Result<RoomView, &'static str>);

/// Returns the views of the room, each with its description. Every row has the same number at all times, so that the
/// digits can be learned.
fn room_views(model: &Model) -> Vec<ViewRow> {
    let thing = model.run.as_ref().and_then(|run| run.last.in_view.as_ref()).map(|thing| thing.label.clone());
    let of = thing.as_deref().unwrap_or("a thing");
    let about = |view: &dyn Fn(String) -> RoomView| thing.clone().map(view).ok_or("Name the thing first.");
    let start = model.run.as_ref().and_then(start_of_ripple);
    let from = start.as_deref().unwrap_or("a thing");
    let ripple = start.clone().map(|of| RoomView::Ripple { of, less: false, waves: 1 }).ok_or("Name the thing first.");
    let finding = model.offers().first().map(|finding| RoomView::Finding(model.shown_to_the_room(finding)));
    let phones = if model.phones.is_open() {
        Ok(RoomView::Phones)
    } else {
        Err("There is no page for phones: /phones opens it.")
    };
    vec![
        ("the question and the last line".to_owned(), Ok(RoomView::Talk)),
        ("the map around what is talked about".to_owned(), Ok(TALKED_ABOUT)),
        ("the whole map".to_owned(), Ok(RoomView::WholeMap)),
        (format!("what follows from {from}, wave by wave"), ripple),
        ("a finding, its question first".to_owned(), finding.ok_or("Nothing shows on the map so far.")),
        ("what was said last".to_owned(), Ok(RoomView::Said)),
        ("what was decided, and who does what".to_owned(), Ok(RoomView::Decisions)),
        ("where we are in the plan".to_owned(), Ok(RoomView::Progress)),
        ("what was parked".to_owned(), Ok(RoomView::Parked)),
        ("questions to take away".to_owned(), Ok(RoomView::Questions)),
        ("who does what by when".to_owned(), Ok(RoomView::Promises)),
        (format!("what is next to {of}"), about(&RoomView::Around)),
        ("the plan for today".to_owned(), Ok(RoomView::Agenda)),
        ("the code and the address for phones".to_owned(), phones),
    ]
}

impl Popup for RoomViewsView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What the people in the room see on the projector: a number or Enter puts it up.",
            "It stays until another is chosen, or a step is entered; private text is in none.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let views = room_views(model);
        let chosen = key.chosen_row(self.selected);
        match chosen.and_then(|chosen| views.get(chosen)).cloned() {
            Some((_, Ok(view))) => Then::Close(put_up(model, view)),
            Some((_, Err(why))) => {
                model.tell(Tone::Plain, why);
                Then::close()
            }
            None => {
                self.selected = key.moved(self.selected, views.len()).unwrap_or(self.selected);
                Then::stay()
            }
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let rows = room_views(model).into_iter().map(|(says, _)| says);
        Some(Sheet::numbered(
            "the room looks at",
            rows,
            self.selected,
            "a number or Enter; Ctrl-5 shows more of it, F8 is the curtain",
        ))
    }
}
