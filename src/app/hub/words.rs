use super::HubState;
use crate::record::spoken::counted;

impl HubState {
    /// Returns the words at the foot of a screen; empty while everything that may travel is on the hub.
    pub fn at_the_foot(&self) -> String {
        match (self.hub.is_empty(), self.connected, self.waiting) {
            (true, ..) | (false, true, 0) => String::new(),
            (false, false, 0) => "the hub is away".to_owned(),
            (false, _, waiting) => format!("{} not on the hub yet", counted(waiting, "line", "lines")),
        }
    }

    /// Returns what is to be known about the hub, a sentence each.
    pub(super) fn told(&self) -> Vec<String> {
        let mut told = vec![match (self.connected, self.says.as_str()) {
            (true, "") => format!("{} answers.", self.hub),
            (true, says) => format!("{says}."),
            (false, "") => format!("{} is being called.", self.hub),
            (false, says) => format!("{says}. Lines stay here and go up, in order, once it answers."),
        }];
        if self.reads_only {
            told.push("This console may only read: it follows, and what is written here stays here.".to_owned());
        }
        told.push(match self.waiting {
            0 if self.connected => {
                format!("{} on the hub and here, to the last line.", counted(self.shared, "session", "sessions"))
            }
            0 => format!("{} of the hub here.", counted(self.shared, "session", "sessions")),
            waiting => format!("{} not on the hub yet.", counted(waiting, "line", "lines")),
        });
        if !self.withheld.is_empty() {
            let each = self.withheld.iter().map(|(why, count)| format!("{count} because {why}"));
            told.push(format!("Sessions that stay here: {}.", each.collect::<Vec<_>>().join(", ")));
        }
        told.extend(self.strikes.iter().cloned());
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_foot_says_what_waits_and_nothing_where_nothing_does() {
        let state = |hub: &str, connected, waiting| {
            HubState { hub: hub.to_owned(), connected, waiting, ..HubState::default() }.at_the_foot()
        };
        assert_eq!(state("", false, 9), "");
        assert_eq!(state("postgres://hub", true, 0), "");
        assert_eq!(state("postgres://hub", false, 0), "the hub is away");
        assert_eq!(state("postgres://hub", false, 1), "1 line not on the hub yet");
        assert_eq!(state("postgres://hub", true, 3), "3 lines not on the hub yet");
    }
}
