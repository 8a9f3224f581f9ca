use std::fmt;
use std::sync::Arc;

use super::doors::{InCount, SurveyDoors};
use super::forms::SurveyForms;
use super::saving::FormStore;
use super::site::{SurveySite, pages};
use crate::phones::address::listen;
use crate::phones::error::PhonesError;
use crate::phones::gate::PhoneGate;
use crate::phones::page_token::PageToken;
use crate::phones::seat_cookie::CookieKey;
use crate::phones::serving::ServedPages;

/// The page of a survey, served from a thread of its own until this value is dropped. What was sent by then is saved.
pub struct SurveyServer {
    addresses: Vec<String>,
    forms: Arc<SurveyForms>,
    _pages: ServedPages,
}

impl fmt::Debug for SurveyServer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The addresses hold the tokens.
        out.debug_struct("SurveyServer").finish_non_exhaustive()
    }
}

impl SurveyServer {
    /// Opens the page on an address of this machine, with a port or without; `None` stands for its address on the local
    /// network. `told` hears how many forms are in whenever that changes; it is called from the thread of the server, and
    /// must not wait.
    ///
    /// # Errors
    /// When nothing can listen there, and when the address would be open to the internet and was not typed.
    pub fn open(
        address: Option<&str>,
        doors: SurveyDoors,
        store: impl FormStore,
        told: impl Fn(InCount) + Send + Sync + 'static,
    ) -> Result<Self, PhonesError> {
        let listener = listen(address)?;
        let stands = listener.local_addr().map_err(PhonesError::NotStarted)?;
        let tokens = (0..doors.links()).map(|_| PageToken::new()).collect::<Result<Vec<_>, _>>()?;
        let gate = Arc::new(PhoneGate::new(stands, tokens));
        let addresses = (0..doors.links()).map(|door| gate.address(door)).collect();
        let forms = Arc::new(SurveyForms::new(doors, store, told));
        let site = SurveySite { forms: Arc::clone(&forms), gate, key: Arc::new(CookieKey::new()?) };
        let served = ServedPages::start(listener, pages(site), || (), |_| ())?;
        Ok(Self { addresses, forms, _pages: served })
    }

    /// The address of each link, with its token, in the order of the forms.
    pub fn addresses(&self) -> &[String] {
        &self.addresses
    }

    /// How many forms are in now.
    pub fn count(&self) -> InCount {
        self.forms.count()
    }
}
