//! What people set for themselves in `config.ron`: their keys, their looks, their habits.
//!
//! There may be two files: one of the user and one of the workspace, of which the later wins. This room reads their texts
//! and touches no disk. A wrong setting is a value ([`WrongSetting`]) with its line and column, and costs nothing but
//! itself. A setting is one file in `settings` and one entry of [`SETTINGS`].
//!
//! A workspace may come from somebody else, so its file sets only what can do no harm: see [`SettingReach`].

mod configuration;
mod entries;
mod known;
mod list;
mod reading;
mod setting;
mod settings;
mod source;
mod template;
mod values;
mod written;
mod wrong;

pub use configuration::{ConfigFile, Configuration, SettingOrigin};
pub use known::SettableNames;
pub use list::SETTINGS;
pub use setting::{Setting, SettingReach};
pub use source::ConfigSource;
pub use template::template;
pub use values::ConfigValues;
pub use wrong::WrongSetting;
