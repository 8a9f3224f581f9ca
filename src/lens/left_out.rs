//! What lenses leave out of their findings, so that whoever reads a list knows that there is more, and how much.
//!
//! Every place that ends a list or a search early calls [`Field::leave_out`](super::Field::leave_out) with one of these
//! reasons; the readings hold the sum, and each list of findings says it in words.

use super::thresholds::{LISTED_CROWD, LONGEST_PATH, LOOP_ARROWS, LOOPS_LISTED, STORIES_LISTED};
use super::{Lens, LimitReason};
use crate::record::english::{counted, in_words, listed};

/// What one lens leaves out for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The lens.
    pub lens: &'static Lens,
    /// Why it is left out.
    pub reason: LimitReason,
    /// How much it is: of what the reason names. For a search that ended early, the number of searches.
    pub count: usize,
    /// Whether there may be more than was counted.
    pub at_least: bool,
}

impl LeftOut {
    /// Says it in one sentence: "81 loops of nine arrows or more are not listed."
    pub fn says(&self) -> String {
        let count = self.count;
        let least = if self.at_least { "At least " } else { "" };
        let longest = *LOOP_ARROWS.end();
        match self.reason {
            LimitReason::LongLoops if count == 0 => {
                format!(
                    "Whether there are loops of more than {} arrows was not searched to the end.",
                    in_words(longest)
                )
            }
            LimitReason::LongLoops => {
                let loops = counted(count, "loop", "loops");
                let are = if count == 1 { "is" } else { "are" };
                format!("{least}{loops} of more than {} arrows {are} not listed.", in_words(longest))
            }
            LimitReason::MoreLoops => {
                let loops = counted(count, "further loop is", "further loops are");
                format!("{least}{loops} not listed; the {LOOPS_LISTED} shortest are.")
            }
            LimitReason::LoopSearch => "The search for loops ended early, because this map has very many.".to_owned(),
            LimitReason::MoreStories => {
                let stories = counted(count, "further case of a pattern is", "further cases of a pattern are");
                format!("{least}{stories} not listed; the {STORIES_LISTED} heaviest of each are.")
            }
            LimitReason::PathSearch => {
                let things = counted(count, "thing was", "things were");
                format!("{least}{things} not followed in every way up to {} arrows.", in_words(LONGEST_PATH))
            }
            LimitReason::MorePlaces => {
                let places = counted(count, "further place to act is", "further places to act are");
                format!("{least}{places} not listed; those that reach furthest are.")
            }
            LimitReason::MoreUntested => {
                let arrows = counted(count, "further arrow that few have spoken for is", MANY_UNTESTED);
                format!("{least}{arrows} not listed.")
            }
            LimitReason::MoreGaps => {
                let gaps = counted(count, "further gap is", "further gaps are");
                format!("{least}{gaps} not listed; the widest are.")
            }
            LimitReason::MoreTwins => {
                let twins = counted(count, "further pair of changes that share a job is", MANY_TWINS);
                format!("{least}{twins} not listed.")
            }
            LimitReason::MoreListed => {
                let findings = counted(count, "further finding of imported files is", MANY_LISTED);
                format!("{least}{findings} not listed; the first of each sort are.")
            }
            LimitReason::Crowd => {
                let things = counted(count, "thing is moved", "things are moved");
                format!("{least}{things} by more than {LISTED_CROWD} listed changes, which are not compared.")
            }
        }
    }
}

const MANY_UNTESTED: &str = "further arrows that few have spoken for are";
const MANY_TWINS: &str = "further pairs of changes that share a job are";
const MANY_LISTED: &str = "further findings of imported files are";

/// Says briefly what is left out, in one sentence: "Left out: 81 loops and 4 others." `None` if nothing is, apart from lists
/// that hold only the first few by design; these say it where they are read.
pub fn left_out_briefly(all: &[LeftOut]) -> Option<String> {
    let missed = all.iter().filter(|left| !left.reason.is_of_a_short_list());
    let (loops, others): (Vec<&LeftOut>, Vec<&LeftOut>) = missed.partition(|left| left.reason.is_about_loops());
    let counted_of = |of: &[&LeftOut], one: &str, many: &str| {
        let least = if of.iter().any(|left| left.at_least) { "at least " } else { "" };
        let sum = of.iter().filter(|left| left.reason != LimitReason::LoopSearch).map(|left| left.count).sum();
        (!of.is_empty()).then(|| format!("{least}{}", counted(sum, one, many)))
    };
    let told = [counted_of(&loops, "loop", "loops"), counted_of(&others, "other", "others")];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| format!("Left out: {}.", listed(&told, "and")))
}
