use super::{offered_mapping, table_view};
use crate::import::tests::samples::{arrows, error_of, labels, map_of, map_of_text, thing};
use crate::import::{
    ColumnRole, ImportMapping, ImportedFile, ImportedMap, MappedColumn, NoWatch, ReadContext, SameNames, StatusMeaning,
    read,
};
use crate::record::{DateOrder, Delay, Kind, Sign, Status, Strength};

fn table(text: &str) -> ImportedMap {
    map_of_text("table", text)
}

fn mapped(text: &str, mapping: &ImportMapping) -> ImportedMap {
    let file = ImportedFile::new("a.csv", text.as_bytes().to_vec()).unwrap();
    read(&[file], &ReadContext { mapping, watch: &NoWatch }).unwrap().1
}

fn said(map: &ImportedMap) -> Vec<String> {
    map.remarks.iter().map(|remark| format!("{} {:?}: {}", remark.place, remark.sort, remark.says)).collect()
}

#[test]
fn a_heading_that_says_what_a_row_is_names_it_though_other_lists_need_it() {
    let map = table(
        "System;Owner;Purpose;Uses data from;Risk;Status\n\
         Triage bot;Claims;Sorts incoming claims;Complaint reasons;high;live\n\
         Churn model;Retention;Says who leaves;Complaint reasons, Call logs;medium;pilot\n\
         Translator;Back office;Translates letters;;low;live\n",
    );
    let bot = thing(&map, "Triage bot");
    assert_eq!((bot.kind, bot.status), (Kind::Initiative, Some(Status::Live)));
    let needs: Vec<String> = arrows(&map).into_iter().filter(|arrow| arrow.contains(" needs ")).collect();
    assert_eq!(
        needs,
        ["Triage bot needs Complaint reasons", "Churn model needs Complaint reasons", "Churn model needs Call logs",],
        "a comma parts what stands alone elsewhere"
    );
    assert!(labels(&map).contains(&"Translator"), "an empty cell elsewhere leaves no row out");
    let alone = table("Application,Owner,Description\nTriage bot,Claims,Sorts\nLetter bot,Back office,Writes\n");
    assert_eq!(thing(&alone, "Letter bot").kind, Kind::Initiative);
    let beside = table("Use case,System,Status\nTriage,CRM,live\nLetters,Archive,pilot\n");
    assert_eq!(arrows(&beside), ["Triage needs CRM", "Letters needs Archive"]);
}

#[test]
fn a_list_of_arrows_has_its_signs_in_a_column_of_effects() {
    let map = table(
        "From,To,Effect,Delay,Note\nbot,calls,+,2 weeks,seen\ncalls,trust,decreases,,told\nbot,handling time,more,later,\n",
    );
    assert_eq!(arrows(&map), ["bot affects+ calls", "calls affects- trust", "bot affects+ handling time"]);
    assert_eq!(map.arrows[0].delay, Some(Delay::Days(14)));
}

#[test]
fn what_a_change_affects_comes_in_without_a_sign() {
    let map = table(
        "Use case,Department,Vendor,Status,Depends on,Affects\n\
         Triage bot,Claims,ACME,live,Complaint reasons,Call volume\n\
         Letter bot,Back office,ACME,pilot,Templates,Reading time\n",
    );
    assert!(arrows(&map).contains(&"Triage bot affects Call volume".to_owned()), "{:?}", arrows(&map));
}

#[test]
fn a_row_is_an_initiative_with_what_its_columns_say_and_no_effects() {
    let map = table(
        "AI register 2026,,,,,,,,,\n\n\
         ID,Use case,Department,Contact,Status,Start,Systems,Vendor,Goal,Benefit\n\
         A1,Claims triage,Claims,ana@example.org,Pilot,14.3.2024,CRM; Archive,Acme Inc.,Faster claims,Less waiting\n\
         A2,Service bot,Service / Sales,,in use,Q3 2024,CRM,n/a,,\n\
         Total,2,,,,,,,,\n",
    );
    assert_eq!(map.title.as_deref(), Some("AI register 2026"));
    let triage = thing(&map, "Claims triage");
    assert_eq!((triage.key.as_str(), triage.kind, triage.status), ("A1", Kind::Initiative, Some(Status::Pilot)));
    assert_eq!(triage.started, Some(jiff::civil::date(2024, 3, 14)));
    assert_eq!(triage.about.as_deref(), Some("Less waiting"));
    assert_eq!(thing(&map, "Service bot").status, Some(Status::Live));
    assert_eq!((thing(&map, "Acme Inc.").kind, thing(&map, "Acme Inc.").outside), (Kind::Party, true));
    assert_eq!(thing(&map, "CRM").kind, Kind::Resource);
    assert_eq!(thing(&map, "Faster claims").kind, Kind::Purpose);
    assert_eq!(
        arrows(&map),
        [
            "Claims owns Claims triage",
            "Claims triage needs CRM",
            "Claims triage needs Archive",
            "Acme Inc. feeds Claims triage",
            "Claims triage aims Faster claims",
            "Service owns Service bot",
            "Sales owns Service bot",
            "Service bot needs CRM",
        ]
    );
    assert!(map.arrows.iter().all(|arrow| arrow.sign == Sign::Unknown), "nothing is invented");
    assert!(map.arrows.iter().all(|arrow| arrow.key == "A1" || arrow.key == "A2"), "an arrow goes with its row");
    assert_eq!(map.people.len(), 1);
    assert!(labels(&map).iter().all(|label| !label.contains("ana")), "no name of a person stands on the map");
    assert_eq!(said(&map), ["a.txt, row 6 LeftOut: this is a row of totals"]);
}

#[test]
fn a_key_is_the_id_or_the_name_and_unit_and_no_other_cell() {
    let key = |row: &str| table(&format!("Name,Unit,Status,Notes\n{row}\nOther,X,live,y\n")).things[0].key.clone();
    assert_eq!(key("Bot,Claims,pilot,first"), key("Bot,Claims,live,second"));
    assert_ne!(key("Bot,Claims,pilot,first"), key("Bot,Sales,pilot,first"));
    let map = table("ID,Name,Unit,Notes\n7,Bot,Claims,a\n7,Mail,Sales,b\nhttps://example.org/x,Scan,Sales,c\n");
    let keys: Vec<&str> = map.things.iter().map(|thing| thing.key.as_str()).take(3).collect();
    assert_eq!(keys, ["7", "7 (mail | sales)", "scan | sales"]);
    assert_eq!(
        said(&map),
        [
            "a.txt, cell A3 Noted: “7” is the id of a row above too; both rows come in",
            "a.txt, cell A4 LeftOut: “https://example.org/x” cannot be an id; the row is known by its name",
        ]
    );
}

#[test]
fn one_name_of_several_organisations_is_several_things_unless_the_mapping_says_one() {
    let text = "Name,Organisation,Team,Status\nChatbot,Harbour,Desk,live\nChatbot,Museum,Desk,pilot\nChatbot,Harbour,Legal,pilot\n";
    let map = table(text);
    assert_eq!(
        labels(&map),
        [
            "Chatbot",
            "Chatbot (Museum)",
            "Chatbot (Legal)",
            "Desk (Harbour)",
            "Harbour",
            "Desk (Museum)",
            "Museum",
            "Legal"
        ]
    );
    assert!(arrows(&map).contains(&"Desk (Museum) in Museum".to_owned()), "{:?}", arrows(&map));
    let one = ImportMapping { same_names: Some(SameNames::OneThing), ..ImportMapping::default() };
    let map = mapped(text, &one);
    assert_eq!(map.things.iter().filter(|thing| thing.kind == Kind::Initiative).count(), 1);
    assert_eq!(arrows(&map).iter().filter(|arrow| arrow.ends_with("owns Chatbot")).count(), 3);
}

#[test]
fn rows_that_only_add_to_a_row_above_are_one_thing() {
    let map = table("Change,Unit,Status,Needs\nBot,Claims,live,CRM\nBot,Claims,live,Mail\nBot,Claims,,Archive\n");
    assert_eq!(map.things.iter().filter(|thing| thing.kind == Kind::Initiative).count(), 1);
    assert_eq!(arrows(&map).len(), 4);
}

#[test]
fn a_cell_that_cannot_be_what_its_column_holds_is_said_and_not_used() {
    let long = "The model reads every letter that comes in and sorts it by what it is about every day of the week";
    let text = format!(
        "Name,Status,Start,Outputs,System name\nBot,live,2024-01-02,Scores,CRM\nMail,{long},CRM,Letters,Letters\nScan,2024,n/a,,No\n"
    );
    let map = table(&text);
    assert_eq!(
        said(&map),
        [
            "a.txt, cell B3 LeftOut: “The model reads every letter that comes in and sorts it by w” cannot be a status; it is \
             not used",
            "a.txt, cell C3 LeftOut: “CRM” cannot be a day; it is not used",
            "a.txt, cell E3 LeftOut: “Letters” stands in another column of the row too; it is not used here",
            "a.txt, cell B4 LeftOut: “2024” cannot be a status; it is not used",
        ]
    );
    assert_eq!(arrows(&map), ["Bot needs CRM"]);
}

#[test]
fn unknown_words_for_a_status_and_dates_in_either_order_are_asked() {
    let text = "Name,Status,Start\nBot,in mission,3/4/2024\nMail,in mission,5/6/2024\n";
    let map = table(text);
    assert_eq!(
        said(&map),
        [
            "a.txt, cell B2 Asked: “in mission” is the status of 2 things: is that idea, pilot, live, fading or stopped?",
            "a.txt, cell C2 Asked: 3/4/2024 may be two days (and in 1 more cell): does the day come first, or the month?",
        ]
    );
    let mut mapping = ImportMapping { dates: Some(DateOrder::MonthFirst), ..ImportMapping::default() };
    mapping.statuses.insert("in mission".to_owned(), StatusMeaning::Live);
    let map = mapped(text, &mapping);
    assert_eq!(said(&map), Vec::<String>::new());
    assert_eq!(map.questions.statuses["in mission"].things, 2, "an answer can be changed");
    assert_eq!(map.questions.days.as_ref().unwrap().cells, 2);
    assert_eq!(thing(&map, "Bot").started, Some(jiff::civil::date(2024, 3, 4)));
    assert_eq!(thing(&map, "Mail").status, Some(Status::Live));
    mapping.statuses.insert("in mission".to_owned(), StatusMeaning::NoStatus);
    let map = mapped(text, &mapping);
    assert_eq!((said(&map), thing(&map, "Mail").status), (Vec::<String>::new(), None));
}

#[test]
fn a_total_among_records_is_told_by_its_record() {
    let map = map_of_text("table", r#"[{"name": "Bot", "status": "live"}, {"name": "Total", "status": "1"}]"#);
    assert_eq!(said(&map), ["a.txt, record 2 LeftOut: this is a row of totals"]);
}

#[test]
fn an_empty_cell_of_names_is_said_to_be_empty() {
    let map = table("Name,Status\n,live\n---,live\nBot,live\n");
    let says = [
        "a.txt, cell A2 LeftOut: this cell is empty; the row is left out",
        "a.txt, cell A3 LeftOut: “---” is no name; the row is left out",
    ];
    assert_eq!(said(&map), says);
}

#[test]
fn a_table_of_arrows_is_read_with_signs_delays_and_notes() {
    let map = table(
        "from,to,sign,delay,strength,why\nQueue,Calls,+,2 weeks,strong,people ask again\nBot,Queue,less,,,\nBot,Bot,+,,,\n\
         ,Calls,+,,,\nBot,Calls,0,,,\nCalls,Trust,maybe,,,\n",
    );
    assert_eq!(arrows(&map), ["Queue affects+++ Calls", "Bot affects- Queue", "Calls affects Trust"]);
    let first = &map.arrows[0];
    assert_eq!((first.delay, first.note.as_deref()), (Some(Delay::Days(14)), Some("people ask again")));
    assert_eq!(first.strength, Strength::Dominant);
    assert_eq!(
        said(&map),
        [
            "a.txt, row 4 LeftOut: an arrow from Bot to itself is left out",
            "a.txt, cell A5 LeftOut: this cell is empty; the arrow of the row is left out",
            "a.txt, cell C6 LeftOut: “0” says that there is no effect; the arrow is left out",
            "a.txt, cell C7 LeftOut: “maybe” is no sign; the arrow comes in without one",
        ]
    );
}

#[test]
fn a_matrix_is_read_from_rows_to_columns() {
    let map = table(",Queue,Calls,Trust\nQueue,0,+,-\nCalls,,0,-1\nTrust,,,\n");
    assert_eq!(arrows(&map), ["Queue affects+ Calls", "Queue affects- Trust", "Calls affects- Trust"]);
    let unsigned = table("x;A;B\nA;0;1\nB;1;0\n");
    assert_eq!(arrows(&unsigned), ["A affects B", "B affects A"]);
    assert!(unsigned.arrows.iter().all(|arrow| arrow.sign == Sign::Unknown), "1 without a sign is a mark");
}

#[test]
fn things_and_arrows_of_one_workbook_are_one_map() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let rows: [(&str, &[&[&str]]); 3] = [
        (
            "Changes",
            &[
                &["Name", "Unit", "Status"],
                &["Bot", "Claims", "live"],
                &["Scan", "Claims", "pilot"],
                &["Mail", "Sales", "idea"],
            ],
        ),
        ("Links", &[&["From", "To", "Sign"], &["Bot", "Scan", "+"]]),
        ("Lists", &[&["Name"], &["Claims"], &["Sales"]]),
    ];
    for (name, rows) in rows {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                sheet.write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
            }
        }
    }
    let map = map_of("table", &[("a.xlsx", &book.save_to_buffer().unwrap())]);
    assert_eq!(labels(&map), ["Bot", "Scan", "Mail", "Claims", "Sales"]);
    assert!(arrows(&map).contains(&"Bot affects+ Scan".to_owned()));
    assert_eq!(
        said(&map),
        ["a.xlsx, sheet Lists LeftOut: this sheet only lists what cells of another sheet may hold; it is left out"]
    );
}

#[test]
fn known_registers_are_recognised_by_their_headings() {
    let offered = |text: &str| {
        let file = ImportedFile::new("a.csv", text.as_bytes().to_vec()).unwrap();
        offered_mapping(&file).unwrap()
    };
    let federal_2023 = "Use_Case_ID,Department_Code,Agency,Office,Title,Summary,Development_Stage,Techniques,Source_Code,Department\n\
        X-1,XD,Harbour Agency,Night Office,Ship counter,Counts ships,Initiation,Vision,,Department of Harbours\n";
    let mapping = offered(federal_2023);
    assert_eq!((mapping.title.as_str(), mapping.columns.len()), ("US federal AI use cases 2023", 8));
    let map = table(federal_2023);
    assert_eq!(
        arrows(&map),
        [
            "Night Office owns Ship counter",
            "Harbour Agency in Department of Harbours",
            "Night Office in Harbour Agency",
        ]
    );
    assert_eq!(thing(&map, "Ship counter").status, Some(Status::Idea));
    let federal_2024 = b"Use Case Name,Agency,Agency Abbreviation,Bureau,What is the intended purpose and expected benefits of the AI?,\
        Describe the AI system\x92s outputs.,Stage of Development,Date Initiated,Date Implemented,System Name,If Other\\, please explain.,\
        \"If Other, please explain.\",\"If Other, please explain.\"\n\
        Ship counter,Department of Harbours,DH,Night Bureau,Fewer collisions,A number,Operation and Maintenance,3/4/2023,,Radar,,x,y\n";
    let file = ImportedFile::new("b.csv", federal_2024.to_vec()).unwrap();
    assert_eq!(file.encoding(), "windows-1252");
    assert_eq!(offered_mapping(&file).unwrap().title, "US federal AI use cases 2024");
    let view = table_view(&file, &ImportMapping::default()).unwrap();
    let repeated: Vec<usize> =
        view.headings.iter().filter(|it| it.heading == "If Other, please explain.").map(|it| it.nth).collect();
    assert_eq!(repeated, [1, 2]);
    let mapping = ImportMapping::default();
    let (_, map) = read(&[file], &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap();
    assert_eq!(thing(&map, "Ship counter").started, Some(jiff::civil::date(2023, 3, 4)));
    assert!(arrows(&map).contains(&"Ship counter needs Radar".to_owned()));
    let federal_2025 = "Agency,Use Case ID,Use Case Name,Bureau/Component,Stage of Development (Raw),Stage of Development,\
        Describe the AI system's outputs.,Vendor(s) Name,System(s) Name\n\
        Department of Harbours,35,Ship counter,Night Bureau,c) Deployed \u{2013} in use,Deployed,A number,Acme,A number\n\
        Department of Harbours,35,Crane planner,Night Bureau,,Unknown,Lists,[blank],Radar\n";
    assert_eq!(offered(federal_2025).title, "US federal AI use cases 2025");
    let map = table(federal_2025);
    assert_eq!(map.things.iter().filter(|thing| thing.kind == Kind::Initiative).count(), 2);
    assert!(arrows(&map).contains(&"Acme feeds Ship counter".to_owned()));
    assert!(!arrows(&map).iter().any(|arrow| arrow.contains("A number")), "the output is no system");
    let dutch = "\"name\",\"organization\",\"description_short\",\"status\",\"begin_date\",\"goal\",\"lawful_basis\",\"contact_email\",\"provider\"\n\
        \"Teller\",\"Gemeente Haven\",\"Telt\",\"In gebruik\",\"01-2022\",\"Minder wachten\",\"wet\",\"a@haven.example\",\"Acme\"\n";
    assert_eq!(offered(dutch).title, "Dutch register of algorithms");
    let map = table(dutch);
    assert_eq!(thing(&map, "Teller").started, Some(jiff::civil::date(2022, 1, 1)));
    assert!(arrows(&map).contains(&"Teller aims Minder wachten".to_owned()));
    let uk = "Name,Organisation,Senior responsible owner,Phase,Supplier name\nCounter,Harbour Board,Ana Ruiz,Beta/Pilot,Acme\n";
    assert_eq!(offered(uk).title, "UK algorithmic transparency records");
    let map = table(uk);
    assert_eq!(thing(&map, "Counter").status, Some(Status::Pilot));
    assert!(labels(&map).iter().all(|label| !label.contains("Ruiz")));
}

#[test]
fn a_mapping_says_what_columns_hold() {
    let column = |heading: &str, role| MappedColumn { heading: heading.to_owned(), nth: 1, role };
    let columns = vec![column("a", ColumnRole::Name), column("B ", ColumnRole::Needs)];
    let map = mapped("a,b,c\nBot,CRM,x\nMail,CRM,y\n", &ImportMapping { columns, ..ImportMapping::default() });
    assert_eq!(arrows(&map), ["Bot needs CRM", "Mail needs CRM"]);
}

#[test]
fn a_table_that_names_nothing_says_what_to_do() {
    let says = error_of("Status,Start\nlive,2024\npilot,2025\n");
    assert_eq!(
        says,
        "a.txt: no column of this table is known to name things; its headings are “Status” and “Start”; call one of them \
         Name, or say what they hold in a file for --map (adjacent import --help shows one)"
    );
}

#[test]
fn many_cells_of_one_sort_are_said_up_to_a_limit_and_counted() {
    let rows: String = (0..50).map(|row| format!("Bot {row},not a day\n")).collect::<Vec<_>>().concat();
    let map = table(&format!(
        "Name,Start date,When\nFirst,2024-01-01,\nSecond,2024-01-01,\n{}",
        rows.replace("not a day", "2024-01-01")
    ));
    assert_eq!(said(&map), Vec::<String>::new());
    let days: String = (0..60).map(|row| format!("Day {row},2024-01-01\n")).collect::<Vec<_>>().concat();
    let map = table(&format!("Name,Start date\n{days}{rows}"));
    let more = "“not a day” cannot be a day; it is not used (and 49 more cells of the column “Start date” are so)";
    assert_eq!(said(&map), [format!("a.txt, cell B62 LeftOut: {more}")]);
}

/// The owner column of a table with these owners: the labels of the units, and the names of the people.
fn owners_in(text: &str) -> (Vec<String>, Vec<String>) {
    let file = ImportedFile::new("list.csv", text.as_bytes().to_vec()).unwrap();
    let mapping = ImportMapping::default();
    let map = super::reading::read(&[&file], &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap();
    let units = map.things.iter().filter(|thing| thing.kind == Kind::Party).map(|thing| thing.label.clone()).collect();
    (units, map.people.into_iter().map(|person| person.name).collect())
}

#[test]
fn in_a_column_of_owners_each_cell_is_a_unit_or_a_person_for_itself() {
    let people = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        owners_in("Name,Owner\nBot,Anna Muster\nPlanner,Ben Berg\nReader,Legal\n"),
        (people(&["Legal"]), people(&["Anna Muster", "Ben Berg"]))
    );
    assert_eq!(owners_in("Name,Owner\nBot,Anna\nPlanner,Ben\nReader,Chidi\n").0, people(&[]));
    let odd = "Name,Owner\nBot,Dr. Anna Muster\nPlanner,\"Berg, Ben\"\nReader,Chidi Okafor (IT)\n";
    assert_eq!(owners_in(odd).1, people(&["Dr. Anna Muster", "Ben Berg", "Chidi Okafor"]));
    assert_eq!(
        owners_in("Name,Business owner\nBot,Anna Muster\nPlanner,Claims department\n"),
        (people(&["Claims department"]), people(&["Anna Muster"]))
    );
}

#[test]
fn a_person_in_a_column_of_units_is_no_unit() {
    let text = "Name,Owner,Contact,Status,Team\nBot,Henrietta Quillfeather,h@a.example,live,Claims\nDoc,\"Ottoline Vance, Pim de Groot\",+41 79 555 01 02,idea,Back office\nLetters,Yusuf,,pilot,Henrietta Quillfeather\n";
    let (units, people) = owners_in(text);
    assert_eq!(units, ["Claims", "Back office"]);
    assert_eq!(people, ["Henrietta Quillfeather", "h@a.example", "Ottoline Vance", "Pim de Groot", "Yusuf"]);
}
