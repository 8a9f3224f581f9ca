use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_postgres::tls::TlsStream;
use tokio_postgres::{AsyncMessage, Client, Connection, NoTls, Row, Socket};

use super::address::{HubAddress, HubSecurity};
use super::error::{HubError, HubTrouble};
use super::password::HubPassword;
use super::tls;
use super::values::SqlValues;

/// A connection to the database, driven by whoever calls: nothing happens on it between two calls.
#[derive(Debug)]
pub(super) struct HubLink {
    runtime: Runtime,
    client: Client,
    driver: JoinHandle<()>,
    heard: UnboundedReceiver<HubSignal>,
    place: String,
}

/// A notification.
#[derive(Clone, Debug)]
pub(super) struct HubSignal {
    /// The process of the database that sent it.
    pub(super) by: i32,
    /// Its text.
    pub(super) payload: String,
}

/// The longest time for connecting, for one answer, and for a silent peer to count as gone.
const CONNECT: Duration = Duration::from_secs(10);
const ANSWER: Duration = Duration::from_secs(60);
const SILENT: Duration = Duration::from_secs(15);

impl HubLink {
    /// Connects.
    pub(super) fn open(address: &HubAddress, password: Option<&HubPassword>) -> Result<Self, HubError> {
        let mut config = address.config();
        // The usual two hours would leave a console without news long after its network is gone.
        config.connect_timeout(CONNECT).keepalives_idle(SILENT).keepalives_interval(Duration::from_secs(5));
        config.keepalives_retries(3).tcp_user_timeout(SILENT * 2).application_name("adjacent");
        if let Some(password) = password {
            config.password(password.reveal());
        }
        let place = address.place();
        let runtime = Builder::new_current_thread().enable_io().enable_time().build();
        let runtime = runtime.map_err(|error| HubError::away(&place, &error.to_string()))?;
        let (tell, heard) = unbounded_channel();
        let opened = runtime.block_on(async {
            let within = CONNECT * 2;
            match address.security() {
                HubSecurity::Plain => {
                    config.ssl_mode(tokio_postgres::config::SslMode::Disable);
                    let (client, connection) = in_time(within, &place, config.connect(NoTls)).await?;
                    Ok((client, tokio::spawn(drive(connection, tell))))
                }
                HubSecurity::Verified(authority) => {
                    config.ssl_mode(tokio_postgres::config::SslMode::Require);
                    let tls = tls::verifying(authority.as_deref())?;
                    let (client, connection) = in_time(within, &place, config.connect(tls)).await?;
                    Ok((client, tokio::spawn(drive(connection, tell))))
                }
            }
        });
        let (client, driver) = opened?;
        Ok(Self { runtime, client, driver, heard, place })
    }

    /// The database and its host, for a sentence.
    pub(super) fn place(&self) -> &str {
        &self.place
    }

    /// Asks for rows with one statement, which is a transaction of its own.
    pub(super) fn rows(&self, statement: &str, values: SqlValues<'_>) -> Result<Vec<Row>, HubError> {
        self.wait(self.client.query_typed(statement, values))
    }

    /// Asks for the only row of a statement; `None` when there is none.
    pub(super) fn row(&self, statement: &str, values: SqlValues<'_>) -> Result<Option<Row>, HubError> {
        Ok(self.rows(statement, values)?.into_iter().next())
    }

    /// Runs a statement, which is a transaction of its own; returns the number of rows.
    pub(super) fn run(&self, statement: &str, values: SqlValues<'_>) -> Result<u64, HubError> {
        self.wait(self.client.execute_typed(statement, values))
    }

    /// Runs statements without values.
    pub(super) fn batch(&self, statements: &str) -> Result<(), HubError> {
        self.wait(self.client.batch_execute(statements))
    }

    /// Waits for a notification, or for something else, for at most this long.
    pub(super) fn listen<T>(
        &mut self,
        at_most: Duration,
        other: impl Future<Output = T>,
    ) -> Result<Option<WaitEnd<T>>, HubError> {
        let heard = &mut self.heard;
        let ended = self.runtime.block_on(async {
            let mut other = pin!(other);
            let first = poll_fn(|context| match heard.poll_recv(context) {
                Poll::Ready(told) => Poll::Ready(WaitEnd::Notification(told)),
                Poll::Pending => other.as_mut().poll(context).map(WaitEnd::Other),
            });
            timeout(at_most, first).await
        });
        match ended {
            Err(_) => Ok(None),
            Ok(WaitEnd::Notification(None)) => Err(HubError::away(&self.place, "the connection is lost")),
            Ok(heard) => Ok(Some(heard)),
        }
    }

    /// The notifications that came during other calls.
    pub(super) fn heard(&mut self) -> Vec<HubSignal> {
        std::iter::from_fn(|| self.heard.try_recv().ok()).collect()
    }

    fn wait<T>(&self, asked: impl Future<Output = Result<T, tokio_postgres::Error>>) -> Result<T, HubError> {
        let answer = self.runtime.block_on(in_time(ANSWER, &self.place, asked));
        if answer.as_ref().is_err_and(|error| error.trouble == HubTrouble::Away) {
            // What was asked may still be under way, and its answer would be taken for that of the next statement.
            self.driver.abort();
        }
        answer
    }
}

/// What ended a wait.
#[derive(Debug)]
pub(super) enum WaitEnd<T> {
    /// A notification; `None` when the connection is lost.
    Notification(Option<HubSignal>),
    /// The other thing that was waited for.
    Other(T),
}

async fn in_time<T>(
    within: Duration,
    place: &str,
    asked: impl Future<Output = Result<T, tokio_postgres::Error>>,
) -> Result<T, HubError> {
    match timeout(within, asked).await {
        Ok(answer) => answer.map_err(|error| HubError::of_driver(&error, place)),
        Err(_) => Err(HubError::away(place, &format!("nothing came for {} seconds", within.as_secs()))),
    }
}

/// Moves what goes to and comes from the database until the connection ends, and hands on what it tells unasked.
async fn drive<S>(mut connection: Connection<Socket, S>, tell: UnboundedSender<HubSignal>)
where
    S: TlsStream + Unpin,
{
    while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
        if let AsyncMessage::Notification(notification) = message {
            // Who no longer listens needs no news.
            let _ = tell.send(HubSignal { by: notification.process_id(), payload: notification.payload().to_owned() });
        }
    }
}
