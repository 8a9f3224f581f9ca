//! Public registers of AI whose columns are known by their headings.

use super::heading_words::words_of;
use super::laid_table::LaidTable;
use crate::import::mapping::ColumnRole::{
    self, About, Aims, Id, Name, Needs, OtherName, Person, Started, Status, Tag, Unit, Vendor,
};
use crate::record::DateOrder;

/// From how many characters the beginning of a heading is enough: questions are worded a little otherwise every year.
const QUESTION_LENGTH: usize = 25;

/// A register whose columns are known by their headings.
#[derive(Debug)]
pub(super) struct KnownRegister {
    /// What a mapping of it is called.
    pub(super) title: &'static str,
    /// What comes first in its dates.
    pub(super) dates: Option<DateOrder>,
    /// Headings, as words, that together no other table has.
    told_by: &'static [&'static str],
    /// The headings as words, or the beginnings of questions, with what the columns hold.
    columns: &'static [(&'static str, ColumnRole)],
}

const REGISTERS: &[KnownRegister] = &[
    KnownRegister {
        title: "US federal AI use cases 2023",
        dates: Some(DateOrder::MonthFirst),
        told_by: &["use case id", "department code", "title", "summary"],
        columns: &[
            ("use case id", Id),
            ("title", Name),
            ("department", Unit),
            ("agency", Unit),
            ("office", Unit),
            ("summary", About),
            ("development stage", Status),
            ("techniques", Tag),
        ],
    },
    KnownRegister {
        title: "US federal AI use cases 2024",
        dates: Some(DateOrder::MonthFirst),
        told_by: &["use case name", "agency", "bureau", "date initiated", "date implemented"],
        columns: &[
            ("use case name", Name),
            ("agency", Unit),
            ("bureau", Unit),
            ("use case topic area", Tag),
            ("what is the intended purpose and expected", About),
            ("describe the ai system s outputs", About),
            ("stage of development", Status),
            ("date initiated", Started),
            ("date implemented", Started),
            ("system name", Needs),
            ("describe any agency owned data used to train", Needs),
        ],
    },
    KnownRegister {
        title: "US federal AI use cases 2025",
        dates: Some(DateOrder::MonthFirst),
        told_by: &["use case id", "use case name", "bureau component", "stage of development"],
        columns: &[
            ("use case id", Id),
            ("use case name", Name),
            ("agency", Unit),
            ("agency name", Unit),
            ("bureau component", Unit),
            ("email address", Person),
            ("stage of development", Status),
            ("use case topic area", Tag),
            ("ai classification", Tag),
            ("what problem is the ai intended to", About),
            ("what are the expected benefits and", About),
            ("describe the ai system s outputs", About),
            ("date when ai use case became operational", Started),
            ("vendors name", Vendor),
            ("systems name", Needs),
            ("describe any data used to train fine tune", Needs),
        ],
    },
    KnownRegister {
        title: "US federal AI use cases 2025, one table",
        dates: Some(DateOrder::MonthFirst),
        told_by: &["use case name", "agency bureau", "development stage", "operational date"],
        columns: &[
            ("id", Id),
            ("use case name", Name),
            ("agency name", Unit),
            ("agency bureau", Unit),
            ("contact email", Person),
            ("development stage", Status),
            ("topic area", Tag),
            ("classification", Tag),
            ("problem solved", About),
            ("benefits", About),
            ("system outputs", About),
            ("operational date", Started),
            ("vendor name", Vendor),
            ("system name ato", Needs),
            ("data description", Needs),
        ],
    },
    KnownRegister {
        title: "Dutch register of algorithms",
        dates: Some(DateOrder::DayFirst),
        told_by: &["name", "organization", "description short", "lawful basis"],
        columns: &[
            ("algorithm id", Id),
            ("lars", Id),
            ("name", Name),
            ("organization", Unit),
            ("department", Unit),
            ("description short", About),
            ("type", Tag),
            ("category", Tag),
            ("tags", Tag),
            ("status", Status),
            ("begin date", Started),
            ("contact email", Person),
            ("goal", Aims),
            ("impact", About),
            ("source data", Needs),
            ("provider", Vendor),
        ],
    },
    KnownRegister {
        title: "UK algorithmic transparency records",
        dates: Some(DateOrder::DayFirst),
        told_by: &["senior responsible owner"],
        columns: &[
            ("id", Id),
            ("name", Name),
            ("tool name", Name),
            ("organisation", Unit),
            ("organisation or department", Unit),
            ("organisation department", Unit),
            ("publishing body", Unit),
            ("team", Unit),
            ("senior responsible owner", Person),
            ("contact email", Person),
            ("description", About),
            ("detailed description", About),
            ("benefits", About),
            ("phase", Status),
            ("function", Tag),
            ("capability", Tag),
            ("sector", Tag),
            ("supplier", Vendor),
            ("supplier name", Vendor),
            ("suppliers name", Vendor),
            ("external supplier", Vendor),
            ("external supplier name", Vendor),
            ("supplier or developer of the algorithmic tool", Vendor),
            ("source data name", Needs),
            ("dataset name", Needs),
        ],
    },
    KnownRegister {
        title: "UK algorithmic transparency records, list",
        dates: Some(DateOrder::DayFirst),
        told_by: &["tool name", "publishing body"],
        columns: &[("tool name", Name), ("publishing body", Unit), ("acronym", OtherName), ("phase", Status)],
    },
];

impl KnownRegister {
    /// Returns what each column of a table holds that is of this register.
    pub(super) fn roles(&self, table: &LaidTable<'_>) -> Vec<Option<ColumnRole>> {
        let role = |heading: &str| {
            let words = bare_words(heading);
            let is_it = |known: &str| known == words || (known.len() > QUESTION_LENGTH && words.starts_with(known));
            self.columns.iter().find(|(known, _)| is_it(known)).map(|(_, role)| *role)
        };
        table.columns.iter().map(|column| role(&column.heading).filter(|_| column.nth == 1)).collect()
    }
}

/// Returns the register that a table is of, if it is known.
pub(super) fn register_of(table: &LaidTable<'_>) -> Option<&'static KnownRegister> {
    let words: Vec<String> = table.columns.iter().map(|column| bare_words(&column.heading)).collect();
    let has = |told: &str| words.iter().any(|words| words == told);
    REGISTERS.iter().find(|register| register.told_by.iter().all(|told| has(told)))
}

/// Returns a heading as words, without what stands in brackets behind it.
fn bare_words(heading: &str) -> String {
    words_of(heading.split('[').next().unwrap_or_default())
}
