//! The run screen of a session that is being written: the entry line, the lines said, and everything waiting to be
//! saved.

mod appended;
mod captured;
mod coach;
mod fixing;
mod guidance;
mod heard;
mod keys;
mod not_saved;
mod opened;
pub(super) mod panel;
mod parts;
mod pasted;
mod queue;
mod saving;
mod settle;
mod state;
pub(super) mod submit;
mod todo;
mod waiting;

pub(super) use appended::appended;
pub use captured::{Captured, MendedBy};
pub(super) use captured::{is_listed, recounts, subject, texts};
pub use coach::Coach;
pub use fixing::Fixing;
pub use guidance::Guidance;
pub(super) use heard::followed;
pub(super) use keys::press;
pub(super) use not_saved::{forget_dropped, not_saved, set_aside};
pub(super) use opened::{opened, tell_faults};
pub(super) use panel::{PANEL, switch_panel};
pub use parts::{
    InView, LastSaid, OnceWritten, SaidLines, SavingQueue, SharedScreen, TypedLine, UnnamedAnswers, WorkedOut,
};
pub(super) use pasted::PastedView;
pub(super) use queue::{queue, queue_before_lines};
pub(super) use settle::{settle, tick, unsettle};
pub use state::{Panel, Run};
pub(super) use submit::submit_as;
pub use todo::{Mending, PastedLine, Todo, Unsaved};
pub(super) use waiting::show_waiting;
