"""What several commands share: the first screen, and the options that recur."""

from __future__ import annotations

import click

EXAMPLES = """\b
Finds what an article says twice and differently: names, figures, amounts, dates, quotations.

\b
  check article.txt                      one article
  check copy/ 'wire/**/*.docx'           folders and patterns, each article on its own
  check article.txt --date 2013-12-05    hold weekdays and exchange rates against a date
  check story.txt --against afp.txt      against its sources: files, folders, patterns
  check compare a.txt b.txt c.txt        who says what: a matrix of several texts
  check facts article.txt                the fact-checking list
  check explain names/spelling           what a rule is for

\b
Exit: 0 nothing at or above --fail-on, 1 findings, 2 a file or option could not be used.
"""

FILE = click.Path(allow_dash=True)  # so that a shell completes names; whether the file is there, the run itself tells in its own words
FOLDER = click.Path()

tracked_option = click.option("--tracked-changes", "tracked", type=click.Choice(["accepted", "rejected"]), default="accepted",
                              help="How tracked changes of a Word document are read.  [accepted]")
language_option = click.option("--language", type=click.Choice(["english", "any"]), default="english",
                               help="Texts that are read: English alone, or any (for rules of your own).  [english]")


def given_in(ctx: click.Context) -> frozenset[str]:
    """The options that stood on the command line, which a configuration does not change."""
    source = click.core.ParameterSource
    return frozenset(k for k in ctx.params if ctx.get_parameter_source(k) in (source.COMMANDLINE, source.ENVIRONMENT))
