#!/usr/bin/env bash
# Annotates what rejects and warns, and shows the Markdown report as the summary of the job. Reads REPORTS.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
if [ ! -e "$REPORTS/parity.json" ]; then
  echo "There is no parity report: see the log." >>"$GITHUB_STEP_SUMMARY"
  exit 0
fi
node "$here/annotations.mjs" "$REPORTS/parity.json"
cat "$REPORTS/parity.md" >>"$GITHUB_STEP_SUMMARY"
