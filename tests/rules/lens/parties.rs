//! Only what somebody named as a party, a unit or an owner is asked anything as a party.

use adjacent::lens::Pattern;

use crate::talk::Talk;

/// Labels that end like a party and are none.
const NO_PARTIES: [&str; 4] =
    ["Incentives to serve customers", "Union influence on workers", "Energy literacy of people", "Workload of staff"];

#[test]
fn what_only_ends_like_a_party_leads_to_no_question_to_a_party() {
    for label in NO_PARTIES {
        let mut talk = Talk::among(&[]);
        talk.says(&format!("competition -> {label}\n{label} -> prices\nnews -> {label}\nwater feeds {label}"));
        let found = talk.findings();
        for finding in &found {
            for asked in ["sitting there", "bring", "praised", "look after", "What would "] {
                assert!(!finding.ask.contains(asked), "{label}: {}", finding.ask);
            }
        }
    }
}

#[test]
fn of_a_list_a_unit_is_asked_about_its_changes_and_not_what_it_is_for() {
    use crate::import::Import;
    use adjacent::lens::read;
    use adjacent::record::Status;

    let mut list = Import::titled(9, "Register");
    for row in 0..6 {
        list = list.change(&format!("Change {row}"), Status::Pilot, "Customs");
    }
    let found = read(&list.ledger().graph(None)).findings;
    let customs: Vec<&str> = found
        .iter()
        .filter(|finding| finding.about.iter().any(|key| key.as_str() == "customs"))
        .map(|finding| finding.ask.as_str())
        .collect();
    let asks = [
        "Which of Customs' 6 changes would be missed tomorrow, and by whom?",
        "Which of Customs' 6 draw on the same data or the same people, and who decides between them?",
        "Which two of Customs' 6 are meant to make the same thing better, and do they know it?",
    ];
    assert_eq!(customs.iter().collect::<std::collections::BTreeSet<_>>(), asks.iter().collect());
    let single = found.iter().filter(|finding| finding.pattern == Some(Pattern::Gap));
    assert_eq!(single.count(), 0, "what is open of the whole list is not said of one row after another");
}
