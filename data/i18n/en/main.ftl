# General words of the interface.

app-name = Waqai

duration-minutes = { PLURAL($count) ->
    [one] { $count } minute
   *[other] { $count } minutes
}
duration-hours = { PLURAL($count) ->
    [one] { $count } hour
   *[other] { $count } hours
}
duration-days = { PLURAL($count) ->
    [one] { $count } day
   *[other] { $count } days
}
duration-weeks = { PLURAL($count) ->
    [one] { $count } week
   *[other] { $count } weeks
}
duration-months = { PLURAL($count) ->
    [one] { $count } month
   *[other] { $count } months
}
duration-years = { PLURAL($count) ->
    [one] { $count } year
   *[other] { $count } years
}

bounds-unknown = unknown
bounds-year = { $date }
bounds-between = between { $start } and { $end }
bounds-between-years = between { $start } and { $end }
bounds-between-clocks = { $date }, between { $start } and { $end }
bounds-until-day = on or before { $date }
bounds-until-month = in or before { $date }
bounds-until-year = in or before { $date }
bounds-since-day = on or after { $date }
bounds-since-month = in or after { $date }
bounds-since-year = in or after { $date }
