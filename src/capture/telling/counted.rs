use crate::record::{Fact, Hands};

use crate::record::spoken::{options_as_said, options_in_words};

/// Tells votes, an order, a rating or revealed answers. The numbers are told; nobody knows which person they belong to.
pub(crate) fn counted(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::Voted { hands, .. } if hands.is_empty() => "Hands: none were counted".to_owned(),
        Fact::Voted { hands, .. } => {
            format!("Hands: {}", options_in_words(&hands.iter().map(shown).collect::<Vec<_>>()))
        }
        Fact::Ranked { order, .. } => format!("In this order: {}", options_as_said(order)),
        Fact::Rated { item, scale: Some(scale), value } => format!("{item}, {scale}: {value} of 5"),
        Fact::Rated { item, scale: None, value } => format!("{item}: {value} of 5"),
        // A round with ballots alone is told as votes.
        Fact::Revealed { texts } if texts.is_empty() => return None,
        Fact::Revealed { texts } if texts.len() == 1 => "One answer, shown to all".to_owned(),
        Fact::Revealed { texts } => format!("{} answers, shown together", texts.len()),
        _ => return None,
    })
}

/// Tells several ratings of one item together; `None` if there is only one.
pub(crate) fn rated(facts: &[Fact]) -> Option<String> {
    let mut rated = facts.iter().filter_map(|fact| match fact {
        Fact::Rated { item, scale: Some(scale), value } => Some((item, format!("{scale} {value} of 5"))),
        _ => None,
    });
    let (item, first) = rated.next()?;
    let others: Vec<String> = rated.filter(|(of, _)| *of == item).map(|(_, says)| says).collect();
    (!others.is_empty()).then(|| format!("{item}: {first}, {}", others.join(", ")))
}

/// Tells votes on several questions together, the question with the widest spread first; `None` if there is only one
/// question.
pub(crate) fn spread(facts: &[Fact]) -> Option<String> {
    let mut ballots = facts.iter().filter_map(|fact| match fact {
        Fact::Voted { ballot, .. } => Some(ballot),
        _ => None,
    });
    let (widest, others) = (ballots.next()?, ballots.count());
    (others > 0).then(|| format!("{} questions counted from slips; furthest apart: {widest}", others + 1))
}

/// Tells votes and free answers of one round together, the votes first; `None` unless there are both.
pub(crate) fn balloted(facts: &[Fact]) -> Option<String> {
    let others = facts.iter().find(|fact| matches!(fact, Fact::Revealed { texts } if !texts.is_empty()))?;
    let hands = facts.iter().find(|fact| matches!(fact, Fact::Voted { .. }))?;
    Some(format!("{}; {}", counted(hands)?, counted(others)?.replacen("One", "one", 1)))
}

fn shown(hands: &Hands) -> String {
    format!("{} {}", hands.option, hands.count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hands(option: &str, count: u16) -> Hands {
        Hands { option: option.to_owned(), count }
    }

    fn rated(scale: Option<&str>) -> Fact {
        Fact::Rated { item: "Pair the bonus".to_owned(), scale: scale.map(str::to_owned), value: 4 }
    }

    fn revealed(texts: &[&str]) -> Fact {
        Fact::Revealed { texts: texts.iter().map(|text| (*text).to_owned()).collect() }
    }

    #[test]
    fn numbers_are_said_and_the_answers_of_a_round_are_not() {
        let ballot = || "So what do we change?".to_owned();
        for (fact, sentence) in [
            (
                Fact::Voted { ballot: ballot(), hands: vec![hands("proceed", 3), hands("guard", 5)] },
                "Hands: proceed 3, guard 5",
            ),
            (Fact::Voted { ballot: ballot(), hands: Vec::new() }, "Hands: none were counted"),
            (
                Fact::Ranked { ballot: ballot(), order: vec!["Bot".to_owned(), "Triage".to_owned()] },
                "In this order: Bot and Triage",
            ),
            (rated(None), "Pair the bonus: 4 of 5"),
            (rated(Some("ease")), "Pair the bonus, ease: 4 of 5"),
            (revealed(&["to save money", "to save lives"]), "2 answers, shown together"),
            (revealed(&["to save money"]), "One answer, shown to all"),
        ] {
            assert_eq!(counted(&fact).as_deref(), Some(sentence), "{fact:?}");
        }
    }

    #[test]
    fn several_scales_of_one_thing_are_told_together() {
        let scales = [rated(Some("ease")), rated(Some("worth"))];
        assert_eq!(super::rated(&scales).as_deref(), Some("Pair the bonus: ease 4 of 5, worth 4 of 5"));
        assert_eq!(super::rated(&scales[..1]), None);
    }

    #[test]
    fn what_is_not_counted_is_told_elsewhere() {
        assert_eq!(counted(&Fact::Struck), None);
        assert_eq!(counted(&revealed(&[])), None);
        assert_eq!(counted(&Fact::Closed), None);
    }
}
