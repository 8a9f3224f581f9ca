//! The time zone of the machine.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::record::Zone;

/// The time zone from `TZ` or the system.
pub fn here() -> Zone {
    named(&TimeZone::system(), Timestamp::now())
}

/// The time zone with its name. A zone without a name is replaced by its present offset from UTC, if that is in whole
/// hours.
fn named(zone: &TimeZone, now: Timestamp) -> Zone {
    if let Some(name) = zone.iana_name() {
        let is_utc = matches!(name, "UTC" | "Etc/UTC" | "Etc/Unknown" | "Zulu" | "Universal" | "Etc/Zulu");
        return if is_utc { Zone::UTC } else { Zone::named(name) };
    }
    match zone.to_offset(now).seconds() {
        0 => Zone::UTC,
        // In the names of the time zone database, the sign is reversed.
        seconds if seconds % 3600 == 0 => Zone::named(&format!("Etc/GMT{:+}", -seconds / 3600)),
        _ => Zone::UTC,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_zone_without_a_name_is_told_by_its_distance_from_utc() {
        let now: Timestamp = "2026-11-20T23:30:00Z".parse().unwrap();
        let here = |rule: &str| named(&TimeZone::posix(rule).unwrap(), now);
        assert_eq!(here("CET-1CEST,M3.5.0,M10.5.0/3").name(), Some("Etc/GMT-1"));
        assert_eq!(here("CET-1CEST,M3.5.0,M10.5.0/3").day(now), date(2026, 11, 21));
        assert_eq!(here("PST8PDT,M3.2.0,M11.1.0").day(now), date(2026, 11, 20));
        assert_eq!(here("UTC0"), Zone::UTC);
        assert_eq!(named(&TimeZone::unknown(), now), Zone::UTC);
    }

    #[test]
    fn utc_needs_no_name() {
        assert_eq!(named(&TimeZone::UTC, Timestamp::UNIX_EPOCH), Zone::UTC);
    }
}
