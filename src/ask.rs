//! The next question: what the graph, its readings and the place in the agenda make worth asking now.
//!
//! Each of the 42 templates is data ([`Template`], in `ask/templates.ron`) with one trigger of its own (`trigger`) that
//! finds what it could be asked about. What a question scores is its template's weight times how far its subject reaches,
//! how well it fits the step, whether somebody is here who could answer, and whether it is fresh. It is worked out in whole
//! numbers, so that ties are ties and the same scene gives the same questions, byte for byte.
//!
//! Nothing here knows a clock: the day, the minute and the time that is left are given. A question names teams and things,
//! never people, and speaks of what is named so far.

mod choose;
mod effect_loop;
mod heard;
mod history;
mod occasion;
mod place;
mod question;
mod scene;
mod score;
mod sight;
mod target;
mod template;
mod templates;
mod thresholds;
mod words;

pub use choose::{questions, varied};
pub use heard::heard;
pub use question::{Question, QuestionForm};
pub use scene::QuestionContext;
pub use score::Score;
pub use target::{Target, targets};
pub use template::QuestionTemplate;
pub use templates::TEMPLATES;
