mod cursor;
mod parser;
mod tokens;

use self::parser::parsed;
use self::tokens::{DotForm, DotToken, DotTokens};
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use super::place::WithinFile;
use crate::import::drafting::network::Network;
use crate::import::input::file::ImportedFile;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "dot", about: "a map for Graphviz", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    file.archive().is_none() && begins(file.text())
}

/// Whether a text begins as DOT does: `digraph name {`. Mermaid has a direction where the name is, and GML a bracket.
fn begins(text: &str) -> bool {
    let mut tokens = DotTokens::new(text);
    let mut next = || tokens.next().ok().flatten().map(|(_, token)| token);
    let word = |token: Option<DotToken>| match token {
        Some(DotToken::Word { text, form: DotForm::Bare }) => text,
        _ => String::new(),
    };
    let mut keyword = word(next());
    if keyword.eq_ignore_ascii_case("strict") {
        keyword = word(next());
    }
    if !["graph", "digraph"].iter().any(|known| keyword.eq_ignore_ascii_case(known)) {
        return false;
    }
    let mut token = next();
    if let Some(DotToken::Word { text, .. }) = &token {
        if keyword == "graph" && ["TB", "TD", "BT", "LR", "RL"].contains(&text.as_str()) {
            return false;
        }
        token = next();
    }
    token == Some(DotToken::Mark('{'))
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut network = Network::new(context, 0);
    for file in files {
        parsed(file, context)?.add_to(&mut network)?;
    }
    match files.first() {
        Some(file) => network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::imported::RemarkSort;
    use crate::import::mapping::ImportMapping;
    use crate::import::tests::told::{told, told_with};
    use crate::record::Kind;

    #[test]
    fn what_graphviz_writes_as_plain_text_is_named_and_refused() {
        for bytes in [
            include_bytes!("../../tests/fixtures/import/graphviz-2.43.0-map.plain").as_slice(),
            include_bytes!("../../tests/fixtures/import/graphviz-16.1.0-map.plain"),
        ] {
            let refused = told_with("map.plain", bytes, &ImportMapping::default()).unwrap_err();
            assert!(refused.contains("plain output") && refused.contains(".dot"), "{refused}");
        }
    }

    #[test]
    fn what_is_usual_holds_in_its_place_and_from_there_on() {
        let read = told(
            "a.dot",
            "DiGraph { early; node [kind=system] edge [sign=\"-\"]; a -> b
            subgraph cluster_x { label=\"Claims\"; node [kind=measure]; edge [sign=\"+\"] c -> a }
            d -> e [label=more] }",
        );
        let kind = |at: usize| read.map.things[at].kind;
        assert_eq!([kind(0), kind(1), kind(3), kind(4)], [Kind::Unknown, Kind::Resource, Kind::Factor, Kind::Resource]);
        assert_eq!(read.arrows, ["a > b -", "c > a +", "d > e -"], "a sign of its own counts before the label");
        assert_eq!(
            (read.map.things[1].tags.as_slice(), read.map.things[3].tags.as_slice()),
            (&["Claims".to_owned()][..], &["Claims".to_owned()][..])
        );
    }

    #[test]
    fn subgraphs_are_ends_and_chains_are_several_arrows() {
        let read = told("a.dot", "digraph { subgraph s { a b } -> {c d} -> e; subgraph s -> f; x:p:n -> y:s }");
        let expected = ["a > c", "a > d", "b > c", "b > d", "c > e", "d > e", "a > f", "b > f", "x > y"];
        assert_eq!(read.arrows, expected);
        assert_eq!(read.things.len(), 8);
    }

    #[test]
    fn heads_say_the_direction_and_a_bar_says_less() {
        let read = told("a.dot", "digraph { a -> b [dir=back]; a -> c [dir=both, label=\"+\"]; a -> d [dir=none];
            a -> e [arrowhead=tee]; a -> f [arrowhead=none]; a -> g [dir=back arrowtail=tee]; a -> h [sign=\"+\" arrowhead=tee]; a -> i [style=invis] a -> j [label=\"\u{2212}\"] a -> k [label=\"needs\"] a -> l [label=\"why so\"] }");
        let expected =
            ["b > a", "a > c +", "c > a +", "a > e -", "g > a -", "a > h +", "a > j -", "a needs k", "a > l"];
        assert_eq!(read.arrows, expected);
        let asked = [
            "a.dot, line 1: a and d are linked without a direction",
            "a.dot, line 2: a and f are linked without a direction",
        ];
        assert_eq!(
            (read.says(RemarkSort::Asked).as_slice(), read.map.arrows[8].note.as_deref()),
            (&asked.map(str::to_owned)[..], Some("why so"))
        );
        let undirected = told("a.dot", "graph { a -- b -- c; a -- d [dir=forward] }");
        assert_eq!(
            (undirected.arrows.as_slice(), undirected.says(RemarkSort::Asked).len()),
            (&["a > d".to_owned()][..], 2)
        );
    }

    #[test]
    fn labels_are_read_without_tags_ports_and_escapes() {
        let read = told(
            "a.dot",
            r#"digraph "The map" { a [label=<<table><tr><td port="p">Bold <b>bot</b></td><td>&amp; more</td></tr></table>>]
            b [shape=record label="{<f0> left|<f1> right \| one}"] c [label="\N:\nsays \"hi\" \\ R&amp;D\l"]
            "d \"e\"" f [label="one " +
              "two \
three"] 7 -1.5 }"#,
        );
        assert_eq!(
            read.things,
            ["Bold bot & more", "left right | one", "c: says \"hi\" \\ R&D", "d \"e\"", "one two three", "7", "-1.5"]
        );
        assert_eq!(read.map.title.as_deref(), Some("The map"));
    }

    #[test]
    fn of_a_strict_graph_one_arrow_has_what_all_of_them_say() {
        let read = told("a.dot", "strict digraph { a -> b [sign=\"+\"]; a -> b [sign=\"-\"] }");
        assert_eq!((read.arrows.as_slice(), read.map.remarks.len()), (&["a > b -".to_owned()][..], 0));
        let each = told("a.dot", "digraph { a -> b [sign=\"+\"]; a -> b [sign=\"-\"] }");
        assert_eq!((each.arrows.as_slice(), each.says(RemarkSort::Asked).len()), (&["a > b".to_owned()][..], 1));
    }

    #[test]
    fn an_arrow_that_ends_at_a_cluster_makes_it_a_thing() {
        let read = told(
            "a.dot",
            "digraph { compound=true; subgraph cluster_claims_team { bot } queue -> bot [lhead=cluster_claims_team] }",
        );
        assert_eq!(
            (read.things.as_slice(), read.arrows.as_slice()),
            (&["bot", "queue", "claims team"].map(str::to_owned)[..], &["queue > claims team".to_owned()][..])
        );
        assert_eq!(read.map.things[0].tags, ["claims team"]);
    }

    #[test]
    fn mistakes_are_said_with_their_line_and_nothing_unfolds_without_end() {
        let says = |text: &str| told_with("a.dot", text, &ImportMapping::default()).unwrap_err();
        assert!(says("digraph {\n a -> ;\n}").starts_with("a.dot, line 2: the other end of the arrow is due here;"));
        assert!(
            says("digraph {\n a -> b\n")
                .starts_with("a.dot, line 2: the text ends before the map does: a } is missing;")
        );
        assert!(says("digraph {\n a [b=\n]}").contains("line 3: a value is due here"));
        let deep = format!("digraph {{ {} a {} }}", "{".repeat(200), "}".repeat(200));
        assert!(says(&deep).contains("subgraphs are nested more than 64 deep"));
        let many: String = (0..1000).map(|at| format!("n{at}")).collect::<Vec<_>>().join(" ");
        assert!(says(&format!("digraph {{ {{{many}}} -> {{{many}}} }}")).contains("more than 300000 arrows"));
        let again = "subgraph x {} ".repeat(6000);
        assert!(says(&format!("digraph {{ subgraph x {{{many}}} {again} }}")).contains("unfold into too many nodes"));
        assert!(!begins("graph TD\n {a}") && !begins("graph [ node [ id 1 ] ]") && !begins("flowchart LR"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn any_text_ends_with_a_map_or_a_sentence(body in "(\\{|\\}|\\[|\\]|->|--|=|;|:|,|\"|\\\\|<|>|/\\*|//|#|\n| |a|b|node|edge|subgraph|label|cluster|\\+|\\PC){0,60}") {
            let _ = told_with("a.dot", format!("digraph {{{body}"), &ImportMapping::default());
            let _ = told_with("a.dot", body, &ImportMapping::default());
        }
    }
}
