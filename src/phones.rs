//! The page that phones in the room open: its forms and the server on the local network.
//!
//! The server knows only what the console tells it ([`crate::app::phones::PhonePage`]) and reports only answers
//! ([`crate::app::phones::PhoneAnswer`]); it reads no file and writes none.
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
mod hall;
mod live;
mod page_token;
mod pages;
mod seat_cookie;
mod seats;
mod server;
mod site;

pub use error::PhonesError;
pub use server::PhoneServer;
