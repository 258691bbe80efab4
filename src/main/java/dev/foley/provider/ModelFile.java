package dev.foley.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Models as they are declared: one entry each, in {@code models.yaml} beside this class, and in the same form in the host's own
 * configuration. What an entry says, the head of that file explains.
 *
 * @param models those that make sense, in their order
 * @param problems what does not: complete sentences for the host; empty if all is well
 */
public record ModelFile(List<ModelDeclaration> models, List<String> problems) {
  private static final String BUILT_IN = "models.yaml";

  public ModelFile {
    models = List.copyOf(models);
    problems = List.copyOf(problems);
  }

  /** The models that Foley knows by itself. */
  public static List<ModelDeclaration> builtIn() {
    try (InputStream in = ModelFile.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException(BUILT_IN + " is not in the program");
      }
      ModelFile file = read(new YAMLMapper().readTree(in));
      if (!file.problems.isEmpty()) {
        throw new IllegalStateException(BUILT_IN + ": " + String.join(" ", file.problems));
      }
      return file.models;
    } catch (IOException e) {
      throw new UncheckedIOException(BUILT_IN, e);
    }
  }

  /** Reads a list of entries. */
  public static ModelFile read(JsonNode list) {
    List<ModelDeclaration> models = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<ModelId> seen = new HashSet<>();
    for (JsonNode entry : list) {
      try {
        ModelDeclaration declaration = ModelEntry.read(entry);
        if (!seen.add(declaration.model().id())) {
          throw new IllegalArgumentException("is declared twice");
        }
        models.add(declaration);
      } catch (IllegalArgumentException e) {
        problems.add("Model " + entry.path("id").asText("without id") + ": " + e.getMessage() + ".");
      }
    }
    return new ModelFile(models, problems);
  }
}
