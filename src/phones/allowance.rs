use std::collections::BTreeMap;
use std::time::Instant;

/// The maximum number of clients that are told apart. When more come, those that have everything left are forgotten, and if
/// there are none, all.
const CLIENTS: usize = 4_096;

/// How much may be asked: a number at once, and a number a second after that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rate {
    pub(super) at_once: f64,
    pub(super) a_second: f64,
}

/// What one client has left of a rate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowance {
    left: f64,
    seen: Instant,
}

impl Allowance {
    /// Everything is left.
    pub(super) const fn full(rate: Rate, now: Instant) -> Self {
        Self { left: rate.at_once, seen: now }
    }

    /// Takes one; `false` if there is none left.
    pub(super) fn take(&mut self, rate: Rate, now: Instant) -> bool {
        self.left = self.left_at(rate, now);
        self.seen = now;
        if self.left < 1.0 {
            return false;
        }
        self.left -= 1.0;
        true
    }

    /// What is left at this time.
    fn left_at(&self, rate: Rate, now: Instant) -> f64 {
        let since = now.saturating_duration_since(self.seen).as_secs_f64();
        since.mul_add(rate.a_second, self.left).min(rate.at_once)
    }
}

/// What each client has left of a rate.
#[derive(Debug)]
pub(super) struct Allowances<C> {
    rate: Rate,
    clients: BTreeMap<C, Allowance>,
}

impl<C: Copy + Ord> Allowances<C> {
    /// Every client has everything left.
    pub(super) const fn new(rate: Rate) -> Self {
        Self { rate, clients: BTreeMap::new() }
    }

    /// Takes one of what a client has left; `false` if there is none.
    pub(super) fn take(&mut self, client: C, now: Instant) -> bool {
        if !self.clients.contains_key(&client) && self.clients.len() >= CLIENTS {
            let Self { rate, clients } = self;
            clients.retain(|_, allowance| allowance.left_at(*rate, now) < rate.at_once);
            if clients.len() >= CLIENTS {
                clients.clear();
            }
        }
        self.clients.entry(client).or_insert_with(|| Allowance::full(self.rate, now)).take(self.rate, now)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const RATE: Rate = Rate { at_once: 3.0, a_second: 2.0 };

    #[test]
    fn a_client_has_some_at_once_and_gets_more_with_time() {
        let start = Instant::now();
        let mut allowances = Allowances::new(RATE);
        let mut take = |client, millis| allowances.take(client, start + Duration::from_millis(millis));
        assert_eq!([take(1, 0), take(1, 0), take(1, 0), take(1, 0)], [true, true, true, false]);
        assert!(take(2, 0), "one client takes nothing from another");
        assert_eq!([take(1, 500), take(1, 500)], [true, false]);
        assert_eq!([take(1, 60_000), take(1, 60_000), take(1, 60_000), take(1, 60_000)], [true, true, true, false]);
    }

    #[test]
    fn however_many_clients_come_the_memory_is_bounded() {
        let start = Instant::now();
        let mut allowances = Allowances::new(RATE);
        for client in 0..3 * CLIENTS as u64 {
            assert!(allowances.take(client, start + Duration::from_millis(client)));
            assert!(allowances.clients.len() <= CLIENTS);
        }
    }
}
