//! Reads days as people say them, with the words of the languages of a session.

use jiff::Span;
use jiff::civil::Date;

use super::spoken_words::{SpokenWord, is_at, past, phrase_at, spoken_words};
use crate::capture::Context;
use crate::capture::lexicon::{Lexicon, Sense, Words};
use crate::record::lexicon::span_parts;
use crate::record::{DateOrder, Due};

mod month_days;
mod numbered;

use month_days::{end_of_quarter, last_of_month, next_in_year, next_weekday};

/// The maximum number of words of a day with the words before it.
const LONGEST_DAY: usize = 8;

/// The maximum number of letters of a short form of a weekday, which is also an ordinary word: "where they sat".
const SHORT_FORM: usize = 3;

/// The days from which dates count, and the languages in which they are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calendar<'a> {
    lexicon: &'a Lexicon,
    today: Date,
    opened: Date,
    order: DateOrder,
}

/// A day in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDay {
    /// The day.
    pub(crate) due: Due,
    /// The day as the grammar takes it after `due`: `4 dec`, `2w`.
    pub(crate) typed: String,
    /// Whether a word such as "by" stands before the day.
    pub(crate) led: bool,
    /// The bytes of the text that the day takes up, with the words before it such as "by".
    pub(crate) at: std::ops::Range<usize>,
}

/// A day that begins at one word of a line.
struct DayAt {
    due: Due,
    /// The index of the word behind the day.
    next: usize,
    /// The day as the grammar takes it, where that is not the text itself.
    typed: Option<String>,
    /// Whether the text says a day even where no word such as "by" stands before it.
    sure: bool,
}

/// The words of a line in one language.
struct DayLine<'a> {
    calendar: &'a Calendar<'a>,
    text: &'a str,
    words: &'a Words,
    line: Vec<SpokenWord<'a>>,
}

/// Reads a due date, which is the whole text: `2026-12-04`, `fri`, `4 dec`, `31.12.`, `2w`, `end of march`.
///
/// A weekday, or a day without a year, is the next one. A span counts from today; it is returned as a span if today is
/// the day on which the session was opened.
pub(crate) fn due(text: &str, context: &Context<'_>) -> Option<Due> {
    Calendar::of(context).whole(text)
}

impl<'a> Calendar<'a> {
    /// Returns the calendar of a line.
    pub(crate) fn of(context: &Context<'a>) -> Self {
        Self { lexicon: context.lexicon, today: context.today, opened: context.opened(), order: context.dates }
    }

    /// Reads a text that is a day and nothing else.
    pub(crate) fn whole(&self, text: &str) -> Option<Due> {
        self.lines(text)
            .find_map(|line| line.led(0).filter(|(day, _)| day.next == line.line.len()).map(|(day, _)| day.due))
    }

    /// Finds a day at the end of a text: the longest one.
    pub(crate) fn at_end(&self, text: &str) -> Option<FoundDay> {
        self.lines(text).filter_map(|line| line.at_end()).min_by_key(|found| found.at.start)
    }

    /// Finds a day at the beginning of a text, behind a word such as "until" and before a colon or a comma.
    pub(crate) fn at_start(&self, text: &str) -> Option<FoundDay> {
        self.lines(text).find_map(|line| {
            let (day, start) = line.led(0).filter(|(_, start)| *start > 0)?;
            let found = line.found(0, start, day)?;
            let behind = text.get(found.at.end..)?.trim_start_matches('.');
            behind.trim_start().starts_with([':', ',']).then_some(found)
        })
    }

    fn lines<'t>(&'t self, text: &'t str) -> impl Iterator<Item = DayLine<'t>> {
        self.lexicon.languages().iter().map(move |words| DayLine {
            calendar: self,
            text,
            words,
            line: spoken_words(text, words),
        })
    }

    fn ahead(&self, days: u32) -> Option<Due> {
        if self.today == self.opened {
            return Some(Due::In(days));
        }
        self.today.checked_add(Span::new().try_days(days).ok()?).ok().map(Due::On)
    }
}

impl DayLine<'_> {
    fn at_end(&self) -> Option<FoundDay> {
        let count = self.line.len();
        (count.saturating_sub(LONGEST_DAY)..count).find_map(|at| {
            let (day, start) = self.led(at)?;
            if day.next != count || (start == at && !day.sure && !self.stands_apart(at)) {
                return None;
            }
            self.found(at, start, day)
        })
    }

    /// Whether a comma, a dash or a colon stands before a word, or nothing.
    fn stands_apart(&self, at: usize) -> bool {
        let before = self.line.get(at).and_then(|word| self.text.get(..word.start)).unwrap_or_default().trim_end();
        before.is_empty() || before.ends_with([',', '-', ':', ';', '('])
    }

    fn found(&self, at: usize, start: usize, day: DayAt) -> Option<FoundDay> {
        let last = self.line.get(day.next.checked_sub(1)?)?.end;
        // The stop belongs to a date such as `31.12.`, which is no date without it.
        let stop = self.line.get(day.next - 1).is_some_and(|word| word.text.contains('.'));
        let stopped = self.text.get(last..).is_some_and(|rest| rest.starts_with('.')) && stop;
        let said = || Some(self.text.get(self.line.get(start)?.start..last + usize::from(stopped))?.to_lowercase());
        let typed = match day.typed {
            Some(typed) => typed,
            None => said()?,
        };
        Some(FoundDay { due: day.due, typed, led: start > at, at: self.line.get(at)?.start..last })
    }

    /// Reads a day with the words before it, "by", "on" or an article; returns it with the index of its own first word.
    fn led(&self, at: usize) -> Option<(DayAt, usize)> {
        let is = |sense| move |found| found == sense;
        let until = past(&self.line, at, self.words, is(Sense::Until));
        let start = past(&self.line, until, self.words, |sense| matches!(sense, Sense::OnDay | Sense::Article));
        // "La semana que viene" begins with an article of its own.
        [until, start].into_iter().find_map(|start| {
            let start = past(&self.line, start, self.words, is(Sense::Coming));
            let long = self.coming(start).or_else(|| self.day(start));
            let month_alone = || (until > at).then(|| self.month_alone(start)).flatten();
            let day = long.or_else(month_alone)?;
            // "On a Monday" names no certain day.
            let vague = start > 0 && is_at(&self.line, start - 1, self.words, Sense::Number(1));
            (!vague || day.typed.is_some()).then_some((day, start))
        })
    }

    /// Reads "next month" or "next week", whose first words stand before `start`.
    fn coming(&self, start: usize) -> Option<DayAt> {
        let said = start > 0 && is_at(&self.line, start - 1, self.words, Sense::Coming);
        let (sense, length) = phrase_at(&self.line, start, self.words, |sense| matches!(sense, Sense::Unit(_)))?;
        let Sense::Unit(days) = sense else { return None };
        said.then(|| self.span(1, days, start + length, true)).flatten()
    }

    fn day(&self, at: usize) -> Option<DayAt> {
        let word = self.line.get(at)?;
        self.named(at)
            .or_else(|| self.weekday(at))
            .or_else(|| self.part_of(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.quarter(at))
            .or_else(|| {
                let (number, unit) = span_parts(&word.folded).filter(|(number, _)| number.len() <= 4)?;
                self.span(number.parse().ok()?, unit, at + 1, true)
            })
            .or_else(|| self.numbered(at))
    }

    /// Reads a date in numbers. Where the month comes first, its typed form says the day in full: the record is also read
    /// where the day comes first.
    fn numbered(&self, at: usize) -> Option<DayAt> {
        let Calendar { today, order, .. } = *self.calendar;
        let day = numbered::date(self.line.get(at)?, self.text, today, order)?;
        let typed = (order == DateOrder::MonthFirst).then(|| day.to_string());
        Some(DayAt { typed, ..sure(day, at + 1) })
    }

    /// Reads today, tomorrow or next week.
    fn named(&self, at: usize) -> Option<DayAt> {
        let (sense, length) = phrase_at(&self.line, at, self.words, |sense| {
            matches!(sense, Sense::Today | Sense::Tomorrow | Sense::NextWeek)
        })?;
        let (days, typed) = match sense {
            Sense::Today => (0, None),
            Sense::Tomorrow => (1, None),
            _ => (7, Some("1w".to_owned())),
        };
        Some(DayAt { due: self.calendar.ahead(days)?, next: at + length, typed, sure: true })
    }

    /// Reads a day of the week, and the date that may follow it.
    fn weekday(&self, at: usize) -> Option<DayAt> {
        let (sense, length) = phrase_at(&self.line, at, self.words, |sense| matches!(sense, Sense::Weekday(_)))?;
        let Sense::Weekday(day) = sense else { return None };
        let next = past(&self.line, at + length, self.words, |sense| sense == Sense::Coming);
        let date = past(&self.line, next, self.words, |sense| matches!(sense, Sense::OnDay | Sense::Article));
        let dated = self.day_of_month(date).or_else(|| self.numbered(date));
        let long = self.line.get(at).is_some_and(|word| word.text.chars().count() > SHORT_FORM);
        let due = Due::On(next_weekday(day, self.calendar.today)?);
        let typed = (next > at + length).then(|| self.line.get(at).map(|word| word.folded.to_string())).flatten();
        dated.or(Some(DayAt { due, next, typed, sure: long }))
    }

    /// Reads the beginning, the middle or the end of a month; the end of a week, a quarter or a year.
    fn part_of(&self, at: usize) -> Option<DayAt> {
        let part = |sense| matches!(sense, Sense::Early | Sense::Middle | Sense::End);
        let (part, length) = phrase_at(&self.line, at, self.words, part)?;
        let small = |sense| matches!(sense, Sense::Article | Sense::Preposition | Sense::OnDay);
        let of = past(&self.line, at + length, self.words, small);
        if let Some((month, next)) = self.month(of) {
            let (year, next) = self.year(next);
            let day = match part {
                Sense::Early => 5,
                Sense::Middle => 15,
                _ => 31,
            };
            return Some(sure(next_in_year(day, month, year, self.calendar.today, last_of_month)?, next));
        }
        (part == Sense::End).then(|| self.end_of(of)).flatten()
    }

    fn end_of(&self, of: usize) -> Option<DayAt> {
        let today = self.calendar.today;
        if let Some((_, length)) = phrase_at(&self.line, of, self.words, |sense| sense == Sense::NextWeek) {
            let friday = next_weekday(5, next_weekday(7, today.yesterday().ok()?)?)?;
            return Some(sure(friday, of + length));
        }
        if let Some(quarter) = self.quarter(of) {
            return Some(quarter);
        }
        let (sense, length) = phrase_at(&self.line, of, self.words, |sense| matches!(sense, Sense::Unit(_)))?;
        let next = of + length;
        match sense {
            Sense::Unit(7) => {
                let friday = next_weekday(5, today)?;
                Some(DayAt { typed: Some("friday".to_owned()), ..sure(friday, next) })
            }
            Sense::Unit(30) => Some(sure(last_of_month(today.year(), today.month())?, next)),
            Sense::Unit(91) => Some(sure(end_of_quarter((today.month() + 2) / 3, None, today)?, next)),
            Sense::Unit(365) => Some(sure(Date::new(today.year(), 12, 31).ok()?, next)),
            _ => None,
        }
    }

    /// Reads `4 dec`, `dec 4` or `15 de marzo`, with or without a year.
    fn day_of_month(&self, at: usize) -> Option<DayAt> {
        let of = past(&self.line, at + 1, self.words, |sense| matches!(sense, Sense::Preposition | Sense::OnDay));
        let first = self.number(at).and_then(|day| Some((day, self.month(of)?)));
        let (day, (month, next)) = first.or_else(|| {
            let (month, next) = self.month(at)?;
            Some((self.number(next)?, (month, next + 1)))
        })?;
        let (year, next) = self.year(next);
        let exact = |year, month| Date::new(year, month, day).ok();
        Some(sure(next_in_year(day, month, year, self.calendar.today, exact)?, next))
    }

    /// Reads "two weeks", "a month" or "10 days".
    fn counted(&self, at: usize) -> Option<DayAt> {
        let word = self.line.get(at)?;
        let digits = word.folded.parse::<u32>().ok().filter(|_| word.folded.len() <= 4).map(|number| (number, 1));
        let in_words = || match phrase_at(&self.line, at, self.words, |sense| matches!(sense, Sense::Number(_)))? {
            (Sense::Number(number), length) => Some((number, length)),
            _ => None,
        };
        // "Within a week" has lost its article to the words before the day.
        let article =
            || (at > 0).then(|| phrase_at(&self.line, at - 1, self.words, |sense| sense == Sense::Article))?;
        let (number, length) = digits.or_else(in_words).or_else(|| article().map(|_| (1, 0)))?;
        let unit = at + length;
        let (sense, length) = phrase_at(&self.line, unit, self.words, |sense| matches!(sense, Sense::Unit(_)))?;
        let Sense::Unit(days) = sense else { return None };
        self.span(number, days, unit + length, false)
    }

    /// Reads `Q2`, with or without a year: its last day.
    fn quarter(&self, at: usize) -> Option<DayAt> {
        let quarter =
            self.line.get(at)?.folded.strip_prefix('q')?.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
        let (year, next) = self.year(at + 1);
        Some(sure(end_of_quarter(quarter, year, self.calendar.today)?, next))
    }

    /// Reads a month alone, which is meant by its first day: "by June".
    fn month_alone(&self, at: usize) -> Option<DayAt> {
        let (month, next) = self.month(at)?;
        let (year, next) = self.year(next);
        let first = |year, month| Date::new(year, month, 1).ok();
        Some(sure(next_in_year(1, month, year, self.calendar.today, first)?, next))
    }

    fn span(&self, number: u32, unit: u32, next: usize, sure: bool) -> Option<DayAt> {
        let letter = match unit {
            1 => 'd',
            7 => 'w',
            30 => 'm',
            91 => 'q',
            365 => 'y',
            _ => return None,
        };
        let due = self.calendar.ahead(number.checked_mul(unit)?)?;
        Some(DayAt { due, next, typed: Some(format!("{number}{letter}")), sure })
    }

    fn month(&self, at: usize) -> Option<(i8, usize)> {
        match phrase_at(&self.line, at, self.words, |sense| matches!(sense, Sense::Month(_)))? {
            (Sense::Month(month), length) => Some((i8::try_from(month).ok()?, at + length)),
            _ => None,
        }
    }

    /// Reads the number of a day: `4`, `4th`.
    fn number(&self, at: usize) -> Option<i8> {
        let digits = self.line.get(at)?.folded.trim_end_matches(|c: char| c.is_alphabetic() || c == 'º').to_owned();
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    }

    fn year(&self, at: usize) -> (Option<i16>, usize) {
        let of = past(&self.line, at, self.words, |sense| sense == Sense::Preposition);
        let year = |at: usize| {
            let word = self.line.get(at)?;
            word.folded.parse::<i16>().ok().filter(|year| (1900..2200).contains(year))
        };
        match (year(at), year(of)) {
            (Some(year), _) => (Some(year), at + 1),
            (None, Some(year)) => (Some(year), of + 1),
            (None, None) => (None, at),
        }
    }
}

const fn sure(day: Date, next: usize) -> DayAt {
    DayAt { due: Due::On(day), next, typed: None, sure: true }
}

#[cfg(test)]
mod tests;
