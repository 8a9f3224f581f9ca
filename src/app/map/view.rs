use std::sync::Arc;

use crate::app::effect::Noted;
use crate::app::entry::Entry;
use crate::app::screen::Screen;
use crate::graph::{Filter, Graph, Key, Ledger};

use super::drawn::Drawn;
use super::find::Find;
use super::scene::MapScene;
use super::table::Table;

/// One way to look at the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// What leads into a thing and what it leads to.
    #[default]
    Neighbours,
    /// What a push on it does, wave by wave.
    Ripple,
    /// The paths from it to another thing.
    Paths,
    /// What causes it, or what it causes, as a tree.
    Trees,
    /// Boxes and arrows in layers.
    Drawn,
    /// Every thing in a row.
    Table,
}

impl View {
    /// Every view, in the order of its digits.
    pub const ALL: [View; 6] = [View::Neighbours, View::Ripple, View::Paths, View::Trees, View::Drawn, View::Table];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            View::Neighbours => "neighbours",
            View::Ripple => "ripple",
            View::Paths => "paths",
            View::Trees => "tree",
            View::Drawn => "drawn",
            View::Table => "table",
        }
    }

    /// The next one, or the one before; the last is followed by the first.
    #[must_use]
    pub fn next(self, forward: bool) -> Self {
        let here = View::ALL.iter().position(|view| *view == self).unwrap_or_default();
        let step = if forward { 1 } else { View::ALL.len() - 1 };
        View::ALL.get((here + step) % View::ALL.len()).copied().unwrap_or_default()
    }
}

/// Where the map screen looks, and what it sees.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, and none excludes another")]
#[derive(Clone, Debug)]
pub struct MapView {
    /// What all sessions of the workspace add up to, as of the last look through them.
    pub ledger: Ledger,
    /// What is looked at: the open session and all it builds on, or the workspace.
    pub graph: Arc<Graph>,
    /// The decisions about names that stand in a Desk session, in the order in which they were made.
    pub decided: Vec<Noted>,
    /// The screen to go back to.
    pub back: Screen,
    /// The view that is shown.
    pub view: View,
    /// The thing that is looked at, in every view.
    pub centre: Option<Key>,
    /// The things that were in the centre before, in order.
    pub earlier: Vec<Key>,
    /// The row under the cursor.
    pub cursor: usize,
    /// Whether the cursor in the neighbours is on the side of what leads in.
    pub into: bool,
    /// The maximum distance from the centre that is shown, in arrows.
    pub steps: usize,
    /// Whether the push on the centre is downwards.
    pub less: bool,
    /// Whether paths lead to the centre instead of from it.
    pub backwards: bool,
    /// Whether the tree shows causes.
    pub causes: bool,
    /// The number of waves of a ripple that are shown.
    pub waves: usize,
    /// The other end of the paths.
    pub target: Option<Key>,
    /// How the drawn map is looked at.
    pub drawn: Drawn,
    /// How the table is looked at.
    pub table: Table,
    /// Whether arrows that are not effects are shown too.
    pub all_arrows: bool,
    /// The filter as typed.
    pub filter: Entry,
    /// The last filter that could be read.
    pub asked: Filter,
    /// What is wrong with the filter as typed.
    pub wrong: Option<String>,
    /// Whether the filter is being typed.
    pub filtering: bool,
    /// The search for a thing by its name, while it is open.
    pub find: Option<Find>,
    /// What there is to see.
    pub scene: MapScene,
}

/// The default for the maximum distance from the centre, in arrows.
const STEPS: usize = 2;

impl Default for MapView {
    fn default() -> Self {
        let ledger = Ledger::new();
        Self {
            graph: ledger.graph(None).into(),
            ledger,
            decided: Vec::new(),
            back: Screen::Home,
            view: View::default(),
            centre: None,
            earlier: Vec::new(),
            cursor: 0,
            into: false,
            steps: STEPS,
            less: false,
            backwards: false,
            causes: false,
            waves: 1,
            target: None,
            drawn: Drawn::default(),
            table: Table::default(),
            all_arrows: false,
            filter: Entry::default(),
            asked: Filter::default(),
            wrong: None,
            filtering: false,
            find: None,
            scene: MapScene::default(),
        }
    }
}

impl MapView {
    /// Puts another thing in the centre; [`Self::look_back`] returns to the one before.
    pub(in crate::app) fn look_at(&mut self, key: Key) {
        if self.centre.as_ref() == Some(&key) {
            return;
        }
        self.earlier.extend(self.centre.replace(key));
        self.cursor = 0;
        self.waves = 1;
    }

    /// Goes back to the centre before; returns `false` where there was none.
    pub(in crate::app) fn look_back(&mut self) -> bool {
        let Some(key) = self.earlier.pop() else { return false };
        self.centre = Some(key);
        self.cursor = 0;
        self.waves = 1;
        true
    }
}
