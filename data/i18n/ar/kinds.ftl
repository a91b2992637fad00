# أسماء أنواع الأحداث (PLOVER) ودرجات اليقين وما يقال عن الحدث.

kind-agree = اتفاق
kind-consult = تشاور
kind-support = تأييد
kind-concede = تنازل
kind-cooperate = تعاون
kind-aid = مساعدة
kind-retreat = تراجع
kind-request = مطالبة
kind-accuse = اتهام
kind-reject = رفض
kind-threaten = تهديد
kind-protest = احتجاج
kind-sanction = عقوبات
kind-mobilize = حشد
kind-coerce = إكراه
kind-assault = اعتداء
kind-other = غير ذلك

certainty-exact = يوم بعينه
certainty-bounded = محدود الطرفين
certainty-one-sided = محدود من طرف واحد
certainty-ordered = معروف بترتيبه
certainty-undated = بلا تاريخ
certainty-ongoing = مستمر عند النشر

modality-asserted = مرويّ على أنه وقع
modality-reported = منقول عن غيره
modality-denied = فيه نفي
modality-planned = مقرر
modality-cancelled = أُلغي

role-source = الفاعل
role-target = المستهدف
role-participant = مشارك

basis-explicit = تاريخ صريح في النص
basis-relative = تعبير زمني نسبي
basis-ordered = الترتيب بين الأحداث
basis-narrative = روايته خبرًا ماضيًا
basis-reader = قولك أنت
basis-none = لا شيء في النص

precision-day = يوم
precision-month = شهر
precision-quarter = ربع سنة
precision-year = سنة
precision-decade = عقد
precision-century = قرن
