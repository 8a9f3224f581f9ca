use super::answer::{PhoneAnswer, Vote, on_one_line};
use super::chore::{PhonesChore, PhonesReport};
use super::code::PhoneCode;
use super::due::{close, serves};
use super::question::QuestionSource;
use super::slips;
use super::state::PhonesLink;
use super::waiting::{add_question, add_surprise};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;

/// Takes in a report about phones.
pub(in crate::app) fn reported(model: &mut Model, report: PhonesReport) -> Vec<Effect> {
    model.phones.stale = true;
    match report {
        PhonesReport::Open(address) => opened(model, address),
        PhonesReport::Present(present) => {
            model.phones.present = present;
            Vec::new()
        }
        PhonesReport::Answered(answer) => answered(model, answer),
        PhonesReport::Closed(says) => {
            let was_open = model.phones.link != PhonesLink::Closed;
            if !says.is_empty() {
                model.tell(Tone::Alarm, says);
            }
            if was_open { close(model) } else { Vec::new() }
        }
        PhonesReport::Board(_) => Vec::new(),
    }
}

/// Takes in that the page is there; a session that is no longer open has none.
fn opened(model: &mut Model, address: String) -> Vec<Effect> {
    if model.phones.link == PhonesLink::Closed || !serves(model) {
        model.phones.link = PhonesLink::Closed;
        return vec![Effect::Phones(PhonesChore::Close)];
    }
    let code = PhoneCode::of(&address);
    model.phones.link = PhonesLink::Open { address, code };
    model.phones.openings = model.phones.openings.saturating_add(1);
    model.phones.page = None;
    Vec::new()
}

/// Takes in an answer. One that came too late, or does not fit, is dropped: the phone was told so.
fn answered(model: &mut Model, PhoneAnswer { seat, number, vote }: PhoneAnswer) -> Vec<Effect> {
    let phones = &mut model.phones;
    if !phones.is_open() {
        return Vec::new();
    }
    phones.slips_wait = false;
    let seat = (phones.openings, seat);
    match &vote {
        Vote::Question(text) => {
            add_question(&mut phones.waiting, seat, on_one_line(text));
            return Vec::new();
        }
        Vote::Surprised => {
            let about = phones.page.as_ref().map_or("", |(page, _)| page.last_line.as_str());
            add_surprise(&mut phones.waiting, seat, about);
            return Vec::new();
        }
        _ => {}
    }
    let shown = phones.page.as_ref().is_some_and(|(page, _)| page.number == number && vote.fits(&page.asks));
    let asked = &mut phones.asked;
    if !shown || number != asked.number || !vote.fits(&asked.asks) {
        return Vec::new();
    }
    if matches!(asked.source, QuestionSource::Hidden(_)) {
        let options = asked.asks.options().to_vec();
        return slips::give(model, seat, &vote, &options);
    }
    asked.votes.insert(seat, vote);
    Vec::new()
}
