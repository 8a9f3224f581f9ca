use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{AIM, CHANGE, PARTY};
use crate::ask::template::QuestionTemplate;
use crate::graph::{Path, Thing};
use crate::lens::{EFFECTS, Lens, differ};
use crate::record::{Kind, Relation, Status, Want};

use Relation::{Aims, Builds, Needs};

/// 1. A change that no unit answers for so far.
pub(super) const WITHOUT_OWNER: QuestionTemplate = QuestionTemplate::of(1, without_owner)
    .slots(&[("x", CHANGE)])
    .weight(7)
    .quick()
    .steps(&["draw.1", "draw.5", "folio.1", "actor.6"])
    .ask("If {x} did something odd tonight, who would be rung?");

fn without_owner(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| x.unit.is_none());
    changes.map(|x| of(x, format!("Nobody here has named who answers for {}.", x.label))).collect()
}

/// 2. A change without an aim so far.
pub(super) const WITHOUT_AIM: QuestionTemplate = QuestionTemplate::of(2, without_aim)
    .slots(&[("x", CHANGE)])
    .weight(7)
    .steps(&["draw.4", "draw.5", "decide.1"])
    .ask("What {x:is} {x} meant to make better, and which way is up?")
    .elsewhere("Who could tell us what {x} {x:is} meant to make better, and which way is up?");

fn without_aim(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| !sight.leads(x, &[Aims]));
    changes.map(|x| of(x, format!("Nobody here has named what {} for.", x.with("is")))).collect()
}

/// 3. A change with an aim, but without any effect so far.
pub(super) const AIM_WITHOUT_EFFECT: QuestionTemplate = QuestionTemplate::of(3, aim_without_effect)
    .slots(&[("x", CHANGE), ("t", AIM)])
    .weight(8)
    .steps(&["draw.5", "next.2"])
    .ask("Walk us from {x} to {t}. What changes first?")
    .elsewhere("Who could tell us the way from {x} to {t}, and what changes first?")
    .carry("Ask {party}: how {x:does} {x} lead to {t}, and what changes first?");

fn aim_without_effect(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| !sight.leads(x, EFFECTS));
    let aimed = changes.flat_map(|x| sight.out(x, &[Aims]));
    let asked = aimed.map(|aim| {
        let (x, t) = (aim.from, aim.to);
        let because = format!(
            "{} named as what {} for, and no effect {} is named so far.",
            t.with("is"),
            x.with("is"),
            x.agreement().verb("of it")
        );
        let occasion = Occasion::about([&x.key, &t.key], because).asking(x.unit.as_ref());
        occasion.thing("x", x).thing("t", t)
    });
    asked.collect()
}

/// 4. A change whose effects named so far are all welcome.
pub(super) const ONLY_HELPFUL: QuestionTemplate = QuestionTemplate::of(4, only_helpful)
    .slots(&[("x", CHANGE)])
    .weight(8)
    .steps(&["next.2", "next.5", "premort.2", "decide.1"])
    .ask("What {x:does} {x} make worse, even slightly, for someone?")
    .elsewhere("Who could tell us what {x} {x:makes} worse, even slightly, for someone?");

fn only_helpful(sight: &Sight<'_>) -> Vec<Occasion> {
    let helpful = |x: &&Thing| {
        let welcome = welcome(sight, x);
        !welcome.is_empty() && welcome.iter().all(|good| *good)
    };
    let asked = sight.changes().filter(helpful);
    asked.map(|x| of(x, format!("Every effect of {} named so far is a welcome one.", x.label))).collect()
}

/// Returns, for each path from a thing to a factor that is wanted more or less, whether the effect is welcome.
pub(super) fn welcome(sight: &Sight<'_>, x: &Thing) -> Vec<bool> {
    let causal = &sight.field.causal;
    let helps = |path: &Path<'_>| {
        let end = causal.thing(path.end()?).filter(|thing| thing.kind == Kind::Factor)?;
        match end.want? {
            Want::Up => Some(!path.turns),
            Want::Down => Some(path.turns),
            Want::Steady => None,
        }
    };
    sight.paths(x).iter().filter_map(helps).collect()
}

/// 5. A change whose effects named so far stay within its own unit.
pub(super) const FELT_AT_HOME_ALONE: QuestionTemplate = QuestionTemplate::of(5, felt_at_home_alone)
    .slots(&[("x", CHANGE), ("unit", PARTY)])
    .weight(9)
    .steps(&["draw.3", "next.2", "next.3", "five.2"])
    .ask("Who next door to {unit} feels {x} on a Tuesday?")
    .elsewhere("Who could tell us who next door to {unit} feels {x} on a Tuesday?")
    .carry("Ask {party}: who next door to you feels {x} on a Tuesday?");

fn felt_at_home_alone(sight: &Sight<'_>) -> Vec<Occasion> {
    let at_home = |x: &&Thing| x.unit.is_some() && sight.leads(x, EFFECTS) && !is_felt_abroad(sight, x);
    let asked = sight.changes().filter(at_home).filter_map(|x| {
        let party = sight.scene.graph.thing(x.unit.as_ref()?)?;
        let unit = &party.label;
        let because = format!("No effect of {} is named so far that another team than {unit} would feel.", x.label);
        Some(of(x, because).thing("unit", party))
    });
    asked.collect()
}

fn is_felt_abroad(sight: &Sight<'_>, x: &Thing) -> bool {
    let abroad = |place: usize| sight.field.causal.thing(place).is_some_and(|thing| differ(x, thing));
    sight.paths(x).iter().filter_map(Path::end).any(abroad) || sight.out(x, EFFECTS).any(|link| differ(x, link.to))
}

/// 6. A change that needs nothing so far.
pub(super) const WITHOUT_NEEDS: QuestionTemplate = QuestionTemplate::of(6, without_needs)
    .slots(&[("x", CHANGE)])
    .weight(5)
    .quick()
    .steps(&["draw.2"])
    .ask("What {x:does} {x} live on? Data, people, someone's patience?")
    .elsewhere("Who could tell us what {x} {x:lives} on: data, people, someone's patience?");

fn without_needs(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| !sight.leads(x, &[Needs]));
    changes.map(|x| of(x, format!("Nobody here has named what {}.", x.with("needs")))).collect()
}

/// 7. A change without a status.
pub(super) const WITHOUT_STATUS: QuestionTemplate = QuestionTemplate::of(7, without_status)
    .slots(&[("x", CHANGE)])
    .weight(3)
    .quick()
    .steps(&["draw.1", "folio.1", "moment.4"])
    .ask("{x:Is} {x} an idea, a trial, in use, or quietly fading?")
    .elsewhere("Who could tell us whether {x} {x:is} an idea, a trial, in use, or quietly fading?");

fn without_status(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| x.status.is_none());
    changes.map(|x| of(x, format!("Nobody here has said how far along {}.", x.with("is")))).collect()
}

/// 38. A change that serves no purpose so far, or that fades without a known lesson.
pub(super) const WITHOUT_THESIS: QuestionTemplate = QuestionTemplate::of(38, without_thesis)
    .slots(&[("x", CHANGE)])
    .weight(7)
    .steps(&["moment.2", "moment.3", "moment.4", "folio.1", "folio.6"])
    .ask("If {x} stopped tomorrow, what would be lost? What did it teach anyone?")
    .elsewhere("Who could tell us what would be lost if {x} stopped tomorrow, and what it taught anyone?")
    .carry("Ask {party}: if {x} stopped tomorrow, what would be lost, and what did it teach anyone?");

fn without_thesis(sight: &Sight<'_>) -> Vec<Occasion> {
    let serves = |x: &Thing| sight.out(x, &[Aims]).any(|link| link.to.kind == Kind::Purpose);
    let taught = |x: &Thing| sight.leads(x, &[Builds]) || sight.is_reached(x, &[Builds]);
    let asked = sight.changes().filter_map(|x| {
        let because = if x.status == Some(Status::Fading) && !taught(x) {
            format!(
                "{} fading, and nobody here has named what was learned from {}.",
                x.with("is"),
                x.agreement().object()
            )
        } else if !serves(x) {
            format!("Nobody here has named a purpose that {}.", x.with("serves"))
        } else {
            return None;
        };
        Some(of(x, because))
    });
    asked.collect()
}

/// 39. A change that acts for us, and whose charter lacks a rule.
pub(super) const CHARTER_GAP: QuestionTemplate =
    QuestionTemplate::of(39, charter_gap).slots(&[("x", CHANGE)]).weight(9).steps(&["actor"]).ask("{prompt}");

fn charter_gap(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::CHARTER, None).filter_map(|finding| {
        let [x] = sight.things(finding)?;
        Some(of(x, finding.says.clone()).with("prompt", &finding.ask))
    });
    asked.collect()
}

fn of(x: &Thing, because: String) -> Occasion {
    Occasion::about([&x.key], because).asking(x.unit.as_ref()).thing("x", x)
}
