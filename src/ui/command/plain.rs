//! What a person can ask for without saying more: menus, keys and the list of keys are made from it.

/// What can be asked for without saying more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UiCommand {
    /// Open a file by the system's dialog.
    Open,
    /// Open what the clipboard holds as a new article.
    Paste,
    /// Save the work in its file.
    Save,
    /// Save the work in another file.
    SaveAs,
    /// Show the events one by one over the whole screen, or no more.
    Present,
    /// Write the timeline to a file of another form.
    Export,
    /// The same with what is in view.
    ExportView,
    /// Put the picture of what is in view into the clipboard.
    CopyPicture,
    /// Put all events in words into the clipboard.
    CopyChronology,
    /// Take the last edit back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Put the date of the selected event right.
    EditEvent,
    /// The selected event is none.
    DeleteEvent,
    /// The selected words are an event.
    AddEvent,
    /// Show the files that were opened before.
    ShowRecent,
    /// Forget the files that were opened before.
    ClearRecent,
    /// Close the article that is shown.
    CloseTab,
    /// Show the next open article.
    NextTab,
    /// Show the open article before.
    PreviousTab,
    /// Show the next article of the same file.
    NextArticle,
    /// Show the article before, of the same file.
    PreviousArticle,
    /// Read the file again.
    ReadAgain,
    /// Show how the file was read, and the other ways.
    ShowReading,
    /// Show all of the file, or its article only.
    ShowEverything,
    /// Show all of the timeline.
    ZoomToFit,
    /// Show less of it, larger.
    ZoomIn,
    /// Show more of it, smaller.
    ZoomOut,
    /// Select the next event towards the left of the screen.
    SelectLeft,
    /// Select the next event towards the right of the screen.
    SelectRight,
    /// Select the event before, in the order of the lanes and the column.
    SelectUp,
    /// Select the event after, in the order of the lanes and the column.
    SelectDown,
    /// Select the earliest event.
    SelectFirst,
    /// Select the latest event.
    SelectLast,
    /// Let time run the other way.
    ReverseTime,
    /// Show the Hijri calendar beside the Gregorian one, or no more.
    ToggleHijri,
    /// Let nothing move by itself, or let it again.
    ToggleMotion,
    /// Lanes by another property: actor, kind, place, none.
    NextLanes,
    /// Show the events as a table, or on the timeline again.
    ToggleList,
    /// Show what can be done with the selected event.
    EventMenu,
    /// Show the selected event with some time around it.
    ZoomToEvent,
    /// Copy the selected event in words.
    CopyEvent,
    /// Copy the sentence that tells it, with its place.
    CopyQuote,
    /// Ask for events of its kind.
    FilterKind,
    /// Ask for events of who does it.
    FilterActor,
    /// Ask for events of the time that is in view.
    FilterView,
    /// Make a lane one row without titles, or open it again.
    ToggleLane,
    /// Hide a lane.
    HideLane,
    /// Move a lane up.
    LaneUp,
    /// Move a lane down.
    LaneDown,
    /// Look for words in the article and its events.
    Search,
    /// Go to the next place where they were found.
    FindNext,
    /// Go to the place before.
    FindPrevious,
    /// Look for nothing any more.
    CloseSearch,
    /// Ask for nothing in particular, show all lanes.
    ClearFilter,
    /// Light or dark.
    SwitchTheme,
    /// The interface in the other language.
    SwitchLanguage,
    /// Look for a command by its name.
    ShowPalette,
    /// Show the list of keys.
    ShowKeys,
    /// Close what is open, clear the selection.
    Escape,
}

impl UiCommand {
    /// All of them, in the order of menus and of the list of keys.
    pub const ALL: [Self; 59] = [
        Self::Open,
        Self::Paste,
        Self::Save,
        Self::SaveAs,
        Self::Export,
        Self::ExportView,
        Self::CopyPicture,
        Self::CopyChronology,
        Self::Present,
        Self::Undo,
        Self::Redo,
        Self::EditEvent,
        Self::DeleteEvent,
        Self::AddEvent,
        Self::ShowRecent,
        Self::ClearRecent,
        Self::CloseTab,
        Self::NextTab,
        Self::PreviousTab,
        Self::NextArticle,
        Self::PreviousArticle,
        Self::ReadAgain,
        Self::ShowReading,
        Self::ShowEverything,
        Self::NextLanes,
        Self::ReverseTime,
        Self::ToggleHijri,
        Self::ZoomToFit,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::SelectLeft,
        Self::SelectRight,
        Self::SelectUp,
        Self::SelectDown,
        Self::SelectFirst,
        Self::SelectLast,
        Self::ToggleList,
        Self::EventMenu,
        Self::ZoomToEvent,
        Self::CopyEvent,
        Self::CopyQuote,
        Self::FilterKind,
        Self::FilterActor,
        Self::FilterView,
        Self::ToggleLane,
        Self::HideLane,
        Self::LaneUp,
        Self::LaneDown,
        Self::Search,
        Self::FindNext,
        Self::FindPrevious,
        Self::CloseSearch,
        Self::ClearFilter,
        Self::SwitchTheme,
        Self::ToggleMotion,
        Self::SwitchLanguage,
        Self::ShowPalette,
        Self::ShowKeys,
        Self::Escape,
    ];

    /// What can be done with an event, in the order of its menu.
    pub const OF_EVENT: [Self; 8] = [
        Self::ZoomToEvent,
        Self::CopyEvent,
        Self::CopyQuote,
        Self::FilterKind,
        Self::FilterActor,
        Self::HideLane,
        Self::EditEvent,
        Self::DeleteEvent,
    ];

    /// What can be done with a lane, in the order of its menu.
    pub const OF_LANE: [Self; 4] = [Self::ToggleLane, Self::HideLane, Self::LaneUp, Self::LaneDown];

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Open => "command-open",
            Self::Paste => "command-paste",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::Present => "command-present",
            Self::Export => "command-export",
            Self::ExportView => "command-export-view",
            Self::CopyPicture => "command-copy-picture",
            Self::CopyChronology => "command-copy-chronology",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::EditEvent => "command-edit-event",
            Self::DeleteEvent => "command-delete-event",
            Self::AddEvent => "command-add-event",
            Self::ShowRecent => "command-show-recent",
            Self::ClearRecent => "command-clear-recent",
            Self::CloseTab => "command-close-tab",
            Self::NextTab => "command-next-tab",
            Self::PreviousTab => "command-previous-tab",
            Self::NextArticle => "command-next-article",
            Self::PreviousArticle => "command-previous-article",
            Self::ReadAgain => "command-read-again",
            Self::ShowReading => "command-show-reading",
            Self::ShowEverything => "command-show-everything",
            Self::ShowPalette => "command-show-palette",
            Self::ZoomToFit => "command-zoom-to-fit",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::SelectLeft => "command-select-left",
            Self::SelectRight => "command-select-right",
            Self::SelectUp => "command-select-up",
            Self::SelectDown => "command-select-down",
            Self::SelectFirst => "command-select-first",
            Self::SelectLast => "command-select-last",
            Self::ReverseTime => "command-reverse-time",
            Self::ToggleHijri => "command-toggle-hijri",
            Self::ToggleMotion => "command-toggle-motion",
            Self::NextLanes => "command-next-lanes",
            Self::ToggleList => "command-toggle-list",
            Self::EventMenu => "command-event-menu",
            Self::ZoomToEvent => "command-zoom-to-event",
            Self::CopyEvent => "command-copy-event",
            Self::CopyQuote => "command-copy-quote",
            Self::FilterKind => "command-filter-kind",
            Self::FilterActor => "command-filter-actor",
            Self::FilterView => "command-filter-view",
            Self::ToggleLane => "command-toggle-lane",
            Self::HideLane => "command-hide-lane",
            Self::LaneUp => "command-lane-up",
            Self::LaneDown => "command-lane-down",
            Self::Search => "command-search",
            Self::FindNext => "command-find-next",
            Self::FindPrevious => "command-find-previous",
            Self::CloseSearch => "command-close-search",
            Self::ClearFilter => "command-clear-filter",
            Self::SwitchTheme => "command-switch-theme",
            Self::SwitchLanguage => "command-switch-language",
            Self::ShowKeys => "command-show-keys",
            Self::Escape => "command-escape",
        }
    }

    /// Whether it is worth a line of the menu: going from event to event is for keys, and events and lanes have menus of their own.
    #[must_use]
    pub fn is_in_menu(self) -> bool {
        let steps = [Self::SelectLeft, Self::SelectRight, Self::SelectUp, Self::SelectDown, Self::SelectFirst, Self::SelectLast];
        let elsewhere = [&steps[..], &Self::OF_EVENT, &Self::OF_LANE, &[Self::EventMenu]];
        !elsewhere.into_iter().flatten().any(|command| *command == self)
    }
}
