//! Every thing that would come in; each can be left out.

use std::collections::BTreeSet;

use crate::app::effect::Effect;
use crate::app::importing::addresses::without_addresses;
use crate::app::importing::chore::ImportPreview;
use crate::app::importing::page::{PageSpace, changed, row, window, within};
use crate::app::importing::state::Importing;
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::SheetPart;
use crate::import::ImportedThing;
use crate::record::Status;
use crate::record::spoken::counted;
use crate::record::text::clean;
use crate::theme::Role;

/// The widths of the columns beside the name: the mark, the kind, the status, the place.
const MARK: u16 = 3;
const KIND: u16 = 9;
const STATUS: u16 = 8;
const PLACE: u16 = 22;

/// The key that leaves out every listed thing, or lets them come in again.
const ALL: KeyPress = KeyPress::ctrl('t');

/// Returns the things whose names hold what was typed, in the order of the files.
fn listed<'p>(importing: &Importing, preview: &'p ImportPreview) -> Vec<&'p ImportedThing> {
    let typed = importing.looks.filter.text().trim().to_lowercase();
    let fits = |thing: &&ImportedThing| typed.is_empty() || thing.label.to_lowercase().contains(&typed);
    preview.map.things.iter().filter(fits).collect()
}

pub(in crate::app::importing) fn press(
    importing: &mut Importing,
    preview: &ImportPreview,
    key: KeyPress,
) -> Vec<Effect> {
    let listed = listed(importing, preview);
    let here = importing.looks.thing_row;
    match key.code {
        Code::Char(' ') if !importing.looks.types => {
            let Some(thing) = listed.get(here) else { return Vec::new() };
            importing.looks.thing_row = (here + 1).min(listed.len().saturating_sub(1));
            turn(importing, &BTreeSet::from([thing.key.as_str()]));
            return changed(importing);
        }
        _ if key == ALL => {
            turn(importing, &listed.iter().map(|thing| thing.key.as_str()).collect());
            return changed(importing);
        }
        Code::Home => importing.looks.thing_row = 0,
        Code::End => importing.looks.thing_row = listed.len().saturating_sub(1),
        Code::Up | Code::Down | Code::PageUp | Code::PageDown => {
            importing.looks.types = false;
            importing.looks.thing_row = key.paged(here, listed.len()).unwrap_or(here);
        }
        _ => {
            importing.looks.filter.press(key);
            importing.looks.types = !importing.looks.filter.is_empty();
            importing.looks.thing_row = 0;
        }
    }
    Vec::new()
}

/// Leaves out these things; if all of them are left out already, they come in again.
fn turn(importing: &mut Importing, keys: &BTreeSet<&str>) {
    let left_out = &mut importing.mapping.left_out;
    let is_out: BTreeSet<&str> = left_out.iter().map(String::as_str).collect();
    let all_out = keys.iter().all(|key| is_out.contains(key));
    let more: Vec<String> =
        keys.iter().filter(|key| !all_out && !is_out.contains(*key)).map(|key| (*key).to_owned()).collect();
    if all_out {
        left_out.retain(|key| !keys.contains(key.as_str()));
    }
    left_out.extend(more);
}

/// Puts the cursor on a row that is there.
pub(in crate::app::importing) fn stay_inside(importing: &mut Importing, preview: &ImportPreview) {
    let last = listed(importing, preview).len().saturating_sub(1);
    importing.looks.thing_row = importing.looks.thing_row.min(last);
}

pub(in crate::app::importing) fn lines(
    importing: &Importing,
    preview: &ImportPreview,
    space: PageSpace,
) -> Vec<SheetPart> {
    let things = listed(importing, preview);
    let left_out = importing.left_out();
    let selected = importing.looks.thing_row;
    let name = space.width.saturating_sub(MARK + KIND + STATUS + PLACE + 4).max(12);
    let part = |(at, thing): (usize, &&ImportedThing)| {
        let is_out = left_out.contains(thing.key.as_str());
        let role = match () {
            () if at == selected => Role::Selected,
            () if is_out => Role::Quiet,
            () => Role::Text,
        };
        let mark = if is_out { "[ ]" } else { "[x]" };
        let status = thing.status.map_or("", Status::name);
        let cells = [
            (mark.to_owned(), MARK),
            (without_addresses(&clean(&thing.label)), name),
            (thing.kind.word().to_owned(), KIND),
            (status.to_owned(), STATUS),
            (clean(&within(&thing.place)).into_owned(), PLACE),
        ];
        row(cells, role)
    };
    let typed = importing.looks.filter.text();
    let head = match typed {
        "" => format!("{} that the file states; [ ] does not come in", counted(things.len(), "thing", "things")),
        typed => format!(
            "{} with “{}” in the name; Down goes to them, Esc shows all",
            counted(things.len(), "thing", "things"),
            clean(typed)
        ),
    };
    let list = window(things.len(), selected, space.lines.saturating_sub(1), things.iter().enumerate().map(part));
    std::iter::once(SheetPart::Cut(head, Role::Quiet)).chain(list).collect()
}
