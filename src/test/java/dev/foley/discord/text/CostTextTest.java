package dev.foley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CostTextTest {
  @Test
  void eachServiceCountsInItsOwnUnit() {
    assertThat(text("25200", CostUnit.AIML_CREDITS)).isEqualTo("25,200 AIML credits (0.01 USD)");
    assertThat(text("20", CostUnit.STABILITY_CREDITS)).isEqualTo("20 Stability credits (0.20 USD)");
    assertThat(text("320.5", CostUnit.ELEVENLABS_CREDITS)).isEqualTo("320.5 ElevenLabs credits");
    assertThat(text("1.5", CostUnit.FAL_UNITS)).isEqualTo("1.5 fal units");
    assertThat(text("0.2", CostUnit.USD)).isEqualTo("0.20 USD");
  }

  @Test
  void whatIsNearlyNothingIsNotNothing() {
    assertThat(text("0.003", CostUnit.USD)).isEqualTo("less than 0.01 USD");
    assertThat(text("100", CostUnit.AIML_CREDITS)).isEqualTo("100 AIML credits (less than 0.01 USD)");
  }

  @Test
  void onlyCostsInOneUnitHaveASum() {
    Cost dollar = new Cost(BigDecimal.ONE, CostUnit.USD);
    assertThat(CostText.sum(List.of(dollar, dollar))).contains(new Cost(new BigDecimal("2"), CostUnit.USD));
    assertThat(CostText.sum(List.of(dollar, new Cost(BigDecimal.ONE, CostUnit.FAL_UNITS)))).isEmpty();
    assertThat(CostText.sum(List.of())).isEmpty();
    assertThat(CostText.sum(List.of(new Cost(BigDecimal.ZERO, CostUnit.USD)))).isEmpty();
  }

  private static String text(String amount, CostUnit unit) {
    return CostText.of(Locale.ENGLISH, new Cost(new BigDecimal(amount), unit));
  }
}
