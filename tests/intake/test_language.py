"""The language is the text's own; what the input tells decides only where the text does not."""

from __future__ import annotations

import pytest

from onrecord.intake.language import detect

ENGLISH = "The bridge was closed on Monday after a lorry had hit one of its pillars, police said."
TEXTS = {
    "en": ENGLISH,
    "de": "Die Brücke wurde am Montag gesperrt, nachdem ein Lastwagen mit einem Pfeiler kollidiert war.",
    "fr": "Le pont a été fermé lundi après qu’un camion est entré en collision avec les piliers.",
    "es": "El puente fue cerrado el lunes después de que un camión chocara con uno de los pilares.",
    "cs": "Most byl v pondělí uzavřen poté, co do jednoho z pilířů narazil nákladní vůz, jak řekla policie.",
    "ru": "Мост был закрыт в понедельник после того, как грузовик врезался в опору.",
    "el": "Η γέφυρα έκλεισε τη Δευτέρα αφού ένα φορτηγό χτύπησε έναν από τους πυλώνες.",
    "ja": "月曜日、トラックが橋脚に衝突したため、橋は閉鎖されました。",
    "zh": "周一，一辆卡车撞上桥墩后，大桥被关闭。",
    "ar": "أُغلق الجسر يوم الاثنين بعد أن اصطدمت شاحنة بأحد أعمدته.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_shows_its_language(code: str) -> None:
    assert detect(TEXTS[code]) == code


def test_what_is_told_does_not_overrule_the_text() -> None:
    assert detect(TEXTS["de"] * 2, "en-GB") == "de"
    assert detect(ENGLISH * 2, "de") == "en"
    assert detect(ENGLISH, "en-GB") == "en"


def test_what_is_told_decides_where_the_text_says_little() -> None:
    assert detect("Brand in Lagerhaus", "de-AT") == "de"
    assert detect("Warehouse fire") == "en"
    assert detect(TEXTS["ru"], "uk") == "uk"
    assert detect("123 456", "not a tag!") == "und"


def test_english_in_capitals_and_headlines_is_english() -> None:
    assert detect(ENGLISH.upper()) == "en"
    assert (
        detect("Bridge closed after lorry hits pillar; police look for the driver of the lorry")
        == "en"
    )
