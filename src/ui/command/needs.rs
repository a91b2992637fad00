//! What a command works on, so that menus offer no more than can be done.

use super::UiCommand;

impl UiCommand {
    /// What must be there for it to work on.
    #[must_use]
    pub fn needs(self) -> Needs {
        match self {
            Self::ClearRecent => Needs::Recent,
            Self::Save | Self::SaveAs => Needs::Text,
            Self::Export | Self::ExportView | Self::CopyPicture | Self::CopyChronology => Needs::Found,
            Self::Present => Needs::Events,
            Self::AddEvent => Needs::Editable,
            Self::EditEvent | Self::DeleteEvent => Needs::EditableEvent,
            Self::Undo => Needs::Edit,
            Self::Redo => Needs::Undone,
            Self::ShowRecent | Self::ShowPalette => Needs::Nothing,
            Self::ShowReading => Needs::File,
            Self::ShowEverything => Needs::More,
            Self::Open | Self::Paste | Self::SwitchTheme | Self::SwitchLanguage | Self::ShowKeys | Self::Escape => Needs::Nothing,
            Self::ToggleHijri | Self::ToggleMotion => Needs::Nothing,
            Self::CloseTab | Self::ReadAgain => Needs::Tab,
            Self::EventMenu | Self::ZoomToEvent | Self::CopyEvent | Self::CopyQuote | Self::FilterKind | Self::FilterActor => {
                Needs::Event
            }
            Self::NextTab | Self::PreviousTab => Needs::Tabs,
            Self::NextArticle | Self::PreviousArticle => Needs::Articles,
            Self::ZoomToFit
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::SelectLeft
            | Self::SelectRight
            | Self::SelectUp
            | Self::SelectDown
            | Self::SelectFirst
            | Self::SelectLast
            | Self::ReverseTime
            | Self::NextLanes
            | Self::ToggleList
            | Self::FilterView
            | Self::ToggleLane
            | Self::HideLane
            | Self::LaneUp
            | Self::LaneDown
            | Self::Search
            | Self::FindNext
            | Self::FindPrevious
            | Self::CloseSearch
            | Self::ClearFilter => Needs::Document,
        }
    }
}

/// What a command works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// On the window.
    Nothing,
    /// On an open tab, with an article or without.
    Tab,
    /// On several of them.
    Tabs,
    /// On an article.
    Document,
    /// On an article of which all was found.
    Found,
    /// On an article with events, of which all were found.
    Events,
    /// On a selected event.
    Event,
    /// On a file that holds several.
    Articles,
    /// On what was read from a file.
    File,
    /// On a file that holds more than is shown of it.
    More,
    /// On files that were opened before.
    Recent,
    /// On an article with a text: a table of events is not kept as a project.
    Text,
    /// On one that may be edited.
    Editable,
    /// On a selected event of it.
    EditableEvent,
    /// On an edit.
    Edit,
    /// On one that was taken back.
    Undone,
}
