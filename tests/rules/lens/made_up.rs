//! A lens that is in no list of the program is added to a copy of the list, and everything that looks at lenses goes by it.

use adjacent::exercise::Catalogue;
use adjacent::export::findings_json;
use adjacent::graph::Ledger;
use adjacent::lens::{
    Band, Field, FindingDraft, LENSES, Lens, Lesson, LimitReason, Narration, Offered, Pattern, Treatment, offers,
    read_with,
};
use adjacent::record::Names;
use adjacent::replay::Timeline;
use adjacent::replay::narrative::narrative;

use crate::talk::Talk;

const LESSON: Lesson = Lesson {
    called: "A made-up finding.",
    source: "Nobody described it.",
    matters: "It shows that one entry is enough.",
};

const MADE_UP: &Lens = &Lens { number: 200, name: "made-up", read, treats };

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    field.leave_out(LimitReason::MoreGaps, 3);
    let drafts = field.graph.things().map(|thing| FindingDraft {
        pattern: None,
        about: vec![thing.key.clone()],
        severity: 60,
        says: format!("{} was made up.", thing.label),
        ask: format!("Who made up {}?", thing.label),
        arrows: Vec::new(),
        evidence: Vec::new(),
        guesses: 0,
        imported: 0,
    });
    drafts.collect()
}

fn treats(_: Option<Pattern>) -> Treatment {
    Treatment {
        lesson: LESSON,
        offered: Offered::AtOnce,
        narration: Narration::From(Band::Look),
        milestone: None,
        surprise: None,
    }
}

fn with_made_up() -> &'static [&'static Lens] {
    Vec::leak([LENSES, &[MADE_UP]].concat())
}

#[test]
fn a_made_up_lens_is_read_offered_taught_told_and_written_by_its_entry_alone() {
    let mut talk = Talk::among(&[]);
    talk.says("Cost -> Price : +");
    let graph = talk.graph();

    let readings = read_with(with_made_up(), &graph);
    let found: Vec<_> = readings.findings.iter().filter(|finding| finding.lens == MADE_UP).collect();
    assert_eq!(found.len(), 2);
    let left_out: Vec<_> = readings.left_out.iter().filter(|left| left.lens == MADE_UP).collect();
    assert_eq!(left_out.iter().map(|left| left.count).collect::<Vec<_>>(), [3], "it says itself that there is more");
    assert_eq!(found[0].key(), "made-up: cost");
    assert_eq!(found[0].lesson(), LESSON);

    let offered = offers(&readings.findings, &graph, i64::MAX);
    assert!(offered.iter().any(|finding| finding.says == "Cost was made up."));

    let json = findings_json(&graph, found, &[]);
    assert!(json.contains("\"made-up\"") && json.contains("Who made up Price?"), "{json}");

    let timeline = Timeline::new(talk.session().clone(), &Names::default(), Ledger::new());
    let remarks = |mut timeline: Timeline| -> Vec<String> {
        let chapters = narrative(&mut timeline, &Catalogue::embedded(), &[]);
        chapters.into_iter().flat_map(|chapter| chapter.lines).flat_map(|line| line.remarks).collect()
    };
    let made_up = |remarks: Vec<String>| remarks.iter().filter(|remark| remark.contains("was made up.")).count();
    assert_eq!(made_up(remarks(timeline.clone())), 0);
    assert_eq!(made_up(remarks(timeline.reading_with(with_made_up()))), 2);
}
