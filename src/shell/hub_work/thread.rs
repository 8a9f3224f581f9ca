use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::caller::HubCaller;
use super::orders::{HubOrder, HubPause};
use crate::app::hub::HubState;
use crate::hub::{HubError, HubWaker};
use crate::shell::hub_joining::{self, JoinWish};
use crate::shell::input::Input;
use crate::store::{JoinedHub, Workspace};

/// The time before the hub is called again; it doubles with every call in vain, up to the longest.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// The time between two looks whether the other window that speaks to the hub is gone.
const TURN: Duration = Duration::from_secs(1);

/// The name of the right to speak to the hub for a workspace, which one program has at a time.
const SPEAKING: &str = "hub";

/// The thread that speaks to the hub; it ends when this value is dropped.
#[derive(Debug)]
pub(super) struct HubThread {
    orders: Sender<HubOrder>,
    waker: HubWaker,
}

impl HubThread {
    /// Begins to send and to follow; joins the hub at this address first, if there is one.
    pub(super) fn begin(workspace: Workspace, reports: Sender<Input>, join: Option<String>) -> Self {
        let (orders, taken) = channel();
        let waker = HubWaker::default();
        let caller = HubCaller::new(workspace, reports, taken, waker.clone());
        thread::spawn(move || run(caller, join.as_deref()));
        Self { orders, waker }
    }

    /// Tells that a line was written here.
    pub(super) fn written(&self) {
        self.order(HubOrder::Written);
    }

    /// Asks for the state.
    pub(super) fn ask(&self) {
        self.order(HubOrder::Ask);
    }

    /// Leaves the hub.
    pub(super) fn leave(&self) {
        self.order(HubOrder::Leave);
    }

    fn order(&self, order: HubOrder) {
        // A thread that has ended takes no order.
        let _ = self.orders.send(order);
        self.waker.wake();
    }
}

impl Drop for HubThread {
    fn drop(&mut self) {
        self.order(HubOrder::End);
    }
}

/// Calls the hub until the thread is to end.
fn run(mut caller: HubCaller, join: Option<&str>) {
    if join.is_some_and(|address| !joins(&mut caller, address)) {
        return;
    }
    let mut pause = FIRST_PAUSE;
    while let Some(joined) = hub_joining::joined(caller.workspace()) {
        caller.begin(&joined.address);
        let Ok(_turn) = caller.workspace().turn(SPEAKING) else {
            caller.stand_by();
            if rest(&mut caller, TURN) == HubPause::End {
                return;
            }
            continue;
        };
        match speak(&mut caller, &joined, &mut pause) {
            Ok(()) => return,
            Err(error) => caller.lose(&error),
        }
        if rest(&mut caller, pause) == HubPause::End {
            return;
        }
        pause = pause.saturating_mul(2).min(LONGEST_PAUSE);
    }
    caller.report(HubState::default());
}

fn joins(caller: &mut HubCaller, address: &str) -> bool {
    match hub_joining::join(caller.workspace(), JoinWish { address, ..JoinWish::default() }) {
        Ok(told) => {
            caller.say(format!("This folder has joined {} at {} as {}.", told.workspace, told.place, told.name));
            true
        }
        Err(failure) => {
            caller.say(failure.to_string());
            false
        }
    }
}

/// Sends and follows over one connection; returns when the thread is to end.
fn speak(caller: &mut HubCaller, joined: &JoinedHub, pause: &mut Duration) -> Result<(), HubError> {
    let mut hub = caller.connect(joined)?;
    *pause = FIRST_PAUSE;
    loop {
        while let Some(order) = caller.next_order() {
            if caller.obey(Some(&mut hub), order)? == HubPause::End {
                return Ok(());
            }
        }
        caller.listen(&mut hub)?;
    }
}

/// Waits, and counts the lines that are written meanwhile.
fn rest(caller: &mut HubCaller, pause: Duration) -> HubPause {
    let until = Instant::now() + pause;
    loop {
        match caller.order_until(until) {
            Ok(order) => {
                // Without a connection no order fails.
                if caller.obey(None, order) == Ok(HubPause::End) {
                    return HubPause::End;
                }
            }
            Err(RecvTimeoutError::Timeout) => return HubPause::Over,
            Err(RecvTimeoutError::Disconnected) => return HubPause::End,
        }
    }
}
