use std::collections::BTreeMap;

use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::template::QuestionTemplate;
use crate::graph::Key;
use crate::lens::Lens;
use crate::record::spoken::listed;
use crate::record::{Kind, Relation};

/// 26. A thing that is needed, and has no source so far.
pub(super) const WITHOUT_SOURCE: QuestionTemplate = QuestionTemplate::of(26, without_source)
    .weight(9)
    .steps(&["draw.2", "draw.5", "next.5", "folio.4"])
    .ask("Who could supply {r}, and what would they want in return?")
    .elsewhere("Who could tell us who supplies {r}, and what they would want in return?")
    .carry("Ask {party}: who could supply {r}, and what would they want in return?");

fn without_source(sight: &Sight<'_>) -> Vec<Occasion> {
    let mut needed: BTreeMap<&Key, Vec<&str>> = BTreeMap::new();
    for finding in sight.findings(Lens::UNMET, None) {
        if let [needer, thing] = finding.about.as_slice() {
            needed.entry(thing).or_default().push(sight.label(needer));
        }
    }
    let asked = needed.into_iter().map(|(key, needers)| {
        let (r, verb) = (sight.label(key), if needers.len() == 1 { "needs" } else { "need" });
        let because = format!("{} {verb} {r}, and nobody here has named where it comes from.", listed(&needers, "and"));
        Occasion::about([key], because).with("r", r)
    });
    asked.collect()
}

/// 27. A thing that alone supplies what many need.
pub(super) const SINGLE_SOURCE: QuestionTemplate = QuestionTemplate::of(27, single_source)
    .weight(7)
    .steps(&["draw.2", "folio.5", "premort.2", "premort.3"])
    .ask("What happens the morning {v} doesn't run?")
    .elsewhere("Who could tell us what happens the morning {v} doesn't run?");

fn single_source(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::SINGLE_POINT, None).filter_map(|finding| {
        let [v] = sight.things(finding)?;
        Some(Occasion::about([&v.key], finding.says.clone()).asking(v.unit.as_ref()).with("v", &v.label))
    });
    asked.collect()
}

/// 28. A thing with a maker and a needer, and with no arrow between these two so far.
pub(super) const NOT_JOINED: QuestionTemplate = QuestionTemplate::of(28, not_joined)
    .weight(7)
    .steps(&["draw.2", "folio.4"])
    .ask("{a} makes {r}; {c} wants it. What's in the way?")
    .elsewhere("{a} makes {r}; {c} wants it. Who could tell us what's in the way?")
    .carry("Ask {party}: {a} makes {r}, and {c} wants it; what's in the way?");

fn not_joined(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::SYNERGY, None).filter_map(|finding| {
        let [a, r, c] = sight.things(finding)?;
        // A missed synergy may also be one aim of two changes; then nothing flows from one to the other, so it is left
        // out.
        let flows = r.kind != Kind::Initiative && sight.scene.graph.arrow(&c.key, &r.key, Relation::Needs).is_some();
        let occasion = Occasion::about([&a.key, &r.key, &c.key], finding.says.clone()).weighing(&r.key);
        let occasion = occasion.asking(a.unit.as_ref()).with("a", &a.label).with("r", &r.label).with("c", &c.label);
        flows.then_some(occasion)
    });
    asked.collect()
}
