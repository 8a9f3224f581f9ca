use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::assessment::{Assessment, Raised};
use super::days::days_between;
use super::instrument::{Instrument, RatedItem, RedFlag};
use super::rating::Rating;
use super::thresholds::APART_DAYS;
use crate::record::english::Agreement;

/// How an item changed between two assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemMovement {
    /// The item has another anchor, and an example that is newer than the earlier assessment.
    Moved,
    /// The item has another anchor but no newer example: it counts as the same, reworded.
    Reworded,
    /// The item has the same anchor.
    Same,
    /// The item was not answered before.
    New,
    /// The wording of the anchors has changed since, so the two ratings cannot be compared.
    OtherWords,
}

/// The ratings of one item in two assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The id of the item.
    pub item: String,
    /// The title of the item in the later instrument.
    pub title: String,
    /// The earlier rating, with what it meant on the scale at that time.
    pub before: Option<(Rating, String)>,
    /// The later rating, with what it means on the scale.
    pub now: (Rating, String),
    /// How the item changed.
    pub change: ItemMovement,
}

/// One red flag whose answer has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagChange {
    /// The id of the red flag.
    pub flag: String,
    /// The red flag in few words.
    pub short: String,
    /// The earlier answer; `None` if the red flag was not asked in these words.
    pub before: Option<Raised>,
    /// The later answer.
    pub now: Raised,
}

/// How the answer to a red flag has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum FlagTrend {
    /// The red flag is raised, or raised more than before.
    Raised,
    /// The red flag is no longer raised.
    Cleared,
    /// The red flag was raised, and is now raised only sometimes.
    Eased,
}

/// What changed between two assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesSince {
    /// The day of the earlier assessment.
    pub from: Date,
    /// The day of the later assessment.
    pub to: Date,
    /// The red flags that were raised, cleared or eased.
    pub flags: Vec<FlagChange>,
    /// The items that the later assessment answers.
    pub items: Vec<ItemChange>,
}

impl ChangesSince {
    /// Compares two assessments, each with the instrument it answers.
    pub fn between(earlier: (&Instrument, &Assessment), later: (&Instrument, &Assessment)) -> Self {
        let flags = later.0.flags().filter_map(|flag| FlagChange::of(flag, earlier, later.1)).collect();
        let items = later.0.items().filter_map(|item| ItemChange::of(item, earlier, later)).collect();
        Self { from: earlier.1.day(), to: later.1.day(), flags, items }
    }

    /// Returns the number of days between the two assessments.
    pub fn days(&self) -> i32 {
        days_between(self.from, self.to)
    }

    /// Whether the two assessments are far enough apart to speak of movement: at least 30 days.
    pub fn shows_movement(&self) -> bool {
        self.days() >= APART_DAYS
    }

    /// Returns the red flags whose answers changed in this way.
    pub fn flags_that(&self, trend: FlagTrend) -> impl Iterator<Item = &FlagChange> {
        self.flags.iter().filter(move |flag| flag.trend() == trend)
    }

    /// Returns the items that moved; empty if the two assessments are less than 30 days apart.
    pub fn moved(&self) -> impl Iterator<Item = &ItemChange> {
        self.of(ItemMovement::Moved).filter(|_| self.shows_movement())
    }

    /// Returns the items that changed in this way.
    pub fn of(&self, change: ItemMovement) -> impl Iterator<Item = &ItemChange> {
        self.items.iter().filter(move |item| item.change == change)
    }
}

impl FlagChange {
    fn of(flag: &RedFlag, (words, earlier): (&Instrument, &Assessment), later: &Assessment) -> Option<Self> {
        let now = later.raised(&flag.id)?;
        let asked = words.flag(&flag.id).filter(|before| before.says == flag.says);
        let before = asked.and_then(|flag| earlier.raised(&flag.id));
        let differs = before.unwrap_or(Raised::No) != now;
        differs.then(|| Self { flag: flag.id.clone(), short: flag.short.clone(), before, now })
    }

    /// Returns how the answer changed.
    pub fn trend(&self) -> FlagTrend {
        if self.now > self.before.unwrap_or(Raised::No) {
            FlagTrend::Raised
        } else if self.now == Raised::No {
            FlagTrend::Cleared
        } else {
            FlagTrend::Eased
        }
    }
}

impl FlagTrend {
    /// Returns the words for this trend on a page.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Raised => "now a red flag",
            Self::Cleared => "no longer a red flag",
            Self::Eased => "only sometimes now",
        }
    }
}

impl FlagTrend {
    /// Says the trend behind the names of red flags; a flag that goes up is no good news, and does not read as one.
    pub fn told(self, flags: Agreement) -> String {
        match self {
            Self::Raised => {
                format!("{} {} now, worse than before", flags.verb("is"), flags.pick("a red flag", "red flags"))
            }
            Self::Cleared => format!("{} no red {} any more", flags.verb("is"), flags.pick("flag", "flags")),
            Self::Eased => format!("{} {} only sometimes now", flags.verb("is"), flags.pick("a red flag", "red flags")),
        }
    }
}

impl ItemChange {
    fn of(item: &RatedItem, earlier: (&Instrument, &Assessment), later: (&Instrument, &Assessment)) -> Option<Self> {
        let ((words, earlier), (present, later)) = (earlier, later);
        let rating = later.rating(&item.id)?;
        let asked = words.item(&item.id);
        let before =
            asked.and_then(|_| earlier.rating(&item.id)).map(|rating| (rating, words.means(rating).to_owned()));
        let newer = later.answer(&item.id).and_then(|answer| answer.evidence.counting(later.day()));
        let change = match &before {
            None => ItemMovement::New,
            Some(_) if asked.is_none_or(|asked| !asked.means_the_same(item)) => ItemMovement::OtherWords,
            Some((before, _)) if *before == rating => ItemMovement::Same,
            Some(_) if newer.is_some_and(|date| date > earlier.day()) => ItemMovement::Moved,
            Some(_) => ItemMovement::Reworded,
        };
        let now = (rating, present.means(rating).to_owned());
        Some(Self { item: item.id.clone(), title: item.title.clone(), before, now, change })
    }

    /// Whether the later anchor is higher than the earlier one.
    pub fn is_up(&self) -> bool {
        self.before.as_ref().is_some_and(|(before, _)| *before < self.now.0)
    }

    /// Returns the direction of a rating that moved, as it is shown.
    pub(super) fn direction(&self) -> &'static str {
        if self.is_up() { "moved up" } else { "moved down" }
    }
}

impl ItemMovement {
    /// Returns the name of the movement, as it is shown.
    pub const fn name(self) -> &'static str {
        match self {
            ItemMovement::Moved => "moved",
            ItemMovement::Reworded => "same, reworded",
            ItemMovement::Same => "same",
            ItemMovement::New => "new",
            ItemMovement::OtherWords => "asked in other words then",
        }
    }
}
