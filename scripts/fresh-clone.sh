#!/usr/bin/env bash
# From a fresh clone to the page, and to green tests, timed: `npm run fresh-clone`.
set -euo pipefail
cd "$(dirname "$0")/.."

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
git clone -q --local . "$folder/dryrun"
cd "$folder/dryrun"
export DRYRUN_HOME="$folder/home"

seconds() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f s", to - from }'; }

start_until_page() {
  local began out
  began="$(date +%s.%N)"
  coproc SERVER { PORT=0 exec npm start 2>/dev/null; }
  local pid=$SERVER_PID
  while read -r out <&"${SERVER[0]}"; do
    case "$out" in "Dryrun is at "*) break ;; esac
  done
  curl -sf "${out#Dryrun is at }/" >/dev/null
  echo "$1: $(seconds "$began")"
  pkill -TERM -P "$pid" || true
  wait "$pid" 2>/dev/null || true
}

start_until_page "npm start, bare clone"
start_until_page "npm start, again"

began="$(date +%s.%N)"
npm test >"$folder/test.log" 2>&1 || { tail -50 "$folder/test.log"; exit 1; }
echo "npm test: $(seconds "$began")"
