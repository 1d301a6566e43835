"""English words that tell what a figure counts: hedges, words that end a noun phrase, plurals, what a bare number labels.

Written by hand from general knowledge of English grammar (closed classes) and of news style.
"""

from __future__ import annotations

_HEDGES = {
    "about": "about, around, roughly, approximately, approx, some, circa, an estimated, estimated, est, in the region of, "
             "in the neighborhood of, somewhere around, more or less, or so, give or take, perhaps, maybe, probably, some estimated, "
             "something like, on the order of, close on, a good, on average, an average of, average, averaging, typically, ~",
    "almost": "nearly, almost, close to, just under, just below, just short of, a little less than, slightly less than, "
              "slightly under, a little under, virtually, approaching, not quite",
    "over": "more than, over, upwards of, upward of, in excess of, well over, greater than, north of, exceeding, above, topping, passing, surpassing, "
            "exceeded, exceeds, surpassed, topped, well more than, far more than, much more than, >",
    "just over": "just over, slightly more than, a little more than, just more than, a bit more than, slightly over, "
                 "a little over, barely more than",
    "least": "at least, no fewer than, no less than, not less than, a minimum of, minimum of, as few as, as little as, at the least, "
             "never less than, never fewer than, never under, never below",
    "most": "up to, as many as, as much as, at most, no more than, not more than, at maximum, a maximum of, maximum of, "
            "as high as, as long as, as large as, as far as, anywhere up to, never more than, never over, never above",
    "under": "less than, fewer than, under, below, well under, lower than, south of, shy of, short of, <",
}
HEDGES = {phrase.strip(): kind for kind, phrases in _HEDGES.items() for phrase in phrases.split(",")}
HEDGE_WORDS = frozenset(w for phrase in HEDGES for w in phrase.split())

STOP = frozenset("""
a an the this that these those his her its their our your my and or but nor so yet if then than as at by for from in into of
off on onto out over per since through throughout till to toward towards under until up upon via with within without about above
across after against ago along amid among around because before behind below beneath beside besides between beyond despite down
during except inside like near outside plus versus vs while where when who whom whose which what why how whether although though
unless is are was were be been being am has have had having do does did will would shall should can could may might must
he she it they we you i him them us me not no only also just even still already again ever never always now today yesterday
tomorrow later earlier apart away back here there too very much such each every either neither both all any some most many more
less few fewer another else once twice thus hence said says say according came come went gone go goes got get made make makes took take
taken gave give given saw seen left won lost died fell rose grew grown risen fallen dropped dead killed wounded injured hurt missing
sold bought paid cost costs voted won't don't doesn't didn't wasn't isn't aren't weren't can't couldn't wouldn't hasn't haven't
including excluding annually daily weekly monthly yearly apiece altogether combined overall total nationwide worldwide abroad
became become begin began kept keep let led held stood including meaning making bringing worth alone instead together whereas
percent pct cent million billion trillion thousand hundred dozen across
""".split())
SUBSTANTIVES = frozenset("dead wounded injured killed missing others".split())
PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "knives": "knife",
    "feet": "foot", "teeth": "tooth", "mice": "mouse", "police": "police", "troops": "troop", "personnel": "personnel",
    "staff": "staff", "aircraft": "aircraft", "sheep": "sheep", "fish": "fish", "cattle": "cattle", "media": "medium",
    "criteria": "criterion", "series": "series", "species": "species", "policemen": "policeman", "firemen": "fireman",
    "congressmen": "congressman", "businessmen": "businessman", "gunmen": "gunman", "servicemen": "serviceman",
    "congresswomen": "congresswoman", "spokesmen": "spokesman", "councilmen": "councilman", "fishermen": "fisherman",
    "militiamen": "militiaman", "clergy": "clergy", "offspring": "offspring", "alumni": "alumnus", "data": "datum", "halves": "half",
    "leaves": "leaf", "wolves": "wolf", "thieves": "thief", "selves": "self", "shelves": "shelf", "refugees": "refugee",
    "votes": "vote", "buses": "bus", "gases": "gas", "cases": "case", "bases": "base", "houses": "house", "causes": "cause",
    "purchases": "purchase", "nurses": "nurse", "horses": "horse", "licenses": "license", "movies": "movie", "cookies": "cookie",
    "calories": "calorie", "crises": "crisis", "analyses": "analysis", "lies": "lie", "ties": "tie", "pies": "pie",
    "rookies": "rookie", "shoes": "shoe", "axes": "axe", "viruses": "virus", "campuses": "campus", "bonuses": "bonus",
    "israelis": "israeli", "iraqis": "iraqi", "pakistanis": "pakistani", "saudis": "saudi", "yemenis": "yemeni", "kuwaitis": "kuwaiti",
    "emiratis": "emirati", "omanis": "omani", "qataris": "qatari", "bangladeshis": "bangladeshi", "nazis": "nazi", "taxis": "taxi",
    "somalis": "somali", "nepalis": "nepali", "bahrainis": "bahraini",
    "caucuses": "caucus", "statuses": "status", "headaches": "headache", "swiss": "swiss", "youth": "youth", "folks": "folk"}
NOT_PLURAL = frozenset("""
has was is his its this as us yes less plus versus across does goes says thus always perhaps besides towards news physics
politics economics mathematics athletics series afterwards nowadays sometimes overseas whereas unless alas chaos gas bus plus
means takes gives makes includes involves remains becomes comes gets seems needs wants shows tells knows uses his ours theirs
hers yours
""".split())

LABELS = frozenset("""
number no nos page pages chapter verse line section sections article articles channel grade phase type size route highway
interstate flight room apartment item rule step level category title amendment resolution proposition measure question paragraph
figure table class version psalm act volume vol issue part district precinct ward gate pier terminal track lane exit mile lot unit
bus train apt suite box district sq point figs windows iphone boeing airbus falcon apollo game round lap hole stage area zone
round super formula form schedule exhibit appendix clause count article rank ranked
""".split())
VOTE_WORDS = frozenset("""
vote votes voted voting passed approved confirmed rejected ballot tally cloture senate house committee court justices ruled ruling
upheld motion bill amendment resolution margin majority quorum filibuster passes passage decision parliament legislature lawmakers
ratified adopted override overrode advanced assembly council board delegates confirm approve pass reject defeated split overturned
""".split())
SCORE_WORDS = frozenset("""
win won wins beat beats lost lose victory defeat defeated defeats draw drew drawn score scored led lead leads leading record match game games loss edged
downed series title final semifinal quarterfinal set sets goal goals halftime inning innings quarter touchdown team season league cup
champions finals playoff playoffs standings tied tie ahead trailed rout routed quarterback coach
""".split())
# what a share told as a count is "per": "one in ten pupils" counts tens of pupils, "one pupil in ten" ones
SO_MANY = frozenset({"so many", "of so many"})
PER = frozenset("""
hour day week month year share barrel gallon ton tonne ounce person head pound unit mile minute night piece family household
liter litre kilogram kilo week capita worker student voter ticket pack plate game episode square day copy acre
second quarter child couple vehicle call employee enrollee
""".split())
YEAR_BEFORE = frozenset("in since of from until by year during circa to between early late mid around before after and through till for".split())
COUNTED = frozenset("""
people percent pct troops soldiers votes jobs miles feet pounds tons tonnes acres square dollars euros yen yuan rubles men women
children students workers employees members homes barrels megawatts mw kilometers km meters metres yards calories million billion
trillion words points ventilators copies units times cars passengers prisoners immigrants refugees delegates
""".split())
STREETS = frozenset("street st avenue ave road rd boulevard blvd lane drive square place highway court terrace".split())

# what a bare number is told of: "a majority of 6,480"
TOLD_OF = frozenset("""majority margin turnout population attendance circulation electorate capacity membership workforce readership enrolment enrollment crowd
congregation audience payroll""".split())
# what is told of the rest of a whole, and of two sides, far behind them
REMAINS = frozenset({"remain", "remains", "left", "survive", "remaining", "missing", "outstanding"})
MARGINS = frozenset({"margin", "majority", "difference", "gap", "lead"})
UNTILS = frozenset({"until", "till"})
# who votes
BODIES = frozenset("committee council panel board jury bench commission court cabinet senate assembly tribunal jurors parliament".split())
# who is named by the given name alone
KIN = frozenset("wife husband son daughter brother sister mother father partner fiancee fiance twin niece nephew cousin uncle aunt widow widower friend".split())
RISEN = frozenset("increase rise gain jump growth drop fall decline decrease reduction difference shortfall saving".split())  # "the … of 462 pairs"
