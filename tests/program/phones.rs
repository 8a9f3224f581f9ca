//! The page for phones, asked over loopback as browsers ask, and as those ask who mean no good.

mod browser;
pub(crate) mod client;
mod crowd;
mod safe;
mod survey;
mod walk;

use std::sync::mpsc::{Receiver, channel};

use adjacent::app::phones::{PhoneAsk, PhonePage, PhonesReport};
use adjacent::phones::PhoneServer;

/// A server on a free port of loopback, and what it reports.
fn opened(page: PhonePage) -> (PhoneServer, Receiver<PhonesReport>) {
    let (sender, reports) = channel();
    let told = move |report| drop(sender.send(report));
    (PhoneServer::open(Some("127.0.0.1:0"), page, told).unwrap(), reports)
}

/// A question of the room.
fn question(number: u64, asks: PhoneAsk) -> PhonePage {
    PhonePage {
        number,
        title: "Four AI changes, one customer".to_owned(),
        question: "What will change next door first?".to_owned(),
        last_line: "more Claim routing means less Waiting".to_owned(),
        asks,
        ..PhonePage::default()
    }
}

fn options() -> Vec<String> {
    ["Claim routing", "Waiting", "Complaints"].map(str::to_owned).to_vec()
}

/// The answers among reports, without the counts of phones.
fn answers(reports: &Receiver<PhonesReport>) -> Vec<adjacent::app::phones::PhoneAnswer> {
    let answers = reports.try_iter().filter_map(|report| match report {
        PhonesReport::Answered(answer) => Some(answer),
        _ => None,
    });
    answers.collect()
}
