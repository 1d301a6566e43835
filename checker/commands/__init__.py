"""The commands and options of the command line, by click: a thin front end over `checker.session`.

A module a group of commands; each is imported when its command is run, or when the first screen lists them all.
"""

from __future__ import annotations

from importlib import import_module

import click
from click.shell_completion import CompletionItem
from click_default_group import DefaultGroup

from checker import __version__
from checker.commands.words import EXAMPLES

# command → (module of this folder, its name there)
_COMMANDS = {"files": ("files", "files_command"), "facts": ("articles", "facts_command"), "compare": ("articles", "compare_command"),
             "house": ("articles", "house_command"), "rules": ("rules", "rules_command"), "explain": ("rules", "explain_command"),
             "test": ("rules", "test_command"), "config": ("settings", "config_command"), "completion": ("settings", "completion_command")}


_LESS_OFTEN = frozenset({"tracked", "language", "jobs", "quiet", "no_color", "config", "no_config", "baseline", "write_baseline", "diff", "unsafe", "show_fixes", "stats",
                         "strict_sources"})


class _Group(DefaultGroup):
    """A first argument that is a subcommand's name is the subcommand; anything else is a file to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, by name."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its module imported now; for a word that is no command's name DefaultGroup takes the main one."""
        wanted = cmd_name if cmd_name in _COMMANDS else "files"
        if wanted not in self.commands:
            module, name = _COMMANDS[wanted]
            self.add_command(getattr(import_module(f"checker.commands.{module}"), name))
        found: click.Command | None = super().get_command(ctx, cmd_name)
        return found

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Subcommands and files; after a dash, the options of checking files."""
        if incomplete.startswith("-"):
            command = self.get_command(ctx, "files")
            return command.shell_complete(ctx, incomplete) if command else []
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name the main job first."""
        formatter.write_usage("check", "FILES… [OPTIONS]  |  check facts · rules · explain · test …")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of checking files, which is what most people come for, and then the subcommands."""
        command = self.get_command(ctx, "files")
        shown = [p for p in (command.params if command else []) if p.param_type_name == "option" and p.name not in _LESS_OFTEN]
        rows = [r for p in shown if (r := p.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl([*rows, ("--version, -h, --help", "Show the version; show this.")])
            formatter.write_text("The rest (configuration, baseline, --diff, --stats, …): check files --help")
        self.format_commands(ctx, formatter)


@click.group(cls=_Group, default="files", default_if_no_args=False, help=EXAMPLES, no_args_is_help=True,
             context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="check")
def app() -> None:
    """Find what an article says twice and differently."""
