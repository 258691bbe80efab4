package dev.foley.provider;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every model we know of, and the services that are configured to make them. Immutable. */
public final class ModelCatalogue {
  private final Map<ModelId, AudioModel> models = new LinkedHashMap<>();
  private final Map<ModelId, AudioProvider> providers = new LinkedHashMap<>();
  private final Map<SoundKind, List<AudioModel>> byKind = new EnumMap<>(SoundKind.class);

  /**
   * @param known all models, also those of services without a key, in the order in which members see them
   * @param configured the services that can be asked; where one has a known model, its own word about it counts
   */
  public ModelCatalogue(Collection<AudioModel> known, Collection<? extends AudioProvider> configured) {
    known.forEach(model -> models.put(model.id(), model));
    for (AudioProvider provider : configured) {
      for (AudioModel model : provider.models()) {
        models.put(model.id(), model);
        providers.putIfAbsent(model.id(), provider);
      }
    }
    for (SoundKind kind : SoundKind.values()) {
      byKind.put(kind, models.values().stream().filter(model -> model.kinds().contains(kind)).toList());
    }
  }

  public List<AudioModel> models() {
    return List.copyOf(models.values());
  }

  /** The models that make this kind of sound, those of services without a key too. */
  public List<AudioModel> models(SoundKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** What is taken where a member names no model: the first that is configured, else the first. */
  public Optional<AudioModel> usual(SoundKind kind) {
    List<AudioModel> candidates = models(kind);
    return candidates.stream().filter(model -> providers.containsKey(model.id())).findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  public Optional<AudioModel> model(ModelId id) {
    return Optional.ofNullable(models.get(id));
  }

  /** The service that makes this model; empty where it has no key. */
  public Optional<AudioProvider> provider(ModelId id) {
    return Optional.ofNullable(providers.get(id));
  }

  /** The services that can be asked, each once. */
  public List<AudioProvider> providers() {
    return providers.values().stream().distinct().toList();
  }
}
