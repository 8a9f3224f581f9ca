//! L7, unmet need: a thing cannot work without another thing that nobody is said to supply.
//!
//! A need of anything but a party is unmet if the needed thing has no supply and no owner. Two more patterns are this
//! program's own, since the definitions leave them open; they weigh less. (1) Unconfirmed: at least three things need
//! the same thing; the needed thing, or else its supplier, belongs to another unit, and nobody from that unit has said
//! yes to the need. (2) Late: the quickest supply takes a month or more, and longer than the time left. The time left
//! is zero for a pilot and for an initiative in use, else the delay said with the need. Severity: 100 times the
//! strength of the need, more if something lowers the needed thing.
//!
//! Source: coordination requirements against actual coordination, as in Cataldo, Wagstrom, Herbsleb and Carley (2006).
//! Traps: the supplier may not be in the room; one thing may have two labels, which the list of similar names is for.

use std::collections::BTreeMap;

use crate::graph::{Impact, Key, Link, PathStep, Thing};
use crate::record::{Delay, Kind, Relation, Status};

use super::field::{Field, differ};
use super::thresholds::{UNMET_LATE, UNMET_LATE_DAYS, UNMET_LOWERED, UNMET_NEEDERS, UNMET_UNCONFIRMED};
use super::{FindingDraft, Lens, Lesson, Narration, Pattern, Treatment};
use crate::record::spoken::about;
use crate::record::spoken::listed;

impl Lens {
    /// L7, unmet need.
    pub const UNMET: &'static Self = &Self { number: 7, name: "unmet", read, treats };
}

fn treats(pattern: Option<Pattern>) -> Treatment {
    match pattern {
        Some(Pattern::Unconfirmed) => Treatment::of(UNCONFIRMED).narrated(Narration::Never),
        Some(Pattern::Late) => Treatment::of(LATE).narrated(Narration::Never),
        _ => Treatment::of(UNMET).once_settled(),
    }
}

const UNMET: Lesson = Lesson {
    called: "An unmet need: a plan leans on something that nobody has said they supply.",
    source: "Marcelo Cataldo and colleagues (2006) compared who needs to coordinate with who does.",
    matters: "Such a gap costs little as a question today, and a stalled project when it is found in use.",
};

const UNCONFIRMED: Lesson = Lesson {
    called: "An unconfirmed need: those who would supply it have not said yes here.",
    source: "Marcelo Cataldo and colleagues (2006) compared who needs to coordinate with who does.",
    matters: "What one side counts on, the other side may never have heard of.",
};

const LATE: Lesson = Lesson {
    called: "A late supply: it arrives after the work that needs it has begun.",
    source: "Jay Forrester's Industrial Dynamics (1961) made delays in supply a subject of their own.",
    matters: "People bridge the gap with something of their own, and that tends to stay.",
};

/// The supplies, owners and needs of each thing.
struct Supplies<'a> {
    feeds: BTreeMap<&'a Key, Vec<Link<'a>>>,
    owns: BTreeMap<&'a Key, Vec<Link<'a>>>,
    needs: BTreeMap<&'a Key, Vec<Link<'a>>>,
}

impl<'a> Supplies<'a> {
    fn of(field: &Field<'a>) -> Self {
        Self {
            feeds: field.ending(Relation::Feeds),
            owns: field.ending(Relation::Owns),
            needs: field.ending(Relation::Needs),
        }
    }

    fn feeds(&self, thing: &Thing) -> &[Link<'a>] {
        self.feeds.get(&thing.key).map_or(&[], Vec::as_slice)
    }

    fn has_source(&self, thing: &Thing) -> bool {
        self.feeds.contains_key(&thing.key) || self.owns.contains_key(&thing.key)
    }

    /// Returns the thing whose unit would have to agree: the needed thing, or its first supplier with a unit if the
    /// needed thing has none.
    fn answers_for(&self, thing: &'a Thing) -> Option<&'a Thing> {
        let supplier = || self.feeds(thing).iter().map(|link| link.from).find(|from| from.unit.is_some());
        Some(thing).filter(|thing| thing.unit.is_some()).or_else(supplier)
    }
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let supplies = Supplies::of(field);
    let needs = field.links(Relation::Needs).filter(|need| need.to.kind != Kind::Party);
    let found = needs.flat_map(|need| {
        if supplies.has_source(need.to) {
            [unconfirmed(field, &supplies, need), late(field, &supplies, need)]
        } else {
            [Some(unmet(field, need)), None]
        }
    });
    found.flatten().collect()
}

fn unmet(field: &Field<'_>, need: Link<'_>) -> FindingDraft {
    let (needs, r, agrees) = (need.from.with("needs"), &need.to.label, need.to.agreement());
    let lowering = lowering(field, need.to);
    let lowerers: Vec<&str> = lowering.iter().map(|step| field.label_at(step.from)).collect();
    let less = if lowerers.is_empty() {
        String::new()
    } else {
        format!(", and there is less {} because of {}", agrees.verb("of it"), listed(&lowerers, "and"))
    };
    let says = format!("{needs} {r}; nobody here has named who supplies {}{less}.", agrees.object());
    let ask = format!("Who could supply {r}, what would it cost them, and what would they want back?");
    finding(need, &lowering, 1.0, says, ask).on_steps(field, &lowering)
}

fn unconfirmed<'a>(field: &Field<'_>, supplies: &Supplies<'a>, need: Link<'a>) -> Option<FindingDraft> {
    let source = supplies.answers_for(need.to)?;
    let unit = source.unit.as_ref()?;
    let many = supplies.needs.get(&need.to.key).is_some_and(|needs| needs.len() >= UNMET_NEEDERS);
    let open = many && differ(source, need.from) && !need.arrow.heard_from.contains(unit);
    open.then(|| {
        let (c, r, unit) = (&need.from.label, &need.to.label, field.label(unit));
        let says = format!("{} {r}; nobody from {unit} has said yes to that here so far.", need.from.with("needs"));
        let ask = format!("What would {unit} have to hear before they say yes to {c}?");
        finding(need, &lowering(field, need.to), UNMET_UNCONFIRMED, says, ask).with(Pattern::Unconfirmed)
    })
}

fn late(field: &Field<'_>, supplies: &Supplies<'_>, need: Link<'_>) -> Option<FindingDraft> {
    let days = |link: &Link<'_>| link.arrow.delay.map_or(0, Delay::days);
    let quickest = supplies.feeds(need.to).iter().min_by_key(|link| days(link))?;
    let start = start(need)?;
    (days(quickest) >= UNMET_LATE_DAYS && days(quickest) > start).then(|| {
        let (c, r, wait) = (&need.from.label, &need.to.label, about(days(quickest)));
        let agrees = need.from.agreement();
        let it = format!("{} {}", agrees.it(), agrees.verb("is"));
        let begun =
            if start == 0 { format!("{it} running already") } else { format!("{it} wanted in {}", about(start)) };
        let needs = need.from.with("needs");
        let says = format!("{needs} {r}, and {begun}; the quickest supply named so far takes {wait}.");
        let ask = format!("What {} {c} do until {} there?", agrees.verb("does"), need.to.with("is"));
        finding(need, &lowering(field, need.to), UNMET_LATE, says, ask).on([*quickest]).with(Pattern::Late)
    })
}

/// Returns the number of days until the thing is needed; `None` if nobody said, or if the initiative fades or has
/// stopped.
fn start(need: Link<'_>) -> Option<u32> {
    match need.from.status {
        Some(Status::Pilot | Status::Live) => Some(0),
        Some(Status::Fading | Status::Stopped) => None,
        Some(Status::Idea) | None => need.arrow.delay.map(Delay::days),
    }
}

/// Returns the arrows that lower a thing.
fn lowering<'a>(field: &Field<'a>, thing: &Thing) -> Vec<PathStep<'a>> {
    let causal = &field.causal;
    let place = causal.place_of(&thing.key);
    place.into_iter().flat_map(|place| causal.into(place)).filter(|step| step.turns()).copied().collect()
}

fn finding(need: Link<'_>, lowering: &[PathStep<'_>], share: f64, says: String, ask: String) -> FindingDraft {
    let lowered = if lowering.is_empty() { 1.0 } else { UNMET_LOWERED };
    let severity = 100.0 * Impact::WHOLE.through(need.arrow.strength).share() * share * lowered;
    FindingDraft::new([&need.from.key, &need.to.key], severity, says, ask).on([need])
}
