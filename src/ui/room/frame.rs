use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};

use super::{
    around, check, countdown, decisions, exhibit, finding, list, phones, picture, poll, progress, ripple, said, spread,
    talk,
};
use crate::app::room::{ROOMY, Room, RoomClock, RoomScene, RoomWindow, Running};
use crate::theme::Role;
use crate::ui::ascii::to_ascii;
use crate::ui::room::headline::Headline;
use crate::ui::surface;
use crate::ui::sweep::sweep;
use crate::ui::words::{cells, clock, countdown_clock, cut};
use crate::ui::{Frame, Paint};

/// Draws the whole screen of the room.
pub fn draw(window: &RoomWindow, paint: &Paint, frame: &mut ratatui::Frame<'_>) {
    surface::on(frame, |frame| draw_whole(window, paint, frame));
}

fn draw_whole(window: &RoomWindow, paint: &Paint, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, paint.role(Role::Text));
    let area = area.inner(Margin { horizontal: if area.width >= ROOMY { 2 } else { 0 }, vertical: 0 });
    match window.room.as_ref().filter(|_| !window.checking) {
        Some(room) => draw_room(frame, area, paint, window, room),
        None => check::draw(frame, area, paint, window),
    }
    sweep(frame.buffer_mut());
    if window.ascii {
        to_ascii(frame.buffer_mut());
    }
}

fn draw_room(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, room: &Room) {
    if room.scene() == RoomScene::Thanks {
        return thanks(frame, area, paint, room);
    }
    let [top, body, foot] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)]).areas(area);
    head(frame, top, paint, window, room);
    scene(frame, body, paint, window, room);
    let bare = matches!(room.scene(), RoomScene::Curtain | RoomScene::Quiet | RoomScene::Collecting { .. });
    if !bare {
        draw_foot(frame, foot, paint, window, room);
    }
}

/// Draws the room's view without title and clock. After the end of the session this is the list of lines said.
pub(in crate::ui) fn scene(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, room: &Room) {
    let clocks = room.clock(window.now);
    let (body, below) = with_room_for_a_line(area, window, &room.scene());
    match room.scene() {
        RoomScene::Curtain => {}
        RoomScene::Collecting { how, promise } => {
            let phones = phones::while_collecting(window);
            countdown::collecting(frame, body, paint, room, &clocks, [how, &promise, &phones]);
        }
        RoomScene::Quiet => countdown::quiet(frame, body, paint, room, &clocks),
        RoomScene::Texts(texts) => exhibit::texts(frame, body, paint, room, texts),
        RoomScene::Spread(ballots) => spread::draw(frame, body, paint, ballots),
        RoomScene::Poll(poll) => poll::options(frame, body, paint, poll),
        RoomScene::Order { ballot, order } => poll::order(frame, body, paint, ballot, order),
        RoomScene::Votes { ballot, hands } => exhibit::votes(frame, body, paint, ballot, hands),
        RoomScene::Talk | RoomScene::Thanks => talk::draw(frame, body, paint, window, room),
        RoomScene::Around { label, around } => around::draw(frame, body, paint, &label, &around),
        RoomScene::List(list) => list::draw(frame, body, paint, &list),
        RoomScene::Picture => picture::draw(frame, body, paint, window, room),
        RoomScene::Ripple { push } => ripple::draw(frame, body, paint, window, &push),
        RoomScene::Finding(part) => finding::draw(frame, body, paint, window, part),
        RoomScene::Line(told, state) => talk::draw_one(frame, body, paint, window, room, (&told, state)),
        RoomScene::Said(groups) => said::draw(frame, body, paint, &groups),
        RoomScene::Decisions { decided, promised } => decisions::draw(frame, body, paint, &decided, &promised),
        RoomScene::Phones => phones::draw(frame, body, paint, window),
        RoomScene::Progress(parts) => progress::draw(frame, body, paint, &parts),
    }
    talk::meanwhile(frame, below, paint, window, room);
}

/// Splits an area: the view above, and the newest line below it.
fn with_room_for_a_line(area: Rect, window: &RoomWindow, scene: &RoomScene<'_>) -> (Rect, Rect) {
    let takes_lines = matches!(
        scene,
        RoomScene::Around { .. }
            | RoomScene::List(_)
            | RoomScene::Ripple { .. }
            | RoomScene::Finding(_)
            | RoomScene::Decisions { .. }
            | RoomScene::Progress(_)
            | RoomScene::Phones
            | RoomScene::Texts(_)
            | RoomScene::Votes { .. }
            | RoomScene::Spread(_)
            | RoomScene::Poll(_)
            | RoomScene::Order { .. }
    );
    let rows = match area.height {
        _ if *scene == RoomScene::Picture => window.rows_for_line(),
        16.. if takes_lines => talk::MEANWHILE + 1,
        8.. if takes_lines => 1,
        _ => 0,
    };
    let [above, below] = Layout::vertical([Constraint::Fill(1), Constraint::Length(rows)]).areas(area);
    (above, below)
}

/// Draws the title on the left and the clock on the right.
pub(in crate::ui) fn head(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, room: &Room) {
    let area = house(frame, area, paint);
    let time = time_in_words(&room.clock(window.now));
    let width = area.width.saturating_sub(cells(&time) + 2);
    let title = super::prose::shortened(room.title(), width, 1).into_iter().next().unwrap_or_default();
    let gap = area.width.saturating_sub(cells(&title) + cells(&time));
    let line = Line::from(vec![
        Span::styled(title, paint.role(Role::Accent)),
        Span::raw(" ".repeat(usize::from(gap))),
        Span::styled(time, paint.role(Role::Text)),
    ]);
    frame.render_widget(line, area);
}

/// Draws the name of the organisation on the left, and returns the area beside it. In a narrow window, where it would
/// leave no space for the title, it is left out.
fn house(frame: &mut Frame<'_>, area: Rect, paint: &Paint) -> Rect {
    let Some(house) = paint.house() else { return area };
    let (name, style) = match house.band {
        Some(band) => (format!(" {} ", house.name), band),
        None => (format!("{} ·", house.name), paint.role(Role::Accent)),
    };
    if cells(&name) > area.width / HOUSE_SHARE {
        return area;
    }
    let [left, _, rest] =
        Layout::horizontal([Constraint::Length(cells(&name)), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    frame.render_widget(Line::styled(name, style), left);
    rest
}

/// The name of the organisation takes at most one such part of the width.
const HOUSE_SHARE: u16 = 3;

/// Returns the time left in the step, and how long the session has run. The room is not shown that a step runs over.
fn time_in_words(clocks: &RoomClock) -> String {
    let session = clock(clocks.session);
    match (clocks.running, clocks.left()) {
        (Running::Waiting, _) => String::new(),
        (Running::NotStarted, _) => "not started".to_owned(),
        (Running::Paused, _) => format!("paused   {session}"),
        (Running::Yes, Some(left)) => format!("{} left   {session}", countdown_clock(left)),
        (Running::Yes, None) => session,
    }
}

/// Draws how many items are parked, and where phones answer.
fn draw_foot(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, room: &Room) {
    let parked = Some(room.parked()).filter(|parked| *parked > 0).map(|parked| format!("{parked} parked"));
    let says: Vec<String> = parked.into_iter().chain(phones::in_words(window)).collect();
    frame.render_widget(Line::styled(cut(&says.join("   "), area.width), paint.role(Role::Text)), area);
}

fn thanks(frame: &mut Frame<'_>, area: Rect, paint: &Paint, room: &Room) {
    let most = (area.height / 2).max(1);
    let headline = Headline::fit("Thank you", area.width, most);
    let above = area.height.saturating_sub(headline.height() + 3) / 3;
    let [_, top, _, title] = Layout::vertical([
        Constraint::Length(above),
        Constraint::Length(headline.height()),
        Constraint::Length(1),
        Constraint::Fill(1),
    ])
    .areas(area);
    headline.draw(frame, top, paint);
    super::lines::plain(frame, title, paint.role(Role::Accent), room.title());
}
