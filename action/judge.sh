#!/usr/bin/env bash
# Audits or previews, and keeps the exit code for the last step: the reports are wanted above all when it fails.
# Reads MODE STACK SUBJECT REFERENCE CONFIG FAIL_ON VERSION REPORTS; writes exit-code and reports to GITHUB_OUTPUT.
set -uo pipefail

NAME=pulumi-environment-parity
tool=$RUNNER_TEMP/parity-tool

finish() {
  { echo "exit-code=$1"; echo "reports=$PWD/$REPORTS"; } >>"$GITHUB_OUTPUT"
  exit 0
}

refuse() {
  echo "::error title=environment-parity::$1"
  finish 2
}

# The folder of the package: the project's own, or one version fetched for this run.
package_folder() {
  if [ -n "$VERSION" ]; then
    npm install --silent --no-audit --no-fund --prefix "$tool" "$NAME@$VERSION" >&2 || return 1
    echo "$tool/node_modules/$NAME"
    return
  fi
  local folder=$PWD
  until [ -e "$folder/node_modules/$NAME/package.json" ]; do
    [ "$folder" = / ] && return 1
    folder=$(dirname "$folder")
  done
  echo "$folder/node_modules/$NAME"
}

package=$(package_folder) || refuse "$NAME is not installed here: run npm ci before, or give the input 'version'"
rm -rf "$REPORTS"

case $MODE in
audit)
  arguments=(--format 'json,markdown,html,sarif,junit' --out "$REPORTS" --fail-on "$FAIL_ON")
  if [ -n "$SUBJECT$REFERENCE" ]; then
    arguments+=(--subject "$SUBJECT" --reference "$REFERENCE")
  else
    arguments+=(--all)
  fi
  [ -n "$CONFIG" ] && arguments+=(--config "$CONFIG")
  node "$package/dist/bin/parity.js" audit "${arguments[@]}"
  finish $?
  ;;
preview)
  [ -n "$STACK" ] || refuse "the input 'stack' says which stack to preview"
  [ -n "$CONFIG" ] && export PARITY_CONFIG=$PWD/$CONFIG
  PARITY_REPORT=$REPORTS pulumi preview --non-interactive --stack "$STACK" --policy-pack "$package"
  code=$?
  # Of a failed preview Pulumi tells no more than that it failed: without a report it never came to be judged.
  if [ "$code" -ne 0 ]; then [ -e "$REPORTS/parity.json" ] && code=1 || code=3; fi
  finish "$code"
  ;;
*)
  refuse "the input 'mode' is audit or preview, not '$MODE'"
  ;;
esac
