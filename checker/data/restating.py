"""Words with which a figure is told a second time in other terms ("a stretch of 12 years", "which works out at $4 million a year").

Written by hand from general knowledge of English: closed classes, the nouns of measure, and the verbs of coming to and being equal to. They are
no phrases: a fragment is read by what stands in it, in any order.
"""

from __future__ import annotations

# ways of saying that a figure is rough or told again, which are made of words that otherwise would count
IDIOMS = ("give or take", "more or less", "or so", "or thereabouts", "not far from", "not far off", "in other words", "put another way", "put differently", "to put it another way", "put simply", "simply put",
          "that is to say", "which is to say", "in the region of", "in the neighborhood of", "in the neighbourhood of", "in the vicinity of", "on the order of", "of the order of",
          "something like", "something near", "something close to", "much the same as", "the same as", "from first to last", "first to last", "from start to finish", "start to finish", "from beginning to end",
          "from end to end", "end to end", "as it were", "as near as makes no difference", "roughly speaking", "broadly speaking", "strictly speaking", "if you like", "by any measure", "at the last count", "at last count",
          "from one end to the other", "just over", "just under", "a little over", "a little under", "well over", "more than", "less than", "fewer than", "no less than", "no fewer than", "at least", "at most", "up to", "as many as", "as much as",
          "close to", "or nearly that", "or very nearly that", "spelled out", "said another way", "expressed another way", "in the other measure", "on the other scale", "in the other currency", "to be exact", "to be precise")
SUMMED = ("all told", "all in all", "in all", "between them", "among them", "taken together", "put together", "when added up", "added up", "added together", "lumped together", "counted together", "either way", "one way or the other", "between the two sides")
GENERAL = frozenset("""
a an the this that these those it its their there here of in at to for on by from with into between across over through throughout within under during around as per
or i.e ie viz namely thus hence so and both all whole entire full is are was were be been being would will could should may might has have had having does did do done
which who what when
about around out roughly approximately approx some nearly almost just exactly precisely quite only merely barely fully fairly rather very effectively essentially basically practically virtually simply actually overall
altogether together combined collectively jointly total sum aggregate grand net gross cumulative typical evenly equally
equal equals equalling equaling equivalent equivalents amount amounts amounting amounted come comes coming came work works working worked make makes making made mean means meaning meant
total totals totaling totalling totaled totalled add adds adding added up translate translates translating translated represent represents representing represented reach reaches reaching reached
constitute constitutes constituting account accounts accounting leave leaves leaving give gives giving given yield yields put puts putting say said express expressed call called
convert converts converting converted conversion correspond corresponds corresponding corresponded count counts counting counted reckon reckoned reckoning calculate calculated calculation figure figures figured figuring estimate estimated
measure measures measured measuring stand stands standing stood number numbers numbering numbered round rounded rounding rounds off break breaks breaking breakdown down pencil pencils pan pans
tally tallies tallied result results resulting lot range size level value worth terms term word words way simple arithmetic math maths mathematics fraction fractions basis rate scale unit units note
short long larger exact just alike basically thereabouts ballpark otherwise elsewhere stated differently different same thing saying saying neighborhood neighbourhood precise rough approximate actual real true close near nearer
""".split())
# what sets a figure apart from what was told before it
TURNS = frozenset("""
after before later earlier since until till while whereas where although though because unless than versus vs compared comparing against unlike instead despite besides beyond above below behind ahead
more less fewer higher lower greater smaller better worse another additional extra further next previous prior former latter first second third fourth last final
include includes included including exclude excluding excluded except without not no never neither nor none n't cannot but yet however whom whose
he she we i you him her his they them our your my
including among older younger old young aged
monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
january february march april june july august september october november december jan feb aug sept oct nov dec
shy up down abstained abstaining absent
""".split())
FINITE = frozenset("was is are were be been would could should may might can will has had have did does do came went ran gave stood took brought made".split())
"""With one of these between commas the clause goes on: "at 425 dollars, was priced at 955 francs"."""
TIMES = frozenset("""
period periods stretch stretches stretched stretching span spans spanned spanning interval intervals era eras chapter chapters time times frame timeframe window run runs ran running length lengths duration durations
gap gaps distance spell spells reign tenure tenures year years decade decades date dates apart last lasts lasted lasting endure endured enduring extend extends extended extending cover covers covered covering take takes took taken taking go goes went going on occupy occupied
start finish beginning end ending close calendar consecutive straight continuous successive elapsed elapsing passed passing gone embrace embraced encompass encompassing comprise comprising bracket bracketing then marked separating separated separate stint career
""".split())
PACES = frozenset("""
per
year years yearly annual annually annum annualized annualised average averages averaged averaging mean means each every any one month months monthly pace rate cost costs costing bill outlay outlays spending spend spends spent outgoing expense expenditure
spread divided divide dividing split shared apportioned until period ends end taken time sum payment payments pay pays paying paid budget budgets basis twelve term equal installment installments instalment instalments cover covered course single-year per-year year-on-year
""".split())
SUMS = frozenset("amounting amounts amount come comes coming came complement individuals total sum aggregate altogether together combined collectively jointly overall all whole both tally tallies count counts counted counting number numbers numbering numbered adding added add adds making makes make made up total totals totaling totalling totaled totalled full toll two groups sides included".split())
PEOPLE = frozenset("people persons individuals victims casualties lives souls deaths dead killed members lawmakers participants group groups category categories side sides set sets kinds types list once put".split())
BALLOTS = frozenset("lobbies lobby walked through declared announced tellers present electors elector papers hands show counted valid favour favor against support supporting opposing opposed opposition vote votes voted voter voters voting ballot ballots cast casting members member lawmakers legislators senators representatives delegates chamber house turnout part taking took participated participating recorded logged roll call poll polled polling division either yes no yeas nays ayes noes for against weighed weighing columns column who sum".split())
SHARES = frozenset("share shares proportion proportions percentage part parts portion portions slice slices ratio fraction segment everything everyone everybody whole total entire pool rest result accounted everyone overall".split())
MOVES = frozenset("""
up down first
rise rises rose rising increase increases increased increasing gain gains gained drop drops dropped dropping decline declines declined declining fall falls fell falling decrease decreases decreased reduction reductions cut cuts jump jumps jumped climb climbs climbed
change changes changed shift shifts shifted swing swings move moves moved moving movement difference differences gap spread growth slide surge plunge hike expansion improvement advance point points percentage percent original starting start base level levels
year period time earlier first reading readings other one two numbers figure figures marking showing show shows apart separating end-to-end direction difference put
""".split())
BIRTHS = frozenset("born b birth births birthday birthdate baby babies vintage".split())
"""Of these a fragment that tells a year of birth has one, or speaks of the life or the world that was entered."""
LIVES = frozenset("life world breath".split())
BORN = frozenset("""
b babies births first breath drew registers turns dating boy girl delivered native class vintage birthdays saw light day brought forth dates back 19th cohort aged turning turns
born birth birthday birthdate baby child children parents life story world arrival arrived arriving arrive enter entered entering begin begins began begun beginning open opens opened date dates dated certificate year years cohort generation record records
list lists listed listing register registered profile biography official public online according filings documents papers documents file files show shows showing reckoned age came comes part people those one point back far welcomed fall falls took place goes giving gives sometime
whose who among
""".split())
KIN = frozenset("son sons daughter daughters wife husband mother father brother sister twin twins grandson granddaughter married moved emigrated immigrated".split())
AGO = frozenset("ago back elapsed gone passed distant".split())
"""Of these, or of `NOW`, a fragment that tells how long ago something was has one."""
_SINCE = frozenset("before since behind from earlier prior past removed remove mirror".split())
NOW = frozenset("present now today writing us rearview".split())
AGES = AGO | _SINCE | NOW | frozenset("intervening history rolled flown slipped behind since then anniversary almost decades decade month months few by past over under round good solid mere some full long years year calendar matter time times date point interval go going come having counting dating lies lay separated years'".split())
BASES = frozenset("""
had have been was were
up down
last year year's years month months week weeks quarter ago earlier before previous previously prior preceding former original originally initial initially first past same period time count preceding twelve old
expect expected expectation forecast predicted prediction projected projection planned budgeted anticipated foreseen hoped target targeted goal estimate estimated officials analysts planners economists organizers organisers experts forecasters
record recorded registered report reported listed cited tallied announced seen shown counted noted logged published beside against compared comparing with now then that when where outset book books file
many much large big great high size as number numbers figure level tally total mark less few
""".split())
ROUGH = frozenset("about around roughly approximately some nearly almost close".split())
