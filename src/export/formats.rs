use super::format::ExportFormat;
use super::{calendar, dot, graphml, json_graph, kumu, letter, mermaid, minutes, report, svg};

/// Every format in which a map can be exported, in the order in which the help lists them.
pub const FORMATS: &[ExportFormat] = &[
    svg::FORMAT,
    report::HTML,
    report::MARKDOWN,
    minutes::FORMAT,
    letter::FORMAT,
    dot::FORMAT,
    graphml::FORMAT,
    json_graph::FORMAT,
    mermaid::FORMAT,
    kumu::CSV,
    kumu::JSON,
    calendar::FORMAT,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_named_once_and_in_the_readme() {
        let readme = include_str!("../../README.md");
        for format in FORMATS {
            let named = [format!("`{}`", format.name), format!("--to {} ", format.name)];
            assert!(named.iter().any(|name| readme.contains(name)), "README does not name the format {}", format.name);
            assert_eq!(FORMATS.iter().filter(|other| other.name == format.name).count(), 1, "{}", format.name);
        }
    }
}
