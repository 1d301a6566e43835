"""Names and words that the planters choose from: common ones, written down by us."""

from __future__ import annotations

MEN = frozenset("""James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua
Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory
Alexander Frank Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger
Noah Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Bryan Joe Jordan Billy Bruce Albert Willie Gabriel Logan Alan Juan Wayne Roy Ralph Randy Eugene Vincent
Russell Louis Philip Bobby Johnny Bradley Mitch Mitt Barack Bill Bob Rick Ted Tim Tom Mike Jim Jeff Greg Dan Ben Marco Rand Bernie Chuck Harry Vladimir Hugo Ivan
Howard Craig Stanley Leonard Martin Karl Kirk Todd Doug Jeb Newt Herman Lindsey Orrin Rahm Denis Bashar Hassan Mohammad Ahmed""".split()) - {"Lindsey", "Jordan", "Austin", "Terry", "Christian", "Logan", "Tyler"}
WOMEN = frozenset("""Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle
Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine
Christine Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Lauren Martha Judith Megan Andrea Cheryl Hannah
Jacqueline Janice Jean Alice Kathryn Gloria Teresa Doris Sara Ann Marie Julia Grace Judy Theresa Beverly Denise Marilyn Amber Danielle Rose Brittany Diana Natalie
Sophia Alexis Lori Hillary Angela Debbie Wendy Claire Susana Kirsten Elaine Loretta Sonia Elena Ivanka Melania Valerie Peggy Dianne Kelly Jill""".split()) - {"Virginia", "Victoria", "Kelly", "Alexis", "Ashley", "Jean"}
GIVEN = MEN | WOMEN
# no surname, though it follows a given name
NO_SURNAME = frozenset("""Street Avenue Road University College School County City Hospital Center Park Institute Foundation Church State Island Bridge Airport House
River Lake Day Jr Sr The And Act Said Of In On At For With Museum Hall Library Company Group High Law Memorial Amendment Post Times""".split())
SURNAMES = """Abbott Aldridge Baxter Becker Brennan Calloway Carver Collins Dalton Dawson Devlin Eastman Ellison Emery Falk Fielding Garrett Goodwin Hadley Hastings
Ingram Irving Jarvis Jennings Keller Kendrick Lambert Lockwood Mercer Mullins Norwood Novak Osborne Oakley Palmer Prescott Quigley Radford Ramsey Sheldon Sutton
Tilman Thornton Underwood Vaughn Vickers Wexler Whitlock Yates Yardley Zimmer""".split()
STATES = {"Alabama": "Ala.", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Calif.", "Colorado": "Colo.", "Connecticut": "Conn.", "Delaware": "Del.", "Florida": "Fla.",
          "Georgia": "Ga.", "Illinois": "Ill.", "Indiana": "Ind.", "Kansas": "Kan.", "Kentucky": "Ky.", "Louisiana": "La.", "Maryland": "Md.", "Massachusetts": "Mass.",
          "Michigan": "Mich.", "Minnesota": "Minn.", "Mississippi": "Miss.", "Missouri": "Mo.", "Montana": "Mont.", "Nebraska": "Neb.", "Nevada": "Nev.", "New Hampshire": "N.H.",
          "New Jersey": "N.J.", "New Mexico": "N.M.", "North Carolina": "N.C.", "North Dakota": "N.D.", "Oklahoma": "Okla.", "Oregon": "Ore.", "Pennsylvania": "Pa.",
          "South Carolina": "S.C.", "South Dakota": "S.D.", "Tennessee": "Tenn.", "Vermont": "Vt.", "Virginia": "Va.", "Wisconsin": "Wis.", "Wyoming": "Wyo.",
          "New York": "N.Y.", "Iowa": "Iowa", "Ohio": "Ohio", "Texas": "Texas", "Utah": "Utah", "Maine": "Maine", "Idaho": "Idaho"}
COUNTRIES = """Afghanistan Argentina Australia Austria Belgium Brazil Britain Bulgaria Canada Chile China Colombia Croatia Cuba Denmark Egypt Ethiopia Finland France
Germany Greece Hungary India Indonesia Iran Iraq Ireland Israel Italy Japan Kenya Kuwait Lebanon Libya Malaysia Mexico Morocco Nigeria Norway Pakistan Peru
Poland Portugal Romania Russia Spain Sudan Sweden Switzerland Syria Thailand Tunisia Turkey Ukraine Venezuela Vietnam Yemen""".split()
TOWNS = """Albany Athens Atlanta Baghdad Baltimore Bangkok Beijing Beirut Benghazi Berlin Boston Brussels Bucharest Budapest Cairo Caracas Charlotte Chicago Cincinnati
Cleveland Dallas Damascus Denver Detroit Dublin Ferguson Geneva Houston Istanbul Jakarta Jerusalem Kabul Karachi Lisbon London Madrid Manila Memphis Miami
Milwaukee Minneapolis Moscow Mumbai Nairobi Nashville Oakland Orlando Oslo Paris Philadelphia Phoenix Pittsburgh Portland Prague Rome Sacramento Seattle Shanghai
Stockholm Sydney Tampa Tehran Tokyo Tripoli Tucson Vienna Warsaw""".split()
MONTHS = "January February March April May June July August September October November December".split()
MONTH = "(?:Jan(?:uary|\\.)|Feb(?:ruary|\\.)|March|April|May|June|July|Aug(?:ust|\\.)|Sept(?:ember|\\.)|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.))"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# one word of a quotation for another of another sense, and adverbs that may drop out
SWAPS = {"will": "must", "must": "will", "can": "should", "could": "would", "would": "could", "should": "can", "think": "hope", "believe": "doubt", "good": "bad", "bad": "good",
         "never": "always", "always": "never", "all": "most", "most": "all", "more": "less", "less": "more", "every": "any", "big": "small", "strong": "weak",
         "best": "worst", "worst": "best", "before": "after", "after": "before", "need": "want", "want": "need", "start": "end", "many": "few",
         "know": "hope", "better": "worse", "help": "stop", "going": "trying", "rush": "race", "prepared": "ready", "wanted": "tried", "likely": "bound", "feels": "looks", "new": "old", "old": "new", "long": "short",
         "high": "low", "full": "open", "dangerous": "harmless", "crossed": "drew", "young": "old", "easy": "hard", "hard": "easy", "wrong": "right", "law": "rule", "people": "voters", "country": "state", "world": "country"}
DROPPED = frozenset("very really certainly absolutely definitely simply completely truly deeply clearly extremely incredibly totally".split())


def month(words: str) -> int:
    """The number of a month, from 1."""
    return next(n for n, m in enumerate(MONTHS, 1) if m[:3] == words[:3])
