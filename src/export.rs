//! One format per file: a value goes in, text comes out.

mod around_text;
mod findings_json;
mod findings_text;
mod map_json;
mod map_text;
mod markdown;
mod minutes;
mod provenance;
mod summary_text;
mod wording;

pub use around_text::around_text;
pub use findings_json::findings_json;
pub use findings_text::{findings_text, rests_on};
pub use map_json::map_json;
pub use map_text::{described, map_text};
pub use minutes::minutes;
pub use provenance::provenance;
pub use summary_text::summary_text;
