use crate::graph::Key;
use crate::record::{Event, Exposure, Fact, Session, StepId};

/// The ratings of one place on one scale, from 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScaleRatings {
    /// The number of ratings.
    pub count: u32,
    /// The sum of the ratings.
    pub sum: u32,
    /// The lowest rating; 0 without any.
    pub low: u8,
    /// The highest rating; 0 without any.
    pub high: u8,
}

/// The ratings of one place by ease and by worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeverRatings {
    /// The place, as it was first called.
    pub label: String,
    /// How easy it is.
    pub ease: ScaleRatings,
    /// How much it is worth.
    pub worth: ScaleRatings,
}

/// The two scales of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LeverScale {
    Ease,
    Worth,
}

/// One rating; `poll` is the number of the event in which a poll was counted.
struct StatedRating<'a> {
    item: &'a str,
    scale: LeverScale,
    value: u8,
    step: Option<&'a StepId>,
    poll: Option<u64>,
}

impl ScaleRatings {
    fn add(&mut self, value: u8) {
        self.low = if self.count == 0 { value } else { self.low.min(value) };
        self.high = self.high.max(value);
        self.sum += u32::from(value);
        self.count += 1;
    }

    fn join(&mut self, other: Self) {
        if other.count > 0 {
            self.low = if self.count == 0 { other.low } else { self.low.min(other.low) };
            self.high = self.high.max(other.high);
            self.sum = self.sum.saturating_add(other.sum);
            self.count = self.count.saturating_add(other.count);
        }
    }

    /// Returns the mean in tenths, rounded half up, from 10 to 50; `None` without ratings.
    pub fn tenths(self) -> Option<u32> {
        (self.sum.saturating_mul(10) + self.count / 2).checked_div(self.count)
    }
}

impl LeverRatings {
    /// Returns what was rated in a session by ease or worth, in the order of the first rating. A count of fingers whose
    /// question names one of the two scales counts as ratings; counting again in the same step replaces the count.
    pub fn of(session: &Session) -> Vec<Self> {
        let mut stated: Vec<StatedRating<'_>> = Vec::new();
        let mut question: Option<LeverScale> = None;
        for event in session.live().filter(|event| event.exposure != Exposure::Private) {
            let counts = event.facts.iter().any(|fact| matches!(fact, Fact::PollCounted { .. }));
            let found = ratings(event, question.filter(|_| counts), counts);
            let replaces = |old: &StatedRating<'_>| {
                let again =
                    |new: &StatedRating<'_>| (new.scale, new.step) == (old.scale, old.step) && new.item == old.item;
                counts && old.poll.is_some() && found.iter().any(again)
            };
            stated.retain(|old| !replaces(old));
            stated.extend(found);
            for fact in &event.facts {
                match fact {
                    Fact::Polled(poll) => question = LeverScale::of(&poll.question),
                    Fact::PollCounted { .. } | Fact::PollDropped => question = None,
                    _ => {}
                }
            }
        }
        let mut rated: Vec<Self> = Vec::new();
        for rating in stated {
            Self::change(&mut rated, rating.item, |place| place.scale(rating.scale).add(rating.value));
        }
        rated
    }

    /// Adds up the ratings of several sessions; a place is the same if its name is.
    pub(super) fn joined<'a>(ratings: impl Iterator<Item = &'a Self>) -> Vec<Self> {
        let mut joined: Vec<Self> = Vec::new();
        for one in ratings {
            Self::change(&mut joined, &one.label, |known| {
                known.ease.join(one.ease);
                known.worth.join(one.worth);
            });
        }
        joined
    }

    /// Changes the ratings of a place, which is added if it was not rated yet.
    fn change(rated: &mut Vec<Self>, label: &str, change: impl FnOnce(&mut Self)) {
        let key = Key::of(label);
        let is_it = |one: &&mut Self| one.label == label || (key.is_some() && Key::of(&one.label) == key);
        if let Some(known) = rated.iter_mut().find(is_it) {
            return change(known);
        }
        let (ease, worth) = (ScaleRatings::default(), ScaleRatings::default());
        let mut new = Self { label: label.to_owned(), ease, worth };
        change(&mut new);
        rated.push(new);
    }

    const fn scale(&mut self, scale: LeverScale) -> &mut ScaleRatings {
        match scale {
            LeverScale::Ease => &mut self.ease,
            LeverScale::Worth => &mut self.worth,
        }
    }
}

impl LeverScale {
    /// Returns the scale that a question or the name of a scale names; `None` if it names neither or both.
    fn of(words: &str) -> Option<Self> {
        let low = words.to_lowercase();
        let mut words = low.split(|c: char| !c.is_alphabetic());
        let ease = words.clone().any(|word| matches!(word, "ease" | "easy"));
        let worth = words.any(|word| matches!(word, "worth"));
        match (ease, worth) {
            (true, false) => Some(Self::Ease),
            (false, true) => Some(Self::Worth),
            _ => None,
        }
    }
}

/// The ratings that an event states; `asked` is the scale that the question of its poll names.
fn ratings(event: &Event, asked: Option<LeverScale>, counts: bool) -> Vec<StatedRating<'_>> {
    let rating = |fact| match fact {
        &Fact::Rated { ref item, ref scale, value } if (1..=5).contains(&value) => {
            let scale = scale.as_deref().and_then(LeverScale::of).or(asked)?;
            Some(StatedRating { item, scale, value, step: event.step.as_ref(), poll: counts.then_some(event.seq) })
        }
        _ => None,
    };
    event.facts.iter().filter_map(rating).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Header, Poll, PollBy, SessionKind};

    fn session(facts: Vec<Vec<Fact>>) -> Session {
        let event = |(facts, seq)| Event { seq, facts, step: "lever.4".parse().ok(), ..Event::default() };
        Session::fold(Header::here(SessionKind::Workshop), facts.into_iter().zip(1..).map(event))
    }

    fn rated(item: &str, scale: Option<&str>, value: u8) -> Fact {
        Fact::Rated { item: item.into(), scale: scale.map(str::to_owned), value }
    }

    #[test]
    fn ratings_of_one_place_add_up_and_other_scales_are_left_out() {
        let session = session(vec![
            vec![rated("Pair the bonus", Some("ease"), 2), rated("Pair the bonus", Some("worth"), 5)],
            vec![rated("pair the bonus", Some("ease"), 5), rated("Pair the bonus", Some("effort so far"), 1)],
            vec![rated("Tell Retention", Some("ease"), 9)],
        ]);
        let [one] = LeverRatings::of(&session).try_into().unwrap();
        let LeverRatings { label, ease, worth } = one;
        assert_eq!((label.as_str(), ease.count, ease.low, ease.high), ("Pair the bonus", 2, 2, 5));
        assert_eq!((ease.tenths(), worth.tenths()), (Some(35), Some(50)));
        assert_eq!(ScaleRatings::default().tenths(), None);
    }

    #[test]
    fn fingers_count_where_the_question_names_a_scale_and_counting_again_replaces_them() {
        let polled = |question: &str| {
            let options = vec!["A".to_owned()];
            Fact::Polled(Poll { question: question.into(), by: PollBy::Scale, options })
        };
        let counted = |values: &[u8]| {
            let counted = Fact::PollCounted { by: PollBy::Scale, cast: 2, expected: None };
            values.iter().map(|value| rated("A", None, *value)).chain([counted]).collect::<Vec<_>>()
        };
        let session = session(vec![
            vec![polled("How easy is it?")],
            counted(&[1, 1]),
            vec![polled("How easy is it?")],
            counted(&[4, 5]),
            vec![polled("How do you feel?")],
            counted(&[2]),
        ]);
        let [one] = LeverRatings::of(&session).try_into().unwrap();
        assert_eq!((one.ease.count, one.ease.tenths(), one.worth.count), (2, Some(45), 0));
    }
}
