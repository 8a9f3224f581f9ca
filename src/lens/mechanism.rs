//! L17, hope without mechanism, and backfire: what was meant, held against what people say happens.
//!
//! For everything that is meant to move a factor in one direction: no path along effects leads there (`hope`, 60); every
//! path moves it in the other direction (`backfire`, 80); paths move it as meant, and all are guesses (`thin`, 35).
//! Intent is never taken for effect, so that the two can be compared at all.
//!
//! Source: theory-driven evaluation asks for the route from a programme to its aim; that purposive action misses or
//! reverses its aim is Merton (1936). Traps: the route may be obvious to whoever owns the change and to nobody else;
//! a path that moves it as meant may be much weaker than those against it, which is no backfire here.

use crate::graph::{Link, Path};
use crate::record::{Kind, Relation, Sign};

use super::thresholds::{BACKFIRE, HOPE, THIN, THIN_CONFIDENCE};
use super::words::via;
use super::{Band, Field, FindingDraft, Lens, Lesson, Narration, Pattern, Treatment};

impl Lens {
    /// L17, hope without mechanism, and backfire.
    pub const MECHANISM: &'static Self = &Self { number: 17, name: "mechanism", read, treats, is_cut: None };
}

const HOPED: Lesson = Lesson {
    called: "Hope without mechanism: an aim is named, and no route to it.",
    source: "Robert Merton (1936) asked why purposive action so often misses what it is meant for.",
    matters: "Where nobody can say what changes first, nobody can see early on whether it works.",
};

const BACKFIRES: Lesson = Lesson {
    called: "Backfire: something is meant well, and every route people know leads the other way.",
    source: "Robert Merton (1936) wrote about the unanticipated consequences of purposive action.",
    matters: "More effort makes it worse, and those who mean well are the last to look there.",
};

const GUESSED: Lesson = Lesson {
    called: "A thin mechanism: there is a route to the aim, and each way along it hangs on a guess.",
    source: "Robert Merton (1936) counted not knowing enough as the first reason why action misses its aim.",
    matters: "One small test of the guessed arrow now is cheaper than finding out at the end.",
};

fn treats(pattern: Option<Pattern>) -> Treatment {
    // Most of what is not named yet is named a little later.
    let narration = Narration::AtTheEnd(Band::Look);
    match pattern {
        Some(Pattern::Backfire) => Treatment::of(BACKFIRES).narrated(narration),
        Some(Pattern::Thin) => Treatment::of(GUESSED).narrated(narration),
        _ => Treatment::of(HOPED).narrated(narration).once_settled(),
    }
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let aims = field.links(Relation::Aims).filter(|link| link.to.kind == Kind::Factor);
    aims.filter_map(|aim| of_aim(field, aim)).collect()
}

/// What there is to say about the routes of one aim.
fn of_aim(field: &Field<'_>, aim: Link<'_>) -> Option<FindingDraft> {
    let down = match aim.arrow.sign {
        Sign::Plus => false,
        Sign::Minus => true,
        Sign::Unknown | Sign::NoEffect => return None,
    };
    let (from, to) = (field.causal.place_of(&aim.from.key)?, field.causal.place_of(&aim.to.key)?);
    let paths: Vec<&Path<'_>> = field.between(from, to).collect();
    let as_meant: Vec<&Path<'_>> = paths.iter().copied().filter(|path| path.turns == down).collect();
    if paths.is_empty() {
        Some(finding(field, aim, HOPE, Pattern::Hope, &[]))
    } else if as_meant.is_empty() {
        Some(finding(field, aim, BACKFIRE, Pattern::Backfire, &paths))
    } else if as_meant.iter().all(|path| path.confidence <= THIN_CONFIDENCE) {
        Some(finding(field, aim, THIN, Pattern::Thin, &as_meant))
    } else {
        None
    }
}

fn finding(field: &Field<'_>, aim: Link<'_>, severity: f64, pattern: Pattern, paths: &[&Path<'_>]) -> FindingDraft {
    let (x, t) = (&aim.from.label, &aim.to.label);
    let (raise, lowers) = if aim.arrow.sign == Sign::Minus { ("lower", "raises") } else { ("raise", "lowers") };
    // Of equally strong routes the first counts, so they are asked in reverse.
    let strongest = paths.iter().rev().max_by_key(|path| path.impact).map(|path| via(field, path));
    let strongest = strongest.unwrap_or_default();
    let alone = paths.len() == 1;
    let says = match pattern {
        Pattern::Backfire if alone => {
            format!("{x} is meant to {raise} {t}, and the one route named so far {lowers} it: {strongest}.")
        }
        Pattern::Backfire => {
            format!("{x} is meant to {raise} {t}, and every route named so far {lowers} it, most of all: {strongest}.")
        }
        Pattern::Thin => format!("{x} is meant to {raise} {t}, and so far that hangs on a guess: {strongest}."),
        _ => format!("{x} is meant to {raise} {t}, and nobody here has named how."),
    };
    let ask = format!("Walk us from {x} to {t}: what changes first?");
    let finding = FindingDraft::new([&aim.from.key, &aim.to.key], severity, says, ask).with(pattern);
    paths.iter().fold(finding.on([aim]), |finding, path| finding.along(field, path))
}
