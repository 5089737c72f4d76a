"""Words that LimeSurvey has in its program, not in the file: yes and no, and the like."""

from collections.abc import Iterable

from .survey import Words

LANGUAGES = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "nl",
    "pl",
    "pt",
    "ro",
    "uk",
    "ar",
    "ur",
    "bn",
    "zh",
    "zh-Hant",
]

_SAID = {
    "yes": "Yes|Ja|Oui|Sí|Sì|Ja|Tak|Sim|Da|Так|نعم|ہاں|হ্যাঁ|是|是",
    "no": "No|Nein|Non|No|No|Nee|Nie|Não|Nu|Ні|لا|نہیں|না|否|否",
    "uncertain": "Uncertain|Unsicher|Indécis|Dudoso|Incerto|Onzeker|Nie mam pewności|Incerto|"
    "Nu știu sigur|Не впевнені|غير متأكد|یقین نہیں|নিশ্চিত নই|不确定|不確定",
    "increase": "Increase|Zunahme|Augmentation|Aumenta|Aumento|Toename|Wzrost|Aumento|Creștere|"
    "Збільшення|زيادة|اضافہ|বৃদ্ধি|增加|增加",
    "same": "The same|Gleich|Sans changement|Igual|Uguale|Gelijk|Bez zmian|Igual|La fel|"
    "Без змін|لا تغيير|کوئی فرق نہیں|একই|不变|不變",
    "decrease": "Decrease|Abnahme|Diminution|Disminuye|Diminuzione|Afname|Spadek|Diminuição|"
    "Scădere|Зменшення|نقصان|کمی|হ্রাস|减少|減少",
    "female": "Female|Weiblich|Féminin|Femenino|Femmina|Vrouw|Kobieta|Feminino|Feminin|"
    "Жіноча|أنثى|خاتون|নারী|女|女",
    "male": "Male|Männlich|Masculin|Masculino|Maschio|Man|Mężczyzna|Masculino|Masculin|"
    "Чоловіча|ذكر|مرد|পুরুষ|男|男",
    "other": "Other|Sonstiges|Autre|Otro|Altro|Anders|Inne|Outro|Altceva|Інше|أخرى|دیگر|"
    "অন্যান্য|其他|其他",
    "what": "Please say what|Bitte angeben|Veuillez préciser|Por favor, especifique|"
    "Specificare|Geef aan wat|Proszę podać|Por favor, especifique|Vă rugăm să precizați|"
    "Будь ласка, уточніть|يرجى التوضيح|براہ کرم بتائیں|অনুগ্রহ করে লিখুন|请说明|請說明",
    "more": "Would you like to say more?|Möchten Sie mehr dazu sagen?|"
    "Souhaitez-vous en dire plus ?|¿Quiere decir algo más?|Vuole aggiungere altro?|"
    "Wilt u er meer over zeggen?|Czy chcesz dodać coś więcej?|Deseja dizer mais?|"
    "Doriți să spuneți mai multe?|Бажаєте додати щось?|هل تريد إضافة المزيد؟|"
    "کیا آپ مزید کچھ کہنا چاہیں گے؟|আপনি কি আরও কিছু বলতে চান?|您想再说一些吗？|您想再說一些嗎？",
    "start": "Taking part|Teilnahme|Participation|Participación|Partecipazione|Deelname|Udział|"
    "Participação|Participare|Участь|المشاركة|شرکت|অংশগ্রহণ|参与|參與",
    "consent": "Do you agree to take part?|Sind Sie mit der Teilnahme einverstanden?|"
    "Acceptez-vous de participer ?|¿Acepta participar?|Accetta di partecipare?|"
    "Gaat u akkoord met deelname?|Czy zgadzasz się wziąć udział?|Concorda em participar?|"
    "Sunteți de acord să participați?|Чи погоджуєтеся ви взяти участь?|"
    "هل توافق على المشاركة؟|کیا آپ شرکت کرنے پر راضی ہیں؟|আপনি কি অংশ নিতে সম্মত?|"
    "您是否同意参与？|您是否同意參與？",
    "agree": "I agree to take part in this survey|Ich bin mit der Teilnahme einverstanden|"
    "J’accepte de participer à cette enquête|Acepto participar en esta encuesta|"
    "Accetto di partecipare a questa indagine|Ik ga akkoord met deelname aan deze enquête|"
    "Zgadzam się wziąć udział w tym badaniu|Concordo em participar neste inquérito|"
    "Sunt de acord să particip la acest sondaj|Я погоджуюся взяти участь в опитуванні|"
    "أوافق على المشاركة في هذا الاستطلاع|میں اس سروے میں شرکت پر راضی ہوں|"
    "আমি এই জরিপে অংশ নিতে সম্মত|我同意参与本次调查|我同意參與本次調查",
}
WORDS = {name: dict(zip(LANGUAGES, said.split("|"), strict=True)) for name, said in _SAID.items()}
"""Each word by language."""


def words(name: str, languages: Iterable[str]) -> Words:
    """A word in each of `languages` that has it; what is only in English stands under "en"."""
    known = WORDS[name]
    found = {language: known[as_known] for language in languages if (as_known := _known(language))}
    return {"en": known["en"], **found}


def _known(language: str) -> str | None:
    if language in LANGUAGES:
        return language
    if language.startswith(("zh-Hant", "zh-TW", "zh-HK", "zh-MO")):
        return "zh-Hant"
    base = language.partition("-")[0]
    return base if base in LANGUAGES else None
