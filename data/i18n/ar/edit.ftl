# ما يصححه القارئ ويحفظه: أسماء التعديلات والحقول، والمشاريع، والحفظ.

message-unknown = ملاحظة لا تعرف هذه النسخة من البرنامج كلماتها

field-event = الحدث
field-title = العنوان
field-kind = النوع
field-actors = الفاعل
field-places = المكان
field-modality = الرواية
field-when = التاريخ

edit-title = تغيير العنوان
edit-kind = تغيير النوع
edit-actors = تغيير الفاعلين
edit-places = تغيير المكان
edit-modality = تغيير الرواية
edit-when = تغيير التاريخ
edit-restore = العودة إلى ما يقوله النص
edit-delete = حذف حدث
edit-merge = دمج حدثين
edit-split = فصل حدث
edit-add = إضافة حدث
edit-published = تغيير تاريخ النشر

why-reader-date = كتبتَ «{ $words }»: { $dates }
why-reader-drawn = حدّدتَه على الخط الزمني: { $dates }
why-reader-undated = قلتَ إن زمنه غير معروف
warning-reader-contradiction = تاريخ حدّدتَه يناقض ترتيبًا يذكره النص.

project-error-json = المشروع ليس JSON صحيحًا عند السطر { $line } والعمود { $column }؛ افتح نسخة منه
project-error-newer = كتبته نسخة أحدث من هذا البرنامج؛ افتحه بها
project-error-damaged = المشروع تالف، فحقله «{ $field }» لا يوافق سائره؛ افتح نسخة منه
save-error = لم يُحفظ، { $reason }. عملك باقٍ هنا: { $path }
save-error-full = لا مكان على القرص؛ أفسح مكانًا أو احفظه في موضع آخر
save-error-permission = الكتابة في الملف أو في مجلده ممنوعة؛ احفظه في موضع آخر
save-error-folder = لم يعد المجلد موجودًا؛ احفظه في موضع آخر
save-error-changed = غيّر برنامج آخر الملفَّ في هذه الأثناء
save-error-io = يقول النظام: { $detail }؛ احفظه في موضع آخر

by-hand = ✎ حدّدتَه أنت
edit-field = تغيير: { $field }
edit-restore-field = العودة إلى ما يقوله النص: { $field }
edit-set = اعتماد
edit-cancel = إلغاء
edit-when-field = التاريخ كما تكتبه
edit-when-hint = مثلًا: 14 مارس 2024، الأحد الماضي، قبل مايو 2020، { "\u2066" }2024-03{ "\u2069" }
edit-when-means = { $dates }
edit-when-unread = لا تاريخ في هذا بعد
edit-when-offer = «{ $words }»: { $dates }
edit-when-unknown = زمنه غير معروف
edit-name-add = إضافة آخر
edit-name-remove = إزالة { $name }
edit-role = دوره: { $role }
edit-split-off = جعله حدثًا مستقلًّا
edit-merge-with = دمجه مع حدث آخر
edit-deleted = حُذف: { $title }
edit-merged = دُمج: { $title }
edit-nothing-selected = حدّد كلمات في المقال أولًا، فتصير هي الحدث.
edit-unapplied = { PLURAL($count) ->
    [one] تعديل واحد محفوظ لا يجد هنا ما يغيّره: ليس حدثه في هذه القراءة.
    [two] تعديلان محفوظان لا يجدان هنا ما يغيّرانه: ليس حدثاهما في هذه القراءة.
    [few] { $count } تعديلات محفوظة لا تجد هنا ما تغيّره: ليست أحداثها في هذه القراءة.
    [many] { $count } تعديلًا محفوظًا لا تجد هنا ما تغيّره: ليست أحداثها في هذه القراءة.
   *[other] { $count } تعديل محفوظ لا تجد هنا ما تغيّره: ليست أحداثها في هذه القراءة.
}
undo-named = تراجع: { $edit }
redo-named = إعادة: { $edit }

command-save = حفظ
command-save-as = حفظ باسم…
command-undo = تراجع
command-redo = إعادة
command-edit-event = تغيير تاريخ الحدث
command-delete-event = حذف الحدث
command-add-event = حدث جديد من الكلمات المحددة

window-title-unsaved = ● وقائع – { $title }
dialog-projects = مشاريع وقائع
dialog-save-title = حفظ المشروع
project-read-only = كتبت نسخة أحدث من هذا البرنامج هذا المشروع: يمكن النظر فيه وحفظه في موضع آخر، لا تغييره.
save-over = الكتابة فوقه
unsaved-left = بقي عمل لم يُحفظ: { $title }
unsaved-closed = أُغلق وفيه تغييرات لم تُحفظ. هي باقية وتُعرض عند البدء التالي: { $title }
unsaved-open = فتح
unsaved-give-up = التخلي عنه
table-not-edited = أحداث الجدول معروضة كما هي، ولا تُعدَّل هنا.
tab-unsaved = { $title }، غير محفوظ
