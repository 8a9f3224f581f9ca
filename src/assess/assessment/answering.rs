use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{AssessError, Assessment, ItemAnswer, Raised, Sharing};
use crate::assess::example::ToldExample;
use crate::assess::private_words::PrivateWords;
use crate::assess::rating::Rating;
use crate::record::text::plain;

impl Assessment {
    /// Rates an item; an example that it has stays.
    pub fn rate(&mut self, item: &str, rating: Rating) -> Result<(), AssessError> {
        self.open()?.answers.entry(item.to_owned()).or_default().rating = Some(rating);
        Ok(())
    }

    /// Passes an item over; an example that it has stays.
    pub fn pass(&mut self, item: &str) -> Result<(), AssessError> {
        self.open()?.answers.entry(item.to_owned()).or_default().rating = None;
        Ok(())
    }

    /// Sets the example for an item. Empty words mean that there is no example; if the words are the same as before,
    /// their day stays.
    pub fn tell(&mut self, item: &str, typed: &str) -> Result<(), AssessError> {
        let answer = self.rated(item)?;
        let words = PrivateWords::of(typed);
        if words.is_none() || answer.evidence.text() != words.as_ref() {
            answer.evidence = words.map_or(ToldExample::Without, ToldExample::Told);
        }
        Ok(())
    }

    /// Sets the day of the example for an item; `None` if nobody remembers it.
    pub fn date(&mut self, item: &str, date: Option<Date>) -> Result<(), AssessError> {
        let answer = self.rated(item)?;
        let Some(text) = answer.evidence.text().cloned() else {
            return Err(AssessError::Untold { item: plain(item) });
        };
        answer.evidence = match date {
            Some(date) => ToldExample::Dated { text, date },
            None => ToldExample::Undated(text),
        };
        Ok(())
    }

    /// Sets how far a red flag is true.
    pub fn flag(&mut self, flag: &str, raised: Raised) -> Result<(), AssessError> {
        self.open()?.flags.insert(flag.to_owned(), raised);
        Ok(())
    }

    /// Continues the assessment on this day; its day never becomes earlier.
    pub fn go_on(&mut self, today: Date) -> Result<(), AssessError> {
        let own = self.open()?;
        own.day = own.day.max(today);
        Ok(())
    }

    /// Finishes the assessment.
    pub const fn finish(&mut self) {
        self.finished = true;
    }

    /// Sets how much of the answer to an item is shared.
    pub fn share(&mut self, item: &str, share: Sharing) {
        put(&mut self.shared, item, share != Sharing::Nothing);
        put(&mut self.with_example, item, share == Sharing::WordsAndExample);
    }

    fn open(&mut self) -> Result<&mut Self, AssessError> {
        if self.finished { Err(AssessError::Finished) } else { Ok(self) }
    }

    fn rated(&mut self, item: &str) -> Result<&mut ItemAnswer, AssessError> {
        let answer = self.open()?.answers.get_mut(item).filter(|answer| answer.rating.is_some());
        answer.ok_or_else(|| AssessError::Unrated { item: plain(item) })
    }
}

fn put(items: &mut BTreeSet<String>, item: &str, inside: bool) {
    if inside {
        items.insert(item.to_owned());
    } else {
        items.remove(item);
    }
}
