"""Currencies: signs, codes and names as English prose prints them, with their ISO 4217 codes; by hand."""

from __future__ import annotations

CODES = frozenset("""USD EUR GBP JPY CHF AUD CAD NZD HKD SGD CNY RMB INR RUB BRL ZAR MXN TRY ILS KRW SEK NOK DKK PLN CZK HUF THB
IDR MYR PHP TWD AED SAR EGP NGN KES PKR BDT UAH""".split())

# what stands before the digits; longest first matters to the reader of this table, not to the code
SIGNS = {"$": "USD", "US$": "USD", "U.S.$": "USD", "USD": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
         "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR",
         "Rs": "INR", "Rs.": "INR", "₽": "RUB", "₪": "ILS", "NIS": "ILS", "₩": "KRW", "₺": "TRY", "฿": "THB", "₦": "NGN",
         "₱": "PHP", "₴": "UAH", "R": "ZAR", "Fr": "CHF", "SFr": "CHF", "RM": "MYR", "kr": "SEK", "zł": "PLN",
         **{c: c for c in CODES}, "RMB": "CNY"}

# what stands after the figure
NAMES = {"dollar": "USD", "dollars": "USD", "dlr": "USD", "dlrs": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR",
         "pounds sterling": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR",
         "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "shekel": "ILS", "shekels": "ILS", "peso": "MXN",
         "pesos": "MXN", "franc": "CHF", "francs": "CHF", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK",
         "rand": "ZAR", "real": "BRL", "reais": "BRL", "lira": "TRY", "zloty": "PLN", "baht": "THB", "forint": "HUF",
         "ringgit": "MYR", "rupiah": "IDR", "hryvnia": "UAH", "naira": "NGN", "dirham": "AED", "dirhams": "AED", "riyals": "SAR",
         "stg": "GBP", "marks": "DEM", "sterling": "GBP",
         **{c: c for c in CODES}}
# before a currency's name: which country's it is
NATIONAL = {("canadian", "USD"): "CAD", ("australian", "USD"): "AUD", ("singapore", "USD"): "SGD", ("hong kong", "USD"): "HKD",
            ("new zealand", "USD"): "NZD", ("us", "USD"): "USD", ("u.s.", "USD"): "USD", ("american", "USD"): "USD",
            ("swiss", "CHF"): "CHF", ("egyptian", "GBP"): "EGP", ("danish", "NOK"): "DKK", ("norwegian", "NOK"): "NOK",
            ("swedish", "SEK"): "SEK", ("pakistani", "INR"): "PKR", ("indian", "INR"): "INR", ("philippine", "MXN"): "PHP",
            ("turkish", "TRY"): "TRY", ("british", "GBP"): "GBP"}
MINOR = {"cent": "USD", "cents": "USD", "pence": "GBP", "penny": "GBP", "cts": "USD"}
