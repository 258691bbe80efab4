package dev.foley.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The configuration that is shipped, as it is switched by the environment. */
class LoggingTest {
  @Test
  void aTerminalGetsOneReadableLine() throws Exception {
    assertThat(logged(Map.of(), "dev.foley.generation.Step", LoggingTest::submitted)).matches(
        "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  Step +Generation submitted generationId=0ABCDEFGHJKMN key=\\[redacted]\\R");
  }

  @Test
  void machinesGetOneObjectPerLine() throws Exception {
    String line = logged(Map.of("FOLEY_LOG", "json"), "dev.foley.generation.Step", LoggingTest::submitted);

    assertThat(line.lines()).hasSize(1);
    JsonNode event = new ObjectMapper().readTree(line);
    assertThat(event.path("timestamp").isIntegralNumber()).isTrue();
    assertThat(Instant.parse(event.path("time").asText()).toEpochMilli()).isEqualTo(event.path("timestamp").asLong());
    assertThat(event.path("level").asText()).isEqualTo("INFO");
    assertThat(event.path("loggerName").asText()).isEqualTo("dev.foley.generation.Step");
    assertThat(event.path("formattedMessage").asText()).isEqualTo("Generation submitted");
    assertThat(event.path("kvpList").toString())
        .isEqualTo("[{\"generationId\":\"0ABCDEFGHJKMN\"},{\"key\":\"[redacted]\"}]");
  }

  @Test
  void coloursAreForTerminalsWhoseOwnerWantsThem() throws Exception {
    String escape = "\u001b[";

    assertThat(logged(Map.of("TERM", "xterm"), "dev.foley.x", LoggingTest::submitted)).contains(escape, "submitted",
        "generationId=0ABCDEFGHJKMN");
    for (Map<String, String> plain : List.of(Map.<String, String>of(), Map.of("TERM", "dumb"),
        Map.of("TERM", "xterm", "NO_COLOR", "1"), Map.of("TERM", "xterm", "FOLEY_LOG", "json"))) {
      assertThat(logged(plain, "dev.foley.x", LoggingTest::submitted)).as(plain.toString()).contains("submitted")
          .doesNotContain(escape);
    }
  }

  @Test
  void factsOfAnyKindAreValidJson() throws Exception {
    String line = logged(Map.of("FOLEY_LOG", "json"), "dev.foley.x", log -> log.atWarn()
        .addKeyValue("detail", "HTTP 500: \"no\"\n\tC:\\path \u0001 \u2028").addKeyValue("wait", Duration.ofSeconds(2))
        .setCause(new IllegalStateException("quoted \"cause\"", new IOException("deep")))
        .log("It went\nwrong"));

    assertThat(line.lines()).hasSize(1);
    JsonNode event = new ObjectMapper().readTree(line);
    assertThat(event.path("formattedMessage").asText()).isEqualTo("It went\nwrong");
    assertThat(event.path("kvpList").get(0).path("detail").asText()).startsWith("HTTP 500: \"no\"\n\tC:\\path");
    assertThat(event.path("throwable").path("message").asText()).isEqualTo("quoted \"cause\"");
    assertThat(event.path("throwable").path("cause").path("message").asText()).isEqualTo("deep");
    assertThat(event.path("throwable").path("stepArray")).isNotEmpty();
  }

  @Test
  void bothFormsTellWhatWasThrown() throws Exception {
    Consumer<Logger> failure = log -> log.atError().setCause(new IllegalStateException("broken")).log("Step failed");

    assertThat(logged(Map.of(), "dev.foley.x", failure)).contains("IllegalStateException: broken", "LoggingTest");
    assertThat(new ObjectMapper().readTree(logged(Map.of("FOLEY_LOG", "json"), "dev.foley.x", failure))
        .path("throwable").path("message").asText()).isEqualTo("broken");
  }

  @Test
  void theLevelIsFoleysOwn() throws Exception {
    Consumer<Logger> detail = log -> log.debug("detail");

    assertThat(logged(Map.of(), "dev.foley.x", detail)).isEmpty();
    assertThat(logged(Map.of("FOLEY_LOG_LEVEL", "DEBUG"), "dev.foley.x", detail)).contains("detail");
    assertThat(logged(Map.of("FOLEY_LOG_LEVEL", "DEBUG"), "net.dv8tion.jda.api.JDA", detail)).isEmpty();
  }

  @Test
  void logbackFindsItByItself() {
    assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogSetup.class);
  }

  @Test
  void aConfigurationFileOfSomebodyElseWins() {
    LoggerContext context = new LoggerContext();

    assertThat(new LogSetup(Map.of(), () -> false).configure(context)).as("the tests have one")
        .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
    assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders()).isExhausted();
  }

  @Test
  void librariesThatTalkMuchAreQuiet() throws Exception {
    for (String name : new String[]{"com.zaxxer.hikari.HikariDataSource", "org.flywaydb.core.Flyway",
        "com.github.kagkarlsson.scheduler.Scheduler", "org.eclipse.jetty.server.Server", "io.javalin.Javalin"}) {
      assertThat(logged(Map.of(), name, log -> log.info("started"))).as(name).isEmpty();
      assertThat(logged(Map.of(), name, log -> log.warn("trouble"))).as(name).contains("trouble");
    }
  }

  private static void submitted(Logger log) {
    log.atInfo().addKeyValue("generationId", "0ABCDEFGHJKMN").addKeyValue("key", Secret.of("sk-live"))
        .log("Generation submitted");
  }

  /** What appears on standard error. */
  private static String logged(Map<String, String> environment, String logger, Consumer<Logger> event) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream standardError = System.err;
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      new LogSetup(environment, () -> environment.containsKey("TERM")).set(context);
      event.accept(context.getLogger(logger));
    } finally {
      context.stop();
      System.setErr(standardError);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
