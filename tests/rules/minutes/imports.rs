//! What an imported file states is nobody's word: the minutes tell what a session made of it.

use adjacent::exercise::{Blanks, Catalogue};
use adjacent::export::{Arrows, Material, chapter, letter, minutes_markdown};
use adjacent::graph::{Key, Ledger};
use adjacent::record::{Fact, Kind, Mode, Person, Relation, Session, Sign, Status};

use crate::import::{Import, ledger};
use crate::talk::Talk;

use Relation::{Affects, Needs};

fn register() -> Import {
    Import::titled(9, "Service catalogue")
        .arrow("Orders API", Needs, "Customer DB", Sign::Unknown)
        .arrow("Orders API", Needs, "Mail", Sign::Unknown)
        .arrow("Overtime", Affects, "Backlog", Sign::Minus)
        .arrow("Archive", Needs, "Disks", Sign::Unknown)
        .change("Letter bot", Status::Live, "Post")
}

fn page(lines: &str) -> String {
    let mut talk = Talk::among(&[("mei", "Sales"), ("sam", "Claims")]);
    let session: Session = talk.says(lines).session().clone();
    let ledger: Ledger = ledger(&[register().told(), session.clone()]);
    minutes_markdown(&session, &ledger, &Catalogue::embedded(), &Blanks::default())
}

fn under(page: &str, heading: &str) -> String {
    let after = page.split_once(&format!("\n## {heading}\n\n")).map_or("", |(_, after)| after);
    after.split("\n## ").next().unwrap_or_default().to_owned()
}

#[test]
fn what_a_session_said_of_an_import_is_told_and_the_rest_is_no_part_of_what_was_said() {
    let page = page("mei> Orders API -> Customer DB : needs\nsam> Overtime -> Backlog : +");
    assert_eq!(
        under(&page, "What was imported"),
        "- Confirmed: **Orders API** needs Customer DB, as the Service catalogue says.\n\
         - Contradicted: **Overtime** less Backlog, says the Service catalogue; here: more Backlog.\n\
         - Not spoken of, and as the Service catalogue has it: **Orders API** needs Mail.\n"
    );
    for elsewhere in ["Archive", "Disks", "Letter bot"] {
        assert!(!page.contains(elsewhere), "{elsewhere} was not spoken of: {page}");
    }
    assert!(!under(&page, "The map").contains("Mail"), "{page}");
}

#[test]
fn a_session_that_spoke_of_nothing_imported_does_not_mention_it() {
    let page = page("mei> ~Calls -> ~Cost : +");
    assert!(!page.contains("imported") && !page.contains("catalogue"), "{page}");
}

#[test]
fn the_page_of_an_import_says_that_nobody_said_it() {
    let session = register().told();
    let page = minutes_markdown(&session, &register().ledger(), &Catalogue::embedded(), &Blanks::default());
    assert!(page.contains("Nobody here has said it."), "{page}");
    assert!(page.contains("Letter bot"), "{page}");
}

#[test]
fn nobody_was_present_at_an_import() {
    let seat = |tag: &str, unit: &str| Person { tag: tag.into(), party: Some(unit.into()), ..Person::default() };
    let opened = Fact::Opened {
        mode: Mode::Live,
        facilitator: None,
        agenda: Vec::new(),
        people: vec![seat("claims1", "Claims"), seat("service1", "Service")],
    };
    let read = |file: &str| Fact::Imported { files: vec![file.into()], format: "table".into(), digest: "0".into() };
    let import = register().states("", vec![opened, read("list.csv")]).states("", vec![read("newer_list.csv")]);
    let session = import.clone().told();
    let page = minutes_markdown(&session, &import.ledger(), &Catalogue::embedded(), &Blanks::default());
    let head = page.lines().nth(2).unwrap();
    assert_eq!(head, "Monday 9 November 2026 · brought in from newer\\_list\\.csv");
    assert!(!page.contains("2 people"), "{page}");
}

#[test]
fn the_map_of_a_workshop_says_only_what_somebody_here_said() {
    let page = page("mei> Letter bot -> ~Backlog : -");
    let map = under(&page, "The map");
    assert!(map.starts_with("- **Letter bot**. Less Backlog"), "{map}");
    for stated in ["live", "post", "Post", "answered for"] {
        assert!(!map.contains(stated), "{stated} is what the file states: {map}");
    }
}

#[test]
fn a_file_that_names_an_owner_is_marked_in_its_own_minutes() {
    let session = register().told();
    let page = minutes_markdown(&session, &register().ledger(), &Catalogue::embedded(), &Blanks::default());
    let map = under(&page, "The map");
    assert!(map.contains("**Letter bot** (live (imported), answered for by Post (imported))"), "{map}");
}

#[test]
fn who_answers_is_the_owner_and_not_what_it_is_part_of() {
    let import = register().arrow("Post", Relation::In, "Ministry", Sign::Unknown).thing("Ministry", Kind::Party);
    let graph = import.clone().ledger().graph(None);
    let bot = graph.thing(&Key::of("Letter bot").unwrap()).unwrap();
    assert_eq!((bot.owner.clone(), bot.unit.clone()), (Key::of("Post"), Key::of("Ministry")));
    assert!(bot.owner_listed && bot.said_unit().is_none());
    let page =
        minutes_markdown(&import.clone().told(), &import.clone().ledger(), &Catalogue::embedded(), &Blanks::default());
    assert!(page.contains("answered for by Post (imported)") && !page.contains("answered for by Ministry"), "{page}");
}

#[test]
fn nobody_gets_a_letter_from_an_import() {
    let (session, import) = (register().told(), register().ledger());
    let chapters = [chapter(&session, &import, &Catalogue::embedded(), &Blanks::default())];
    let graph = import.graph(None);
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    let page = letter(
        &Material {
            title: "Catalogue",
            graph: &graph,
            findings: &[],
            chapters: &chapters,
            arrows,
            most_things,
            house: None,
        },
        None,
    );
    assert_eq!(
        page,
        "# Catalogue\n\nThere is no letter from an import: a file was read, and nobody met or said anything in it; the \
         minutes say what the file states.\n"
    );
}

#[test]
fn an_arrow_that_a_line_contradicts_which_stayed_text_is_not_said_to_be_left_unspoken() {
    let says =
        |line: &str| under(&page(&format!("mei> Orders API -> Customer DB : needs\n{line}")), "What was imported");
    let unspoken = "Not spoken of, and as the Service catalogue has it: **Orders API** needs Mail.";
    assert!(says("").contains(unspoken));
    for line in [
        "sam> by the way, the Orders API and Mail have had nothing to do with each other since May",
        "sam> strange that in those orders nothing of Mail is left, is it not",
    ] {
        assert!(!says(line).contains("Mail"), "{line}: {}", says(line));
    }
    assert!(says("sam> strange that nothing of Mail is left, is it not").contains(unspoken));
}
