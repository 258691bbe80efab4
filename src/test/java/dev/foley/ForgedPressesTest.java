package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client can send any custom id, from any message that it sees, and as often as it likes. Each press is answered, and does nothing
 * that the presser may not do.
 */
class ForgedPressesTest {
  private static final Random RANDOM = new Random(20_261_121);
  private static final List<ButtonAction> KINDS = List.of(ButtonAction.values());
  private static final int RANDOM_IDS = 60;
  private static final String UNKNOWN = "0ABCDEFGHJKMN";

  @TempDir
  private static Path directory;
  private static WholeBot bot;
  private static MessageView publicSound;
  private static String publicId;
  private static String privateId;

  @BeforeAll
  static void start() throws Exception {
    bot = WholeBot.start(directory, Map.of());
    publicSound = bot.answer(bot.type("/music prompt:mine seconds:2"));
    publicId = id(publicSound);
    privateId = id(bot.answer(bot.type("/music prompt:a secret of mia seconds:2 private:True")));
  }

  @AfterAll
  static void stop() throws Exception {
    bot.close();
  }

  private static String id(MessageView message) {
    return message.components().stream().map(component -> String.valueOf(component.customId()))
        .filter(customId -> customId.startsWith("details:")).findFirst().orElseThrow().substring("details:".length());
  }

  /** Pressed by a member who has nothing to do with it, below a message that has no such button. */
  private static InteractionView pressed(String member, String customId) throws InterruptedException, TimeoutException {
    String interaction = bot.member().pressForged(member, "music", publicSound.id(), customId).sent();
    return bot.member().awaitInteraction(interaction, InteractionView::acknowledged, WholeBot.PATIENCE);
  }

  private static List<MessageView> seenBy(String member) {
    return bot.member().messages(member, "music");
  }

  /** What members have, as they would notice a change of it. */
  private record Standing(long submits, List<String> messages, List<String> contents) {
    static Standing now() {
      List<MessageView> seen = bot.member().messages("mia", "music").stream().filter(message -> !message.ephemeral())
          .toList();
      return new Standing(bot.playground().aimlApi().observations().submitsReceived(),
          seen.stream().map(MessageView::id).toList(), seen.stream().map(WholeBot::text).toList());
    }
  }

  private static List<String> arguments() {
    String mia = bot.playground().discord().world().accounts().stream().filter(account -> account.name().equals("mia"))
        .findFirst().orElseThrow().id();
    List<String> arguments = new ArrayList<>(
        List.of(UNKNOWN, "", " ", ":", "::", "null", "../../foley.db", "0".repeat(13),
            "' OR '1'='1", publicId + "' --", publicId + ":" + publicId, publicId.toLowerCase(Locale.ROOT),
            publicId + " ", "\u0000", "\uD83D", "\u202E" + publicId, "9".repeat(80), mia, mia + ".b" + publicId,
            mia + ".a" + UNKNOWN, "18446744073709551616.b" + publicId, "-1.b" + publicId, "%s%n", "${jndi:ldap://x}",
            "<@" + mia + ">"));
    for (int i = 0; i < RANDOM_IDS; i++) {
      arguments.add(RANDOM.ints(RANDOM.nextInt(1, 60), 1, 0x2FFF).collect(StringBuilder::new,
          StringBuilder::appendCodePoint, StringBuilder::append).toString());
    }
    return arguments;
  }

  @Test
  void forgedIdsAreAnsweredAndChangeNothing() throws Exception {
    Standing before = Standing.now();
    List<String> arguments = arguments();
    List<String> customIds = new ArrayList<>(List.of("", ":", "nothing:" + publicId, "DELETE:" + publicId,
        "x".repeat(100)));
    for (ButtonAction kind : KINDS) {
      customIds.add(kind.customId(UNKNOWN));
    }
    for (int i = 1; i < arguments.size(); i++) { // each of the odd ones with one kind
      String customId = KINDS.get(i % KINDS.size()).customId(arguments.get(i));
      customIds.add(customId.substring(0, Math.min(100, customId.length())));
    }

    for (String customId : customIds) {
      assertThat(pressed("ben", customId).acknowledged()).isTrue();
    }
    assertThat(Standing.now()).isEqualTo(before);
  }

  @Test
  void whatIsSomebodyElsesIsNotTouched() throws Exception {
    Standing before = Standing.now();
    for (ButtonAction kind : List.of(ButtonAction.DELETE, ButtonAction.CANCEL, ButtonAction.QUEUE, ButtonAction.CONFIRM,
        ButtonAction.DISMISS, ButtonAction.RETRY, ButtonAction.FORGET)) {
      for (String id : List.of(publicId, privateId)) {
        assertThat(pressed("ben", kind.kind() + ":" + id).acknowledged()).isTrue();
      }
    }

    assertThat(Standing.now()).isEqualTo(before);
    assertThat(bot.member().interaction(bot.member().press("mia", "music", publicSound.id(), "Details").sent()))
        .isNotNull();
    String shown = bot.member().invoke("mia", "music", "/show id:" + privateId).sent();
    bot.member().awaitInteraction(shown, seen -> seen.responses().stream()
        .anyMatch(message -> WholeBot.text(message).contains("a secret of mia")), WholeBot.PATIENCE);
  }

  /** A private answer is nobody else's to look at, however its id became known. */
  @Test
  void whatIsPrivateIsShownToNobodyElse() throws Exception {
    List<String> interactions = new ArrayList<>();
    for (ButtonAction kind : List.of(ButtonAction.DETAILS, ButtonAction.SHOW, ButtonAction.AGAIN, ButtonAction.EDIT,
        ButtonAction.LONGER, ButtonAction.HISTORY)) {
      interactions.add(pressed("ben", kind.kind() + ":" + privateId).id());
    }
    for (String interaction : interactions) {
      await().atMost(WholeBot.PATIENCE).untilAsserted(() -> {
        InteractionView seen = bot.member().interaction(interaction);
        assertThat(seen.modal() != null || seen.responses().stream().anyMatch(message -> !message.loading())).isTrue();
      });
      assertThat(bot.member().interaction(interaction).toString()).doesNotContain("a secret of mia");
    }
    assertThat(seenBy("ben")).noneMatch(message -> message.toString().contains("a secret of mia"));
  }
}
