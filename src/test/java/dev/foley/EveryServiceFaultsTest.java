package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.discord.MessageView;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Fault.Moment;
import dev.foley.playground.services.ServiceFaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the services beside AIML API (which {@link MemberFacingFaultsTest} looks at closely) answer, a member gets a sound or a
 * sentence that says what it may have cost, and the next request goes through.
 */
class EveryServiceFaultsTest {
  @TempDir
  private static Path directory;
  private static WholeBot bot;

  @BeforeAll
  static void start() throws Exception {
    bot = WholeBot.start(directory, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    bot.close();
  }

  /** A service's way of answering, by a model that takes it. */
  record Way(String name, String command, ServiceFaults faults) {}

  private static List<Way> ways() {
    ServiceFaults stability = bot.playground().stability().faults();
    ServiceFaults elevenLabs = bot.playground().elevenLabs().faults();
    return List.of(
        new Way("stability at once", "/music model:stable-audio-2.5 seconds:1 prompt:", stability),
        new Way("stability as a job", "/sound model:stable-audio-3 seconds:1 prompt:", stability),
        new Way("elevenlabs effect", "/sound model:eleven_text_to_sound_v2 seconds:1 prompt:", elevenLabs),
        new Way("elevenlabs speech", "/speak model:eleven_multilingual_v2 text:", elevenLabs),
        new Way("fal", "/music model:fal-ai/stable-audio seconds:1 prompt:", bot.playground().fal().faults()));
  }

  static Stream<Arguments> everyFaultOfEveryService() {
    return ways().stream().flatMap(way -> Stream.of(
        Arguments.of(way, "a page of HTML", Moment.SUBMIT, new Fault.Garbled(Fault.Garbled.Form.HTML)),
        Arguments.of(way, "an empty body", Moment.SUBMIT, new Fault.Garbled(Fault.Garbled.Form.EMPTY)),
        Arguments.of(way, "a lost answer", Moment.SUBMIT, new Fault.Drop(true)),
        Arguments.of(way, "an error of theirs", Moment.SUBMIT, new Fault.Status(500)),
        Arguments.of(way, "a wrong key", Moment.SUBMIT, new Fault.Status(401)),
        Arguments.of(way, "no money", Moment.SUBMIT, new Fault.Status(402)),
        Arguments.of(way, "not allowed", Moment.SUBMIT, new Fault.Status(403)),
        Arguments.of(way, "not known", Moment.SUBMIT, new Fault.Status(404)),
        Arguments.of(way, "too much", Moment.SUBMIT, new Fault.Status(413)),
        Arguments.of(way, "a refusal", Moment.SUBMIT, new Fault.Status(422)),
        Arguments.of(way, "a proxy's words", Moment.SUBMIT, new Fault.Status(502, null, Fault.ErrorShape.TEXT)),
        Arguments.of(way, "no service", Moment.SUBMIT, new Fault.Status(503)),
        Arguments.of(way, "a reset", Moment.SUBMIT, new Fault.Drop(false))));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyFaultOfEveryService")
  void aMemberReadsASentence(Way way, String name, Moment moment, Fault fault) throws Exception {
    String words = name + " of " + way.name();
    way.faults().plan(moment, fault, 1_000, words);

    MessageView answer = bot.answer(bot.type(way.command() + words));

    assertThat(answer.attachments()).as(WholeBot.text(answer)).isEmpty();
    assertThat(WholeBot.text(answer)).contains("No sound this time").containsPattern("charged( for it)?\\.");
    assertThat(answer.component("Try again")).isPresent();
  }

  static Stream<Arguments> faultsOfJobs() {
    return ways().stream().filter(EveryServiceFaultsTest::takesJobs).flatMap(way -> Stream.of(
        Arguments.of(way, "forgotten", Moment.POLL, new Fault.Status(404)),
        Arguments.of(way, "always broken", Moment.POLL, new Fault.Garbled(Fault.Garbled.Form.HTML)),
        Arguments.of(way, "always reset", Moment.POLL, new Fault.Drop(false)),
        Arguments.of(way, "without end", Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NEVER))));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faultsOfJobs")
  void ofAJobThatLeadsNowhereAMemberReadsAtItsDeadline(Way way, String name, Moment moment, Fault fault)
      throws Exception {
    aMemberReadsASentence(way, name, moment, fault);
  }

  static Stream<Arguments> everyWay() {
    return ways().stream().map(Arguments::of);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("everyWay")
  void aServiceThatTakesItsTimeIsWaitedFor(Way way) throws Exception {
    String words = "slowly by " + way.name();
    way.faults().plan(Moment.SUBMIT, new Fault.Hang(2), 1, words);

    assertThat(bot.answer(bot.type(way.command() + words)).attachments()).hasSize(1);
    assertThat(way.faults().planned()).noneMatch(planned -> planned.prompt().equals(words));
  }

  private static boolean takesJobs(Way way) {
    return way.name().equals("stability as a job") || way.name().equals("fal");
  }

  /** Half an MP3, or half of bare samples, that claims to be whole is a sound of half the length, and nobody can tell. */
  static Stream<Arguments> halfAnswers() {
    return ways().stream().filter(way -> !way.name().startsWith("elevenlabs")).map(Arguments::of);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("halfAnswers")
  void ofHalfAnAnswerAMemberReadsASentence(Way way) throws Exception {
    aMemberReadsASentence(way, "half an answer", Moment.SUBMIT, new Fault.Garbled(Fault.Garbled.Form.CUT_JSON));
  }

  static Stream<Arguments> oddities() {
    return ways().stream()
        .filter(EveryServiceFaultsTest::takesJobs)
        .flatMap(way -> Stream.of(Arguments.of(way, "nulls", new Fault.Fields(Fault.Fields.Added.NULLS)),
            Arguments.of(way, "unknown fields", new Fault.Fields(Fault.Fields.Added.UNKNOWN))));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("oddities")
  void whatIsOddButUsableIsDelivered(Way way, String name, Fault fault) throws Exception {
    String words = name + " of " + way.name();
    way.faults().plan(Moment.SUBMIT, fault, 1_000, words);

    MessageView answer = bot.answer(bot.type(way.command() + words));

    assertThat(answer.attachments()).as(WholeBot.text(answer)).hasSize(1);
  }

  @Test
  void theNextRequestGoesThrough() throws Exception {
    for (Way way : ways()) {
      MessageView answer = bot.answer(bot.type(way.command() + "all is well"));

      assertThat(answer.attachments()).as(WholeBot.text(answer)).hasSize(1);
    }
  }
}
