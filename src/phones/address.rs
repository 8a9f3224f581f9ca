use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};

use super::error::PhonesError;

/// The port that is tried first, so that whoever runs the network can open it before the evening.
const FIRST_PORT: u16 = 4242;

/// Listens on a typed address, or on the address of this machine on the local network.
pub(super) fn listen(typed: Option<&str>) -> Result<TcpListener, PhonesError> {
    let (address, port) = match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => named(typed)?,
        None => (local()?, None),
    };
    let bound = |port| {
        let address = SocketAddr::new(address, port);
        TcpListener::bind(address).map_err(|source| PhonesError::NotBound { address, source })
    };
    match port {
        Some(port) => bound(port),
        None => bound(FIRST_PORT).or_else(|_| bound(0)),
    }
}

/// The typed address, and its port if one was typed.
fn named(typed: &str) -> Result<(IpAddr, Option<u16>), PhonesError> {
    let whole = typed.parse::<SocketAddr>().map(|address| (address.ip(), Some(address.port())));
    let bare = || typed.trim_start_matches('[').trim_end_matches(']').parse().map(|address: IpAddr| (address, None));
    let (address, port) = whole.or_else(|_| bare()).map_err(|_| PhonesError::NotAnAddress(typed.to_owned()))?;
    match address {
        _ if address.is_unspecified() => Err(PhonesError::Everywhere(address)),
        _ if address.is_multicast() => Err(PhonesError::NotAnAddress(typed.to_owned())),
        _ => Ok((address, port)),
    }
}

/// The address of this machine on the local network: the one that it would send from. Nothing is sent for it.
fn local() -> Result<IpAddr, PhonesError> {
    // An address that is set aside for documentation, so that the way out decides, and not a neighbour.
    let far = (Ipv4Addr::new(192, 0, 2, 1), 9);
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| socket.connect(far).map(|()| socket));
    let own = socket.and_then(|socket| socket.local_addr()).map_err(|_| PhonesError::NoNetwork)?;
    match own.ip() {
        address if address.is_unspecified() || address.is_loopback() => Err(PhonesError::NoNetwork),
        address if is_local(address) => Ok(address),
        address => Err(PhonesError::Public(address)),
    }
}

/// Whether an address can only be reached from a network near by.
fn is_local(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            // 100.64.0.0/10 is what providers and large houses use inside.
            let inside = matches!(address.octets(), [100, second, ..] if (64..128).contains(&second));
            address.is_private() || address.is_link_local() || address.is_loopback() || inside
        }
        IpAddr::V6(address) => address.is_unique_local() || address.is_unicast_link_local() || address.is_loopback(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_number_with_or_without_a_port() {
        assert_eq!(named("192.168.1.20").unwrap(), ("192.168.1.20".parse().unwrap(), None));
        assert_eq!(named("192.168.1.20:9000").unwrap(), ("192.168.1.20".parse().unwrap(), Some(9000)));
        assert_eq!(named("[fd00::1]:9000").unwrap(), ("fd00::1".parse().unwrap(), Some(9000)));
        assert_eq!(named("[fd00::1]").unwrap(), ("fd00::1".parse().unwrap(), None));
        assert_eq!(named("fd00::1").unwrap(), ("fd00::1".parse().unwrap(), None));
        for typed in ["0.0.0.0", "[::]:80", "0.0.0.0:4242"] {
            assert!(matches!(named(typed), Err(PhonesError::Everywhere(_))), "{typed}");
        }
        for typed in ["room.local", "192.168.1", "192.168.1.20:99999", "224.0.0.1", "here"] {
            assert!(matches!(named(typed), Err(PhonesError::NotAnAddress(_))), "{typed}");
        }
    }

    #[test]
    fn addresses_of_houses_are_local_and_those_of_the_internet_are_not() {
        for address in ["10.1.2.3", "172.16.0.1", "192.168.0.9", "169.254.3.4", "100.64.0.1", "fd12::1", "fe80::1"] {
            assert!(is_local(address.parse().unwrap()), "{address}");
        }
        for address in ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:4860::8888"] {
            assert!(!is_local(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn a_port_that_is_taken_gives_another_one_unless_it_was_typed() {
        let first = listen(Some("127.0.0.1")).unwrap().local_addr().unwrap();
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let typed = taken.local_addr().unwrap().to_string();
        assert!(first.port() > 0);
        assert!(matches!(listen(Some(&typed)), Err(PhonesError::NotBound { .. })));
    }
}
