package dev.foley.discord;

import dev.foley.provider.FailureReason;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ProviderName;
import dev.foley.provider.RequestProblem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import net.dv8tion.jda.api.Permission;

/**
 * Everything that members read, in their language as far as there is a bundle for it, else in English. Stateless.
 *
 * <p>Another language is another {@code messages_xx.properties}; no code knows which there are.
 */
final class Messages {
  private static final String BUNDLE = "dev.foley.discord.messages";
  /** The host's own locale must not decide what members read. */
  private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
      .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  static String of(Locale locale, Text text, Object... arguments) {
    return format(locale, text.key(), arguments);
  }

  static String of(Locale locale, FailureReason reason) {
    return format(locale, "failure." + reason.name());
  }

  static String of(Locale locale, FailureReason.Charge charge) {
    return format(locale, "charge." + charge.name());
  }

  static String of(Locale locale, RequestProblem problem) {
    Object[] arguments = switch (problem) {
      case RequestProblem.EmptyPrompt _ -> new Object[0];
      case RequestProblem.WrongKind(var model, var kind) -> new Object[]{model.value(), kind.name()};
      case RequestProblem.PromptTooShort(int length, int minLength) -> new Object[]{length, minLength};
      case RequestProblem.PromptTooLong(int length, int maxLength) -> new Object[]{length, maxLength};
      case RequestProblem.OutOfRange(var parameter, var value, ParameterRange.Numbers range) ->
        new Object[]{parameter.optionName(), value.toString(), range.min(), range.max()};
      case RequestProblem.OutOfRange(var parameter, _, _) -> new Object[]{parameter.optionName(), "?", "?", "?"};
      case RequestProblem.UnknownParameter(var parameter, var model, var known) ->
        new Object[]{parameter.optionName(), model.value(), known.toString()};
      case RequestProblem.Missing(var parameter, var model) -> new Object[]{parameter.optionName(), model.value()};
    };
    return format(locale, "problem." + problem.getClass().getSimpleName(), arguments);
  }

  /** A permission as Discord’s settings call it. */
  static String of(Locale locale, Permission permission) {
    return format(locale, "permission." + permission.name());
  }

  /** The name by which people know a service. */
  static String of(Locale locale, ProviderName service) {
    String key = "service." + service.value();
    return bundle(locale).containsKey(key) ? format(locale, key) : service.value();
  }

  /** The description of a command, {@code music}, or of an option of it, {@code music.options.seconds}. */
  static String description(Locale locale, String of, Object... arguments) {
    return format(locale, of + ".description", arguments);
  }

  private static String format(Locale locale, String key, Object... arguments) {
    return new MessageFormat(bundle(locale).getString(key), locale).format(arguments);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, Messages.class.getClassLoader(), NO_FALLBACK);
  }
}
