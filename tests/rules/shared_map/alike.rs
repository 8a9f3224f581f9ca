//! Which names are offered as one thing, and which are left alone.

use adjacent::graph::{Alike, AlikeBand, Ledger, Likeness};
use adjacent::record::{Claim, Event, Fact, Kind, Names, Relation, Session, SessionTime};

use crate::session::header;
use crate::shared_map::hour::{added_up, cut_at};

struct Said(Vec<Fact>);

impl Said {
    fn named(labels: &[(&str, Kind)]) -> Self {
        Self(labels.iter().map(|(label, kind)| Fact::Named { label: (*label).to_owned(), kind: *kind }).collect())
    }

    fn things(labels: &[&str]) -> Self {
        Self::named(&labels.iter().map(|label| (*label, Kind::Factor)).collect::<Vec<_>>())
    }

    fn and(mut self, fact: Fact) -> Self {
        self.0.push(fact);
        self
    }

    fn arrow(self, from: &str, to: &str, kind: Relation) -> Self {
        let claim = Claim { claim: 1, from: from.into(), to: to.into(), kind, ..Claim::default() };
        self.and(Fact::Claimed(claim))
    }

    fn ledger(self) -> Ledger {
        let header = header("monday", "Monday");
        let events = (1..).zip(self.0).map(|(seq, fact)| Event {
            seq,
            at: SessionTime::from_millis(seq),
            facts: vec![fact],
            ..Event::default()
        });
        let mut ledger = Ledger::new();
        ledger.add_session(&Session::fold(header, events), &Names::default());
        ledger
    }

    fn alike(self) -> Vec<Alike> {
        self.ledger().alike()
    }

    fn pairs(self) -> Vec<String> {
        self.alike().into_iter().map(|pair| format!("{} | {}", pair.left, pair.right)).collect()
    }
}

fn why(left: &str, right: &str) -> Option<Likeness> {
    Said::things(&[left, right]).alike().first().map(|pair| pair.why)
}

#[test]
fn names_that_differ_in_little_are_offered_with_the_reason() {
    for (left, right, expected) in [
        ("Repeat call", "Repeat calls", Likeness::Plural),
        ("Policies", "policy", Likeness::Plural),
        ("Hand over", "Handover", Likeness::Gaps),
        ("FCR", "First-contact resolution", Likeness::Initials),
        ("Handle time", "Handel time", Likeness::OneLetter),
        ("Satisfaction", "Satsifacton", Likeness::TwoLetters),
        ("Underwr", "Underwriting", Likeness::Begun),
        ("Resolution", "First-contact resolution", Likeness::Within),
        ("Complaint", "Complaint reasons", Likeness::Within),
        ("Trusting the tool", "Trust in the tool", Likeness::SameWords),
        ("Quality of the handover", "Handover quality", Likeness::SameWords),
        ("Number of complaints", "Complaints", Likeness::SameWords),
        ("shocks", "shocks2", Likeness::Copy),
        ("Survey", "Survey (2)", Likeness::Copy),
        ("Harvest", "Copy of Harvest", Likeness::Copy),
        ("NHS budget", "Budget of the National Health Service", Likeness::Initials),
        ("Triage", "Triage (Claims)", Likeness::Namesake),
    ] {
        assert_eq!(why(left, right), Some(expected), "{left} and {right}");
    }
}

#[test]
fn names_that_only_sound_related_are_left_alone() {
    for (left, right) in [
        ("Quality", "Quantity"),
        ("Cost", "Post"),
        ("Loss rate", "Cost rate"),
        ("Region 1 volume", "Region 2 volume"),
        ("Old claims", "New claims"),
        ("Claims backlog", "Claims errors"),
        ("Handle time", "Cycle time"),
        ("Cost", "People who worry about the cost of it all"),
        ("Internal complaints", "External complaints"),
        ("Planned admissions", "Unplanned admissions"),
        ("Lack of trust", "Trust"),
        ("Fewer calls", "Calls"),
        ("Phase 1", "Phase 2"),
        ("Grade", "Grade 7"),
        ("Census 2011", "Census 2021"),
    ] {
        assert_eq!(why(left, right), None, "{left} and {right}");
    }
}

#[test]
fn a_part_that_fits_several_names_may_be_any_and_is_offered_as_perhaps_until_it_fits_too_many() {
    assert_eq!(Said::things(&["Bot", "Service bot"]).pairs(), ["Bot | Service bot"]);
    let several = Said::things(&["Bot", "Service bot", "Sales bot"]).alike();
    let pairs: Vec<_> = several.iter().map(|pair| (&*pair.left, &*pair.right, pair.band())).collect();
    assert_eq!(pairs, [("Bot", "Sales bot", AlikeBand::Perhaps), ("Bot", "Service bot", AlikeBand::Perhaps)]);
}

#[test]
fn the_sure_ones_come_first_and_what_is_one_thing_perhaps_says_so() {
    let found =
        Said::things(&["Trust", "Trust in the bot", "Repeat call", "Repeat calls", "Handover", "Hand over"]).alike();
    let bands: Vec<_> = found.iter().map(|pair| pair.band().name()).collect();
    assert_eq!(bands, ["sure", "sure", "perhaps"], "{found:?}");
    assert!(found.windows(2).all(|two| two[0].score >= two[1].score));
    assert!(found.iter().all(|pair| pair.reasons.first() == Some(&pair.why)));
}

#[test]
fn words_are_compared_in_the_language_of_their_session() {
    let spoken = |language: &str, labels: &[&str]| {
        let set = Fact::LanguagesSet { languages: vec![language.to_owned()] };
        let mut said = Said(vec![set]);
        said.0.extend(Said::things(labels).0);
        said.pairs()
    };
    for (language, one, other) in [
        ("de", "Rückfragen von Kunden", "Kundenrückfragen"),
        ("fr", "Qualité de l'accueil", "La qualité d'accueil"),
        ("es", "Decisiones tardías", "Decisión tardía"),
        ("pt", "Decisões atrasadas", "Decisão atrasada"),
        ("nl", "Kwaliteiten van gebruikers", "Kwaliteit van de gebruiker"),
        ("en", "Policies of the ward", "Ward policy"),
    ] {
        let labels = [one, other, "Kunden", "Rückfragen", "Overtime"];
        let pair = format!("{one} | {other}");
        assert!(spoken(language, &labels).contains(&pair), "{language}: {one} and {other}");
    }
}

#[test]
fn two_sorts_of_things_are_two_unless_the_names_are_nearly_one() {
    let kinds = |left, right| {
        Said::named(&[(left, Kind::Factor), (right, Kind::Incentive)]).alike().first().map(|pair| pair.why)
    };
    assert_eq!(kinds("Handle time", "Handle-time bonus"), None);
    assert_eq!(kinds("Sales target", "Sales targets"), Some(Likeness::Plural));
    let unsorted = Said::named(&[("Bot", Kind::Unknown), ("Service bot", Kind::Initiative)]);
    assert_eq!(unsorted.pairs(), ["Bot | Service bot"]);
}

#[test]
fn who_is_joined_by_an_arrow_is_two() {
    let said = || Said::things(&["Calls", "Repeat calls"]);
    assert_eq!(said().pairs(), ["Calls | Repeat calls"]);
    assert!(said().arrow("Repeat calls", "Calls", Relation::Affects).pairs().is_empty());
}

#[test]
fn neighbours_alone_are_enough_only_where_nearly_all_are_the_same() {
    let said = |kind| {
        let mut said = Said::named(&[("Waiting", kind), ("Idle hours", kind)]);
        for name in ["Waiting", "Idle hours"] {
            for to in ["Trust", "Overtime", "Errors"] {
                said = said.arrow(name, to, Relation::Affects);
            }
        }
        said
    };
    let found = said(Kind::Factor).alike();
    assert_eq!(found.iter().map(|pair| (pair.why, pair.shared)).collect::<Vec<_>>(), [(Likeness::Beside, 3)]);
    assert!(said(Kind::Initiative).pairs().is_empty(), "two bots are two bots");
}

#[test]
fn what_somebody_keeps_apart_or_has_parted_or_merged_is_not_offered_again() {
    let said = || Said::things(&["Repeat call", "Repeat calls"]);
    let both = || ("Repeat calls".to_owned(), "repeat call".to_owned());
    let (keep, drop) = both();
    assert!(said().and(Fact::ToldApart { keep, drop }).pairs().is_empty());
    let (keep, drop) = both();
    let merged = said().and(Fact::Merged { keep: keep.clone(), drop: drop.clone() });
    let ledger = Said(merged.0.clone()).ledger();
    assert!(ledger.alike().is_empty());
    assert_eq!(
        ledger.joined().iter().map(|one| (&*one.keep, &*one.drop)).collect::<Vec<_>>(),
        [("Repeat calls", "Repeat call")]
    );
    assert!(merged.and(Fact::Unmerged { keep, drop }).pairs().is_empty(), "they are two things after all");
}

#[test]
fn who_is_kept_apart_from_a_name_is_so_from_the_thing_it_becomes() {
    let said = Said::things(&["Calls", "Repeat calls", "Phone traffic"])
        .and(Fact::ToldApart { keep: "Calls".into(), drop: "Phone traffic".into() })
        .and(Fact::Merged { keep: "Repeat calls".into(), drop: "Phone traffic".into() });
    assert!(said.pairs().is_empty());
}

#[test]
fn one_thing_by_its_letters_shows_that_it_was_typed_differently() {
    let ledger = Said::things(&["AB test", "A/B test", "A-B test", "Handle time", "handle  TIME"]).ledger();
    let spelled = ledger.spelled_differently();
    assert_eq!(spelled.len(), 1, "{spelled:?}");
    assert_eq!(spelled[0].spellings, ["A/B test", "A-B test"]);
}

#[test]
fn the_worked_example_names_its_things_well_and_nothing_in_it_is_surely_one_thing() {
    let found = added_up(&cut_at(&[])).alike();
    assert!(found.iter().all(|pair| pair.band() == AlikeBand::Perhaps), "{found:?}");
    assert!(found.len() <= 6, "{found:?}");
}

#[test]
fn the_most_probable_comes_first_and_the_same_every_time() {
    let labels = ["Bot", "Service bot", "Repeat call", "Repeat calls", "Handle time", "Handel time"];
    let found = Said::things(&labels).pairs();
    assert_eq!(found, ["Repeat call | Repeat calls", "Handle time | Handel time", "Bot | Service bot"]);
    let mut turned = labels;
    turned.reverse();
    let kinds: Vec<_> = Said::things(&turned).alike().into_iter().map(|pair| pair.why).collect();
    assert_eq!(kinds, [Likeness::Plural, Likeness::OneLetter, Likeness::Within]);
}
