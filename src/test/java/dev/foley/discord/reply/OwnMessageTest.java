package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a message of ours is taken for, by its form: those of this version, and of the first one, which stand in channels too. */
class OwnMessageTest {
  private static final String ID = "0ABCDEFGHJKMN";
  private static final String OTHER = "1ABCDEFGHJKMN";
  private static final Set<String> RESULT_BUTTONS = Set.of("again:" + ID, "edit:" + ID, "details:" + ID,
      "delete:" + ID);

  @Test
  void aPendingReply() {
    isProgress(message("", "stable-audio · " + ID, Set.of("cancel:" + ID), Set.of()));
    isProgress(message("Generating · 54 s\n-# “rain” · " + ID, "", Set.of("cancel:" + ID), Set.of())); // the first version
    isProgress(message("Queued.\n-# “rain” · " + ID, "", Set.of(), Set.of()));
  }

  @Test
  void aResult() {
    isResult(message("", "stable-audio · made in 54 s · " + ID, RESULT_BUTTONS, Set.of("rain-" + ID + ".wav")));
    isResult(message("<@300> Your /music is ready.", "stable-audio · " + ID, RESULT_BUTTONS, Set.of()));
    isResult(message("", "stable-audio · " + ID, Set.of("details:" + ID), Set.of()));
    isResult(message("", "stable-audio · " + ID, Set.of(), Set.of("rain-" + ID + ".wav"))); // the first version
    isResult(message("", "stable-audio · " + ID, Set.of(), Set.of())); // and its link
  }

  @Test
  void aFailure() {
    isFailure(message("", "stable-audio · " + ID, Set.of("retry:" + ID), Set.of()));
    isFailure(message("", ID, Set.of("again:" + ID), Set.of())); // the first version
  }

  @Test
  void aVoiceMessage() {
    OwnMessage voice = message("", "", Set.of(), Set.of("good-evening-" + ID + ".ogg"));
    assertThat(voice.isVoiceOf(Samples.ID)).isTrue();
    is(voice, false, false, false);
    assertThat(message("", "speaker · " + ID, RESULT_BUTTONS, Set.of("good-evening-" + ID + ".mp3"))
        .isVoiceOf(Samples.ID)).isFalse();
    assertThat(message("", "", Set.of(), Set.of("good-evening-" + OTHER + ".ogg")).isVoiceOf(Samples.ID)).isFalse();
  }

  @Test
  void whatIsAboutAnotherRequest() {
    is(message("", "stable-audio · " + OTHER, Set.of("again:" + OTHER, "details:" + OTHER), Set.of()), false, false,
        false);
    is(message("", "stable-audio · " + OTHER, Set.of("retry:" + OTHER), Set.of()), false, false, false);
    is(message("", "stable-audio · " + OTHER, Set.of("cancel:" + OTHER), Set.of()), false, false, false);
    is(message("The answer is here: https://discord.com/channels/1/2/3", "", Set.of(), Set.of()), false, false, false);
  }

  private static void isProgress(OwnMessage message) {
    is(message, true, false, false);
  }

  private static void isResult(OwnMessage message) {
    is(message, false, true, false);
  }

  private static void isFailure(OwnMessage message) {
    is(message, false, false, true);
  }

  private static void is(OwnMessage message, boolean progress, boolean result, boolean failure) {
    assertThat(message.isProgressOf(Samples.ID)).as("progress").isEqualTo(progress);
    assertThat(message.isResultOf(Samples.ID)).as("result").isEqualTo(result);
    assertThat(message.isFailureOf(Samples.ID)).as("failure").isEqualTo(failure);
  }

  private static OwnMessage message(String content, String footer, Set<String> customIds, Set<String> files) {
    return new OwnMessage(700, Samples.CHANNEL, content, footer, customIds, files);
  }
}
