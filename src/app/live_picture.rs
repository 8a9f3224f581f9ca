//! Pictures of boxes and arrows that are laid out in a thread of the shell, so that no key press waits for them.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::layout::{Canvas, Drawing, Limits, PriorLayout, Sketch};

/// The screen that a picture is for. Each has at most one layout under way; a new order stops an older one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureScreen {
    /// The drawn map of the console.
    Map,
    /// The screen that the room sees.
    Room,
}

/// A picture, ready for the screen.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// The position of each box and arrow.
    pub drawing: Drawing,
    /// The drawing as characters.
    pub canvas: Canvas,
    /// The full name of each box, in the order of the boxes.
    pub names: Vec<String>,
    /// The number and the name of each numbered box.
    pub legend: Vec<(String, String)>,
    /// Whether an arrow is drawn, in dots, that only imported files state.
    pub shows_imported: bool,
}

/// What a picture is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureDraft {
    /// The boxes and arrows.
    pub sketch: Sketch,
    /// The space that the picture may take.
    pub limits: Limits,
    /// The full name of each box, in the order of the boxes.
    pub names: Vec<String>,
    /// The number and the name of each numbered box.
    pub legend: Vec<(String, String)>,
    /// Whether an arrow is drawn, in dots, that only imported files state.
    pub shows_imported: bool,
    /// A key of what is shown and how. While it stays the same, boxes stay where they are.
    pub look: String,
}

/// An order to lay out a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutOrder {
    /// The screen that the picture is for.
    pub screen: PictureScreen,
    /// The number of the order; a later order for the same screen has a larger one.
    pub generation: u64,
    draft: Arc<PictureDraft>,
    /// The positions in the picture that is shown, if its boxes are to stay where they are.
    before: Option<Arc<PriorLayout>>,
}

/// The result of an order.
#[derive(Clone, Debug)]
pub struct FinishedPicture {
    /// The screen that the picture is for.
    pub screen: PictureScreen,
    /// The number of the order.
    pub generation: u64,
    picture: Picture,
    look: String,
    places: PriorLayout,
}

impl LayoutOrder {
    /// Lays out the picture; `None` if `stopped` was set meanwhile, because the picture is no longer wanted.
    pub fn lay_out(&self, stopped: &AtomicBool) -> Option<FinishedPicture> {
        let PictureDraft { sketch, limits, names, legend, shows_imported, look } = &*self.draft;
        let drawing = Drawing::unless(stopped, sketch, *limits, self.before.as_deref())?;
        let places = drawing.places();
        let canvas = Canvas::of(&drawing);
        let (names, legend, shows_imported) = (names.clone(), legend.clone(), *shows_imported);
        let picture = Picture { drawing, canvas, names, legend, shows_imported };
        Some(FinishedPicture { screen: self.screen, generation: self.generation, picture, look: look.clone(), places })
    }
}

/// A picture on a screen, which is laid out again whenever what it shows has changed. Until the new layout is there,
/// the earlier picture stays.
#[derive(Clone, Debug, Default)]
pub struct LivePicture {
    shown: Option<Arc<Picture>>,
    /// The number of the order whose result is shown, and that of the last order; both begin at 0.
    generations: (u64, u64),
    draft: Option<Arc<PictureDraft>>,
    /// Whether the last order was not handed to the shell yet.
    due: bool,
    /// The positions in the picture that is shown, with its [`PictureDraft::look`].
    before: Option<(String, Arc<PriorLayout>)>,
}

impl LivePicture {
    /// Asks for a picture of this draft, unless the last order was for an equal one.
    pub fn want(&mut self, draft: PictureDraft) {
        if self.draft.as_deref() == Some(&draft) {
            return;
        }
        self.draft = Some(Arc::new(draft));
        self.generations.1 += 1;
        self.due = true;
    }

    /// Returns the order to lay out the picture, once for each new draft; the caller hands it to the shell as an
    /// [`Effect::LayOut`](super::Effect::LayOut).
    pub fn order(&mut self, screen: PictureScreen) -> Option<LayoutOrder> {
        if !std::mem::take(&mut self.due) {
            return None;
        }
        let draft = Arc::clone(self.draft.as_ref()?);
        let before = self.before.as_ref().filter(|(look, _)| *look == draft.look);
        let before = before.map(|(_, places)| Arc::clone(places));
        Some(LayoutOrder { screen, generation: self.generations.1, draft, before })
    }

    /// Takes in a result; one that is older than what is shown is dropped.
    pub fn take(&mut self, finished: FinishedPicture) {
        let FinishedPicture { generation, picture, look, places, .. } = finished;
        if generation > self.generations.0 && generation <= self.generations.1 {
            self.generations.0 = generation;
            self.shown = Some(Arc::new(picture));
            self.before = Some((look, Arc::new(places)));
        }
    }

    /// Returns the picture of the last finished layout.
    pub fn shown(&self) -> Option<&Arc<Picture>> {
        self.shown.as_ref()
    }

    /// Whether the picture that is shown is not the one asked for last, because that is still being laid out.
    pub const fn is_behind(&self) -> bool {
        self.generations.0 < self.generations.1
    }

    /// Drops the picture and what was asked for; results that are still under way are not taken in.
    pub fn forget(&mut self) {
        *self = Self { generations: (self.generations.1, self.generations.1), ..Self::default() };
    }
}
