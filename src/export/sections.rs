use std::fmt::Write;

use super::markdown::{foreign, list};
use crate::record::text::clean;

/// Headings with the lines under them, as plain text.
pub fn sections_text(title: &str, sections: &[(String, Vec<String>)]) -> String {
    let mut text = format!("{}\n", clean(title));
    for (heading, says) in sections {
        let _ = writeln!(text, "\n{}", clean(heading));
        for line in says {
            let _ = writeln!(text, "  {}", clean(line));
        }
    }
    text
}

/// Headings with the lines under them, as Markdown.
pub fn sections_markdown(title: &str, sections: &[(String, Vec<String>)]) -> String {
    let mut text = format!("# {}\n", foreign(title));
    for (heading, says) in sections {
        let _ = write!(text, "\n## {}\n\n{}", foreign(heading), list(says.iter().map(|line| foreign(line))));
    }
    text
}
