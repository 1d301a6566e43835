"""Titles and nouns that tell a woman or a man, and the given names that tell neither; written by hand from general knowledge.

The table of `checker.data.given` counts the bearers in one country: `BOTH` adds names that the other sex bears in another.
"""

from __future__ import annotations

BOTH = frozenset("""
alex amal andrea ashley ashraf bailey blake brett camille chandra claude daniele darcy darryl drew ellis emerson evelyn florence gabriele georgie
harley hilary jess joan jules kelsey laurence laurie mackenzie madison max mel michele nicola nikita noor riley ronnie sam sasha shelly simone toni
valery
""".split())
TITLES = {"Mr": "he", "Mr.": "he", "Sir": "he", "Lord": "he", "King": "he", "Prince": "he", "Mrs": "she", "Mrs.": "she", "Ms": "she", "Ms.": "she",
          "Miss": "she", "Lady": "she", "Queen": "she", "Princess": "she", "Dame": "she", "Congresswoman": "she", "Congressman": "he",
          "Assemblywoman": "she", "Assemblyman": "he", "Councilwoman": "she", "Councilman": "he", "Alderwoman": "she", "Selectwoman": "she",
          "Selectman": "he", "Chairwoman": "she", "Spokeswoman": "she", "Spokesman": "he"}
# what stands beside a name and is said of its bearer; "chairman" tells nothing, as many women bear that title, and a wife is named beside her husband
ROLES = {noun: sex for sex, nouns in {
    "she": "spokeswoman congresswoman chairwoman businesswoman councilwoman assemblywoman policewoman alderwoman selectwoman actress heiress waitress sister",
    "he": "spokesman congressman businessman councilman assemblyman policeman selectman brother"}.items() for noun in nouns.split()}
# what somebody may be told to be in an apposition ("Ann Hale, a mother of two"), beside the roles
APPOSED = ROLES | {noun: sex for sex, nouns in {
    "she": "mother grandmother stepmother widow woman nun bride schoolgirl housewife", "he": "father grandfather stepfather widower man monk schoolboy bridegroom",
}.items() for noun in nouns.split()}
NOUNS = {
    "she": r"wom[ae]n|mothers?|wife|wives|daughters?|girls?|sisters?|girlfriend|mom|lady|ladies|aunt|queen|princess|niece|actress\w*|widow|spokeswoman|"
           r"congresswoman|chairwoman|grandmother|bride|nun|female|heiress|waitress",
    "he": r"man|men|fathers?|husbands?|sons?|boys?|brothers?|boyfriend|dad|uncle|king|prince|nephew|pope|spokesman|congressman|chairman|grandfather|"
          r"gunman|guys?|priest|male|businessman|monk|president",
}
SOMEBODY = (r"(?:person|individual|employee|worker|patient|student|teacher|child|baby|infant|toddler|kid|teen|teenager|voter|candidate|resident|"
            r"neighbou?r|friend|colleague|relative|cousin|parent|spouse|partner|victim|witness|official(?! (?!(?:say|tell|add|believe|claim)s)[a-z]+s\b)|spokesperson|caller|reader|viewer|user|"
            r"customer|consumer|doctor|nurse|lawyer|attorney|judge|juror|justice|reporter|journalist|author|host|anchor|moderator|guest|member|"
            r"lawmaker|senator|representative|governor|mayor|minister|chancellor|ambassador|aide|advis[eo]r|analyst|expert|researcher|professor|"
            r"scientist|economist|player|singer|performer|artist|star|suspect|defendant|plaintiff|prosecutor|detective|officer|survivor|"
            r"participant|volunteer|activist|protester|demonstrator|immigrant|migrant|refugee|owner|tenant|driver|passenger|pilot|model|nominee|"
            r"guard|successor|predecessor|opponent|rival|critic|fan|donor|heir|clerk|secretary|director|manager|chief|boss|leader|head|source|"
            r"ship|vessel|boat|yacht|country|nation|dog|cat|horse)")
