package dev.foley.discord.request;

import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Text;
import dev.foley.generation.Origin;
import dev.foley.generation.Takes;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.RequestProblem;
import dev.foley.provider.SoundKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;

/** Decides, before anything costs money, why a wish cannot be taken. Pure. */
public final class Refusals {
  /** As many models as a sentence can name. */
  private static final int NAMED = 5;
  private static final int SHOWN_NAME = 60;

  private final ModelCatalogue catalogue;

  public Refusals(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** One sentence or more for each problem, a line each; empty if the wish can be taken. */
  public Optional<String> of(Wish wish, Received received) {
    Locale locale = received.origin().locale();
    AudioRequest request = wish.request();
    List<String> lines = new ArrayList<>();
    Optional<AudioModel> model = catalogue.model(request.model());
    if (model.isEmpty()) {
      lines.add(Messages.of(locale, FailureReason.MODEL_UNAVAILABLE) + instead(request.kind(), locale));
    } else {
      for (RequestProblem problem : model.get().check(request)) {
        boolean nothingToSay = problem instanceof RequestProblem.EmptyPrompt && request.kind() == SoundKind.SPEECH;
        lines.add(nothingToSay ? Messages.of(locale, Text.NOTHING_TO_SAY) : Messages.of(locale, problem));
      }
      if (wish.takes() < 1 || wish.takes() > Takes.MOST) {
        lines.add(Messages.of(locale, Text.TAKES_RANGE, Takes.MOST));
      }
      service(model.get(), request.kind(), locale).ifPresent(lines::add);
      if (lines.isEmpty()) {
        SizeFit.refusal(model.get(), request, received.origin().attachmentLimitBytes(), locale).ifPresent(lines::add);
      }
    }
    permissions(received.missingPermissions(), locale).ifPresent(lines::add);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  /** The wish, in a format that can be posted if it named none. */
  public Wish fitted(Wish wish, Origin origin) {
    AudioRequest request = wish.request();
    return catalogue.model(request.model())
        .map(model -> wish.with(SizeFit.adjusted(model, request, origin.attachmentLimitBytes()))).orElse(wish);
  }

  /** For a model that nobody knows. */
  public String unknownModel(String typed, SoundKind kind, Locale locale) {
    return Messages.of(locale, Text.UNKNOWN_MODEL, SafeText.shown(typed, SHOWN_NAME)) + instead(kind, locale);
  }

  /** Names what the bot may not do here. */
  public static Optional<String> permissions(List<Permission> missing, Locale locale) {
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(Messages.of(locale, Text.MISSING_PERMISSIONS,
            String.join(", ", missing.stream().map(permission -> Messages.of(locale, permission)).toList())));
  }

  private Optional<String> service(AudioModel model, SoundKind kind, Locale locale) {
    Optional<AudioProvider> provider = catalogue.provider(model.id());
    if (provider.isPresent() && !provider.get().down()) {
      return Optional.empty();
    }
    String service = Messages.of(locale, model.provider());
    return Optional.of(provider.isEmpty()
        ? Messages.of(locale, Text.NO_KEY, service, model.id().value()) + instead(kind, locale)
        : Messages.of(locale, Text.SERVICE_DOWN, service));
  }

  /** A sentence to follow another; empty if there is nothing to name. */
  private String instead(SoundKind kind, Locale locale) {
    List<String> configured = catalogue.models(kind).stream().map(AudioModel::id)
        .filter(id -> catalogue.provider(id).isPresent()).limit(NAMED).map(id -> id.value()).toList();
    return configured.isEmpty()
        ? ""
        : " " + Messages.of(locale, Text.INSTEAD, Messages.list(locale, configured));
  }
}
