use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The maximum number of open connections.
const ALL: u32 = 1_024;

/// The maximum number of open connections of one address, so that nobody takes all of them alone.
const AN_ADDRESS: u32 = 512;

/// The open connections, counted.
#[derive(Clone, Debug)]
pub(super) struct Connections {
    left: Arc<Semaphore>,
    open: Arc<Mutex<BTreeMap<IpAddr, u32>>>,
}

impl Default for Connections {
    fn default() -> Self {
        Self { left: Arc::new(Semaphore::new(ALL as usize)), open: Arc::default() }
    }
}

impl Connections {
    /// Lets a connection in until the permit is dropped; `None` if too many are open.
    pub(super) fn enter(&self, from: IpAddr) -> Option<ConnectionPermit> {
        let permit = Arc::clone(&self.left).try_acquire_owned().ok()?;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(from).or_default();
        if *count >= AN_ADDRESS {
            return None;
        }
        *count = count.saturating_add(1);
        drop(open);
        Some(ConnectionPermit { from, open: Arc::clone(&self.open), _permit: permit })
    }

    /// Waits until no connection is open.
    pub(super) async fn all_left(&self) {
        let _ = self.left.acquire_many(ALL).await;
    }
}

/// An open connection.
#[derive(Debug)]
pub(super) struct ConnectionPermit {
    from: IpAddr,
    open: Arc<Mutex<BTreeMap<IpAddr, u32>>>,
    _permit: OwnedSemaphorePermit,
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.from) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                open.remove(&self.from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_takes_all_connections_alone_and_those_that_end_are_free_again() {
        let connections = Connections::default();
        let enter = |address: [u8; 4]| -> Vec<_> {
            (0..ALL).filter_map(|_| connections.enter(IpAddr::from(address))).collect()
        };
        let one = enter([10, 0, 0, 1]);
        assert_eq!(one.len(), AN_ADDRESS as usize);
        let other = enter([10, 0, 0, 2]);
        assert_eq!(other.len(), AN_ADDRESS as usize);
        assert!(connections.enter(IpAddr::from([10, 0, 0, 3])).is_none());
        drop(one);
        assert!(connections.enter(IpAddr::from([10, 0, 0, 3])).is_some());
        drop(other);
        assert!(connections.open.lock().unwrap().is_empty());
        assert_eq!(connections.left.available_permits(), ALL as usize);
    }
}
