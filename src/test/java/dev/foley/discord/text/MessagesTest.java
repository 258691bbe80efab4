package dev.foley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.interaction.ChannelPermissions;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderName;
import dev.foley.provider.RequestProblem;
import dev.foley.provider.SoundKind;
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
  private static final ModelId MODEL = new ModelId("google/lyria2");
  private static final List<RequestProblem> PROBLEMS = List.of(new RequestProblem.EmptyPrompt(),
      new RequestProblem.WrongKind(MODEL, SoundKind.SPEECH), new RequestProblem.PromptTooShort(3, 10),
      new RequestProblem.PromptTooLong(6_000, 4_000),
      new RequestProblem.OutOfRange(Parameter.SECONDS, ParameterValue.of(48), ParameterRange.Numbers.whole(1, 47, 30)),
      new RequestProblem.OutOfRange(Parameter.LYRICS, ParameterValue.of("la la"), new ParameterRange.Words(10, 3_000)),
      new RequestProblem.OutOfRange(Parameter.FORMAT, ParameterValue.of("ogg"),
          new ParameterRange.Choice(List.of("wav", "mp3"))),
      new RequestProblem.OutOfRange(Parameter.LOOP, ParameterValue.of("x"), new ParameterRange.YesOrNo()),
      new RequestProblem.OutOfRange(Parameter.VOICE, ParameterValue.of(1), new ParameterRange.AnyVoice()),
      new RequestProblem.UnknownParameter(Parameter.STEPS, MODEL, List.of(Parameter.SEED, Parameter.NEGATIVE)),
      new RequestProblem.UnknownParameter(Parameter.STEPS, MODEL, List.of()),
      new RequestProblem.Missing(Parameter.LYRICS, MODEL));

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
    assertThat(PROBLEMS.stream().<Class<?>>map(RequestProblem::getClass).distinct())
        .containsExactlyInAnyOrder(RequestProblem.class.getPermittedSubclasses());
    assertThat(PROBLEMS).extracting(problem -> Messages.of(Locale.ENGLISH, problem)).containsExactly(
        "The prompt is empty. Say in a few words what you want to hear.",
        "google/lyria2 does not make speech. Please choose another model, or leave “model” out.",
        "Your text has 3 characters and needs at least 10. Please say more.",
        "Your text has 6,000 characters and may have 4,000. Please shorten it.",
        "“seconds” is 48 and has to be between 1 and 47.",
        "“lyrics” has 5 characters and has to have between 10 and 3,000.",
        "“format” is ogg and has to be wav or mp3.",
        "“loop” can only be on or off.",
        "“voice” is no voice. Please choose one of the list that appears while you type.",
        "“steps” is not an option of google/lyria2; it has “seed” and “negative”.",
        "“steps” is not an option of google/lyria2; it has none.",
        "google/lyria2 needs “lyrics”. Please add it, or choose another model.");
  }

  @Test
  void numbersFollowTheMembersLanguage() {
    assertThat(Messages.of(Locale.GERMAN, new RequestProblem.PromptTooLong(6_000, 4_000))).contains("6.000");
  }

  @Test
  void listsAreInTheLanguageOfTheirSentence() {
    assertThat(Messages.list(Locale.US, List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(Messages.alternatives(Locale.GERMAN, List.of("a", "b"))).isEqualTo("a oder b");
  }

  @Test
  void aLanguageWithoutABundleReadsEnglishWhateverTheHostSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Messages.of(Locale.KOREAN, Text.QUEUED)).isEqualTo("Queued");
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
    PROBLEMS.forEach(problem -> used.add("problem." + (problem instanceof RequestProblem.OutOfRange outOfRange
        ? "OutOfRange." + outOfRange.range().getClass().getSimpleName()
        : problem.getClass().getSimpleName())));
    Arrays.stream(SoundKind.values()).forEach(kind -> used.addAll(List.of("kind." + kind, "kind." + kind + ".things")));
    Arrays.stream(CostUnit.values()).forEach(unit -> used.add("cost." + unit));
    for (boolean thread : new boolean[]{false, true}) {
      ChannelPermissions.missing(0, thread).stream().map(Permission::name)
          .forEach(name -> used.add("permission." + name));
    }
    assertThat(BUNDLE.keySet().stream().filter(key -> !key.startsWith("service.")))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void noSentenceHasAnApostropheThatMessageFormatWouldEat() {
    assertThat(BUNDLE.keySet()).allSatisfy(key -> assertThat(BUNDLE.getString(key)).doesNotContain("'"));
  }
}
