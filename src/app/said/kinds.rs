use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::{Attribute, Fact, Kind};
use crate::theme::Role;

/// The command that sets the kind of a thing just named.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(230, "set-kind", "say what sort of thing was just named", &[Screen::Run], show)
        .key(KeyPress::ctrl('k'))];

/// The popup that sets the kind of a thing.
#[derive(Debug)]
struct KindsView {
    /// The things named by the last line.
    things: Vec<(String, Kind)>,
    /// The index of the selected thing.
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    let things = model.run.as_ref().map(|run| run.last.just_named.clone()).unwrap_or_default();
    if things.is_empty() {
        model.tell(Tone::Plain, "Name a thing first; then this says what sort of thing it is.");
    } else {
        let selected = things.iter().position(|(_, kind)| *kind == Kind::Unknown).unwrap_or(0);
        model.show(KindsView { things, selected });
    }
    Vec::new()
}

impl Popup for KindsView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What sort of thing was just named: a number or the sign before a sort sets it, Tab",
            "goes to the next thing of the line.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let sigil = key.typed().and_then(Kind::from_sigil);
        let kind = sigil.or_else(|| Kind::SORTED.get(key.numbered_row()?).copied());
        if kind.is_none() && key.typed().is_some() {
            // Another key belongs to the entry line, so that typing is not interrupted; the popup can be opened again.
            return Then::PassKey;
        }
        let Some((label, kind)) = self.things.get(self.selected).map(|(label, _)| label.clone()).zip(kind) else {
            let count = self.things.len();
            let next = if key.code == Code::Tab { (self.selected + 1) % count.max(1) } else { self.selected };
            self.selected = key.moved(self.selected, count).unwrap_or(next);
            return Then::stay();
        };
        let says = format!("{label}: sorted as {}.", kind.name().to_lowercase());
        let facts = vec![Fact::Set { label, attribute: Attribute::Kind(kind), words: None }];
        Then::Close(queue(model, [Todo::Told(facts, says)]))
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let (label, kind) = self.things.get(self.selected)?;
        let row = |(number, choice): (usize, Kind)| {
            let role = if choice == *kind { Role::Selected } else { Role::Text };
            let sigil = choice.sigil().unwrap_or(' ');
            let words = format!("{:<11} {}", choice.name().to_lowercase(), choice.question());
            SheetPart::Line(vec![(format!("{number} {sigil}  "), Role::Accent), (words, role)])
        };
        let hint = if self.things.len() > 1 {
            "a number or the sign before it; Tab: the next thing"
        } else {
            "a number or the sign before it"
        };
        let rows = (1..).zip(Kind::SORTED).map(row);
        Some(Sheet { body: rows.chain([SheetPart::line(hint, Role::Quiet)]).collect(), ..Sheet::titled(label) })
    }
}
