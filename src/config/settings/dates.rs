use strum::VariantNames as _;

use crate::config::setting::{Setting, SettingReach};
use crate::config::written::one_of;
use crate::record::DateOrder;

/// The order of day and month in typed dates.
pub(in crate::config) const SETTING: Setting = Setting {
    name: "dates",
    about: &[
        "What comes first in a typed date such as 3/4: \"day-first\" (3 April) or \"month-first\" (March 4).",
        "2026-04-03 and 3.4. are always 3 April. What is read back says the day in full.",
    ],
    default: &["dates: \"day-first\","],
    reach: SettingReach::EveryFile,
    read: |value, _, values| {
        values.conventions.dates = value.word(one_of(DateOrder::VARIANTS))?;
        Ok(())
    },
    written: |values| format!("{:?}", values.conventions.dates.to_string()),
};
