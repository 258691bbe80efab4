package dev.foley.discord.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * Commands and their options, named and described in every language that we have. What Discord shows stands in the bundle
 * {@code commands}: {@code music.description}, {@code options.seed.description}, and in other languages also {@code music.name}.
 * An option's own key ({@code music.options.prompt}) goes before the one that it shares with other commands
 * ({@code options.prompt}).
 */
public final class Localized {
  /** Other than English, with what Discord calls each. */
  private static final Map<DiscordLocale, Locale> LANGUAGES = Map.of(DiscordLocale.GERMAN, Locale.GERMAN,
      DiscordLocale.FRENCH, Locale.FRENCH, DiscordLocale.SPANISH, Locale.of("es"), DiscordLocale.SPANISH_LATAM,
      Locale.of("es"), DiscordLocale.JAPANESE, Locale.JAPANESE);

  private Localized() {}

  /** A slash command for servers, direct messages and group chats, installed by servers or by members. */
  public static SlashCommandData slash(String name) {
    return Commands.slash(name, description(List.of(name)))
        .setNameLocalizations(names(List.of(name)))
        .setDescriptionLocalizations(descriptions(List.of(name)))
        .setContexts(InteractionContextType.ALL)
        .setIntegrationTypes(IntegrationType.ALL);
  }

  public static SubcommandData subcommand(String command, String name) {
    List<String> keys = List.of(command + "." + name);
    return new SubcommandData(name, description(keys))
        .setNameLocalizations(names(keys))
        .setDescriptionLocalizations(descriptions(keys));
  }

  /**
   * @param command the command's name, with {@code .} and the subcommand's if it is of one
   * @param arguments for the description, such as the smallest and the largest value
   */
  public static OptionData option(OptionType type, String command, String name, Object... arguments) {
    List<String> keys = List.of(command + ".options." + name, "options." + name);
    return new OptionData(type, name, description(keys, arguments))
        .setNameLocalizations(names(keys))
        .setDescriptionLocalizations(descriptions(keys, arguments));
  }

  /**
   * One of the values that an option is chosen from, named in every language by {@code settings.choices.period.day.name}, or by the
   * key that it shares with other commands, {@code choices.period.day.name}.
   */
  public static Command.Choice choice(String command, String option, String value) {
    String shared = "choices." + option + "." + value;
    List<String> keys = List.of(command + "." + shared, shared);
    String name = first(Locale.ROOT, keys, ".name")
        .orElseThrow(() -> new IllegalArgumentException("no name of " + keys));
    return new Command.Choice(name, value).setNameLocalizations(names(keys));
  }

  /**
   * A command in the menu of a message.
   *
   * @param key of its name, which it has in English too
   */
  public static CommandData menu(String key) {
    return Commands.message(Messages.ofCommands(Locale.ROOT, key + ".name").orElseThrow())
        .setNameLocalizations(names(List.of(key)))
        .setContexts(InteractionContextType.ALL)
        .setIntegrationTypes(IntegrationType.ALL);
  }

  private static String description(List<String> keys, Object... arguments) {
    return first(Locale.ROOT, keys, ".description", arguments)
        .orElseThrow(() -> new IllegalArgumentException("no description of " + keys));
  }

  private static Map<DiscordLocale, String> names(List<String> keys) {
    return localized(keys, ".name");
  }

  private static Map<DiscordLocale, String> descriptions(List<String> keys, Object... arguments) {
    return localized(keys, ".description", arguments);
  }

  private static Map<DiscordLocale, String> localized(List<String> keys, String suffix, Object... arguments) {
    Map<DiscordLocale, String> found = new TreeMap<>();
    LANGUAGES.forEach((discord, language) -> first(language, keys, suffix, arguments)
        .ifPresent(text -> found.put(discord, text)));
    return found;
  }

  private static Optional<String> first(Locale language, List<String> keys, String suffix, Object... arguments) {
    return keys.stream().flatMap(key -> Messages.ofCommands(language, key + suffix, arguments).stream()).findFirst();
  }
}
