"""check.toml and [tool.check]: found upwards, validated with file and line, merged with what it extends."""


class ConfigError(Exception):
    """A configuration that cannot be used; one line for each thing that is wrong: file, line, what, remedy."""
