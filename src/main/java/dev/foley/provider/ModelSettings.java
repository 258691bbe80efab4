package dev.foley.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the host changes the models that Foley knows.
 *
 * @param hidden are not offered
 * @param added beside ours; one with the id of ours takes its place
 */
public record ModelSettings(Set<ModelId> hidden, List<ModelDeclaration> added) {
  public static final ModelSettings DEFAULT = new ModelSettings(Set.of(), List.of());

  public ModelSettings {
    hidden = Set.copyOf(hidden);
    added = List.copyOf(added);
  }

  /** All models that are offered, in the order in which members see them: ours, then those added. */
  public List<ModelDeclaration> declarations() {
    List<ModelDeclaration> further = new ArrayList<>(added);
    List<ModelDeclaration> known = ModelFile.builtIn().stream()
        .map(ours -> further.stream().filter(theirs -> theirs.model().id().equals(ours.model().id())).findFirst()
            .map(theirs -> {
              further.remove(theirs);
              return theirs;
            }).orElse(ours))
        .toList();
    return Stream.concat(known.stream(), further.stream())
        .filter(declaration -> !hidden.contains(declaration.model().id())).toList();
  }
}
