use crate::ask::occasion::Occasion;
use crate::ask::sight::{EFFECTS, Sight, differ};
use crate::graph::{Path, Thing};
use crate::lens::LensId;
use crate::record::{Kind, Relation, Status, Want};

use Relation::{Aims, Builds, Needs};

/// 1. Nobody answers for it so far.
pub(super) fn without_owner(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| x.unit.is_none());
    changes.map(|x| of(x, format!("Nobody here has named who answers for {}.", x.label))).collect()
}

/// 2. It is meant to move nothing so far.
pub(super) fn without_aim(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| !sight.leads(x, &[Aims]));
    changes.map(|x| of(x, format!("Nobody here has named what {} is for.", x.label))).collect()
}

/// 3. It is meant to move something, and moves nothing so far.
pub(super) fn aim_without_effect(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| !sight.leads(x, EFFECTS));
    let aimed = changes.flat_map(|x| sight.out(x, &[Aims]));
    let asked = aimed.map(|aim| {
        let (x, t) = (aim.from, aim.to);
        let because = format!("{} is named as what {} is for, and no effect of it is named so far.", t.label, x.label);
        let occasion = Occasion::about([&x.key, &t.key], because).asking(x.unit.as_ref());
        occasion.with("x", &x.label).with("t", &t.label)
    });
    asked.collect()
}

/// 4. Everything it does is welcome so far.
pub(super) fn only_helpful(sight: &Sight<'_>) -> Vec<Occasion> {
    let helpful = |x: &&Thing| {
        let welcome = welcome(sight, x);
        !welcome.is_empty() && welcome.iter().all(|good| *good)
    };
    let asked = sight.changes().filter(helpful);
    asked.map(|x| of(x, format!("Every effect of {} named so far is a welcome one.", x.label))).collect()
}

/// Of each way from a thing to something that is wanted one way or the other, whether it helps.
pub(super) fn welcome(sight: &Sight<'_>, x: &Thing) -> Vec<bool> {
    let causal = &sight.field.causal;
    let helps = |trail: &Path<'_>| {
        let end = causal.thing(trail.end()?).filter(|thing| thing.kind == Kind::Factor)?;
        match end.want? {
            Want::Up => Some(!trail.turns),
            Want::Down => Some(trail.turns),
            Want::Steady => None,
        }
    };
    sight.paths(x).iter().filter_map(helps).collect()
}

/// 5. What it does is felt in its own team alone, so far.
pub(super) fn felt_at_home_alone(sight: &Sight<'_>) -> Vec<Occasion> {
    let at_home = |x: &&Thing| x.unit.is_some() && sight.leads(x, EFFECTS) && !is_felt_abroad(sight, x);
    let asked = sight.changes().filter(at_home).filter_map(|x| {
        let unit = sight.label(x.unit.as_ref()?);
        let because = format!("No effect of {} is named so far that another team than {unit} would feel.", x.label);
        Some(of(x, because).with("unit", unit))
    });
    asked.collect()
}

fn is_felt_abroad(sight: &Sight<'_>, x: &Thing) -> bool {
    let abroad = |place: usize| sight.field.causal.thing(place).is_some_and(|thing| differ(x, thing));
    sight.paths(x).iter().filter_map(Path::end).any(abroad) || sight.out(x, EFFECTS).any(|link| differ(x, link.to))
}

/// 6. It lives on nothing so far.
pub(super) fn without_needs(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| !sight.leads(x, &[Needs]));
    changes.map(|x| of(x, format!("Nobody here has named what {} needs.", x.label))).collect()
}

/// 7. Nobody has said how far along it is.
pub(super) fn without_status(sight: &Sight<'_>) -> Vec<Occasion> {
    let changes = sight.changes().filter(|x| x.status.is_none());
    changes.map(|x| of(x, format!("Nobody here has said how far along {} is.", x.label))).collect()
}

/// 38. It serves no purpose so far, or faded and nothing is known to have learned from it.
pub(super) fn without_thesis(sight: &Sight<'_>) -> Vec<Occasion> {
    let serves = |x: &Thing| sight.out(x, &[Aims]).any(|link| link.to.kind == Kind::Purpose);
    let taught = |x: &Thing| sight.leads(x, &[Builds]) || sight.is_reached(x, &[Builds]);
    let asked = sight.changes().filter_map(|x| {
        let because = if x.status == Some(Status::Fading) && !taught(x) {
            format!("{} is fading, and nobody here has named what was learned from it.", x.label)
        } else if !serves(x) {
            format!("Nobody here has named a purpose that {} serves.", x.label)
        } else {
            return None;
        };
        Some(of(x, because))
    });
    asked.collect()
}

/// 39. It acts for us, and a rule for how it should behave is not agreed yet.
pub(super) fn charter_gap(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(LensId::Charter, None).filter_map(|finding| {
        let [x] = sight.things(finding)?;
        Some(of(x, finding.says.clone()).with("prompt", &finding.ask))
    });
    asked.collect()
}

fn of(x: &Thing, because: String) -> Occasion {
    Occasion::about([&x.key], because).asking(x.unit.as_ref()).with("x", &x.label)
}
