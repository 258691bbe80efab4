package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParameterTextPropertiesTest {
  @Provide
  Arbitrary<Map<Parameter, ParameterValue>> parameters() {
    Arbitrary<ParameterValue> values = Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(new BigDecimal("-1e12"), new BigDecimal("1e12")).ofScale(6)
            .map(ParameterValue.Quantity::new),
        Arbitraries.strings().all().ofMaxLength(50).map(ParameterValue::of),
        Arbitraries.of(true, false).map(ParameterValue::of));
    return Arbitraries.maps(Arbitraries.of(Parameter.class), values);
  }

  @Property
  void whatIsWrittenIsRead(@ForAll("parameters") Map<Parameter, ParameterValue> parameters) {
    assertThat(ParameterText.read(ParameterText.write(parameters))).isEqualTo(parameters);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(Arbitraries.strings().all(),
        Arbitraries.strings().withChars("{}[]\":,=SECONDTP 0129.eE-ntrue\\")
            .ofMaxLength(60),
        Arbitraries.strings().all().map(end -> "{\"SECONDS\":" + end));
  }

  @Property
  void whatIsNothingIsRefusedInOneWay(@ForAll("texts") String text) {
    Throwable thrown = catchThrowable(() -> ParameterText.read(text));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
