package dev.foley.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of one service, by id. Immutable. */
public final class DeclaredModels {
  private final Map<ModelId, ModelDeclaration> byId = new LinkedHashMap<>();

  /** @param all of any service; those of others are passed over */
  public DeclaredModels(ProviderName provider, List<ModelDeclaration> all) {
    all.stream().filter(declaration -> declaration.model().provider().equals(provider))
        .forEach(declaration -> byId.putIfAbsent(declaration.model().id(), declaration));
  }

  public List<AudioModel> models() {
    return byId.values().stream().map(ModelDeclaration::model).toList();
  }

  /** @throws IllegalArgumentException if the service has no such model: whoever asks for it has made a mistake */
  public Wire wire(ModelId id) {
    ModelDeclaration declaration = byId.get(id);
    if (declaration == null) {
      throw new IllegalArgumentException("not a model of this service: " + id);
    }
    return declaration.wire();
  }
}
