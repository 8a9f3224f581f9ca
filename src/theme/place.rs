use std::fmt;

/// Where a theme comes from. The first in this order is used where several have one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ThemePlace {
    /// The folder `themes` of the workspace.
    Workspace,
    /// The folder `themes` of the user's own settings.
    User,
    /// The program itself.
    Shipped,
}

impl fmt::Display for ThemePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Workspace => "this workspace",
            Self::User => "your own",
            Self::Shipped => "the program",
        })
    }
}

/// The text of a theme file.
#[derive(Clone, Debug)]
pub struct ThemeSource {
    /// Where it was found.
    pub place: ThemePlace,
    /// The path of the file, for messages.
    pub path: String,
    /// The name of the file without its ending; it is the name of the theme where the file gives no other.
    pub stem: String,
    /// The text of the file.
    pub text: String,
}
