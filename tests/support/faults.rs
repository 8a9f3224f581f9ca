//! A network that is bad on purpose: a proxy that cuts, delays, swallows and refuses, and the seeded faults of a server.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::postgres::{Cluster, Stop};

/// The most bytes that pass at a time.
const CHUNK: usize = 8192;

/// How often a connection through which nothing may pass looks whether something may.
const PAUSE: Duration = Duration::from_millis(2);

/// A proxy between clients and a server.
pub(crate) struct FaultProxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

struct Shared {
    server: Mutex<SocketAddr>,
    links: Mutex<Vec<Arc<Link>>>,
    closed: AtomicBool,
    refuses: AtomicBool,
    swallows: AtomicBool,
    /// The time by which everything that passes is late.
    lag: AtomicU64,
}

/// One connection: both its halves, and how much may pass until it is cut.
struct Link {
    client: TcpStream,
    server: TcpStream,
    left: AtomicI64,
}

impl FaultProxy {
    /// A proxy to the server at this address, which does no harm yet.
    pub(crate) fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            server: Mutex::new(server),
            links: Mutex::default(),
            closed: AtomicBool::new(false),
            refuses: AtomicBool::new(false),
            swallows: AtomicBool::new(false),
            lag: AtomicU64::new(0),
        });
        let all = Arc::clone(&shared);
        let accepting = thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if all.closed.load(Ordering::Relaxed) {
                    return;
                }
                if !all.refuses.load(Ordering::Relaxed) {
                    let _ = all.connects(client);
                }
            }
        });
        Self { address, shared, accepting: Some(accepting) }
    }

    /// Where clients connect.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The server is now here.
    pub(crate) fn leads_to(&self, server: SocketAddr) {
        *locked(&self.shared.server) = server;
    }

    /// Cuts every connection; returns how many there were.
    pub(crate) fn cut(&self) -> usize {
        locked(&self.shared.links).drain(..).map(|link| link.cut()).count()
    }

    /// Cuts every connection once so many more bytes have passed through it, in the middle of whatever passes then.
    pub(crate) fn cut_after(&self, bytes: u32) {
        for link in locked(&self.shared.links).iter() {
            link.left.store(i64::from(bytes), Ordering::Relaxed);
        }
    }

    /// Makes everything late by this much, in each direction.
    pub(crate) fn delay(&self, time: Duration) {
        self.shared.lag.store(time.as_millis() as u64, Ordering::Relaxed);
    }

    /// Whether connections stay open while nothing passes through them, as on a train in a tunnel.
    pub(crate) fn swallow(&self, swallows: bool) {
        self.shared.swallows.store(swallows, Ordering::Relaxed);
    }

    /// Whether new connections are closed at once.
    pub(crate) fn refuse(&self, refuses: bool) {
        self.shared.refuses.store(refuses, Ordering::Relaxed);
    }

    /// The number of connections now.
    pub(crate) fn connections(&self) -> usize {
        locked(&self.shared.links).len()
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.shared.closed.store(true, Ordering::Relaxed);
        self.cut();
        let _ = TcpStream::connect(self.address);
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Shared {
    fn connects(self: &Arc<Self>, client: TcpStream) -> std::io::Result<()> {
        let server = TcpStream::connect(*locked(&self.server))?;
        client.set_nodelay(true)?;
        server.set_nodelay(true)?;
        let (up, down) = ((client.try_clone()?, server.try_clone()?), (server.try_clone()?, client.try_clone()?));
        let link = Arc::new(Link { client, server, left: AtomicI64::new(i64::MAX) });
        locked(&self.links).push(Arc::clone(&link));
        for (from, to) in [up, down] {
            let (all, link) = (Arc::clone(self), Arc::clone(&link));
            thread::spawn(move || {
                let _ = all.passes(from, to, &link);
                link.cut();
                locked(&all.links).retain(|other| !Arc::ptr_eq(other, &link));
            });
        }
        Ok(())
    }

    fn passes(&self, mut from: TcpStream, mut to: TcpStream, link: &Link) -> std::io::Result<()> {
        let mut bytes = [0; CHUNK];
        loop {
            let count = from.read(&mut bytes)?;
            if count == 0 {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(self.lag.load(Ordering::Relaxed)));
            while self.swallows.load(Ordering::Relaxed) && !self.closed.load(Ordering::Relaxed) {
                thread::sleep(PAUSE);
            }
            let left = link.left.fetch_sub(i64::try_from(count).unwrap_or(i64::MAX), Ordering::Relaxed);
            let may_pass = usize::try_from(left).unwrap_or(0).min(count);
            to.write_all(&bytes[..may_pass])?;
            if may_pass < count {
                return Ok(());
            }
        }
    }
}

impl Link {
    fn cut(&self) {
        let _ = self.client.shutdown(Shutdown::Both);
        let _ = self.server.shutdown(Shutdown::Both);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What can happen to a server and to the network before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Every connection breaks.
    Cut,
    /// Every connection breaks after so many more bytes.
    CutAfter(u32),
    /// Everything is late by so many milliseconds for a while.
    Delay(u64),
    /// Nothing passes for so many milliseconds.
    Tunnel(u64),
    /// Nobody can connect for so many milliseconds, and nobody is connected.
    Away(u64),
    /// The server ends every connection.
    Terminate,
    /// The server is stopped and started again.
    Restart(Stop),
}

impl Fault {
    /// A fault for a number that was drawn; one in eight stops the server.
    pub(crate) fn drawn(number: u64) -> Self {
        let size = number / 16;
        match number % 16 {
            0 => Self::Restart(Stop::Fast),
            1 => Self::Restart(Stop::Immediate),
            2..=4 => Self::Terminate,
            5..=6 => Self::Cut,
            // Around a line or two, so that requests, commits and their answers are each cut somewhere.
            7..=11 => Self::CutAfter((size % 3_000) as u32),
            12 => Self::Delay(size % 40),
            13 => Self::Tunnel(size % 120),
            _ => Self::Away(size % 120),
        }
    }

    /// Makes it happen, and returns when it is over. A cut after some bytes may come later.
    pub(crate) fn happens(self, cluster: &Mutex<Cluster>, proxy: &FaultProxy) {
        let wait = |time| thread::sleep(Duration::from_millis(time));
        match self {
            Self::Cut => drop(proxy.cut()),
            Self::CutAfter(bytes) => proxy.cut_after(bytes),
            Self::Delay(time) => {
                proxy.delay(Duration::from_millis(time));
                wait(100);
                proxy.delay(Duration::ZERO);
            }
            Self::Tunnel(time) => {
                proxy.swallow(true);
                wait(time);
                proxy.swallow(false);
            }
            Self::Away(time) => {
                proxy.refuse(true);
                proxy.cut();
                wait(time);
                proxy.refuse(false);
            }
            Self::Terminate => drop(locked(cluster).terminate_backends()),
            Self::Restart(how) => {
                let mut cluster = locked(cluster);
                cluster.stop(how);
                cluster.go_on();
                proxy.leads_to(cluster.address());
            }
        }
    }
}
