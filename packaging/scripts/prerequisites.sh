# What Vitrine's commands need from the machine: found, installed where that is allowed, or asked for in plain words.
# Sourced by ./run, ./check, ./bench and ./mvnw.

JDK_WANTED=25

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 69 # EX_UNAVAILABLE of sysexits.h
}

# The feature release of the JDK in folder $1, 0 if there is none.
jdk_release() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets and exports JAVA_HOME: the one that is set, then the usual folders.
require_jdk() {
  local folder
  for folder in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/*; do
    if [ "$(jdk_release "$folder")" -ge "$JDK_WANTED" ] 2>/dev/null; then
      export JAVA_HOME="$folder"
      return
    fi
  done
  die "Vitrine needs a JDK $JDK_WANTED, and found none in JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman or ~/.jdks." \
    "Install one, for example Temurin's package temurin-$JDK_WANTED-jdk (https://adoptium.net/installation/linux)," \
    "or name its folder: JAVA_HOME=/path/to/jdk-$JDK_WANTED $0"
}

package_installed() {
  dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

# Installs the Debian packages named that are missing, as root; else says how to get them.
require_packages() {
  local missing=() name
  command -v dpkg-query >/dev/null || { say "Not a Debian system: please see to it that these are there: $*"; return; }
  for name in "$@"; do package_installed "$name" || missing+=("$name"); done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    die "Some Debian packages are missing. Install them, and try again:" "  sudo apt-get install --no-install-recommends ${missing[*]}"
  fi
  say "Installing Debian packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } ||
    die "Installing failed. Try by hand, and look at what it says:" "  apt-get update && apt-get install ${missing[*]}"
}
