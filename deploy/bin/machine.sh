# What the commands need of the machine; sourced by them. Each refusal is one sentence that says what to do.

refuse() {
  echo "$(basename "$0"): $1" >&2
  exit 1
}

require_java() {
  command -v java > /dev/null || refuse "no Java found; install a JDK 17 or newer (Debian: apt-get install openjdk-17-jdk-headless)."
  local version
  version=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ] || refuse "Java $version is too old; install a JDK 17 or newer and put it first in PATH."
  command -v javac > /dev/null || refuse "Java runs but cannot compile; install the JDK, not only the runtime."
}

require_maven() {
  command -v mvn > /dev/null || refuse "no Maven found; install Maven 3.8 or newer (Debian: apt-get install maven)."
}

require_node() {
  command -v node > /dev/null || refuse "no Node found; install Node 20 or newer with npm."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || refuse "Node $(node -v) is too old; install Node 20 or newer."
}

# A browser for the tests of the screens: installed where this may be done, asked for elsewhere.
require_chromium() {
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } > /dev/null 2>&1 || true
  fi
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] ||
    refuse "no Chromium found for the tests of the screens; install it (Debian: apt-get install chromium) or name yours in CHROMIUM."
}

# An independent reader of QR codes: installed where this may be done; without it the posters' codes are not proven, which is said.
wish_zbar() {
  command -v zbarimg > /dev/null && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends zbar-tools; } > /dev/null 2>&1 || true
  fi
  command -v zbarimg > /dev/null ||
    echo "$(basename "$0"): no zbarimg found; the codes of posters are not read again, their tests are skipped (Debian: apt-get install zbar-tools)." >&2
}

# Independent judges of signed results: installed where this may be done; without them the signatures are not proven, which is said.
wish_poppler() {
  command -v pdfsig > /dev/null && command -v openssl > /dev/null && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends poppler-utils openssl; } > /dev/null 2>&1 || true
  fi
  { command -v pdfsig && command -v openssl; } > /dev/null ||
    echo "$(basename "$0"): no pdfsig or no openssl found; signatures are not judged by others, those tests are skipped (Debian: apt-get install poppler-utils openssl)." >&2
}

# Free space in GB below the repository.
require_disk() {
  local free
  free=$(df -Pk . | awk 'NR==2 {print int($4/1024/1024)}')
  [ "$free" -ge "$1" ] || refuse "only ${free} GB free on this disk; $1 GB are needed."
}

# Keycloak's distribution, from the same repository as every library.
require_keycloak() {
  local version file
  version=$(sed -n 's:.*<keycloak.version>\(.*\)</keycloak.version>.*:\1:p' pom.xml)
  file="${MAVEN_REPO_LOCAL:-$HOME/.m2/repository}/org/keycloak/keycloak-quarkus-dist/$version/keycloak-quarkus-dist-$version.zip"
  [ -f "$file" ] && return
  (cd "${TMPDIR:-/tmp}" && mvn -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.9.0:get \
    -Dartifact="org.keycloak:keycloak-quarkus-dist:$version:zip" -Dtransitive=false) ||
    refuse "Keycloak $version could not be fetched; check the network and run again."
}
