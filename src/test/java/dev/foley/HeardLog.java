package dev.foley;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, in both of the forms that the bot can write: what is Foley's own in full detail. */
final class HeardLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final String OURS = "dev.foley";

  private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level rootBefore = root.getLevel();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final JsonEncoder json = new JsonEncoder();
  private final PatternLayoutEncoder text = new PatternLayoutEncoder();

  HeardLog() {
    text.setPattern("%d %-5level %logger %msg %kvp{NONE}%n");
    for (Encoder<ILoggingEvent> encoder : List.of(json, text)) {
      encoder.setContext(loggers);
      encoder.start();
    }
    setContext(loggers);
    start();
    root.setLevel(Level.INFO); // as it is shipped
    loggers.getLogger(OURS).setLevel(Level.TRACE);
    root.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(new String(json.encode(event), StandardCharsets.UTF_8));
    lines.add(new String(text.encode(event), StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    root.detachAppender(this);
    root.setLevel(rootBefore);
    loggers.getLogger(OURS).setLevel(null);
  }
}
