//! The content of the tray: one pair of names with the facts about both, or the list of merged names.

use super::pairs::{NameFacts, Tray, side};
use crate::app::sheet::{Sheet, SheetPart};
use crate::export::because;
use crate::graph::{AlikeBand, Ledger};
use crate::record::text::clean;
use crate::theme::Role;

/// The maximum width of the text about a pair, in cells.
const WIDEST: u16 = 90;

/// What is said where there is nothing to decide and nothing to take back.
pub(super) const NOTHING: &str = "No two names look alike, and none were merged.";

/// What stands there while names are compared.
const LOOKING: &str = "Still looking for names that look alike.";

/// Returns the content of the tray; `looking` tells that names are still compared.
pub(super) fn sheet(tray: &Tray, ledger: &Ledger, looking: bool) -> Sheet {
    if tray.lists {
        return list(tray);
    }
    let Some(pair) = tray.pair() else {
        if looking {
            let says = format!("{LOOKING} Tab: merged names; Esc");
            return Sheet { widest: Some(WIDEST), ..Sheet::texts("names that look alike", [(says, Role::Quiet)]) };
        }
        let says = "Nothing is left to decide. z takes back the last decision; Tab: merged names; Esc";
        let nothing = Sheet::texts("names that look alike", [(says.to_owned(), Role::Quiet)]);
        return Sheet { widest: Some(WIDEST), ..nothing };
    };
    let mut body = Vec::new();
    for (number, label) in [("1", &pair.left), ("2", &pair.right)] {
        body.extend(told(number, label, &side(ledger, label)));
    }
    let band = match pair.band() {
        AlikeBand::Sure => "Very likely one thing",
        AlikeBand::Perhaps => "Perhaps one thing",
    };
    body.push(SheetPart::text(&format!("{band}: {}.", because(pair)), Role::Text));
    if looking {
        body.push(SheetPart::text(LOOKING, Role::Quiet));
    }
    let keys = "1 one thing, keep the first name   2 keep the second   b both: two things   s skip   z take back   \
                Tab merged names   Esc";
    let title = format!("one thing, or two? {} of {}", tray.at + 1, tray.pairs.len());
    Sheet { widest: Some(WIDEST), body, foot: vec![SheetPart::text(keys, Role::Quiet)], ..Sheet::titled(title) }
}

fn list(tray: &Tray) -> Sheet {
    let rows: Vec<String> = tray.rows().iter().map(|row| clean(row).into_owned()).collect();
    let hint = match tray.joined.is_empty() {
        _ if rows.is_empty() => "No names were merged. Tab: names that look alike; Esc",
        true => "Tab: names that look alike; Esc",
        false => "Enter makes them two things again   z take back the last decision   Tab: names that look alike",
    };
    Sheet::list("one thing, several names", rows, tray.selected, hint)
}

fn told(number: &str, label: &str, side: &NameFacts) -> Vec<SheetPart> {
    let rows = [
        ("", side.kind),
        ("leads to ", &side.to),
        ("comes from ", &side.from),
        ("said in ", &side.sessions),
        ("typed as ", &side.typed),
    ];
    let rows = rows.into_iter().filter(|(_, names)| !names.is_empty());
    let rows = rows.map(|(what, names)| SheetPart::Cut(format!("   {what}{}", clean(names)), Role::Quiet));
    [SheetPart::text(&format!("{number}  {label}"), Role::Title)].into_iter().chain(rows).collect()
}
