# syntax=docker/dockerfile:1
#
#   docker build -t foley .
#   docker run --read-only --tmpfs /tmp --stop-timeout 60 -v foley:/data -e DISCORD_TOKEN -e AIMLAPI_KEY foley
#   docker run --rm foley demo --out /data
#
# config/compose.yaml says the same for longer than an afternoon; docs/hosting.md has the rest.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
# Fetches plugins and libraries with nothing to compile: kept until the pom changes. The cache outlives even that.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Dmaven.test.skip=true -Dfoley.without.bench package && rm -r target
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Dmaven.test.skip=true -Dfoley.without.bench package
# SQLite's library, taken out of its jar: unpacking it at each start would need a place to write, and time. Those for other machines
# go too, 11 MB of them.
RUN mkdir native sqlite && cd sqlite \
  && jar --extract --file "$(ls ../target/lib/sqlite-jdbc-*.jar)" \
  && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" ../native \
  && rm -r org/sqlite/native && mv META-INF/MANIFEST.MF .. \
  && jar --create --file "$(ls ../target/lib/sqlite-jdbc-*.jar)" --manifest ../MANIFEST.MF .
# Nor are the synthesiser's other voices, and its dictionary as text, of any use.
RUN mkdir freetts && cd freetts \
  && jar --extract --file "$(ls ../target/lib/freetts-*.jar)" && cd com/sun/speech/freetts/en/us \
  && rm -r cmu_time_awb cmu_us_kal/cmu_us_kal.bin cmudict04_compiled.txt && cd - && mv META-INF/MANIFEST.MF ../FREETTS.MF \
  && jar --create --file "$(ls ../target/lib/freetts-*.jar)" --manifest ../FREETTS.MF .

# A Java of what the bot and its libraries use (config/dev/image.sh compares), and of the languages that it speaks; without what only
# a window, a loudspeaker or a debugger needs.
FROM eclipse-temurin:25-jdk AS java
RUN apt-get update && apt-get install -y --no-install-recommends binutils \
  && jlink --output /java --compress zip-9 --no-header-files --no-man-pages --strip-java-debug-attributes \
  --include-locales en,de,fr,es,ja --exclude-files '**/libawt_xawt.so,**/libjawt.so,**/libsplashscreen.so,**/libjsound.so' \
  --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.security.jgss,java.sql,java.transaction.xa \
  --add-modules java.xml,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,jdk.unsupported \
  && strip --strip-unneeded /java/lib/server/libjvm.so

FROM debian:trixie-slim
# For the chart of /usage: what Java finds letters by, and one kind of them.
RUN apt-get update \
  && apt-get install -y --no-install-recommends libfontconfig1 fonts-dejavu-core \
  && find /usr/share/fonts -name '*.ttf' ! -name 'DejaVuSans.ttf' ! -name 'DejaVuSans-Bold.ttf' -delete \
  && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/* /var/log/*
# A number, so that a cluster can see that it is not root; and a directory that a new volume takes its owner from.
RUN install -d -o 10001 -g 10001 -m 0750 /data
ENV JAVA_HOME=/opt/java
COPY --from=java /java /opt/java
WORKDIR /opt/foley
COPY foley THIRD-PARTY.md ./
COPY config/licenses config/licenses
COPY config/foley.yaml config/training.txt config/
COPY --from=build /src/native native
# Libraries apart from our own code: they change less often.
COPY --from=build /src/target/lib target/lib
COPY --from=build /src/target/playground-lib target/playground-lib
COPY --from=build /src/target/foley.jar target/
# Here, since the cache is good for one JVM and one jar only.
RUN ./foley train || { cat target/foley.aot.log; exit 1; }
ENV FOLEY_DATA=/data FOLEY_LOG=json FOLEY_OPS_PORT=8080 HOME=/data
USER 10001:10001
VOLUME /data
STOPSIGNAL SIGTERM
# bash, since the image has it, and nothing else that speaks HTTP for sure.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["bash", "-c", \
  "exec 3<>\"/dev/tcp/127.0.0.1/$FOLEY_OPS_PORT\" && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r answer <&3 && [[ $answer == *' 200 '* ]]"]
ENTRYPOINT ["/opt/foley/foley"]
CMD ["run"]
# Last, since they differ from build to build.
ARG VERSION=unknown
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
ARG SOURCE=
LABEL org.opencontainers.image.title="Foley" \
  org.opencontainers.image.description="A Discord bot that turns words into sound" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION" \
  org.opencontainers.image.created="$CREATED" \
  org.opencontainers.image.source="$SOURCE"
