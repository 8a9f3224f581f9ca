use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue, queue_before_lines};
use crate::app::screen::Screen;
use crate::app::sheet::Sheet;
use crate::record::{Fact, RoomView};

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

/// Returns the views of the room, each with its description.
fn room_views(model: &Model) -> Vec<(String, RoomView)> {
    let mut views = vec![("the question and the last line".to_owned(), RoomView::Talk)];
    let thing = model.run.as_ref().and_then(|run| run.last.in_view.as_ref()).map(|thing| thing.label.clone());
    views.extend(thing.map(|label| (format!("what is next to {label}"), RoomView::Around(label))));
    views.extend([
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
        // Whoever selects a view wants it to be seen, so private content is hidden.
        model.glance = false;
        let covered = model.run.as_ref().is_some_and(|run| *run.view_to_be() == RoomView::Curtain);
        let shown = Todo::Act(vec![Fact::Shown { view }]);
        // Lines typed behind the curtain were queued first and stay behind it.
        Then::Close(if covered { queue(model, [shown]) } else { queue_before_lines(model, shown) })
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let rows = room_views(model).into_iter().map(|(says, _)| says);
        Some(Sheet::numbered("the room looks at", rows, self.selected, "a number or Enter; F8 is the curtain"))
    }
}
