# syntax=docker/dockerfile:1
#
#   docker build -t foley .
#   docker run --read-only --stop-timeout 60 -v foley:/data -e DISCORD_TOKEN -e AIMLAPI_KEY foley
#   docker run --rm --tmpfs /tmp foley demo

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
# Fetches plugins and libraries with nothing to compile: kept until the pom changes. The cache outlives even that.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Dmaven.test.skip=true -Dfoley.without.bench package && rm -r target
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Dmaven.test.skip=true -Dfoley.without.bench package
# SQLite's library, taken out of its jar: unpacking it at each start would need a place to write, and time.
RUN mkdir native && cd native \
  && jar --extract --file "$(ls ../target/lib/sqlite-jdbc-*.jar)" "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" \
  && mv org/sqlite/native/Linux/*/libsqlitejdbc.so . && rm -r org

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Foley" \
      org.opencontainers.image.description="A Discord bot that turns words into sound"
# A number, so that a cluster can see that it is not root; and a directory that a new volume takes its owner from.
RUN install -d -o 10001 -g 10001 -m 0750 /data
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
RUN ./foley train
ENV FOLEY_DATA=/data FOLEY_LOG=json FOLEY_OPS_PORT=8080 HOME=/data
USER 10001:10001
VOLUME /data
STOPSIGNAL SIGTERM
# bash, since the image has it, and nothing else that speaks HTTP for sure.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["bash", "-c", \
  "exec 3<>\"/dev/tcp/127.0.0.1/$FOLEY_OPS_PORT\" && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r answer <&3 && [[ $answer == *' 200 '* ]]"]
ENTRYPOINT ["/opt/foley/foley"]
CMD ["run"]
