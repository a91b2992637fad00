# ما يخرج من البرنامج: الملفات والحافظة وما يقال فيها.

export-png = صورة (PNG)
export-svg = صورة متجهة (SVG)
export-pdf = صفحات ورقية (PDF)
export-html = صفحة ويب (HTML)
export-markdown = تسلسل زمني بالكلمات (Markdown)
export-csv = جدول (CSV)
export-icalendar = تقويم (iCalendar)
export-timeline-js = شرائح لبرنامج TimelineJS (JSON)
export-json = سجل للبرامج (JSON)

export-words = الأحداث بالكلمات
export-sheet = صفحة { $at } من { $count }
export-part-dated = مؤرخة
export-part-ordered = معروفة بترتيبها
export-part-undated = بلا تاريخ
export-made = أعدّه برنامج وقائع من كلمات المقال. ليس فيه تاريخ أوثق مما يقوله النص.
export-dated-title = { $when }: { $title }
export-failed = تعذّر إعداده: { $detail }
export-no-article = السجل سجل مقال، وليس في هذا الملف إلا جدول أحداث: اختر شكلًا آخر
export-picture = خط زمني: { $title }
export-too-large = الصورة أكبر مما ينبغي، وأقصاها { $most } مليون بكسل: اختر مقياسًا أصغر أو زمنًا أقصر
export-no-room = { PLURAL($count) ->
    [one] لم تسع الصورة حدثًا واحدًا بلا تاريخ
    [two] لم تسع الصورة حدثين بلا تاريخ
    [few] لم تسع الصورة { $count } أحداث بلا تاريخ
    [many] لم تسع الصورة { $count } حدثًا بلا تاريخ
   *[other] لم تسع الصورة { $count } حدث بلا تاريخ
}
export-no-day = { PLURAL($count) ->
    [one] حدث واحد لا يُعرف أوله وآخره بما يسعه تقويم، فليس فيه
    [two] حدثان لا يُعرف أولهما وآخرهما بما يسعه تقويم، فليسا فيه
    [few] { $count } أحداث لا يُعرف أولها وآخرها بما يسعه تقويم، فليست فيه
    [many] { $count } حدثًا لا يُعرف أولها وآخرها بما يسعه تقويم، فليست فيه
   *[other] { $count } حدث لا يُعرف أولها وآخرها بما يسعه تقويم، فليست فيه
}
export-no-slide = { PLURAL($count) ->
    [one] حدث واحد لا يُعرف أوله وآخره فلا شريحة له، وهو مذكور في الشريحة الأولى
    [two] حدثان لا يُعرف أولهما وآخرهما فلا شريحتين لهما، وهما مذكوران في الشريحة الأولى
    [few] { $count } أحداث لا يُعرف أولها وآخرها فلا شرائح لها، وهي مذكورة في الشريحة الأولى
    [many] { $count } حدثًا لا يُعرف أولها وآخرها فلا شرائح لها، وهي مذكورة في الشريحة الأولى
   *[other] { $count } حدث لا يُعرف أولها وآخرها فلا شرائح لها، وهي مذكورة في الشريحة الأولى
}
export-picture-scroll = الخط الزمني صورةً
export-to-text = موضعه في المقال
export-to-event = إلى الحدث: { $title }
export-article = المقال

command-export = تصدير…
command-export-view = تصدير المعروض وحده…
command-copy-picture = نسخ المعروض صورةً
command-copy-chronology = نسخ الأحداث كلها نصًّا مع جملها
dialog-export-title = تصدير الخط الزمني
export-done = { PLURAL($count) ->
    [zero] لم يُكتب أي حدث في { $path }
    [one] كُتب حدث واحد في { $path }
    [two] كُتب حدثان في { $path }
    [few] كُتبت { $count } أحداث في { $path }
    [many] كُتب { $count } حدثًا في { $path }
   *[other] كُتب { $count } حدث في { $path }
}
export-which = تدل نهاية الاسم على الشكل المطلوب، ولا بد أن تكون إحدى هذه: { $endings }
export-error = لم يُصدَّر: { $reason } ({ $path })
copied-picture = الصورة في الحافظة
copied-chronology = الأحداث كلها في الحافظة مع جملها
copy-failed = تعذّر وضع الصورة في الحافظة: { $detail }
