use super::{Poll, PollBy};
use crate::record::english::in_words;
use crate::record::{Fact, Hands};

/// The count of a poll, as far as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PollTally {
    /// The facts that record the count.
    pub facts: Vec<Fact>,
    /// How many hands, dots, ratings of one option, or places were counted.
    pub cast: u32,
    /// How many the people present have; `None` when nobody is listed.
    pub expected: Option<u32>,
    /// What does not fit, in one sentence; `None` for a whole count.
    pub says: Option<String>,
}

/// Why a typed count is not a count, in words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PollFlaw {
    /// A count is not a number.
    #[error("{0} takes a number")]
    NoNumber(String),
    /// A finger is not one to five.
    #[error("{0} takes digits from 1 to 5, one for each person")]
    NoFingers(String),
    /// A place is missing or taken twice.
    #[error("every place is given once, from 1 to {0}")]
    Places(usize),
    /// Nothing was typed.
    #[error("no count is typed yet")]
    Nothing,
}

/// Returns the numbers of a line that holds nothing else, as typed: "4 3 2" or "4, 3, 2"; `None` for any other line.
pub fn numbers_alone(line: &str) -> Option<Vec<String>> {
    let apart = line.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty());
    let numbers: Vec<String> = apart.map(str::to_owned).collect();
    let alone = numbers.iter().all(|number| number.bytes().all(|c| c.is_ascii_digit()));
    (alone && !numbers.is_empty()).then_some(numbers)
}

impl Poll {
    /// Counts a poll from what was typed for each option, in their order: a number of hands or dots, one digit for each
    /// person's fingers, or a place. An option without anything typed got none. `present` is the number of people here;
    /// 0 when nobody is listed.
    pub fn tally(&self, typed: &[String], present: usize) -> Result<PollTally, PollFlaw> {
        let cell = |place: usize| typed.get(place).map_or("", |typed| typed.trim());
        let cells: Vec<(&str, &str)> =
            self.options.iter().enumerate().map(|(place, option)| (option.as_str(), cell(place))).collect();
        if cells.iter().all(|(_, cell)| cell.is_empty()) {
            return Err(PollFlaw::Nothing);
        }
        let present = u32::try_from(present).unwrap_or(u32::MAX);
        let here = Some(present).filter(|present| *present > 0);
        let tally = match self.by {
            PollBy::Hands => self.counted(&cells, here, 1, "hand")?,
            PollBy::Dots(each) => self.counted(&cells, here, u32::from(each), "dot")?,
            PollBy::Scale => rated(&cells, here)?,
            PollBy::Order => self.ordered(&cells)?,
        };
        let done = Fact::PollCounted { by: self.by, cast: tally.cast, expected: tally.expected };
        Ok(PollTally { facts: tally.facts.into_iter().chain([done]).collect(), ..tally })
    }

    /// Returns how much is still out, as far as the count was typed: "3 of 9"; `None` when nothing is, or nobody knows.
    pub fn still_out(&self, typed: &[String], present: usize) -> Option<String> {
        let (cast, of) = match self.by {
            PollBy::Scale => {
                let shown = |cell: &String| cell.chars().filter(char::is_ascii_digit).count();
                (typed.iter().map(shown).filter(|shown| *shown > 0).min().unwrap_or(0), present)
            }
            PollBy::Order => (typed.iter().filter(|cell| !cell.trim().is_empty()).count(), self.options.len()),
            PollBy::Hands | PollBy::Dots(_) => {
                let each = if let PollBy::Dots(each) = self.by { usize::from(each) } else { 1 };
                (typed.iter().filter_map(|cell| cell.trim().parse::<usize>().ok()).sum(), present * each)
            }
        };
        (cast < of).then(|| format!("{} of {of}", of - cast))
    }

    fn counted(&self, cells: &[(&str, &str)], here: Option<u32>, each: u32, what: &str) -> Result<PollTally, PollFlaw> {
        let hand = |(option, cell): &(&str, &str)| {
            let count = if cell.is_empty() { Some(0) } else { cell.parse().ok() };
            count.map(|count| Hands { option: (*option).to_owned(), count }).ok_or_else(|| no_number(option))
        };
        let hands = cells.iter().map(hand).collect::<Result<Vec<Hands>, _>>()?;
        let cast: u32 = hands.iter().map(|hands| u32::from(hands.count)).sum();
        let expected = here.map(|here| here.saturating_mul(each));
        let says = expected.and_then(|of| off(cast, of, what));
        let facts = vec![Fact::Voted { ballot: self.ballot(), hands }];
        Ok(PollTally { facts, cast, expected, says })
    }

    fn ordered(&self, cells: &[(&str, &str)]) -> Result<PollTally, PollFlaw> {
        let mut placed = Vec::new();
        for (option, cell) in cells.iter().filter(|(_, cell)| !cell.is_empty()) {
            let place: usize = cell.parse().map_err(|_| no_number(option))?;
            placed.push((place, (*option).to_owned()));
        }
        placed.sort();
        let whole = placed.iter().zip(1..).all(|((place, _), wanted)| *place == wanted);
        if !whole || placed.len() < 2 {
            return Err(PollFlaw::Places(cells.len()));
        }
        let (cast, of) = (placed.len(), cells.len());
        let says = (cast < of).then(|| format!("{cast} of {of} are placed; the others have no place."));
        let order = placed.into_iter().map(|(_, option)| option).collect();
        let facts = vec![Fact::Ranked { ballot: self.ballot(), order }];
        let count = |many| u32::try_from(many).unwrap_or(u32::MAX);
        Ok(PollTally { facts, cast: count(cast), expected: Some(count(of)), says })
    }
}

/// Counts fingers: a rating for each digit, sorted, so that their order does not tell who gave which.
fn rated(cells: &[(&str, &str)], here: Option<u32>) -> Result<PollTally, PollFlaw> {
    let (mut facts, mut least, mut says) = (Vec::new(), None::<u32>, None);
    for (option, cell) in cells {
        let mut values: Vec<u8> = Vec::new();
        for digit in cell.chars().filter(|c| !c.is_whitespace() && *c != ',') {
            let value = digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
            let value = value.filter(|value| (1..=5).contains(value));
            values.push(value.ok_or_else(|| PollFlaw::NoFingers((*option).to_owned()))?);
        }
        values.sort_unstable();
        let cast = u32::try_from(values.len()).unwrap_or(u32::MAX);
        least = Some(least.map_or(cast, |least| least.min(cast)));
        let wrong = here.and_then(|of| off(cast, of, "rating"));
        says = says.or_else(|| wrong.map(|wrong| format!("{option}: {wrong}")));
        let rating = |value| Fact::Rated { item: (*option).to_owned(), scale: None, value };
        facts.extend(values.into_iter().map(rating));
    }
    Ok(PollTally { facts, cast: least.unwrap_or(0), expected: here, says })
}

fn no_number(option: &str) -> PollFlaw {
    PollFlaw::NoNumber(option.to_owned())
}

/// Returns what does not fit in a count; `None` when it fits.
fn off(cast: u32, of: u32, what: &str) -> Option<String> {
    let are = |many: u32| if many == 1 { "is" } else { "are" };
    let named = |many: u32| if many == 1 { what.to_owned() } else { format!("{what}s") };
    let words = |many: u32| usize::try_from(many).map_or_else(|_| many.to_string(), in_words);
    match cast.cmp(&of) {
        std::cmp::Ordering::Less => {
            let out = of - cast;
            Some(format!("{cast} of {of} {}: {} {} still out.", named(of), words(out), are(out)))
        }
        std::cmp::Ordering::Greater => Some(format!("That is {cast} {}, and the people here have {of}.", named(cast))),
        std::cmp::Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll(by: PollBy) -> Poll {
        Poll { question: String::new(), by, options: ["A", "B", "C"].map(str::to_owned).to_vec() }
    }

    fn cells(typed: &str) -> Vec<String> {
        typed.split('|').map(str::to_owned).collect()
    }

    #[test]
    fn too_few_and_too_many_are_said_and_a_whole_count_is_not() {
        let says = |by, typed, here| poll(by).tally(&cells(typed), here).unwrap().says;
        let dots = PollBy::Dots(3);
        assert_eq!(says(dots, "5|2|1", 3).as_deref(), Some("8 of 9 dots: one is still out."));
        assert_eq!(says(dots, "5|2|3", 3).as_deref(), Some("That is 10 dots, and the people here have 9."));
        assert_eq!(says(dots, "5|2|2", 3), None);
        assert_eq!(says(PollBy::Hands, "4|2|", 9).as_deref(), Some("6 of 9 hands: three are still out."));
        assert_eq!(says(PollBy::Hands, "4|2|", 0), None, "nobody is listed");
        assert_eq!(says(PollBy::Scale, "345|333|12", 3).as_deref(), Some("C: 2 of 3 ratings: one is still out."));
        assert_eq!(says(PollBy::Order, "2|1|", 3).as_deref(), Some("2 of 3 are placed; the others have no place."));
    }

    #[test]
    fn the_record_has_counts_orders_and_sorted_ratings_and_nobodys_name() {
        let facts = |by, typed| poll(by).tally(&cells(typed), 2).unwrap().facts;
        let rated = |item: &str, value| Fact::Rated { item: item.to_owned(), scale: None, value };
        let counted = Fact::PollCounted { by: PollBy::Scale, cast: 2, expected: Some(2) };
        let ratings = [rated("A", 3), rated("A", 5), rated("B", 1), rated("B", 2), rated("C", 4), rated("C", 4)];
        assert_eq!(facts(PollBy::Scale, "5 3|21|44"), [&ratings[..], &[counted]].concat());
        let order = ["B", "A", "C"].map(str::to_owned).to_vec();
        let ranked = Fact::Ranked { ballot: "A, B, C".to_owned(), order };
        assert_eq!(facts(PollBy::Order, "2|1|3").first(), Some(&ranked));
    }

    #[test]
    fn what_is_no_count_is_said() {
        let flaw = |by, typed| poll(by).tally(&cells(typed), 3).unwrap_err();
        assert_eq!(flaw(PollBy::Hands, "a||"), PollFlaw::NoNumber("A".to_owned()));
        assert_eq!(flaw(PollBy::Scale, "36||"), PollFlaw::NoFingers("A".to_owned()));
        assert_eq!(flaw(PollBy::Order, "1|1|2"), PollFlaw::Places(3));
        assert_eq!(flaw(PollBy::Hands, "||"), PollFlaw::Nothing);
    }

    #[test]
    fn what_is_still_out_is_counted_from_the_people_present() {
        let out = |by, typed| poll(by).still_out(&cells(typed), 9);
        assert_eq!(out(PollBy::Hands, "4|2|").as_deref(), Some("3 of 9"));
        assert_eq!(out(PollBy::Dots(3), "20|6|").as_deref(), Some("1 of 27"));
        assert_eq!(out(PollBy::Scale, "123456|").as_deref(), Some("3 of 9"));
        assert_eq!(out(PollBy::Order, "1|2|").as_deref(), Some("1 of 3"));
        assert_eq!(out(PollBy::Hands, "4|5|"), None);
    }

    #[test]
    fn the_words_for_each_manner_are_read_back() {
        for by in [PollBy::Hands, PollBy::Dots(3), PollBy::Scale, PollBy::Order] {
            assert_eq!(PollBy::of(&by.typed()), Some(by));
        }
        assert_eq!(PollBy::of("5 dots"), Some(PollBy::Dots(5)));
        assert_eq!(PollBy::of("dots 0"), None);
        assert_eq!(PollBy::of("on the plan"), None);
    }
}
