//! Files of other tools: asked for, read, looked at and changed before anything is recorded, and what can be done with
//! what came in.

use std::sync::Arc;

use adjacent::app::{
    ChangeSort, Code, EarlierEdition, EditionChange, Effect, FolderName, ImportChore, ImportOrder, ImportPreview,
    ImportReport, KeyPress, Msg, Screen,
};
use adjacent::graph::Ledger;
use adjacent::import::{
    ColumnRole, GroupsAre, IMPORTS, ImportMapping, ImportRemark, ImportedArrow, ImportedMap, ImportedPerson,
    ImportedThing, MappedColumn, OfferedColumn, RemarkSort, RemarkTopic, SameNames, SourcePlace, StatusMeaning,
    TableView, UnclearDays, UndirectedAre, UnknownStatus, WithinFile,
};
use adjacent::record::{DateOrder, Delay, Fact, Kind, Names, Relation, Sign, Status, Strength};
use adjacent::store::samples;

use crate::keyboard::Console;
use crate::typing::Typing;

fn place(row: usize) -> SourcePlace {
    SourcePlace { file: "list.csv".into(), within: WithinFile::Row { sheet: None, row } }
}

fn thing(key: &str, label: &str, kind: Kind, sort: Option<&str>) -> ImportedThing {
    ImportedThing {
        kind,
        sort: sort.map(str::to_owned),
        status: (kind == Kind::Initiative).then_some(Status::Pilot),
        ..ImportedThing::new(key, place(2), label)
    }
}

fn arrow(key: &str, from: usize, to: usize, relation: Relation, sign: Sign) -> ImportedArrow {
    let (strength, delay, note): (_, Option<Delay>, _) = (Strength::default(), None, None);
    ImportedArrow { key: key.to_owned(), place: place(2), from, to, relation, sign, strength, delay, note }
}

fn column(heading: &str, role: Option<ColumnRole>, cells: &[&str]) -> OfferedColumn {
    let first = cells.iter().map(|cell| (*cell).to_owned()).collect();
    OfferedColumn { heading: heading.to_owned(), nth: 1, role, samples: Vec::new(), first }
}

/// Three rows of a table: two changes of two teams, a supply, a person, and a remark of each sort.
fn list() -> ImportPreview {
    let things = vec![
        thing("7", "Claims triage", Kind::Initiative, None),
        thing("name: claims", "Claims", Kind::Party, None),
        thing("8", "Service bot", Kind::Initiative, None),
        thing("9", "Customer history", Kind::Resource, Some("Data set")),
    ];
    let arrows = vec![
        arrow("7", 1, 0, Relation::Owns, Sign::Unknown),
        arrow("8", 2, 3, Relation::Needs, Sign::Unknown),
        arrow("a", 2, 0, Relation::Affects, Sign::Minus),
    ];
    let remark = |row, sort, says: &str| ImportRemark {
        place: place(row),
        sort,
        says: says.to_owned(),
        topic: RemarkTopic::Other,
    };
    let remarks = vec![
        remark(5, RemarkSort::Noted, "the name is longer than 120 characters, and cut"),
        remark(3, RemarkSort::LeftOut, "an arrow from Service bot to itself is left out"),
        remark(4, RemarkSort::Asked, "the status “nearly” of ana.ruiz@example.org is not known"),
    ];
    let people = vec![ImportedPerson { name: "Zq Marker".to_owned(), unit: None }];
    let columns = vec![
        column("No", Some(ColumnRole::Id), &["7", "8", "9"]),
        column("Title", Some(ColumnRole::Name), &["Claims triage", "Service bot", "Customer history"]),
        column("Lead", Some(ColumnRole::Person), &["Zq Marker", "Zq Marker", ""]),
        column("Remarks", None, &["ask zq.marker@example.org", "\u{1b}[31mred", "long ".repeat(40).trim()]),
        column("Bureau", Some(ColumnRole::Unit), &["Claims", "", ""]),
    ];
    let mapped = columns.iter().filter_map(|column| {
        Some(MappedColumn { heading: column.heading.clone(), nth: column.nth, role: column.role? })
    });
    let mapping = ImportMapping { columns: mapped.collect(), ..ImportMapping::default() };
    ImportPreview {
        format: IMPORTS.iter().find(|format| format.name == "table").unwrap(),
        files: vec!["list.csv".to_owned()],
        mapping,
        reused: None,
        map: ImportedMap { things, arrows, people, remarks, ..ImportedMap::default() },
        table: Some(TableView { headings: columns, rows: 3, is_unknown: false }),
        unnamed: false,
        earlier: None,
        title: "list".to_owned(),
        another: false,
    }
}

fn chores(console: &Console) -> Vec<ImportChore> {
    let import = |chore: &Effect| if let Effect::Import(import) = chore { Some(import.clone()) } else { None };
    console.chores.iter().filter_map(import).collect()
}

/// The last order to read or to record.
fn order(console: &Console) -> ImportOrder {
    let order = |chore: ImportChore| match chore {
        ImportChore::Read(order) | ImportChore::Record(order) => Some(order),
        _ => None,
    };
    chores(console).into_iter().filter_map(order).next_back().unwrap()
}

fn read(console: &mut Console, preview: ImportPreview) {
    let number = order(console).number;
    console.happen(Msg::Import(ImportReport::Read { number, preview: Arc::new(preview) }));
}

fn asked() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.says("/import");
    console
}

fn previewed() -> Console {
    let mut console = asked();
    console.says("list.csv");
    read(&mut console, list());
    console
}

/// The preview at one of its pages.
fn at_page(page: usize) -> Console {
    let mut console = previewed();
    for _ in 0..page {
        console.code(Code::Tab);
    }
    console
}

const COLUMNS: usize = 1;
const KINDS: usize = 2;
const THINGS: usize = 3;
const REMARKS: usize = 4;

#[test]
fn the_file_is_asked_for_with_the_names_of_its_folder_below() {
    let mut console = asked();
    assert!(chores(&console).contains(&ImportChore::Names(String::new())));
    let name = |name: &str, is_folder| FolderName { name: name.to_owned(), is_folder };
    let names = vec![name("\u{1b}[31mevil.csv", false), name("lists", true), name("inventory.csv", false)];
    console.happen(Msg::Import(ImportReport::Names { folder: String::new(), names }));
    let screen = console.screen();
    assert!(
        screen.contains("  lists/") && screen.contains("inventory.csv") && screen.contains("Which file?"),
        "{screen}"
    );
    assert!(!screen.contains('\u{1b}'));
    console.types("l").code(Code::Tab);
    assert_eq!(chores(&console).last(), Some(&ImportChore::Names("lists/".to_owned())));
    console.code(Code::Tab);
    let names = vec![name("AI uses.csv", false)];
    console.happen(Msg::Import(ImportReport::Names { folder: "lists/".to_owned(), names }));
    assert!(console.screen().contains("> lists/AI\\ uses.csv"), "Tab waited for the names: {}", console.screen());
    console.enter();
    assert_eq!(order(&console).typed, "lists/AI\\ uses.csv");
    assert!(console.screen().contains("Esc stops it"), "{}", console.screen());
}

#[test]
fn a_file_is_chosen_with_the_arrows_and_one_dragged_in_is_taken_as_it_comes() {
    let mut console = asked();
    let names = ["a.csv", "b.csv"].map(|name| FolderName { name: name.to_owned(), is_folder: false });
    console.happen(Msg::Import(ImportReport::Names { folder: String::new(), names: names.to_vec() }));
    console.code(Code::Down).code(Code::Down).enter();
    assert_eq!(order(&console).typed, "b.csv");
    let mut console = asked();
    console.paste("'/home/noor/AI list.csv' ").enter();
    assert_eq!(order(&console).typed, "'/home/noor/AI list.csv'");
    let mut console = Console::at_home(Vec::new());
    console.paste("file:///home/noor/AI%20list.csv");
    assert!(console.screen().contains("bring in what you have"), "{}", console.screen());
    console.enter();
    assert_eq!(order(&console).typed, "file:///home/noor/AI%20list.csv");
    let mut console = Console::at_home(Vec::new());
    console.says("/import ~/list.csv").enter();
    assert_eq!(order(&console).typed, "~/list.csv");
}

#[test]
fn reading_says_how_far_it_is_and_esc_stops_it_with_the_path_in_place() {
    let mut console = asked();
    console.says("list.csv");
    let number = order(&console).number;
    console.happen(Msg::Import(ImportReport::Progress { number, done: 1_000, all: 3_407 }));
    assert!(console.screen().contains("1,000 of 3,407 read"), "{}", console.screen());
    console.types("x").enter().code(Code::Esc);
    assert_eq!(chores(&console).last(), Some(&ImportChore::Stop));
    let screen = console.screen();
    assert!(screen.contains("> list.csv") && screen.contains("Stopped; nothing was recorded."), "{screen}");
    console.happen(Msg::Import(ImportReport::Read { number, preview: Arc::new(list()) }));
    assert!(console.screen().contains("> list.csv"), "what was stopped does not come back");
    console.enter();
    assert!(order(&console).number > number);
}

#[test]
fn what_cannot_be_read_is_one_sentence_and_the_path_stays_to_be_mended() {
    let mut console = asked();
    console.says("list.csv");
    let number = order(&console).number;
    let says = "list.csv, line 3, character 7: the JSON ends here\u{7}; export the file again, whole.".to_owned();
    console.happen(Msg::Import(ImportReport::Refused { number, says }));
    let screen = console.screen();
    assert!(screen.contains("> list.csv") && screen.contains("line 3, character 7"), "{screen}");
    console.code(Code::Backspace).types("x").enter();
    assert_eq!(order(&console).typed, "list.csx");
}

#[test]
fn the_first_page_says_what_would_come_in_and_from_where() {
    for size in [(80, 24), (160, 50)] {
        let mut console = previewed().with_size(size.0, size.1);
        let screen = console.screen();
        for says in [
            "a table: 4 things, 3 arrows",
            "2 changes, 1 team, 1 supply",
            "0 more, 1 less, 0 without a sign",
            "answers for 1",
            "1 person named; no name of a person comes onto the map",
            "1 left out, 1 asked about, 1 noted",
            "4 of 5 columns are understood",
            "Enter brings it in",
        ] {
            assert!(screen.contains(says), "{says} is missing in\n{screen}");
        }
        console.code(Code::BackTab);
        assert!(console.screen().contains("[remarks") || console.screen().contains("asked"), "{}", console.screen());
    }
}

#[test]
fn every_column_shows_what_it_is_taken_for_and_is_changed_with_a_key() {
    let mut console = at_page(COLUMNS);
    let screen = console.screen();
    for says in ["No", "its number", "Title", "its name", "Service bot", "Column 1 of 5"] {
        assert!(screen.contains(says), "{says} is missing in\n{screen}");
    }
    for _ in 0..3 {
        console.code(Code::Right);
    }
    assert!(console.screen().contains("Column 4 of 5, “Remarks”, is left out"), "{}", console.screen());
    console.types(" ");
    assert!(console.screen().contains("who answers for it (person)"), "{}", console.screen());
    console.types("8");
    let mapping = order(&console).mapping.unwrap();
    let role = mapping.columns.iter().find(|column| column.heading == "Remarks").unwrap().role;
    assert_eq!(role, ColumnRole::About);
    assert_eq!(mapping.columns.len(), 5, "the others stay as they were");
    assert!(console.screen().contains("what it is about"), "shown at once: {}", console.screen());
}

#[test]
fn where_only_one_column_can_be_the_name_the_other_gives_it_up() {
    let mut console = at_page(COLUMNS);
    console.code(Code::End).types(" 2");
    let mapping = order(&console).mapping.unwrap();
    let of = |heading: &str| mapping.columns.iter().find(|column| column.heading == heading).map(|column| column.role);
    assert_eq!((of("Bureau"), of("Title"), of("No")), (Some(ColumnRole::Name), None, Some(ColumnRole::Id)));
}

#[test]
fn a_mapping_that_cannot_be_read_says_why_and_stays_to_be_changed() {
    let mut console = at_page(COLUMNS);
    console.types(" 1");
    let number = order(&console).number;
    console.happen(Msg::Import(ImportReport::Refused { number, says: "list.csv: no column is the name.".to_owned() }));
    assert!(console.screen().contains("no column is the name"), "{}", console.screen());
    console.enter();
    assert!(!chores(&console).iter().any(|chore| matches!(chore, ImportChore::Record(_))));
    assert!(!console.screen().contains("What is it called?"), "{}", console.screen());
}

#[test]
fn a_kind_is_confirmed_and_groups_and_namesakes_are_said() {
    let mut console = at_page(KINDS);
    let screen = console.screen();
    assert!(
        screen.contains("Data set") && screen.contains("supply") && screen.contains("(no word for it)"),
        "{screen}"
    );
    console.code(Code::Down).types(" ").types("1");
    assert_eq!(order(&console).mapping.unwrap().kinds.get("data set"), Some(&Kind::Party));
    console.code(Code::Down).types(" ");
    assert_eq!(order(&console).mapping.unwrap().same_names, Some(SameNames::OneThing));
    console.types(" ");
    assert_eq!(order(&console).mapping.unwrap().same_names, Some(SameNames::Several));
    let mut map = asked();
    map.says("map.dot");
    read(&mut map, ImportPreview { table: None, ..list() });
    map.code(Code::Tab).code(Code::Down).code(Code::Down).code(Code::Down).types(" ");
    assert_eq!(order(&map).mapping.unwrap().groups, GroupsAre::Units, "{}", map.screen());
}

#[test]
fn a_thing_is_left_out_and_comes_in_again() {
    let mut console = at_page(THINGS);
    console.types(" ");
    assert_eq!(order(&console).mapping.unwrap().left_out, ["7"]);
    let screen = console.screen();
    assert!(screen.contains("[ ] Claims triage") && screen.contains("3 things, 1 arrow; 1 left out"), "{screen}");
    console.code(Code::Up).types(" ");
    assert_eq!(order(&console).mapping.unwrap().left_out, Vec::<String>::new());
    console.types("bot").press(KeyPress::ctrl('t'));
    assert_eq!(order(&console).mapping.unwrap().left_out, ["8"]);
    assert!(!console.screen().contains("Customer history"), "{}", console.screen());
    let mapping = order(&console).mapping.unwrap();
    read(&mut console, ImportPreview { mapping, ..list() });
    console.code(Code::Esc);
    assert!(console.screen().contains("Customer history"), "{}", console.screen());
    console.types("service bot");
    assert!(console.screen().contains("1 thing with “service bot”"), "a space belongs to a name that is typed");
    console.code(Code::Down).types(" ");
    assert_eq!(order(&console).mapping.unwrap().left_out, Vec::<String>::new());
}

#[test]
fn esc_stops_a_reading_that_a_change_began_and_takes_the_change_back() {
    let mut console = at_page(THINGS);
    console.types(" ");
    assert!(console.screen().contains("[ ] Claims triage"));
    console.code(Code::Esc);
    assert_eq!(chores(&console).last(), Some(&ImportChore::Stop));
    assert!(console.screen().contains("[x] Claims triage"), "{}", console.screen());
}

#[test]
fn remarks_stand_with_their_places_what_is_asked_first() {
    let console = at_page(REMARKS);
    let screen = console.screen();
    let at = |says: &str| screen.lines().position(|line| line.contains(says));
    assert!(at("asked     row 4: the status").unwrap() < at("left out  row 3: an arrow from Service bot").unwrap());
}

#[test]
fn nobody_is_named_on_any_page_and_no_text_of_the_file_acts() {
    for page in 0..5 {
        let mut console = at_page(page).with_size(160, 50);
        let screen = console.screen();
        for private in ["Zq Marker", "zq.marker@", "ana.ruiz@", "\u{1b}"] {
            assert!(!screen.contains(private), "{private} stands in\n{screen}");
        }
        console.model.settings.one_window = true;
        assert!(!console.screen().contains("long long"), "a column that is left out is covered for the room");
    }
    let shown = at_page(COLUMNS).with_size(160, 50).screen();
    assert!(shown.contains("[31mred") && shown.contains("long long") && shown.contains("(an address)"), "{shown}");
}

#[test]
fn very_long_names_are_cut_at_the_edge_and_the_smallest_screen_holds() {
    let mut long = list();
    let name = "Extraordinarily ".repeat(30);
    long.map.things[0].label.clone_from(&name);
    long.files = vec![name.clone()];
    long.title.clone_from(&name);
    if let Some(table) = &mut long.table {
        table.headings[1].heading.clone_from(&name);
        table.headings[1].first[0] = name;
    }
    for size in [(40, 10), (80, 24), (200, 60)] {
        let mut console = asked().with_size(size.0, size.1);
        console.says("list.csv");
        read(&mut console, long.clone());
        for _ in 0..5 {
            console.screen();
            console.code(Code::Right).types(" ").screen();
            console.code(Code::Esc).code(Code::Tab);
        }
    }
}

#[test]
fn enter_asks_for_a_title_and_brings_it_in_as_one_session() {
    let mut console = previewed();
    console.enter();
    assert!(console.screen().contains("4 things and 3 arrows come in as one session"), "{}", console.screen());
    assert!(console.screen().contains("> list"), "{}", console.screen());
    console.press(KeyPress::ctrl('u')).types("AI inventory").enter();
    let Some(ImportChore::Record(order)) = chores(&console).pop() else { panic!("nothing is recorded") };
    assert_eq!(order.mapping.unwrap().title, "AI inventory");
    console.code(Code::Esc).enter();
    let says = "4 things and 3 arrows came in. One question about it is open.".to_owned();
    console.happen(Msg::Import(ImportReport::Done { number: order.number, session: "x".into(), says }));
    let screen = console.screen();
    assert!(screen.contains("4 things and 3 arrows came in") && screen.contains("begin a workshop"), "{screen}");
    assert!(console.chores.ends_with(&[Effect::List, Effect::Survey]), "{:?}", console.chores.last());
    console.types("2");
    assert_eq!(console.model.screen, Screen::Map);
}

fn change(sort: ChangeSort, title: &str, differences: &[&str]) -> EditionChange {
    let differences = differences.iter().map(|says| (*says).to_owned()).collect();
    EditionChange { sort, place: Some(place(4)), title: title.to_owned(), differences }
}

#[test]
fn a_page_says_what_a_newer_edition_changes_and_from_what() {
    let changes = vec![
        change(ChangeSort::Back, "Aerostat", &[]),
        change(ChangeSort::Changed, "Curated data", &["status pilot, before idea", "was called zq.marker@example.org"]),
        EditionChange { place: None, ..change(ChangeSort::Gone, "Border\u{1b}[31m robot", &[]) },
        change(ChangeSort::New, "Chat helper", &[]),
    ];
    let earlier = EarlierEdition { title: "AI list".to_owned(), changes };
    let mut console = asked();
    console.says("list.csv");
    read(&mut console, ImportPreview { earlier: Some(earlier.clone()), ..list() });
    console.code(Code::Tab);
    let screen = console.screen();
    for says in [
        "changes 4",
        "new        row 4: Chat helper",
        "changed    row 4: Curated data: status pilot, before idea",
        "robot: the file does not state it any more",
        "back again row 4: Aerostat",
    ] {
        assert!(screen.contains(says), "{says} is missing in\n{screen}");
    }
    let at = |says: &str| screen.lines().position(|line| line.contains(says)).unwrap();
    assert!(at("Chat helper") < at("Curated data") && at("robot") < at("Aerostat"), "{screen}");
    assert!(!screen.contains("zq.marker@") && !screen.contains('\u{1b}'), "{screen}");
    console.code(Code::Down);
    assert_eq!(console.screen().matches("status pilot, before idea").count(), 2, "the chosen one stands whole below");
    // As another source it has no changes, and the page is not there.
    read_again(&mut console, ImportPreview { another: true, ..list() });
    assert!(!console.screen().contains("changes 4") && console.screen().contains("what comes in   columns"));
}

/// What was read anew after Space on the first page.
fn read_again(console: &mut Console, preview: ImportPreview) {
    console.code(Code::BackTab).types(" ");
    console.code(Code::Tab);
    read(console, preview);
}

#[test]
fn a_table_without_a_known_heading_opens_at_its_columns() {
    let columns = vec![column("a", None, &["1", "2"]), column("b", None, &["3", "4"])];
    let table = |headings| Some(TableView { headings, rows: 2, is_unknown: true });
    let mapping = ImportMapping::default();
    let mut console = asked();
    console.says("ab.csv");
    let map = ImportedMap::default();
    read(&mut console, ImportPreview { table: table(columns), mapping: mapping.clone(), map, unnamed: true, ..list() });
    let screen = console.screen();
    assert!(screen.contains("Column 1 of 2, “a”, is left out") && screen.contains("known to name things"), "{screen}");
    console.enter();
    assert!(!console.screen().contains("What is it called?"), "{}", console.screen());
    console.code(Code::Right).types(" 2");
    let mapping = order(&console).mapping.unwrap();
    assert_eq!(mapping.columns.first().map(|it| (it.heading.as_str(), it.role)), Some(("b", ColumnRole::Name)));
    let mut guessed = asked();
    guessed.says("ab.csv");
    let columns = vec![column("a", None, &["1", "2"]), column("b", Some(ColumnRole::Name), &["x", "y"])];
    read(&mut guessed, ImportPreview { table: table(columns), mapping, ..list() });
    let screen = guessed.screen();
    assert!(screen.contains("Column 2 of 2, “b”: its name") && screen.contains("the name was guessed"), "{screen}");
}

#[test]
fn a_file_that_is_dropped_or_typed_on_the_first_screen_is_read_at_once() {
    let mut console = Console::at_home(Vec::new());
    console.paste("'/home/noor/AI list.csv'");
    assert_eq!(order(&console).typed, "'/home/noor/AI list.csv'");
    read(&mut console, list());
    assert!(console.screen().contains("a table: 4 things, 3 arrows"), "{}", console.screen());
    for (typed, is_there) in [("list.csv", true), ("in/our list.csv", true), ("'/home/noor/gone.json'", false)] {
        let mut console = Console::at_home(Vec::new());
        console.types(typed).enter();
        assert_eq!(chores(&console).last(), Some(&ImportChore::Find(typed.to_owned())));
        console.happen(Msg::Import(ImportReport::Found { typed: typed.to_owned(), is_there }));
        assert_eq!(order(&console).typed, typed);
        let number = order(&console).number;
        console.happen(Msg::Import(ImportReport::Refused { number, says: "It is not there.".to_owned() }));
        assert!(console.screen().contains("It is not there."), "{}", console.screen());
        assert!(console.saved.is_empty(), "no session begins");
    }
}

#[test]
fn a_name_that_only_looks_like_a_file_begins_as_any_other() {
    let mut console = Console::at_home(Vec::new());
    console.types("Node.js").enter();
    console.happen(Msg::Import(ImportReport::Found { typed: "Node.js".to_owned(), is_there: false }));
    assert!(console.model.popup.is_none());
    assert!(console.chores.iter().any(|chore| matches!(chore, Effect::Create(_))), "{:?}", console.chores);
    let mut late = Console::at_home(Vec::new());
    late.types("list.csv").enter().types("x");
    late.happen(Msg::Import(ImportReport::Found { typed: "list.csv".to_owned(), is_there: true }));
    assert!(late.model.popup.is_none(), "an answer about another line is no answer");
}

#[test]
fn a_newer_edition_says_what_is_new_changed_and_gone_and_which_mapping_is_used_again() {
    let mut console = asked();
    console.says("list.csv");
    let labels = |sort, many| (0..many).map(move |at| change(sort, &format!("Change {at}"), &[]));
    let changes = labels(ChangeSort::New, 7).chain(labels(ChangeSort::Changed, 2));
    let changes = changes.chain([change(ChangeSort::Back, "Old change", &[])]).collect();
    let earlier = EarlierEdition { title: "AI list".to_owned(), changes };
    let mapping = ImportMapping { title: "AI list".to_owned(), ..list().mapping };
    let preview = ImportPreview { earlier: Some(earlier), reused: Some("AI list".to_owned()), mapping, ..list() };
    read(&mut console, preview);
    let screen = console.screen();
    for says in [
        "7 new: Change 0",
        "and 3 more",
        "2 changed: Change 0, Change 1",
        "1 back again: Old change",
        "Read as “AI list” was read before.",
    ] {
        assert!(screen.contains(says), "{says} is missing in\n{screen}");
    }
    assert!(!screen.contains(" gone:"), "{screen}");
    console.enter();
    assert!(console.screen().contains("“AI list” becomes as the files are now"), "{}", console.screen());
}

#[test]
fn a_workshop_about_three_changes_of_the_map_asks_about_them() {
    let mut console = Console::at_home(Vec::new());
    let mut ledger = Ledger::new();
    ledger.add_session(&samples::all().remove(0), &Names::default());
    console.happen(Msg::Surveyed(Box::new(ledger)));
    console.says("/begin-about");
    assert!(console.screen().contains("[ ] Churn model"), "{}", console.screen());
    console.says("claims tri").says("bot").says("churn");
    assert!(console.screen().contains("3 chosen"), "{}", console.screen());
    console.enter();
    assert!(console.screen().contains("What is it called?"), "{}", console.screen());
    console.enter().enter().enter();
    let opening = &console.saved.first().unwrap().facts;
    let named: Vec<&str> = opening
        .iter()
        .filter_map(|fact| match fact {
            Fact::Named { label, kind: Kind::Initiative } => Some(label.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(named, ["Churn model", "Claims triage", "Service bot"]);
    assert_eq!(console.model.screen, Screen::Run);
}

#[test]
fn while_a_session_is_open_the_import_says_to_leave_it_first() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    console.says("/import");
    assert!(console.model.popup.is_none() && console.notice().contains("leave this one first"), "{}", console.notice());
}

#[test]
fn help_over_the_box_goes_on_with_the_import_below_it() {
    let mut console = asked();
    console.says("list.csv").code(Code::F(1));
    assert!(console.screen().contains("Brings in the file of another tool"), "{}", console.screen());
    read(&mut console, list());
    console.code(Code::Esc);
    assert!(console.screen().contains("a table: 4 things, 3 arrows"), "{}", console.screen());
}

/// A table with a word for a status that nobody knows and days of which either number may be the month.
fn with_questions() -> ImportPreview {
    let mut preview = list();
    let word = UnknownStatus { word: "Nearly".to_owned(), things: 12, place: place(3) };
    preview.map.questions.statuses.insert("nearly".to_owned(), word);
    preview.map.questions.days = Some(UnclearDays { sample: "5/6/2026".to_owned(), cells: 14, place: place(2) });
    let asked = |row, says: &str, topic| ImportRemark {
        place: place(row),
        sort: RemarkSort::Asked,
        says: says.to_owned(),
        topic,
    };
    preview.map.remarks = vec![
        asked(3, "“Nearly” is the status of 12 things: is that live?", RemarkTopic::Status("nearly".to_owned())),
        asked(2, "5/6/2026 may be two days: which comes first?", RemarkTopic::Days),
    ];
    preview
}

#[test]
fn a_question_about_a_word_or_a_day_is_answered_from_its_remark() {
    let mut console = asked();
    console.says("list.csv");
    read(&mut console, with_questions());
    (0..REMARKS).for_each(|_| {
        console.code(Code::Tab);
    });
    assert!(console.screen().contains("Space answers it"), "{}", console.screen());
    console.types(" ");
    let screen = console.screen();
    assert!(screen.contains("status “Nearly”") && screen.contains("not said yet"), "{screen}");
    console.types(" ");
    let screen = console.screen();
    assert!(screen.contains("What does the status “Nearly” mean?"), "{screen}");
    assert!(screen.contains("live       it is in use"), "{screen}");
    console.types("3");
    assert_eq!(order(&console).mapping.unwrap().statuses.get("nearly"), Some(&StatusMeaning::Live));
    assert!(console.screen().contains("status live"), "shown at once: {}", console.screen());
    console.types(" 7");
    assert!(order(&console).mapping.unwrap().statuses.is_empty(), "an answer is taken back");
    console.code(Code::Down);
    assert!(console.screen().contains("days such as 5/6/2026"), "{}", console.screen());
    console.types(" 1");
    assert_eq!(order(&console).mapping.unwrap().dates, Some(DateOrder::DayFirst));
    assert!(console.screen().contains("the day comes first"), "{}", console.screen());
}

#[test]
fn links_without_a_direction_are_one_line_and_become_arrows_with_a_key() {
    let mut preview = ImportPreview { table: None, ..list() };
    preview.map.questions.links = 254;
    preview.map.remarks = (1..=254)
        .map(|row| ImportRemark {
            place: place(row),
            sort: RemarkSort::Asked,
            says: format!("A{row} and B are linked without a direction"),
            topic: RemarkTopic::Links,
        })
        .collect();
    let mut console = asked();
    console.says("map.dot");
    read(&mut console, preview);
    console.code(Code::BackTab);
    let screen = console.screen();
    assert!(screen.contains("row 1: A1 and B are linked without a direction (and 253 more"), "{screen}");
    assert!(!screen.contains("A2 and B"), "{screen}");
    console.types(" ");
    let screen = console.screen();
    assert!(screen.contains("links with no direction") && screen.contains("254"), "{screen}");
    console.types(" ");
    assert_eq!(order(&console).mapping.unwrap().undirected, UndirectedAre::Arrows);
}

#[test]
fn what_looks_like_a_newer_edition_is_taken_for_another_source_with_a_key() {
    let changes = vec![change(ChangeSort::New, "Bot", &[])];
    let earlier = EarlierEdition { title: "AI list".to_owned(), changes };
    let mapping = ImportMapping { title: "AI list".to_owned(), ..list().mapping };
    let mut console = asked();
    console.says("list.csv");
    read(&mut console, ImportPreview { earlier: Some(earlier.clone()), mapping: mapping.clone(), ..list() });
    assert!(console.screen().contains("Space: no, it is another source"), "{}", console.screen());
    console.types(" ");
    assert!(order(&console).another);
    console.code(Code::Esc).types(" ");
    read(&mut console, ImportPreview { another: true, mapping, ..list() });
    assert!(console.screen().contains("becomes a session of its own"), "{}", console.screen());
    console.enter();
    assert!(console.screen().contains("> list"), "it has a title of its own: {}", console.screen());
    console.enter();
    assert!(order(&console).another);
    let mut first = previewed();
    first.types(" ");
    assert!(!order(&first).another, "there is nothing that it could be an edition of");
}
