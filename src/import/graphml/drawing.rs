use crate::import::drafting::network::LinkHeads;
use crate::import::input::xml::XmlElement;
use crate::record::text::single_spaced;

/// Returns the texts that yEd draws at a node, the first of which is its label.
pub(super) fn node_labels(data: &XmlElement) -> Vec<String> {
    labels(data, "NodeLabel")
}

/// Returns the texts that yEd draws at an edge.
pub(super) fn edge_labels(data: &XmlElement) -> Vec<String> {
    labels(data, "EdgeLabel")
}

/// A label has elements of its own that say where it stands; only its own text counts. A label of tags is HTML.
fn labels(data: &XmlElement, name: &str) -> Vec<String> {
    let texts = data.all(name).map(|label| {
        let text = label.text();
        if text.to_ascii_lowercase().starts_with("<html>") { without_tags(text) } else { text.to_owned() }
    });
    texts.filter(|text| !text.is_empty()).collect()
}

fn without_tags(text: &str) -> String {
    let mut parts = text.split('<');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push(' ');
        plain.push_str(part.split_once('>').map_or("", |(_, rest)| rest));
    }
    single_spaced(&plain)
}

/// Returns the heads that yEd draws at an edge, and whether the head is a bar, which says less. `None` when the drawing
/// does not say.
pub(super) fn heads(data: &XmlElement) -> Option<(LinkHeads, bool)> {
    let arrows = data.all("Arrows").next()?;
    let (source, target) = (arrows.attribute("source")?, arrows.attribute("target")?);
    Some(match (source != "none", target != "none") {
        (true, true) => (LinkHeads::AtBoth, target == "t_shape"),
        (true, false) => (LinkHeads::AtStart, source == "t_shape"),
        (false, true) => (LinkHeads::AtEnd, target == "t_shape"),
        (false, false) => (LinkHeads::None, false),
    })
}
