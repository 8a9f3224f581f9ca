use crate::graph::{Link, Thing};
use crate::lens::field::wanted_up;
use crate::lens::thresholds::{DEAD_END, DEAD_END_CAUSE, DEAD_END_CAUSES, WELCOME_END_MOST};
use crate::lens::{ArrowsAround, EFFECTS, FindingDraft};
use crate::record::english::counted_in_words;
use crate::record::spoken::{capitalised, in_words, listed};
use crate::record::{Relation, Sign};

/// Returns a dead end: a factor that several things affect and that affects nothing so far.
pub(super) fn read(around: &ArrowsAround<'_>, factor: &Thing) -> Option<FindingDraft> {
    let causes: Vec<Link<'_>> = around.arrows_into(factor, EFFECTS).collect();
    if !factor.is_read_surely() || causes.len() < DEAD_END_CAUSES || around.arrows_out(factor, EFFECTS).next().is_some()
    {
        return None;
    }
    let severity = DEAD_END + DEAD_END_CAUSE * causes.len() as f64;
    let is_aim = || around.arrows_into(factor, &[Relation::Aims]).next().is_some();
    let (says, ask, severity) = if factor.want.is_some() || is_aim() {
        (goal(factor, &causes), which_most(factor), severity.min(WELCOME_END_MOST))
    } else {
        (unfollowed(factor, &causes), whose_problem(factor), severity)
    };
    Some(FindingDraft::new([&factor.key], severity, says, ask).on(causes))
}

fn meet_in(factor: &Thing, causes: &[Link<'_>]) -> String {
    format!("{} effects meet in {}", capitalised(&in_words(causes.len())), factor.label)
}

fn unfollowed(factor: &Thing, causes: &[Link<'_>]) -> String {
    format!("{}, and nobody here has said what happens then.", meet_in(factor, causes))
}

fn whose_problem(factor: &Thing) -> String {
    format!("And when {}, what happens then, and whose problem does it become?", factor.with("moves"))
}

/// Says of a goal how many of its causes help and harm: "Three effects meet in trust, of which more is wanted: one helps
/// and two harm."
fn goal(factor: &Thing, causes: &[Link<'_>]) -> String {
    let meet = meet_in(factor, causes);
    let Some(up) = wanted_up(factor) else {
        return format!("{meet}, which somebody means to move.");
    };
    let count = |signs: &[Sign]| causes.iter().filter(|link| signs.contains(&link.arrow.sign)).count();
    let (raising, lowering) = (count(&[Sign::Plus]), count(&[Sign::Minus]));
    let (helping, harming) = if up { (raising, lowering) } else { (lowering, raising) };
    let open = causes.len() - helping - harming;
    let told: Vec<String> = [(helping, "helps", "help"), (harming, "harms", "harm"), (open, "is open", "are open")]
        .into_iter()
        .filter(|(many, ..)| *many > 0)
        .map(|(many, one, several)| counted_in_words(many, one, several))
        .collect();
    let wanted = if up { "more" } else { "less" };
    format!("{meet}, of which {wanted} is wanted: {}.", listed(&told, "and"))
}

fn which_most(factor: &Thing) -> String {
    format!("Which of these moves {} most, and how would we see it?", factor.label)
}
