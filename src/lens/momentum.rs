//! L13, motion without momentum: many initiatives are under way, and few of them prepare for the next one.
//!
//! There are five parts, measured over the initiatives that have not been stopped: how many learn from or teach another
//! (`builds`); how many serve a purpose; how many move a thing that was seen to move and that leads on to a forum, an
//! initiative or a process; how many have not faded; and how many of the voices are answered by a purpose or a promise.
//! Each part has a share of a hundred points, and severity is a hundred minus the points reached. Fewer than three
//! initiatives are no portfolio: the parts are counted, and there is no finding.
//!
//! Source: double-loop learning (Argyris 1977): results have to change what is done next. Traps: a portfolio of a few
//! weeks looks like motion because nothing can have come back yet; `builds` may be claimed out of politeness, which is
//! why the question asks what was learned; a pilot that nobody mentions may still run.

mod parts;
mod portfolio;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link, Thing};

pub use parts::{Momentum, MomentumPace, MomentumPart, Share};
use portfolio::Portfolio;

use super::{Field, FindingDraft, Lens, Lesson, Narration, Treatment};
use crate::record::english::{counted_in_words, in_words};
use crate::record::spoken::capitalised;

impl Lens {
    /// L13, motion without momentum.
    pub const MOMENTUM: &'static Self =
        &Self { number: 13, name: "momentum", read, treats: |_| Treatment::of(LESSON).narrated(Narration::Never) };
}

const LESSON: Lesson = Lesson {
    called: "Motion without momentum: many things are started, and each of them starts from nothing.",
    source: "Chris Argyris (1977) described the difference between trying again and learning what to try.",
    matters: "People tire of pilots that teach nobody anything; what makes the next one easier is learning that is \
              carried over, a reason they share, and results that change a decision.",
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let portfolio = Portfolio::of(field);
    let momentum = Momentum::in_portfolio(&portfolio);
    let found = momentum.index().map(|index| {
        let links = [&portfolio.builds, &portfolio.serves, &portfolio.heard, &portfolio.back].into_iter().flatten();
        FindingDraft::new([], index, says(&momentum), ask(field, &portfolio)).on(links.copied())
    });
    found.into_iter().collect()
}

fn says(momentum: &Momentum) -> String {
    let have = |part| momentum.have(part);
    let builds = match have(MomentumPart::Builds) {
        0 => "nobody here has named one that builds on another".to_owned(),
        1 => "one of them builds on another".to_owned(),
        some => format!("{} of them learn from one another", in_words(some)),
    };
    let shared = if momentum.shared_purpose { "" } else { " that only one side has spoken for so far" };
    let serves = match have(MomentumPart::Thesis) {
        0 => "no purpose has been named for any of them yet".to_owned(),
        1 => format!("one serves a named purpose{shared}"),
        some => format!("{} serve a named purpose{shared}", in_words(some)),
    };
    let back = match have(MomentumPart::Feedback) {
        0 => "nobody has named a result yet that changed a decision".to_owned(),
        1 => "one has a result so far that comes back to a decision".to_owned(),
        some => format!("{} have results so far that come back to a decision", in_words(some)),
    };
    let [first, second] = momentum.weakest().map(MomentumPart::words);
    let moving = capitalised(&counted_in_words(momentum.active, "change is moving", "changes are moving"));
    format!("{moving}; {builds}; {serves}; {back}. Thinnest so far: {first}, and {second}.")
}

/// Asks what one initiative could learn from another. The teacher is one that has taught nobody, fading ones first; the
/// learner is the one that has most in common with it.
fn ask(field: &Field<'_>, portfolio: &Portfolio<'_>) -> String {
    let taught: BTreeSet<&Key> = portfolio.builds.iter().map(|link| &link.to.key).collect();
    let untold = |teacher: &&&Thing| !taught.contains(&teacher.key);
    let teacher = portfolio.active.iter().filter(untold).min_by_key(|change| !portfolio.fading.contains(&change.key));
    let Some(teacher) = teacher else { return "What did each of these change in the one after it?".to_owned() };
    let beside = |link: &Link<'_>| (link.arrow.relation, link.to.key.clone());
    let touched: BTreeSet<_> =
        field.graph.links().filter(|link| link.from.key == teacher.key).map(|link| beside(&link)).collect();
    let mut common: BTreeMap<&Key, usize> = BTreeMap::new();
    for link in field.graph.links().filter(|link| touched.contains(&beside(link))) {
        *common.entry(&link.from.key).or_default() += 1;
    }
    let pupils = portfolio.active.iter().filter(|pupil| pupil.key != teacher.key);
    let pupil = pupils.min_by_key(|pupil| Reverse(common.get(&pupil.key).copied().unwrap_or_default()));
    let pupil = pupil.map_or("the next one", |pupil| &pupil.label);
    format!("What did {} learn that {pupil} should start from?", teacher.label)
}
