# ما يخرج من البرنامج: الملفات والحافظة وما يقال فيها.

export-png = صورة (PNG)
export-svg = صورة متجهة (SVG)
export-markdown = تسلسل زمني بالكلمات (Markdown)
export-csv = جدول (CSV)
export-json = سجل للبرامج (JSON)

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
