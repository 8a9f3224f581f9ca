//! What no export holds.

use adjacent::export::{Arrows, ExportFormat, ExportOutput, FORMATS, Material};
use adjacent::graph::{Disguise, Graph, Ledger};
use adjacent::lens::read;
use adjacent::record::{
    Attribute, Collecting, Exposure, Fact, Hands, Names, Outcome, Person, SessionKind, Slot, Verdict,
};

use crate::export::readers;
use crate::minutes::room::{Room, seat};

/// A map and its report in every format.
pub(crate) fn everything(
    graph: &Graph,
    title: &str,
    chapters: &[adjacent::export::SessionChapter],
) -> Vec<(&'static str, String)> {
    let findings = read(graph).findings;
    let material =
        Material { title, graph, findings: &findings, chapters, arrows: Arrows::All, most_things: 500, house: None };
    let written = |format: &ExportFormat| match &format.output {
        ExportOutput::Text(write) if format.name == "loopy" => readers::link(&write(&material)),
        ExportOutput::Text(write) => write(&material),
        ExportOutput::Bytes(write) => readers::workbook(&write(&material)),
        ExportOutput::Files { parts, .. } => parts.iter().map(|(_, write)| write(&material)).collect(),
    };
    FORMATS.iter().map(|format| (format.name, written(format))).collect()
}

fn graph(room: &Room) -> Graph {
    let mut ledger = Ledger::new();
    let names = [("zqmei", "Zqname Mei"), ("zqtom", "Zqname Tom")].map(|(tag, name)| (tag.into(), name.into()));
    ledger.add_session(room.session(), &Names { names: names.into(), ..Names::default() });
    ledger.graph(None)
}

#[test]
fn neither_tags_nor_names_nor_private_lines_are_in_any_export() {
    let mut room = Room::planned(&[("next", 14)]);
    room.enter("next.2").wait(1).says("zqmei> Service bot -> Trust : - seen \"they wait\"").says("zqtom> no .");
    room.types("zqmei> Service bot -> Zqhidden time : + // zqhidden", Exposure::Private);
    room.types("zqtom> zqhidden remark", Exposure::Private).types("park zqhidden item", Exposure::Private);
    let hidden = room.last();
    room.key(Fact::Settled { session: None, seq: hidden, outcome: Outcome::Dropped, due: None, words: None });
    room.types("? zqhidden question", Exposure::Private).types("do zqhidden : zqtom due 2w", Exposure::Private);
    room.types("zqtom> Service bot -> Fatigue : + seen", Exposure::Anonymous).says("zqmei> Service bot -> Fatigue : -");
    room.says("do ring them : zqtom due 2w").says("do ring them : Zqname due 2w");
    room.key(Fact::Collecting(Collecting::default())).key(Fact::Discarded);
    room.says("Service bot -> Zqstruck number : + \"zqstruck\"");
    let seq = room.last();
    room.key(Fact::StrikeOrdered { seq });
    room.says("zqtom> Service bot -> Zqundone : +").says("undo");
    let chapter = room.chapter();
    for (format, text) in everything(&graph(&room), "A talk", &[chapter]) {
        let at = text.to_lowercase().find("zq");
        assert!(at.is_none(), "{format}: {}", &text[at.unwrap().saturating_sub(80)..][..120]);
        let tells = text.contains("Service bot") && text.contains("Fatigue");
        assert!(tells || ["ics", "loopy"].contains(&format), "{format} tells what the room may know");
    }
}

/// A session with this word in every field that holds text.
fn full_of(word: &str) -> Room {
    let word = |more: &str| format!("{word}{more}");
    let people =
        [seat("zqmei", Some(&word("name")), &word("team")), Person { tag: "zqtom".into(), ..Person::default() }];
    let mut room = Room::opened(SessionKind::Workshop, &people, &[("next", 14)]);
    room.key(Fact::Titled { title: word("title") }).enter("next.2").wait(1);
    room.says("zqmei> @zqunit owns !zqbot (live) \"zqwords\"");
    room.says("zqmei> zqbot -> less zqfactor : seen 2w \"zqwords\" // zqnote").says("zqtom> zqbot -> more zqfactor");
    room.says("zqbot needs $zqresource (scarce)")
        .says("^zqbonus covers @zqunit")
        .says("^zqbonus -> zqfactor : rewards +");
    room.says("say @zqunit: zqvoice re zqbot").says("saw zqfactor down zqamount").says("same zqfactor = zqalias");
    room.says("#zqforum covers @zqunit").says("*zqpurpose").says("zqbot -> zqpurpose : aims").says("zqthing");
    room.says("rule zqbot never: zqrule").says("park zqparked").says("? zqasked").says("do zqdone : zqunit due 2w");
    let facts = [
        Fact::Set { label: word("bot"), attribute: Attribute::Started("2026-12-01".parse().unwrap()), words: None },
        Fact::Answered { text: word("answer") },
        Fact::Parked { text: word("parked") },
        Fact::Asked { text: word("asked") },
        Fact::Committed {
            text: word("x"),
            who: Some("zqmei".to_owned()),
            due: None,
            about: Some(word("bot")),
            about_to: None,
        },
        Fact::Decided {
            about: word("bot"),
            before: Some(word("before")),
            verdict: Verdict::Guard,
            after: Some(word("after")),
            who: Some(word("who")),
        },
        Fact::Decided { about: word("nothing"), before: None, verdict: Verdict::Stop, after: None, who: None },
        Fact::Watched { label: word("factor"), level: Some(word("level")), first: Some(word("first")), acts: None },
        Fact::Voted { ballot: word("ballot"), hands: vec![Hands { option: word("option"), count: 1 }] },
        Fact::Ranked { ballot: word("ballot"), order: vec![word("one"), word("two")] },
        Fact::Rated { item: word("item"), scale: Some(word("scale")), value: 3 },
        Fact::Revealed { texts: vec![word("revealed")] },
        Fact::Ruled { label: word("bot"), slot: Slot::Never, text: word("rule") },
        Fact::Judged {
            lens: "dispute".to_owned(),
            pattern: None,
            about: vec![word("bot"), word("factor")],
            judgement: adjacent::record::Judgement::True,
            reason: Some(word("reason")),
        },
        Fact::Judged {
            lens: "ripple".to_owned(),
            pattern: None,
            about: vec![word("gone"), word("away")],
            judgement: adjacent::record::Judgement::True,
            reason: None,
        },
        Fact::Settled { session: None, seq: 3, outcome: Outcome::Done, due: None, words: Some(word("settled")) },
    ];
    for fact in facts {
        room.key(fact);
    }
    room
}

#[test]
fn under_neutral_names_no_text_of_the_session_is_left() {
    let room = full_of("zq");
    let known = graph(&room);
    assert_eq!(known.counts().by_kind.len(), 8, "{:?}", known.counts());
    let disguise = Disguise::of(&known);
    let chapter = adjacent::export::SessionChapter::disguised(room.session(), &disguise);
    for (format, text) in everything(&disguise.graph(&known), "A map under neutral names", &[chapter]) {
        let low = text.to_lowercase();
        let at = low.find("zq").map(|at| at.saturating_sub(60));
        assert!(at.is_none(), "{format}: {}", &low[at.unwrap()..][..120]);
        assert!(!low.contains("one hour") && !low.contains("2026"), "{format} tells the day or the title");
        assert!(
            ["ics", "loopy"].contains(&format) || (text.contains("Change 1") && text.contains("Measure 1")),
            "{format}"
        );
    }
}

#[test]
fn under_neutral_names_what_was_decided_is_still_told() {
    let room = full_of("zq");
    let known = graph(&room);
    let chapter = adjacent::export::SessionChapter::disguised(room.session(), &Disguise::of(&known));
    let decided = &chapter.sections[0];
    assert_eq!(decided.0, "Decisions");
    assert_eq!(decided.1, "- **Change 1**: go ahead, with a guard\n- **Something that is not on the map**: stop\n");
}
