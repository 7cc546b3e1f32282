#!/usr/bin/env bash
# Makes real Flatpaks of this machine's own Python and of our example consumer.py, and installs them, all offline and below
# one folder: FOLDER/installation. What is there already stays if it was made from the same files. A POLICY, such as
# Vitrine.read=org.example.Camera, goes into that app's manifest.
# Usage: make-flatpak.sh FOLDER APP[+POLICY]...
set -euo pipefail
folder=$1
shift
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
consumer=$here/../../../../../client-lib/examples/python/consumer.py
python=$(readlink -f /usr/bin/python3)
name=$(basename "$python")
jeepney=/usr/lib/python3/dist-packages/jeepney
runtime=org.example.Platform/$(flatpak --default-arch)/1

made_from=$({ echo "$@" "$runtime"; flatpak --version; sha256sum "$consumer" "$python" "$here/make-flatpak.sh" "$jeepney"/*.py; } | sha256sum)
[ "$made_from" != "$(cat "$folder/made-from" 2>/dev/null)" ] || exit 0
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
export FLATPAK_USER_DIR=$folder/installation HOME=$folder/home XDG_DATA_HOME=$folder/home/.local/share

# Copies the shared libraries that a program or module needs, to where the loader looks for them.
copy_libraries() {
  ldd "$@" | sed -nE 's,^\t(.* => )?(/[^ ]+) \(.*,\2,p' | sort -u | while read -r library; do
    install -D "$library" "runtime/files/${library#/usr}"
  done
}

mkdir -p runtime/files/{bin,lib/python3/dist-packages}
cp "$python" runtime/files/bin/
ln -s "$name" runtime/files/bin/python3
tar -C /usr/lib --exclude=__pycache__ --exclude='config-*' --exclude=test --exclude=lib2to3 --exclude=idlelib -c "$name" |
  tar -C runtime/files/lib -x
cp -r "$jeepney" runtime/files/lib/python3/dist-packages/
copy_libraries "$python" runtime/files/lib/"$name"/lib-dynload/*.so
cat >runtime/metadata <<METADATA
[Runtime]
name=org.example.Platform
runtime=$runtime
sdk=$runtime
METADATA

# Exports the app of that id, with one line of policy or none.
export_app() {
  local policy=()
  [ -z "$2" ] || policy=("--add-policy=$2")
  rm -rf app
  mkdir -p app/files/bin
  install "$consumer" app/files/bin/consumer
  cat >app/metadata <<METADATA
[Application]
name=$1
runtime=$runtime
sdk=$runtime
METADATA
  flatpak build-finish --command=consumer "${policy[@]}" app
  flatpak build-export --disable-sandbox repo app 1
}

flatpak build-export --runtime --files=files --disable-sandbox repo runtime 1
apps=()
for app in "$@"; do
  policy=${app#*+}
  [ "$policy" != "$app" ] || policy=
  export_app "${app%%+*}" "$policy"
  apps+=("app/${app%%+*}/${runtime#*/}")
done
flatpak --user remote-add --no-gpg-verify local "file://$folder/repo"
flatpak --user install --noninteractive -y local "runtime/$runtime" "${apps[@]}"
rm -rf runtime app repo
echo "$made_from" >made-from
