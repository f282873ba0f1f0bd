"""`onrecord completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from onrecord.cli.main import VARIABLE

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script by which a shell completes commands, options and file names.

    For bash: onrecord completion bash >> ~/.bashrc. For zsh: onrecord completion zsh >> ~/.zshrc.
    For fish: onrecord completion fish > ~/.config/fish/completions/onrecord.fish.
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"No completion for {shell}.")
    # The template alone: `source()` asks for the version of a bash that need not be here.
    maker = kind(context.find_root().command, {}, "onrecord", VARIABLE)
    click.echo(maker.source_template % maker.source_vars())
