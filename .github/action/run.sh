#!/usr/bin/env bash
# Checks once for each report: annotations on the log, the job summary, the SARIF log. Inputs come as variables, never as words of this
# script, so that a branch or file name cannot become a command.
set -uo pipefail
read -r -d '' -a files <<< "$CHECK_FILES" || true
read -r -d '' -a options <<< "${CHECK_OPTIONS:-}" || true

check "${files[@]}" "${options[@]}" --fail-on "$CHECK_FAIL_ON" --format github
code=$?

# a report cut to fit: a job summary holds a megabyte at most; the fence is longer than any run of ` that copy may hold
report=$(check "${files[@]}" "${options[@]}" --fail-on never --no-color 2>&1 | head -c 500000)
{
  echo "## check"
  echo
  echo '``````````text'
  printf '%s\n' "${report//\`\`\`\`\`\`\`\`\`\`/}"
  echo '``````````'
} >> "${GITHUB_STEP_SUMMARY:-/dev/null}"

if [ -n "${CHECK_SARIF:-}" ]; then
  check "${files[@]}" "${options[@]}" --fail-on never --format sarif --output "$CHECK_SARIF" 2> /dev/null || true
fi
echo "exit-code=$code" >> "$GITHUB_OUTPUT"
exit $code
