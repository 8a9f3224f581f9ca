use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::Run;
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::spoken::clock;
use crate::record::text::clean;
use crate::theme::Role;

/// The command that shows the earlier words of a line.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(49, "before", "what stood in place of the chosen line before", &[Screen::Run], show)];

/// The maximum width of the box, in cells.
const WIDTH: u16 = 76;

/// The box with the earlier words of a line.
#[derive(Debug)]
struct BeforeView {
    /// When each version was typed, with its words, the oldest first.
    versions: Vec<String>,
}

fn show(model: &mut Model) -> Vec<Effect> {
    if model.is_shared() {
        model.tell(Tone::Plain, "What stood there before is for you alone: F2 or /panel shows it, and covers it.");
        return Vec::new();
    }
    let versions = model.run.as_ref().and_then(|run| Some(versions(run, run.line_in_question()?.seq)));
    match versions.filter(|versions| versions.len() > 1) {
        Some(versions) => model.show(BeforeView { versions }),
        None => model.tell(Tone::Plain, "That line stands as it was typed."),
    }
    Vec::new()
}

/// Returns every version of a line: its first words, and each that was put in their place.
pub(super) fn versions(run: &Run, seq: u64) -> Vec<String> {
    let versions = run.recording.session().versions(seq);
    let told = versions.filter(|event| !event.is_struck()).map(|event| {
        let who = event.speaker.as_deref().map(|tag| format!("{}: ", run.recording.called(tag))).unwrap_or_default();
        let said = event.said.as_deref().unwrap_or_default();
        clean(&format!("{}  {who}“{said}”", clock(event.at.elapsed()))).into_owned()
    });
    told.collect()
}

impl Popup for BeforeView {
    fn about(&self) -> &'static [&'static str] {
        &["Every version of the line, with the time at which it was typed; the last one is", "what stands now."]
    }

    fn key(&mut self, _model: &mut Model, _key: KeyPress) -> Then {
        Then::PassKey
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        if model.is_shared() {
            return None;
        }
        let last = self.versions.len().saturating_sub(1);
        let role = |at| if at == last { Role::Text } else { Role::Quiet };
        let body = self.versions.iter().enumerate().map(|(at, version)| SheetPart::Text(version.clone(), role(at)));
        Some(Sheet { widest: Some(WIDTH), body: body.collect(), ..Sheet::titled("this line, from its first words on") })
    }
}
