use crate::ask::circle::Circle;
use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::words::round;
use crate::record::Kind;

/// 13. It would close if one way were known.
pub(super) fn open(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let asked = sight.circles.iter().filter_map(|circle| {
        let mut open = circle.open();
        let step = open.next().filter(|step| !step.arrow.is_disputed())?;
        let (a, b) = (causal.thing(step.from)?, causal.thing(step.to)?);
        let because =
            format!("One sign is missing of a circle: whether more {} means more {} or less.", a.label, b.label);
        let occasion = of(sight, circle, because).asking(a.unit.as_ref().or(b.unit.as_ref()));
        open.next().is_none().then(|| occasion.with("a", &a.label).with("b", &b.label))
    });
    asked.collect()
}

/// 15. Nobody has said how long a lap takes.
pub(super) fn without_delay(sight: &Sight<'_>) -> Vec<Occasion> {
    let at_once = |circle: &&Circle<'_>| circle.is_closed() && circle.steps.iter().all(|step| step.days() == 0);
    let asked = sight.circles.iter().filter(at_once);
    asked
        .map(|circle| of(sight, circle, "Nobody here has said how long one lap of this circle takes.".into()))
        .collect()
}

/// 16. It feeds on itself, and runs against us as it is told.
pub(super) fn against_us(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let against = |circle: &&Circle<'_>| circle.feeds_on_itself() && circle.runs_against_us(causal);
    let asked = sight.circles.iter().filter(against);
    let because = "A circle feeds on itself, and what it moves goes the way nobody wants.";
    asked.map(|circle| of(sight, circle, because.into())).collect()
}

/// 17. It pushes back on itself, and nobody has said towards what.
pub(super) fn without_goal(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let loose = |circle: &&Circle<'_>| circle.pushes_back() && !circle.has_goal(sight.scene.graph, causal);
    let asked = sight.circles.iter().filter(loose).filter_map(|circle| {
        let members = || circle.steps.iter().filter_map(|step| causal.thing(step.from));
        let wanted = members().find(|thing| thing.kind == Kind::Factor && thing.want.is_some());
        let t = wanted.or_else(|| members().next())?;
        let because = format!("{} pushes back on itself, and nobody here has named the level it is held at.", t.label);
        Some(of(sight, circle, because).asking(t.unit.as_ref()).with("t", &t.label))
    });
    asked.collect()
}

/// What a circle is about starts with the first of its things in key order, however it is told.
fn of(sight: &Sight<'_>, circle: &Circle<'_>, because: String) -> Occasion {
    let causal = &sight.field.causal;
    let mut members: Vec<_> = circle.things(causal).collect();
    let first = members.iter().enumerate().min_by_key(|(_, key)| **key).map_or(0, |(at, _)| at);
    members.rotate_left(first);
    Occasion::about(members, because).with("via", round(causal, circle))
}
