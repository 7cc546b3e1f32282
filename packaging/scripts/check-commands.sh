#!/usr/bin/env bash
# Runs the commands of the README as a person would, on a private bus, and looks at what they leave.
set -euo pipefail
VITRINE_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$VITRINE_HOME"

if [ -z "${VITRINE_CHECK_BUS:-}" ]; then
  VITRINE_CHECK_BUS=yes exec dbus-run-session -- "$0"
fi

WORK=$(mktemp -d)
BACKGROUND=()
clean_up() {
  for pid in "${BACKGROUND[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$WORK"
}
trap clean_up EXIT

passed=0
shown() {
  passed=$((passed + 1))
  printf '  shown: %s\n' "$*"
}
fail() {
  printf '  NOT shown: %s\n' "$*" >&2
  exit 1
}

# Waits up to 30 s until a command succeeds.
eventually() {
  local end=$((SECONDS + 30))
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.2
  done
}

PICTURE="$WORK/some.png"
cat >"$WORK/Paint.java" <<'JAVA'
void main(String[] args) throws Exception {
    var picture = new java.awt.image.BufferedImage(321, 123, java.awt.image.BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 123; y++) for (int x = 0; x < 321; x++) picture.setRGB(x, y, (x * 31 + y * 17) * 2654435 & 0xffffff);
    javax.imageio.ImageIO.write(picture, "png", new java.io.File(args[0]));
}
JAVA
cat >"$WORK/Compare.java" <<'JAVA'
void main(String[] args) throws Exception {
    var a = javax.imageio.ImageIO.read(new java.io.File(args[0]));
    var b = javax.imageio.ImageIO.read(new java.io.File(args[1]));
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) throw new IllegalStateException("sizes differ");
    for (int y = 0; y < a.getHeight(); y++)
        for (int x = 0; x < a.getWidth(); x++)
            if (a.getRGB(x, y) != b.getRGB(x, y)) throw new IllegalStateException("pixel " + x + "," + y + " differs");
}
JAVA
. packaging/scripts/prerequisites.sh
require_jdk
"$JAVA_HOME/bin/java" -Djava.awt.headless=true "$WORK/Paint.java" "$PICTURE"

rm -rf target/run
DBUS_SESSION_BUS_ADDRESS='' ./run >"$WORK/run.txt" || { cat "$WORK/run.txt"; fail "./run ends with 0"; }
[ -s target/run/frame.png ] || fail "./run leaves target/run/frame.png"
python3 - <<'PYTHON' || fail "target/run/report.json is right"
import json
report = json.load(open("target/run/report.json"))
assert report["bytes_copied"] == 0, report
assert report["producer_inode"] == report["consumer_inode"], report
assert (report["width"], report["height"]) == (1920, 1080), report
PYTHON
shown "./run ends with 0, and leaves a picture and a true report"

./run broker >"$WORK/broker.txt" 2>&1 &
BACKGROUND+=($!)
eventually busctl --user status org.freedesktop.portal.Vitrine || { cat "$WORK/broker.txt"; fail "./run broker takes its name"; }
busctl --user introspect org.freedesktop.portal.Vitrine /org/freedesktop/portal/vitrine >"$WORK/introspect.txt"
grep -Eq '^\.OpenImage +method +oa\{sv\} +uu\(uuuta\(huu\)\)a\{sv\}' "$WORK/introspect.txt" || fail "busctl introspect lists OpenImage"
gdbus introspect --session --dest org.freedesktop.portal.Vitrine --object-path /org/freedesktop/portal/vitrine >"$WORK/gdbus.txt"
grep -q 'in  o image' "$WORK/gdbus.txt" || fail "gdbus introspect names the arguments"
shown "busctl and gdbus introspect the portal door"

# Answers every question with yes, as a person at ./run ctl agent would: there is no desktop here.
mkfifo "$WORK/answers"
(while sleep 0.5; do echo y; done) >"$WORK/answers" 2>/dev/null &
BACKGROUND+=($!)
./run ctl agent <"$WORK/answers" >"$WORK/agent.txt" 2>&1 &
BACKGROUND+=($!)
eventually grep -q 'Questions are asked here' "$WORK/agent.txt" || { cat "$WORK/agent.txt"; fail "./run ctl agent waits for questions"; }

./run ctl share "$PICTURE" >"$WORK/share.txt" 2>&1 &
BACKGROUND+=($!)
listed() { ./run ctl list --json | grep -q 'some'; }
eventually listed || { cat "$WORK/share.txt"; fail "./run ctl list shows the image that ./run ctl share shares"; }
IMAGE=$(./run ctl list --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["images"][0]["id"])')
./run ctl grab "$IMAGE" -o "$WORK/out.png"
"$JAVA_HOME/bin/java" -Djava.awt.headless=true "$WORK/Compare.java" "$PICTURE" "$WORK/out.png" || fail "out.png has the same pixels as some.png"
grep -q 'was answered: y' "$WORK/agent.txt" || { cat "$WORK/agent.txt"; fail "./run ctl agent was asked"; }
shown "./run ctl share, list and grab: the user is asked, and the same pixels arrive"

./run ctl policy explain --consumer org.example.App --image some.png --json >"$WORK/explain.json"
python3 - "$WORK/explain.json" <<'PYTHON' || fail "./run ctl policy explain names file, line and evidence"
import json, sys
explained = json.load(open(sys.argv[1]))
assert explained["effect"] == "ask", explained
assert explained["file"] and explained["line"] > 0, explained
assert explained["consumer"]["evidence"] == "weak", explained
PYTHON
shown "./run ctl policy explain names file, line and evidence"

./run ctl pause
./run ctl grab "$IMAGE" -o "$WORK/paused.png" 2>"$WORK/paused.txt" && fail "nothing is handed out while sharing is paused"
grep -q 'paused' "$WORK/paused.txt" || { cat "$WORK/paused.txt"; fail "a pause is named as the reason"; }
./run ctl resume
./run ctl grab "$IMAGE" -o "$WORK/resumed.png"
./run ctl sessions >"$WORK/sessions.txt" 2>&1
./run ctl grants >"$WORK/grants.txt" 2>&1
./run ctl revoke --app org.example.App
./run ctl log -n 100 --json >"$WORK/log.jsonl"
python3 - "$WORK/log.jsonl" <<'PYTHON' || fail "./run ctl log tells what was decided, delivered and changed"
import json, sys
entries = [json.loads(line) for line in open(sys.argv[1])]
assert {"decided", "delivered", "changed"} <= {entry["event"] for entry in entries}, entries
assert any(entry.get("outcome") == "asked-yes" for entry in entries), entries
assert {"pause", "resume", "revoke-app"} <= {entry.get("what") for entry in entries}, entries
PYTHON
shown "./run ctl pause, resume, sessions, grants, revoke and log"

./run ctl devices --json >"$WORK/devices.json"
python3 - "$WORK/devices.json" <<'PYTHON' || fail "./run ctl devices names every system, or how to get it"
import json, sys
devices = json.load(open(sys.argv[1]))
named = {each["system"] for each in devices["exporters"] + devices["missing"]}
assert named == {"memfd", "udmabuf", "dma-heap", "drm", "gbm", "egl", "vulkan"}, devices
assert all(each["how_to_get_it"] for each in devices["missing"]), devices
PYTHON
./run gpu-check --out "$WORK/gpu-check" >"$WORK/gpu-check.txt" || { cat "$WORK/gpu-check.txt"; fail "./run gpu-check finds no wrong pixel"; }
grep -q 'memfd *ok' "$WORK/gpu-check/report.md" || fail "./run gpu-check writes down what it found"
shown "./run ctl devices and ./run gpu-check"

if [ "${VITRINE_CHECK_VM:-no}" = yes ]; then
  ./run vm --out "$WORK/vm" -- sh -c './run && cp target/run/report.json "$RESULTS"' >"$WORK/vm.txt" 2>&1 || { cat "$WORK/vm.txt"; fail "./run vm -- ./run ends with 0"; }
  grep -q '"exp_name" : "udmabuf"' "$WORK/vm/report.json" || fail "./run vm -- ./run streams over a real DMA-BUF"
  shown "./run vm -- ./run streams over real DMA-BUFs"
fi

printf '%d passed, 0 failed\n' "$passed"
