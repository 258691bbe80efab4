package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Models;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import org.junit.jupiter.api.Test;

class ChangeFieldsTest {
  private static final ModelCatalogue CATALOGUE = Models.catalogue();

  @Test
  void eachModelHasTheFieldsThatItCanUse() {
    assertThat(fields("loops", SoundKind.MUSIC)).containsExactly("prompt", "seconds", "model");
    assertThat(fields("songs/large", SoundKind.MUSIC)).containsExactly("prompt", "lyrics", "seed", "model");
    assertThat(fields("effects", SoundKind.SOUND)).containsExactly("prompt", "influence", "seconds", "model");
    assertThat(fields("speaker", SoundKind.SPEECH)).containsExactly("text", "voice", "seed", "model");
    assertThat(fields("gone", SoundKind.MUSIC)).containsExactly("prompt", "model");
  }

  @Test
  void everyFieldKeepsDiscordsLimits() {
    for (var model : Models.ALL) {
      SoundKind kind = model.kinds().iterator().next();
      List<Label> labels = of(new AudioRequest(model.id(), kind, "a".repeat(4_000), Map.of())).labels(Locale.ENGLISH);
      assertThat(labels).hasSizeLessThanOrEqualTo(5).allSatisfy(label -> {
        assertThat(label.getLabel()).hasSizeLessThanOrEqualTo(Label.LABEL_MAX_LENGTH);
        assertThat(String.valueOf(label.getDescription())).hasSizeLessThanOrEqualTo(Label.DESCRIPTION_MAX_LENGTH);
      });
    }
  }

  @Test
  void numbersAreReadWithEitherDecimalMark() {
    assertThat(typed("seconds", "20.5")).isEqualTo(ParameterValue.of(20.5));
    assertThat(typed("seconds", " 20,5 ")).isEqualTo(ParameterValue.of(20.5));
    assertThat(typed("seconds", "1,000")).isEqualTo(ParameterValue.of("1,000"));
  }

  /** Its plain form would have billions of digits. */
  @Test
  void aNumberThatNobodyCouldWriteOutIsNone() {
    for (String typed : List.of("1e999999999", "9".repeat(90), "NaN", "0x10", "--1")) {
      assertThat(typed("seconds", typed)).isEqualTo(ParameterValue.of(typed));
    }
  }

  @Test
  void whatHasNoFieldStaysAndWhatIsEmptiedGoes() {
    AudioRequest before = new AudioRequest(new ModelId("long-audio"), SoundKind.MUSIC, "rain",
        Map.of(Parameter.GUIDANCE, ParameterValue.of(7), Parameter.SEED, ParameterValue.of(1)));
    AudioRequest changed = of(before).changed(Models.model("long-audio"), Map.of("prompt", "snow", "seed", " "));
    assertThat(changed).isEqualTo(new AudioRequest(before.model(), SoundKind.MUSIC, "snow",
        Map.of(Parameter.GUIDANCE, ParameterValue.of(7))));
  }

  @Test
  void whatHasAFieldIsNotLeftOutSilently() {
    AudioRequest before = new AudioRequest(new ModelId("long-audio"), SoundKind.MUSIC, "rain", Map.of());
    AudioRequest changed = of(before).changed(Models.model("loops"), Map.of("seed", "8"));
    assertThat(Models.model("loops").check(changed)).hasSize(1);
  }

  @Test
  void aPromptOfNothingThatCanBeSeenIsEmpty() {
    AudioRequest before = new AudioRequest(new ModelId("loops"), SoundKind.MUSIC, "rain", Map.of());
    assertThat(of(before).changed(Models.model("loops"), Map.of("prompt", "\u200b ")).prompt()).isEmpty();
  }

  @Test
  void aModelThatThereIsNotKeepsEverythingElse() {
    AudioRequest before = new AudioRequest(new ModelId("loops"), SoundKind.MUSIC, "rain", Map.of());
    Map<String, String> values = new HashMap<>(Map.of("prompt", "snow", "seconds", "900"));
    assertThat(of(before).misnamed("lops", values)).isEqualTo(new AudioRequest(new ModelId("lops"), SoundKind.MUSIC,
        "snow", Map.of(Parameter.SECONDS, ParameterValue.of(900))));
    assertThat(of(before).misnamed("x".repeat(101), values).model().value()).isEqualTo("loops");
  }

  private static ParameterValue typed(String field, String text) {
    AudioRequest before = new AudioRequest(new ModelId("long-audio"), SoundKind.MUSIC, "rain", Map.of());
    return of(before).changed(Models.model("long-audio"), Map.of(field, text)).parameters()
        .getOrDefault(Parameter.valueOf(field.toUpperCase(Locale.ROOT)), ParameterValue.of("nothing"));
  }

  private static List<String> fields(String model, SoundKind kind) {
    return of(new AudioRequest(new ModelId(model), kind, "rain", Map.of())).labels(Locale.ENGLISH).stream()
        .map(label -> ((TextInput) label.getChild()).getCustomId()).toList();
  }

  private static ChangeFields of(AudioRequest request) {
    return new ChangeFields(request, CATALOGUE.model(request.model()));
  }
}
