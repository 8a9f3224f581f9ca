use super::map_draft::MapDraft;
use super::texts::{TEXT_LIMIT, one_line};
use crate::import::imported::{ImportRemark, RemarkSort, RemarkTopic};
use crate::import::input::limits;
use crate::import::place::SourcePlace;
use crate::import::questions::{UnclearDays, UnknownStatus};

impl MapDraft<'_> {
    /// Adds a remark on a part of the file; the sentence has no full stop.
    pub(in crate::import) fn remark(&mut self, place: SourcePlace, sort: RemarkSort, says: impl Into<String>) {
        self.say(place, sort, &says.into(), RemarkTopic::Other);
    }

    /// Adds a remark of which there may be very many, with different names in it: `like` is what they have in common.
    pub(in crate::import) fn remark_like(
        &mut self,
        place: &SourcePlace,
        sort: RemarkSort,
        like: &'static str,
        says: impl Into<String>,
    ) {
        self.say(place.clone(), sort, &says.into(), RemarkTopic::Like(like));
    }

    pub(super) fn say(&mut self, place: SourcePlace, sort: RemarkSort, says: &str, topic: RemarkTopic) {
        if self.map.remarks.len() >= limits::REMARKS {
            self.unsaid = self.unsaid.saturating_add(1);
            return;
        }
        let says = one_line(says, TEXT_LIMIT);
        self.map.remarks.push(ImportRemark { place, sort, says, topic });
    }

    /// Asks what the mapping does not answer about words and days.
    pub(super) fn ask(&mut self) {
        let questions = self.map.questions.clone();
        let open = questions.statuses.into_iter().filter(|(key, _)| !self.context.mapping.statuses.contains_key(key));
        for (key, asked) in open.collect::<Vec<_>>() {
            let UnknownStatus { word, things, place } = asked;
            let of = if things == 1 { "1 thing".to_owned() } else { format!("{things} things") };
            let says =
                format!("\u{201c}{word}\u{201d} is the status of {of}: is that idea, pilot, live, fading or stopped?");
            self.say(place, RemarkSort::Asked, &says, RemarkTopic::Status(key));
        }
        if let Some(UnclearDays { sample, cells, place }) = questions.days
            && self.context.mapping.dates.is_none()
        {
            let more = match cells {
                0 | 1 => String::new(),
                2 => " (and in 1 more cell)".to_owned(),
                cells => format!(" (and in {} more cells)", cells - 1),
            };
            let says = format!("{sample} may be two days{more}: does the day come first, or the month?");
            self.say(place, RemarkSort::Asked, &says, RemarkTopic::Days);
        }
    }
}
