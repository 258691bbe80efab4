package dev.foley.discord.request;

import dev.foley.generation.policy.Preferences;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.SoundKind;
import java.util.Optional;

/** Which model a member means. Pure. */
record ModelChoice(ModelCatalogue catalogue) {
  /**
   * The one that was named, as far as there is such a one; where none was, the server's, as far as it is set up here; else the usual
   * one.
   *
   * @param typed by the member
   */
  Optional<AudioModel> of(SoundKind kind, Optional<String> typed, Preferences preferences) {
    Optional<String> named = typed.map(String::strip).filter(name -> !name.isEmpty());
    if (named.isPresent()) {
      return catalogue.models().stream().filter(model -> model.id().value().equalsIgnoreCase(named.get())).findFirst();
    }
    return Optional.ofNullable(preferences.models().get(kind)).filter(id -> catalogue.provider(id).isPresent())
        .flatMap(catalogue::model).filter(model -> model.kinds().contains(kind)).or(() -> catalogue.usual(kind));
  }
}
