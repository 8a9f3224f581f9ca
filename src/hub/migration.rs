/// A step by which the tables of the hub come to be what they are. Steps are only ever added.
#[derive(Clone, Copy, Debug)]
pub(super) struct Migration {
    /// What it is about.
    pub(super) name: &'static str,
    /// Its statements.
    pub(super) sql: &'static str,
}

/// All steps in order; the version of a hub is the number of steps it has taken.
pub(super) const MIGRATIONS: &[Migration] = &[
    Migration { name: "lines", sql: include_str!("migrations/0001_lines.sql") },
    Migration { name: "chain", sql: include_str!("migrations/0002_chain.sql") },
    Migration { name: "news", sql: include_str!("migrations/0003_news.sql") },
    Migration { name: "access", sql: include_str!("migrations/0004_access.sql") },
];
