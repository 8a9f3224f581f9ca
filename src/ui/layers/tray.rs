use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::lines_boxed;
use super::list::list;
use crate::app::{Model, Side, Tray, side};
use crate::export::because;
use crate::record::text::clean;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cut, wrap};

/// The widest a pair is set.
const WIDEST: u16 = 90;

/// One pair of names with what is known about both, or the list of names that are one thing.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, tray: &Tray) {
    let width = area.width.saturating_sub(4).min(WIDEST);
    if tray.lists {
        let rows: Vec<String> = tray.rows().iter().map(|row| clean(row).into_owned()).collect();
        let hint = match tray.joined.is_empty() {
            _ if rows.is_empty() => "No names were merged. Tab: names that look alike; Esc",
            true => "Tab: names that look alike; Esc",
            false => "Enter makes them two things again   z take back the last decision   Tab: names that look alike",
        };
        let lines = list(&rows, tray.selected, area, paint, hint);
        return lines_boxed(frame, area, paint, "one thing, several names", lines);
    }
    let Some(pair) = tray.pair() else {
        let says = "Nothing is left to decide. z takes back the last decision; Tab: merged names; Esc";
        let lines = set(says, Role::Quiet, paint, width);
        return lines_boxed(frame, area, paint, "names that look alike", lines);
    };
    let ledger = model.map_ledger();
    let mut lines = Vec::new();
    for (number, label) in [("1", &pair.left), ("2", &pair.right)] {
        lines.extend(told(number, label, &side(ledger, label), paint, width));
    }
    lines.extend(set(&format!("Why: {}.", because(pair)), Role::Text, paint, width));
    let keys = set(
        "1 one thing, keep the first name   2 keep the second   b both: two things   s skip   z take back   \
         Tab merged names   Esc",
        Role::Quiet,
        paint,
        width,
    );
    lines.truncate(usize::from(area.height.saturating_sub(4)).saturating_sub(keys.len()));
    lines.extend(keys);
    let title = format!("one thing, or two? {} of {}", tray.at + 1, tray.pairs.len());
    lines_boxed(frame, area, paint, &title, lines);
}

fn told(number: &str, label: &str, side: &Side, paint: &Paint, width: u16) -> Vec<Line<'static>> {
    let mut lines = set(&format!("{number}  {label}"), Role::Title, paint, width);
    let rows = [
        ("", side.kind),
        ("leads to ", &side.to),
        ("comes from ", &side.from),
        ("said in ", &side.sessions),
        ("typed as ", &side.typed),
    ];
    for (what, names) in rows.into_iter().filter(|(_, names)| !names.is_empty()) {
        let row = format!("   {what}{}", clean(names));
        lines.push(Line::styled(cut(&row, width), paint.role(Role::Quiet)));
    }
    lines
}

fn set(text: &str, role: Role, paint: &Paint, width: u16) -> Vec<Line<'static>> {
    wrap(&clean(text), width).into_iter().map(|row| Line::styled(row, paint.role(role))).collect()
}
