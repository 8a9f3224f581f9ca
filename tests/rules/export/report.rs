//! The page and the Markdown of the report.

use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::Catalogue;
use adjacent::export::{Arrows, Material, SessionChapter, report_html, report_markdown};
use adjacent::graph::Graph;
use adjacent::lens::{Finding, read};
use adjacent::record::{Fact, Judgement, Session, Verdict};
use base64::Engine as _;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

use crate::example::EXAMPLE;
use crate::talk::Talk;

const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "h5", "nav", "ul",
    "ol", "li", "main", "section", "article", "details", "summary", "div", "b", "em", "strong", "code", "span",
    "table", "thead", "tbody", "tr", "th", "td", "footer", "script", "svg", "g", "path", "text", "circle", "rect",
    "desc",
];

/// The page is made of what its template is made of, asks for nothing, and runs nothing but its own script.
pub(crate) fn has_only_our_elements(document: &Html) {
    let (mut scripts, mut styles) = (0, 0);
    for node in document.tree.nodes() {
        let Some(element) = node.value().as_element() else {
            assert!(!node.value().is_comment(), "{:?}", node.value());
            continue;
        };
        let name = element.name();
        assert!(ELEMENTS.contains(&name), "<{name}>");
        scripts += usize::from(name == "script");
        styles += usize::from(name == "style");
        for (attribute, value) in element.attrs() {
            assert!(
                !attribute.starts_with("on") && !["style", "src", "srcset", "action"].contains(&attribute),
                "{attribute}"
            );
            assert!(attribute != "href" || value.starts_with('#'), "{attribute}={value}");
        }
    }
    assert_eq!((scripts, styles), (1, 1));
}

fn findings(graph: &Graph) -> Vec<Finding> {
    read(graph).findings
}

fn chapter(session: &Session) -> SessionChapter {
    let catalogue = Catalogue::embedded();
    Recording::new(OpenSession::alone(session.clone()), &catalogue).chapter(&catalogue)
}

fn example() -> Talk {
    let mut talk = Talk::transcript(EXAMPLE);
    talk.fact(Fact::Decided {
        about: "Service bot".to_owned(),
        before: Some("launch in May".to_owned()),
        verdict: Verdict::Guard,
        after: Some("keep the <reason> codes".to_owned()),
        who: None,
    });
    let judged = |pattern: Option<&str>, lens: &str, about: &[&str], judgement| Fact::Judged {
        lens: lens.to_owned(),
        pattern: pattern.map(str::to_owned),
        about: about.iter().map(|label| (*label).to_owned()).collect(),
        judgement,
        reason: None,
    };
    talk.fact(judged(None, "redundancy", &["Letter drafter", "Reply assistant"], Judgement::True));
    talk.fact(judged(None, "emergent", &["Customer trust"], Judgement::NotTrue));
    talk
}

/// The report on a talk, as a page and as Markdown.
fn report(talk: &Talk) -> (String, String) {
    let graph = talk.graph();
    let (findings, chapters) = (findings(&graph), [chapter(talk.session())]);
    let material = Material {
        title: talk.session().title(),
        graph: &graph,
        findings: &findings,
        chapters: &chapters,
        arrows: Arrows::Readable,
        most_things: Material::MOST_THINGS,
        house: None,
    };
    (report_html(&material), report_markdown(&material))
}

fn page(talk: &Talk) -> String {
    report(talk).0
}

fn markdown(talk: &Talk) -> String {
    report(talk).1
}

fn headings(document: &Html, selector: &str) -> Vec<String> {
    document.select(&Selector::parse(selector).unwrap()).map(|heading| heading.text().collect()).collect()
}

#[test]
fn the_page_of_the_worked_example_has_its_parts_in_order() {
    let document = Html::parse_document(&page(&example()));
    has_only_our_elements(&document);
    assert_eq!(
        headings(&document, "h2"),
        [
            "Decisions",
            "Commitments",
            "What we learned",
            "What stays open",
            "The map",
            "Every change",
            "What shows on the map",
            "In pictures",
            "How the map stands",
            "What belongs together",
            "What leads to what",
            "Minutes",
            "Things",
            "Arrows"
        ]
    );
    let counts = example().graph().counts();
    let rows = |id: &str| {
        let selector = Selector::parse(&format!("[aria-labelledby={id}] tbody tr")).unwrap();
        document.select(&selector).count()
    };
    assert_eq!((rows("things"), rows("arrows")), (counts.things, counts.arrows));
    assert!(document.errors.is_empty(), "{:?}", document.errors);
}

#[test]
fn the_matrix_of_the_page_is_a_table_whose_heads_name_every_row_and_column() {
    let document = Html::parse_document(&page(&example()));
    let columns = headings(&document, "table.matrix thead th[scope=col]");
    assert_eq!(columns, headings(&document, "table.matrix tbody th[scope=row]"));
    let cells = headings(&document, "table.matrix tbody td");
    assert_eq!(cells.len(), columns.len() * columns.len());
    let signs: std::collections::BTreeSet<&str> = cells.iter().map(String::as_str).collect();
    assert!(["", "+", "−", "?"].iter().all(|sign| signs.contains(sign)), "{signs:?}");
    let at = |label: &str| columns.iter().position(|column| column == label).unwrap();
    assert_eq!(cells[at("Service bot") * columns.len() + at("Handle time")], "−");
}

#[test]
fn every_link_of_the_contents_leads_somewhere() {
    let document = Html::parse_document(&page(&example()));
    let links: Vec<&str> =
        document.select(&Selector::parse("a").unwrap()).filter_map(|link| link.value().attr("href")).collect();
    assert!(links.len() > 6, "{links:?}");
    for link in links {
        assert_eq!(
            document.select(&Selector::parse(&format!("[id=\"{}\"]", &link[1..])).unwrap()).count(),
            1,
            "{link}"
        );
    }
}

#[test]
fn what_the_room_refused_is_not_told_and_what_it_held_true_is() {
    let document = Html::parse_document(&page(&example()));
    let found = headings(&document, ".found .ask");
    assert!(found[0].contains("one job with two tools"), "{found:?}");
    assert_eq!(headings(&document, "[aria-labelledby=shows] h3")[0], "The room says it is so");
    assert!(!found.iter().any(|ask| ask.contains("If only one of these ran")), "{found:?}");
    let text: String = document.root_element().text().collect();
    for weighed in ["everity", "stop and talk", "talk now", "%"] {
        assert!(!headings(&document, "main .found").concat().contains(weighed), "{weighed}");
    }
    assert!(text.contains("keep the <reason> codes"), "the guard is told as it was typed");
}

#[test]
fn the_policy_of_the_page_allows_its_own_script_and_style_and_nothing_else() {
    let page = page(&example());
    let between = |open: &str, close: &str| {
        let rest = page.split_once(open).unwrap().1;
        rest.split_once(close).unwrap().0.to_owned()
    };
    let seal =
        |text: String| format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text)));
    assert_eq!(
        between("Content-Security-Policy\" content=\"", "\""),
        format!(
            "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
            seal(between("<style>", "</style>")),
            seal(between("<script>", "</script>"))
        )
    );
}

#[test]
fn the_report_of_nothing_is_a_page_too() {
    let talk = Talk::among(&[]);
    let document = Html::parse_document(&page(&talk));
    has_only_our_elements(&document);
    assert_eq!(headings(&document, "h2"), ["Minutes"]);
    assert!(markdown(&talk).contains("0 things and 0 arrows"));
}

#[test]
fn the_markdown_tells_the_same_and_nothing_in_it_acts() {
    let text = markdown(&example());
    let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(
        headings,
        [
            "Decisions",
            "Commitments",
            "What we learned",
            "What stays open",
            "The map",
            "Where they disagree",
            "Every thing",
            "What shows on the map",
            "In tables",
            "How the map stands",
            "What belongs together",
            "Minutes"
        ]
    );
    assert!(!text.contains('<'), "no tag");
    assert!(text.contains("keep the &lt;reason> codes"), "{text}");
}

#[test]
fn no_command_and_no_call_to_a_room_is_told_to_a_reader() {
    let (page, text) = report(&Talk::transcript(EXAMPLE));
    for told in [&page, &text] {
        assert!(told.contains(" in this report."), "some questions are left out");
        for word in ["adjacent findings", "--all", "Walk us"] {
            assert!(!told.contains(word), "{word}");
        }
    }
}

#[test]
fn the_title_of_an_only_session_stands_once() {
    let document = Html::parse_document(&page(&example()));
    assert_eq!(headings(&document, "h1, h2, h3").iter().filter(|heading| *heading == "Talk").count(), 1);
    assert_eq!(markdown(&example()).matches("Talk\n").count(), 1);
}

#[test]
fn what_people_gave_words_for_comes_before_what_only_the_map_shows() {
    let document = Html::parse_document(&page(&Talk::transcript(EXAMPLE)));
    let found = headings(&document, ".found .ask");
    assert!(!found[0].contains("learn that"), "{found:?}");
    let cards = Selector::parse(".found").unwrap();
    let first: String = document.select(&cards).next().unwrap().text().collect();
    assert!(first.contains("(seen)") || first.contains('“'), "{first}");
}

#[test]
fn a_table_of_the_minutes_is_a_table_of_the_page() {
    let chapters = [SessionChapter {
        sections: vec![(
            "Time, planned and taken",
            "| Minutes | planned | taken |\n| --- | --- | --- |\n| Arrive | 7 | 5 |\n".to_owned(),
        )],
        ..SessionChapter::default()
    }];
    let graph = adjacent::graph::Ledger::new().graph(None);
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    let page = report_html(&Material {
        title: "t",
        graph: &graph,
        findings: &[],
        chapters: &chapters,
        arrows,
        most_things,
        house: None,
    });
    assert!(page.contains("<td>Arrive</td>") && !page.contains("| --- |"), "{page}");
}
