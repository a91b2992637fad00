# الخط الزمني

timeline-published = النشر · { $date }
timeline-gregorian = ميلادي
timeline-hijri = هجري، ±{ $days } يوم
timeline-no-dates = لا تاريخ معروفًا لأي حدث في هذا المقال
timeline-none-shown = لا حدث مؤرخًا يوافق التصفية
timeline-lane-no-actor = بلا فاعل مذكور
timeline-lane-no-place = بلا مكان مذكور
timeline-lane-all = كل الأحداث
timeline-column-title = قبل النشر، بلا تاريخ
timeline-column-title-undated = بلا تاريخ
timeline-column-order = بترتيب الرواية
timeline-column-more = { PLURAL($count) ->
    [one] حدث آخر…
    [two] حدثان آخران…
    [few] { $count } أخرى…
   *[other] { $count } أخرى…
}
timeline-folded-months = { PLURAL($count) ->
    [one] شهر مطوي
    [two] شهران مطويان
    [few] { $count } أشهر مطوية
    [many] { $count } شهرًا مطوية
   *[other] { $count } شهر مطوية
}
timeline-folded-years = { PLURAL($count) ->
    [one] سنة مطوية
    [two] سنتان مطويتان
    [few] { $count } سنوات مطوية
   *[other] { $count } سنة مطوية
}
timeline-fold-months = { PLURAL($count) ->
    [one] طيّ شهر
    [two] طيّ شهرين
    [few] طيّ { $count } أشهر
    [many] طيّ { $count } شهرًا
   *[other] طيّ { $count } شهر
}
timeline-fold-years = { PLURAL($count) ->
    [one] طيّ سنة
    [two] طيّ سنتين
    [few] طيّ { $count } سنوات
   *[other] طيّ { $count } سنة
}
timeline-axis = محور الزمن، { $time }
timeline-overview = الجزء المعروض من الزمن
hover-when = { $when } · { $certainty }
timeline-separator = { "، " }
timeline-cluster = { PLURAL($count) ->
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}

table-events = { PLURAL($count) ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثا
   *[other] { $count } حدث
}
table-lanes = { PLURAL($count) ->
    [one] في مسار واحد
    [two] في مسارين
    [few] في { $count } مسارات
    [many] في { $count } مسارا
   *[other] في { $count } مسار
}
table-hint = في الملف أحداث وليس فيه مقال، فلم يُستخرج منه شيء.
table-card-hint = انقر حدثا على الخط الزمني أو اذهب إليه بمفاتيح الأسهم.
table-lane = المسار
timeline-lane-rest = البقية
axis-day-and-clock = { $day }، { $clock }
year-before = { $count } ق.م
years-between = من { $first } إلى { $last }
timeline-lane = المسار { $lane }، { $count }
timeline-lanes-below = { PLURAL($count) ->
    [one] مسار آخر
    [two] مساران آخران
    [few] { $count } مسارات أخرى
    [many] { $count } مسارًا آخر
   *[other] { $count } مسار آخر
}
end-earliest = أبكر زمن للحدث
end-latest = آخر زمن للحدث
end-hint = اسحبه، أو حرّكه بالسهمين ثم اضغط Enter
