use crate::ask::effect_loop::EffectLoop;
use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::template::QuestionTemplate;
use crate::ask::words::lap_in_words;
use crate::record::Kind;

/// 13. It would be a loop if one sign were known.
pub(super) const OPEN: QuestionTemplate = QuestionTemplate::of(13, open)
    .weight(10)
    .quick()
    .steps(&["next.3", "next.4", "lever.1"])
    .ask("This closes a circle if we know one thing: does more {a} mean more {b}, or less?")
    .elsewhere("This closes a circle if we know one thing. Who could tell us whether more {a} means more {b}, or less?")
    .carry("Ask {party}: does more {a} mean more {b}, or less?");

fn open(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let asked = sight.effect_loops.iter().filter_map(|effect_loop| {
        let mut open = effect_loop.open();
        let step = open.next().filter(|step| !step.arrow.is_disputed())?;
        let (a, b) = (causal.thing(step.from)?, causal.thing(step.to)?);
        let because =
            format!("One sign is missing of a circle: whether more {} means more {} or less.", a.label, b.label);
        let occasion = of(sight, effect_loop, because).asking(a.unit.as_ref().or(b.unit.as_ref()));
        open.next().is_none().then(|| occasion.with("a", &a.label).with("b", &b.label))
    });
    asked.collect()
}

/// 15. Nobody has said how long a lap takes.
pub(super) const WITHOUT_DELAY: QuestionTemplate = QuestionTemplate::of(15, without_delay)
    .weight(5)
    .quick()
    .steps(&["next.4", "lever.1"])
    .ask("{via}: how long does one lap take, days or quarters?")
    .elsewhere("{via}: who could tell us how long one lap takes, days or quarters?");

fn without_delay(sight: &Sight<'_>) -> Vec<Occasion> {
    let at_once = |effect_loop: &&EffectLoop<'_>| {
        effect_loop.is_closed() && effect_loop.steps.iter().all(|step| step.days() == 0)
    };
    let asked = sight.effect_loops.iter().filter(at_once);
    asked
        .map(|effect_loop| of(sight, effect_loop, "Nobody here has said how long one lap of this circle takes.".into()))
        .collect()
}

/// 16. It feeds on itself, and runs against us as it is told.
pub(super) const AGAINST_US: QuestionTemplate = QuestionTemplate::of(16, against_us)
    .weight(9)
    .steps(&["lever", "folio.5"])
    .ask("{via}: which arrow would you weaken, and whose is it?")
    .elsewhere("{via}: who could tell us which arrow could be weakened, and whose it is?");

fn against_us(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let against = |effect_loop: &&EffectLoop<'_>| effect_loop.feeds_on_itself() && effect_loop.runs_against_us(causal);
    let asked = sight.effect_loops.iter().filter(against);
    let because = "A circle feeds on itself, and what it moves goes the way nobody wants.";
    asked.map(|effect_loop| of(sight, effect_loop, because.into())).collect()
}

/// 17. It pushes back on itself, and nobody has said towards what.
pub(super) const WITHOUT_GOAL: QuestionTemplate = QuestionTemplate::of(17, without_goal)
    .weight(5)
    .steps(&["lever.1", "lever.2"])
    .ask("At what level is somebody holding {t}, and who chose it?")
    .elsewhere("Who could tell us at what level {t} is held, and who chose it?");

fn without_goal(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let loose =
        |effect_loop: &&EffectLoop<'_>| effect_loop.pushes_back() && !effect_loop.has_goal(sight.scene.graph, causal);
    let asked = sight.effect_loops.iter().filter(loose).filter_map(|effect_loop| {
        let members = || effect_loop.steps.iter().filter_map(|step| causal.thing(step.from));
        let wanted = members().find(|thing| thing.kind == Kind::Factor && thing.want.is_some());
        let t = wanted.or_else(|| members().next())?;
        let because = format!("{} pushes back on itself, and nobody here has named the level it is held at.", t.label);
        Some(of(sight, effect_loop, because).asking(t.unit.as_ref()).with("t", &t.label))
    });
    asked.collect()
}

/// A question about a loop; its things start with the first in key order, wherever the loop starts.
fn of(sight: &Sight<'_>, effect_loop: &EffectLoop<'_>, because: String) -> Occasion {
    let causal = &sight.field.causal;
    let mut members: Vec<_> = effect_loop.things(causal).collect();
    let first = members.iter().enumerate().min_by_key(|(_, key)| **key).map_or(0, |(at, _)| at);
    members.rotate_left(first);
    Occasion::about(members, because).with("via", lap_in_words(causal, effect_loop))
}
