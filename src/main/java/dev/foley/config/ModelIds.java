package dev.foley.config;

import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Ids of models that Foley knows by itself. */
record ModelIds() implements Format<Set<ModelId>> {
  @Override
  public Set<ModelId> read(String text) throws UnfitValueException {
    List<String> known = ModelFile.builtIn().stream().map(ModelDeclaration::model).map(model -> model.id().value())
        .toList();
    Set<String> written = Arrays.stream(text.split(",")).map(String::strip).filter(id -> !id.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
    for (String id : written) {
      if (!known.contains(id)) {
        throw new UnfitValueException("names " + UnfitValueException.quoted(id) + ", which is no model"
            + Nearest.path(id, known).map(meant -> "; did you mean " + meant + "?").orElse("; see /models for all"));
      }
    }
    return written.stream().map(ModelId::new).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String form() {
    return "a list of ids";
  }

  @Override
  public boolean takesList() {
    return true;
  }
}
