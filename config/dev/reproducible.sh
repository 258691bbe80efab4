#!/bin/sh
# Builds the jar twice, from two copies of the last commit in different places, and compares them byte by byte.
set -eu

home=$(cd "$(dirname "$0")/../.." && pwd -P)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

for copy in one a/longer/path/two; do
  git clone -q --no-hardlinks "$home" "$place/$copy"
  (cd "$place/$copy" && ./mvnw -q -B -Dmaven.test.skip=true -Dfoley.without.bench package)
  (cd "$place/$copy/target" && sha256sum foley.jar)
done
cmp "$place/one/target/foley.jar" "$place/a/longer/path/two/target/foley.jar"
echo "the same"
