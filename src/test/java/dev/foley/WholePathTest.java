package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.WavInspector;
import dev.foley.audio.WavReport;
import dev.foley.playground.discord.AttachmentView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.Permission;
import dev.foley.playground.services.Fault;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the member's command to the sound in the channel, through real JDA on the local Discord. */
class WholePathTest {
  @TempDir
  private Path directory;
  private WholeBot bot;

  @BeforeEach
  void start() throws Exception {
    bot = WholeBot.start(directory, Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    bot.close();
  }

  @Test
  void aCommandBecomesASoundOfTheLengthAskedFor() throws Exception {
    String id = bot.type("/music prompt:warm lo-fi piano seconds:3 steps:50 start:2");

    MessageView answer = bot.answer(id);

    WavReport report = WavInspector.inspect(download(answer.attachments().getFirst()));
    assertThat(report.duration()).isBetween(Duration.ofMillis(2_900), Duration.ofMillis(3_100));
    assertThat(report.measurement().rmsDbfs()).isGreaterThan(-35);
    assertThat(report.measurement().clipped()).isFalse();
    InteractionView interaction = bot.member().interaction(id);
    assertThat(interaction.callbackType()).isEqualTo(5);
    assertThat(interaction.edits()).isLessThanOrEqualTo(3);
    assertThat(bot.playground().aimlApi().observations().keysLeaked()).isZero();
  }

  @Test
  void aHundredInOneSecondAreEachHeardWithinASecondAndDeliveredOnce() throws Exception {
    List<Future<String>> typed = new ArrayList<>();
    try (ScheduledExecutorService members = Executors.newScheduledThreadPool(4)) {
      for (int i = 0; i < 100; i++) {
        String line = "/music prompt:one of many, number " + i + " seconds:1";
        typed.add(members.schedule(() -> bot.type(line), i * 10L, TimeUnit.MILLISECONDS));
      }
    }
    List<String> ids = new ArrayList<>();
    for (Future<String> id : typed) {
      ids.add(id.get());
    }

    Set<String> files = new HashSet<>();
    for (String id : ids) {
      MessageView answer = bot.answer(id);
      assertThat(answer.attachments()).as(() -> WholeBot.text(answer)).hasSize(1);
      files.add(answer.attachments().getFirst().filename());
    }

    assertThat(ids).allSatisfy(
        id -> assertThat(bot.member().interaction(id).acknowledgedMillis()).isLessThan(1_000));
    assertThat(files).hasSize(100);
    assertThat(bot.playground().aimlApi().observations().submitsReceived()).isEqualTo(100);
    assertThat(bot.member().messages("mia", "music").stream().filter(message -> !message.attachments().isEmpty()))
        .hasSize(100).allSatisfy(message -> assertThat(message.edits()).isLessThanOrEqualTo(5));
  }

  @Test
  void aFileTooLargeForDiscordArrivesAsAPreviewBesideALink() throws Exception {
    bot.playground().discord().world().setAttachmentLimit(100_000);

    MessageView answer = bot.answer(bot.type("/music prompt:too large seconds:3"));

    assertThat(answer.attachments()).singleElement().satisfies(preview -> {
      assertThat(preview.filename()).endsWith(".mp3");
      assertThat(preview.sizeBytes()).isBetween(10_000L, 100_000L);
    });
    String link = answer.component("Download").orElseThrow().url();
    HttpURLConnection connection = (HttpURLConnection) URI.create(String.valueOf(link)).toURL().openConnection();
    assertThat(connection.getResponseCode()).isEqualTo(200);
  }

  @Test
  void aLimitThatChangedMeanwhileStepsDownToTheLink() throws Exception {
    String id = bot.type("/music prompt:smaller now seconds:3");
    bot.playground().discord().world().setAttachmentLimit(100_000);

    assertThat(bot.answer(id).component("Download")).isPresent();
  }

  @Test
  void aResultThatComesTooLateForItsInteractionArrivesAsAMessageThatCallsItsAuthor() throws Exception {
    String id = bot.type("/music prompt:very slow seconds:2");
    bot.member().awaitInteraction(id, InteractionView::acknowledged, WholeBot.PATIENCE);
    bot.member().expireToken(id);

    MessageView message = bot.member().awaitMessage("mia", "music",
        seen -> !seen.attachments().isEmpty(), WholeBot.PATIENCE);

    assertThat(message.interactionId()).isNull();
    assertThat(message.mentions()).containsExactly("mia");
  }

  @Test
  void aPromptMentionsNobodyAndIsShownAsText() throws Exception {
    MessageView answer = bot.answer(bot.type(
        "/music prompt:@everyone <@1> **bold** `code` [x](https://example.com) ||spoiler|| seconds:1"));

    assertThat(answer.mentions()).isEmpty();
    assertThat(answer.mentionsEveryone()).isFalse();
    assertThat(answer.embeds().getFirst().description()).contains("\\*\\*bold\\*\\*").contains("\\`code\\`");
  }

  @Test
  void whatIsBeingMadeIsShownAsTextWhileItIsPending() throws Exception {
    String id = bot.type("/music prompt:@everyone **bold** <@1> https://example.com seconds:1");

    MessageView pending = bot.member().awaitInteraction(id, seen -> seen.responses().stream()
        .anyMatch(message -> !message.loading()), WholeBot.PATIENCE).responses().getFirst();

    assertThat(WholeBot.text(pending)).contains("\\*\\*bold\\*\\*").doesNotContain("https://", "<@1>");
    assertThat(pending.mentions()).isEmpty();
    assertThat(pending.mentionsEveryone()).isFalse();
  }

  @Test
  void aMissingPermissionIsNamedBeforeAnythingIsSent() throws Exception {
    bot.playground().discord().world().denyBot("music", Set.of(Permission.ATTACH_FILES));

    MessageView answer = bot.answer(bot.type("/music prompt:not here"));

    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.content()).contains("Attach Files");
    assertThat(bot.playground().aimlApi().observations().submitsReceived()).isZero();
  }

  @Test
  void tryAgainWorksForItsAuthorAndForNobodyElse() throws Exception {
    bot.playground().aimlApi().faults().plan(Fault.Moment.SUBMIT,
        new Fault.Status(400), 1);
    MessageView failure = bot.answer(bot.type("/music prompt:second time lucky seconds:1"));

    MessageView refused = bot.answer(bot.member().press("ben", "music", failure.id(), "Try again").sent());
    assertThat(refused.ephemeral()).isTrue();
    assertThat(refused.content()).contains("Only the author");

    bot.member().press("mia", "music", failure.id(), "Try again").sent();

    MessageView result = bot.member().awaitMessage("mia", "music", seen -> !seen.attachments().isEmpty(),
        WholeBot.PATIENCE);
    assertThat(result.id()).isEqualTo(failure.id()); // the same message, from failure to sound
  }

  private Path download(AttachmentView attachment) throws Exception {
    Path file = directory.resolve("downloaded.wav");
    try (InputStream in = URI.create(attachment.url()).toURL().openStream()) {
      Files.copy(in, file);
    }
    return file;
  }
}
