"""The commonest small words of languages that copy comes in, to tell them from English.

Written by hand from general knowledge of the languages. Left out are particles of names (“de la Torre”, “van der Berg”, “di Stefano”), so that a list of
names in English copy is no other language, and words that are English words, too (“on”, “die”, “men”), where others do as well.
"""

from __future__ import annotations

ENGLISH = frozenset("the of and to that was with his it from by are were this which their they has have said would been than who".split())

OTHERS = {
    "Spanish": frozenset("que el en los las se por una con para su como más pero fue ha sus sobre este entre cuando también desde está según hasta".split()),
    "Portuguese": frozenset("que não uma com para os em mais como foi por dos ao pelo pela são também ele ela está até na no seu sua".split()),
    "French": frozenset("et les des est une dans que qui pour sur pas au par plus avec il elle sont ce cette aux ont été mais ses leur selon".split()),
    "Italian": frozenset("che è per una con non sono nel alla anche più il gli ha come dal nella sono stato questo ma ai delle hanno".split()),
    "German": frozenset("und der die das ist nicht mit ein eine den für auf dem des sich auch sie es im wurde werden hat sind nach bei wird".split()),
    "Dutch": frozenset("het een en is dat op met zijn voor niet te er aan ook door naar uit bij wordt heeft maar nog worden als".split()),
    "Swedish": frozenset("och att det som är på av för med till den inte har ett om från kan han hon var vid efter också sig under".split()),
    "Danish or Norwegian": frozenset("og at det som er på af av for med til den ikke har et om fra kan han hun var ved efter etter også seg sig".split()),
    "Finnish": frozenset("ja on ei se että oli hän ovat mutta myös kun joka ole mukaan sekä kuin tai siitä vuoden jos nyt".split()),
    "Polish": frozenset("i w na z się nie że do jest to o jak po przez od za ale dla był przy oraz są tym także które".split()),
    "Czech or Slovak": frozenset("a v na se je že s z do o to i ve ale za po by pro jako jsou podle byl také od k sa nie sú som aj".split()),
    "Hungarian": frozenset("a az és hogy nem is egy ez meg már csak volt mint de szerint azt még vagy el lesz után".split()),
    "Romanian": frozenset("și în că pe nu cu este care mai din pentru au fost sau prin după dar sunt lui ale fi".split()),
    "Turkish": frozenset("ve bir bu için ile da de olarak çok daha en olan gibi kadar ise sonra göre ne var değil olduğu".split()),
    "Indonesian or Malay": frozenset("yang dan di ini itu dengan untuk dari pada tidak akan juga dalam adalah ada oleh mereka telah kepada bisa".split()),
    "Croatian or Serbian": frozenset("i je u se na da su za od o kako što koji nije s bi ne će iz do koje kao ali te".split()),
    "Catalan": frozenset("que els les amb per una és del dels al als no més com també ha han aquest aquesta va són i".split()),
}

# first and last letter of scripts that are not Latin, each with its name
SCRIPTS = (("Greek", "Ͱ", "Ͽ"), ("Cyrillic", "Ѐ", "ԯ"), ("Armenian", "Ա", "֏"), ("Hebrew", "֐", "׿"), ("Arabic", "؀", "ݿ"),
           ("Devanagari", "ऀ", "ॿ"), ("Bengali", "ঀ", "৿"), ("Tamil", "஀", "௿"), ("Thai", "฀", "๿"), ("Georgian", "Ⴀ", "ჿ"),
           ("Japanese", "぀", "ヿ"), ("Chinese", "一", "鿿"), ("Korean", "가", "힣"))
