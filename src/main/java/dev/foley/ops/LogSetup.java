package dev.foley.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Where logs go: to standard error, since standard output is for what a command has to say. {@code FOLEY_LOG=text|json} chooses the
 * form, {@code FOLEY_LOG_LEVEL} the detail of what is Foley's own. Lines for people have colours on a terminal, unless {@code NO_COLOR} is
 * set.
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
  private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %-18logger{0} %msg %kvp{NONE}%n";
  /** What is usual steps back, trouble stands out, and the facts leave the sentence its place. */
  private static final String COLOURED = "%gray(%d{HH:mm:ss.SSS}) %highlight(%-5level) %gray(%-18logger{0}) %msg %cyan(%kvp{NONE})%n";

  private final Map<String, String> environment;
  private final BooleanSupplier terminal;

  public LogSetup() {
    this(System.getenv(), LogSetup::isTerminal);
  }

  /** @param terminal whether somebody looks on who sees colours; asked once, where lines are for people */
  LogSetup(Map<String, String> environment, BooleanSupplier terminal) {
    this.environment = environment;
    this.terminal = terminal;
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
    Encoder<ILoggingEvent> encoder = "json".equals(environment.get("FOLEY_LOG")) ? new JsonLines() : forPeople();
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

  private PatternLayoutEncoder forPeople() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(isColoured() ? COLOURED : PLAIN);
    return encoder;
  }

  /** Not where somebody said so, by the variable that most programs listen to (no-color.org). */
  private boolean isColoured() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"))
        && terminal.getAsBoolean();
  }

  /** Of standard error by itself: Java's console tells of input and output only. Where this cannot be told, it is none. */
  private static boolean isTerminal() {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
      return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }
}
