# The filter: what is asked for, and what becomes of the rest.

filter-menu = Filter
filter-title = Filter:
filter-words = Words
filter-kind = Kind
filter-actor = Actor
filter-place = Place
filter-lane = Lane
filter-certainty = Date
filter-modality = Told as
filter-time = Time
filter-by = Filter by { $aspect }: { $value }
filter-no-longer = No longer filter by { $aspect }: { $value }
filter-count = { PLURAL($count) ->
    [one] { $count } event matches
   *[other] { $count } events match
}
filter-undated = { PLURAL($count) ->
    [one] and { $count } without a date may or may not lie in it
   *[other] and { $count } without a date may or may not lie in it
}
filter-dim-others = Dim the others instead
filter-hide-others = Hide the others
filter-hidden-lane = Hidden lane: { $lane }
filter-show-lane = Show the lane { $lane }
filter-not-passed = filtered out
