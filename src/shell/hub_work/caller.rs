use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::orders::{HubOrder, HubPause};
use crate::app::Msg;
use crate::app::hub::{HubReport, HubState};
use crate::hub::{HubAccess, HubConnection, HubError, HubFlow, HubNews, HubWaker, OpenStrike};
use crate::record::text::plain;
use crate::shell::hub_joining;
use crate::shell::input::Input;
use crate::store::{JoinedHub, Workspace};

/// The longest wait for news. After it the sessions that run are looked at, because a proxy in between may swallow news;
/// and the files here, because another program may have written them.
const LOOK: Duration = Duration::from_secs(1);

/// The time after which everything here is compared with everything on the hub again.
const MEETING: Duration = Duration::from_secs(60);

/// The maximum number of running sessions that are looked at in between.
const RUNNING: usize = 50;

/// The shortest time between two reports that lines arrived, after which the map is read again.
const BETWEEN_ARRIVALS: Duration = Duration::from_secs(2);

/// What the thread holds: the flow of lines, its orders, and what was reported.
#[derive(Debug)]
pub(super) struct HubCaller {
    workspace: Workspace,
    reports: Sender<Input>,
    orders: Receiver<HubOrder>,
    waker: HubWaker,
    flow: HubFlow,
    state: HubState,
    /// The state as it was reported last.
    reported: Option<HubState>,
    /// When everything was compared last.
    met: Instant,
    /// When the arrival of lines was reported last; `None` before the first.
    arrived: Option<Instant>,
    /// Whether lines arrived since.
    news: bool,
}

impl HubCaller {
    pub(super) fn new(
        workspace: Workspace,
        reports: Sender<Input>,
        orders: Receiver<HubOrder>,
        waker: HubWaker,
    ) -> Self {
        Self {
            flow: HubFlow::new(workspace.clone()),
            workspace,
            reports,
            orders,
            waker,
            state: HubState::default(),
            reported: None,
            met: Instant::now(),
            arrived: None,
            news: false,
        }
    }

    pub(super) const fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Begins to call the hub at this address.
    pub(super) fn begin(&mut self, address: &str) {
        self.state.hub = plain(address);
        self.flow.look_at_disk();
        self.tell();
    }

    /// Reports that another program sends and follows for this folder.
    pub(super) fn stand_by(&mut self) {
        self.state = HubState {
            hub: std::mem::take(&mut self.state.hub),
            connected: true,
            says: "Another window of this folder sends and follows".to_owned(),
            ..HubState::default()
        };
        self.report(self.state.clone());
    }

    /// Connects, and brings everything up to date.
    pub(super) fn connect(&mut self, joined: &JoinedHub) -> Result<HubConnection, HubError> {
        let mut hub = HubConnection::open(joined)?.woken_by(self.waker.clone());
        let may_write = hub.workspace()?.access == HubAccess::Write;
        self.flow.may_write(may_write);
        self.meet(&mut hub)?;
        self.state = HubState { connected: true, says: String::new(), reads_only: !may_write, ..self.state.clone() };
        self.look_at_strikes(&mut hub)?;
        self.tell();
        Ok(hub)
    }

    fn meet(&mut self, hub: &mut HubConnection) -> Result<(), HubError> {
        let met = self.flow.meet(hub);
        self.met = Instant::now();
        met
    }

    /// Waits for news, and sends and fetches what they are about.
    pub(super) fn listen(&mut self, hub: &mut HubConnection) -> Result<(), HubError> {
        match hub.wait_for_news(LOOK)? {
            HubNews::Changed(sessions) => self.flow.take_news(hub, &sessions)?,
            HubNews::Woken => return Ok(()),
            HubNews::Quiet => {
                // What was written here goes up with it.
                let running = self.flow.running(RUNNING);
                self.flow.take_news(hub, &running)?;
            }
        }
        if self.met.elapsed() >= MEETING {
            self.meet(hub)?;
            self.look_at_strikes(hub)?;
        }
        self.tell();
        Ok(())
    }

    pub(super) fn next_order(&self) -> Option<HubOrder> {
        self.orders.try_recv().ok()
    }

    pub(super) fn order_until(&self, until: Instant) -> Result<HubOrder, RecvTimeoutError> {
        self.orders.recv_timeout(until.saturating_duration_since(Instant::now()))
    }

    /// Does what was ordered, with the connection if there is one.
    pub(super) fn obey(&mut self, hub: Option<&mut HubConnection>, order: HubOrder) -> Result<HubPause, HubError> {
        match (order, hub) {
            (HubOrder::Written, Some(hub)) => {
                self.flow.send_news(hub)?;
                self.tell();
            }
            (HubOrder::Written, None) => {
                self.flow.look_at_disk();
                self.tell();
            }
            (HubOrder::Ask, hub) => {
                if let Some(hub) = hub {
                    self.look_at_strikes(hub)?;
                }
                self.reported = None;
                self.tell();
            }
            (HubOrder::Leave, _) => {
                self.leave();
                return Ok(HubPause::End);
            }
            (HubOrder::End, _) => return Ok(HubPause::End),
        }
        Ok(HubPause::Over)
    }

    fn leave(&mut self) {
        match hub_joining::leave(&self.workspace) {
            Ok(left) => {
                let untold = left.and_then(|left| left.untold);
                let untold = untold.map(|why| format!(" The hub could not be told: {why}.")).unwrap_or_default();
                self.say(format!("This folder has left the hub. The sessions that came from it stay here.{untold}"));
                self.report(HubState::default());
            }
            Err(failure) => self.say(failure.to_string()),
        }
    }

    fn look_at_strikes(&mut self, hub: &mut HubConnection) -> Result<(), HubError> {
        self.state.strikes = hub.open_strikes()?.iter().map(not_taken).collect();
        Ok(())
    }

    /// Notes that the hub does not answer, and why.
    pub(super) fn lose(&mut self, error: &HubError) {
        self.flow.lose_connection();
        self.flow.look_at_disk();
        self.state.connected = false;
        self.state.says = plain(&error.to_string());
        self.tell();
    }

    /// Reports the state, if it changed, and what happened.
    fn tell(&mut self) {
        let happened = self.flow.happened();
        for says in happened.says {
            self.say(says);
        }
        self.news |= !happened.arrived.is_empty();
        if self.news && self.arrived.is_none_or(|last| last.elapsed() >= BETWEEN_ARRIVALS) {
            (self.news, self.arrived) = (false, Some(Instant::now()));
            self.send(HubReport::Arrived);
        }
        self.state.waiting = self.flow.waiting();
        self.state.shared = self.flow.shared();
        self.state.withheld = self.flow.withheld().into_iter().collect();
        if self.reported.as_ref() != Some(&self.state) {
            self.report(self.state.clone());
        }
    }

    pub(super) fn say(&self, says: String) {
        self.send(HubReport::Told(says));
    }

    /// Reports a state.
    pub(super) fn report(&mut self, state: HubState) {
        if self.reported.as_ref() != Some(&state) {
            self.reported = Some(state.clone());
            self.send(HubReport::State(state));
        }
    }

    fn send(&self, report: HubReport) {
        // When the console is gone, an order to end follows.
        let _ = self.reports.send(Input::Report(Box::new(Msg::Hub(report))));
    }
}

/// The sentence about a strike that some consoles have not taken.
fn not_taken(strike: &OpenStrike) -> String {
    let names: Vec<String> = strike.not_taken.iter().map(|member| plain(&member.name)).collect();
    format!(
        "Line {} of {} was struck out; it may still be with {}.",
        strike.seq,
        plain(&strike.session),
        names.join(", ")
    )
}
