# كلمات النافذة: الشريط الأعلى والأسفل، المقال، بطاقة الحدث، التنبيهات، المفاتيح.

window-title = وقائع – { $title }

bar-open = فتح…
bar-untitled = مقال بلا عنوان
bar-other-language = EN
bar-menu = كل الأوامر
bar-lanes = المسارات: { $lanes }
lanes-actor = الفاعل
lanes-kind = نوع الحدث
lanes-place = المكان
lanes-none = بلا مسارات

command-open = فتح ملف…
command-paste = لصق نص مقال
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
command-next-lanes = تبديل المسارات
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
published-not-a-date = اكتب تاريخًا مثل 2025-11-01
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

card-empty = اختر حدثًا
card-empty-hint = انقر حدثًا على الخط الزمني أو جملةً مخططة في المقال، أو تنقّل بمفاتيح الأسهم.
card-no-events = لم يُعثر على أحداث
card-no-events-hint = لم يجد البرنامج في هذا النص ما يعرفه من الأحداث. النص كامل معروض بجانب هذه البطاقة.
card-when = متى
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

divider-timeline = الحد بين الخط الزمني والمقال
divider-card = الحد بين المقال وبطاقة الحدث

notice-dismiss = إغلاق التنبيه
opening = يُفتح { $name }…
opening-cancel = إلغاء
open-one-of-several = { PLURAL($count) ->
    [two] وصل ملفان، والنافذة تعرض مقالًا واحدًا: فُتح { $name }
    [few] وصلت { $count } ملفات، والنافذة تعرض مقالًا واحدًا: فُتح { $name }
    [many] وصل { $count } ملفًا، والنافذة تعرض مقالًا واحدًا: فُتح { $name }
   *[other] وصل { $count } ملف، والنافذة تعرض مقالًا واحدًا: فُتح { $name }
}
bundled-name = المقال المرفق
paste-name = نص ملصوق
paste-empty = ليس في الحافظة نص يُفتح
paste-image = في الحافظة صورة لا نص

empty-title = أفلت مقالًا هنا
empty-hint = أو افتح ملفًا، أو الصق نصًا نسخته (Ctrl+V)
empty-paste = لصق
empty-drop-here = أفلت الملف ليُفتح

keys-title = المفاتيح
keys-mouse = العجلة تكبّر عند المؤشر، ومع Shift تحرّك الزمن، ومع Ctrl تحرّك المسارات؛ السحب يحرّك الزمن؛ النقر المزدوج يقرّب الحدث.
keys-close = إغلاق

dialog-title = فتح مقال
dialog-articles = مقالات
dialog-all-files = كل الملفات
dialog-unavailable = لا نافذة لاختيار الملفات في هذا النظام: ثبّت xdg-desktop-portal مع xdg-desktop-portal-gtk، أو أفلت الملف هنا

app-no-display = لا شاشة تستجيب: { $detail }
app-no-window = تعذّر فتح النافذة: { $detail }
app-no-frame-log = تعذّرت كتابة سجل الإطارات، { $detail }: { $path }
app-no-thread = تعذّر بدء العمل في الخلفية: { $detail }
app-worker-failed = خطأ في البرنامج أوقف فتح { $name }؛ المقال المفتوح باقٍ كما هو
