use super::chore::SurveysChore;
use super::offered::{arrived, arrived_in_words};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::Screen;
use crate::app::sheet::{Sheet, SheetPart};
use crate::theme::Role;

/// The command that shows what came in of surveys.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    169,
    "survey",
    "survey: what people answered before the session, onto the map",
    &[Screen::Home],
    show,
)];

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(ArrivalsView);
    vec![Effect::Surveys(SurveysChore::Look)]
}

/// The box with what came in.
#[derive(Clone, Copy, Debug)]
struct ArrivalsView;

impl Popup for ArrivalsView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What came in of each survey. Enter puts the answers that their owners share on the",
            "map, as sessions of one person; the others stay in their files, unread.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if key.code == Code::Enter && arrived(model) > 0 {
            return Then::Close(vec![Effect::Surveys(SurveysChore::Gather)]);
        }
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let mut texts: Vec<(String, Role)> =
            model.arrivals.iter().map(|arrival| (arrived_in_words(arrival), Role::Text)).collect();
        let hint = match (texts.is_empty(), arrived(model)) {
            (true, _) => {
                texts.push(("No answer came in so far.".to_owned(), Role::Text));
                "adjacent survey \"TITLE\" --for NAMES makes a form for everybody; they come back to its folder."
            }
            (_, 0) => "Everything that is shared is on the map.",
            _ => "Enter: put what is shared on the map.   Esc: not now.",
        };
        let mut sheet = Sheet { widest: Some(70), ..Sheet::texts("Before the session", texts) };
        sheet.foot.push(SheetPart::Text(hint.to_owned(), Role::Quiet));
        Some(sheet)
    }
}
