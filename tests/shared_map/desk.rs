//! Today's Desk session: what is done outside a running session.

use adjacent::app::{Effect, Msg};
use adjacent::record::{Claim, Fact, Session, SessionKind};
use adjacent::shell::Performer;
use adjacent::store::Workspace;
use tempfile::TempDir;

fn arrow(from: &str, to: &str) -> Fact {
    Fact::Claimed(Claim { claim: 99, from: from.into(), to: to.into(), ..Claim::default() })
}

fn desk(facts: Vec<Fact>) -> Effect {
    Effect::Desk { said: None, facts }
}

fn sessions(workspace: &Workspace) -> Vec<Session> {
    let listed = workspace.list().unwrap();
    listed.into_iter().map(|known| workspace.load(&known.id).unwrap().session).collect()
}

#[test]
fn what_is_done_on_the_map_goes_to_one_session_of_the_day_and_the_map_is_told_anew() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut performer = Performer::new(workspace.clone());
    for (from, count) in [("Bot", 2), ("Copilot", 3)] {
        let told = performer.perform(desk(vec![arrow(from, "Trust")]));
        let [Msg::Noted(noted), Msg::Surveyed(ledger)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(ledger.labels().count(), count);
        assert_eq!(noted.session, sessions(&workspace)[0].header().id);
    }
    let sessions = sessions(&workspace);
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].header().kind, SessionKind::Desk);
    assert!(sessions[0].header().feeds_shared_graph());
    let numbers = sessions[0].events().iter().flat_map(|event| &event.facts).filter_map(|fact| match fact {
        Fact::Claimed(claim) => Some(claim.claim),
        _ => None,
    });
    assert_eq!(numbers.collect::<Vec<_>>(), [1, 2], "claims are numbered where they are kept");
}

#[test]
fn what_was_done_there_can_be_taken_back() {
    let folder = TempDir::new().unwrap();
    let mut performer = Performer::new(Workspace::open(folder.path()).unwrap());
    performer.perform(desk(vec![arrow("Bot", "Trust")]));
    let told = performer.perform(desk(vec![arrow("Copilot", "Trust")]));
    let [Msg::Noted(noted), _] = told.as_slice() else { panic!("{told:?}") };
    let told = performer.perform(Effect::TakeBackAtDesk(noted.clone()));
    let [Msg::Surveyed(ledger)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(ledger.labels().collect::<Vec<_>>(), ["Bot", "Trust"]);
}

#[test]
fn while_somebody_writes_it_nothing_is_said_to_be_saved() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut performer = Performer::new(workspace.clone());
    performer.perform(desk(vec![arrow("Bot", "Trust")]));
    let id = sessions(&workspace)[0].header().id.clone();
    let held = workspace.go_on(&id).unwrap();
    let told = performer.perform(desk(vec![arrow("Copilot", "Trust")]));
    let [Msg::NotSaved(reason)] = told.as_slice() else { panic!("{told:?}") };
    assert!(reason.contains("today's Desk session open"), "{reason}");
    drop(held);
    assert!(matches!(performer.perform(desk(vec![arrow("Copilot", "Trust")])).as_slice(), [Msg::Noted(_), _]));
}
