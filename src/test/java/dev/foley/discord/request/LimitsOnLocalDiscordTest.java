package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Features;
import dev.foley.discord.Models;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryRecords;
import dev.foley.generation.LimitReached;
import dev.foley.generation.LimitReached.Whose;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.MessageView;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members read of the limit that stands against a request. */
class LimitsOnLocalDiscordTest {
  private static final LimitedStore STORE = new LimitedStore();
  private static final Instant RENEWS = Instant.parse("2026-12-01T00:00:00Z");
  private static final Limits LIMITS = new Limits(Budget.UNLIMITED, Budget.UNLIMITED, OptionalInt.empty(),
      OptionalInt.empty(), Duration.ZERO, Optional.of(BigDecimal.TEN));

  @TempDir
  static Path spool;
  private static BotOnLocalDiscord local;
  private static Asked asked;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(STORE, new InMemoryRecords(STORE.store), STORE.store, Models.catalogue(),
        new Features.Policy(LIMITS, Tariff.DEFAULT, PreferenceSource.NONE));
    asked = new Asked(local, STORE.store, spool);
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @AfterEach
  void lift() {
    STORE.lift();
  }

  @Test
  void aSpentBudgetSaysWhoseItIsWhatIsLeftAndWhenItRenews() throws Exception {
    assertThat(refused(budget(Whose.MEMBER))).isEqualTo("Your budget does not cover this: 1,480.5 of 1,500 credits are "
        + "spent, and this may cost 40. It renews <t:1796083200:R>, on <t:1796083200:f>.");
    assertThat(refused(budget(Whose.GUILD))).startsWith("This server’s budget does not cover this: ");
    assertThat(refused(budget(Whose.CHANNEL))).startsWith("This channel’s budget does not cover this: ");
  }

  @Test
  void whatIsPendingIsNamedByItsChannels() throws Exception {
    String channel = local.newChannel();
    ChannelId here = local.generation(local.answerTo(channel, "/music prompt:rain")).origin().channel();
    ChannelId direct = local.generation(local.answerTo("@mia", "/music prompt:rain")).origin().channel();
    Map<ChannelId, Integer> where = Map.of(here, 3, direct, 1, new ChannelId(1), 1);

    assertThat(refused(new LimitReached.Pending(Whose.MEMBER, 5, 5, where)))
        .isEqualTo("You have 5 under way and may have 5: 3 in <#" + here
            + "> and 2 in direct messages. Please wait for one to be ready, or cancel one.");
    assertThat(refused(new LimitReached.Pending(Whose.CHANNEL, 50, 50, Map.of(here, 50)))).isEqualTo(
        "This channel has 50 under way and may have 50. Please wait for one to be ready, or ask in another channel.");
  }

  @Test
  void aCooldownSaysWhenItIsOver() throws Exception {
    assertThat(refused(new LimitReached.Cooldown(RENEWS.minusMillis(500))))
        .isEqualTo("You asked a moment ago. You can ask again <t:1796083200:R>.");
  }

  @Test
  void aSentenceThatDiscordStumblesOverIsSaidOnceMore() throws Exception {
    local.discord.faults().inject("POST /webhooks/*/*", new Fault.Answer(500), 1);
    assertThat(refused(budget(Whose.MEMBER))).startsWith("Your budget does not cover this");
  }

  @Test
  void nobodyElseReadsOfItAndNothingIsLeftInTheChannel() throws Exception {
    String channel = local.newChannel();
    STORE.limit(budget(Whose.MEMBER));
    MessageView sentence = told(local.members().invoke("mia", channel, "/music prompt:rain").sent());
    assertThat(sentence.ephemeral()).isTrue();
    assertThat(local.messages(channel)).containsExactly(sentence);
    assertThat(local.members().messages("ben", channel)).isEmpty();
  }

  @Test
  void whatIsPrivateIsRefusedInItsOwnReply() throws Exception {
    String channel = local.newChannel();
    STORE.limit(budget(Whose.MEMBER));
    MessageView sentence = told(local.members().invoke("mia", channel, "/music prompt:rain private:true").sent());
    assertThat(sentence.ephemeral()).isTrue();
    assertThat(local.messages(channel)).containsExactly(sentence);
  }

  @Test
  void aButtonIsRefusedAndMayBePressedAgainAtOnce() throws Exception {
    String channel = local.newChannel();
    Generation failed = asked.failed("mia", channel, "/music prompt:rain");
    MessageView notice = asked.newest("mia", channel);
    STORE.limit(budget(Whose.MEMBER));
    assertThat(asked.answer("mia", channel, notice, "retry:" + failed.id()).content()).startsWith("Your budget");
    assertThat(asked.newest("ben", channel).embeds()).isEqualTo(notice.embeds());

    STORE.lift();
    asked.press("mia", channel, notice, "retry:" + failed.id());
    local.message(channel, BotOnLocalDiscord::isQueued);
  }

  @Test
  void aQuestionThatIsAnsweredWhileALimitStandsStays() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, "/music prompt:rain model:long-audio");
    STORE.limit(budget(Whose.MEMBER));
    MessageView sentence = local.answer(local.members().press("mia", channel, question.id(), "Make it").sent());
    assertThat(sentence.content()).startsWith("Your budget");
    assertThat(sentence.ephemeral()).isTrue();

    STORE.lift();
    local.members().press("mia", channel, question.id(), "Make it").sent();
    local.message(channel, view -> view.id().equals(question.id()) && BotOnLocalDiscord.isQueued(view));
  }

  private static LimitReached.Budget budget(Whose whose) {
    return new LimitReached.Budget(whose, new BigDecimal("1500"), new BigDecimal("1480.5"), new BigDecimal("40"),
        RENEWS);
  }

  private static String refused(LimitReached limit) throws Exception {
    STORE.limit(limit);
    return told(local.members().invoke("mia", "music", "/music prompt:rain").sent()).content();
  }

  /** The only thing that is left of an interaction. */
  private static MessageView told(String interaction) {
    return Awaitility.await().atMost(BotOnLocalDiscord.PATIENCE).until(
        () -> local.members().interaction(interaction).responses(),
        left -> left.size() == 1 && !left.getFirst().content().isEmpty()).getFirst();
  }
}
