//! L17, hope without mechanism, and backfire: compares aims with the effects that people describe.
//!
//! For every aim at a factor in one direction there are three patterns. `hope` (severity 60): no path along effects
//! leads to the factor. `backfire` (80): every path moves it in the opposite direction. `thin` (35): paths move it as
//! meant, and all of them are guesses. Intent is never read as an effect; otherwise the two could not be compared.
//!
//! Source: theory-driven evaluation asks for the causal path from a programme to its aim; Merton (1936) showed that
//! purposive action may miss or reverse its aim. Traps: the path may be obvious to the owner of the initiative and to
//! nobody else; a path that moves the factor as meant may be much weaker than those against it, which this lens does
//! not call a backfire.

use crate::graph::{Link, Path};
use crate::record::{Kind, Relation, Sign};

use super::thresholds::{BACKFIRE, HOPE, THIN, THIN_CONFIDENCE};
use super::words::via;
use super::{Band, Field, FindingDraft, Lens, Lesson, Narration, Pattern, Surprise, Treatment};

impl Lens {
    /// L17, hope without mechanism, and backfire.
    pub const MECHANISM: &'static Self = &Self { number: 17, name: "mechanism", read, treats };
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
    // Told at the end only: most missing paths are named a little later.
    let narration = Narration::AtTheEnd(Band::Look);
    match pattern {
        Some(Pattern::Backfire) => Treatment::of(BACKFIRES).narrated(narration).surprising(Surprise::SignsOpposed),
        Some(Pattern::Thin) => Treatment::of(GUESSED).narrated(narration),
        _ => Treatment::of(HOPED).narrated(narration).once_settled(),
    }
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let aims = field.links(Relation::Aims).filter(|link| link.to.kind == Kind::Factor);
    aims.filter_map(|aim| of_aim(field, aim)).collect()
}

/// Returns the finding about the paths of one aim; `None` if a path moves the factor as meant and is no guess.
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
    let (x, t, it) = (aim.from.with("is"), &aim.to.label, aim.to.agreement().object());
    let (raise, lowers) = if aim.arrow.sign == Sign::Minus { ("lower", "raises") } else { ("raise", "lowers") };
    // `max_by_key` returns the last of equal elements, so the order is reversed to get the first.
    let strongest = paths.iter().rev().max_by_key(|path| path.impact).map(|path| via(field, path));
    let strongest = strongest.unwrap_or_default();
    let alone = paths.len() == 1;
    let says = match pattern {
        Pattern::Backfire if alone => {
            format!("{x} meant to {raise} {t}, and the one route named so far {lowers} {it}: {strongest}.")
        }
        Pattern::Backfire => {
            format!("{x} meant to {raise} {t}, and every route named so far {lowers} {it}, most of all: {strongest}.")
        }
        Pattern::Thin => format!("{x} meant to {raise} {t}, and so far that hangs on a guess: {strongest}."),
        _ => format!("{x} meant to {raise} {t}, and nobody here has named how."),
    };
    let ask = format!("What has to change first for {} to move {t}?", aim.from.label);
    let finding = FindingDraft::new([&aim.from.key, &aim.to.key], severity, says, ask).with(pattern);
    paths.iter().fold(finding.on([aim]), |finding, path| finding.along(field, path))
}
