//! Opening the shared map of a workspace with hundreds of sessions: from the session files alone, and again with what
//! the first time left beside them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench that cannot go on should stop and say so"
)]

use std::time::{Duration, Instant};

use adjacent::graph::Ledger;
use adjacent::record::{
    Basis, Claim, Event, Fact, Header, Kind, Mode, Names, Session, SessionKind, SessionTime, Sign, Strength, Zone,
};
use adjacent::shell::open_sessions;
use adjacent::store::Workspace;

const SESSIONS: u16 = 500;
const EVENTS: u64 = 200;
const ROUNDS: usize = 5;

fn main() {
    let folder = tempfile::TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    for number in 0..SESSIONS {
        write(&workspace, number);
    }
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let _ = std::fs::remove_dir_all(folder.path().join("cache"));
        cold.push(timed(|| open_sessions::survey(&workspace).unwrap()));
        warm.push(timed(|| open_sessions::survey(&workspace).unwrap()));
    }
    let sessions = open_sessions::shared(&workspace, |_| true).unwrap();
    let fold = timed(|| {
        let mut ledger = Ledger::new();
        for (session, names) in &sessions {
            ledger.add_session(session, names);
        }
        ledger
    });
    let ledger = open_sessions::survey(&workspace).unwrap();
    let began = Instant::now();
    let pairs = ledger.alike().len();
    let alike = began.elapsed();
    let many = labels_in_six_languages();
    let (named, began) = (many.labels().count(), Instant::now());
    let found = many.alike().len();
    let alike_of_labels = began.elapsed();
    let (cold, warm) = (median(&mut cold), median(&mut warm));
    println!("{SESSIONS} sessions of {EVENTS} events");
    println!("cold {cold:?}  warm {warm:?}  warm/cold {:.3}  (goal <= 0.2)", warm.as_secs_f64() / cold.as_secs_f64());
    println!(
        "of which adding up {fold:?}; names that look alike among {}: {pairs} in {alike:?}",
        ledger.labels().count()
    );
    println!("alike 3,400 names: {found} pairs among {named} labels in {alike_of_labels:?}  (goal <= 2 s)");
}

/// 3,400 names of things in six languages: what of what, some in more than one place.
fn labels_in_six_languages() -> Ledger {
    const WORDS: [(&str, &str); 6] = [
        ("response repair call complaint training booking night", "time cost quality backlog trust overtime errors"),
        ("Antwort Reparatur Anruf Rechnung Schulung Nacht Lager", "zeit kosten qualität stau druck fehler bedarf"),
        ("réponse réparation appel plainte facture nuit stock", "délai coût qualité retard confiance charge erreur"),
        ("respuesta reparación llamada queja factura noche", "tiempo coste calidad retraso confianza carga error"),
        ("resposta reparação chamada queixa fatura noite", "tempo custo qualidade atraso confiança carga erro"),
        ("antwoord reparatie klacht factuur scholing nacht", "tijd kosten kwaliteit druk vertrouwen last fouten"),
    ];
    const LABELS: usize = 3_400;
    let named = |(matters, aspects): (&'static str, &'static str)| {
        let aspects = aspects.split(' ');
        aspects.flat_map(move |aspect| matters.split(' ').map(move |matter| format!("{matter} {aspect}")))
    };
    let bare: Vec<String> = WORDS.into_iter().flat_map(named).collect();
    let labels = (0..LABELS).map(|number| match (bare[number % bare.len()].clone(), number / bare.len()) {
        (bare, 0) => bare,
        (bare, place) => format!("{bare} {}", label(place as u64)),
    });
    let things = labels.map(|label| Fact::Named { label, kind: Kind::Factor });
    let header = Header {
        id: "2026-11-20-labels-0001".into(),
        title: "Labels".into(),
        opened: "2026-11-20T09:00:00Z".parse().unwrap(),
        zone: Zone::UTC,
        kind: SessionKind::Workshop,
        private: false,
        exact_names: true,
    };
    let opening = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people: Vec::new() };
    let facts = std::iter::once(opening).chain(things).zip(1..);
    let events = facts.map(|(fact, seq)| Event {
        seq,
        at: SessionTime::from_millis(seq * 1000),
        facts: vec![fact],
        ..Event::default()
    });
    let mut ledger = Ledger::new();
    ledger.add_session(&Session::fold(header, events), &Names::default());
    ledger
}

fn timed(work: impl FnOnce() -> Ledger) -> Duration {
    let began = Instant::now();
    assert!(work().labels().count() > 1000);
    began.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn write(workspace: &Workspace, number: u16) {
    let opened = "2025-01-06T09:00:00Z".parse::<jiff::Timestamp>().unwrap()
        + jiff::SignedDuration::from_hours(24 * i64::from(number));
    let header = workspace.new_header("A morning", SessionKind::Workshop, opened, number);
    let opening =
        Fact::Opened { mode: Mode::Live, facilitator: Some("Noor".into()), agenda: Vec::new(), people: Vec::new() };
    let mut events = vec![Event { seq: 1, facts: vec![opening], ..Event::default() }];
    events.extend((2..=EVENTS).map(|seq| line(seq, u64::from(number))));
    workspace.create(&header, &events).unwrap();
}

/// One line: mostly an arrow between things that were named before, in this session or another.
fn line(seq: u64, session: u64) -> Event {
    let mix = (session * 7919 + seq * 104_729) % 5003;
    let (from, to) = (label(mix), label((mix * 31 + seq) % 2503));
    let words = seq.is_multiple_of(8).then(|| "we saw it on the ward".to_owned());
    let quote = words.as_ref().map(|words| format!(" \"{words}\"")).unwrap_or_default();
    let said = format!("{from} -> {to} : ++ seen{quote}");
    let claim = Claim {
        claim: u32::try_from(seq).unwrap(),
        from: from.clone(),
        to,
        sign: if seq.is_multiple_of(3) { Sign::Minus } else { Sign::Plus },
        strength: Strength::Clear,
        basis: Basis::Seen,
        words,
        ..Claim::default()
    };
    let facts = vec![Fact::Named { label: from, kind: Kind::Factor }, Fact::Claimed(claim)];
    Event {
        seq,
        at: SessionTime::from_millis(seq * 15_000),
        speaker: Some("mei".into()),
        said: Some(said),
        facts,
        ..Event::default()
    }
}

fn label(number: u64) -> String {
    const WORDS: [&str; 8] = ["Handle", "Queue", "Ward", "Claims", "Letter", "Bed", "Theatre", "Discharge"];
    const KINDS: [&str; 5] = ["time", "pressure", "backlog", "errors", "trust"];
    let pick = |words: &[&'static str], number: u64| words[(number % words.len() as u64) as usize];
    format!("{} {} {number}", pick(&WORDS, number), pick(&KINDS, number / 8))
}
