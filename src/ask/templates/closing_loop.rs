use crate::ask::loop_stories::has_goal;
use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::AMOUNT;
use crate::ask::template::QuestionTemplate;
use crate::ask::thresholds::LAP_TOLD;
use crate::ask::words::lap_in_words;
use crate::lens::LoopStory;
use crate::record::Kind;
use crate::record::english::{amount, less_of_it};

use super::arrow::signed;

/// 13. Arrows that would close a loop if one sign were known.
pub(super) const OPEN: QuestionTemplate = QuestionTemplate::of(13, open)
    .slots(&[("a", AMOUNT), ("b", AMOUNT)])
    .weight(10)
    .quick()
    .steps(&["next.3", "next.4", "lever.1"])
    .ask("{a:Does} {a} mean {b}, or {less}? A circle hangs on it.")
    .elsewhere("Who could tell us whether {a} means {b}, or {less}? A circle hangs on it.")
    .carry("Ask {party}: {a:does} {a} mean {b}, or {less}?");

fn open(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let asked = sight.loop_stories.iter().filter_map(|story| {
        let mut open = story.open();
        let step = open.next().filter(|step| !step.arrow.is_disputed())?;
        let (a, b) = (causal.thing(step.from)?, causal.thing(step.to)?);
        let (more, or) = (amount(false, &a.label), less_of_it(&b.label));
        let because =
            format!("One sign of this circle is missing: whether {more} means {}, or {or}.", amount(false, &b.label));
        let occasion = of(sight, story, because).asking(a.unit.as_ref().or(b.unit.as_ref()));
        open.next().is_none().then(|| signed(occasion, a, b))
    });
    asked.collect()
}

/// 15. A loop without any delay: nobody has said how long one lap takes.
pub(super) const WITHOUT_DELAY: QuestionTemplate = QuestionTemplate::of(15, without_delay)
    .weight(5)
    .quick()
    .steps(&["next.4", "lever.1"])
    .ask("{via}: how long does one lap take, days or quarters?")
    .elsewhere("{via}: who could tell us how long one lap takes, days or quarters?");

fn without_delay(sight: &Sight<'_>) -> Vec<Occasion> {
    let at_once = |story: &&LoopStory<'_>| story.is_closed() && story.steps.iter().all(|step| step.days() == 0);
    // Of a loop that nobody can follow by ear it is asked only where there is none that one can follow.
    let shortest = sight.loop_stories.iter().filter(at_once).map(|story| story.steps.len()).min().unwrap_or_default();
    let told = |story: &&LoopStory<'_>| story.steps.len() <= shortest.max(LAP_TOLD);
    let asked = sight.loop_stories.iter().filter(at_once).filter(told);
    asked.map(|story| of(sight, story, "Nobody here has said how long one lap of this circle takes.".into())).collect()
}

/// 16. A reinforcing loop that moves all wanted things in the wrong direction.
pub(super) const AGAINST_US: QuestionTemplate = QuestionTemplate::of(16, against_us)
    .weight(9)
    .steps(&["lever", "folio.5"])
    .ask("{via}: which arrow would you weaken, and whose is it?")
    .elsewhere("{via}: who could tell us which arrow could be weakened, and whose it is?");

fn against_us(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let against = |story: &&LoopStory<'_>| story.is_reinforcing() && runs_against_us(&story.as_wanted(causal));
    let asked = sight.loop_stories.iter().filter(against);
    let because = "A circle feeds on itself, and what it moves goes the way nobody wants.";
    asked.map(|story| of(sight, story, because.into())).collect()
}

/// Whether at least one thing is wanted, and all wanted things move in the wrong direction.
fn runs_against_us(as_wanted: &[bool]) -> bool {
    !as_wanted.is_empty() && as_wanted.iter().all(|good| !good)
}

/// 17. A balancing loop without a goal.
pub(super) const WITHOUT_GOAL: QuestionTemplate = QuestionTemplate::of(17, without_goal)
    .slots(&[("t", AMOUNT)])
    .weight(5)
    .steps(&["lever.1", "lever.2"])
    .ask("Does anybody hold {t} at a level, and who chose that level?")
    .elsewhere("Who could tell us whether anybody holds {t} at a level, and who chose that level?");

fn without_goal(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    // So long a way round is nothing that anybody holds at a level; and of a loop that only a file tells, the room is first
    // asked whether it is so.
    let short = |story: &&LoopStory<'_>| story.steps.len() <= LAP_TOLD && story.is_told_here();
    let loose =
        |story: &&LoopStory<'_>| short(story) && story.is_balancing() && !has_goal(story, sight.scene.graph, causal);
    let asked = sight.loop_stories.iter().filter(loose).filter_map(|story| {
        let members = || story.steps.iter().filter_map(|step| causal.thing(step.from));
        let wanted = members().find(|thing| thing.kind == Kind::Factor && thing.want.is_some());
        let t = wanted.or_else(|| members().next())?;
        let because = format!(
            "{} back on {}, and nobody here has named a level that is held.",
            t.with("pushes"),
            t.agreement().verb("itself")
        );
        Some(of(sight, story, because).asking(t.unit.as_ref()).thing("t", t))
    });
    asked.collect()
}

/// Makes an occasion about a loop. Its things begin with the first in key order, so that the same loop always has the
/// same subject.
fn of(sight: &Sight<'_>, story: &LoopStory<'_>, because: String) -> Occasion {
    let causal = &sight.field.causal;
    let mut members: Vec<_> = story.things(causal).collect();
    let first = members.iter().enumerate().min_by_key(|(_, key)| **key).map_or(0, |(at, _)| at);
    members.rotate_left(first);
    Occasion::about(members, because).with("via", lap_in_words(&sight.field, story))
}
