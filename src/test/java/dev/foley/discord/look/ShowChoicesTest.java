package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.generation.Takes;
import java.time.Duration;
import java.util.Locale;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.junit.jupiter.api.Test;

class ShowChoicesTest {
  @Test
  void aSuggestionSaysWhatHowLongAndWhen() {
    assertThat(label("rain", Duration.ofSeconds(59))).isEqualTo("rain · 12 s · just now");
    assertThat(label("rain", Duration.ofMinutes(59))).isEqualTo("rain · 12 s · 59 min ago");
    assertThat(label("rain", Duration.ofHours(23))).isEqualTo("rain · 12 s · 23 h ago");
    assertThat(label("rain", Duration.ofHours(30))).isEqualTo("rain · 12 s · 1 day ago");
    assertThat(label("rain", Duration.ofDays(400))).isEqualTo("rain · 12 s · 400 days ago");
  }

  @Test
  void aLongPromptIsCutAndTheRestStays() {
    assertThat(label("🎵".repeat(200), Duration.ofDays(3))).endsWith("… · 12 s · 3 days ago")
        .hasSizeLessThanOrEqualTo(OptionData.MAX_CHOICE_NAME_LENGTH);
  }

  private static String label(String prompt, Duration passed) {
    return ShowChoices.label(Locale.ENGLISH, Generation.queued(Samples.ID, Samples.origin(), Samples.request(prompt),
        Takes.single(Samples.ID), Samples.ASKED), Samples.ASKED.plus(passed));
  }
}
