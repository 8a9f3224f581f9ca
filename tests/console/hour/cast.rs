//! Who plays the hour, and every word of theirs that is nobody else's business.

/// Everybody's tag in the example, in seat order.
pub(crate) const TAGS: [&str; 8] = ["mei", "sam", "tom", "pri", "gus", "lin", "ana", "joe"];

/// The words of an hour that are typed by somebody and meant for nobody, or not yet.
#[derive(Clone, Debug)]
pub(crate) struct Cast {
    /// Stands before each tag.
    prefix: &'static str,
    /// The list as it is pasted.
    pub(crate) people: Vec<String>,
    /// Whoever comes late, as typed.
    pub(crate) late: &'static str,
    /// Five slips, as they come in.
    pub(crate) slips: [&'static str; 5],
    /// What the third slip is edited to.
    pub(crate) edited: &'static str,
    /// Two answers that are dropped unseen.
    pub(crate) dropped: [&'static str; 2],
    /// A line that somebody regrets.
    pub(crate) regretted: &'static str,
    /// What never stands on a screen of the room, at any moment.
    pub(crate) never_shown: Vec<String>,
    /// What stands in no file that is shared, at any moment.
    pub(crate) never_shared: Vec<String>,
    /// The name that is hidden until its owner asks for it.
    pub(crate) asked_later: &'static str,
    /// What is nowhere at all, once it was removed.
    pub(crate) struck: &'static str,
}

impl Cast {
    /// People as the example names them.
    pub(crate) fn plain() -> Self {
        let people = [
            "mei = Mei, claims lead @ Claims",
            "sam = Sam, senior claims handler @ Claims",
            "tom = Tom, contact centre manager @ Contact Centre",
            "pri = Priya, retention lead @ Retention",
            "gus = Gus, pricing lead @ Underwriting",
            "lin = Lin, data platform lead @ Data Platform",
            "ana = Ana, risk partner @ Risk",
            "joe = Joe, portfolio finance @ Finance",
        ];
        Self {
            prefix: "",
            people: people.map(str::to_owned).to_vec(),
            late: "zoe = Zoe, service designer @ Contact Centre",
            slips: [
                "that somebody still picks up the phone",
                "that my team is smaller in a year",
                "that Dave decides alone",
                "what the union will say",
                "that we never learn from a wrong letter",
            ],
            edited: "that it is decided by few",
            dropped: ["I would close tickets early", "I would stop asking for the reason"],
            regretted: "sam> Bob on the second floor -> more Claims errors",
            never_shown: Vec::new(),
            never_shared: Vec::new(),
            asked_later: "Ana",
            struck: "Bob on the second floor",
        }
    }

    /// The same people, each private word of theirs one that stands nowhere else.
    ///
    /// The words hold a letter that has no block letter, so that they are found in the large frames too.
    pub(crate) fn marked() -> Self {
        let units =
            ["Claims", "Claims", "Contact Centre", "Retention", "Underwriting", "Data Platform", "Risk", "Finance"];
        let seats = TAGS.iter().zip(units);
        let people = seats.map(|(tag, unit)| format!("zq{tag} = Namemarkø{tag}, lead @ {unit}")).collect();
        let named = TAGS.iter().filter(|tag| **tag != "ana").map(|tag| format!("Namemarkø{tag}"));
        let tags = TAGS.iter().copied().chain(["zoe"]).map(|tag| format!("zq{tag}"));
        let secret = ["Latemarkø", "Facimarkø", "Scriptmarkø", "Beforemarkø", "Dropmarkø"].map(str::to_owned);
        // What the scribe types for somebody is as good as a name.
        let never_shared: Vec<String> = named.chain(secret).chain(tags).collect();
        let page = ["Pagemarkø".to_owned()];
        let never_shown = page.into_iter().chain(never_shared.iter().cloned()).collect();
        Self {
            prefix: "zq",
            people,
            late: "zqzoe = Latemarkø, designer @ Contact Centre",
            slips: [
                "that somebody still answers slipmarkø",
                "that my team shrinks slipmarkø",
                "that Beforemarkø decides slipmarkø",
                "what will be said slipmarkø",
                "that we never learn slipmarkø",
            ],
            edited: "that few decide slipmarkø",
            dropped: ["I would close early Dropmarkø", "I would not ask Dropmarkø"],
            regretted: "sam> Floormarkø -> more Claims errors",
            never_shown,
            never_shared,
            asked_later: "Namemarkøana",
            struck: "Floormarkø",
        }
    }

    /// A line of the example with the tags of this cast.
    pub(crate) fn said(&self, line: &str) -> String {
        let behind = line.split_once("> ").filter(|(tag, _)| TAGS.contains(tag));
        let line = behind.map_or_else(|| line.to_owned(), |(tag, rest)| format!("{}{tag}> {rest}", self.prefix));
        TAGS.iter()
            .fold(line, |line, tag| line.replace(&format!(" : {tag} due"), &format!(" : {}{tag} due", self.prefix)))
    }
}
