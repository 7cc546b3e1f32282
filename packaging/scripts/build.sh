# Builds what the commands run, when the sources are newer than what was built. Sourced after prerequisites.sh.

VITRINE_LIB="$VITRINE_HOME/packaging/dist/target/lib"

sources_newer_than_build() {
  [ ! -d "$VITRINE_LIB" ] && return 0
  [ -n "$(find "$VITRINE_HOME" \( -name target -o -name .git -o -path '*/src/test' -o -path '*/packaging/bench' \) -prune -o \
    \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$VITRINE_LIB" -print -quit)" ]
}

build_if_needed() {
  sources_newer_than_build || return 0
  mkdir -p "$VITRINE_HOME/target"
  exec 9>"$VITRINE_HOME/target/build.lock"
  flock 9 # two commands started together build once
  sources_newer_than_build || { exec 9>&-; return 0; }
  say "Building Vitrine (about a minute the first time) ..."
  "$VITRINE_HOME/mvnw" -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl packaging/dist -am package >&2 ||
    die "The build failed; the lines above say where."
  touch "$VITRINE_LIB"
  exec 9>&-
}

# The class path in a fixed order, as the JDK's AOT cache wants it.
class_path() {
  printf '%s\n' "$VITRINE_LIB"/*.jar | LC_ALL=C sort | paste -sd:
}

JVM_FLAGS=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Djava.awt.headless=true)
# For commands that live a second, the first compiler is enough.
JVM_FLAGS_SHORT=("${JVM_FLAGS[@]}" -XX:TieredStopAtLevel=1)
# A broker out of memory is to end, and be started again, rather than live on deaf.
JVM_FLAGS_BROKER=("${JVM_FLAGS[@]}" -XX:+ExitOnOutOfMemoryError)
