package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishTest {
  private static final ModelId MODEL = new ModelId("loops");

  @Test
  void onlyWhatTheMemberSetIsAskedFor() {
    assertThat(read(CommandForm.MUSIC, Map.of("prompt", ParameterValue.of("warm piano"), "seconds",
        ParameterValue.of(12)))).isEqualTo(
            new Wish(new AudioRequest(MODEL, SoundKind.MUSIC, "warm piano",
                Map.of(Parameter.SECONDS, ParameterValue.of(12))), 1, false));
  }

  @Test
  void everyKindOfOptionIsRead() {
    Wish wish = read(CommandForm.SPEAK, Map.of("text", ParameterValue.of("Hello."), "voice", ParameterValue.of("v1"),
        "speed", ParameterValue.of(1.1), "loop", ParameterValue.of(true), "private", ParameterValue.of(true),
        "takes", ParameterValue.of(3)));
    assertThat(wish).isEqualTo(new Wish(new AudioRequest(MODEL, SoundKind.SPEECH, "Hello.",
        Map.of(Parameter.VOICE, ParameterValue.of("v1"), Parameter.SPEED, ParameterValue.of(1.1), Parameter.LOOP,
            ParameterValue.of(true))),
        3, true));
  }

  @Test
  void aPromptIsSentAsTyped() {
    assertThat(prompt("line one\n**two** 🎹")).isEqualTo("line one\n**two** 🎹");
  }

  @Test
  void aPromptOfNothingThatCanBeSeenIsEmpty() {
    assertThat(prompt("\u200b\u2800 \n")).isEmpty();
  }

  @Test
  void whatIsNoNumberOfTakesIsNone() {
    for (ParameterValue forged : new ParameterValue[]{ParameterValue.of("many"), ParameterValue.of(true),
        ParameterValue.of(2.5), ParameterValue.of(-1), new ParameterValue.Quantity(new BigDecimal("1e300"))}) {
      assertThat(read(CommandForm.MUSIC, Map.of("prompt", ParameterValue.of("x"), "takes", forged)).takes()).isZero();
    }
  }

  private static String prompt(String typed) {
    return read(CommandForm.MUSIC, Map.of("prompt", ParameterValue.of(typed))).request().prompt();
  }

  private static Wish read(CommandForm form, Map<String, ParameterValue> filled) {
    return Wish.read(form, MODEL, new FilledOptions(filled));
  }
}
