package dev.foley.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import java.io.InputStream;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that has models is also configured and named; {@code docs/adding-a-provider.md} lists where. */
class EveryServiceNamedTest {
  private static final String OFFLINE = "sketch";
  private static final Set<String> SERVICES = ModelFile.builtIn().stream().map(ModelDeclaration::model)
      .map(model -> model.provider().value()).collect(Collectors.toUnmodifiableSet());

  @Test
  void itsAddressAndItsLimitsAndItsKeyCanBeConfigured() {
    assertThat(SERVICES).filteredOn(service -> !service.equals(OFFLINE)).hasSizeGreaterThan(3)
        .allSatisfy(service -> {
          assertThat(Keys.PATHS).contains("providers." + service + ".url", "providers." + service + ".inFlight",
              "providers." + service + ".perSecond");
          assertThat(SecretVariable.ALL).extracting(SecretVariable::section).contains("providers." + service);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_de", "_es", "_fr", "_ja"})
  void membersReadItsName(String language) throws Exception {
    try (InputStream in = Objects.requireNonNull(
        ModelFile.class.getResourceAsStream("/dev/foley/discord/messages" + language + ".properties"))) {
      assertThat(new PropertyResourceBundle(in).keySet())
          .containsAll(SERVICES.stream().map(service -> "service." + service).toList());
    }
  }
}
