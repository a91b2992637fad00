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
