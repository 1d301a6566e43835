"""`check config` and `completion`: what holds here, and the shell's part."""

from __future__ import annotations

import click

from checker.commands.words import FILE
from checker.session.inputs import configured, planned
from checker.session.options import Options


@click.command("config")
@click.argument("file", required=False, type=FILE)
@click.option("--config", "named", type=FILE, metavar="FILE", help="This configuration.  [the nearest check.toml or pyproject.toml]")
@click.option("--schema", is_flag=True, help="The JSON schema of check.toml, for editors.")
def config_command(file: str | None, named: str | None, schema: bool) -> None:
    """What holds for a file, and where each value comes from."""
    from checker.config.settings import schema as made

    if schema:
        import json

        click.echo(json.dumps(made(), indent=2))
        return
    from checker import plan
    from checker.config.read import Config
    from checker.config.show import lines

    options, found = configured(Options((file or ".",), config=named))
    config = found or Config()
    planned(options, config, [file or "-"])
    values, rules = plan.values_for(config, file) if file else (dict(config.values), {k: [v] for k, v in config.rules.items()})
    for line in lines(config, values, rules, file):
        click.echo(line)


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    r"""A script for completion in a shell.

    \b
    bash:  check completion bash > ~/.local/share/bash-completion/completions/check
    zsh:   check completion zsh > ~/.zfunc/_check
    fish:  check completion fish > ~/.config/fish/completions/check.fish
    """
    from click.shell_completion import get_completion_class

    from checker.commands import app

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(app, {}, "check", "_CHECK_COMPLETE").source())
