/// A line that says in which circumstances the lines below it are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ReadHeading {
    /// `# lang: de, en`
    Languages(String),
    /// `# step: next.2`; without a step, the lines are no answers.
    Step(String),
    /// `# current: Service bot`: what the step is about.
    Current(String),
    /// `# person: mei = Mei, claims lead @ Claims`
    Person(String),
}

impl ReadHeading {
    /// Reads a line; `None` if it is a line to read like any other.
    pub(super) fn of(line: &str) -> Option<Self> {
        let (key, value) = line.trim().strip_prefix("# ")?.split_once(':')?;
        let value = value.trim().to_owned();
        Some(match key.trim() {
            "lang" => Self::Languages(value),
            "step" => Self::Step(value),
            "current" => Self::Current(value),
            "person" => Self::Person(value),
            _ => return None,
        })
    }
}
