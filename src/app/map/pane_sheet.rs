use super::pane_state::{PaneRow, PaneStage, ThingPane};
use crate::app::model::Model;
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry, SheetPart};
use crate::graph::Thing;
use crate::record::spoken::day_in_words;
use crate::record::{Attribute, Kind, Want};
use crate::theme::Role;

/// The maximum number of units that are named below the entry line.
const UNITS: usize = 8;

/// Returns what the pane shows; `None` where nothing has the thing's name any more.
pub(super) fn sheet(pane: &ThingPane, model: &Model) -> Option<Sheet> {
    let thing = pane.thing(model)?;
    Some(match &pane.stage {
        PaneStage::Rows => rows(pane, model, &thing),
        PaneStage::Typing(entry) => Sheet {
            body: hints(pane, model, &thing),
            entry: Some(SheetEntry { entry: entry.clone(), place: EntryPlace::Top, veiled: false }),
            ..titled(&thing, pane.row)
        },
        PaneStage::Choosing(selected) => {
            let choices = (1..).zip(pane.row.choices()).map(|(number, choice)| format!("{number}  {}", words(choice)));
            Sheet {
                body: vec![
                    SheetPart::Rows { rows: choices.collect(), selected: *selected },
                    SheetPart::Hint("a number, or Enter; Esc: leave it".to_owned(), Role::Quiet),
                ],
                ..titled(&thing, pane.row)
            }
        }
        PaneStage::Taken(other) => Sheet::texts(
            thing.label.clone(),
            [
                (format!("Another thing is called {other} already."), Role::Text),
                (format!("Enter: the two are one thing, called {other}. Esc: they are not."), Role::Quiet),
            ],
        ),
    })
}

fn titled(thing: &Thing, row: PaneRow) -> Sheet {
    Sheet::titled(format!("{}: {}", thing.label, row.heading()))
}

fn rows(pane: &ThingPane, model: &Model, thing: &Thing) -> Sheet {
    let row = |(number, row): (usize, PaneRow)| {
        let now = now(pane, model, thing, row).unwrap_or_else(|| "nobody has said".to_owned());
        format!("{number}  {:<20}{now}", row.heading())
    };
    let mut body =
        vec![SheetPart::Rows { rows: (1..).zip(PaneRow::ALL).map(row).collect(), selected: pane.row.place() }];
    if !thing.aliases.is_empty() {
        body.push(SheetPart::Hint(format!("also called {}", thing.aliases.join(", ")), Role::Quiet));
    }
    let stands = thing.imported.then(|| "imported: nobody here has spoken of it yet".to_owned());
    let gone = thing.gone.as_ref().map(|gone| format!("no longer in the list since {}", day_in_words(gone.day)));
    let told = stands.into_iter().chain(gone).chain(pane.described(model, thing));
    body.extend(told.map(|told| SheetPart::Text(told, Role::Quiet)));
    let other = pane.other.as_ref().and_then(|other| model.map_ledger().thing(other));
    let turn = other.map(|other| format!("; Tab: {}", other.label)).unwrap_or_default();
    body.push(SheetPart::Hint(format!("a number, or Enter, changes it; Ctrl-Z takes it back{turn}"), Role::Quiet));
    Sheet { body, ..Sheet::titled(thing.label.clone()) }
}

fn now(pane: &ThingPane, model: &Model, thing: &Thing, row: PaneRow) -> Option<String> {
    match row {
        PaneRow::Name => Some(thing.label.clone()),
        PaneRow::Owner => pane.unit(model),
        PaneRow::Kind if thing.kind == Kind::Unknown => None,
        PaneRow::Kind => Some(thing.kind.name().to_lowercase()),
        PaneRow::Status => thing.status.map(|status| status.name().to_owned()),
        PaneRow::Good => thing.want.map(|want| good(want).to_owned()),
    }
}

/// Returns a choice as the pane lists it.
fn words(choice: Attribute) -> String {
    match choice {
        Attribute::Kind(kind) => format!("{:<11} {}", kind.name().to_lowercase(), kind.question()),
        Attribute::Status(status) => status.name().to_owned(),
        Attribute::Want(want) => good(want).to_owned(),
        Attribute::Scarce | Attribute::Outside | Attribute::Started(_) => String::new(),
    }
}

const fn good(want: Want) -> &'static str {
    match want {
        Want::Up => "more is better",
        Want::Down => "less is better",
        Want::Steady => "steady is better",
    }
}

fn hints(pane: &ThingPane, model: &Model, thing: &Thing) -> Vec<SheetPart> {
    if pane.row == PaneRow::Name {
        let stays = format!("Lines that say {} go on meaning it, and searching for it finds it.", thing.label);
        return vec![SheetPart::Hint(stays, Role::Quiet)];
    }
    let ledger = model.map_ledger();
    let units = ledger.things().filter(|known| known.kind == Kind::Party && known.label != thing.label);
    let units: Vec<&str> = units.map(|known| known.label).take(UNITS).collect();
    let known = if units.is_empty() { String::new() } else { format!("known: {}", units.join(", ")) };
    vec![SheetPart::Hint(known, Role::Quiet)]
}
