//! Time zones. A moment is always an instant of UTC; a day is always that of the place where the session was held.

use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Serialize};

/// The rules of all zones. They are compiled into the program, so that a file has the same days on every machine.
static RULES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone, by its name in the IANA database; UTC when it has no name.
///
/// Two zones are equal when their names are.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Option<String>", into = "Option<String>")]
pub struct Zone {
    name: Option<Arc<str>>,
    rules: Option<TimeZone>,
}

impl Zone {
    /// The zone UTC, which applies to a file without a zone.
    pub const UTC: Zone = Zone { name: None, rules: None };

    /// Returns the zone with this name. A name that is not in the database is stored, but its days are those of UTC.
    pub fn named(name: &str) -> Self {
        Self { name: Some(name.into()), rules: RULES.get(name).ok() }
    }

    /// Returns the zone's name; `None` for UTC.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Whether the zone is UTC because nobody named one.
    pub const fn is_utc(&self) -> bool {
        self.name.is_none()
    }

    /// Whether the rules of the zone are known; a zone with unknown rules has the days of UTC.
    pub const fn is_known(&self) -> bool {
        self.name.is_none() || self.rules.is_some()
    }

    /// Returns the day of a moment in this zone.
    pub fn day(&self, moment: Timestamp) -> Date {
        moment.to_zoned_datetime(self.rules()).date()
    }

    /// Returns the day of a moment given in milliseconds since 1970.
    pub fn day_of(&self, moment: i64) -> Date {
        let beyond = if moment < 0 { Timestamp::MIN } else { Timestamp::MAX };
        self.day(Timestamp::from_millisecond(moment).unwrap_or(beyond))
    }

    /// Returns the time of day of a moment in this zone: "09:05".
    pub fn clock(&self, moment: Timestamp) -> String {
        moment.to_zoned_datetime(self.rules()).strftime("%H:%M").to_string()
    }

    /// Returns the moment of a time on a day. A time that daylight saving skips is moved later by the skipped span; of
    /// a time that occurs twice, the first counts.
    pub fn moment(&self, day: Date, time: Time) -> Option<Timestamp> {
        Some(day.to_datetime(time).to_zoned_datetime(self.rules()).ok()?.timestamp())
    }

    /// Returns the first moment of a day.
    pub fn start_of(&self, day: Date) -> Option<Timestamp> {
        self.moment(day, Time::midnight())
    }

    /// Returns the first moment after a day.
    pub fn end_of(&self, day: Date) -> Option<Timestamp> {
        self.start_of(day.tomorrow().ok()?)
    }

    fn rules(&self) -> TimeZone {
        self.rules.clone().unwrap_or(TimeZone::UTC)
    }
}

impl From<Option<String>> for Zone {
    fn from(name: Option<String>) -> Self {
        name.map_or(Self::UTC, |name| Self::named(&name))
    }
}

impl From<Zone> for Option<String> {
    fn from(zone: Zone) -> Self {
        zone.name().map(str::to_owned)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn moment(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_that_of_the_place() {
        let late = moment("2026-11-20T06:30:00Z");
        assert_eq!(Zone::UTC.day(late), date(2026, 11, 20));
        assert_eq!(Zone::named("America/Los_Angeles").day(late), date(2026, 11, 19));
        assert_eq!(Zone::named("Pacific/Auckland").day(moment("2026-11-19T20:00:00Z")), date(2026, 11, 20));
    }

    #[test]
    fn a_day_has_23_or_25_hours_where_clocks_are_set() {
        let berlin = Zone::named("Europe/Berlin");
        let hours = |day| (berlin.end_of(day).unwrap() - berlin.start_of(day).unwrap()).as_hours();
        assert_eq!(hours(date(2026, 3, 29)), 23);
        assert_eq!(hours(date(2026, 10, 25)), 25);
        assert_eq!(hours(date(2026, 11, 20)), 24);
    }

    #[test]
    fn a_time_that_is_left_out_or_comes_twice_is_a_moment_all_the_same() {
        let berlin = Zone::named("Europe/Berlin");
        let at = |day, hour, minute| berlin.moment(day, time(hour, minute, 0, 0)).unwrap();
        assert_eq!(at(date(2026, 3, 29), 2, 30), moment("2026-03-29T01:30:00Z"));
        assert_eq!(at(date(2026, 10, 25), 2, 30), moment("2026-10-25T00:30:00Z"));
    }

    #[test]
    fn a_zone_nobody_knows_keeps_its_name_and_has_the_days_of_utc() {
        let lost = Zone::named("Mars/Olympus");
        assert!(!lost.is_known());
        assert_eq!(lost.name(), Some("Mars/Olympus"));
        assert_eq!(lost.day(moment("2026-11-20T23:59:59Z")), date(2026, 11, 20));
        assert!(Zone::UTC.is_known() && Zone::named("Europe/Berlin").is_known());
    }
}
