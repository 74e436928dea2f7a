#!/usr/bin/env bash
# Builds the desk into the folder given, for the Maven build: installs only when the lock file changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# one at a time with the tests of the desk, which deploy/bin/check runs beside the build
exec 9< package-lock.json
flock 9
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
fi
DESK_OUT="$1" npm run build --silent
