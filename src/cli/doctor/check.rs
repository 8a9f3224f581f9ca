use serde_json::{Value, json};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::shell::environment::variable;
use crate::store::{UnreadFiles, Workspace};

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DoctorState {
    /// All is well.
    Fine,
    /// Something works differently here; there is something to know.
    Note,
    /// Something does not work.
    Fault,
}

impl DoctorState {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Note => "note",
            Self::Fault => "fault",
        }
    }
}

/// What a check found, in a sentence, and what to do about it.
#[derive(Clone, Debug)]
pub(super) struct DoctorLine {
    pub(super) name: &'static str,
    pub(super) state: DoctorState,
    pub(super) says: String,
    pub(super) advice: Option<String>,
}

impl DoctorLine {
    pub(super) fn fine(name: &'static str, says: impl Into<String>) -> Self {
        Self { name, state: DoctorState::Fine, says: says.into(), advice: None }
    }

    pub(super) fn note(name: &'static str, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { name, state: DoctorState::Note, says: says.into(), advice: Some(advice.into()) }
    }

    pub(super) fn fault(name: &'static str, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { state: DoctorState::Fault, ..Self::note(name, says, advice) }
    }

    pub(super) fn as_json(&self) -> Value {
        json!({ "check": self.name, "state": self.state.name(), "says": self.says, "advice": self.advice })
    }
}

/// What the checks look at.
pub(super) struct DoctorSubject<'a> {
    pub(super) call: &'a Call,
    /// Returns the value of a variable of the environment; `None` for one that is not set or empty.
    variable: fn(&str) -> Option<String>,
    /// The columns and rows of the terminal; `None` where there is none.
    pub(super) size: Option<(u16, u16)>,
}

impl<'a> DoctorSubject<'a> {
    /// The surroundings of this process.
    pub(super) fn of(call: &'a Call) -> Self {
        let size = call.is_terminal().then(crate::shell::size).flatten();
        Self { call, variable, size }
    }

    /// Made-up surroundings.
    #[cfg(test)]
    pub(super) const fn made_up(
        call: &'a Call,
        variable: fn(&str) -> Option<String>,
        size: Option<(u16, u16)>,
    ) -> Self {
        Self { call, variable, size }
    }

    /// The workspace. What it cannot read is told by a check, and by nobody else.
    pub(super) fn workspace(&self) -> Result<Workspace, Failure> {
        Ok(self.call.workspace()?.noting_in(UnreadFiles::default()))
    }

    pub(super) fn variable(&self, name: &str) -> Option<String> {
        (self.variable)(name)
    }

    pub(super) fn is_set(&self, name: &str) -> bool {
        self.variable(name).is_some()
    }
}
