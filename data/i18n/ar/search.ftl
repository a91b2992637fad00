# البحث في المقال وأحداثه.

search-field = البحث في الأحداث والنص
search-placeholder = ابحث في الأحداث والنص
search-place = { $place } من { $count }
search-count = { PLURAL($count) ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
   *[other] { $count } نتيجة
}
search-running = يُبحث…
