package dev.foley.discord.text;

import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderName;
import dev.foley.provider.RequestProblem;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.text.ListFormat;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import net.dv8tion.jda.api.Permission;

/**
 * Everything that members read, in their language as far as there is a bundle for it, else in English. Stateless.
 *
 * <p>Another language is another {@code messages_xx.properties}; no code knows which there are.
 */
public final class Messages {
  private static final int SHOWN_VALUE = 30;
  private static final String PACKAGE = "dev.foley.discord.";
  private static final String BUNDLE = "messages";
  /** The names and descriptions of commands and their options. */
  private static final String COMMANDS = "commands";
  /** The host's own locale must not decide what members read. */
  private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
      .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  public static String of(Locale locale, Wording text, Object... arguments) {
    return format(bundle(text.bundle(), locale), locale, text.key(), arguments);
  }

  public static String of(Locale locale, FailureReason reason) {
    return format(locale, "failure." + reason.name());
  }

  public static String of(Locale locale, FailureReason.Charge charge) {
    return format(locale, "charge." + charge.name());
  }

  public static String of(Locale locale, RequestProblem problem) {
    return switch (problem) {
      case RequestProblem.EmptyPrompt _ -> problem(locale, problem);
      case RequestProblem.WrongKind(var model, var kind) ->
        problem(locale, problem, model.value(), things(locale, kind));
      case RequestProblem.PromptTooShort(int length, int minLength) -> problem(locale, problem, length, minLength);
      case RequestProblem.PromptTooLong(int length, int maxLength) -> problem(locale, problem, length, maxLength);
      case RequestProblem.OutOfRange(var parameter, var value, var range) ->
        outOfRange(locale, parameter, value, range);
      case RequestProblem.UnknownParameter(var parameter, var model, var known) when known.isEmpty() ->
        of(locale, Text.NO_OPTIONS, of(locale, parameter), model.value());
      case RequestProblem.UnknownParameter(var parameter, var model, var known) ->
        problem(locale, problem, of(locale, parameter), model.value(),
            list(locale, known.stream().map(other -> of(locale, Text.OPTION, of(locale, other))).toList()));
      case RequestProblem.Missing(var parameter, var model) ->
        problem(locale, problem, of(locale, parameter), model.value());
    };
  }

  /** An option as Discord shows it to a member: by its name in their language, if it has one. */
  public static String of(Locale locale, Parameter parameter) {
    String key = "options." + parameter.optionName() + ".name";
    ResourceBundle commands = bundle(COMMANDS, locale);
    return commands.containsKey(key) ? commands.getString(key) : parameter.optionName();
  }

  private static String problem(Locale locale, RequestProblem problem, Object... arguments) {
    return format(locale, "problem." + problem.getClass().getSimpleName(), arguments);
  }

  private static String outOfRange(Locale locale, Parameter parameter, ParameterValue value, ParameterRange range) {
    String option = of(locale, parameter);
    String typed = value instanceof ParameterValue.Text(String text) ? text : value.toString();
    String shown = value instanceof ParameterValue.Text
        ? SafeText.shown(typed, SHOWN_VALUE)
        : SafeText.shorten(typed, SHOWN_VALUE);
    Object[] arguments = switch (range) {
      case ParameterRange.Numbers numbers ->
        new Object[]{option, shown, numbers.whole() && !isWhole(value) ? 1 : 0,
            numbers.min(), numbers.max()};
      case ParameterRange.Words words -> new Object[]{option, typed.length(), words.minLength(), words.maxLength()};
      case ParameterRange.Choice choice ->
        new Object[]{option, shown, alternatives(locale, choice.values())};
      case ParameterRange.YesOrNo _, ParameterRange.AnyVoice _ -> new Object[]{option};
    };
    return format(locale, "problem.OutOfRange." + range.getClass().getSimpleName(), arguments);
  }

  private static boolean isWhole(ParameterValue value) {
    return value instanceof ParameterValue.Quantity(BigDecimal number) && number.scale() <= 0;
  }

  /** All of them: {@code a, b and c}. */
  public static String list(Locale locale, List<String> items) {
    return list(locale, items, ListFormat.Type.STANDARD);
  }

  /** One of them: {@code a, b or c}. */
  public static String alternatives(Locale locale, List<String> items) {
    return list(locale, items, ListFormat.Type.OR);
  }

  private static String list(Locale locale, List<String> items, ListFormat.Type type) {
    // The words between belong to the sentence around them, which may be English for want of a bundle. Ours is that of most of the
    // world, without a comma before the last item.
    Locale language = bundle(locale).getLocale();
    return ListFormat.getInstance(language.getLanguage().isEmpty() ? Locale.UK : language, type, ListFormat.Style.FULL)
        .format(items);
  }

  /** What a result of this kind is called, as a title. */
  public static String title(Locale locale, SoundKind kind) {
    return format(locale, "kind." + kind.name());
  }

  /** What models of this kind make, in a sentence. */
  private static String things(Locale locale, SoundKind kind) {
    return format(locale, "kind." + kind.name() + ".things");
  }

  /**
   * An amount of money as a service counts it.
   *
   * @param amount written out
   */
  public static String of(Locale locale, CostUnit unit, String amount) {
    return format(locale, "cost." + unit.name(), amount);
  }

  /** A permission as Discord’s settings call it. */
  public static String of(Locale locale, Permission permission) {
    return format(locale, "permission." + permission.name());
  }

  /** The name by which people know a service. */
  public static String of(Locale locale, ProviderName service) {
    String key = "service." + service.value();
    return bundle(locale).containsKey(key) ? format(locale, key) : service.value();
  }

  /** The description of a command, {@code music}, or of an option, {@code options.seconds}. */
  public static String description(Locale locale, String of, Object... arguments) {
    return format(bundle(COMMANDS, locale), locale, of + ".description", arguments);
  }

  /** A text in a language that its bundle is for; empty if there is no such bundle. */
  static Optional<String> ofLanguage(Locale language, Wording text) {
    return bundle(text.bundle(), language).getLocale().equals(language)
        ? Optional.of(of(language, text))
        : Optional.empty();
  }

  /** The same in a language that a bundle is for; empty if it has none. */
  static Optional<String> ofCommands(Locale language, String key, Object... arguments) {
    ResourceBundle commands = bundle(COMMANDS, language);
    return commands.getLocale().equals(language) && commands.containsKey(key)
        ? Optional.of(format(commands, language, key, arguments))
        : Optional.empty();
  }

  private static String format(Locale locale, String key, Object... arguments) {
    return format(bundle(BUNDLE, locale), locale, key, arguments);
  }

  private static String format(ResourceBundle bundle, Locale locale, String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  private static ResourceBundle bundle(Locale locale) {
    return bundle(BUNDLE, locale);
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(PACKAGE + name, locale, Messages.class.getClassLoader(), NO_FALLBACK);
  }
}
