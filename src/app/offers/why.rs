use super::take::COVERED;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Run, settle};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::capture::Form;

/// The command that says why a line is read so.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(243, "why", "why the line is read so", &[Screen::Run], show).key(KeyPress::ctrl(' '))];

/// The maximum width of a reason, in cells.
const WIDTH: u16 = 60;

/// The popup that says why the typed line, or the last one, is read so.
#[derive(Debug)]
struct WhyView {
    title: &'static str,
    reasons: Vec<String>,
}

fn show(model: &mut Model) -> Vec<Effect> {
    settle(model);
    super::look(model);
    if model.is_shared() {
        model.tell(Tone::Plain, COVERED);
        return Vec::new();
    }
    match model.run.as_ref().and_then(reasons) {
        Some(view) => model.show(view),
        None => model.tell(Tone::Plain, "Type a line first; then this says why it is read so."),
    }
    Vec::new()
}

/// Returns the reasons about the typed line, else about the last line; `None` if there is no line.
fn reasons(run: &Run) -> Option<WhyView> {
    if let Some(live) = &run.typing.live {
        let chosen = live.offers.get(run.typing.chosen).or(live.offers.first());
        let reasons = chosen.map_or(&live.because, |offer| &offer.because);
        let text = chosen.is_none() && live.form == Form::Text;
        return Some(WhyView::of("why this line is read so", reasons, text));
    }
    run.last_line()?;
    let offered = &run.last.offered;
    let chosen = offered.readings.get(offered.chosen);
    let reasons = chosen.map_or(&run.last.because, |offer| &offer.because);
    Some(WhyView::of("why the last line was read so", reasons, false))
}

impl WhyView {
    fn of(title: &'static str, reasons: &[String], text: bool) -> Self {
        let nothing = if text { NO_SHAPE } else { AS_TYPED };
        let reasons = if reasons.is_empty() { vec![nothing.to_owned()] } else { reasons.to_vec() };
        Self { title, reasons }
    }
}

/// The reason for a line that stays text and for which nothing is offered.
const NO_SHAPE: &str = "Nothing in it says what goes up or down, who does what, or what was decided: it stays text.";

/// The reason for a line that needs none.
const AS_TYPED: &str = "Nothing needed to be found out: it says by its signs or first words what it is.";

impl Popup for WhyView {
    fn about(&self) -> &'static [&'static str] {
        &["What in the words of the line made it read so. Any key goes on with the line."]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        // The key that opened the popup closes it; any other key goes on with the line.
        if COMMANDS.iter().any(|row| model.commands.is_key_of(row.name, key)) { Then::close() } else { Then::PassKey }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        if model.is_shared() {
            return None;
        }
        let reasons = self.reasons.iter().cloned().map(SheetPart::Bullet);
        Some(Sheet { widest: Some(WIDTH), body: reasons.collect(), ..Sheet::titled(self.title) })
    }
}
