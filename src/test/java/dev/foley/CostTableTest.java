package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.policy.Tariff;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's prices are those that members are shown. */
class CostTableTest {
  private static final Pattern ASKED = Pattern.compile("(\\d+) (s|characters)");

  @Test
  void everyPriceIsTheOneThatIsCounted() {
    List<List<String>> rows = MarkdownPage.of("README.md").rows("## What it costs");

    assertThat(rows).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(usd(row.get(0), row.get(2)))
        .as(row.getFirst()).isEqualByComparingTo(new BigDecimal(row.get(3).replace(" USD", ""))));
  }

  private static BigDecimal usd(String id, String asked) {
    AudioModel model = ModelFile.builtIn().stream().map(ModelDeclaration::model)
        .filter(candidate -> id.equals("`" + candidate.id() + "`")).findFirst().orElseThrow();
    Matcher length = ASKED.matcher(asked);
    boolean known = length.matches();
    boolean words = known && length.group(2).equals("characters");
    AudioRequest request = new AudioRequest(model.id(), model.kinds().iterator().next(),
        words ? "x".repeat(Integer.parseInt(length.group(1))) : "x",
        known && !words
            ? Map.of(Parameter.SECONDS, new ParameterValue.Quantity(new BigDecimal(length.group(1))))
            : Map.of());
    return Tariff.DEFAULT.credits(model.estimate(request).orElseThrow()).movePointLeft(2)
        .setScale(3, RoundingMode.HALF_UP);
  }
}
