use std::collections::HashSet;

use serde_json::Value;

use crate::import::drafting::draft::MapDraft;
use crate::import::drafting::fields::take_field;
use crate::import::drafting::network::LinkHeads;
use crate::import::error::ImportError;
use crate::import::imported::RemarkSort;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::{self, list, written};
use crate::import::vis_arrows::heads_of_arrows;
use crate::import::words::arrow_words::arrow_of;
use crate::record::{Relation, Sign, Strength};

/// The names of a style and of a map that nobody has named; and what stands for the title of an attribute that was removed.
const UNNAMED: &str = "Sample";
const UNTITLED: &str = "Untitled map";
const REMOVED: &str = "*deleted*";

/// Words in the name of a style of links that say how they affect.
const MORE: &[&str] = &["positive", "increas", "same", "enabl", "reinforc"];
const LESS: &[&str] = &["negative", "decreas", "opposite", "reduc"];

/// A map as PRSM saves it.
pub(super) struct DrawnMap<'a> {
    file: &'a ImportedFile,
    value: &'a Value,
}

impl<'a> DrawnMap<'a> {
    pub(super) const fn of(file: &'a ImportedFile, value: &'a Value) -> Self {
        Self { file, value }
    }

    pub(super) fn read(&self, draft: &mut MapDraft<'_>) -> Result<(), ImportError> {
        let title = json_fields::text(self.value, "mapTitle").filter(|title| *title != UNTITLED);
        draft.title(title.unwrap_or_default());
        let (nodes, edges) = (list(self.value, "nodes"), list(self.value, "edges"));
        let all = nodes.len() + edges.len();
        let (mut clusters, mut things) = (HashSet::new(), Vec::new());
        for (done, node) in nodes.iter().enumerate() {
            draft.proceeds(done, all)?;
            if node.get("isCluster").and_then(Value::as_bool).unwrap_or_default() {
                clusters.insert(text(node, "id"));
            } else if let Some(thing) = self.add_factor(draft, node) {
                things.push((node, thing));
            }
        }
        for (node, thing) in things {
            self.describe(draft, node, thing);
        }
        for (done, edge) in edges.iter().enumerate() {
            draft.proceeds(nodes.len() + done, all)?;
            self.add_link(draft, edge, &clusters);
        }
        let steps = list(self.value, "history").len();
        if steps > 0 {
            let says = format!("the history of the drawing has no place here ({steps} steps)");
            draft.remark(self.file.item("history"), RemarkSort::Noted, says);
        }
        Ok(())
    }

    fn add_factor(&self, draft: &mut MapDraft<'_>, node: &Value) -> Option<usize> {
        let id = text(node, "id");
        let place = self.file.item(format!("factor {id}"));
        let is_again = draft.known(&id).is_some();
        let sort = self.style("nodes", node);
        let thing = draft.thing_of(&id, place, &text(node, "label"), sort.as_deref());
        if is_again {
            return None;
        }
        draft.sort(thing, sort.as_deref().unwrap_or_default(), None);
        Some(thing)
    }

    fn describe(&self, draft: &mut MapDraft<'_>, node: &Value, thing: usize) {
        let place = self.file.item(format!("factor {}", text(node, "id")));
        draft.about(thing, &note(node));
        let titles = self.value.get("attributeTitles").and_then(Value::as_object);
        for (attribute, title) in titles.into_iter().flatten() {
            let title = title.as_str().unwrap_or_default();
            if title != REMOVED {
                take_field(draft, thing, (title, &text(node, attribute)), &place);
            }
        }
    }

    fn add_link(&self, draft: &mut MapDraft<'_>, edge: &Value, clusters: &HashSet<String>) {
        let (id, from, to) = (text(edge, "id"), text(edge, "from"), text(edge, "to"));
        let place = self.file.item(format!("link {id}"));
        let (Some(start), Some(end)) = (draft.known(&from), draft.known(&to)) else {
            let missing = if draft.known(&from).is_some() { &to } else { &from };
            let says = if clusters.contains(missing) {
                "this link ends at a cluster; the links of the factors in it come in".to_owned()
            } else {
                format!("no factor has the id {missing}, an end of this link")
            };
            return draft.remark_like(&place, RemarkSort::LeftOut, "end missing", says);
        };
        let style = self.style("edges", edge);
        let label = text(edge, "label");
        let by_style = style.as_deref().and_then(sign_of_style);
        let by_label = arrow_of(&label);
        let (relation, sign, strength) = by_style.or(by_label).unwrap_or_default();
        let forth = |draft: &mut MapDraft<'_>| draft.arrow(&id, &place, (start, end), relation, sign);
        let back = |draft: &mut MapDraft<'_>| draft.arrow(&format!("{id} back"), &place, (end, start), relation, sign);
        let arrows = match self.heads(edge) {
            LinkHeads::AtEnd => vec![forth(draft)],
            LinkHeads::AtStart => vec![back(draft)],
            LinkHeads::AtBoth => vec![forth(draft), back(draft)],
            LinkHeads::None => vec![draft.undirected(&id, &place, (start, end), relation, sign)],
        };
        for arrow in arrows {
            draft.edit_arrow(arrow, |arrow| arrow.strength = arrow.strength.max(strength));
            draft.note(arrow, if by_label.is_some() { "" } else { &label });
            draft.note(arrow, style.as_deref().filter(|_| by_style.is_none()).unwrap_or_default());
            draft.note(arrow, &note(edge));
        }
    }

    /// Returns the heads of the arrow that a link draws: its own, else those of its style.
    fn heads(&self, edge: &Value) -> LinkHeads {
        let own = edge.get("arrows").filter(|arrows| !arrows.is_null());
        let of_style = || self.style_of("edges", edge).and_then(|style| style.get("arrows"));
        own.or_else(of_style).map_or(LinkHeads::AtEnd, heads_of_arrows)
    }

    /// Returns the name of the style of a factor or a link; `None` when nobody named it.
    fn style(&self, of: &str, item: &Value) -> Option<String> {
        let name = text(self.style_of(of, item)?, "groupLabel");
        (!name.is_empty() && name != UNNAMED).then_some(name)
    }

    fn style_of(&self, of: &str, item: &Value) -> Option<&'a Value> {
        let styles = self.value.get("styles").or_else(|| self.value.get("samples"))?.get(of)?;
        let group = text(item, "grp");
        let numbered = || format!("{}{}", if of == "nodes" { "group" } else { "edge" }, text(item, "group"));
        styles.get(if group.is_empty() { numbered() } else { group })
    }
}

/// What a link states: its relation, sign and strength.
type StatedLink = (Relation, Sign, Strength);

/// Returns what the name of a style says of its links: a sign or a relation, or a word in it that says how they affect.
fn sign_of_style(name: &str) -> Option<StatedLink> {
    let word = name.to_lowercase();
    let says = |words: &[&str], mark: char| {
        words.iter().any(|known| word.contains(known))
            || word.split_whitespace().any(|part| part.contains(mark) && part.len() == 1)
    };
    arrow_of(name).or_else(|| match (says(MORE, '+'), says(LESS, '-')) {
        (true, false) => Some((Relation::Affects, Sign::Plus, Strength::default())),
        (false, true) => Some((Relation::Affects, Sign::Minus, Strength::default())),
        _ => None,
    })
}

/// Returns the note of a factor or a link: a text, or a list of insertions, as the editor of PRSM saves it. Old maps
/// have it as a title.
fn note(item: &Value) -> String {
    let note = item.get("note").filter(|note| !note.is_null()).or_else(|| item.get("title"));
    match note {
        Some(Value::Object(delta)) => {
            let parts = delta.get("ops").and_then(Value::as_array).into_iter().flatten();
            parts.filter_map(|part| part.get("insert").and_then(Value::as_str)).collect()
        }
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}

fn text(item: &Value, name: &str) -> String {
    written(item, name).unwrap_or_default()
}
