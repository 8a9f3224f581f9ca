//! One idea, one word: the words that stand for something else in this house are in no identifier.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};

use crate::sources::sources;

/// A word that is not used, and what is said instead.
const NOT_USED: &[(&str, &str)] = &[
    ("cycle", "loop"),
    ("round", "loop"),
    ("circle", "loop"),
    ("spiral", "loop"),
    ("team", "unit"),
    ("trail", "path"),
    ("way", "path, or direction, or manner"),
    ("route", "path"),
    ("toward", "path, or to"),
    ("node", "thing"),
    ("edge", "arrow"),
    ("figure", "threshold"),
    ("performer", "effects"),
    ("workshop", "open sessions"),
    ("mind", "position"),
    ("kept", "cached, or saved"),
    ("plan", "agenda"),
];

/// Names that other crates have given, wherever they are used.
const FOREIGN: &[&str] = &[
    "EdgeIndex",
    "EdgeRef",
    "NodeIndex",
    "add_edge",
    "add_node",
    "cycle",
    "edge_count",
    "edge_endpoints",
    "edge_indices",
    "edge_references",
    "edge_weight",
    "edges",
    "edges_connecting",
    "edges_directed",
    "node_count",
    "node_indices",
    "node_weight",
    "node_weights",
    "raw_edges",
    "raw_nodes",
    "route",
];

/// Where a word is the right one: the beginning of a path below `src`, the word, or the one name that may hold it, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("layout", "node", "the term of graph drawing"),
    ("layout", "edge", "the term of graph drawing"),
    ("export/dot.rs", "node", "the term of the format"),
    ("export/dot.rs", "edge", "the term of the format"),
    ("export/json_graph.rs", "node", "the term of the format"),
    ("export/json_graph.rs", "edge", "the term of the format"),
    ("export/map_json.rs", "node", "the term of the format"),
    ("export/map_json.rs", "edge", "the term of the format"),
    ("import", "node", "the term of the formats"),
    ("import", "edge", "the term of the formats"),
    ("graph", "node", "what petgraph hands out for a thing"),
    ("graph", "edge", "what petgraph hands out for an arrow"),
    ("", "round", "a round of answers; and to round a number"),
    ("", "Workshop", "a kind of session, as session files name it"),
    ("", "Teams", "a level of the self-assessment, as its file names it"),
];

#[test]
fn no_identifier_holds_a_word_that_stands_for_something_else_here() {
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    for source in sources() {
        let path = source.name();
        let code: TokenStream = source.text.parse().unwrap();
        each_identifier(code, &mut |name| {
            if let Some((word, instead)) = not_used(name).filter(|(word, _)| !is_excepted(&path, name, word)) {
                wrong.insert(format!("{path}: {name}"), format!("{word}; say {instead}"));
            }
        });
    }
    let wrong: Vec<String> = wrong.into_iter().map(|(place, why)| format!("{place} holds {why}")).collect();
    assert!(wrong.is_empty(), "{} names:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_exception_is_still_needed() {
    let mut needed = vec![false; EXCEPTIONS.len()];
    for source in sources() {
        let path = source.name();
        each_identifier(source.text.parse().unwrap(), &mut |name| {
            let Some((word, _)) = not_used(name).filter(|_| !FOREIGN.contains(&name)) else { return };
            for (at, exception) in EXCEPTIONS.iter().enumerate() {
                needed[at] |= excepts(exception, &path, name, word);
            }
        });
    }
    let idle: Vec<_> =
        EXCEPTIONS.iter().zip(needed).filter(|(_, needed)| !needed).map(|(exception, _)| exception).collect();
    assert!(idle.is_empty(), "nothing needs these any more: {idle:?}");
}

#[test]
fn words_are_found_inside_names_of_every_shape() {
    for name in ["way", "WAYS", "ways_back", "OneWay", "is_way", "TwoWaysOut"] {
        assert_eq!(not_used(name).map(|(word, _)| word), Some("way"), "{name}");
    }
    for name in ["always", "away", "grounds", "playground", "knowledge", "teammate_free_steam"] {
        assert_eq!(not_used(name), None, "{name}");
    }
}

/// The word in a name that is not used, and what is said instead.
fn not_used(name: &str) -> Option<(&'static str, &'static str)> {
    let words = words_of(name);
    NOT_USED
        .iter()
        .copied()
        .find(|(word, _)| words.iter().any(|part| part == word || part.strip_suffix('s') == Some(word)))
}

fn is_excepted(path: &str, name: &str, word: &str) -> bool {
    FOREIGN.contains(&name) || EXCEPTIONS.iter().any(|exception| excepts(exception, path, name, word))
}

fn excepts((place, identifier, _): &(&str, &str, &str), path: &str, name: &str, word: &str) -> bool {
    path.starts_with(place) && (*identifier == name || *identifier == word)
}

/// The words of a name in snake, camel or screaming case, in small letters.
fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut after = '_';
    for c in name.chars() {
        if c == '_' || after == '_' || (c.is_uppercase() && !after.is_uppercase()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c != '_') {
            word.extend(c.to_lowercase());
        }
        after = c;
    }
    words
}

fn each_identifier(code: TokenStream, told: &mut impl FnMut(&str)) {
    for token in code {
        match token {
            TokenTree::Ident(name) => told(&name.to_string()),
            TokenTree::Group(group) => each_identifier(group.stream(), told),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
