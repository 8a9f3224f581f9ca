//! All templates, in files by what they ask about. Each template is a constant, followed by the function that finds its
//! occasions.

mod arrow;
mod change;
mod closing_loop;
mod end;
mod later;
mod listed;
mod meeting;
mod mood;
mod more;
mod pair;
mod reward;
mod supply;
mod voice;
mod watched;

use super::template::QuestionTemplate;

/// Every template, in the order of the numbers. A new template is one constant in a file of this folder, and one entry
/// in this list.
pub const TEMPLATES: &[QuestionTemplate] = &[
    change::WITHOUT_OWNER,
    change::WITHOUT_AIM,
    change::AIM_WITHOUT_EFFECT,
    change::ONLY_HELPFUL,
    change::FELT_AT_HOME_ALONE,
    change::WITHOUT_NEEDS,
    change::WITHOUT_STATUS,
    end::FAR_REACHED,
    end::WHERE_THINGS_MEET,
    end::WITHOUT_CAUSE,
    end::WITHOUT_WANT,
    arrow::WITHOUT_SIGN,
    closing_loop::OPEN,
    end::MIGHT_COME_BACK,
    closing_loop::WITHOUT_DELAY,
    closing_loop::AGAINST_US,
    closing_loop::WITHOUT_GOAL,
    arrow::TOLD_FROM_ONE_SIDE,
    meeting::HOT_WITHOUT_FORUM,
    meeting::FORUM_WITHOUT_RHYTHM,
    reward::NOBODY_NAMED_A_REWARD,
    reward::PAYS_FOR_WHAT,
    reward::BENDS_WHAT,
    reward::HOPE_WITHOUT_REWARD,
    reward::MISALIGNED,
    supply::WITHOUT_SOURCE,
    supply::SINGLE_SOURCE,
    supply::NOT_JOINED,
    meeting::SCARCE_WITHOUT_FORUM,
    pair::ONE_JOB_OR_A_RACE,
    pair::PULLING_APART,
    pair::NOBODY_AIMED,
    end::SEEN_WITHOUT_CAUSE,
    arrow::DISPUTED,
    arrow::HANGS_ON_A_GUESS,
    voice::UNHEARD_PARTY,
    voice::UNANSWERED,
    change::WITHOUT_THESIS,
    change::CHARTER_GAP,
    later::OVERDUE,
    mood::ONE_UNIT_ALONE,
    mood::ALL_GOOD,
    watched::CROSSED,
    listed::STILL_SO,
    listed::GONE_THING,
    listed::GONE_ARROW,
    listed::LISTS_DIFFER,
    listed::AGAINST_THE_ROOM,
    listed::WHAT_IT_CHANGES,
    more::WHAT_ELSE_IT_CHANGES,
    more::WHAT_ELSE_CHANGES_IT,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Catalogue;
    use crate::record::{Mode, StepId};

    #[test]
    fn they_are_numbered_in_order_and_what_they_weigh_is_from_one_to_ten() {
        assert!(TEMPLATES.iter().zip(1..).all(|(template, number)| template.number == number));
        assert!(TEMPLATES.iter().all(|template| (1..=10).contains(&template.weight)));
    }

    #[test]
    fn each_is_at_home_in_steps_that_exist() {
        let catalogue = Catalogue::embedded();
        for template in TEMPLATES {
            assert!(!template.steps.is_empty(), "{}", template.number);
            for listed in template.steps {
                let step = listed.parse::<StepId>();
                let known = step.map_or(catalogue.find(listed).is_some(), |step| {
                    [Mode::Live, Mode::Solo].iter().any(|mode| catalogue.step(&step, *mode).is_some())
                });
                assert!(known, "{}: {listed}", template.number);
            }
        }
    }

    #[test]
    fn each_has_a_form_for_those_who_are_absent_and_one_to_carry_away() {
        for template in TEMPLATES {
            assert!(template.to_carry().starts_with("Ask {party}: "), "{}", template.number);
            let says_who = template.when_absent().contains("ho could tell us");
            assert!(says_who, "{}", template.number);
        }
    }
}
