#!/usr/bin/env bash
# Builds the desk into the folder given, for the Maven build: installs only when the lock file changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
fi
DESK_OUT="$1" npm run build --silent
