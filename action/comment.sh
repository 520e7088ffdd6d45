#!/usr/bin/env bash
# Writes the Markdown report as a comment on the pull request, into the comment of an earlier run where there is one.
# Reads REPORTS PULL_REQUEST GH_TOKEN GITHUB_REPOSITORY. That it cannot be written fails no job: forks have no such right.
set -uo pipefail

mark='<!-- environment-parity -->'
report=$REPORTS/parity.md
[ -e "$report" ] || exit 0

comments=repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments
earlier=$(gh api --paginate "$comments" --jq ".[] | select(.body | contains(\"$mark\")) | .id" | head -1)
if [ -n "$earlier" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$earlier" --field "body=@$report" >/dev/null
else
  gh api --method POST "$comments" --field "body=@$report" >/dev/null
fi || echo "::warning title=environment-parity::the comment could not be written; the job needs 'pull-requests: write'"
