# The words of the window: both bars, the article, the event's card, notices, keys.

window-title = Waqai – { $title }

bar-open = Open…
bar-other-language = ع
bar-menu = All commands
bar-lanes = Lanes: { $lanes }
lanes-actor = actor
lanes-kind = kind of event
lanes-place = place
lanes-none = none

command-open = Open a file…
command-paste = Paste an article
command-show-recent = Recent files
command-clear-recent = Forget the recent files
command-close-tab = Close the article
command-next-tab = Next open article
command-previous-tab = Previous open article
command-next-article = Next article in the file
command-previous-article = Previous article in the file
command-read-again = Read the file again
command-show-reading = Read in another way
command-show-everything = Everything in the file, or its article only
command-show-palette = Find a command
command-zoom-to-fit = Show the whole timeline
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-select-left = Next event to the left
command-select-right = Next event to the right
command-select-up = Event above
command-select-down = Event below
command-select-first = Earliest event
command-select-last = Latest event
command-reverse-time = Reverse the direction of time
command-toggle-hijri = Hijri calendar on or off
command-toggle-motion = Reduce motion on or off
command-next-lanes = Next kind of lanes
command-toggle-list = Table of events, or timeline
command-event-menu = Actions of the selected event
command-zoom-to-event = Zoom to the event
command-copy-event = Copy the event with its sentence
command-copy-quote = Copy the sentence with its place
command-filter-kind = Filter by the event's kind
command-filter-actor = Filter by the event's actor
command-filter-view = Filter by the time in view
command-toggle-lane = Collapse or open the lane
command-hide-lane = Hide the lane
command-lane-up = Move the lane up
command-lane-down = Move the lane down
command-search = Search events and text
command-find-next = Next result
command-find-previous = Previous result
command-close-search = Close the search
command-clear-filter = Clear the filter, show all lanes
command-switch-theme = Light or dark
command-switch-language = الواجهة بالعربية
command-show-keys = List of keys
command-escape = Close, or clear the selection

published-chip = Published { $date }
published-ask = Published when?
published-change = Change the publication date
published-title = Publication date
published-field = Publication date: year, month, day
published-not-a-date = Write a date such as 2025-11-01
published-set = Set
published-unknown-choice = Unknown
published-file-date = The file’s date: { $date }
published-day-earlier = Previous day
published-day-later = Next day
published-month-earlier = Previous month
published-month-later = Next month
published-year-earlier = Previous year
published-year-later = Next year
published-origin-given = Set by you
published-origin-metadata = From the article’s metadata
published-origin-dateline = From the line that opens the report
published-origin-text = From the text of the article
published-origin-file-name = From the name of the file

status-empty = No article open
status-events = { PLURAL($count) ->
    [one] { $count } event
   *[other] { $count } events
}
status-dated = { $count } dated
status-ongoing = { $count } ongoing
status-ordered = { $count } ordered
status-undated = { $count } undated
status-undated-before = { $count } undated, before publication
status-filtered = { PLURAL($count) ->
    [one] { $count } in the filter
   *[other] { $count } in the filter
}
status-warnings = { PLURAL($count) ->
    [one] { $count } warning
   *[other] { $count } warnings
}
status-elapsed = Extracted in { $count } ms
status-elapsed-less = Extracted in less than 1 ms
status-time-right-to-left = Time: right to left
status-time-left-to-right = Time: left to right

event-menu = Actions of this event
copy-quotation = “{ $words }”
copy-place = Place in the text: characters { $start } to { $end }

card-empty = Select an event
card-empty-hint = Click an event on the timeline or a sentence with dotted words in the article, or move with the arrow keys.
card-no-events = No events found
card-no-events-hint = Nothing in this text is an event that the program knows. The whole text stands beside this card.
card-pending = No events yet
card-pending-hint = They appear as soon as the whole text has been gone through.
card-when = When
card-hijri = Hijri
card-hijri-vague = ±{ $days } day
card-kind = Kind
card-actors = Who
card-actors-and = and
card-actors-with = with
card-actors-on = to
card-places = Where
card-modality = Told as
card-mentions = Also told
card-when-bounds = { $bounds }
card-when-unknown = Unknown
card-when-ongoing = Ongoing at publication
card-when-ongoing-since = Began { $bounds }
card-why = Why here?
card-related-before = Before
card-related-same = With it
card-related-after = After

event-list = Table of events
event-list-title = Event
event-list-certainty = Certainty
event-list-ascending = ascending
event-list-descending = descending
event-list-pending = The events are being put in order…

divider-timeline = Divider between timeline and article
divider-card = Divider between article and card

notice-dismiss = Dismiss the notice
progress-waiting = Waiting: { $name }
progress-reading = Reading { $name }…
progress-extracting = Finding the events of { $name }…
progress-part = { $done }%
opening-cancel = Cancel
opening-stopped = The events of { $name } were not looked for to the end: F5 reads it again
records-unreadable = { PLURAL($count) ->
    [one] { $count } record of { $name } cannot be read and was left out
   *[other] { $count } records of { $name } cannot be read and were left out
}
failure-title = This article could not be opened
failure-again = Try again
failure-anyway = Open anyway
failure-close = Close
tab-close = Close { $title }
tab-list = All { $count } open articles
bundled-name = the bundled article
paste-name = Pasted text
paste-empty = The clipboard holds no text to open
paste-image = The clipboard holds an image, not a text

empty-title = Drop an article here
empty-hint = or open a file, or paste a text that you copied (Ctrl+V)
empty-paste = Paste
empty-drop-here = Let go to open the file

byline-source = { $name }
byline-author = By { $name }
byline-date = { $date }
byline-everything = Show everything in the file
byline-article-only = Show the article only

articles-place = Article { $number } of { $count }

reading-automatic = Recognised by itself
reading-format = Format
reading-encoding = Encoding of the letters

palette-field = Name of a command
palette-none = No command of this name
palette-lanes = Lanes: { $name }
palette-tab = Show: { $name }
palette-encoding = Encoding: { $name }
palette-format = Read as: { $name }
palette-recent = Open again: { $name }

recent-title = Recent files
recent-none = No files were opened yet
recent-missing = not there any more
recent-name = { $name }, in { $folder }
recent-name-missing = { $name }, in { $folder }, not there any more
settings-not-kept = The recent files cannot be kept: { $detail }

keys-title = Keys
keys-mouse = The wheel zooms at the pointer, with Shift it moves along time, with Ctrl it scrolls the lanes; dragging moves along time; a double click zooms to the event.
keys-close = Close

dialog-title = Open an article
dialog-articles = Articles
dialog-pages = Web pages
dialog-documents = Documents and books
dialog-texts = Texts
dialog-messages = E-mail and feeds
dialog-records = Records
dialog-all-files = All files
dialog-unavailable = This system has no file dialog: install xdg-desktop-portal with xdg-desktop-portal-gtk, or drop the file here
dialog-unavailable-save = This system has no file dialog: install xdg-desktop-portal with xdg-desktop-portal-gtk. What you changed is kept and offered at the next start

app-no-display = No display answers: { $detail }
app-no-window = The window could not be opened: { $detail }
app-no-frame-log = The frame log could not be written, { $detail }: { $path }
app-no-thread = Work in the background could not be started: { $detail }
app-worker-failed = A mistake of the program stopped the opening of { $name }; the open article stays as it is

format-html = Web page
format-text = Plain text
format-markdown = Markdown
format-pdf = PDF
format-docx = Word document
format-odt = OpenDocument text
format-rtf = Rich Text
format-epub = Book (EPUB)
format-mail = E-mail
format-mhtml = Saved web page (MHTML)
format-feed = Feed (RSS, Atom)
format-json = JSON record
format-json-lines = JSON records, one a line
format-warc = Web archive (WARC)
format-csv = Table of events (CSV)
format-timeline-js = Timeline (TimelineJS)

command-present = Present the events one by one
present-next = Next
present-previous = Previous
present-end = End the presentation
present-place = { $at } of { $count }
present-marked = Marked: { $words }
