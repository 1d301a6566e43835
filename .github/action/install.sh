#!/usr/bin/env bash
# Installs check into an environment of its own and puts it on the path of the steps that follow.
set -euo pipefail
if [ -z "${CHECK_PACKAGE:-}" ] && command -v check > /dev/null && check --version > /dev/null 2>&1; then
  exit 0
fi
home="${RUNNER_TEMP:-/tmp}/check-env"
"${CHECK_PYTHON:-python3}" -m venv "$home"
"$home/bin/pip" install --quiet --disable-pip-version-check "${CHECK_PACKAGE:-$CHECK_HERE/../..}"
echo "$home/bin" >> "$GITHUB_PATH"
