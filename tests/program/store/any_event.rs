//! Any event that could be written, for property tests.

use adjacent::record::{
    Attribute, Basis, Claim, CollectBy, Collecting, Delay, Direction, Due, Event, Exposure, Fact, FindingPart,
    Gathering, Hands, Kind, Mode, Outcome, Person, PlannedExercise, Poll, PollBy, Position, Relation, RoomView,
    SessionTime, ShownFinding, Sign, Slot, Stance, Status, StepId, Strength, Verdict, Want,
};
use jiff::civil::Date;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Text as people, terminals and attackers produce it.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let awkward = select(vec![
        "\"",
        "\\",
        "), // 0123456789abcdef",
        "(seq: 5, at: 3",
        "])",
        "\n",
        "\r\n",
        "\0",
        "\u{1b}[2J",
        "\u{202e}",
    ]);
    let piece = prop_oneof![4 => "[a-zA-Z ,.'-]{0,12}", 1 => any::<String>(), 1 => awkward.prop_map(str::to_owned)];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// An event with this number.
pub(crate) fn event(seq: u64) -> impl Strategy<Value = Event> {
    let exposure = select(vec![Exposure::Room, Exposure::Room, Exposure::Private, Exposure::Anonymous]);
    let texts = (option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    (any::<u64>(), texts, option::of(step()), exposure, prop::collection::vec(fact(), 0..4)).prop_map(
        move |(at, (speaker, scribe, source, said), step, exposure, facts)| Event {
            seq,
            at: SessionTime::from_millis(at),
            speaker: speaker.map(Into::into),
            scribe,
            step,
            exposure,
            source,
            said,
            facts,
        },
    )
}

/// A session's events, numbered as they should be.
pub(crate) fn events() -> impl Strategy<Value = Vec<Event>> {
    (0..12_u64).prop_flat_map(|count| (1..=count).map(event).collect::<Vec<_>>())
}

fn step() -> impl Strategy<Value = StepId> {
    ("[a-z][a-z0-9-]{0,8}", 1..=u16::MAX).prop_map(|(exercise, number)| StepId::new(exercise, number))
}

fn poll() -> impl Strategy<Value = Fact> {
    let by = select(vec![PollBy::Hands, PollBy::Dots(5), PollBy::Scale, PollBy::Order]);
    (text(), by, prop::collection::vec(text(), 0..4))
        .prop_map(|(question, by, options)| Fact::Polled(Poll { question, by, options }))
}

fn agenda() -> impl Strategy<Value = Vec<PlannedExercise>> {
    let longer = prop::collection::vec((any::<u16>(), any::<u16>()), 0..3);
    let planned = ("[a-z]{1,8}", any::<u16>(), longer).prop_map(|(exercise, minutes, longer)| PlannedExercise {
        exercise,
        minutes,
        without: Vec::new(),
        longer,
    });
    prop::collection::vec(planned, 0..3)
}

fn person() -> impl Strategy<Value = Person> {
    let texts = (text(), option::of(text()), option::of(text()), option::of(text()));
    texts.prop_map(|(tag, name, party, key)| Person { tag: tag.into(), name, party, key })
}

fn relation() -> impl Strategy<Value = Relation> {
    select(&Relation::ALL)
}

fn sign() -> impl Strategy<Value = Sign> {
    select(vec![Sign::Plus, Sign::Minus, Sign::Unknown, Sign::NoEffect])
}

fn strength() -> impl Strategy<Value = Strength> {
    select(vec![Strength::Some, Strength::Clear, Strength::Dominant])
}

fn delay() -> impl Strategy<Value = Option<Delay>> {
    option::of(prop_oneof![any::<u32>().prop_map(Delay::Days), Just(Delay::Later)])
}

fn kind() -> impl Strategy<Value = Kind> {
    select(&Kind::SORTED)
}

fn attribute() -> impl Strategy<Value = Attribute> {
    prop_oneof![
        select(&Status::ALL).prop_map(Attribute::Status),
        select(vec![Want::Up, Want::Down, Want::Steady]).prop_map(Attribute::Want),
        Just(Attribute::Scarce),
        Just(Attribute::Outside),
        kind().prop_map(Attribute::Kind),
    ]
}

fn due() -> impl Strategy<Value = Due> {
    let day =
        (1970_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| Due::On(Date::constant(year, month, day)));
    prop_oneof![day, any::<u32>().prop_map(Due::In)]
}

fn claim() -> impl Strategy<Value = Claim> {
    let basis = select(vec![Basis::Imported, Basis::Guess, Basis::Told, Basis::Seen]);
    let words = (option::of(text()), option::of(text()));
    (any::<u32>(), text(), text(), relation(), sign(), strength(), delay(), basis, any::<bool>(), words).prop_map(
        |(claim, from, to, kind, sign, strength, delay, basis, imagined, (words, note))| Claim {
            claim,
            from,
            to,
            kind,
            sign,
            strength,
            delay,
            basis,
            imagined,
            words,
            note,
        },
    )
}

fn stance() -> impl Strategy<Value = Stance> {
    let position = select(vec![Position::Yes, Position::No, Position::Unsure]);
    (position, text(), text(), relation(), sign(), strength(), delay(), option::of(text())).prop_map(
        |(position, from, to, kind, sign, strength, delay, words)| Stance {
            position,
            from,
            to,
            kind,
            sign,
            strength,
            delay,
            words,
        },
    )
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![running(), naming(), saying(), deciding(), collecting()]
}

fn running() -> impl Strategy<Value = Fact> {
    let people = prop::collection::vec(person(), 0..3);
    let mode = select(vec![Mode::Live, Mode::Solo]);
    prop_oneof![
        (mode, option::of(text()), agenda(), people).prop_map(|(mode, facilitator, agenda, people)| Fact::Opened {
            mode,
            facilitator,
            agenda,
            people
        }),
        option::of(text()).prop_map(|who| Fact::Resumed { who }),
        select(vec![
            Fact::Closed,
            Fact::Adopted,
            Fact::MadePrivate,
            Fact::MadeShared,
            Fact::StaysHere,
            Fact::MayTravel,
            Fact::ClockPaused,
            Fact::ClockRan
        ]),
        text().prop_map(|title| Fact::Titled { title }),
        person().prop_map(Fact::Joined),
        text().prop_map(|tag| Fact::Left { tag: tag.into() }),
        (step(), any::<u32>()).prop_map(|(step, planned)| Fact::StepEntered { step, planned }),
        agenda().prop_map(|agenda| Fact::AgendaChanged { agenda }),
        prop::collection::vec(text(), 0..3).prop_map(|languages| Fact::LanguagesSet { languages }),
        any::<i32>().prop_map(|seconds| Fact::TimeAdded { seconds }),
        any::<u64>().prop_map(|seq| Fact::Retracted { seq }),
        any::<u64>().prop_map(|seq| Fact::Restored { seq }),
        any::<u64>().prop_map(|seq| Fact::LeftAsText { seq }),
        (text(), text()).prop_map(|(from, to)| Fact::Renamed { from, to }),
        poll(),
        (text(), text()).prop_map(|(label, words)| Fact::Measured { label, words }),
        (any::<u32>(), option::of(any::<u32>())).prop_map(|(cast, expected)| Fact::PollCounted {
            by: PollBy::Dots(3),
            cast,
            expected,
        }),
        Just(Fact::PollDropped),
        text().prop_map(|key| Fact::Oneself { key }),
        (text(), text(), any::<u16>(), option::of(any::<u16>()))
            .prop_map(|(id, title, tables, table)| { Fact::Gathered(Gathering { id, title, tables, table }) }),
        (text(), text()).prop_map(|(source, digest)| Fact::Transcribed { source, digest }),
        (prop::collection::vec(text(), 0..3), text(), text()).prop_map(|(files, format, digest)| Fact::Imported {
            files,
            format,
            digest
        }),
        prop::collection::vec(text(), 0..3).prop_map(|ends| Fact::CopiesJoined { ends }),
    ]
}

fn naming() -> impl Strategy<Value = Fact> {
    let pair = || (text(), text());
    prop_oneof![
        (text(), kind()).prop_map(|(label, kind)| Fact::Named { label, kind }),
        (text(), attribute(), option::of(text())).prop_map(|(label, attribute, words)| Fact::Set {
            label,
            attribute,
            words
        }),
        (text(), text()).prop_map(|(label, words)| Fact::Described { label, words }),
        (any::<u64>(), text(), option::of(text()), relation())
            .prop_map(|(seq, label, to, relation)| Fact::GoneFromSource { seq, label, to, relation }),
        claim().prop_map(Fact::Claimed),
        stance().prop_map(Fact::Stanced),
        pair().prop_map(|(keep, drop)| Fact::Merged { keep, drop }),
        pair().prop_map(|(keep, drop)| Fact::Unmerged { keep, drop }),
        pair().prop_map(|(keep, drop)| Fact::ToldApart { keep, drop }),
    ]
}

fn saying() -> impl Strategy<Value = Fact> {
    let direction = select(vec![Direction::Up, Direction::Down, Direction::Flat]);
    let about = (option::of(text()), option::of(text()));
    prop_oneof![
        (text(), direction, option::of(text())).prop_map(|(label, direction, words)| Fact::Observed {
            label,
            direction,
            words
        }),
        (text(), select(&Slot::ALL), text()).prop_map(|(label, slot, text)| Fact::Ruled { label, slot, text }),
        text().prop_map(|text| Fact::Answered { text }),
        text().prop_map(|text| Fact::Parked { text }),
        text().prop_map(|text| Fact::Asked { text }),
        (text(), option::of(text()), option::of(due()), about)
            .prop_map(|(text, who, due, (about, about_to))| Fact::Committed { text, who, due, about, about_to }),
        text().prop_map(|reason| Fact::Scrapped { reason }),
    ]
}

fn deciding() -> impl Strategy<Value = Fact> {
    let hands = (text(), any::<u16>()).prop_map(|(option, count)| Hands { option, count });
    let outcome = select(&Outcome::ALL);
    let verdict = select(&Verdict::ALL);
    let two = || (option::of(text()), option::of(text()));
    prop_oneof![
        (option::of(text()), any::<u64>(), outcome, option::of(due()), option::of(text())).prop_map(
            |(session, seq, outcome, due, words)| Fact::Settled {
                session: session.map(Into::into),
                seq,
                outcome,
                due,
                words
            }
        ),
        (text(), two(), verdict, option::of(text())).prop_map(|(about, (before, after), verdict, who)| Fact::Decided {
            about,
            before,
            verdict,
            after,
            who
        }),
        (text(), two(), option::of(text())).prop_map(|(label, (level, first), acts)| Fact::Watched {
            label,
            level,
            first,
            acts
        }),
        (text(), prop::collection::vec(hands, 0..3)).prop_map(|(ballot, hands)| Fact::Voted { ballot, hands }),
        (text(), prop::collection::vec(text(), 0..3)).prop_map(|(ballot, order)| Fact::Ranked { ballot, order }),
        (text(), option::of(text()), any::<u8>()).prop_map(|(item, scale, value)| Fact::Rated { item, scale, value }),
    ]
}

fn collecting() -> impl Strategy<Value = Fact> {
    let by = select(vec![CollectBy::Passing, CollectBy::Slips, CollectBy::Count]);
    let part = select(vec![FindingPart::Question, FindingPart::Grounds, FindingPart::Name]);
    let view = prop_oneof![
        select(vec![
            RoomView::Talk,
            RoomView::Parked,
            RoomView::Questions,
            RoomView::Promises,
            RoomView::Agenda,
            RoomView::Curtain,
            RoomView::WholeMap,
            RoomView::MapPart(2),
            RoomView::Said,
            RoomView::Decisions,
            RoomView::Tables,
            RoomView::Progress,
            RoomView::Phones,
        ]),
        text().prop_map(RoomView::Around),
        (prop::collection::vec(text(), 0..3), any::<u16>())
            .prop_map(|(around, steps)| RoomView::Drawn { around, steps }),
        (text(), any::<bool>(), any::<u16>()).prop_map(|(of, less, waves)| RoomView::Ripple { of, less, waves }),
        any::<u64>().prop_map(RoomView::Line),
        (text(), option::of(text()), prop::collection::vec(text(), 0..3), part)
            .prop_map(|(lens, pattern, about, part)| RoomView::Finding(ShownFinding { lens, pattern, about, part })),
    ];
    prop_oneof![
        (by, option::of(any::<u16>())).prop_map(|(by, awaited)| Fact::Collecting(Collecting { by, awaited })),
        Just(Fact::Discarded),
        prop::collection::vec(text(), 0..4).prop_map(|texts| Fact::Revealed { texts }),
        view.prop_map(|view| Fact::Shown { view }),
    ]
}
