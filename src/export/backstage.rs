use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::format::ExportFormat;
use super::wording::{arrow_label, imported_from, owners, owning, state_words};
use super::xml::allowed;
use crate::graph::{Graph, Key, Thing};
use crate::lens::Finding;
use crate::record::text::clean;
use crate::record::{Kind, Relation, Status};

/// The entry of Backstage in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    shows_findings: true,
    ..ExportFormat::map(
        "backstage",
        "What the map knows about changes, work, supplies and teams, as annotations for a Backstage catalogue",
        "measures, rewards, forums, purposes, voices and things without a kind, and of the arrows only who owns, needs \
         or is part of what, without delays and what was said beside it; effects are a text",
        "yaml",
        |material| backstage(material.graph, material.findings),
    )
};

/// The maximum length of a name in a catalogue; below, that of an annotation, as long as any reader shows.
const NAME: usize = 63;
const ANNOTATION: usize = 2_000;

/// The map for a Backstage catalogue: a descriptor for every change, process, supply and team, each with annotations
/// that begin with `adjacent/`: its kind, status and owners, what it needs, feeds and moves, how many findings are about
/// it, from which file it comes that nobody has spoken of, and since when that no longer lists it.
///
/// The file is a location of its own, for a catalogue in which these things do not stand yet; where they do, the
/// annotations are copied to the descriptors that are there. Names are made from labels, which are the titles.
pub fn backstage(graph: &Graph, findings: &[Finding]) -> String {
    let listed: Vec<&Thing> = graph.things().filter(|thing| sort(thing.kind).is_some()).collect();
    let names = names(&listed);
    let catalogue = CatalogueFile { graph, findings, names };
    let descriptors: Vec<String> = listed.iter().map(|thing| catalogue.descriptor(thing)).collect();
    descriptors.join("---\n")
}

/// The kind and the type of the descriptor of a thing; `None` for a thing that has no place in a catalogue.
const fn sort(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Initiative => Some(("Component", "initiative")),
        Kind::Process => Some(("Component", "process")),
        Kind::Resource => Some(("Resource", "resource")),
        Kind::Party => Some(("Group", "team")),
        _ => None,
    }
}

struct CatalogueFile<'a> {
    graph: &'a Graph,
    findings: &'a [Finding],
    /// The names of the things that are listed.
    names: BTreeMap<&'a Key, String>,
}

impl CatalogueFile<'_> {
    fn descriptor(&self, thing: &Thing) -> String {
        let (kind, sort) = sort(thing.kind).unwrap_or_default();
        let mut text = format!("apiVersion: backstage.io/v1alpha1\nkind: {kind}\nmetadata:\n");
        let name = self.names.get(&thing.key).map_or("", String::as_str);
        let _ = write!(text, "  name: {}\n  title: {}\n  annotations:\n", quoted(name), quoted(&thing.label));
        for (annotation, value) in self.annotations(thing) {
            let _ = writeln!(text, "    adjacent/{annotation}: {}", quoted(&clipped(&value)));
        }
        let _ = write!(text, "spec:\n  type: {sort}\n");
        if thing.kind == Kind::Party {
            let parent = self.ends(thing, Relation::In).into_iter().find(|end| end.kind == Kind::Party);
            let parent = parent.and_then(|parent| self.names.get(&parent.key));
            let _ = parent.map(|parent| writeln!(text, "  parent: group:default/{parent}"));
            text.push_str("  children: []\n");
            return text;
        }
        if kind == "Component" {
            let _ = writeln!(text, "  lifecycle: {}", lifecycle(thing.status));
        }
        let owner = self.owner(thing).map_or_else(|| "unknown".to_owned(), |owner| format!("group:default/{owner}"));
        let _ = writeln!(text, "  owner: {owner}");
        let needs = self.references(thing, Relation::Needs);
        if !needs.is_empty() {
            text.push_str("  dependsOn:\n");
        }
        for need in needs {
            let _ = writeln!(text, "    - {need}");
        }
        text
    }

    /// What the map knows about a thing, each with the name of its annotation.
    fn annotations(&self, thing: &Thing) -> Vec<(&'static str, String)> {
        let mut told = vec![("kind", thing.kind.name().to_owned())];
        told.extend(thing.status.map(|status| ("status", status.name().to_owned())));
        told.extend(thing.want.map(|want| ("want", want.name().to_owned())));
        let texts = [
            ("owners", owners(self.graph, thing).join("; ")),
            ("state", state_words(thing).join("; ")),
            ("needs", self.labels(thing, Relation::Needs)),
            ("feeds", self.labels(thing, Relation::Feeds)),
            ("effects", self.effects(thing)),
        ];
        told.extend(texts.into_iter().filter(|(_, text)| !text.is_empty()));
        let about = self.findings.iter().filter(|finding| finding.about.contains(&thing.key)).count();
        told.push(("findings", about.to_string()));
        told.extend(imported_from(self.graph, thing).map(|from| ("imported", from)));
        told.extend(thing.gone.as_ref().map(|gone| ("gone-since", gone.day.to_string())));
        told
    }

    /// The things at which arrows of a relation from a thing end.
    fn ends(&self, thing: &Thing, relation: Relation) -> Vec<&Thing> {
        let links = self.graph.links_at(&thing.key);
        let out = links.filter(|link| link.from.key == thing.key && link.arrow.relation == relation);
        out.map(|link| link.to).filter(|end| end.key != thing.key).collect()
    }

    fn labels(&self, thing: &Thing, relation: Relation) -> String {
        let labels: Vec<&str> = self.ends(thing, relation).iter().map(|end| end.label.as_str()).collect();
        labels.join("; ")
    }

    fn effects(&self, thing: &Thing) -> String {
        let links = self.graph.links_at(&thing.key);
        let out = links.filter(|link| link.from.key == thing.key && link.arrow.is_effect());
        let told: Vec<String> = out.map(|link| format!("{} {}", arrow_label(link.arrow), link.to.label)).collect();
        told.join("; ")
    }

    /// The name of the only or the first owner of a thing.
    fn owner(&self, thing: &Thing) -> Option<&str> {
        owning(self.graph, thing).find_map(|party| self.names.get(&party.key)).map(String::as_str)
    }

    /// References to the listed things, other than teams, at which arrows of a relation end.
    fn references(&self, thing: &Thing, relation: Relation) -> Vec<String> {
        let ends = self.ends(thing, relation).into_iter().filter(|end| end.kind != Kind::Party);
        let named = ends.filter_map(|end| Some((sort(end.kind)?.0, self.names.get(&end.key)?)));
        named.map(|(kind, name)| format!("{}:default/{name}", kind.to_lowercase())).collect()
    }
}

/// The word of a catalogue for a status.
const fn lifecycle(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Idea) => "idea",
        Some(Status::Pilot) => "experimental",
        Some(Status::Live) => "production",
        Some(Status::Fading) => "deprecated",
        Some(Status::Stopped) => "stopped",
        None => "unknown",
    }
}

/// The name of each thing: the letters and digits of its label, and a number where another thing has that name.
fn names<'a>(things: &[&'a Thing]) -> BTreeMap<&'a Key, String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut names = BTreeMap::new();
    for thing in things {
        let plain = plain_name(&thing.label);
        let numbered = (2_usize..).map(|number| {
            let tail = format!("-{number}");
            let begins: String = plain.chars().take(NAME - tail.len()).collect();
            format!("{}{tail}", begins.trim_end_matches('-'))
        });
        let free = std::iter::once(plain.clone()).chain(numbered).find(|name| taken.insert(name.clone()));
        names.insert(&thing.key, free.unwrap_or_default());
    }
    names
}

/// A label as a name of a catalogue: its ASCII letters and digits in lower case, with dashes between them.
fn plain_name(label: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let folded: String = clean(label).nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    let words = folded.to_lowercase();
    let words: Vec<&str> = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(NAME).collect();
    let name = name.trim_end_matches('-');
    if name.is_empty() { "thing".to_owned() } else { name.to_owned() }
}

/// A text as a quoted YAML string, for which the escapes of JSON are valid.
fn quoted(text: &str) -> String {
    serde_json::Value::String(allowed(text)).to_string()
}

fn clipped(text: &str) -> String {
    text.chars().take(ANNOTATION).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_letters_digits_and_dashes_and_is_short() {
        assert_eq!(plain_name("Triage bot (new)"), "triage-bot-new");
        assert_eq!(plain_name("Müller & Söhne"), "muller-sohne");
        assert_eq!(plain_name("שלום"), "thing");
        let long = plain_name(&"ab ".repeat(60));
        assert!(long.len() <= NAME && !long.ends_with('-'), "{long}");
    }
}
