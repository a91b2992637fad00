# سطر الأوامر: المساعدة وأخطاء الاستعمال.

cli-about = { app-name }: يفتح مقالًا صحفيًّا ويرتّب أحداثه على خط زمني
cli-about-extract = يطبع أحداث المقالات بصيغة JSON، بلا نافذة
cli-heading-usage = الاستعمال
cli-heading-arguments = المعطيات
cli-heading-options = الخيارات
cli-heading-commands = الأوامر
cli-usage =
    waqai [ملف]...
    waqai extract [خيارات] [ملف]...
    waqai export [خيارات] ملف -o ملف.امتداد
cli-usage-extract = waqai extract [خيارات] [ملف]...
cli-value-file = ملف
cli-value-date = تاريخ
cli-value-encoding = ترميز
cli-help-file = المقالات التي تُفتح في النافذة؛ بلا ملف: المقال المرفق
cli-help-extract-file = المقالات التي تُقرأ؛ «-» أو لا شيء: المدخل القياسي
cli-help-from = صيغة المدخل؛ auto: بحسب المحتوى ثم الاسم
cli-help-any-size = يقرأ الملفات التي تزيد على الحد أيضًا، ويحتاج إلى ذاكرة تبلغ أضعاف حجمها
cli-help-encoding = ترميز النصوص وصفحات HTML وMarkdown باسمه على الشبكة (windows-1256 أو iso-8859-6 أو utf-16le)؛ إن لم يُذكر فيُستنتج
cli-help-published = تاريخ النشر، مقدَّمًا على ما في الملف: YYYY-MM-DD[THH:MM[:SS]]
cli-help-language = لغة المقال
cli-help-messages = لغة الشرح والتنبيهات؛ إن لم تُذكر فلغة المقال
cli-help-format = صيغة المخرج؛ json: سجل واحد لمقال واحد، ومصفوفة لعدة مقالات؛ jsonl: سجل في كل سطر
cli-help-help = يطبع هذه المساعدة
cli-help-version = يطبع رقم الإصدار
cli-exit-status = حالة الخروج: 0 تمّ؛ 1 مدخل أو سطر واحد على الأقل لم يُقرأ، أو المخرج لم يُكتب؛ 2 خطأ في الاستعمال
cli-no-display = تعذّر فتح النافذة، لا شاشة: المتغيران DISPLAY وWAYLAND_DISPLAY غير مضبوطين؛ لطباعة الأحداث بلا نافذة استعمل الأمر waqai extract
cli-without-window = بُني هذا البرنامج بلا نافذة؛ لطباعة الأحداث استعمل الأمر waqai extract
cli-write-error = تعذّرت كتابة المخرج، { $detail }

usage-error = خطأ في سطر الأوامر (انظر waqai --help)
usage-error-unknown-argument = معطى غير معروف: { $argument } (انظر waqai --help)
usage-error-invalid-value = القيمة { $value } لا يقبلها { $argument } (انظر waqai --help)
usage-error-missing-value = تنقص قيمة: { $argument } (انظر waqai --help)
usage-error-repeated = مذكور أكثر من مرة أو مع ما ينافيه: { $argument } (انظر waqai --help)
usage-error-not-a-date = { $value } ليس تاريخًا من الشكل YYYY-MM-DD[THH:MM[:SS]] (انظر waqai --help)
usage-error-not-an-encoding = { $value } ليس اسم ترميز مثل windows-1256 أو utf-16le (انظر waqai --help)
cli-help-frame-log = يكتب في الملف سطرًا عن كل إطار من إطارات النافذة: الرقم، وزمن المعالج، والزمن منذ الإطار السابق، وما أخذه منه ترتيب الأشكال وسردها، والزمن منذ بدء البرنامج، بالميكروثانية، ثم عدد الأحداث المعروضة
cli-about-export = يكتب أحداث المقال في ملف، بالصيغة التي يدل عليها امتداده، بلا نافذة
cli-usage-export = waqai export [خيارات] ملف -o ملف.امتداد
cli-value-number = عدد
cli-value-view = من/إلى
cli-help-export-file = المقال أو سجله أو مشروعه أو جدول أحداث؛ «-»: المدخل القياسي
cli-help-output = الملف المكتوب، وامتداده يحدد صيغته: { $endings }
cli-help-article = رقم المقال إن كان في الملف عدة مقالات؛ إن لم يُذكر فالأول
cli-help-view = هذا الزمن من المحور وحده: سنتان أو شهران أو يومان، وقد يُترك أحدهما ({ "\u2066" }2025-09/2025-11{ "\u2069" })
cli-help-lanes = ما تمثله مسارات الصورة؛ إن لم يُذكر فالفاعل (actor)
cli-help-direction = اتجاه الزمن في الصورة؛ إن لم يُذكر فاتجاه لغتها
cli-help-theme = ألوان الصورة؛ إن لم تُذكر ففاتحة (light)
cli-help-width = عرض الصورة بالنقاط؛ إن لم يُذكر فهو 1280
cli-help-scale = عدد البكسلات في النقطة في صور PNG؛ إن لم يُذكر فهو 2
usage-error-missing-argument = ينقص معطى: { $argument } (انظر waqai --help)
usage-error-unknown-ending = امتداد هذا الملف لا يدل على صيغة، والامتدادات هي { $endings }: { $path }
cli-no-such-article = ليس فيه مقال رقمه { $number }، وعدد مقالاته { $count }: { $path }
