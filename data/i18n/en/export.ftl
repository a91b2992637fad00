# What leaves the program: files, the clipboard, what is said in them.

export-png = Picture (PNG)
export-svg = Picture in outlines (SVG)
export-pdf = Pages of paper (PDF)
export-html = Web page (HTML)
export-markdown = Chronology in words (Markdown)
export-csv = Table (CSV)
export-icalendar = Calendar (iCalendar)
export-timeline-js = Slides for TimelineJS (JSON)
export-json = Record for programs (JSON)

export-words = The events in words
export-sheet = Page { $at } of { $count }
export-part-dated = Dated
export-part-ordered = Known by their order
export-part-undated = Undated
export-made = Made by Waqai from the words of the article. No date is surer here than the text makes it.
export-dated-title = { $when }: { $title }
export-failed = It cannot be made: { $detail }
export-no-article = A record is of an article, and this file holds a table of events: choose another form
export-picture = Timeline: { $title }
export-too-large = The picture would be too large: no more than { $most } million pixels; choose a smaller scale or less time
export-no-room = { PLURAL($count) ->
    [one] 1 undated event has no room in the picture
   *[other] { $count } undated events have no room in the picture
}
export-no-day = { PLURAL($count) ->
    [one] 1 event has no beginning and end that a calendar could hold, and is not in it
   *[other] { $count } events have no beginning and end that a calendar could hold, and are not in it
}
export-no-slide = { PLURAL($count) ->
    [one] 1 event has no beginning and end and gets no slide; the first slide lists it
   *[other] { $count } events have no beginning and end and get no slides; the first slide lists them
}
export-picture-scroll = The timeline as a picture
export-to-text = Show in the article
export-to-event = To the event: { $title }
export-article = The article

command-export = Export…
command-export-view = Export what is in view…
command-copy-picture = Copy what is in view as a picture
command-copy-chronology = Copy all events in words, with their sentences
dialog-export-title = Export the timeline
export-done = { PLURAL($count) ->
    [one] 1 event was written to { $path }
   *[other] { $count } events were written to { $path }
}
export-which = The ending of the name says which form is wanted. It must be one of these: { $endings }
export-error = Not exported, { $reason }: { $path }
copied-picture = The picture is in the clipboard
copied-chronology = All events are in the clipboard, with their sentences
copy-failed = The picture could not be put into the clipboard: { $detail }
