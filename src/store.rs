//! The only room that touches disk: workspaces, session files, the lock on them, recovery, and what lies beside them.

mod assessments;
mod cache;
mod copies;
mod error;
mod examine;
mod exercises;
mod follow;
mod hidden;
mod hint;
mod lock;
mod medium;
mod out;
mod person_key;
mod private;
pub mod samples;
mod session_file;
mod settings;
mod shared;
mod slug;
mod strike;
mod whole_file;
mod workspace;

pub use assessments::{AssessmentFile, Assessments, Kept};
pub use copies::{Copies, Joined, Parted};
pub use error::StoreError;
pub use examine::{Repaired, check, repair};
pub use exercises::{is_exercise_file, read_exercise_file};
pub use follow::Follower;
pub use medium::Medium;
pub use out::{read_in, write_out};
pub use session_file::SessionFile;
pub use settings::StoredSettings;
pub use shared::Picture;
pub use strike::Removed;
pub use workspace::{Listed, Loaded, Turn, Workspace, read_session_file};
