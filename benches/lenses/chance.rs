//! Maps of any size, drawn by chance that is always the same.

use adjacent::graph::Ledger;
use adjacent::record::{
    Attribute, Basis, Claim, Delay, Direction, Event, Fact, Header, Kind, Mode, Names, Person, Relation, Session,
    SessionKind, SessionTime, Sign, Status, Strength, Want,
};

const UNITS: usize = 8;

/// The shares of kinds and of relations are about those of the worked example, in twentieths.
const KINDS: [(Kind, usize); 8] = [
    (Kind::Factor, 9),
    (Kind::Initiative, 3),
    (Kind::Resource, 3),
    (Kind::Incentive, 1),
    (Kind::Process, 1),
    (Kind::Forum, 1),
    (Kind::Purpose, 1),
    (Kind::Voice, 1),
];

/// What an arrow says, and between which kinds of things it leads.
const ARROWS: [(Relation, &[Kind], &[Kind], usize); 8] = [
    (Relation::Affects, &[Kind::Factor, Kind::Initiative], &[Kind::Factor, Kind::Resource], 8),
    (Relation::Needs, &[Kind::Initiative], &[Kind::Resource, Kind::Process], 3),
    (Relation::Feeds, &[Kind::Initiative, Kind::Process, Kind::Resource], &[Kind::Resource, Kind::Initiative], 2),
    (Relation::Aims, &[Kind::Initiative], &[Kind::Factor, Kind::Purpose], 2),
    (Relation::Rewards, &[Kind::Incentive], &[Kind::Factor], 1),
    (Relation::Owns, &[Kind::Party], &[Kind::Initiative, Kind::Factor, Kind::Resource, Kind::Voice], 2),
    (Relation::Covers, &[Kind::Incentive, Kind::Forum], &[Kind::Party], 1),
    (Relation::Builds, &[Kind::Initiative], &[Kind::Initiative], 1),
];

/// Everything said about so many things and so many arrows between them.
pub(crate) fn ledger(things: usize, arrows: usize) -> Ledger {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let kinds: Vec<Kind> =
        (0..things).map(|at| if at < UNITS { Kind::Party } else { *chance.of(&shares(&KINDS)) }).collect();
    let mut facts: Vec<Fact> = Vec::new();
    for (at, kind) in kinds.iter().enumerate() {
        facts.push(Fact::Named { label: label(at), kind: *kind });
        facts.extend(chance.traits(at, *kind));
    }
    let relations: Vec<usize> = ARROWS.iter().enumerate().flat_map(|(at, row)| vec![at; row.3]).collect();
    let mut drawn = std::collections::BTreeSet::new();
    while drawn.len() < arrows {
        let (relation, from, to, _) = ARROWS[*chance.of(&relations)];
        let (from, to) = (chance.place(&kinds, from), chance.place(&kinds, to));
        if from != to && drawn.insert((from, to, relation)) {
            facts.push(Fact::Claimed(chance.claim(from, to, relation)));
        }
    }
    let session = session(facts, &mut chance);
    let mut ledger = Ledger::new();
    ledger.add_session(&session, &Names::default());
    ledger
}

fn session(facts: Vec<Fact>, chance: &mut Chance) -> Session {
    let header = Header {
        id: "2026-11-20-by-chance-0001".into(),
        title: "By chance".into(),
        opened: "2026-11-20T09:00:00Z".parse().unwrap(),
        zone: adjacent::record::Zone::UTC,
        kind: SessionKind::Workshop,
        private: false,
        exact_names: true,
    };
    let seat = |unit: usize| Person { tag: format!("p{unit}").into(), party: Some(label(unit)), ..Person::default() };
    let people = (0..UNITS).map(seat).collect();
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
    let lines = std::iter::once(opened).chain(facts).zip(1..).map(|(fact, seq)| Event {
        seq,
        at: SessionTime::from_millis(seq * 1000),
        speaker: Some(format!("p{}", chance.below(UNITS)).into()),
        facts: vec![fact],
        ..Event::default()
    });
    Session::fold(header, lines)
}

fn label(at: usize) -> String {
    format!("Thing number {at}")
}

fn shares<T: Copy>(table: &[(T, usize)]) -> Vec<T> {
    table.iter().flat_map(|(one, share)| vec![*one; *share]).collect()
}

/// Marsaglia's xorshift: the same numbers in the same order, always.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 32).unwrap() % limit
    }

    fn of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }

    fn place(&mut self, kinds: &[Kind], wanted: &[Kind]) -> usize {
        loop {
            let at = self.below(kinds.len());
            if wanted.contains(&kinds[at]) {
                return at;
            }
        }
    }

    fn traits(&mut self, at: usize, kind: Kind) -> Vec<Fact> {
        let set = |attribute| Fact::Set { label: label(at), attribute, words: None };
        match kind {
            Kind::Factor => {
                let want = set(Attribute::Want(*self.of(&[Want::Up, Want::Down])));
                let seen = Fact::Observed { label: label(at), direction: Direction::Down, words: None };
                if self.below(6) == 0 { vec![want, seen] } else { vec![want] }
            }
            Kind::Initiative => vec![set(Attribute::Status(*self.of(&Status::ALL)))],
            Kind::Resource if self.below(5) == 0 => vec![set(Attribute::Scarce)],
            _ => Vec::new(),
        }
    }

    fn claim(&mut self, from: usize, to: usize, kind: Relation) -> Claim {
        let signs = [Sign::Plus, Sign::Plus, Sign::Plus, Sign::Minus, Sign::Minus, Sign::Unknown];
        Claim {
            from: label(from),
            to: label(to),
            kind,
            sign: if kind.carries_sign() { *self.of(&signs) } else { Sign::Unknown },
            strength: *self.of(&[Strength::Some, Strength::Some, Strength::Clear, Strength::Dominant]),
            delay: *self.of(&[None, None, Some(Delay::Days(7)), Some(Delay::Days(91))]),
            basis: *self.of(&[Basis::Guess, Basis::Told, Basis::Told, Basis::Seen]),
            ..Claim::default()
        }
    }
}
