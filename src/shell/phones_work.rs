//! The chores about phones: the server, in a thread of its own.

use std::sync::mpsc::Sender;

use super::input::Input;
use crate::app::Msg;
#[cfg(feature = "phones")]
use crate::app::phones::PhonePage;
use crate::app::phones::{PhonesChore, PhonesReport};
#[cfg(feature = "phones")]
use crate::phones::PhoneServer;

/// The server of the console; nothing in a program that was built without it.
#[derive(Debug, Default)]
pub(super) struct PhonesWork {
    #[cfg(feature = "phones")]
    server: Option<PhoneServer>,
    /// The page to show; stays when the server is opened after it was told what to show.
    #[cfg(feature = "phones")]
    page: PhonePage,
}

#[cfg(feature = "phones")]
impl PhonesWork {
    /// Performs a chore; what phones answer goes through the channel.
    pub(super) fn perform(&mut self, chore: PhonesChore, reports: Option<&Sender<Input>>) -> Vec<Msg> {
        match chore {
            PhonesChore::Open { address } => vec![Msg::Phones(self.open(address.as_deref(), reports))],
            PhonesChore::Show(page) => {
                self.page = *page;
                if let Some(server) = &self.server {
                    server.show(self.page.clone());
                }
                Vec::new()
            }
            PhonesChore::Close => {
                self.server = None;
                self.page = PhonePage::default();
                vec![Msg::Phones(PhonesReport::Closed(String::new()))]
            }
        }
    }

    /// Opens the page. One that is open stays as it is, unless another address was typed: a new token would send every
    /// phone away.
    fn open(&mut self, address: Option<&str>, reports: Option<&Sender<Input>>) -> PhonesReport {
        if let (Some(server), None) = (&self.server, address) {
            return PhonesReport::Open(server.address().to_owned());
        }
        self.server = None;
        let Some(reports) = reports.cloned() else {
            return PhonesReport::Closed("Phones need the console; it is not running here.".to_owned());
        };
        // Nobody hears a report of a console that has ended.
        let told = move |report| drop(reports.send(Input::Report(Box::new(Msg::Phones(report)))));
        match PhoneServer::open(address, self.page.clone(), told) {
            Ok(server) => {
                let open = PhonesReport::Open(server.address().to_owned());
                self.server = Some(server);
                open
            }
            Err(error) => PhonesReport::Closed(format!("No page for phones: {error}.")),
        }
    }
}

#[cfg(not(feature = "phones"))]
impl PhonesWork {
    /// Says how to have the page.
    #[expect(clippy::unused_self, reason = "with the feature the server is held here")]
    pub(super) fn perform(&mut self, chore: PhonesChore, _reports: Option<&Sender<Input>>) -> Vec<Msg> {
        match chore {
            PhonesChore::Open { .. } => {
                let says = "This program was built without phones; build it with --features phones.";
                vec![Msg::Phones(PhonesReport::Closed(says.to_owned()))]
            }
            PhonesChore::Show(_) | PhonesChore::Close => Vec::new(),
        }
    }
}
