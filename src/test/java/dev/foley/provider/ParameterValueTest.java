package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValueTest {
  /** Found by fuzzing: a refusal that names the value wrote out a million digits. */
  @ParameterizedTest
  @ValueSource(strings = {"1e1000000", "-1e999999999", "1e-999999999", "1e31", "0.0000000000000000000000000000001",
      "1234567890123456789012345678901", "Infinity", "NaN", "", "1e99999999999"})
  void aNumberThatNobodyMeansIsAText(String written) {
    assertThat(ParameterValue.number(written)).isEqualTo(new ParameterValue.Text(written));
  }

  @Property
  void aNumberOfOrdinarySizeIsOne(@ForAll int whole, @ForAll short thousandths) {
    BigDecimal number = BigDecimal.valueOf(whole).add(BigDecimal.valueOf(thousandths, 3));

    assertThat(ParameterValue.number(number.toString())).isEqualTo(new ParameterValue.Quantity(number));
  }
}
