use std::net::{IpAddr, TcpListener};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::connections::{ConnectionPermit, Connections};
use super::error::PhonesError;
use super::guard::PeerAddress;

/// The maximum time for the head of a request, and for a connection that waits for its next request.
const HEAD_WITHIN: Duration = Duration::from_secs(10);

/// The maximum number of bytes in the head of a request.
const HEAD_SIZE: usize = 16 * 1024;

/// The maximum number of header lines in a request.
const HEAD_LINES: usize = 64;

/// The time between two looks at who is there.
const SECOND: Duration = Duration::from_secs(1);

/// The pause after a connection could not be accepted, because the system has no more of something.
const BREATH: Duration = Duration::from_millis(100);

/// The time that phones have to take in that the page closes.
const FAREWELL: Duration = Duration::from_millis(500);

/// Pages that are served from a thread of their own until this value is dropped. It opens no other port.
#[derive(Debug)]
pub(super) struct ServedPages {
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl ServedPages {
    /// Serves the pages. `every_second` and `failed` are called from the thread, and must not wait; after `failed` nothing
    /// is served.
    pub(super) fn start(
        listener: TcpListener,
        pages: Router,
        every_second: impl Fn() + Send + 'static,
        failed: impl FnOnce(PhonesError) + Send + 'static,
    ) -> Result<Self, PhonesError> {
        listener.set_nonblocking(true).map_err(PhonesError::NotStarted)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build();
        let runtime = runtime.map_err(PhonesError::NotStarted)?;
        let (stop, stopped) = watch::channel(false);
        let run = move || {
            runtime.block_on(async {
                match tokio::net::TcpListener::from_std(listener) {
                    Ok(listener) => serve(&listener, pages, every_second, stopped).await,
                    Err(error) => failed(PhonesError::NotStarted(error)),
                }
            });
        };
        let thread = Builder::new().name("phones".to_owned()).spawn(run).map_err(PhonesError::NotStarted)?;
        Ok(Self { stop, thread: Some(thread) })
    }
}

impl Drop for ServedPages {
    /// Stops the server, and waits until what it was answering is answered.
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has ended too.
            let _ = thread.join();
        }
    }
}

/// Accepts connections until the server is stopped, then waits a moment for those that are open.
async fn serve(
    listener: &tokio::net::TcpListener,
    pages: Router,
    every_second: impl Fn(),
    mut stopped: watch::Receiver<bool>,
) {
    let connections = Connections::default();
    let mut second = tokio::time::interval(SECOND);
    loop {
        tokio::select! {
            _ = stopped.changed() => break,
            _ = second.tick() => every_second(),
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
