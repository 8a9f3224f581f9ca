//! L16, charter of software that acts: whom an initiative speaks for or reaches, and which rules nobody has agreed for
//! it.
//!
//! The lens looks at initiatives that are a pilot or in use, and that either speak for somebody or have effects within
//! two arrows on a factor that a party outside owns. The finding counts how many of the six rules of the charter are
//! missing. Severity: the share of missing rules times 100, less if the initiative acts inside only. With all six rules
//! there is no finding.
//!
//! Source: unsafe control actions of STPA (Leveson & Thomas 2018), requisite variety (Ashby 1956), human oversight in
//! the NIST AI Risk Management Framework 1.0 (2023). Traps: a default that the maker ships is no rule that anybody
//! agreed; a rule is only a value if nobody could see whether the software follows it.

use std::collections::BTreeMap;

use crate::graph::{Key, Link, Path, Thing, paths};
use crate::record::{Kind, Relation, Slot, Status};

use super::thresholds::{CHARTER_ARROWS, CHARTER_INSIDE, CHARTER_NAMED, FAINTEST};
use super::words::asked;
use super::{Field, FindingDraft, Lens, Lesson, Treatment};
use crate::record::spoken::listed;

impl Lens {
    /// L16, charter of software that acts.
    pub const CHARTER: &'static Self = &Self { number: 16, name: "charter", read, treats: |_| Treatment::of(LESSON) };
}

const LESSON: Lesson = Lesson {
    called: "A charter gap: software acts towards people, and how it should behave has not been agreed.",
    source: "Nancy Leveson and John Thomas (2018) ask of everything that acts: too much, too little, too early, too late?",
    matters: "Whoever joins on Monday is told what to do when unsure and whom to fetch; software is told nothing unless we say it.",
};

/// A rule of the charter: its slot, its words after "we have agreed", and the question that asks for it.
type Rule = (Slot, &'static str, &'static str);

/// The six rules, in the order in which they are asked for.
const RULES: [Rule; 6] = [
    (Slot::Uncertain, "what it does when unsure", "{x} {x:doesn't} know. What {x:does} {x:it} say, word for word?"),
    (Slot::Speaks, "whose voice it has", "When {x} {x:speaks}, whose voice is it, and who is spoken for unasked?"),
    (Slot::Never, "what it must never do", "What must {x} never do or promise? Too early? Too late?"),
    (Slot::Handover, "who catches it", "Who catches it when {x} cannot go on, how soon, and knowing what?"),
    (Slot::Learns, "what it may pick up", "What may {x} pick up from people, and who sees the change before they do?"),
    (Slot::Answers, "who apologises", "When {x} {x:is} wrong, who says sorry, and can the person affected reach them?"),
];

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let owned = owned_outside(field);
    let acting =
        field.of_kind(Kind::Initiative).filter(|(_, x)| matches!(x.status, Some(Status::Pilot | Status::Live)));
    acting.filter_map(|(place, x)| of_change(field, &owned, place, x)).collect()
}

/// Returns the factors that parties outside own, each with the arrow that says so.
fn owned_outside<'a>(field: &Field<'a>) -> BTreeMap<&'a Key, Link<'a>> {
    let owned = field.links(Relation::Owns).filter(|link| is_outside(link.from) && link.to.kind == Kind::Factor);
    owned.map(|link| (&link.to.key, link)).collect()
}

fn is_outside(thing: &Thing) -> bool {
    thing.kind == Kind::Party && thing.outside
}

fn of_change(field: &Field<'_>, owned: &BTreeMap<&Key, Link<'_>>, place: usize, x: &Thing) -> Option<FindingDraft> {
    let missing: Vec<_> = RULES.iter().filter(|(slot, ..)| !x.rules.contains_key(slot)).collect();
    let (_, _, ask) = missing.first()?;
    let acts = Acts::of(field, owned, place, x);
    let whom = acts.whom()?;
    let share = missing.len() as f64 / RULES.len() as f64;
    let severity = 100.0 * share * if acts.is_outside() { 1.0 } else { CHARTER_INSIDE };
    let says = format!("{}; {}.", x.with(&whom), agreed(x));
    let finding = FindingDraft::new([&x.key], severity, says, asked(ask, &[("x", x)])).on(acts.voices);
    let finding = acts.paths.iter().fold(finding, |finding, (path, owner)| finding.along(field, path).on([*owner]));
    Some(finding)
}

/// The arrows and paths by which an initiative acts for people.
struct Acts<'a, 'f> {
    /// The arrows to those it speaks for.
    voices: Vec<Link<'a>>,
    /// The paths to factors that parties outside own, each with the arrow from the owner.
    paths: Vec<(Path<'a>, Link<'f>)>,
}

impl<'a, 'f> Acts<'a, 'f> {
    fn of(field: &Field<'a>, owned: &BTreeMap<&Key, Link<'f>>, place: usize, x: &Thing) -> Self {
        let whose = |path: &Path<'_>| owned.get(&field.causal.thing(path.end()?)?.key).copied();
        let paths = paths(&field.causal, place, CHARTER_ARROWS, FAINTEST);
        Self {
            voices: field.links(Relation::Voices).filter(|link| link.from.key == x.key).collect(),
            paths: paths.into_iter().filter_map(|path| whose(&path).map(|owner| (path, owner))).collect(),
        }
    }

    fn is_outside(&self) -> bool {
        !self.paths.is_empty() || self.voices.iter().any(|link| is_outside(link.to))
    }

    /// Describes whom it acts for or reaches. A party outside that it speaks for comes first, then the owner at the end
    /// of a path, then anybody else it speaks for. `None` if there is nobody.
    fn whom(&self) -> Option<String> {
        let mut voices = self.voices.iter().map(|link| link.to);
        if let Some(party) = voices.clone().find(|to| is_outside(to)) {
            return Some(format!("speaks for us to {}", party.label));
        }
        if let Some((_, owner)) = self.paths.first() {
            return Some(format!("reaches {} through {}", owner.from.label, owner.to.label));
        }
        voices.next().map(|to| format!("speaks for {}", to.label))
    }
}

/// Describes which rules have been agreed, and which have not.
fn agreed(x: &Thing) -> String {
    let (agreed, mut missing): (Vec<&Rule>, Vec<&Rule>) =
        RULES.iter().partition(|(slot, ..)| x.rules.contains_key(slot));
    // The missing rules on handover and apology come first, because people notice these first.
    missing.sort_by_key(|(slot, ..)| !matches!(slot, Slot::Handover | Slot::Answers));
    let named = |rules: &[&Rule]| -> Vec<&'static str> {
        rules.iter().take(CHARTER_NAMED).map(|(_, words, _)| *words).collect()
    };
    let more = if missing.len() > CHARTER_NAMED { ", among other things" } else { "" };
    let missing = named(&missing).join(" or ");
    if agreed.is_empty() {
        format!("nobody here has named yet {missing}{more}")
    } else {
        format!("we have agreed {}, but not yet {missing}{more}", listed(&named(&agreed), "and"))
    }
}
