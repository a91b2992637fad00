# كلمات الواجهة العامة. الأعداد بصيغها الست: صفر، مفرد، مثنى، جمع قلة، تمييز منصوب، تمييز مجرور.

app-name = وقائع

duration-minutes = { PLURAL($count) ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
duration-hours = { PLURAL($count) ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
duration-days = { PLURAL($count) ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
duration-weeks = { PLURAL($count) ->
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
duration-months = { PLURAL($count) ->
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
duration-years = { PLURAL($count) ->
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
   *[other] { $count } سنة
}

bounds-unknown = غير معروف
bounds-year = عام { $date }
bounds-between = بين { $start } و{ $end }
bounds-between-years = بين عامي { $start } و{ $end }
bounds-between-clocks = { $date }، بين { $start } و{ $end }
bounds-until-day = في { $date } أو قبله
bounds-until-month = في { $date } أو قبله
bounds-until-year = في عام { $date } أو قبله
bounds-since-day = في { $date } أو بعده
bounds-since-month = في { $date } أو بعده
bounds-since-year = في عام { $date } أو بعده
