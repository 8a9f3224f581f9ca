use serde::{Deserialize, Serialize};

/// What the room's screen shows about phones. It is no part of the record: the address ends with the evening.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhonesBoard {
    /// The address of the page, with its token; it is the text of the code.
    pub address: String,
    /// How many answers are in: "11 of 14 are in"; empty when nothing is counted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub count: String,
}

impl PhonesBoard {
    /// Returns the address as people type it.
    pub fn short_address(&self) -> &str {
        self.address.strip_prefix("http://").unwrap_or(&self.address)
    }

    /// Returns the line below the room's view: the address, and how many answers are in.
    pub fn in_words(&self) -> String {
        let gap = if self.count.is_empty() { "" } else { "   " };
        format!("phones: {}{gap}{}", self.short_address(), self.count)
    }
}
