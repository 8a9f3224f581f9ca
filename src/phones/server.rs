use std::fmt;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::address::listen;
use super::connections::{ConnectionPermit, Connections};
use super::error::PhonesError;
use super::gate::PhoneGate;
use super::hall::PhoneHall;
use super::page_token::PageToken;
use super::seat_cookie::CookieKey;
use super::site::{PeerAddress, Site, pages};
use crate::app::phones::{PhonePage, PhonesReport};

/// The maximum time for the head of a request, and for a connection that waits for its next request.
const HEAD_WITHIN: Duration = Duration::from_secs(10);

/// The maximum number of bytes in the head of a request.
const HEAD_SIZE: usize = 16 * 1024;

/// The maximum number of header lines in a request.
const HEAD_LINES: usize = 64;

/// The time between two counts of the phones that are there.
const COUNTED_EVERY: Duration = Duration::from_secs(1);

/// The pause after a connection could not be accepted, because the system has no more of something.
const BREATH: Duration = Duration::from_millis(100);

/// The time that phones have to take in that the session is over.
const FAREWELL: Duration = Duration::from_millis(500);

/// The page for phones, served from a thread of its own until this value is dropped. It opens no other port, and neither
/// reads a file nor writes one.
pub struct PhoneServer {
    address: String,
    hall: Arc<PhoneHall>,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
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
        listener.set_nonblocking(true).map_err(PhonesError::NotStarted)?;
        let stands = listener.local_addr().map_err(PhonesError::NotStarted)?;
        let gate = PhoneGate::new(stands, PageToken::new()?);
        let address = gate.address();
        let base = Arc::from(gate.base());
        let hall = Arc::new(PhoneHall::new(page, told));
        let site = Site { hall: Arc::clone(&hall), gate: Arc::new(gate), key: Arc::new(CookieKey::new()?), base };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build();
        let runtime = runtime.map_err(PhonesError::NotStarted)?;
        let (stop, stopped) = watch::channel(false);
        let thread = Builder::new().name("phones".to_owned());
        let thread = thread.spawn(move || run(&runtime, listener, site, stopped)).map_err(PhonesError::NotStarted)?;
        Ok(Self { address, hall, stop, thread: Some(thread) })
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
    /// Tells the phones that the session is over, stops the server and forgets every answer.
    fn drop(&mut self) {
        self.hall.end();
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has ended too.
            let _ = thread.join();
        }
    }
}

fn run(runtime: &Runtime, listener: TcpListener, site: Site, stopped: watch::Receiver<bool>) {
    runtime.block_on(async {
        let hall = Arc::clone(&site.hall);
        match tokio::net::TcpListener::from_std(listener) {
            Ok(listener) => serve(&listener, site, stopped).await,
            Err(error) => hall.report_closed(PhonesError::NotStarted(error).to_string()),
        }
    });
}

/// Accepts connections until the server is stopped, then waits a moment for those that are open.
async fn serve(listener: &tokio::net::TcpListener, site: Site, mut stopped: watch::Receiver<bool>) {
    let connections = Connections::default();
    let hall = Arc::clone(&site.hall);
    let pages = pages(site);
    let mut count = tokio::time::interval(COUNTED_EVERY);
    loop {
        tokio::select! {
            _ = stopped.changed() => break,
            _ = count.tick() => hall.count_present(),
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    let from = peer.ip().to_canonical();
                    // Without a permit the connection is closed at once.
                    if let Some(permit) = connections.enter(from) {
                        tokio::spawn(connection(stream, from, pages.clone(), permit, stopped.clone()));
                    }
                }
                Err(_) => sleep(BREATH).await,
            },
        }
    }
    let _ = timeout(FAREWELL, connections.all_left()).await;
}

/// Answers the requests of one connection.
async fn connection(
    stream: TcpStream,
    from: IpAddr,
    pages: Router,
    permit: ConnectionPermit,
    mut stopped: watch::Receiver<bool>,
) {
    // Small answers go out at once.
    let _ = stream.set_nodelay(true);
    let pages = TowerToHyperService::new(pages.layer(Extension(PeerAddress(from))));
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_headers(HEAD_LINES)
        .max_header_size(HEAD_SIZE);
    let mut served = std::pin::pin!(builder.serve_connection(TokioIo::new(stream), pages));
    tokio::select! {
        // A connection that breaks off concerns nobody else.
        _ = served.as_mut() => {}
        _ = stopped.changed() => {
            served.as_mut().graceful_shutdown();
            let _ = served.await;
        }
    }
    drop(permit);
}
