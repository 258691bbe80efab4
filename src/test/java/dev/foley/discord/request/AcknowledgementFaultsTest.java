package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.generation.ChannelId;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.Fault.Refusal;
import dev.foley.playground.discord.Fault.Scope;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Discord does to the first answer and to the first words of a request. What its member never hears of is not recorded. */
class AcknowledgementFaultsTest {
  private static final String DEFER = "POST /interactions/*/*/callback";
  private static final String EDIT = "PATCH /webhooks/*/*/messages/@original";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final InMemoryGenerationStore STORE = new InMemoryGenerationStore();
  private static BotOnLocalDiscord local;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(STORE, BotOnLocalDiscord.catalogue());
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @AfterEach
  void clearFaults() {
    local.discord.faults().clear();
  }

  static Stream<Fault> passingFaults() {
    return Stream.of(new Fault.Answer(502), new Fault.Answer(503), new Fault.RateLimited(Scope.USER, SECOND),
        new Fault.RateLimited(Scope.SHARED, SECOND), new Fault.RateLimited(Scope.GLOBAL, SECOND),
        new Fault.Banned(SECOND), new Fault.Slow(SECOND));
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void aFirstAnswerThatIsHeldUpIsStillHeard(Fault fault) throws Exception {
    local.discord.faults().inject(DEFER, fault, 1);

    MessageView reply = local.answerTo(local.newChannel(), "/music prompt:rain");

    assertThat(reply).matches(BotOnLocalDiscord::isQueued);
    assertThat(STORE.unfinished(local.generation(reply).origin().channel())).hasSize(1);
  }

  @Test
  void aFirstAnswerThatIsRefusedLeavesNothingBehind() throws Exception {
    List<Fault> faults = List.of(new Fault.Answer(500), new Fault.Refused(Refusal.UNKNOWN_INTERACTION),
        new Fault.Refused(Refusal.UNKNOWN_WEBHOOK), new Fault.Refused(Refusal.INVALID_WEBHOOK_TOKEN));
    List<String> asked = new ArrayList<>();
    List<ChannelId> channels = new ArrayList<>();
    for (Fault fault : faults) {
      local.discord.faults().inject(DEFER, fault, 1);
      String channel = local.newChannel();
      channels.add(id(channel));
      asked.add(local.members().invoke("mia", channel, "/music prompt:rain").sent());
    }

    for (String interaction : asked) {
      local.members().awaitInteraction(interaction, view -> view.state() == InteractionView.State.FAILED,
          BotOnLocalDiscord.PATIENCE);
    }
    assertThat(channels).allSatisfy(channel -> assertThat(STORE.unfinished(channel)).isEmpty());
    assertThat(local.answerTo(local.newChannel(), "/music prompt:rain")).matches(BotOnLocalDiscord::isQueued);
  }

  static Stream<Fault> faultsOfProgress() {
    return Stream.of(new Fault.Answer(500), new Fault.Refused(Refusal.UNKNOWN_WEBHOOK),
        new Fault.Refused(Refusal.INVALID_WEBHOOK_TOKEN), new Fault.DropAfter());
  }

  @ParameterizedTest
  @MethodSource("faultsOfProgress")
  void firstWordsThatAreLostLoseNothingElse(Fault fault) throws Exception {
    local.discord.faults().inject(EDIT, fault, 1);
    String channel = local.newChannel();
    String interaction = local.members().invoke("mia", channel, "/music prompt:rain").sent();

    local.members().awaitInteraction(interaction, InteractionView::acknowledged, BotOnLocalDiscord.PATIENCE);

    Awaitility.await().atMost(BotOnLocalDiscord.PATIENCE).until(() -> STORE.unfinished(id(channel)).size() == 1);
  }

  private static ChannelId id(String channel) {
    return new ChannelId(Long.parseUnsignedLong(local.discord.world().channels().stream()
        .filter(each -> each.name().equals(channel)).findFirst().orElseThrow().id()));
  }
}
