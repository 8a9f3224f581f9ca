//! The page that phones in the room open: its forms and the server on the local network.
//!
//! There are two pages. That of the room follows a session: its server knows only what the console tells it
//! ([`crate::app::phones::PhonePage`]) and reports only answers ([`crate::app::phones::PhoneAnswer`]). That of a survey holds
//! the forms of people who answer alone, and hands them to whoever saves them ([`FormStore`]). No server here reads a file
//! or writes one.
//!
//! ```text
//!  a request --gate: host, address, origin, size, rate--> site: page | answer | live --hall--> report to the console
//!                                                                                        ^
//!                                                            the page that the console shows
//! ```
//!
//! The page works with forms alone. Where a browser runs its script, an event stream brings what changes.

mod address;
mod allowance;
mod connections;
mod error;
mod form;
mod gate;
mod guard;
mod hall;
mod live;
mod page_token;
mod pages;
mod seat_cookie;
mod seats;
mod server;
mod serving;
mod site;
mod survey;

pub use error::PhonesError;
pub use server::PhoneServer;
pub use survey::{FormNotSaved, FormStore, InCount, SurveyDoors, SurveyServer};
