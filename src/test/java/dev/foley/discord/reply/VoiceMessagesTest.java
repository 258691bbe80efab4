package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.FakeClock;
import dev.foley.generation.Generation;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Preferences;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceMessagesTest {
  private static final AudioArtifact AUDIO = Samples.wav(Path.of("speech.wav"));

  @TempDir
  Path made;
  private FakeRenderer renderer;

  private final FakeDiscordMessages discord = new FakeDiscordMessages();
  private final FakeClock clock = new FakeClock(Samples.ASKED.plusSeconds(4));

  @BeforeEach
  void voices() {
    renderer = new FakeRenderer(made);
    renderer.voiceBytes = Optional.of(1_000);
  }

  @Test
  void theVoiceGoesToTheChannelAndTheReplyBecomesItsCard() {
    assertThat(deliver(speech(Samples.origin()))).isEqualTo(new DeliveryOutcome.Posted(900));

    assertThat(discord.spoken).containsExactly("good-evening-0ABCDEFGHJKMN.ogg 0ABCDEFGHJKMN-v");
    Notice card = discord.posts.getFirst().notice();
    assertThat(discord.posts).hasSize(1);
    assertThat(card.attachments()).isEmpty();
    assertThat(card.actions()).contains(new Notice.Action.Press("details:0ABCDEFGHJKMN", "Details"));
    assertThat(made).isEmptyDirectory();
  }

  @Test
  void aRepeatAfterACrashInBetweenFindsTheVoice() {
    discord.own.add(new OwnMessage(800, Samples.CHANNEL, "", "", Set.of(), Set.of("good-evening-0ABCDEFGHJKMN.ogg")));

    assertThat(deliver(speech(Samples.origin()))).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.spoken).isEmpty();
    assertThat(discord.posts.getFirst().notice().attachments()).isEmpty();
  }

  @Test
  void whatWasToldWithItsFileIsNotSpokenAsWell() {
    clock.advance(Duration.ofMinutes(20));
    discord.own.add(new OwnMessage(700, Samples.CHANNEL, "", "speaker · 0ABCDEFGHJKMN",
        Set.of("again:0ABCDEFGHJKMN", "details:0ABCDEFGHJKMN"), Set.of("good-evening-0ABCDEFGHJKMN.wav")));

    assertThat(deliver(speech(Samples.origin()))).isEqualTo(new DeliveryOutcome.Posted(700));
    assertThat(discord.spoken).isEmpty();
  }

  @Test
  void whereItMayNotSpeakTheFileIsPosted() {
    discord.speechAnswer = new Sent.Closed("lacks the permission");
    assertUsual(speech(Samples.origin()), wanting(true));
    assertThat(discord.spoken).hasSize(1);
  }

  @Test
  void whereItCannotBeMadeTheFileIsPosted() {
    renderer.voiceBytes = Optional.empty();
    assertUsual(speech(Samples.origin()), wanting(true));
    assertThat(discord.spoken).isEmpty();
  }

  @Test
  void whileDiscordIsAwayNothingIsTold() {
    discord.speechAnswer = new Sent.NotNow(Optional.empty(), "500");
    assertThat(deliver(speech(Samples.origin()))).isEqualTo(new DeliveryOutcome.NotNow(Optional.empty(), "500"));
    assertThat(discord.posts).isEmpty();

    discord.cannotLook = true;
    assertThat(deliver(speech(Samples.origin()))).isInstanceOf(DeliveryOutcome.NotNow.class);
    assertThat(discord.spoken).hasSize(1);
  }

  @Test
  void whatIsNotForTheChannelIsAFile() {
    assertUsual(speech(Samples.privateOrigin()), wanting(true));
    assertUsual(speech(Samples.directOrigin()), wanting(true));
    assertUsual(Samples.ready(AUDIO), wanting(true));
    assertThat(discord.spoken).isEmpty();
  }

  @Test
  void itIsAFileWhereNobodyHasAskedForVoiceMessages() {
    assertUsual(speech(Samples.origin()), wanting(false));
    assertUsual(speech(Samples.origin()), new PreferenceSource() {
      @Override
      public void at(Origin origin, Consumer<Preferences> then, Runnable unavailable) {
        unavailable.run();
      }

      @Override
      public Preferences of(Origin origin) {
        throw new StoreException("the database does not answer", new IllegalStateException());
      }
    });
    assertThat(discord.spoken).isEmpty();
  }

  private void assertUsual(Generation generation, PreferenceSource preferences) {
    discord.posts.clear();
    assertThat(deliver(generation, preferences)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts.getFirst().notice().attachments()).hasSize(1);
  }

  private DeliveryOutcome deliver(Generation generation) {
    return deliver(generation, wanting(true));
  }

  private DeliveryOutcome deliver(Generation generation, PreferenceSource preferences) {
    try (Renderings renderings = new Renderings(renderer)) {
      return new DeliveryLadder(discord, new Notices(Outlook.NONE), new VoiceMessages(discord, preferences), clock)
          .deliver(new Letter(Samples.sound(generation, AUDIO)), renderings);
    }
  }

  private static Generation speech(Origin origin) {
    AudioRequest request = new AudioRequest(new ModelId("speaker"), SoundKind.SPEECH, "Good evening.", Map.of());
    return new Generation(Samples.ID, 3, origin, request, Takes.single(Samples.ID), Optional.empty(), Samples.ASKED, 0,
        Optional.empty(), Timing.NONE, Samples.readyAfter(AUDIO, 4));
  }

  private static PreferenceSource wanting(boolean voiceMessages) {
    Preferences preferences = new Preferences(Map.of(), Set.of(), Set.of(), Budget.UNLIMITED, Budget.UNLIMITED,
        Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), List.of(), Optional.empty(),
        voiceMessages);
    return new PreferenceSource() {
      @Override
      public void at(Origin origin, Consumer<Preferences> then, Runnable unavailable) {
        then.accept(preferences);
      }

      @Override
      public Preferences of(Origin origin) {
        return preferences;
      }
    };
  }
}
