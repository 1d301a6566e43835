"""Adjectives of countries, each with the country's English name; from general knowledge, the unmistakable ones only.

Left out are those that name more than one country (Korean, Congolese), a language or faith told of people anywhere (Arab, Kurdish), and American,
which is said of much.
"""

from __future__ import annotations

DEMONYMS = dict(pair.split("=") for pair in """Afghan=Afghanistan Albanian=Albania Algerian=Algeria Argentine=Argentina Argentinian=Argentina Armenian=Armenia
Australian=Australia Austrian=Austria Belgian=Belgium Bolivian=Bolivia Bosnian=Bosnia Brazilian=Brazil Bulgarian=Bulgaria Cambodian=Cambodia
Cameroonian=Cameroon Canadian=Canada Chilean=Chile Chinese=China Colombian=Colombia Croatian=Croatia Cuban=Cuba Czech=Czech_Republic Danish=Denmark
Dutch=Netherlands Ecuadorian=Ecuador Egyptian=Egypt Estonian=Estonia Ethiopian=Ethiopia Finnish=Finland French=France German=Germany Ghanaian=Ghana
Greek=Greece Guatemalan=Guatemala Haitian=Haiti Honduran=Honduras Hungarian=Hungary Icelandic=Iceland Indian=India Indonesian=Indonesia Iranian=Iran
Iraqi=Iraq Israeli=Israel Italian=Italy Jamaican=Jamaica Japanese=Japan Jordanian=Jordan Kenyan=Kenya Kuwaiti=Kuwait Latvian=Latvia Lebanese=Lebanon
Liberian=Liberia Libyan=Libya Lithuanian=Lithuania Malaysian=Malaysia Malian=Mali Mexican=Mexico Moldovan=Moldova Moroccan=Morocco Nepalese=Nepal
Nicaraguan=Nicaragua Nigerian=Nigeria Norwegian=Norway Pakistani=Pakistan Panamanian=Panama Paraguayan=Paraguay Peruvian=Peru Philippine=Philippines
Polish=Poland Portuguese=Portugal Qatari=Qatar Romanian=Romania Russian=Russia Rwandan=Rwanda Saudi=Saudi_Arabia Senegalese=Senegal Serbian=Serbia
Singaporean=Singapore Slovak=Slovakia Slovenian=Slovenia Somali=Somalia Spanish=Spain Sudanese=Sudan Swedish=Sweden Swiss=Switzerland Syrian=Syria
Taiwanese=Taiwan Tanzanian=Tanzania Thai=Thailand Tunisian=Tunisia Turkish=Turkey Ugandan=Uganda Ukrainian=Ukraine Uruguayan=Uruguay
Venezuelan=Venezuela Vietnamese=Vietnam Yemeni=Yemen Zambian=Zambia Zimbabwean=Zimbabwe""".split())
