use std::collections::BTreeMap;

use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{MAKER, SOURCE, SUPPLY};
use crate::ask::template::QuestionTemplate;
use crate::graph::{Key, Thing};
use crate::lens::Lens;
use crate::record::english::{Agreement, listed};
use crate::record::{Kind, Relation};

/// 26. A thing that is needed, and has no source so far.
pub(super) const WITHOUT_SOURCE: QuestionTemplate = QuestionTemplate::of(26, without_source)
    .slots(&[("r", SUPPLY)])
    .weight(9)
    .steps(&["draw.2", "draw.5", "next.5", "folio.4"])
    .ask("Who could supply {r}, and what would they want in return?")
    .elsewhere("Who could tell us who supplies {r}, and what they would want in return?")
    .carry("Ask {party}: who could supply {r}, and what would they want in return?");

fn without_source(sight: &Sight<'_>) -> Vec<Occasion> {
    let mut needed: BTreeMap<&Key, Vec<&Key>> = BTreeMap::new();
    for finding in sight.findings(Lens::UNMET, None) {
        if let [needer, thing] = finding.about.as_slice() {
            needed.entry(thing).or_default().push(needer);
        }
    }
    let asked = needed.into_iter().filter_map(|(key, needers)| {
        let r = sight.scene.graph.thing(key)?;
        let verb = match needers.as_slice() {
            [only] => sight.scene.graph.thing(only).map(Thing::agreement).unwrap_or_default(),
            _ => Agreement::Many,
        };
        let needers: Vec<&str> = needers.iter().map(|needer| sight.label(needer)).collect();
        let because = format!(
            "{} {} {}, and nobody here has named where {} from.",
            listed(&needers, "and"),
            verb.verb("needs"),
            r.label,
            format_args!("{} {}", r.agreement().it(), r.agreement().verb("comes"))
        );
        Some(Occasion::about([key], because).thing("r", r))
    });
    asked.collect()
}

/// 27. A thing that alone supplies what many need.
pub(super) const SINGLE_SOURCE: QuestionTemplate = QuestionTemplate::of(27, single_source)
    .slots(&[("v", SOURCE)])
    .weight(7)
    .steps(&["draw.2", "folio.5", "premort.2", "premort.3"])
    .ask("What happens the morning {v} {v:doesn't} run?")
    .elsewhere("Who could tell us what happens the morning {v} {v:doesn't} run?");

fn single_source(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::SINGLE_POINT, None).filter_map(|finding| {
        let [v] = sight.things(finding)?;
        Some(Occasion::about([&v.key], finding.says.clone()).asking(v.unit.as_ref()).thing("v", v))
    });
    asked.collect()
}

/// 28. A thing with a maker and a needer, and with no arrow between these two so far.
pub(super) const NOT_JOINED: QuestionTemplate = QuestionTemplate::of(28, not_joined)
    .slots(&[("a", MAKER), ("r", SUPPLY), ("c", MAKER)])
    .weight(7)
    .steps(&["draw.2", "folio.4"])
    .ask("{a} {a:makes} {r}; {c} {c:wants} {r:them}. What's in the way?")
    .elsewhere("{a} {a:makes} {r}; {c} {c:wants} {r:them}. Who could tell us what's in the way?")
    .carry("Ask {party}: {a} {a:makes} {r}, and {c} {c:wants} {r:them}; what's in the way?");

fn not_joined(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::SYNERGY, None).filter_map(|finding| {
        let [a, r, c] = sight.things(finding)?;
        // A missed synergy may also be one aim of two changes; then nothing flows from one to the other, so it is left
        // out.
        let flows = r.kind != Kind::Initiative && sight.scene.graph.arrow(&c.key, &r.key, Relation::Needs).is_some();
        let occasion = Occasion::about([&a.key, &r.key, &c.key], finding.says.clone()).weighing(&r.key);
        let occasion = occasion.asking(a.unit.as_ref()).thing("a", a).thing("r", r).thing("c", c);
        flows.then_some(occasion)
    });
    asked.collect()
}
