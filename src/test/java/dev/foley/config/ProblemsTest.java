package dev.foley.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
  @TempDir
  private Path home;
  private Path file;

  @BeforeEach
  void directory() throws IOException {
    file = Files.createDirectories(home.resolve("config")).resolve("foley.yaml");
  }

  @Test
  void allProblemsAreToldTogether() throws IOException {
    Files.writeString(file, """
        generation:
          deadlin: 10m
          submitPatience: 60
        discord:
          token: abc
        executor:
          workers: many
          workers: 4
        results:
          maxSize: [1 MB]
        ops: 8080
        """);

    Configuration configuration = SettingsLoader.load(
        Map.of("FOLEY_OPS_PORT", "99999", "FOLEY_DATABSE_URL", "x", "FOLEY_LOG", "xml"), home);

    assertThat(configuration).isInstanceOf(Configuration.Invalid.class);
    String place = file + ", line ";
    assertThat(((Configuration.Invalid) configuration).describe()).isEqualTo("""
        Foley's configuration has 10 problems:
          1. %2: generation.deadlin is not known; did you mean generation.deadline?
          2. %3: generation.submitPatience is "60"; write a number with its unit (ms, s, m, h or d), such as 10m or 30s.
          3. %5: discord.token must not stand in a file that is shared and backed up; put it into the environment \
        variable DISCORD_TOKEN, or name a file with it by DISCORD_TOKEN_FILE.
          4. %7: executor.workers is "many"; write a whole number from 1 to 1000.
          5. %8: executor.workers stands here for the second time; it was on line 7 before. Keep one of them.
          6. %10: results.maxSize has a list; write one value.
          7. %11: ops is a section; write its keys on the lines below, indented.
          8. environment variable FOLEY_OPS_PORT is "99999"; write a whole number from 0 to 65535.
          9. environment variable FOLEY_DATABSE_URL is not known; did you mean FOLEY_DATABASE_URL? Rename or unset it.
         10. environment variable FOLEY_LOG is "xml"; write one of text, json.""".replace("%", place));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      banana: 1                          | banana is not known; remove it.
      prot: 1                            | prot is not known; did you mean ops.port?
      dat: x                             | dat is not known; did you mean data?
      opps: {port: 1}                    | opps is not known; did you mean ops?
      deadline: 1m                       | deadline is not known; did you mean generation.deadline?
      generation: {calltimeout: 1s}      | generation.calltimeout is not known; did you mean providers.aimlapi.callTimeout?
      providers: {aimlapi: {apiKey: s3}} | put it into the environment variable AIMLAPI_KEY, or name a file with it by
      password: s3                       | password looks like a secret, and no secret belongs in this file; remove it.
      generation: {deadline: 0s}         | generation.deadline is "0s"; write a duration from 1s to 1d.
      generation: {deadline: 2d}         | generation.deadline is "2d"; write a duration from 1s to 1d.
      generation: {deadline: ten}        | generation.deadline is "ten"; write a number with its unit
      generation: {deadline: [1m]}       | generation.deadline has a list; write one value.
      generation: {deadline: {a: 1}}     | generation.deadline has keys below it; write one value.
      generation: [1m]                   | generation is a section; write its keys on the lines below, indented.
      results: {maxSize: 200}            | results.maxSize is "200"; write a number with its unit (KB, MB or GB), such as
      results: {maxSize: 5 GB}           | results.maxSize is "5 GB"; write a size from 1 KB to 4 GB.
      results: {allowedHosts: ["http://a/"]} | is "http://a/"; write hosts without https:// or path
      executor: {workers: 0}             | executor.workers is "0"; write a whole number from 1 to 1000.
      executor: {workers: 1.5}           | executor.workers is "1.5"; write a whole number from 1 to 1000.
      providers: {aimlapi: {url: "ftp://a"}} | providers.aimlapi.url is not an address that begins with https:// or http://
      providers: {aimlapi: {url: "https://s3@a"}} | providers.aimlapi.url has a user name, a query or a fragment
      discord: {gatewayUrl: "https://a"} | discord.gatewayUrl is not an address that begins with wss:// or ws://
      discord: {apiUrl: "http://a b"}    | discord.apiUrl is not an address; write one such as https://example.com.
      database: {url: "jdbc:mysql://s3"} | database.url is not the address of a database; write one such as
      database: {url: "postgresql://u:s3@db/foley"} | database.url has a user before the host; write jdbc:postgresql://host/database
      database: {url: "jdbc:postgresql://db/foley?password=s3"} | database.url has a password, which must not stand in a file
      database: {url: "jdbc:postgresql://db/foley?sslpassword=s3"} | database.url has an option for a password
      database: {url: "jdbc:postgresql://db/foley?user=%s3"} | database.url has a % without two digits after it
      database: {password: s3}           | put it into the environment variable FOLEY_DATABASE_PASSWORD, or name a file with it by
      discord: {shards: some}            | discord.shards is "some"; write auto, how many shards there are in all, such as 4, or
      discord: {shards: 0}               | discord.shards is "0"; write a number of shards from 1 to 10000.
      discord: {shards: 2-4/4}           | discord.shards is "2-4/4"; of 4 shards, the first is 0 and the last is 3.
      discord: {shards: 3-2/4}           | discord.shards is "3-2/4"; write the smaller number first, such as 2-3/4.
      ops: {host: "a b"}                 | ops.host is "a b"; write an address to listen on, such as 127.0.0.1 or 0.0.0.0.
      """)
  void oneProblemIsToldOnceWithItsPlaceAndWhatToWrite(String yaml, String expected) throws IOException {
    Files.writeString(file, "\n" + yaml + "\n");

    List<Problem> problems = problems(Map.of());

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().sentence()).startsWith(file + ", line 2: ").contains(expected)
        .matches(".*[.?]").doesNotContain("s3");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ops:NEWLINE  port: 1NEWLINE\tworkers: 2 | 3 | that cannot start any token
      data: [s3NEWLINEops: 1                  | 2 | expected ',' or ']'
      data: "s3NEWLINE                        | 2 | found unexpected end of stream
      - s3                                    | 1 | the file must consist of keys with values
      data: aNEWLINE---NEWLINEdata: s3        | 3 | a second document begins here
      data: *s3                               | 1 | aliases such as *name are not understood here
      results:NEWLINE  allowedHosts:NEWLINE  - a: s3 | 2 | has entries with keys; write one value, or a list of plain ones
      models:NEWLINE  added: s3               | 2 | models.added needs a list of entries with keys; begin each with a dash
      models:NEWLINE  added: [s3, s4]         | 2 | models.added needs a list of entries with keys
      models:NEWLINE  added:NEWLINE    id: s3 | 2 | models.added needs a list of entries with keys
      models:NEWLINE  added:NEWLINE  - a: s3NEWLINE  - s3 | 4 | or entries with keys, but not both
      """)
  void whatIsNotYamlIsToldWithItsLineAndNotRepeated(String yaml, int line, String expected) throws IOException {
    Files.writeString(file, yaml.replace("NEWLINE", "\n"));

    List<Problem> problems = problems(Map.of());

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().sentence()).startsWith(file + ", line " + line + ": ").contains(expected)
        .doesNotContain("s3");
  }

  @Test
  void aFileThatFoleyConfigNamesMustBeThere() {
    assertThat(problems(Map.of("FOLEY_CONFIG", "/nowhere/foley.yaml"))).containsExactly(new Problem(
        "environment variable FOLEY_CONFIG names /nowhere/foley.yaml, which is not there; correct the path, or unset it "
            + "to use config/foley.yaml."));
  }

  @Test
  void aDirectoryInPlaceOfTheFileIsAProblem() {
    assertThat(problems(Map.of("FOLEY_CONFIG", home.toString()))).singleElement().asString()
        .startsWith(home + " cannot be read");
  }

  @Test
  void namesThatOnlyBeginLikeOursAreNotOurBusiness() {
    assertThat(SettingsLoader.load(Map.of("FOLEY_SERVICE_HOST", "10.0.0.1", "FOLEY_PORT", "tcp://10.0.0.1:80",
        "FOLEY_PORT_80_TCP_ADDR", "10.0.0.1", "FOLEY_JAVA_OPTS", "-Xmx1g"), home))
        .isEqualTo(new Configuration.WithoutToken());
  }

  private List<Problem> problems(Map<String, String> variables) {
    Configuration configuration = SettingsLoader.load(variables, home);
    assertThat(configuration).isInstanceOf(Configuration.Invalid.class);
    return ((Configuration.Invalid) configuration).problems();
  }
}
