package dev.foley.discord.settings;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.Localized;
import dev.foley.discord.text.Wording;
import dev.foley.generation.policy.Preference;
import dev.foley.generation.policy.PreferenceValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** What Discord is told of {@code /settings}: offered in servers that have installed the bot, to those who may manage them. */
public final class SettingsForm {
  static final String NAME = "settings";

  static final String SHOW = "show";
  static final String MODEL = "model";
  static final String CHANNELS = "channels";
  static final String ROLES = "roles";
  static final String BUDGET = "budget";
  static final String CONFIRM = "confirm";
  static final String LIMITS = "limits";
  static final String WORDS = "words";
  static final String LANGUAGE = "language";
  static final String VOICE = "voice";
  static final String RESET = "reset";

  static final String KIND = "kind";
  static final String CHANNEL = "channel";
  static final String ACTION = "action";
  static final String ADD = "add";
  static final String REMOVE = "remove";
  static final String ROLE = "role";
  static final String WHO = "who";
  static final String MEMBER = "member";
  static final String SERVER = "server";
  static final String PERIOD = "period";
  static final String DAY = "day";
  static final String MONTH = "month";
  static final String CREDITS = "credits";
  static final String ABOVE = "above";
  static final String COOLDOWN = "cooldown";
  static final String WORD = "word";
  static final String ON = "on";
  static final String SETTING = "setting";

  /** Where members can type commands, or threads in which they can. */
  private static final List<ChannelType> WITH_MESSAGES = List.of(ChannelType.TEXT, ChannelType.NEWS, ChannelType.VOICE,
      ChannelType.STAGE, ChannelType.FORUM);

  private SettingsForm() {}

  public static SlashCommandData data() {
    return Localized.slash(NAME).setContexts(InteractionContextType.GUILD)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
        .addSubcommands(subcommand(SHOW),
            subcommand(MODEL, chosen(MODEL, KIND, Arrays.stream(CommandForm.values()).map(CommandForm::command)
                .map(command -> new Choice("/" + command, command)).toList()),
                needed(MODEL, OptionType.STRING, MODEL).setMaxLength(100).setAutoComplete(true), channel(MODEL)),
            subcommand(CHANNELS, action(CHANNELS), channel(CHANNELS).setRequired(true)),
            subcommand(ROLES, action(ROLES), needed(ROLES, OptionType.ROLE, ROLE)),
            subcommand(BUDGET, chosen(BUDGET, WHO, List.of(choice(MEMBER, SettingsText.CHOICE_MEMBER),
                choice(SERVER, SettingsText.CHOICE_SERVER))),
                chosen(BUDGET, PERIOD, List.of(choice(DAY, SettingsText.CHOICE_DAY),
                    choice(MONTH, SettingsText.CHOICE_MONTH))),
                credits(BUDGET, CREDITS)),
            subcommand(CONFIRM, credits(CONFIRM, ABOVE)),
            subcommand(LIMITS, count(Preference.PENDING_PER_MEMBER), count(Preference.PENDING_PER_CHANNEL),
                range(LIMITS, OptionType.INTEGER, COOLDOWN, 0, PreferenceValue.Pause.LONGEST.toSeconds())),
            subcommand(WORDS, action(WORDS),
                needed(WORDS, OptionType.STRING, WORD).setRequiredLength(1, PreferenceValue.Words.LONGEST)),
            subcommand(LANGUAGE, chosen(LANGUAGE, LANGUAGE, languages()), channel(LANGUAGE)),
            subcommand(VOICE, needed(VOICE, OptionType.BOOLEAN, ON), channel(VOICE)),
            subcommand(RESET, chosen(RESET, SETTING, settings()), channel(RESET)));
  }

  private static SubcommandData subcommand(String name, OptionData... options) {
    return Localized.subcommand(NAME, name).addOptions(options);
  }

  private static OptionData option(String subcommand, OptionType type, String name) {
    return Localized.option(type, NAME + "." + subcommand, name);
  }

  private static OptionData needed(String subcommand, OptionType type, String name) {
    return option(subcommand, type, name).setRequired(true);
  }

  private static OptionData chosen(String subcommand, String name, List<Choice> choices) {
    return needed(subcommand, OptionType.STRING, name).addChoices(choices);
  }

  private static OptionData action(String subcommand) {
    return chosen(subcommand, ACTION,
        List.of(choice(ADD, SettingsText.CHOICE_ADD), choice(REMOVE, SettingsText.CHOICE_REMOVE)));
  }

  private static OptionData channel(String subcommand) {
    return option(subcommand, OptionType.CHANNEL, CHANNEL).setChannelTypes(WITH_MESSAGES);
  }

  private static OptionData count(Preference preference) {
    return range(LIMITS, OptionType.INTEGER, preference.storedName(), 1, PreferenceValue.Count.MOST);
  }

  private static OptionData credits(String subcommand, String name) {
    return range(subcommand, OptionType.NUMBER, name, 0, PreferenceValue.Credits.MOST).setRequired(true);
  }

  private static OptionData range(String subcommand, OptionType type, String name, long min, long max) {
    return Localized.option(type, NAME + "." + subcommand, name, min, max).setRequiredRange(min, max);
  }

  private static Choice choice(String value, Wording name) {
    return Localized.choice(value, name);
  }

  /** Each under its own name, so that everybody finds theirs. */
  private static List<Choice> languages() {
    List<Choice> languages = new ArrayList<>(PreferenceValue.Language.KNOWN.stream()
        .map(language -> new Choice(PreferenceWords.ownName(language), language.toLanguageTag())).toList());
    languages.add(choice(PreferenceValue.Language.EVERYBODYS_OWN, SettingsText.OWN_LANGUAGE));
    return languages;
  }

  private static List<Choice> settings() {
    return Arrays.stream(Preference.values())
        .map(preference -> choice(preference.storedName(), new PreferenceWords.Name(preference))).toList();
  }
}
