package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.foley.ops.StateLog;
import dev.foley.playground.services.Fault;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log of a whole generation: what happened to which, once each. */
class StateEventsTest {
  private static final String PROMPT = "markedprompt";

  @TempDir
  private Path directory;
  private final Logger logger = (Logger) LoggerFactory.getLogger(StateLog.class);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private WholeBot bot;

  @BeforeEach
  void start() throws Exception {
    events.list = new CopyOnWriteArrayList<>();
    events.start();
    logger.addAppender(events);
    logger.setLevel(Level.INFO); // as it is shipped
    bot = WholeBot.start(directory, Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    bot.close();
    logger.detachAppender(events);
    logger.setLevel(null);
  }

  @Test
  void eachStateOfEachTakeIsOneEvent() throws Exception {
    bot.answer(bot.type("/music prompt:" + PROMPT + " seconds:1 takes:2"));

    awaitEnds(2);
    assertThat(states()).hasSize(2);
    for (List<String> states : states().values()) {
      assertThat(states).containsExactly("Queued", "Submitting", "Pending", "Completed", "Ready", "Delivered");
    }
    assertThat(events.list).noneMatch(event -> everything(event).contains(PROMPT));
  }

  @Test
  void aFailureIsToldWhenItIsFoundAndWhenTheMemberKnows() throws Exception {
    bot.playground().aimlApi().faults().plan(Fault.Moment.SUBMIT, new Fault.Status(400), 1);
    bot.answer(bot.type("/music prompt:" + PROMPT + " seconds:1"));

    awaitEnds(1);
    assertThat(states().values()).singleElement()
        .satisfies(states -> assertThat(states).containsExactly("Queued", "Submitting", "Failing", "Failed"));
    assertThat(events.list).noneMatch(event -> everything(event).contains(PROMPT));
  }

  /** Events of the end come right after the message that a member sees. */
  private void awaitEnds(int generations) {
    Awaitility.await().atMost(WholeBot.PATIENCE).until(() -> events.list.stream().map(event -> fact(event, "state"))
        .filter(state -> state.equals("Delivered") || state.equals("Failed")).count() >= generations);
  }

  private Map<String, List<String>> states() {
    return events.list.stream().collect(Collectors.groupingBy(event -> fact(event, "generationId"), LinkedHashMap::new,
        Collectors.mapping(event -> fact(event, "state"), Collectors.toList())));
  }

  private static String fact(ILoggingEvent event, String key) {
    return event.getKeyValuePairs().stream().filter(pair -> pair.key.equals(key))
        .map(pair -> String.valueOf(pair.value))
        .findFirst().orElseThrow(() -> new AssertionError("no " + key + " in " + event));
  }

  private static String everything(ILoggingEvent event) {
    return event.getFormattedMessage() + event.getKeyValuePairs();
  }
}
