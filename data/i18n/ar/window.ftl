# كلمات النافذة: الشريط الأعلى والأسفل، المقال، بطاقة الحدث، التنبيهات، المفاتيح.

window-title = وقائع – { $title }

bar-open = فتح…
bar-other-language = EN
bar-menu = كل الأوامر
bar-lanes = المسارات: { $lanes }
lanes-actor = الفاعل
lanes-kind = نوع الحدث
lanes-place = المكان
lanes-none = بلا مسارات

command-open = فتح ملف…
command-paste = لصق نص مقال
command-show-recent = الملفات الأخيرة
command-clear-recent = مسح قائمة الملفات الأخيرة
command-close-tab = إغلاق المقال
command-next-tab = المقال المفتوح التالي
command-previous-tab = المقال المفتوح السابق
command-next-article = المقال التالي في الملف
command-previous-article = المقال السابق في الملف
command-read-again = قراءة الملف من جديد
command-show-reading = قراءة بطريقة أخرى
command-show-everything = كل ما في الملف أو المقال وحده
command-show-palette = البحث عن أمر
command-zoom-to-fit = إظهار الخط الزمني كله
command-zoom-in = تكبير
command-zoom-out = تصغير
command-select-left = الحدث التالي إلى اليسار
command-select-right = الحدث التالي إلى اليمين
command-select-up = الحدث الأعلى
command-select-down = الحدث الأسفل
command-select-first = أقدم حدث
command-select-last = أحدث حدث
command-reverse-time = عكس اتجاه الزمن
command-toggle-hijri = التقويم الهجري أو بدونه
command-toggle-motion = بلا حركة أو معها
command-next-lanes = تبديل المسارات
command-toggle-list = جدول الأحداث أو الخط الزمني
command-event-menu = ما يمكن فعله بالحدث المحدد
command-zoom-to-event = تقريب الحدث
command-copy-event = نسخ الحدث نصًّا مع جملته
command-copy-quote = نسخ الجملة مع موضعها
command-filter-kind = تصفية حسب نوع الحدث
command-filter-actor = تصفية حسب فاعل الحدث
command-filter-view = تصفية حسب المدة المعروضة
command-toggle-lane = طيّ المسار أو فتحه
command-hide-lane = إخفاء المسار
command-lane-up = رفع المسار
command-lane-down = خفض المسار
command-search = بحث في الأحداث والنص
command-find-next = النتيجة التالية
command-find-previous = النتيجة السابقة
command-close-search = إغلاق البحث
command-clear-filter = إزالة التصفية وإظهار كل المسارات
command-switch-theme = فاتح أو داكن
command-switch-language = English interface
command-show-keys = قائمة المفاتيح
command-escape = إغلاق أو إلغاء التحديد

published-chip = نُشر في { $date }
published-ask = متى نُشر؟
published-change = تغيير تاريخ النشر
published-title = تاريخ النشر
published-field = تاريخ النشر، السنة ثم الشهر ثم اليوم
published-not-a-date = اكتب تاريخًا مثل { "\u2066" }2025-11-01{ "\u2069" }
published-set = اعتماد
published-unknown-choice = غير معروف
published-file-date = تاريخ الملف: { $date }
published-day-earlier = اليوم السابق
published-day-later = اليوم التالي
published-month-earlier = الشهر السابق
published-month-later = الشهر التالي
published-year-earlier = السنة السابقة
published-year-later = السنة التالية
published-origin-given = حدّدتَه أنت
published-origin-metadata = من بيانات المقال
published-origin-dateline = من السطر الذي يفتتح الخبر
published-origin-text = من نص المقال
published-origin-file-name = من اسم الملف

status-empty = لا مقال مفتوح
status-events = { PLURAL($count) ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
status-dated = { PLURAL($count) ->
    [one] واحد مؤرخ
    [two] اثنان مؤرخان
   *[other] { $count } مؤرخة
}
status-ongoing = { PLURAL($count) ->
    [one] واحد جارٍ
    [two] اثنان جاريان
   *[other] { $count } جارية
}
status-ordered = { PLURAL($count) ->
    [one] واحد مرتب
    [two] اثنان مرتبان
   *[other] { $count } مرتبة
}
status-undated = { PLURAL($count) ->
    [one] واحد بلا تاريخ
    [two] اثنان بلا تاريخ
   *[other] { $count } بلا تاريخ
}
status-undated-before = { PLURAL($count) ->
    [one] واحد قبل النشر بلا تاريخ
    [two] اثنان قبل النشر بلا تاريخ
   *[other] { $count } قبل النشر بلا تاريخ
}
status-filtered = { PLURAL($count) ->
    [zero] لا شيء ضمن التصفية
    [one] واحد ضمن التصفية
    [two] اثنان ضمن التصفية
   *[other] { $count } ضمن التصفية
}
status-warnings = { PLURAL($count) ->
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
    [many] { $count } تنبيهًا
   *[other] { $count } تنبيه
}
status-elapsed = استُخرجت في { $count } م.ث
status-elapsed-less = استُخرجت في أقل من م.ث
status-time-right-to-left = الزمن: من اليمين إلى اليسار
status-time-left-to-right = الزمن: من اليسار إلى اليمين

event-menu = ما يمكن فعله بهذا الحدث
copy-quotation = «{ $words }»
copy-place = الموضع في النص: من المحرف { $start } إلى { $end }

card-empty = اختر حدثًا
card-empty-hint = انقر حدثًا على الخط الزمني أو جملةً مخططة في المقال، أو تنقّل بمفاتيح الأسهم.
card-no-events = لم يُعثر على أحداث
card-no-events-hint = لم يجد البرنامج في هذا النص ما يعرفه من الأحداث. النص كامل معروض بجانب هذه البطاقة.
card-pending = لا أحداث بعد
card-pending-hint = تظهر حالما يُقرأ النص كله.
card-when = متى
card-hijri = هجريًّا
card-hijri-vague = ±{ $days } يوم
card-kind = النوع
card-actors = الفاعل
card-actors-and = و
card-actors-with = مع
card-actors-on = على
card-places = المكان
card-modality = الرواية
card-mentions = يُروى أيضًا
card-when-bounds = { $bounds }
card-when-unknown = غير معروف
card-when-ongoing = مستمر عند النشر
card-when-ongoing-since = بدأ { $bounds }
card-why = لماذا هنا؟
card-related-before = قبله
card-related-same = معه
card-related-after = بعده

event-list = جدول الأحداث
event-list-title = الحدث
event-list-certainty = اليقين
event-list-ascending = ترتيب تصاعدي
event-list-descending = ترتيب تنازلي
event-list-pending = تُرتَّب الأحداث…

divider-timeline = الحد بين الخط الزمني والمقال
divider-card = الحد بين المقال وبطاقة الحدث

notice-dismiss = إغلاق التنبيه
progress-waiting = بانتظار دوره: { $name }
progress-reading = يُقرأ { $name }…
progress-extracting = تُستخرج أحداث { $name }…
progress-part = { $done }٪
opening-cancel = إلغاء
opening-stopped = لم يكتمل البحث عن أحداث { $name }: المفتاح F5 يقرأه من جديد
records-unreadable = { PLURAL($count) ->
    [one] سجل واحد في { $name } لا يُقرأ، فتُرك
    [two] سجلان في { $name } لا يُقرآن، فتُركا
    [few] { $count } سجلات في { $name } لا تُقرأ، فتُركت
    [many] { $count } سجلًا في { $name } لا تُقرأ، فتُركت
   *[other] { $count } سجل في { $name } لا تُقرأ، فتُركت
}
failure-title = تعذّر فتح هذا المقال
failure-again = إعادة المحاولة
failure-anyway = فتحه مع ذلك
failure-close = إغلاق
tab-close = إغلاق { $title }
tab-list = المقالات المفتوحة كلها، وعددها { $count }
bundled-name = المقال المرفق
paste-name = نص ملصوق
paste-empty = ليس في الحافظة نص يُفتح
paste-image = في الحافظة صورة لا نص

empty-title = أفلت مقالًا هنا
empty-hint = أو افتح ملفًا، أو الصق نصًا نسخته (Ctrl+V)
empty-paste = لصق
empty-drop-here = أفلت الملف ليُفتح

byline-source = { $name }
byline-author = بقلم { $name }
byline-date = { $date }
byline-everything = إظهار كل ما في الملف
byline-article-only = إظهار المقال وحده

articles-place = المقال { $number } من { $count }

reading-automatic = يُعرف تلقائيًا
reading-format = الصيغة
reading-encoding = ترميز الحروف

palette-field = اسم أمر
palette-none = لا أمر بهذا الاسم
palette-lanes = المسارات: { $name }
palette-tab = إظهار: { $name }
palette-encoding = الترميز: { $name }
palette-format = القراءة بوصفه: { $name }
palette-recent = فتح من جديد: { $name }

recent-title = الملفات الأخيرة
recent-none = لم يُفتح ملف بعد
recent-missing = لم يعد موجودًا
recent-name = { $name }، في { $folder }
recent-name-missing = { $name }، في { $folder }، لم يعد موجودًا
settings-not-kept = تعذّر حفظ قائمة الملفات الأخيرة: { $detail }

keys-title = المفاتيح
keys-mouse = العجلة تكبّر عند المؤشر، ومع Shift تحرّك الزمن، ومع Ctrl تحرّك المسارات؛ السحب يحرّك الزمن؛ النقر المزدوج يقرّب الحدث.
keys-close = إغلاق

dialog-title = فتح مقال
dialog-articles = مقالات
dialog-pages = صفحات ويب
dialog-documents = مستندات وكتب
dialog-texts = نصوص
dialog-messages = بريد وخلاصات
dialog-records = سجلات
dialog-all-files = كل الملفات
dialog-unavailable = لا نافذة لاختيار الملفات في هذا النظام: ثبّت xdg-desktop-portal مع xdg-desktop-portal-gtk، أو أفلت الملف هنا
dialog-unavailable-save = لا نافذة لاختيار الملفات في هذا النظام: ثبّت xdg-desktop-portal مع xdg-desktop-portal-gtk. ما غيّرته محفوظ جانبًا ويُعرض عليك عند التشغيل القادم

app-no-display = لا شاشة تستجيب: { $detail }
app-no-window = تعذّر فتح النافذة: { $detail }
app-no-frame-log = تعذّرت كتابة سجل الإطارات، { $detail }: { $path }
app-no-thread = تعذّر بدء العمل في الخلفية: { $detail }
app-worker-failed = خطأ في البرنامج أوقف فتح { $name }؛ المقال المفتوح باقٍ كما هو

format-html = صفحة ويب
format-text = نص عادي
format-markdown = Markdown
format-pdf = PDF
format-docx = مستند Word
format-odt = نص OpenDocument
format-rtf = نص منسق RTF
format-epub = كتاب EPUB
format-mail = رسالة بريد
format-mhtml = صفحة محفوظة MHTML
format-feed = خلاصة RSS أو Atom
format-json = سجل JSON
format-json-lines = سجلات JSON، سطر لكل سجل
format-warc = أرشيف ويب WARC
format-csv = جدول أحداث CSV
format-timeline-js = خط زمني TimelineJS

command-present = عرض الأحداث واحدًا بعد واحد
present-next = التالي
present-previous = السابق
present-end = إنهاء العرض
present-place = { $at } من { $count }
present-marked = الكلمات المعلَّمة: { $words }
