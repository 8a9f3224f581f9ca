use std::sync::Arc;

use crate::app::effect::Noted;
use crate::app::entry::Entry;
use crate::app::screen::Screen;
use crate::graph::{Filter, Graph, Key, Ledger, MatrixOrder};

use super::drawn::Drawn;
use super::find::Find;
use super::scene::MapScene;
use super::table::Table;
use super::whole::WholeReadings;

/// One of the views of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The causes and effects of a thing.
    #[default]
    Neighbours,
    /// The effects of a push on the centre, wave by wave.
    Ripple,
    /// The paths between the centre and another thing.
    Paths,
    /// The causes or the effects of the centre, as a tree.
    Trees,
    /// Boxes and arrows in layers.
    Drawn,
    /// Every thing in a row.
    Table,
    /// Things by things, with the sign of what leads from one to the other.
    Matrix,
    /// Which things belong together.
    Groups,
    /// How the map stands as a whole.
    Health,
}

impl View {
    /// Every view, in the order of its digits.
    pub const ALL: [View; 9] = [
        View::Neighbours,
        View::Ripple,
        View::Paths,
        View::Trees,
        View::Drawn,
        View::Table,
        View::Matrix,
        View::Groups,
        View::Health,
    ];

    /// Returns the name of the view.
    pub const fn name(self) -> &'static str {
        match self {
            View::Neighbours => "neighbours",
            View::Ripple => "ripple",
            View::Paths => "paths",
            View::Trees => "tree",
            View::Drawn => "drawn",
            View::Table => "table",
            View::Matrix => "matrix",
            View::Groups => "groups",
            View::Health => "health",
        }
    }

    /// Returns the next or the previous view; the list wraps around.
    #[must_use]
    pub fn next(self, forward: bool) -> Self {
        let here = View::ALL.iter().position(|view| *view == self).unwrap_or_default();
        let step = if forward { 1 } else { View::ALL.len() - 1 };
        View::ALL.get((here + step) % View::ALL.len()).copied().unwrap_or_default()
    }
}

/// The state of the map screen.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, and none excludes another")]
#[derive(Clone, Debug)]
pub struct MapView {
    /// The ledger of all sessions of the workspace, as of the last survey.
    pub ledger: Ledger,
    /// The graph on the map: of the open session with all it builds on, or of the workspace.
    pub graph: Arc<Graph>,
    /// The name decisions recorded in a Desk session, in the order in which they were made.
    pub decided: Vec<Noted>,
    /// The screen to go back to.
    pub back: Screen,
    /// The view that is shown.
    pub view: View,
    /// The thing in the centre of every view.
    pub centre: Option<Key>,
    /// The earlier centres, the latest last.
    pub earlier: Vec<Key>,
    /// The index of the row under the cursor.
    pub cursor: usize,
    /// Whether the cursor in the view of neighbours is among the causes.
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
    /// The settings of the drawn map.
    pub drawn: Drawn,
    /// The settings of the table.
    pub table: Table,
    /// The order of the matrix.
    pub matrix_order: MatrixOrder,
    /// The index of the column under the cursor in the matrix.
    pub column: usize,
    /// What the views of the whole map show, which is read in a thread of the shell.
    pub(super) whole: WholeReadings,
    /// Whether arrows that are not effects are shown too.
    pub all_arrows: bool,
    /// The filter as typed.
    pub filter: Entry,
    /// The last filter that was valid.
    pub asked: Filter,
    /// Why the typed filter is invalid; `None` for a valid one.
    pub wrong: Option<String>,
    /// Whether the filter is being typed.
    pub filtering: bool,
    /// The search for a thing by its name, while it is open.
    pub find: Option<Find>,
    /// The content of the screen.
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
            matrix_order: MatrixOrder::default(),
            column: 0,
            whole: WholeReadings::default(),
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
    /// Makes another thing the centre; [`Self::look_back`] returns to the previous one.
    pub(in crate::app) fn look_at(&mut self, key: Key) {
        if self.centre.as_ref() == Some(&key) {
            return;
        }
        self.earlier.extend(self.centre.replace(key));
        self.cursor = 0;
        self.waves = 1;
    }

    /// Looks at the same things under the names that they have now.
    pub(super) fn follow_names(&mut self, ledger: &Ledger) {
        let marked = std::mem::take(&mut self.table.marked);
        let now = |key: Key| ledger.key_of(key.as_str()).cloned().unwrap_or(key);
        self.table.marked = marked.into_iter().map(now).collect();
        self.drawn.cursor = self.drawn.cursor.take().map(|key| ledger.key_of(&key).map_or(key, ToString::to_string));
        for key in self.centre.iter_mut().chain(&mut self.earlier).chain(&mut self.target) {
            if let Some(known) = ledger.key_of(key.as_str()) {
                key.clone_from(known);
            }
        }
    }

    /// Returns to the previous centre; returns `false` where there was none.
    pub(in crate::app) fn look_back(&mut self) -> bool {
        let Some(key) = self.earlier.pop() else { return false };
        self.centre = Some(key);
        self.cursor = 0;
        self.waves = 1;
        true
    }
}
