package dev.foley.ops;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;

/** One JSON object per line, by Logback's own encoder: its {@code timestamp} in milliseconds, and {@code time}, which people can read. */
final class JsonLines extends JsonEncoder {
  JsonLines() {
    setWithSequenceNumber(false);
    setWithNanoseconds(false);
    setWithContext(false);
    setWithFormattedMessage(true);
    setWithMessage(false);
    setWithArguments(false);
  }

  /** ISO 8601, in UTC. */
  @Override
  protected void appendCustomFields(StringBuilder line, ILoggingEvent event) {
    appendValueSeparator(line, true);
    appenderMember(line, "time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
  }
}
