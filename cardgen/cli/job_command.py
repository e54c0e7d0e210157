"""Commands that ask for a print job: they read their options into it, and show its result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.core import ParameterSource
from msgspec.structs import replace

from cardgen.cli.field_options import field_options
from cardgen.cli.printing import Decorator
from cardgen.errors import Fault, UserError
from cardgen.jobs.job import Job


class JobCommand(click.Command):
    """A command whose options are the fields of a job; what it does with the job is its callback."""

    job_type: type[Job]

    def read_job(self, ctx: click.Context) -> Job:
        """The job that a command line asks for."""
        preferred, given = self.read_fields(ctx)
        try:
            return self.job_type.preferring(preferred, **given)
        except UserError as error:
            raise UserError([_with_variable(fault, ctx) for fault in error.faults]) from None

    def read_fields(self, ctx: click.Context) -> tuple[dict[str, Any], dict[str, Any]]:
        """Fields that settings and environment variables prefer, and fields that the command line gives."""
        preferred: dict[str, Any] = {}
        given: dict[str, Any] = {}
        for name in self.job_type.__struct_fields__:
            value = ctx.params[name]
            if value is not None and value is not False:
                typed = ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
                (given if typed else preferred)[name] = value
        return preferred, given

    def invoke(self, ctx: click.Context) -> Any:
        """Do with the job what the command does; its other options are passed on as they are."""
        others = {name: value for name, value in ctx.params.items() if name not in self.job_type.__struct_fields__}
        return ctx.invoke(self.callback or (lambda: None), self.read_job(ctx), **others)


def job_command(name: str, job_type: type[Job], *others: Decorator) -> Callable[[Callable[..., None]], JobCommand]:
    """Make a function the command for a job: it is called with the job and the values of the `others`, more options."""

    def decorate(function: Callable[..., None]) -> JobCommand:
        for option in reversed(others):
            function = option(function)
        command: JobCommand = click.command(name, cls=JobCommand)(function)
        command.job_type = job_type
        command.params = [*field_options(job_type), *command.params]
        return command

    return decorate


def _with_variable(fault: Fault, ctx: click.Context) -> Fault:
    """A fault that names the environment variable which a field's value comes from."""
    problem = fault.problem
    for param in ctx.command.params:
        if param.name and ctx.get_parameter_source(param.name) is ParameterSource.ENVIRONMENT:
            problem = problem.replace(f"<{param.name}>", f"<{param.name}> ({param.envvar})")
    return replace(fault, problem=problem)


def find_job_command(ctx: click.Context, name: str) -> JobCommand:
    """The command with this name, in the same group as the one that is running."""
    root = ctx.find_root()
    assert isinstance(root.command, click.Group)
    found = root.command.get_command(root, name)
    assert isinstance(found, JobCommand)
    return found
