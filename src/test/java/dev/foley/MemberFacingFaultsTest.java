package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.foley.playground.discord.Invocation;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Fault.Moment;
import dev.foley.playground.services.FileForm;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.slf4j.LoggerFactory;

/**
 * What a member reads and what the log says when something goes wrong, through real JDA on the local Discord. All run at once on one
 * bot, each by a prompt of its own, which also shows that none of them disturbs another.
 */
class MemberFacingFaultsTest {
  private static final int OFTEN = 1_000;
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  @TempDir
  private static Path directory;
  private static WholeBot bot;

  @BeforeAll
  static void start() throws Exception {
    LOG.list = new CopyOnWriteArrayList<>();
    LOG.start();
    ours().addAppender(LOG);
    ours().setLevel(Level.INFO); // as the bot runs; tests are quieter
    bot = WholeBot.start(directory, Map.of());
  }

  @AfterAll
  static void stopAndLookForSecrets() throws Exception {
    bot.close();
    ours().detachAppender(LOG);
    ours().setLevel(null);
    assertThat(LOG.list).isNotEmpty();
    assertThat(LOG.list).extracting(MemberFacingFaultsTest::everything).noneMatch(line -> line.contains(WholeBot.KEY));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("wrong key", Moment.SUBMIT, new Fault.Status(401), "did not accept this bot’s key", "Nothing was"),
        Arguments.of("out of credits", Moment.SUBMIT, new Fault.Status(403), "used up", "Nothing was charged"),
        Arguments.of("refused", Moment.SUBMIT, new Fault.Status(400), "did not accept this request", "Nothing was"),
        Arguments.of("down at submit", Moment.SUBMIT, new Fault.Status(503), "down or has no room", "Nothing was"),
        Arguments.of("throttled", Moment.SUBMIT, new Fault.Status(429), "down or has no room", "Nothing was charged"),
        Arguments.of("broke at submit", Moment.SUBMIT, new Fault.Status(500), "not known whether", "may have charged"),
        Arguments.of("answer lost", Moment.SUBMIT, new Fault.Drop(true), "not known whether", "may have charged"),
        Arguments.of("cut answer", Moment.SUBMIT, new Fault.Garbled(Fault.Garbled.Form.HTML), "not known whether",
            "may have charged"),
        Arguments.of("down while polling", Moment.POLL, new Fault.Status(503), "did not finish in time", "may have"),
        Arguments.of("ends in error", Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_OBJECT), "gave up",
            "Nothing was charged"),
        Arguments.of("ends in a word", Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_STRING), "gave up",
            "Nothing was charged"),
        Arguments.of("never ends", Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NEVER), "did not finish in time",
            "may have charged"),
        Arguments.of("without a file", Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NO_URL), "named no file",
            "may have charged"),
        Arguments.of("html result", Moment.DOWNLOAD, new Fault.Garbled(Fault.Garbled.Form.HTML), "is not a sound",
            "may have charged"),
        Arguments.of("empty result", Moment.JOB, new Fault.File(FileForm.ZERO_BYTES), "is not a sound", "may have"),
        Arguments.of("garbage result", Moment.JOB, new Fault.File(FileForm.GARBAGE), "is not a sound", "may have"),
        Arguments.of("silent result", Moment.JOB, new Fault.File(FileForm.SILENT), "is silent", "may have"),
        Arguments.of("cut result", Moment.DOWNLOAD, new Fault.Transfer(Fault.Transfer.Flaw.CUT_SHORT), "incomplete",
            "may have charged"),
        Arguments.of("shortened result", Moment.JOB, new Fault.File(FileForm.SHORTENED), "incomplete", "may have"),
        Arguments.of("endless result", Moment.DOWNLOAD, new Fault.Transfer(Fault.Transfer.Flaw.ENDLESS), "larger than",
            "may have charged"),
        Arguments.of("private address", Moment.JOB, new Fault.ResultAt("http://10.0.0.1/x.wav"), "does not fetch from",
            "may have charged"),
        Arguments.of("metadata address", Moment.JOB, new Fault.ResultAt("https://169.254.169.254/x.wav"),
            "does not fetch from", "may have charged"),
        Arguments.of("redirect to a file", Moment.DOWNLOAD, new Fault.Redirect("file:///etc/passwd"),
            "does not fetch from", "may have charged"),
        Arguments.of("redirect inside", Moment.DOWNLOAD, new Fault.Redirect("http://192.168.0.1/x.wav"),
            "does not fetch from", "may have charged"));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aClearSentenceALogLineAndNoSound(String name, Moment moment, Fault fault, String sentence, String charge)
      throws Exception {
    bot.playground().aimlApi().faults().plan(moment, fault, OFTEN, name);

    MessageView answer = bot.answer(bot.type("/music prompt:" + name + " seconds:2"));

    assertThat(WholeBot.text(answer)).contains(sentence, charge);
    assertThat(answer.attachments()).isEmpty();
    assertThat(answer.component("Try again")).isPresent();
    assertThat(LOG.list).anySatisfy(event -> {
      assertThat(event.getFormattedMessage()).isEqualTo("Generation failed");
      assertThat(keys(event)).containsKeys("generationId", "reason", "detail");
      assertThat(WholeBot.text(answer)).contains(keys(event).get("generationId"));
    });
    goesOn();
  }

  private static Stream<Arguments> oddities() {
    return Stream.of(
        Arguments.of("legacy shape", Moment.SUBMIT, new Fault.Legacy()),
        Arguments.of("a word we do not know", Moment.POLL, new Fault.Word("generating", "meditating")),
        Arguments.of("complete for completed", Moment.POLL, new Fault.Word("completed", "complete")),
        Arguments.of("nulls", Moment.POLL, new Fault.Fields(Fault.Fields.Added.NULLS)),
        Arguments.of("unknown fields", Moment.POLL, new Fault.Fields(Fault.Fields.Added.UNKNOWN)),
        Arguments.of("extensible", Moment.JOB, new Fault.File(FileForm.EXTENSIBLE)),
        Arguments.of("plain header", Moment.JOB, new Fault.File(FileForm.PLAIN_HEADER)),
        Arguments.of("24 bits", Moment.JOB, new Fault.File(FileForm.INTEGER_24)),
        Arguments.of("float", Moment.JOB, new Fault.File(FileForm.FLOAT_32)),
        Arguments.of("sizes unknown", Moment.JOB, new Fault.File(FileForm.UNKNOWN_SIZES)),
        Arguments.of("text/plain", Moment.JOB, new Fault.File(FileForm.WRONG_CONTENT_TYPE)));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("oddities")
  void whatIsOddButUsableIsDelivered(String name, Moment moment, Fault fault) throws Exception {
    bot.playground().aimlApi().faults().plan(moment, fault, OFTEN, name);

    MessageView answer = bot.answer(bot.type("/music prompt:" + name + " seconds:2"));

    assertThat(answer.attachments()).singleElement().satisfies(file -> assertThat(file.filename()).endsWith(".wav"));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("passingFaults")
  void whatPassesIsNoLoss(String name, Moment moment, Fault fault) throws Exception {
    bot.playground().aimlApi().faults().plan(moment, fault, 2, name);

    MessageView answer = bot.answer(bot.type("/music prompt:" + name + " seconds:2"));

    assertThat(answer.attachments()).hasSize(1);
  }

  private static Stream<Arguments> passingFaults() {
    return Stream.of(
        Arguments.of("twice 429", Moment.SUBMIT, new Fault.Status(429)),
        Arguments.of("twice 502 when polled", Moment.POLL, new Fault.Status(502)),
        Arguments.of("twice html when polled", Moment.POLL, new Fault.Garbled(Fault.Garbled.Form.HTML)),
        Arguments.of("twice dropped when polled", Moment.POLL, new Fault.Drop(false)),
        Arguments.of("twice 404 for the file", Moment.DOWNLOAD, new Fault.Status(404)),
        Arguments.of("twice cut short", Moment.DOWNLOAD, new Fault.Transfer(Fault.Transfer.Flaw.CUT_SHORT)));
  }

  // Refused before anything is sent: a forged client sends what an honest one would not.

  private static Stream<Arguments> forged() {
    return Stream.of(
        Arguments.of(Map.of("prompt", " "), "The prompt is empty"),
        Arguments.of(Map.of("prompt", "x".repeat(2_001)), "may have 2,000"),
        Arguments.of(Map.of("prompt", "a", "seconds", 0), "“seconds” is 0 and has to be between 1 and 47"),
        Arguments.of(Map.of("prompt", "a", "seconds", 48), "“seconds” is 48 and has to be between 1 and 47"),
        Arguments.of(Map.of("prompt", "a", "steps", 0), "“steps” is 0 and has to be between 2 and 1,000"),
        Arguments.of(Map.of("prompt", "a", "start", 48), "“start” is 48 and has to be between 1 and 47"));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("forged")
  void whatTheModelCannotDoIsRefusedPrivatelyAndBeforeItCosts(Map<String, Object> options, String sentence)
      throws Exception {
    String id = bot.member().invokeForged("mia", "music", "music", options).sent();
    MessageView answer = bot.answer(id);

    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.content()).contains(sentence);
    assertThat(LOG.list).anySatisfy(event -> {
      assertThat(event.getFormattedMessage()).isEqualTo("Request refused");
      assertThat(keys(event)).containsEntry("interactionId", id)
          .doesNotContainValue(String.valueOf(options.get("prompt")));
    });
    assertThat(bot.playground().aimlApi().observations().submits())
        .noneMatch(submit -> submit.prompt().equals(options.get("prompt")));
  }

  @Test
  void discordItselfKeepsMostOfThatOut() {
    assertThat(List.of("/music prompt:a seconds:0", "/music prompt:a seconds:999", "/music prompt:a steps:0",
        "/music seconds:3")).allSatisfy(
            line -> assertThat(bot.member().invoke("mia", "music", line))
                .isInstanceOf(Invocation.Refused.class));
  }

  private static void goesOn() throws Exception {
    assertThat(bot.answer(bot.type("/music prompt:still there? seconds:1")).attachments()).hasSize(1);
  }

  private static Map<String, String> keys(ILoggingEvent event) {
    Map<String, String> keys = new HashMap<>();
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> keys.put(pair.key, String.valueOf(pair.value)));
    }
    return keys;
  }

  private static String everything(ILoggingEvent event) {
    return event.getFormattedMessage() + keys(event) + (event.getThrowableProxy() == null
        ? ""
        : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  private static Logger ours() {
    return (Logger) LoggerFactory.getLogger("dev.foley");
  }
}
