//! The time zone of the machine.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::record::Zone;

/// The link to the rules of the system's zone on Linux, macOS and BSD, and the folder to which it leads.
const LINK: &str = "/etc/localtime";
const DATABASE: &str = "zoneinfo/";

/// The time zone from `TZ` or the system.
pub fn here() -> Zone {
    let linked = std::env::var_os("TZ").is_none().then(|| linked(Path::new(LINK))).flatten();
    linked.unwrap_or_else(|| named(&TimeZone::system(), Timestamp::now()))
}

/// The zone to whose file a link leads, if its rules are known. jiff finds the same one, but reads through every folder of
/// the zone database first, which takes a tenth of the time before the first frame.
fn linked(link: &Path) -> Option<Zone> {
    let file = link.read_link().ok()?;
    let (_, name) = file.to_str()?.rsplit_once(DATABASE)?;
    let zone = called(name);
    zone.is_known().then_some(zone)
}

/// The zone with a name of the database; UTC has several.
fn called(name: &str) -> Zone {
    let is_utc = matches!(name, "UTC" | "Etc/UTC" | "Etc/Unknown" | "Zulu" | "Universal" | "Etc/Zulu");
    if is_utc { Zone::UTC } else { Zone::named(name) }
}

/// The time zone with its name. A zone without a name is replaced by its present offset from UTC, if that is in whole
/// hours.
fn named(zone: &TimeZone, now: Timestamp) -> Zone {
    if let Some(name) = zone.iana_name() {
        return called(name);
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

    #[cfg(unix)]
    #[test]
    fn the_link_of_the_system_tells_the_zone_and_a_link_to_no_zone_does_not() {
        let folder = tempfile::TempDir::new().unwrap();
        let link = |to: &str| {
            let link = folder.path().join(to.replace('/', " "));
            rustix::fs::symlink(to, &link).unwrap();
            linked(&link)
        };
        assert_eq!(link("/usr/share/zoneinfo/Europe/Amsterdam"), Some(Zone::named("Europe/Amsterdam")));
        assert_eq!(link("../var/db/timezone/zoneinfo/America/Indiana/Knox"), Some(Zone::named("America/Indiana/Knox")));
        assert_eq!(link("/usr/share/zoneinfo/Etc/UTC"), Some(Zone::UTC));
        assert_eq!(link("/usr/share/zoneinfo/Nowhere/Land"), None);
        assert_eq!(link("/home/me/rules"), None);
        assert_eq!(linked(folder.path()), None);
    }
}
