use super::format::ExportFormat;
use super::{
    backstage, calendar, dot, gexf, graphml, json_canvas, json_graph, kumu, letter, loopy, mermaid, minutes, report,
    sd_json, svg, xlsx,
};

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
    xlsx::FORMAT,
    json_canvas::FORMAT,
    gexf::FORMAT,
    sd_json::FORMAT,
    loopy::FORMAT,
    backstage::FORMAT,
    calendar::FORMAT,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_named_once_and_in_the_readme() {
        let readme = include_str!("../../docs/commands.md");
        for format in FORMATS {
            let named = [format!("`{}`", format.name), format!("--to {} ", format.name)];
            assert!(
                named.iter().any(|name| readme.contains(name)),
                "docs/commands.md does not name the format {}",
                format.name
            );
            assert_eq!(FORMATS.iter().filter(|other| other.name == format.name).count(), 1, "{}", format.name);
        }
    }
}
