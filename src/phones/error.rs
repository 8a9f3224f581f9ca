use std::io;
use std::net::{IpAddr, SocketAddr};

use thiserror::Error;

/// Why the page for phones could not be opened, and what to do.
#[derive(Debug, Error)]
pub enum PhonesError {
    /// The typed address is none.
    #[error(
        "\"{0}\" is no address of this machine; type its number on the network, like 192.168.1.20 or 192.168.1.20:4242"
    )]
    NotAnAddress(String),
    /// The typed address stands for every network of this machine.
    #[error("{0} would open the page on every network of this machine; name the one address that the phones can reach")]
    Everywhere(IpAddr),
    /// The machine has no network.
    #[error("this machine is on no network; join the network of the room, or name an address")]
    NoNetwork,
    /// The address that was found can be reached from everywhere.
    #[error(
        "the address of this machine, {0}, is on the open internet; if the page shall stand there, name that address"
    )]
    Public(IpAddr),
    /// The address could not be listened on.
    #[error("phones cannot reach {address}: {source}; name another address of this machine, or another port")]
    NotBound {
        /// The address.
        address: SocketAddr,
        /// The reason that the system gives.
        source: io::Error,
    },
    /// The system gave no random numbers, so that the address would not be secret.
    #[error("the system gives no random numbers, and without them anybody could guess the address")]
    NoChance,
    /// The server could not be started.
    #[error("the page could not be started: {0}; close other programs and try again")]
    NotStarted(io::Error),
}
