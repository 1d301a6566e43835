"""Texts in other languages are told, not checked; English of every kind is."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cli import check

from checker.read.language import other_language

LANGUAGES = {
    "French": "Le maire a annoncé que les travaux de la place du marché seront achevés dans deux ans. Selon lui, le conseil a voté une "
              "somme qui ne suffit pas pour les égouts, mais il est certain que la région va payer le reste avec des fonds qui sont à elle.",
    "Spanish": "El alcalde dijo que las obras de la plaza se terminarán en dos años. Según el concejo, los vecinos pagarán una parte, pero el "
               "resto lo pone la región con los fondos que tiene para este fin, como ha hecho en las otras ciudades desde el año pasado.",
    "Portuguese": "O prefeito disse que as obras da praça não serão concluídas em dois anos. O conselho votou uma verba que não chega para os "
                  "esgotos, mas ele está certo de que o estado vai pagar o resto com os fundos que são seus, como foi feito no ano passado.",
    "Italian": "Il sindaco ha detto che i lavori della piazza non sono finiti e che il comune ha bisogno di altri soldi per le fogne. La giunta "
               "ha votato una somma che non basta, ma è certo che la regione paga il resto con i fondi che sono nel bilancio di questo anno.",
    "German": "Der Bürgermeister hat gesagt, dass die Arbeiten auf dem Marktplatz erst im nächsten Jahr beendet werden. Das Geld ist nicht genug "
              "für die Kanäle, und der Rat wird sich mit dem Land auf eine Hilfe einigen, die auch den anderen Städten zugute kommt.",
    "Dutch": "De burgemeester zei dat het werk op de markt niet voor de zomer klaar is. Het geld is op en de raad wordt het met de provincie nog "
             "niet eens over een bijdrage, maar er is een plan om ook naar andere fondsen te kijken als het uit de hand loopt.",
    "Swedish": "Borgmästaren sade att arbetet på torget inte är klart förrän i sommar. Det är för lite pengar till avloppen och kommunen har inte "
               "fått svar från staten om de kan betala, men han hoppas att det ska bli en lösning efter valet och att den håller.",
    "Danish or Norwegian": "Borgmesteren sagde at arbejdet på torvet ikke er færdigt før til sommer. Det er for få penge til kloakken og kommunen har ikke "
                           "fået svar fra staten om de kan betale, men han håber at det bliver løst efter valget og at den plan de har holder.",
    "Finnish": "Kaupunginjohtaja sanoi että torin työt ovat kesken ja että ne eivät ole valmiit ennen kesää. Rahaa on vähän mutta valtuusto on "
               "päättänyt että se riittää, ja hän oli myös varma siitä, että valtio tai maakunta maksaa kun joku vain kysyy, kuin ennen.",
    "Polish": "Burmistrz powiedział, że prace na rynku nie są skończone i że do lata się nie uda. Pieniędzy jest za mało, ale rada miasta jest "
              "zdania, że to wystarczy na kanały, a po wyborach przy pomocy rządu i z funduszy, które są na to, dla miasta będzie reszta.",
    "Hungarian": "A polgármester szerint a téri munka nem készül el nyár előtt, és az sem biztos, hogy a pénz elég lesz. A tanács már döntött, "
                 "de ez csak egy része annak, ami kell, és még az is kérdés, hogy a kormány vagy a megye mint társ fizet el egy részt, volt szó.",
    "Turkish": "Belediye başkanı meydandaki işin yaza kadar bitmeyeceğini ve bu para ile olmayacağını söyledi. Daha sonra gelen bir kaynak için "
               "meclis karar aldı ve en çok da bu kanallar için, ne var ki bir çok kent gibi burada da para yok değil olarak görülüyor.",
    "Romanian": "Primarul a spus că lucrările din piață nu sunt gata și că banii nu ajung pentru canale. Consiliul a votat o sumă care este mai "
                "mică, dar după alegeri, prin fondurile lui, județul va plăti restul, pe care nu îl are încă și care sau va fi sau nu.",
    "Indonesian or Malay": "Wali kota mengatakan bahwa pekerjaan di alun-alun ini tidak akan selesai dalam tahun ini dan dana yang ada tidak cukup untuk "
                           "saluran air. Dewan telah memutuskan bahwa itu juga akan dibayar oleh provinsi dari dana yang ada pada mereka, dan akan selesai dengan baik kalau itu bisa.",
    "the Cyrillic script": "Мэр сказал, что работы на площади не будут закончены до лета, и денег не хватает.",
    "the Chinese script": "市长说广场的工程在夏天之前不会完成而且资金不足议会已经决定由省政府支付其余部分",
}
ENGLISH = {
    "prose": "The mayor said that works on the square would not be finished before summer. There is too little money for the sewers.",
    "a list of names": "Juan de la Cruz, Maria del Rio, Pieter van der Berg, Luis de los Santos, Anna von Trapp, Carlo di Stefano, " * 4,
    "a table": "\n".join(f"Ward {n}: turnout {40 + n} percent, yes {300 + n}, no {200 + n}" for n in range(20)),
    "a telegram": "Trade talks resume Monday Geneva. Ministers expect deal tariffs. Farm lobby objects strongly. Vote follows Thursday. " * 5,
    "a few words in French": "Le maire et les élus de la région dans une salle.",
    "French in quotation": "“Les travaux de la place sont finis et les égouts aussi,” the mayor said at the opening of the square, which is the largest of the "
                           "region. “Il est beau, n’est-ce pas?” The crowd that had come to see it was of his opinion, and the band played.",
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_other_languages_are_known_by_their_small_words_or_script(name: str) -> None:
    assert other_language(LANGUAGES[name]) == name


@pytest.mark.parametrize("name", ENGLISH)
def test_english_of_every_kind_is_no_other_language(name: str) -> None:
    assert other_language(ENGLISH[name]) == ""


def test_an_article_in_another_language_is_told_and_the_others_are_checked(tmp_path: Path) -> None:
    text = LANGUAGES["French"] + " Jean Duponnel est content. Duponel rit."
    (tmp_path / "place.txt").write_text(text, encoding="utf-8")
    (tmp_path / "square.txt").write_text("Ruth Okafor met the mayor. “It is late,” Okafer said of the square.\n", encoding="utf-8")
    got = check("place.txt", "square.txt", cwd=tmp_path)
    assert got.returncode == 2 and "Okafer" in got.stdout and "Duponel" not in got.stdout
    assert got.stderr == ("check: place.txt: seems not to be in English but in French, which the rules do not know; "
                          "name an English version, or use --language any\n")
    assert check("place.txt", "--language", "any", cwd=tmp_path).returncode in (0, 1)
    (tmp_path / "check.toml").write_text('[[path]]\nmatch = ["place.txt"]\nlanguage = "any"\n', encoding="utf-8")
    assert check("place.txt", cwd=tmp_path).stderr == ""
    assert check("facts", "place.txt", cwd=tmp_path).returncode == 0
    assert check("compare", "place.txt", "square.txt", cwd=tmp_path).returncode == 2
