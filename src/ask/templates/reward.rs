use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{END, FACTOR, INCENTIVE, PARTY, PURPOSE};
use crate::ask::template::QuestionTemplate;
use crate::ask::thresholds::INVOLVED;
use crate::graph::Thing;
use crate::lens::{EFFECTS, Lens};
use crate::record::{Kind, Relation};

use Relation::{Aims, Covers, Rewards};

/// 21. A party with several arrows, and without a known incentive.
pub(super) const NOBODY_NAMED_A_REWARD: QuestionTemplate = QuestionTemplate::of(21, nobody_named_a_reward)
    .slots(&[("who", PARTY)])
    .weight(7)
    .steps(&["bound.1", "incent.1"])
    .ask("What gets {who} praised on a good day?")
    .elsewhere("Who could tell us what gets {who} praised on a good day?")
    .carry("Ask {party}: what gets {who} praised on a good day?");

fn nobody_named_a_reward(sight: &Sight<'_>) -> Vec<Occasion> {
    let involved = |party: &&Thing| {
        let arrows = sight.into(party, &Relation::ALL).chain(sight.out(party, &Relation::ALL));
        !party.outside && arrows.take(INVOLVED).count() == INVOLVED
    };
    let rewarded = |party: &Thing| sight.into(party, &[Covers]).any(|link| link.from.kind == Kind::Incentive);
    let asked = sight.of_kind(Kind::Party).filter(involved).filter(|party| !rewarded(party)).map(|party| {
        let because = format!("Nobody here has named what {} rewarded for.", party.with("is"));
        Occasion::about([&party.key], because).asking(party.unit.as_ref()).thing("who", party)
    });
    asked.collect()
}

/// 22. An incentive that pays for nothing known so far.
pub(super) const PAYS_FOR_WHAT: QuestionTemplate = QuestionTemplate::of(22, pays_for_what)
    .slots(&[("i", INCENTIVE)])
    .weight(8)
    .quick()
    .steps(&["incent.2"])
    .ask("So {i} {i:pays} for more of what, or less of what?")
    .elsewhere("Who could tell us what {i} {i:pays} for more of, or less of?")
    .carry("Ask {party}: {i:does} {i} pay for more of something, or less of what?");

fn pays_for_what(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Incentive).filter(|i| !sight.leads(i, &[Rewards])).map(|i| {
        let because = format!("Nobody here has said what {} for.", i.with("pays"));
        Occasion::about([&i.key], because).asking(i.unit.as_ref()).thing("i", i)
    });
    asked.collect()
}

/// 23. A factor that an incentive pays for, and that has no effect so far.
pub(super) const BENDS_WHAT: QuestionTemplate = QuestionTemplate::of(23, bends_what)
    .slots(&[("i", INCENTIVE), ("f", FACTOR)])
    .weight(9)
    .steps(&["incent.3"])
    .ask("If someone chased {f} and nothing else, what would bend?")
    .elsewhere("Who could tell us what would bend if someone chased {f} and nothing else?");

fn bends_what(sight: &Sight<'_>) -> Vec<Occasion> {
    let rewards = sight.of_kind(Kind::Incentive).flat_map(|i| sight.out(i, &[Rewards]));
    let asked = rewards.filter(|link| !sight.leads(link.to, EFFECTS)).map(|link| {
        let (i, f) = (link.from, link.to);
        let because = format!("{} for {}, and no effect of that is named so far.", i.with("pays"), f.label);
        let occasion = Occasion::about([&i.key, &f.key], because).asking(i.unit.as_ref());
        occasion.thing("i", i).thing("f", f)
    });
    asked.collect()
}

/// 24. A purpose that no incentive rewards so far.
pub(super) const HOPE_WITHOUT_REWARD: QuestionTemplate = QuestionTemplate::of(24, hope_without_reward)
    .slots(&[("p", PURPOSE)])
    .weight(7)
    .steps(&["incent.4", "moment.1", "moment.2"])
    .ask("We hope for {p}. Who gains anything by doing it?")
    .elsewhere("We hope for {p}. Who could tell us who gains anything by doing it?")
    .carry("Ask {party}: we hope for {p}; who gains anything by doing it?");

fn hope_without_reward(sight: &Sight<'_>) -> Vec<Occasion> {
    let gains = |p: &Thing| sight.into(p, &[Aims, Rewards, Covers]).any(|link| link.from.kind == Kind::Incentive);
    let asked = sight.of_kind(Kind::Purpose).filter(|p| !gains(p)).map(|p| {
        let because = format!("Nobody here has named a reward that stands behind {}.", p.label);
        Occasion::about([&p.key], because).asking(p.unit.as_ref()).thing("p", p)
    });
    asked.collect()
}

/// 25. An incentive whose followers harm a wanted thing.
pub(super) const MISALIGNED: QuestionTemplate = QuestionTemplate::of(25, misaligned)
    .slots(&[("i", INCENTIVE), ("t", END)])
    .weight(9)
    .steps(&["incent.3", "incent.5", "lever.2"])
    .ask("If {i} also needed {t} to hold, what would {party} do differently on Monday?")
    .elsewhere("Who could tell us what {party} would do differently on Monday if {i} also needed {t} to hold?")
    .carry("Ask {party}: if {i} also needed {t} to hold, what would you do differently on Monday?");

fn misaligned(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::INCENTIVE, None).filter_map(|finding| {
        let [i, t] = sight.things(finding)?;
        let occasion = Occasion::about([&i.key, &t.key], finding.says.clone());
        Some(occasion.asking(i.unit.as_ref()).thing("i", i).thing("t", t))
    });
    asked.collect()
}
