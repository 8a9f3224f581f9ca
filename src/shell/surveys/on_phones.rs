//! A survey that is answered on phones, until everybody has sent, Enter is pressed, or the system asks to end.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::phone_forms::{PhoneForms, doors};
use crate::exercise::{Catalogue, SurveyRecord};
use crate::phones::{InCount, PhonesError, SurveyServer};
use crate::shell::input::{Input, Signal, stop_here, watch_signals};

/// A link of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyLink {
    /// The name of the person for whom it is; `None` for everybody.
    pub name: Option<String>,
    /// The address, with its token.
    pub address: String,
}

/// What happens while phones answer.
enum SurveyNews {
    In(InCount),
    Close,
}

/// A survey while its page is open; the page closes when this value is dropped.
#[derive(Debug)]
pub struct PhoneSurvey {
    server: SurveyServer,
    news: Receiver<SurveyNews>,
    links: Vec<SurveyLink>,
    missing: Vec<String>,
}

impl PhoneSurvey {
    /// Opens the page of a survey on an address of this machine; `None` stands for that on the local network.
    ///
    /// # Errors
    /// When nothing can listen there, and when the address would be open to the internet and was not typed.
    pub fn open(record: &SurveyRecord, address: Option<&str>, catalogue: Catalogue) -> Result<Self, PhonesError> {
        let (store, forms, missing) = PhoneForms::read(record, catalogue);
        let names: Vec<Option<String>> =
            forms.iter().map(|form| record.issued(&form.mark).and_then(|issued| issued.name.clone())).collect();
        let (sender, news) = channel();
        let told = sender.clone();
        let server =
            SurveyServer::open(address, doors(forms), store, move |count| drop(told.send(SurveyNews::In(count))))?;
        watch(sender).map_err(PhonesError::NotStarted)?;
        let links = server.addresses().iter().zip(names);
        let links = links.map(|(address, name)| SurveyLink { name, address: address.clone() }).collect();
        Ok(Self { server, news, links, missing })
    }

    /// The links, in the order in which people were listed.
    pub fn links(&self) -> &[SurveyLink] {
        &self.links
    }

    /// The names of the files of forms that are not where they were made, or are none any more.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// How many forms are in now.
    pub fn count(&self) -> InCount {
        self.server.count()
    }

    /// Waits until another number of forms is in; `None` when the page is to be closed.
    pub fn wait(&self) -> Option<InCount> {
        match self.news.recv() {
            Ok(SurveyNews::In(count)) => Some(count),
            Ok(SurveyNews::Close) | Err(_) => None,
        }
    }
}

/// Waits for Enter and for signals, each in a thread of its own.
fn watch(closes: Sender<SurveyNews>) -> io::Result<()> {
    let (sender, inputs) = channel();
    watch_signals(sender)?;
    let ended = closes.clone();
    thread::spawn(move || {
        for input in inputs {
            match input {
                Input::Signal(Signal::Stop) => stop_here(),
                Input::Signal(Signal::End) if ended.send(SurveyNews::Close).is_err() => return,
                _ => {}
            }
        }
    });
    thread::spawn(move || {
        let read = io::stdin().read_line(&mut String::new());
        // Where nobody is at a keyboard, as in a script, the page stays until everybody has answered.
        if matches!(read, Ok(length) if length > 0) || io::stdin().is_terminal() {
            drop(closes.send(SurveyNews::Close));
        }
    });
    Ok(())
}
