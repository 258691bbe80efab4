#!/bin/bash
# Builds the image and tries it out on a Debian machine that has no container engine: every step of the Dockerfile by buildah, on bases
# of the same names that are made here out of Debian packages and the JDK of this machine; then the image's content as a container
# would run it (not root, read-only but for /data and /tmp), against a local Discord.
#
#   apt-get install buildah debootstrap; config/dev/image.sh [DIRECTORY]
#
# Needs root, a JDK 25 (JAVA_HOME), Debian's mirror and Maven's repository; takes some minutes. What it makes stays in DIRECTORY
# (default: /var/tmp/foley-image) and is used again by the next run; the images of this machine are not touched.
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd -P)
place=${1:-/var/tmp/foley-image}
jdk=${JAVA_HOME:?names the JDK that the image is built with}
most_megabytes=250
user=10001

export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
mkdir -p "$place"
images() { buildah --root "$place/storage" --runroot "$place/run" "$@"; }
say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# base NAME DIRECTORY [OPTION...]: an image of what is in the directory.
base() {
  local container
  container=$(images from scratch)
  images copy -q "$container" "$2" / >/dev/null
  [ $# -lt 3 ] || images config "${@:3}" "$container"
  images commit -q --rm "$container" "$1" >/dev/null
}

if ! images inspect --type image docker.io/library/debian:trixie-slim >/dev/null 2>&1; then
  say "Debian, without what its slim images leave out"
  rm -rf "$place/debian"
  debootstrap --variant=minbase trixie "$place/debian" >"$place/debootstrap.log"
  (cd "$place/debian" && rm -rf var/cache/apt/* var/lib/apt/lists/* var/log/* usr/share/{info,lintian,locale,man}/* \
    && find usr/share/doc -type f ! -name copyright -delete)
  base docker.io/library/debian:trixie-slim "$place/debian"
fi
if ! images inspect --type image docker.io/library/eclipse-temurin:25-jdk >/dev/null 2>&1; then
  say "the JDK on top of it"
  rm -rf "$place/jdk"
  cp -a "$place/debian" "$place/jdk"
  mkdir -p "$place/jdk/opt/java"
  cp -aL "$jdk" "$place/jdk/opt/java/openjdk"
  base docker.io/library/eclipse-temurin:25-jdk "$place/jdk" --env JAVA_HOME=/opt/java/openjdk \
    --env PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  rm -rf "$place/jdk"
fi

say "the Dockerfile"
images build --pull-never --layers --format docker -t foley \
  --build-arg VERSION=check --build-arg REVISION="$(git -C "$home" rev-parse HEAD)" "$home" >"$place/build.log" 2>&1 \
  || { tail -n 40 "$place/build.log" >&2; fail "the build, for the reason above"; }

container=$(images from --pull-never localhost/foley)
root=$(images mount "$container")
trial=$(mktemp -d)
bot='' simulator=''
cleanup() {
  [ -z "$bot" ] || kill "$bot" 2>/dev/null || true
  [ -z "$simulator" ] || kill "$simulator" 2>/dev/null || true
  wait
  images umount "$container" >/dev/null || true
  images rm "$container" >/dev/null || true
  rm -rf "$trial"
}
trap cleanup EXIT

say "what is in it"
(cd "$root" && du -sm opt/java opt/foley/target/lib opt/foley/target/playground-lib opt/foley/target/foley.aot .) | sort -n
megabytes=$(images images --format '{{.Size}}' localhost/foley | sed 's/ MB$//; s/\..*//') # all layers, as docker images counts
[ "$megabytes" -lt "$most_megabytes" ] || fail "the image has $megabytes MB, which is not under $most_megabytes"
[ -s "$root/opt/foley/target/foley.aot" ] || fail "the image has no AOT cache"
[ -s "$root/opt/foley/THIRD-PARTY.md" ] && [ -d "$root/opt/foley/config/licenses" ] || fail "the licences are missing"
images inspect --format '{{.OCIv1.Config.User}} {{.OCIv1.Config.StopSignal}} {{.OCIv1.Config.Labels}}' "$container"

say "whether its Java has all that its jars use"
for jar in "$root"/opt/foley/target/foley.jar "$root"/opt/foley/target/{lib,playground-lib}/*.jar; do
  { "$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps -s --class-path \
    "$(printf '%s:' "$root"/opt/foley/target/foley.jar "$root"/opt/foley/target/{lib,playground-lib}/*.jar)" "$jar" 2>/dev/null || true; } \
    | sed -n 's/.* -> \(\(java\|jdk\)\.[a-z.]*\)$/\1/p'
done | sort -u >"$trial/used"
sed -n 's/^MODULES="\(.*\)"/\1/p' "$root/opt/java/release" | tr ' ' '\n' | sort >"$trial/there"
comm -23 "$trial/used" "$trial/there" | tee "$trial/missing"
[ ! -s "$trial/missing" ] || fail "the modules above are used and not there"

# inside COMMAND...: as a container would, with the volume and the network of this machine. Becomes the command, so signals reach it.
inside() {
  exec unshare --mount --propagation private bash -c '
    root=$1 data=$2 user=$3; shift 3
    mount --bind "$root" "$root"
    mount -o remount,bind,ro "$root"
    mount --bind "$data" "$root/data"
    mount -t tmpfs -o size=64m,mode=1777 tmpfs "$root/tmp"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    cd "$root"
    exec chroot --userspec="$user:$user" "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      JAVA_HOME=/opt/java FOLEY_DATA=/data FOLEY_LOG=json FOLEY_OPS_PORT="$FOLEY_OPS_PORT" HOME=/data \
      /bin/sh -c "cd /opt/foley && exec \"\$@\"" sh "$@"
  ' inside "$root" "$trial/data" "$user" "$@"
}
export FOLEY_OPS_PORT=18080
mkdir "$trial/data"
chown "$user:$user" "$trial/data"
chmod 0750 "$trial/data"

say "./foley demo, and the tour with its chart"
sed 's#target/tour#/data/tour#' "$home/config/tour.txt" >"$trial/data/tour.txt"
(inside ./foley demo --out /data/demo) >"$trial/demo.log" 2>&1 || { tail -n 20 "$trial/demo.log" >&2; fail "demo"; }
[ "$(find "$trial/data/demo" -name '*.wav' -size +100k | wc -l)" = 1 ] || fail "the demo left no sound"
(inside ./foley demo --script /data/tour.txt --out /data/tour) >"$trial/tour.log" 2>&1 \
  || { tail -n 20 "$trial/tour.log" >&2; fail "the tour"; }
find "$trial/data/tour" -type f | head -n 40
rm -rf "${trial:?}/data/"*

say "./foley run: health, a second name of the same user, backup, SIGTERM"
(inside ./foley simulator --port 17700) >"$trial/simulator.log" 2>&1 &
simulator=$!
for _ in $(seq 300); do (exec 3<>/dev/tcp/127.0.0.1/17700) 2>/dev/null && break; sleep 0.2; done
(inside /usr/bin/env DISCORD_TOKEN=playground DISCORD_API_URL=http://127.0.0.1:17700/api/v10 ./foley run) >"$trial/bot.log" 2>&1 &
bot=$!
health=$(images inspect --format '{{index .Docker.Config.Healthcheck.Test 3}}' "$container")
[ -n "$health" ] || fail "the image has no HEALTHCHECK"
healthy=''
for _ in $(seq 150); do
  if (inside bash -c "$health") 2>/dev/null; then healthy=yes; break; fi
  sleep 0.2
done
[ -n "$healthy" ] || { cat "$trial/bot.log" >&2; fail "the bot did not become healthy"; }
ps -o pid=,user:10=,rss=,args= -p "$bot" | cut -c1-160
[ "$(ps -o uid= -p "$bot" | tr -d ' ')" = "$user" ] || fail "it runs as another user"
for _ in $(seq 150); do grep -q 'Commands registered' "$trial/bot.log" && break; sleep 0.2; done
grep -q 'Commands registered' "$trial/bot.log" || { cat "$trial/bot.log" >&2; fail "the bot did not come online"; }
(inside ./foley backup /data/backup.zip) || fail "backup"
kill -TERM "$bot"
status=0
wait "$bot" || status=$?
bot=''
[ "$status" = 0 ] || { tail "$trial/bot.log" >&2; fail "SIGTERM ended it with $status"; }
(inside ./foley restore --replace /data/backup.zip) || fail "restore"
find "$root" -newer "$trial/used" -not -path '*/proc/*' -not -path '*/dev/*' -type f | head
printf '\nThe image is in order: %s MB\n' "$megabytes"
