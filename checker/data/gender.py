"""Given names, titles and nouns that tell a woman or a man; written by hand from general knowledge, names that both bear left out."""

from __future__ import annotations

from checker.data.people import GIVEN, WOMEN

_BOTH = frozenset("""
alex alexis andy angel ari ashley aubrey avery bailey blake bobbie brett brook brooke cameron carey carol carey casey cary charlie chris claire
courtney dakota dale dana darcy darryl dean devin dominique dorian drew eddie elise ellis emerson erin evelyn florence frances francis frankie
gabriel gail gale georgie gerry guy harley hilary hillary ira jackie jaime jamie jan jay jean jess jesse jessie jo jody joe joey jordan
joyce jules julian kai kay kelly kelsey kendall kerry kim kit kris laurie lauren lee leigh leslie lesley lindsay lindsey logan lou louie loren
lynn mackenzie madison marion marina maria max mel merle michele micah mickey misha morgan nat nicky nico nicola noel page parker pat paris
quinn randy ray reese rene riley robbie robin ronnie rory rosario ruby rudy sacha sam sandy sasha shannon shawn shelby shelly shirley sid skyler
stacy steph stevie sydney taylor terry tobin toby tony tory tracy vivian val vic whitney willie billie johnnie freddie ollie meredith
ali andrea gene angela jose elise beverly joan nikita isa ana
""".split())
FEMALE = WOMEN - _BOTH
MALE = GIVEN - WOMEN - _BOTH
TITLES = {"Mr": "he", "Mr.": "he", "Sir": "he", "Lord": "he", "King": "he", "Prince": "he", "Mrs": "she", "Mrs.": "she", "Ms": "she", "Ms.": "she",
          "Miss": "she", "Lady": "she", "Queen": "she", "Princess": "she", "Dame": "she", "Congresswoman": "she", "Congressman": "he"}
NOUNS = {
    "she": r"wom[ae]n|mothers?|wife|wives|daughters?|girls?|sisters?|girlfriend|mom|lady|ladies|aunt|queen|princess|niece|actress\w*|widow|spokeswoman|"
           r"congresswoman|chairwoman|grandmother|bride|nun|female|heiress|waitress",
    "he": r"man|men|fathers?|husbands?|sons?|boys?|brothers?|boyfriend|dad|uncle|king|prince|nephew|pope|spokesman|congressman|chairman|grandfather|"
          r"gunman|guys?|priest|male|businessman|monk|president",
}
