use super::*;
use crate::import::tests::samples::{arrow, arrows, error_of, labels, map_of, remarks, survives_damage, thing};
use crate::record::{Delay, Kind, Status, Strength, Want};

const ELEMENTS: &[u8] = b"Label,Type,Description,Tags,Owner,Stage\n\
    Bot,Initiative,reads claims,ai|night,Claims / Service,Pilot\n\
    Queue,Variable,,,,\n\
    Bot,Report,another,,,\n\
    Queue,Variable,more about it,later,,\n\
    \"A | B\",Variable,,,,\n";
const CONNECTIONS: &[u8] = b"From,To,Type,Direction,Label,Strength\n\
    Bot,Queue,-,directed,eases,2\n\
    Bot,Queue|Trust,+-,,,\n\
    Queue,Trust,--,undirected,,\n\
    Queue,A | B,Adds to / same direction,mutual,,\n\
    Trust,,+,,,\n\
    Trust,Trust,+,,,\n";

#[test]
fn a_pair_of_sheets_is_one_map() {
    let map = map_of("kumu-sheets", &[("connections.csv", CONNECTIONS), ("elements.csv", ELEMENTS)]);
    assert_eq!(labels(&map), ["Bot", "Queue", "Bot (Report)", "A | B", "Trust", "Claims", "Service"]);
    let bot = thing(&map, "Bot");
    assert_eq!(
        (bot.kind, bot.status, bot.tags.join(",").as_str()),
        (Kind::Initiative, Some(Status::Pilot), "ai,night")
    );
    assert_eq!(thing(&map, "Queue").about.as_deref(), Some("more about it"));
    assert_eq!(
        arrows(&map),
        [
            "Bot affects-- Queue",
            "Bot affects- Trust",
            "Queue affects+ A | B",
            "A | B affects+ Queue",
            "Claims owns Bot",
            "Service owns Bot",
        ]
    );
    assert_eq!(
        (arrow(&map, "Bot", "Queue").strength, arrow(&map, "Bot", "Queue").note.as_deref()),
        (Strength::Clear, Some("eases"))
    );
    assert_eq!(remarks(&map, RemarkSort::Asked).len(), 2, "{:?}", map.remarks);
    assert_eq!(
        remarks(&map, RemarkSort::LeftOut),
        [
            "connections.csv, row 6: this connection has no end",
            "connections.csv, row 7: an arrow from Trust to itself is left out"
        ]
    );
}

#[test]
fn ids_are_what_connections_mean() {
    let elements = b"ID;Label;Type\n1;Bot;Initiative\n2;Queue;\n2;Queue again;\n3;Queue;\n";
    let connections = b"ID;From;To;Type\nc1;1;2;same\nc2;1;9;+\nc3;2|3;1;opposite\n";
    let map = map_of("kumu-sheets", &[("e.csv", elements), ("c.csv", connections)]);
    assert_eq!(labels(&map), ["Bot", "Queue", "Queue (2)"]);
    assert_eq!(arrows(&map), ["Bot affects+ Queue", "Queue affects- Bot", "Queue (2) affects- Bot"]);
    assert_eq!(
        (map.things[1].key.as_str(), map.arrows[0].key.as_str(), map.arrows[2].key.as_str()),
        ("2", "c1", "c3 3 -> 1")
    );
    let left_out = remarks(&map, RemarkSort::LeftOut);
    assert!(left_out[1].starts_with("c.csv, row 3: nothing here has the id 9"), "{left_out:?}");
    // A column of signs is none of Kumu's: the table of arrows means the same.
    let alone = map_of("table", &[("c.csv", b"From,To,Sign\na,b,-\n")]);
    assert_eq!(arrows(&alone), ["a affects- b"]);
}

#[test]
fn our_own_sheets_come_back() {
    let elements = "\u{feff}ID,Label,Type,Description,Tags,Team,Stage\n\
        bot,Bot,Initiative,pilot; more is better; from 2026-11-20; scarce,scarce,Claims,pilot\n\
        claims,Claims,Party,,,Claims,\n=x,'=x,Unknown,,,,\ndesk,'- desk,Party,,outside,Claims,\n";
    let connections = "\u{feff}ID,From,To,Type,Direction,Description,Tags,Strength,Relation,Delay,Basis\n\
        arrow 1,bot,=x,-,directed,\"less =x, clearly, after about a week (seen): because it is late\",disputed,2,feeds,after about a week,seen\n\
        arrow 2,desk,bot,owns,directed,answers for Bot,,1,owns,,told\n\
        arrow 3,desk,claims,in,directed,is part of Claims,,1,in,,told\n";
    let map = map_of(
        "kumu-sheets",
        &[("m-elements.csv", elements.as_bytes()), ("m-connections.csv", connections.as_bytes())],
    );
    assert_eq!(labels(&map), ["Bot", "Claims", "=x", "- desk"]);
    assert_eq!(arrows(&map), ["Bot feeds-- =x", "- desk owns Bot", "- desk in Claims"], "units are what arrows say");
    let bot = thing(&map, "Bot");
    assert_eq!(
        (bot.status, bot.want, bot.scarce, bot.about.as_deref()),
        (Some(Status::Pilot), Some(Want::Up), true, None)
    );
    assert_eq!(bot.started.map(|day| day.to_string()).as_deref(), Some("2026-11-20"));
    assert_eq!((thing(&map, "=x").kind, thing(&map, "=x").sort.as_deref()), (Kind::Unknown, None));
    assert!(thing(&map, "- desk").outside);
    let fed = arrow(&map, "Bot", "=x");
    assert_eq!((fed.delay, fed.note.as_deref()), (Some(Delay::Days(7)), Some("because it is late")));
    assert_eq!(arrow(&map, "- desk", "Bot").note, None);
    assert!(map.remarks.is_empty(), "{:?}", map.remarks);
}

#[test]
fn a_row_of_too_many_connections_is_refused() {
    let names = |name: &str| (0..1000).map(|n| format!("{name}{n}")).collect::<Vec<_>>().join("|");
    let refused = error_of(&format!("From,To\n{},{}\n", names("a"), names("b")));
    assert_eq!(refused, "a.txt, row 2: this row states more than 300000 connections; export a part of it");
}

/// The cells of a row, with its number.
type NumberedRow<'c> = (u32, &'c [&'c str]);

fn workbook(sheets: &[(&str, &[NumberedRow<'_>])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in *rows {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write_string(row - 1, column, *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_has_sections_and_sheets_to_ignore() {
    let book = workbook(&[
        (
            "Everything",
            &[
                (1, &["Label", "Type"]),
                (2, &["Bot", "Initiative"]),
                (4, &["Queue", "Variable"]),
                (7, &["From", "To", "Type"]),
                (8, &["Bot", "Queue", "-"]),
                (11, &["what", "else"]),
            ],
        ),
        ("Old (ignore)", &[(1, &["Label"]), (2, &["Thrown away"])]),
    ]);
    let map = map_of("kumu-sheets", &[("map.xlsx", &book)]);
    assert_eq!((labels(&map), arrows(&map)), (vec!["Bot", "Queue"], vec!["Bot affects- Queue".to_owned()]));
    assert_eq!(map.arrows[0].place.to_string(), "map.xlsx, sheet Everything, row 8");
    assert_eq!(remarks(&map, RemarkSort::LeftOut).len(), 2, "{:?}", map.remarks);
}

#[test]
fn other_tables_are_none() {
    for text in ["Name,Type\na,b\n", "Id,Label,Weight\n1,a,2\n", "From here,To there\na,b\n", ""] {
        let file = ImportedFile::new("a.csv", text.as_bytes().to_vec()).unwrap();
        assert!(!is_one(&file), "{text}");
    }
}

#[test]
fn damaged_sheets_end_in_a_map_or_a_sentence() {
    survives_damage(ELEMENTS);
    survives_damage(CONNECTIONS);
}
