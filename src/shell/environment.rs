//! Variables of the environment. One that is set to nothing counts as not set.

use std::env;

/// Returns the value of a variable; `None` where it is not set, or is no text.
pub fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether a variable is set.
pub fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}
