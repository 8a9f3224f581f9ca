//! What each template can be asked about: one trigger a template, in the order of their numbers.

mod arrow;
mod change;
mod circle;
mod end;
mod later;
mod meeting;
mod mood;
mod pair;
mod reward;
mod supply;
mod voice;

use super::occasion::Occasion;
use super::sight::Sight;

type Trigger = fn(&Sight<'_>) -> Vec<Occasion>;

/// The trigger of each template; that of the first stands first.
const TRIGGERS: [Trigger; 42] = [
    change::without_owner,
    change::without_aim,
    change::aim_without_effect,
    change::only_helpful,
    change::felt_at_home_alone,
    change::without_needs,
    change::without_status,
    end::far_reached,
    end::where_things_meet,
    end::without_cause,
    end::without_want,
    arrow::without_sign,
    circle::open,
    end::might_come_back,
    circle::without_delay,
    circle::against_us,
    circle::without_goal,
    arrow::told_from_one_side,
    meeting::hot_without_forum,
    meeting::forum_without_rhythm,
    reward::nobody_named_a_reward,
    reward::pays_for_what,
    reward::bends_what,
    reward::hope_without_reward,
    reward::misaligned,
    supply::without_source,
    supply::single_source,
    supply::not_joined,
    meeting::scarce_without_forum,
    pair::one_job_or_a_race,
    pair::pulling_apart,
    pair::nobody_aimed,
    end::seen_without_cause,
    arrow::disputed,
    arrow::hangs_on_a_guess,
    voice::unheard_party,
    voice::unanswered,
    change::without_thesis,
    change::charter_gap,
    later::overdue,
    mood::one_team_alone,
    mood::all_good,
];

/// What the template with this number could be asked about now.
pub(super) fn occasions(number: u8, sight: &Sight<'_>) -> Vec<Occasion> {
    let trigger = usize::from(number).checked_sub(1).and_then(|at| TRIGGERS.get(at));
    trigger.map(|trigger| trigger(sight)).unwrap_or_default()
}
