package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.discord.EmbedView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a stranger writes, from the command through the database and the service to the message, the file's name and the details. The
 * local Discord computes who is pinged, and refuses what Discord refuses.
 */
class HostilePromptsTest {
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

  static Stream<Arguments> prompts() {
    return Stream.of(
        Arguments.of("mentions", "@everyone @here <@%mia> <@!%mia> <@&%mia> <#%mia> </music:%mia>", "en-US"),
        Arguments.of("hidden mentions", "@\u200beveryone <\u2060@%mia> @\u202eeno\u202cyreve", "de"),
        Arguments.of("markdown", "# heading **bold** __under__ ~~gone~~ ||spoiler|| > quote -# small 1. list - item",
            "fr"),
        Arguments.of("code fences", "``` ```\n```js\nrain()\n``` `x` ``y``", "ja"),
        Arguments.of("links", "[free nitro](https://evil.example) https://evil.example <https://a.b> discord.gg/abc",
            "es-ES"),
        Arguments.of("timestamps and emoji", "<t:0:R> <:x:123456789012345678> <a:y:1> :smile: <id:customize>", "en-GB"),
        Arguments.of("right to left", "\u202egnp.exe \u2067rain\u2069 \u200f\u061c", "de"),
        Arguments.of("heaped marks", "r" + "\u0301\u0302\u0303\u0336\u20dd".repeat(200) + "ain", "en-US"),
        Arguments.of("emoji", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08 "
            + "\uD83C\uDDE9\uD83C\uDDEA".repeat(50), "ja"),
        Arguments.of("halves of a pair", "rain\uD83D and \uDE00 thunder", "en-US"),
        Arguments.of("control characters", "rain\u0000\u0007\u001b[31m\u007f\u0085\u2028\u2029\t\r\n wind", "en-US"),
        Arguments.of("a path", "../../../etc/passwd\\..\\CON.wav:stream", "en-US"),
        Arguments.of("SQL and JSON", "'); DROP TABLE generation; -- \" } ] {{x}} ${jndi:ldap://x} %s %n {0}", "en-US"),
        Arguments.of("a long one", "*_~`|<>[]()@#".repeat(150), "de"),
        Arguments.of("Turkish", "\u0130stanbul'da YA\u011eMUR \u0131l\u0131k I i", "tr"));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("prompts")
  void isShownSafelyEverywhere(String name, String template, String locale) throws Exception {
    String mia = bot.playground().discord().world().accounts().stream().filter(account -> account.name().equals("mia"))
        .findFirst().orElseThrow().id();
    String prompt = template.replace("%mia", mia);

    MessageView answer = bot.answer(bot.member().invokeForged("mia", "music", "music",
        Map.of("prompt", prompt, "model", "stable-audio-2.5", "seconds", 2)).sent());

    assertSafe(answer);
    assertThat(answer.attachments()).as(WholeBot.text(answer)).singleElement().satisfies(
        file -> assertThat(file.filename()).matches("[a-z0-9-]{1,42}-[0-9A-Z]{13}\\.wav"));
    InteractionView details = bot.member().awaitInteraction(
        bot.member().press("mia", "music", answer.id(), "Details").sent(),
        seen -> seen.responses().stream().anyMatch(message -> !message.embeds().isEmpty()), WholeBot.PATIENCE);
    details.responses().forEach(HostilePromptsTest::assertSafe);
    bot.member().press("mia", "music", answer.id(), "Edit").sent();
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void whatIsTooLongOrNothingIsRefusedInOneAnswer(String prompt) throws Exception {
    MessageView answer = bot
        .answer(bot.member().invokeForged("ben", "music", "music", Map.of("prompt", prompt)).sent());

    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.content()).isNotBlank().hasSizeLessThan(300);
    assertSafe(answer);
  }

  static Stream<String> tooLong() {
    return Stream.of("x".repeat(6_000), "@everyone ".repeat(600), "\uD83C\uDFB9".repeat(3_000), "\u202e\u200b\u0000",
        " \n\u2800");
  }

  private static void assertSafe(MessageView message) {
    assertThat(message.mentionsEveryone()).isFalse();
    assertThat(message.mentions()).isEmpty();
    Stream.concat(Stream.of(message.content()), message.embeds().stream().flatMap(HostilePromptsTest::texts))
        .forEach(HostilePromptsTest::assertSafe);
  }

  private static Stream<String> texts(EmbedView embed) {
    return Stream.concat(Stream.of(embed.title(), embed.description(), embed.footer(), embed.author()),
        embed.fields().stream().flatMap(field -> Stream.of(field.name(), field.value()))).filter(Objects::nonNull);
  }

  /** Nothing that hides, turns round, or draws over its neighbours. */
  private static void assertSafe(String text) {
    assertThat(text.codePoints().filter(c -> c != '\n')
        .filter(
            c -> List.of(Character.CONTROL, Character.SURROGATE).contains((byte) Character.getType(c)) || isTurning(c)))
        .isEmpty();
    assertThat(text).doesNotContainPattern("(?<!\\\\)@(?:everyone|here)").doesNotContain("](https://evil")
        .doesNotContainPattern("\\p{M}{6}");
  }

  private static boolean isTurning(int character) {
    return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069)
        || character == 0x200B || character == 0x2060;
  }
}
