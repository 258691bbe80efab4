package dev.foley.discord.look;

import dev.foley.discord.text.Messages;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.History;
import dev.foley.generation.Lineage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Out of what a request was made, and what was made out of it.
 *
 * @param lineage empty if it was made out of nothing earlier
 * @param parent empty also where its row is gone
 * @param children the first ones, oldest first
 */
record Kin(Optional<Lineage> lineage, Optional<Generation> parent, List<Generation> children) {
  private static final int SHOWN_CHILDREN = 5;

  Kin {
    children = List.copyOf(children);
  }

  /** Blocking. */
  static Kin of(Generation first, KnownRequests requests, History history) {
    return new Kin(first.lineage(),
        first.lineage().flatMap(lineage -> requests.find(lineage.parent())).map(List::getFirst),
        history.descendants(first.takes().first(), SHOWN_CHILDREN));
  }

  /** Such as {@code Remix of 0ABCDEFGHJKMN}; the id leads to its message where readers may follow. */
  Optional<String> descent(Locale locale, Predicate<Generation> mayFollow) {
    return lineage.map(known -> Messages.of(locale, switch (known.kind()) {
      case AGAIN -> LookText.AGAIN_OF;
      case EDIT -> LookText.EDIT_OF;
      case LONGER -> LookText.LONGER_OF;
      case REMIX -> LookText.REMIX_OF;
    }, parent.filter(mayFollow).map(Kin::name).orElseGet(() -> known.parent().value())));
  }

  /** What was made out of it, of what readers may know. */
  Optional<String> descendants(Locale locale, Predicate<Generation> mayKnow, Predicate<Generation> mayFollow) {
    List<String> names = children.stream().filter(mayKnow)
        .map(child -> mayFollow.test(child) ? name(child) : child.takes().first().value()).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(Messages.of(locale, LookText.MADE_OUT_OF_IT, Messages.list(locale, names)));
  }

  private static String name(Generation generation) {
    GenerationId id = generation.takes().first();
    return MessageLinks.of(generation).map(link -> "[" + id + "](" + link + ")").orElseGet(id::value);
  }
}
