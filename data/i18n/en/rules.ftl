# Why an event stands where it stands: one step of an explanation each.
# $dates: bounds in words; $date: the publication date.

why-timex = means { $dates }
why-timex-relative = counted from the publication date: { $dates }
why-soft-past = points to the past, without a date
why-soft-present = points to the present, without a date
why-soft-later = after what was told before it, without a date
why-no-date = a duration that sets no date
why-since-until-publication = from then until publication
why-since-at-once = done at once, then; what came after is its effect
why-since = from then on
why-until = until then at the latest
why-before-date = before that date
why-after-date = after that date
why-told-as-past = told in the past tense: it happened before publication on { $date }
why-told-as-known = told in a report published on { $date }: not later than that
why-ongoing = told as going on: under way at publication on { $date }
why-planned = told in the future tense: after publication on { $date }
why-beside-plan = told beside what is planned: it may have happened or be to come
why-no-publication-date = the publication date is unknown, so its time has no bounds
why-before-event = before another event: { $dates }
why-after-event = after another event: { $dates }
why-day-before-event = the day before another event: { $dates }
why-day-after-event = the day after another event: { $dates }

warning-published-unknown = The publication date is unknown: relative words such as “yesterday” stay without a date.
warning-published-unreadable = The given publication date “{ $value }” cannot be read as a date and was ignored.
warning-retold-contradiction = Two sentences seem to tell the same event with different dates: they are shown as two.
warning-order-contradiction = An order that the text names contradicts its dates and was ignored.
warning-calendars-differ = A Hijri and a Gregorian date of the same day are more than a day apart.
warning-hijri-tabular = A Hijri date outside the years of Umm al-Qura was reckoned by the tabular calendar: it may be a day or two off.
warning-year-ambiguous = A day and month without a year name an event: the nearest year was taken, and it may be another.
