//! Each finding of the worked example has a cure: the line is said, and the finding goes.

use std::collections::BTreeMap;

use adjacent::lens::{Field, Momentum, MomentumPart};

use crate::example::EXAMPLE;
use crate::lens::worked_example::{is_open, named};
use crate::talk::Talk;

/// The lenses that are there; what other lenses see is not looked for.
#[rustfmt::skip]
const LENSES: &[&str] = &[
    "ripple", "loop", "archetype", "conflict", "redundancy", "synergy", "unmet", "boundary", "incentive", "leverage",
    "single-point", "emergent", "momentum", "silence", "dispute", "charter", "mechanism",
];

/// What is said, and what becomes of the findings, each by its name.
struct Cure {
    says: &'static str,
    /// There before, and gone.
    goes: &'static [&'static str],
    /// New, with its weight.
    comes: &'static [(&'static str, u8)],
    /// There before and still there.
    stays: &'static [&'static str],
}

const CURES: &[Cure] = &[
    Cure {
        says: "/Reason coding -> Complaint reasons : feeds +",
        goes: &["unmet churn model | complaint reasons"],
        comes: &[],
        stays: &["emergent customer trust"],
    },
    Cure {
        says: "Severity scores -> Underwriting copilot : feeds +",
        goes: &["synergy claims triage | severity scores | underwriting copilot"],
        comes: &[("ripple claims triage | retention rate", 22)],
        stays: &["boundary claims | underwriting"],
    },
    Cure {
        says: "#Contact review covers @Contact Centre, @Retention",
        goes: &["boundary contact centre | retention"],
        comes: &[],
        stays: &["boundary contact centre | data platform", "boundary retention | underwriting"],
    },
    Cure {
        says: "#Capacity board covers @Claims, @Retention, @Underwriting",
        goes: &[
            "archetype tragedy-of-the-commons data engineers",
            "synergy claims triage | severity scores | underwriting copilot",
            "boundary claims | underwriting",
            "boundary retention | underwriting",
        ],
        comes: &[],
        stays: &["boundary contact centre | retention"],
    },
    Cure {
        says: "Claims triage -> Customer trust : aims +",
        goes: &["emergent customer trust"],
        comes: &[("mechanism backfire claims triage | customer trust", 80)],
        stays: &["silence customer trust"],
    },
    Cure {
        says: "mei> Claims triage -> Complex case load : +",
        goes: &["dispute claims triage | complex case load"],
        comes: &[],
        stays: &["momentum"],
    },
    Cure {
        says: "Underwriting copilot -> ~Quote time : -
            Quote time -> Broker satisfaction : -",
        goes: &["mechanism hope underwriting copilot | broker satisfaction"],
        comes: &[],
        stays: &["charter service bot"],
    },
    Cure {
        says: "Letter drafter builds on Reply assistant",
        goes: &["redundancy letter drafter | reply assistant"],
        comes: &[],
        stays: &["momentum"],
    },
    Cure {
        says: "/Manual match run -> Customer history : feeds +",
        goes: &["single-point nightly customer match"],
        comes: &[],
        stays: &["archetype tragedy-of-the-commons data engineers"],
    },
    Cure {
        says: "tom> no Handle time -> First-contact resolution
            sam> no Handle time -> First-contact resolution",
        goes: &["incentive handle time bonus | first contact resolution"],
        comes: &[("silence handle time", 50)],
        stays: &["incentive save bonus | loss ratio"],
    },
    Cure {
        says: "tom> no Queue pressure -> Bot share of contacts
            sam> no Queue pressure -> Bot share of contacts",
        goes: &["loop reinforcing bot share of contacts | first contact resolution | repeat calls | queue pressure"],
        comes: &[],
        stays: &["loop balancing claims backlog | overtime"],
    },
    Cure {
        says: "rule Service bot never: promises a payment
            rule Service bot handover: the night desk takes over
            rule Service bot speaks: in our words
            rule Service bot learns: nothing by itself
            rule Service bot answers: the contact centre manager",
        goes: &["charter service bot"],
        comes: &[],
        stays: &["silence customer trust"],
    },
];

#[test]
fn each_finding_has_a_cure() {
    let before = seen(&Talk::transcript(EXAMPLE));
    for Cure { says, goes, comes, stays } in CURES {
        let after = seen(Talk::transcript(EXAMPLE).says(says));
        for finding in goes.iter().filter(|finding| is_compared(finding)) {
            assert!(before.contains_key(*finding), "before {says}: no {finding}");
            assert!(!after.contains_key(*finding), "after {says}: {finding} is still there");
        }
        for (finding, severity) in comes.iter().filter(|(finding, _)| is_compared(finding)) {
            assert!(!before.contains_key(*finding), "before {says}: {finding} is there already");
            assert_eq!(after.get(*finding), Some(severity), "after {says}: {finding}");
        }
        for finding in stays.iter().filter(|finding| is_compared(finding)) {
            assert!(before.contains_key(*finding), "before {says}: no {finding}");
            assert!(after.contains_key(*finding), "after {says}: {finding} went as well");
        }
    }
}

#[test]
fn what_starts_from_what_another_learned_is_momentum() {
    let builds = |talk: &Talk| {
        let graph = talk.graph();
        Momentum::of(&Field::of(&graph)).have(MomentumPart::Builds)
    };
    let mut talk = Talk::transcript(EXAMPLE);
    assert_eq!((builds(&talk), talk.sees("momentum")), (2, vec![" 75".to_owned()]));
    talk.says("Letter drafter builds on Reply assistant");
    // A sixth of 25 less.
    assert_eq!((builds(&talk), talk.sees("momentum")), (3, vec![" 71".to_owned()]));
}

/// Every finding by its name, with its weight; gaps and their like have the same names and are left out.
fn seen(talk: &Talk) -> BTreeMap<String, u8> {
    let findings = talk.findings();
    let compared = findings.iter().filter(|finding| !is_open(finding));
    compared.map(|finding| (named(finding).trim().replace("  ", " "), finding.severity)).collect()
}

fn is_compared(finding: &str) -> bool {
    LENSES.contains(&finding.split(' ').next().unwrap())
}
