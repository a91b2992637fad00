# The search in the article and its events.

search-field = Search events and text
search-placeholder = Search events and text
search-place = { $place } of { $count }
search-count = { PLURAL($count) ->
    [one] { $count } result
   *[other] { $count } results
}
search-running = Searching…
