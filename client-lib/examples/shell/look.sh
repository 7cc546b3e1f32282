#!/bin/sh
# Look around with busctl and gdbus alone: every line can be typed as it is.
set -eu
NAME=org.freedesktop.portal.Vitrine
ROOT=/org/freedesktop/portal/vitrine

busctl --user introspect $NAME $ROOT                        # members and their signatures
gdbus introspect --session --dest $NAME --object-path $ROOT # the same with the arguments' names
busctl --user tree $NAME                                    # the images that the caller may see

busctl --user get-property $NAME $ROOT org.vitrine.Consumer1 version
busctl --user --json=short call $NAME $ROOT org.vitrine.Consumer1 ListImages 'a{sv}' 0
busctl --user call $NAME $ROOT org.vitrine.Consumer1 ListImages 'a{sv}' 1 title s 'Pattern*'

image=$(busctl --user --list tree $NAME | grep -m 1 "^$ROOT/image/")
busctl --user call $NAME $ROOT org.vitrine.Consumer1 DescribeImage o "$image"
busctl --user get-property $NAME "$image" org.vitrine.Image1 Title Width Height Format Generation Sequence
busctl --user call $NAME $ROOT org.vitrine.Consumer1 OpenImage 'oa{sv}' "$image" 0
gdbus call --session --interactive --dest $NAME --object-path $ROOT --method org.vitrine.Consumer1.OpenImage "$image" '{}'
