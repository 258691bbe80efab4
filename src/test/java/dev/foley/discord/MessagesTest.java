package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderName;
import dev.foley.provider.RequestProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.foley.discord.messages", Locale.ROOT);
  private static final List<RequestProblem> PROBLEMS = List.of(new RequestProblem.EmptyPrompt(),
      new RequestProblem.PromptTooLong(6_000, 4_000),
      new RequestProblem.OutOfRange(Parameter.SECONDS, ParameterValue.of(48), ParameterRange.Numbers.whole(1, 47, 30)),
      new RequestProblem.UnknownParameter(Parameter.STEPS, new ModelId("google/lyria2"), List.of(Parameter.SEED)));

  @ParameterizedTest
  @EnumSource(Text.class)
  void everyTextHasWords(Text text) {
    assertThat(BUNDLE.getString(text.key())).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void everyFailureHasASentenceAndSaysWhatItCost(FailureReason reason) {
    assertThat(Messages.of(Locale.ENGLISH, reason)).endsWith(".");
    assertThat(Messages.of(Locale.ENGLISH, reason.charge())).endsWith(".");
  }

  @Test
  void everyProblemNamesTheOptionItsRangeAndWhatToDo() {
    assertThat(PROBLEMS.stream().<Class<?>>map(RequestProblem::getClass))
        .containsExactlyInAnyOrder(RequestProblem.class.getPermittedSubclasses());
    assertThat(PROBLEMS).extracting(problem -> Messages.of(Locale.ENGLISH, problem)).containsExactly(
        "The prompt is empty. Say in a few words what you want to hear.",
        "The prompt has 6,000 characters and may have 4,000. Please shorten it.",
        "“seconds” is 48 and has to be between 1 and 47.",
        "The model google/lyria2 has no option “steps”. Please leave it out.");
  }

  @Test
  void numbersFollowTheMembersLanguage() {
    assertThat(Messages.of(Locale.GERMAN, new RequestProblem.PromptTooLong(6_000, 4_000))).contains("6.000");
  }

  @Test
  void aLanguageWithoutABundleReadsEnglishWhateverTheHostSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Messages.of(Locale.JAPANESE, Text.QUEUED)).isEqualTo("Queued.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void servicesAreCalledByTheirNames() {
    assertThat(Messages.of(Locale.ENGLISH, new ProviderName("aimlapi"))).isEqualTo("AIML API");
    assertThat(Messages.of(Locale.ENGLISH, new ProviderName("other"))).isEqualTo("other");
  }

  @Test
  void theBundleHasNothingThatNobodyUses() {
    Set<String> used = Arrays.stream(Text.values()).map(Text::key).collect(Collectors.toCollection(TreeSet::new));
    Arrays.stream(FailureReason.values()).forEach(reason -> used.add("failure." + reason));
    Arrays.stream(FailureReason.Charge.values()).forEach(charge -> used.add("charge." + charge));
    PROBLEMS.forEach(problem -> used.add("problem." + problem.getClass().getSimpleName()));
    for (boolean thread : new boolean[]{false, true}) {
      ChannelPermissions.missing(0, thread).stream().map(Permission::name)
          .forEach(name -> used.add("permission." + name));
    }
    used.addAll(List.of("music.description", "music.options.prompt.description", "music.options.seconds.description",
        "music.options.steps.description", "music.options.start.description"));
    assertThat(BUNDLE.keySet().stream().filter(key -> !key.startsWith("service.")))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void noSentenceHasAnApostropheThatMessageFormatWouldEat() {
    assertThat(BUNDLE.keySet()).allSatisfy(key -> assertThat(BUNDLE.getString(key)).doesNotContain("'"));
  }
}
