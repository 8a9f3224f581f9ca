//! One format per file: a value goes in, text comes out.

mod around_text;
mod map_json;
mod map_text;
mod markdown;
mod minutes;
mod summary_text;
mod wording;

pub use around_text::around_text;
pub use map_json::map_json;
pub use map_text::map_text;
pub use minutes::minutes;
pub use summary_text::summary_text;
