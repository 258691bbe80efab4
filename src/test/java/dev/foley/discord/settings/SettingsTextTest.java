package dev.foley.discord.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.text.Messages;
import dev.foley.generation.policy.Preference;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTextTest {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.foley.discord.settings", Locale.ROOT);

  @Test
  void theBundleHasExactlyTheTextsThatAreUsed() {
    Set<String> used = Arrays.stream(SettingsText.values()).map(SettingsText::key)
        .collect(Collectors.toCollection(TreeSet::new));
    for (Preference preference : Preference.values()) {
      used.add(new PreferenceWords.Name(preference).key());
      used.add(new PreferenceWords.Meaning(preference).key());
    }
    assertThat(BUNDLE.keySet()).containsExactlyInAnyOrderElementsOf(used);
    assertThat(BUNDLE.keySet()).allSatisfy(key -> assertThat(BUNDLE.getString(key)).isNotBlank().doesNotContain("'"));
  }

  @Test
  void everySettingHasANameThatFitsAChoiceAndSaysWhatItMeans() {
    assertThat(Preference.values()).allSatisfy(preference -> {
      assertThat(Messages.of(Locale.ENGLISH, new PreferenceWords.Name(preference))).hasSizeLessThanOrEqualTo(100);
      assertThat(Messages.of(Locale.ENGLISH, new PreferenceWords.Meaning(preference))).endsWith(".");
    });
  }

  @Test
  void languagesAreCalledAsTheirSpeakersCallThem() {
    assertThat(PreferenceWords.ownName(Locale.FRENCH)).isEqualTo("Français");
    assertThat(PreferenceWords.ownName(Locale.JAPANESE)).isEqualTo("日本語");
  }
}
