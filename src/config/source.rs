/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfigSource {
    /// The user's own, in the platform's folder for configurations.
    User,
    /// That of the workspace, which somebody else may have written.
    Workspace,
}
