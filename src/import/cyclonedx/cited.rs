use std::collections::HashMap;

use serde_json::Value;

use crate::import::input::json_fields::{text, written};

/// What the references in bills stand for: each bill has its own, and a link may name another bill.
#[derive(Debug, Default)]
pub(super) struct CitedThings {
    /// The things by the number of the bill and the reference in it.
    things: HashMap<(usize, String), usize>,
    /// The numbers of the bills by serial number and version.
    bills: HashMap<(String, String), usize>,
}

/// What a reference stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cited {
    /// A thing of the bill that it names.
    Thing(usize),
    /// A thing of this bill, though the link names a bill that was not given.
    Perhaps(usize),
    /// Nothing that was given.
    Nothing,
}

impl CitedThings {
    /// Learns the serial number of a bill.
    pub(super) fn bill(&mut self, number: usize, bill: &Value) {
        let serial = text(bill, "serialNumber").unwrap_or_default().trim_start_matches("urn:uuid:").to_lowercase();
        let version = written(bill, "version").unwrap_or_else(|| "1".to_owned());
        self.bills.insert((serial, version), number);
    }

    /// Learns what a reference stands for; false if it stood for something else before.
    pub(super) fn thing(&mut self, bill: usize, reference: &str, thing: usize) -> bool {
        *self.things.entry((bill, reference.to_owned())).or_insert(thing) == thing
    }

    /// Returns what a reference in a bill stands for: its own reference, or a link `urn:cdx:SERIAL/VERSION#REFERENCE`.
    pub(super) fn find(&self, bill: usize, reference: &str) -> Cited {
        let of = |bill, reference: &str| self.things.get(&(bill, reference.to_owned())).copied();
        if let Some(thing) = of(bill, reference) {
            return Cited::Thing(thing);
        }
        let Some((serial, fragment)) = reference.strip_prefix("urn:cdx:").and_then(|link| link.split_once('#')) else {
            return Cited::Nothing;
        };
        let (serial, version) = serial.split_once('/').unwrap_or((serial, "1"));
        match self.bills.get(&(serial.to_lowercase(), version.to_owned())) {
            Some(named) => of(*named, fragment).map_or(Cited::Nothing, Cited::Thing),
            None => of(bill, fragment).map_or(Cited::Nothing, Cited::Perhaps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn links_lead_to_the_bill_they_name() {
        let mut cited = CitedThings::default();
        cited.bill(0, &json!({"serialNumber": "urn:uuid:AA", "version": 1}));
        cited.bill(1, &json!({"serialNumber": "urn:uuid:bb", "version": 2}));
        assert!(cited.thing(0, "x", 3) && cited.thing(1, "x", 4) && !cited.thing(1, "x", 5));
        assert_eq!(cited.find(0, "x"), Cited::Thing(3));
        assert_eq!(cited.find(0, "urn:cdx:bb/2#x"), Cited::Thing(4));
        assert_eq!(cited.find(0, "urn:cdx:bb/1#x"), Cited::Perhaps(3));
        assert_eq!(cited.find(0, "urn:cdx:bb/2#y"), Cited::Nothing);
        assert_eq!(cited.find(0, "y"), Cited::Nothing);
    }
}
