package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.discord.FaultControl;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.Permission;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.ServiceObservations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something happens to Discord, or to the member's channel, while a sound is being made: it arrives when Discord is back, or by the next
 * way, and once. The whole bot, one after the other, since what happens concerns all.
 */
class DiscordFaultsTest {
  private static final int OFTEN = 100_000;

  @TempDir
  private static Path directory;
  private static WholeBot bot;
  private static int channels;

  /** What a member waits for. The service goes on working at it until {@link #finish}. */
  private record Pending(String channel, String interaction, String prompt) {}

  @BeforeAll
  static void start() throws Exception {
    bot = WholeBot.start(directory, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    bot.close();
  }

  @AfterEach
  void allIsWellAgain() {
    bot.playground().discord().faults().clear();
    bot.playground().aimlApi().faults().clear();
  }

  static Stream<Arguments> troubleOfTheGateway() {
    return Stream.of(
        Arguments.of("reconnect", trouble(FaultControl::requestReconnect)),
        Arguments.of("invalid session that resumes", trouble(faults -> faults.invalidateSessions(true))),
        Arguments.of("invalid session that is over", trouble(faults -> faults.invalidateSessions(false))),
        Arguments.of("cable pulled", trouble(FaultControl::dropConnections)),
        Arguments.of("closed", trouble(faults -> faults.closeConnections(4000))));
  }

  private static Consumer<FaultControl> trouble(Consumer<FaultControl> trouble) {
    return trouble;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("troubleOfTheGateway")
  void theGatewayComesBackAndTheSoundArrives(String name, Consumer<FaultControl> trouble) throws Exception {
    Pending pending = pending(name);
    trouble.accept(bot.playground().discord().faults());
    finish();

    assertArrivedOnce(pending, pending.channel());
    Awaitility.await().atMost(WholeBot.PATIENCE)
        .until(() -> bot.playground().discord().world().connectedSessions() == 1);
    MessageView next = bot.answer(bot.type("/music prompt:after " + name + " seconds:1"));
    assertThat(next.attachments()).hasSize(1);
  }

  @Test
  void anOutageIsSatOut() throws Exception {
    Pending pending = pending("outage");
    bot.playground().discord().faults().outage(true);
    finish();
    Awaitility.await().atMost(WholeBot.PATIENCE)
        .until(() -> bot.playground().discord().world().connectedSessions() == 0);
    // The sound is there, and so is the wish to deliver it.
    Awaitility.await().atMost(WholeBot.PATIENCE).until(() -> traffic(pending.prompt()).downloads() > 0);
    Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
    assertThat(bot.member().messages("mia", pending.channel())).noneMatch(message -> !message.attachments().isEmpty());

    bot.playground().discord().faults().outage(false);

    assertArrivedOnce(pending, pending.channel());
  }

  @Test
  void aChannelThatIsDeletedMeanwhileLeadsToADirectMessage() throws Exception {
    Pending pending = pending("deleted");
    bot.playground().discord().world().deleteChannel(pending.channel());
    finish();

    assertArrivedOnce(pending, "@mia");
  }

  @ParameterizedTest
  @EnumSource(value = Permission.class, names = {"VIEW_CHANNEL", "SEND_MESSAGES", "ATTACH_FILES", "EMBED_LINKS"})
  void aPermissionThatIsWithdrawnMeanwhileLeadsToADirectMessage(Permission withdrawn) throws Exception {
    Pending pending = pending("without " + withdrawn);
    bot.member().expireToken(pending.interaction());
    bot.playground().discord().world().denyBot(pending.channel(), Set.of(withdrawn));
    finish();

    assertArrivedOnce(pending, "@mia");
  }

  @Test
  void aMessageThatIsDeletedMeanwhileIsPostedAnew() throws Exception {
    Pending pending = pending("message gone");
    bot.member().deleteMessage(pending.channel(), bot.member().messages("mia", pending.channel()).getFirst().id());
    finish();

    assertArrivedOnce(pending, pending.channel());
  }

  @Test
  void aServerThatRemovesTheBotMeanwhileGetsItsReply() throws Exception {
    Pending pending = pending("removed");
    bot.playground().discord().world().botIsMember(false);
    finish();
    try {
      assertArrivedOnce(pending, pending.channel());
    } finally {
      bot.playground().discord().world().botIsMember(true);
    }
  }

  private static Pending pending(String prompt) throws Exception {
    String channel = "faults-" + channels++;
    bot.playground().discord().world().createChannel(channel);
    bot.playground().aimlApi().faults().plan(Fault.Moment.POLL, new Fault.Word("completed", "generating"), OFTEN,
        prompt);
    String id = bot.member().invoke("mia", channel, "/music prompt:" + prompt + " seconds:1").sent();
    bot.member().awaitInteraction(id, InteractionView::acknowledged, WholeBot.PATIENCE);
    Awaitility.await().atMost(WholeBot.PATIENCE).until(() -> traffic(prompt).polls() > 0);
    return new Pending(channel, id, prompt);
  }

  private static ServiceObservations.JobTraffic traffic(String prompt) {
    ServiceObservations seen = bot.playground().aimlApi().observations();
    return seen.submits().stream().filter(submit -> submit.prompt().equals(prompt))
        .flatMap(submit -> Optional.ofNullable(submit.jobId()).stream()).findFirst().map(seen::traffic)
        .orElse(new ServiceObservations.JobTraffic(0, 0));
  }

  private static void finish() {
    bot.playground().aimlApi().faults().clear();
  }

  private static void assertArrivedOnce(Pending pending, String channel) throws Exception {
    bot.member().awaitMessage("mia", channel, message -> isSoundOf(pending, message), WholeBot.PATIENCE);
    assertThat(bot.member().messages("mia", channel)).filteredOn(message -> isSoundOf(pending, message)).hasSize(1);
    assertThat(bot.playground().aimlApi().observations().submits())
        .filteredOn(submit -> submit.prompt().equals(pending.prompt())).hasSize(1);
  }

  private static boolean isSoundOf(Pending pending, MessageView message) {
    return !message.attachments().isEmpty() && WholeBot.text(message).contains(pending.prompt().replace("_", "\\_"));
  }
}
