package dev.foley.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where logs go: to standard error, since standard output is for what a command has to say. {@code FOLEY_LOG=text|json} chooses the
 * form, {@code FOLEY_LOG_LEVEL} the detail of what is Foley's own.
 *
 * <p>Logback finds it as a service. It is code because the XML of a configuration file costs every start 350 classes. A host's own
 * file, named by {@code -Dlogback.configurationFile} or on the class path, still wins.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  /**
   * They tell of every start, pool and migration; only trouble is news. What JDA's requests meet is told to whoever sent them, who knows
   * what it means: an upload that was broken off on purpose, for one, is no error.
   */
  private static final Map<String, Level> LIBRARIES = Map.of(
      "com.github.kagkarlsson", Level.WARN,
      "com.zaxxer.hikari", Level.WARN,
      "io.javalin", Level.WARN,
      "net.dv8tion.jda.internal.requests.Requester", Level.OFF,
      "org.eclipse.jetty", Level.WARN,
      "org.flywaydb", Level.WARN);
  private static final String FOR_PEOPLE = "%d{HH:mm:ss.SSS} %-5level %-18logger{0} %msg %kvp{NONE}%n";

  private final Map<String, String> environment;

  public LogSetup() {
    this(System.getenv());
  }

  LogSetup(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (anotherIsWanted()) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    set(context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  void set(LoggerContext context) {
    Encoder<ILoggingEvent> encoder = "json".equals(environment.get("FOLEY_LOG")) ? forMachines() : forPeople();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("STDERR");
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();

    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
    LIBRARIES.forEach((name, level) -> context.getLogger(name).setLevel(level));
    context.getLogger("dev.foley").setLevel(Level.toLevel(environment.get("FOLEY_LOG_LEVEL"), Level.INFO));
  }

  private static boolean anotherIsWanted() {
    ClassLoader loader = LogSetup.class.getClassLoader();
    return System.getProperty("logback.configurationFile") != null
        || Stream.of("logback-test.xml", "logback.xml").anyMatch(name -> loader.getResource(name) != null);
  }

  private static PatternLayoutEncoder forPeople() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(FOR_PEOPLE);
    return encoder;
  }

  /** One object per line. */
  private static JsonEncoder forMachines() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    return encoder;
  }
}
