"""Small closed facts about English words: function words, irregular stems, noun and verb of one event.

Written by hand from general knowledge of the language; a family is listed only where suffix stripping fails.
"""

from __future__ import annotations

FUNCTION_WORDS = frozenset("""
a an the this that these those and or but nor so yet if then than as at by for from in into of on onto to up upon with
within without about above across after against along among around before behind below beneath beside besides between
beyond down during except near off out over past since through throughout toward towards under until via while
is are was were be been being am has have had having do does did doing done will would shall should can could may might must
he she it they we you i him her them us me his hers its their theirs our ours your my mine who whom whose which what
when where why how there here not no none any some all both each either neither such own same other others another
very too also just only even still already again ever never now today yesterday tomorrow said says say told tell according
mr mrs ms dr sir s t re ve ll d m one as like well back much many more most less least few several lot lots get got gets
it's that's he's she's don't didn't doesn't won't can't isn't aren't wasn't weren't i'm we're they're you're
percent per cent pct million billion trillion thousand hundred dozen mln bn
nearly about roughly approximately almost around estimated least up
""".split())

FAMILIES = {stem: words.split()[0] for words in (
    "kill killed killing killings dead death deaths die died dies dying fatality fatalities fatal slain slay lives victim victims",
    "injure injured injuries injury injuring wound wounded wounds hurt",
    "meet met meeting meetings talks talk talked",
    "win won wins winning winner victory victories",
    "lose lost loses losing loss losses loser",
    "speak spoke spoken speaking speech speeches",
    "pay paid pays paying payment payments payout payouts settlement settlements",
    "buy bought buys buying purchase purchased purchases acquisition acquire acquired",
    "sell sold sells selling sale sales",
    "spend spent spending spends expenditure",
    "cost costs costing costed price priced prices",
    "grow grew grown growing growth grows",
    "fall fell fallen falling falls drop dropped drops decline declined declines decrease decreased",
    "rise rose risen rising rises increase increased increases increasing climb climbed jump jumped gain gained gains",
    "give gave given giving gives donate donated donation donations donor donors",
    "raise raised raises raising fundraise fundraising haul",
    "cut cuts cutting reduce reduced reduces reduction reductions slash slashed",
    "vote voted votes voting ballot ballots voter voters",
    "elect elected elects election elections",
    "arrest arrested arrests detain detained detention custody",
    "attack attacked attacks assault strike struck strikes",
    "shoot shot shooting shootings shooter gunman",
    "sign signed signs signing signature signatures",
    "ban banned bans banning prohibit prohibition",
    "wait waited waits waiting",
    "hold held holds holding",
    "leave left leaves leaving departure depart departed",
    "serve served serves serving service",
    "sentence sentenced sentences prison jail jailed imprisoned imprisonment",
    "marry married marriage marriages wedding",
    "employ employed employs employees employee employer staff worker workers workforce",
    "invest invested investment investments investing investor investors",
    "survive survived survivor survivors survival",
    "propose proposed proposes proposal proposals plan plans planned",
    "build built builds building construct construction constructed",
    "teach taught teacher teachers teaching",
    "study studied studies studying research",
    "poll polled polls polling survey surveyed surveys",
    "approve approved approves approval confirm confirmed confirmation pass passed passes passage",
    "need needed needs require required requires requirement threshold",
    "march marched marches marching march-goers rally rallied rallies protest protested protests protesters demonstration",
    "visit visited visits visiting trip trips travel traveled travelled journey",
    "bring brought brings bringing",
    "take took taken takes taking",
    "child children kid kids", "person people persons", "man men", "woman women", "life lives",
    "wife wives", "foot feet", "company companies firm firms", "country countries nation nations",
    "school schools", "army armies", "city cities", "family families", "party parties", "county counties",
) for stem in words.split()}

PERIODS = frozenset("""
year month week day quarter half decade century season weekend morning afternoon evening night hour annual annually monthly
weekly daily hourly yearly quarterly first second third fourth fifth last next previous previously earlier later ago currently
current now today initially originally final finally total overall so far each every per average averaged median once recent
recently past coming early late mid fiscal former formerly since until by january february march april may june july august
september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall winter
""".split())

CALENDAR = frozenset("""
january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday
""".split())
PERIODS |= CALENDAR

# words that say what part a figure plays beside another of its kind: two figures in different parts are two claims
ROLES = frozenset("""
from to another additional more further extra other others remaining rest alone compared versus vs than up down by increase
decrease rise fall including least most maximum minimum only between range initially originally instead otherwise either
""".split())

FORECAST = frozenset("will would expected expects forecast forecasts predicted projected planned plans aims seeks hopes could may might".split())
DENIED = frozenset("not never no denied denies n't instead".split())
CONDITIONAL = frozenset("if unless could would might may".split())

# simple pasts that do not end in -ed, of verbs that go on for a time
IRREGULAR_PASTS = frozenset("met spoke fought held ran went slept sat stood kept lay flew drove swam sang wrote taught led dealt hid".split())
# verbs between an event and its length
LASTING = frozenset("lasted lasts last took takes take ran runs run went continued dragged ended stretched endured spanned".split())
# stems (see FAMILIES) of events that take a toll in people
TOLLS = frozenset({"kill", "injure", "arrest"})

# verbs that give words to a speaker
SPEECH = frozenset("""
    said says saying told tells added adds insisted charged claimed claims wrote writes tweeted argued argues
    asked replied warned warns noted notes explained explains announced stated states acknowledged conceded declared
    recalled testified concluded estimated estimates predicted alleged complained continued responded quipped joked
    reported reports remarked suggested contended stressed reiterated admitted denied confirmed observed posted
    asserted vowed promised""".split())
