//! The filter of the map while it is typed.

use super::open::look;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::screen::Tone;
use crate::graph::Filter;

/// Handles a key while the filter is typed.
pub(super) fn filter_key(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    match key.code {
        Code::Enter => {
            ask(model);
            model.map.filtering = model.map.wrong.is_some();
            if let Some(wrong) = model.map.wrong.clone() {
                model.tell(Tone::Plain, wrong);
            }
        }
        Code::Esc => {
            model.map.filtering = false;
            model.map.filter.clear();
            ask(model);
        }
        _ => {
            model.map.filter.press(key);
            model.map.wrong = model.map.filter.text().parse::<Filter>().err().map(|error| error.to_string());
        }
    }
    Vec::new()
}

/// Parses the filter. Where that fails, the last valid filter stays in use.
pub(super) fn ask(model: &mut Model) {
    match model.map.filter.text().parse() {
        Ok(asked) => {
            model.map.asked = asked;
            model.map.wrong = None;
        }
        Err(error) => model.map.wrong = Some(format!("{error}")),
    }
    look(model);
}
