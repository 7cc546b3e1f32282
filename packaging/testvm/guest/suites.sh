#!/bin/bash
# Runs in the guest: each module's tests that are marked for it, one JVM a module.
# Arguments: module folders, --classes, simple names of classes (none: all).
set -uo pipefail

modules=()
while [ "$1" != --classes ]; do modules+=("$1"); shift; done
shift
pattern='.*VmIT'
none_is_an_error=(--fail-if-no-tests)
if [ $# -gt 0 ]; then
  none_is_an_error=()
  names=$(printf '|%s' "$@")
  pattern=".*\\.(${names:1})"
fi

flags=(-XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn)
code=0
for module in "${modules[@]}"; do
  echo "== $module"
  (
    cd "$module" || exit 1
    "$JAVA_HOME/bin/java" "${flags[@]}" -cp "target/test-classes:target/classes:$(<target/test-class-path.txt)" \
      org.junit.platform.console.ConsoleLauncher execute --scan-class-path target/test-classes \
      --include-tag testvm --include-classname "$pattern" --reports-dir "$RESULTS/reports/$module" \
      --config junit.jupiter.execution.timeout.default=300s --details=tree --disable-banner \
      --disable-ansi-colors "${none_is_an_error[@]}"
  ) || code=1
done
exit $code
