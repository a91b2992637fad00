# The timeline

timeline-published = Published · { $date }
timeline-gregorian = Gregorian
timeline-hijri = Hijri, ±{ $days } day
timeline-no-dates = No event of this article has a known date
timeline-none-shown = No dated event matches the filter
timeline-lane-no-actor = No actor named
timeline-lane-no-place = No place named
timeline-lane-all = All events
timeline-column-title = Before publication, undated
timeline-column-title-undated = Undated
timeline-column-order = In the order told
timeline-column-more = { PLURAL($count) ->
    [one] 1 more…
   *[other] { $count } more…
}
timeline-folded-months = { PLURAL($count) ->
    [one] 1 month folded
   *[other] { $count } months folded
}
timeline-folded-years = { PLURAL($count) ->
    [one] 1 year folded
   *[other] { $count } years folded
}
timeline-fold-months = { PLURAL($count) ->
    [one] Fold 1 month
   *[other] Fold { $count } months
}
timeline-fold-years = { PLURAL($count) ->
    [one] Fold 1 year
   *[other] Fold { $count } years
}
timeline-axis = Time axis, { $time }
timeline-overview = Part of time in view
hover-when = { $when } · { $certainty }
timeline-separator = { ", " }
timeline-cluster = { PLURAL($count) ->
    [one] 1 event
   *[other] { $count } events
}

table-events = { PLURAL($count) ->
    [one] 1 event
   *[other] { $count } events
}
table-lanes = { PLURAL($count) ->
    [one] On 1 lane
   *[other] On { $count } lanes
}
table-hint = The file holds events and no article: nothing had to be found in it.
table-card-hint = Click an event on the timeline, or go there with the arrow keys.
table-lane = Lane
timeline-lane-rest = The rest
axis-day-and-clock = { $day }, { $clock }
year-before = { $count } BC
years-between = { $first } to { $last }
timeline-lane = Lane { $lane }, { $count }
timeline-lanes-below = { PLURAL($count) ->
    [one] { $count } more lane
   *[other] { $count } more lanes
}
end-earliest = Earliest time of the event
end-latest = Latest time of the event
end-hint = Drag it, or press the arrow keys and then Enter
