//! The open articles, in the order of their tabs, and which of them is shown.
//! Knows how one is left for another; not how one is opened.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::browse::Browse;
use super::state::Document;
use super::work::Work;
use crate::base::Message;
use crate::event::{EventId, KnownArticle};

/// A tab, from its opening to its end; never given to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TabId(pub u64);

/// Where an article comes from: enough to read it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It came with the program.
    Bundled,
    /// A file.
    File(PathBuf),
    /// The clipboard's plain text.
    Text(Arc<str>),
    /// The clipboard's web page.
    Page(Arc<str>),
}

impl Origin {
    /// The file, where it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Bundled | Self::Text(_) | Self::Page(_) => None,
        }
    }
}

/// How a person wants an article to be read; what is left open is found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// The format, by the key of its name.
    pub format: Option<&'static str>,
    /// The encoding, by its name.
    pub encoding: Option<&'static str>,
    /// Whether all of the file is shown, and not only what is taken for the article.
    pub everything: bool,
    /// Whether the file may be larger than is good.
    pub any_size: bool,
}

/// What is under way for a tab, and has been for so long that it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Others are opened before it.
    Waiting,
    /// The file is being read; how much of it is, in per cent, where that is known.
    Reading(Option<u8>),
    /// The text is there, its events are being found.
    Extracting,
}

impl Progress {
    /// The key of its sentence, which names the article.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Waiting => "progress-waiting",
            Self::Reading(_) => "progress-reading",
            Self::Extracting => "progress-extracting",
        }
    }
}

/// Why a tab shows no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What, why, and what to do.
    pub message: Message,
    /// What may help.
    pub remedy: Remedy,
}

/// What may help where an article could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// To try again, once what is wrong has been put right.
    Again,
    /// To take it though it is larger than is good.
    AnySize,
    /// To read it as something else, or in another encoding.
    OtherReading,
}

/// A place for an article.
#[derive(Debug)]
pub struct Tab {
    /// Its own.
    pub id: TabId,
    /// What it is called as long as its article has no title.
    pub name: String,
    /// Where its article comes from.
    pub origin: Origin,
    /// How it is read.
    pub reading: Reading,
    /// The article and what it says; `None` until it is read, and where it cannot be.
    pub document: Option<Arc<Document>>,
    /// The selected event.
    pub selected: Option<EventId>,
    /// The event under the pointer.
    pub hovered: Option<EventId>,
    /// How its document is looked through, while another one is shown.
    pub browse: Browse,
    /// The articles of its file, where there are several.
    pub articles: Arc<[KnownArticle]>,
    /// Which of them is shown.
    pub article: usize,
    /// What the reader changed of the article that is shown.
    pub work: Work,
    /// The work on other articles of its file, by their place in it.
    pub shelf: BTreeMap<usize, Work>,
    /// What is under way, where that takes long.
    pub progress: Option<Progress>,
    /// Why there is no article.
    pub failure: Option<Failure>,
}

impl Tab {
    /// An empty one.
    #[must_use]
    pub fn new(id: TabId, name: String, origin: Origin) -> Self {
        Self {
            id,
            name,
            origin,
            reading: Reading::default(),
            document: None,
            selected: None,
            hovered: None,
            browse: Browse::default(),
            articles: Arc::new([]),
            article: 0,
            work: Work::default(),
            shelf: BTreeMap::new(),
            progress: None,
            failure: None,
        }
    }

    /// The title of its article, else its name.
    #[must_use]
    pub fn title(&self) -> &str {
        self.document.as_deref().and_then(Document::title).unwrap_or(&self.name)
    }
}

/// The tabs: one is active wherever there is any.
#[derive(Debug, Default)]
pub struct Tabs {
    list: Vec<Tab>,
    active: usize,
}

impl Tabs {
    /// The one that is shown.
    #[must_use]
    pub fn active(&self) -> Option<&Tab> {
        self.list.get(self.active)
    }

    /// The same, to be changed.
    pub fn active_mut(&mut self) -> Option<&mut Tab> {
        self.list.get_mut(self.active)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Tab> {
        self.list.iter()
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Tab> {
        self.list.iter_mut()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: TabId) -> Option<&Tab> {
        self.list.iter().find(|tab| tab.id == id)
    }

    /// One of them.
    pub fn get_mut(&mut self, id: TabId) -> Option<&mut Tab> {
        self.list.iter_mut().find(|tab| tab.id == id)
    }

    /// Whether one is shown.
    #[must_use]
    pub fn is_active(&self, id: TabId) -> bool {
        self.active().is_some_and(|tab| tab.id == id)
    }

    /// Its place in the order.
    #[must_use]
    pub fn position(&self, id: TabId) -> Option<usize> {
        self.list.iter().position(|tab| tab.id == id)
    }

    /// Puts one behind the others and shows it.
    pub fn push(&mut self, tab: Tab) {
        self.list.push(tab);
        self.show(self.list.len() - 1);
    }

    /// Shows one.
    pub fn activate(&mut self, id: TabId) {
        if let Some(index) = self.position(id) {
            self.show(index);
        }
    }

    /// Shows the next one, the first after the last; or the one before.
    pub fn step(&mut self, forward: bool) {
        let count = self.list.len().max(1);
        self.show((self.active + if forward { 1 } else { count - 1 }) % count);
    }

    /// Takes one away. Where it was shown the one after it is, and else the one before.
    pub fn close(&mut self, id: TabId) -> Option<Tab> {
        let index = self.position(id)?;
        let tab = self.list.remove(index);
        let is_before = index < self.active;
        self.show(self.active.saturating_sub(usize::from(is_before)).min(self.list.len().saturating_sub(1)));
        Some(tab)
    }

    fn show(&mut self, index: usize) {
        // The pointer is on nothing of what is not seen.
        for tab in self.list.iter_mut() {
            tab.hovered = None;
        }
        self.active = index;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tabs(count: u64) -> Tabs {
        let mut tabs = Tabs::default();
        for id in 0..count {
            tabs.push(Tab::new(TabId(id), format!("{id}"), Origin::Bundled));
        }
        tabs
    }

    fn shown(tabs: &Tabs) -> Option<u64> {
        tabs.active().map(|tab| tab.id.0)
    }

    #[test]
    fn steps_go_round() {
        let mut tabs = tabs(3);
        assert_eq!(shown(&tabs), Some(2));
        tabs.step(true);
        assert_eq!(shown(&tabs), Some(0));
        tabs.step(false);
        tabs.step(false);
        assert_eq!(shown(&tabs), Some(1));
        let mut none = Tabs::default();
        none.step(true);
        assert_eq!(shown(&none), None);
    }

    #[test]
    fn where_one_is_closed_its_neighbour_is_shown_and_any_other_stays() {
        let close = |active: u64, closed: u64| {
            let mut tabs = tabs(3);
            tabs.activate(TabId(active));
            assert!(tabs.close(TabId(closed)).is_some());
            shown(&tabs)
        };
        assert_eq!([close(1, 1), close(2, 2), close(0, 0)], [Some(2), Some(1), Some(1)]);
        assert_eq!([close(1, 0), close(1, 2), close(2, 0)], [Some(1), Some(1), Some(2)]);
        let mut last = tabs(1);
        assert!(last.close(TabId(7)).is_none() && last.close(TabId(0)).is_some());
        assert_eq!((shown(&last), last.is_empty()), (None, true));
    }

    #[test]
    fn what_is_hovered_is_left_behind() {
        let mut tabs = tabs(2);
        tabs.active_mut().expect("a tab").hovered = Some(EventId(0));
        tabs.step(true);
        tabs.step(true);
        assert_eq!(tabs.active().and_then(|tab| tab.hovered), None);
    }
}
