use super::show::{TALKED_ABOUT, put_up};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::Screen;
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

/// Returns the views of the room, each with its description. Those that are asked for most come first.
fn room_views(model: &Model) -> Vec<(String, RoomView)> {
    let mut views = vec![
        ("the question and the last line".to_owned(), RoomView::Talk),
        ("the map around what is talked about".to_owned(), TALKED_ABOUT),
        ("the whole map".to_owned(), RoomView::WholeMap),
    ];
    let thing = model.run.as_ref().and_then(|run| run.last.in_view.as_ref()).map(|thing| thing.label.clone());
    views.extend(thing.into_iter().flat_map(|label| {
        let ripple = RoomView::Ripple { of: label.clone(), less: false, waves: 1 };
        [
            (format!("what follows from {label}, wave by wave"), ripple),
            (format!("what is next to {label}"), RoomView::Around(label)),
        ]
    }));
    let finding = model.offers().first().map(|finding| model.shown_to_the_room(finding));
    views.extend(finding.map(|finding| ("a finding, its question first".to_owned(), RoomView::Finding(finding))));
    views.extend([
        ("what was said last".to_owned(), RoomView::Said),
        ("what was decided, and who does what".to_owned(), RoomView::Decisions),
        ("where we are in the plan".to_owned(), RoomView::Progress),
        ("who does what by when".to_owned(), RoomView::Promises),
        ("questions to take away".to_owned(), RoomView::Questions),
        ("what was parked".to_owned(), RoomView::Parked),
        ("the plan for today".to_owned(), RoomView::Agenda),
    ]);
    views
}

impl Popup for RoomViewsView {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let views = room_views(model);
        let chosen = key.chosen_row(self.selected);
        let Some((_, view)) = chosen.and_then(|chosen| views.get(chosen)).cloned() else {
            self.selected = key.moved(self.selected, views.len()).unwrap_or(self.selected);
            return Then::stay();
        };
        Then::Close(put_up(model, view))
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let rows = room_views(model).into_iter().map(|(says, _)| says);
        Some(Sheet::numbered("the room looks at", rows, self.selected, "a number or Enter; Ctrl-5 shows more of it, F8 is the curtain"))
    }
}
