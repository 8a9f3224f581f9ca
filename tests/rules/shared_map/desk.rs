//! Today's Desk session: what is done outside a running session.

use adjacent::app::{Effect, Msg, Recording};
use adjacent::exercise::{AnswerFrame, Catalogue};
use adjacent::record::{Claim, Fact, Session, SessionKind, Zone};
use adjacent::shell::EffectRunner;
use adjacent::shell::desk::Desk;
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
    let mut effects = EffectRunner::new(workspace.clone());
    for (from, count) in [("Bot", 2), ("Copilot", 3)] {
        let told = effects.perform(desk(vec![arrow(from, "Trust")]));
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
    let mut effects = EffectRunner::new(Workspace::open(folder.path()).unwrap());
    effects.perform(desk(vec![arrow("Bot", "Trust")]));
    let told = effects.perform(desk(vec![arrow("Copilot", "Trust")]));
    let [Msg::Noted(noted), _] = told.as_slice() else { panic!("{told:?}") };
    let told = effects.perform(Effect::TakeBackAtDesk(noted.clone()));
    let [Msg::Surveyed(ledger)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(ledger.labels().collect::<Vec<_>>(), ["Bot", "Trust"]);
}

#[test]
fn while_somebody_writes_it_nothing_is_said_to_be_saved() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut effects = EffectRunner::new(workspace.clone());
    effects.perform(desk(vec![arrow("Bot", "Trust")]));
    let id = sessions(&workspace)[0].header().id.clone();
    let held = workspace.go_on(&id).unwrap();
    let told = effects.perform(desk(vec![arrow("Copilot", "Trust")]));
    let [Msg::NotSaved(reason)] = told.as_slice() else { panic!("{told:?}") };
    assert!(reason.contains("today's Desk session open"), "{reason}");
    drop(held);
    assert!(matches!(effects.perform(desk(vec![arrow("Copilot", "Trust")])).as_slice(), [Msg::Noted(_), _]));
}

#[test]
fn on_thursday_evening_in_los_angeles_the_desk_is_that_of_thursday_until_midnight() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap().in_zone(Zone::named("America/Los_Angeles"));
    let note = |now: &str, text: &str| {
        let now: jiff::Timestamp = now.parse().unwrap();
        let (mut desk, open) = Desk::open(&workspace, now).unwrap();
        let catalogue = Catalogue::embedded();
        let recording = Recording::new(open, &catalogue);
        let at = recording.at(now);
        let reading = recording.read(text, None, &AnswerFrame::default(), at);
        desk.keep(&recording.spoken(&reading, at), None).unwrap();
    };
    note("2026-11-20T06:30:00Z", "do call the brokers : Claims due fri");
    note("2026-11-20T07:30:00Z", "do call the brokers again : Claims due today");
    note("2026-11-20T08:30:00Z", "do write it down : Claims due fri");
    let mut sessions = sessions(&workspace);
    sessions.sort_by_key(|session| session.header().opened);
    let days: Vec<String> = sessions.iter().map(|session| session.day().to_string()).collect();
    assert_eq!(days, ["2026-11-19", "2026-11-20"]);
    assert!(sessions.iter().zip(&days).all(|(session, day)| session.header().id.starts_with(day.as_str())));
    let due = sessions.iter().flat_map(|session| {
        let facts = session.events().iter().flat_map(|event| &event.facts);
        facts.filter_map(|fact| {
            if let Fact::Committed { due, .. } = fact { Some(due.unwrap().day(session.day())) } else { None }
        })
    });
    let due: Vec<String> = due.map(|day| day.to_string()).collect();
    assert_eq!(due, ["2026-11-20", "2026-11-19", "2026-11-27"], "Friday is tomorrow, today is Thursday, next Friday");
}

#[test]
fn a_unit_that_is_given_on_the_map_at_a_desk_is_nobodys_name_and_what_is_there_stays_what_it_is_called() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut effects = EffectRunner::new(workspace.clone());
    effects.perform(desk(vec![arrow("Rose tool", "Trust")]));
    let notes = folder.path().join("monday.txt");
    std::fs::write(
        &notes,
        "# title: Monday\n# person: Kasia @ Claims\n# person: Rose @ Sales\nkas> Bot -> Trust : -\n",
    )
    .unwrap();
    let said = crate::program::run(folder.path(), &["transcribe", notes.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let unit = Fact::Named { label: "Kasia".into(), kind: adjacent::record::Kind::Party };
    let told = effects.perform(desk(vec![unit, arrow("Kasia", "Bot"), arrow("Kasia", "Rose tool")]));
    assert!(matches!(told.first(), Some(Msg::Noted(_))), "{told:?}");
    let text = format!("{:?}", sessions(&workspace).iter().map(Session::events).collect::<Vec<_>>());
    assert!(!text.contains("Kasia"), "{text}");
    assert!(text.contains("Rose tool"), "{text}");
}
