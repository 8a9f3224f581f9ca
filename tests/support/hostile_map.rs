//! Five hundred names that would like to be more than names.

use adjacent::graph::{Graph, Ledger};
use adjacent::record::{Basis, Claim, Delay, Event, Fact, Kind, Names, Relation, Session, Sign, Slot};

use crate::session::header;

const SEEDS: &[&str] = &[
    "\"quoted\" 'twice' #",
    "x ]]> y",
    "</text><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "  =1+1",
    "＝1+1",
    "two\nlines\r\nand\ta tab",
    "a\u{202e}desrever\u{2066}",
    "c\u{0}\u{1}\u{1b}[31m\u{9b}",
    "👩\u{200d}💻 team 🚀",
    "שלום עולם",
    "مرحبا بالعالم",
    "end",
    "%% comment %%{init: {}}%%",
    "a --> b --- c ==> d",
    "back\\slash \\\" \\n \\",
    "&amp; &lt; &#x41; &nope;",
    "{{ braces }} {% block %} [brackets] (round)",
    "graph subgraph node edge digraph",
    "a | b || c",
    "1. a list",
    "- a list",
    "`code` *bold* _thin_ # head",
    "<!-- gone --> <![CDATA[ x ]]>",
    "javascript:alert(1) https://evil.example/",
    "x\u{fffe}y\u{ffff}z",
    "${x} $(x) `x` ~x ^x",
    "\u{301}\u{301}\u{301} marks e\u{301}",
    "#quot; #35; #lt;",
    "a;b;c,d,\"e\"",
];

/// Every seed many times, each time another name, some of them very long; joined in a ring with chords.
pub(crate) fn hostile() -> Graph {
    let label = |at: usize| {
        let seed = SEEDS[at % SEEDS.len()];
        let tail = if at % 50 == 7 { " very long".repeat(60) } else { String::new() };
        // The number stands in the middle of every third, so that the seed leads and ends.
        match at % 3 {
            0 => format!("{seed} {at}{tail}"),
            1 => format!("{seed} {at}{tail} {seed}"),
            _ => format!("{at} {seed}{tail}"),
        }
    };
    let kind = |at: usize| Kind::SORTED[at % Kind::SORTED.len()];
    let mut facts: Vec<Fact> = (0..500).map(|at| Fact::Named { label: label(at), kind: kind(at) }).collect();
    for at in (0..500).filter(|at| kind(*at) == Kind::Initiative) {
        facts.push(Fact::Ruled { label: label(at), slot: Slot::Never, text: label(at + 1) });
    }
    for at in 0..700 {
        let (from, to) = (at % 500, (at * 7 + 13) % 500);
        let kind = Relation::ALL[at / 3 % Relation::ALL.len()];
        let sign = [Sign::Plus, Sign::Minus, Sign::Unknown][at % 3];
        facts.push(Fact::Claimed(Claim {
            claim: u32::try_from(at).unwrap() + 1,
            from: label(from),
            to: label(to),
            kind,
            sign,
            delay: (at % 4 == 0).then_some(Delay::Days(30)),
            basis: [Basis::Guess, Basis::Told, Basis::Seen][at % 3],
            words: (at % 5 == 0).then(|| label(at % 500)),
            ..Claim::default()
        }));
    }
    let header = header("2026-11-20-hostile", "</title><script>alert(1)</script>");
    let events = facts.into_iter().zip(1..).map(|(fact, seq)| Event { seq, facts: vec![fact], ..Event::default() });
    let mut ledger = Ledger::new();
    ledger.add_session(&Session::fold(header, events), &Names::default());
    ledger.graph(None)
}
