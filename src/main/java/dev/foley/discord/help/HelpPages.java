package dev.foley.discord.help;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.reply.Notices;
import dev.foley.discord.request.SoundCommand;
import dev.foley.discord.settings.SettingsForm;
import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.generation.policy.Limits;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationMap;

/**
 * The pages of {@code /help}. What options do and which values they take is said in the words with which they are registered, from the
 * models that there are, so that no page says what is not so. Pure.
 */
final class HelpPages {
  /** An embed's description has at most 4,096 characters, all embeds of a message together 6,000. */
  private static final int MAX_DESCRIPTION = 4_000;

  private final ModelCatalogue catalogue;
  private final Limits here;
  private final boolean inServer;
  private final Locale locale;

  /** @param here what counts for who reads, where it is read */
  HelpPages(ModelCatalogue catalogue, Limits here, boolean inServer, Locale locale) {
    this.catalogue = catalogue;
    this.here = here;
    this.inServer = inServer;
    this.locale = locale;
  }

  MessageEmbed page(HelpTopic topic) {
    List<String> paragraphs = switch (topic) {
      case START -> start();
      case MUSIC -> command(CommandForm.MUSIC);
      case SOUND -> command(CommandForm.SOUND);
      case SPEECH -> command(CommandForm.SPEAK);
      case OPTIONS -> options();
      case BUTTONS -> buttons();
      case COST -> cost();
      case PRIVACY -> List.of(text(HelpText.PRIVACY));
      case SETTINGS -> settings();
    };
    StringBuilder description = new StringBuilder();
    for (String paragraph : paragraphs) {
      if (description.length() + paragraph.length() < MAX_DESCRIPTION) {
        description.append(description.isEmpty() ? "" : "\n").append(paragraph);
      }
    }
    return new EmbedBuilder().setTitle(Messages.of(locale, topic)).setDescription(description).setColor(Notices.CALM)
        .build();
  }

  private List<String> start() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(text(HelpText.START_BEGIN));
    Arrays.stream(CommandForm.values()).filter(form -> !catalogue.models(form.kind()).isEmpty())
        .map(form -> pasteable(HelpText.examples(form).getFirst())).forEach(paragraphs::add);
    paragraphs.add(text(HelpText.START_THEN));
    return paragraphs;
  }

  private List<String> command(CommandForm form) {
    List<AudioModel> models = catalogue.models(form.kind());
    if (models.isEmpty()) {
      return List.of(text(HelpText.NOTHING_SET_UP));
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(text(HelpText.writing(form)));
    HelpText.examples(form).stream().map(this::pasteable).forEach(paragraphs::add);
    SlashCommandData data = SoundCommand.data(form, models);
    paragraphs.add(text(HelpText.OPTIONS_OF, named(data.getName(), data.getNameLocalizations())));
    for (OptionData option : data.getOptions()) {
      paragraphs.add(text(HelpText.OPTION, named(option.getName(), option.getNameLocalizations()),
          named(option.getDescription(), option.getDescriptionLocalizations())));
    }
    return paragraphs;
  }

  private List<String> options() {
    List<String> lines = new OptionRanges(catalogue, locale).lines();
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(text(HelpText.OPTIONS_BEGIN) + "\n");
    paragraphs.addAll(lines.isEmpty() ? List.of(text(HelpText.NOTHING_SET_UP)) : lines);
    return paragraphs;
  }

  private List<String> buttons() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(text(HelpText.BUTTONS_BEGIN) + "\n");
    for (ButtonAction action : ButtonAction.values()) {
      HelpText.label(action)
          .ifPresent(label -> paragraphs.add(text(HelpText.BUTTON, text(label.name()), text(label.does()))));
    }
    paragraphs.add("\n" + text(HelpText.BUTTONS_END));
    return paragraphs;
  }

  private List<String> cost() {
    List<String> limits = new ArrayList<>();
    here.member().daily().ifPresent(credits -> limits.add(text(HelpText.MEMBER_DAILY, credits)));
    here.member().monthly().ifPresent(credits -> limits.add(text(HelpText.MEMBER_MONTHLY, credits)));
    if (inServer) {
      here.guild().daily().ifPresent(credits -> limits.add(text(HelpText.GUILD_DAILY, credits)));
      here.guild().monthly().ifPresent(credits -> limits.add(text(HelpText.GUILD_MONTHLY, credits)));
    }
    if (!limits.isEmpty()) {
      limits.add(text(HelpText.RENEWAL));
    }
    here.confirmAbove().ifPresent(credits -> limits.add(text(HelpText.CONFIRM, credits)));
    here.pendingPerMember().ifPresent(most -> limits.add(text(HelpText.PENDING_MEMBER, most)));
    here.pendingPerChannel().ifPresent(most -> limits.add(text(HelpText.PENDING_CHANNEL, most)));
    if (here.cooldown().isPositive()) {
      limits.add(text(HelpText.COOLDOWN, AudioFacts.elapsed(locale, here.cooldown())));
    }
    return limits.isEmpty()
        ? List.of(text(HelpText.COST_BEGIN))
        : List.of(text(HelpText.COST_BEGIN) + "\n", text(HelpText.LIMITS), String.join("\n", limits));
  }

  private List<String> settings() {
    SlashCommandData data = SettingsForm.data();
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(text(HelpText.SETTINGS_BEGIN) + "\n");
    data.getSubcommands().forEach(subcommand -> paragraphs.add(text(HelpText.SETTING,
        named(data.getName(), data.getNameLocalizations()),
        named(subcommand.getName(), subcommand.getNameLocalizations()),
        named(subcommand.getDescription(), subcommand.getDescriptionLocalizations()))));
    return paragraphs;
  }

  /** In a block of its own, which clients offer to copy. */
  private String pasteable(HelpText example) {
    return "```\n" + text(example) + "\n```";
  }

  /** As Discord shows it to who reads. */
  private String named(String english, LocalizationMap localized) {
    return localized.toMap().getOrDefault(DiscordLocale.from(locale), english);
  }

  private String text(HelpText text, Object... arguments) {
    return Messages.of(locale, text, arguments);
  }
}
