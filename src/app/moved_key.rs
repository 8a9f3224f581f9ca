use super::screen::Screen;

/// A key that a command no longer has, because its configuration gave it another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MovedKey {
    /// The screens on which the command works.
    pub(super) screens: &'static [Screen],
    /// Whether the key works over every box. Every other key that the text of a box names is one of the box.
    pub(super) over_boxes: bool,
    /// The name of the key that the command has by default.
    pub(super) was: String,
    /// What to press or type instead.
    pub(super) now: String,
}
