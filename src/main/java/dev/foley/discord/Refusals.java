package dev.foley.discord;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.RequestProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;

/** Decides, before anything costs money, why a request cannot be taken. Pure. */
final class Refusals {
  private final ModelCatalogue catalogue;

  Refusals(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** One sentence or more for each problem, a line each; empty if the request can be taken. */
  Optional<String> of(AudioRequest request, List<Permission> missing, Locale locale) {
    List<String> lines = new ArrayList<>();
    Optional<AudioModel> model = catalogue.model(request.model());
    if (model.isEmpty()) {
      lines.add(Messages.of(locale, FailureReason.MODEL_UNAVAILABLE));
    } else {
      for (RequestProblem problem : model.get().check(request)) {
        lines.add(Messages.of(locale, problem));
      }
      if (catalogue.provider(request.model()).isEmpty()) {
        lines.add(Messages.of(locale, Text.NO_KEY, Messages.of(locale, model.get().provider())));
      }
    }
    permissions(missing, locale).ifPresent(lines::add);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  /** Names what the bot may not do here. */
  static Optional<String> permissions(List<Permission> missing, Locale locale) {
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(Messages.of(locale, Text.MISSING_PERMISSIONS,
            missing.stream().map(permission -> Messages.of(locale, permission)).collect(Collectors.joining(", "))));
  }
}
