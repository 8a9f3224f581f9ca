use std::fmt;
use std::sync::Arc;

use super::address::listen;
use super::error::PhonesError;
use super::gate::PhoneGate;
use super::hall::PhoneHall;
use super::page_token::PageToken;
use super::seat_cookie::CookieKey;
use super::serving::ServedPages;
use super::site::{Site, pages};
use crate::app::phones::{PhonePage, PhonesReport};

/// The page for phones, served from a thread of its own until this value is dropped. It opens no other port, and neither
/// reads a file nor writes one.
pub struct PhoneServer {
    address: String,
    hall: Arc<PhoneHall>,
    _pages: ServedPages,
}

impl fmt::Debug for PhoneServer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address holds the token.
        out.debug_struct("PhoneServer").finish_non_exhaustive()
    }
}

impl PhoneServer {
    /// Opens the page.
    ///
    /// `address` is an address of this machine, with a port or without; `None` stands for its address on the local
    /// network. `told` is called from the thread of the server, and must not wait.
    ///
    /// # Errors
    /// When nothing can listen there, and when the address would be open to the internet and was not typed.
    pub fn open(
        address: Option<&str>,
        page: PhonePage,
        told: impl Fn(PhonesReport) + Send + Sync + 'static,
    ) -> Result<Self, PhonesError> {
        let listener = listen(address)?;
        let stands = listener.local_addr().map_err(PhonesError::NotStarted)?;
        let gate = PhoneGate::new(stands, vec![PageToken::new()?]);
        let address = gate.address(0);
        let base = Arc::from(gate.base(0));
        let hall = Arc::new(PhoneHall::new(page, told));
        let site = Site { hall: Arc::clone(&hall), gate: Arc::new(gate), key: Arc::new(CookieKey::new()?), base };
        let (counts, closes) = (Arc::clone(&hall), Arc::clone(&hall));
        let served = ServedPages::start(
            listener,
            pages(site),
            move || counts.count_present(),
            move |error| closes.report_closed(error.to_string()),
        )?;
        Ok(Self { address, hall, _pages: served })
    }

    /// The address of the page, with its token: what the QR code holds.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Shows this page on every phone from now on.
    pub fn show(&self, page: PhonePage) {
        self.hall.show(page);
    }
}

impl Drop for PhoneServer {
    /// Tells the phones that the session is over; then the server stops, and every answer is forgotten.
    fn drop(&mut self) {
        self.hall.end();
    }
}
