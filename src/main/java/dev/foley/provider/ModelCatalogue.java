package dev.foley.provider;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every model we know of, and the services that are configured to make them. Immutable. */
public final class ModelCatalogue {
  private final Map<ModelId, AudioModel> models = new LinkedHashMap<>();
  private final Map<ModelId, AudioProvider> providers = new LinkedHashMap<>();

  /**
   * @param known all models, also those of services without a key, in the order in which members see them
   * @param configured the services that can be asked
   */
  public ModelCatalogue(Collection<AudioModel> known, Collection<? extends AudioProvider> configured) {
    known.forEach(model -> models.put(model.id(), model));
    for (AudioProvider provider : configured) {
      for (AudioModel model : provider.models()) {
        models.putIfAbsent(model.id(), model);
        providers.putIfAbsent(model.id(), provider);
      }
    }
  }

  public List<AudioModel> models() {
    return List.copyOf(models.values());
  }

  public Optional<AudioModel> model(ModelId id) {
    return Optional.ofNullable(models.get(id));
  }

  /** The service that makes this model; empty where it has no key. */
  public Optional<AudioProvider> provider(ModelId id) {
    return Optional.ofNullable(providers.get(id));
  }
}
