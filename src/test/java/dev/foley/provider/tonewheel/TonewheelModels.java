package dev.foley.provider.tonewheel;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What would stand in Foley's own list of models if there were such a service. */
final class TonewheelModels {
  private TonewheelModels() {}

  static List<ModelDeclaration> declared() {
    try (InputStream in = Objects.requireNonNull(TonewheelModels.class.getResourceAsStream("models.yaml"))) {
      ModelFile file = ModelFile.read(new YAMLMapper().readTree(in));
      if (!file.problems().isEmpty()) {
        throw new IllegalStateException(String.join(" ", file.problems()));
      }
      return file.models();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
