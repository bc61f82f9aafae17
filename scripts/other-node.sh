#!/usr/bin/env bash
# Runs the packages' tests and the golden interviews, the suites that touch what differs between Nodes (SQLite, pipes), and the built product, on another
# Node: `scripts/other-node.sh 22`.
# The registry's `node` package brings it; it is kept outside the project.
set -euo pipefail
cd "$(dirname "$0")/.."

major="${1:?Expected a major version of Node, such as 22.}"
folder="${XDG_CACHE_HOME:-$HOME/.cache}/dryrun-node-$major"
[ -x "$folder/node_modules/node/bin/node" ] || npm install --prefix "$folder" --no-audit --no-fund --loglevel=error "node@$major"
node="$folder/node_modules/node/bin/node"
echo "── on Node $("$node" --version)"

home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT
# Before the tests: an install that began beside them would take their packages away.
said="$(DRYRUN_HOME="$home" "$node" bin/dryrun.mjs list 2>&1 >/dev/null)"
[ -z "$said" ] || { echo "Expected one install and one build to serve every Node; dryrun said: $said" >&2; exit 1; }

"$node" node_modules/vitest/vitest.mjs run --maxWorkers=2 --project unit packages tests/golden.test.ts tests/log-spec.test.ts tests/purity.test.ts
"$node" node_modules/vitest/vitest.mjs run --maxWorkers=2 --project int packages/store packages/server tests/stdio tests/product
