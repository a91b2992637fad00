# التصفية: ما يُطلب من الأحداث، وما يصير إليه الباقي.

filter-menu = تصفية
filter-title = التصفية:
filter-words = الكلمات
filter-kind = النوع
filter-actor = الفاعل
filter-place = المكان
filter-lane = المسار
filter-certainty = الزمن
filter-modality = الرواية
filter-time = المدة
filter-by = تصفية حسب { $aspect }: { $value }
filter-no-longer = إلغاء التصفية حسب { $aspect }: { $value }
filter-count = { PLURAL($count) ->
    [zero] لا حدث يوافقها
    [one] حدث واحد يوافقها
    [two] حدثان يوافقانها
    [few] { $count } أحداث توافقها
    [many] { $count } حدثًا توافقها
   *[other] { $count } حدث توافقها
}
filter-undated = { PLURAL($count) ->
    [one] وحدث بلا تاريخ لا يُعرف أهو في المدة
    [two] وحدثان بلا تاريخ لا يُعرف أهما في المدة
    [few] و{ $count } أحداث بلا تاريخ لا يُعرف أهي في المدة
    [many] و{ $count } حدثًا بلا تاريخ لا يُعرف أهي في المدة
   *[other] و{ $count } حدث بلا تاريخ لا يُعرف أهي في المدة
}
filter-dim-others = تعتيم الباقي بدل إخفائه
filter-hide-others = إخفاء الباقي
filter-hidden-lane = مسار مخفي: { $lane }
filter-show-lane = إظهار المسار { $lane }
filter-not-passed = خارج التصفية
