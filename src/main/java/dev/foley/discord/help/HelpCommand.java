package dev.foley.discord.help;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.Selection;
import dev.foley.discord.text.Localized;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Origin;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Preferences;
import dev.foley.provider.ModelCatalogue;
import java.util.Arrays;
import java.util.function.Consumer;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /help}: a page about each topic, and a menu to leaf to another one. Only who asks reads it. */
public final class HelpCommand implements Command, Selection {
  private static final String NAME = "help";
  private static final String TOPIC = "topic";

  private final ModelCatalogue catalogue;
  private final Limits host;
  private final PreferenceSource preferences;

  /** @param host what the host of the bot allows */
  public HelpCommand(ModelCatalogue catalogue, Limits host, PreferenceSource preferences) {
    this.catalogue = catalogue;
    this.host = host;
    this.preferences = preferences;
  }

  @Override
  public SlashCommandData data() {
    return Localized.slash(NAME).addOptions(Localized.option(OptionType.STRING, NAME, TOPIC).addChoices(
        Arrays.stream(HelpTopic.values()).map(topic -> Localized.choice(topic.value(), topic)).toList()));
  }

  @Override
  public String kind() {
    return NAME;
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    OptionMapping chosen = event.getOption(TOPIC);
    HelpTopic topic = HelpTopic.of(chosen == null ? "" : chosen.getAsString()).orElse(HelpTopic.START);
    withPage(event, Received.of(event).origin(), topic,
        page -> event.replyEmbeds(page).setComponents(menu(event, topic)).setEphemeral(true).queue());
  }

  @Override
  public void chosen(StringSelectInteractionEvent event, String argument) {
    HelpTopic topic = event.getValues().stream().flatMap(value -> HelpTopic.of(value).stream()).findFirst()
        .orElse(HelpTopic.START);
    withPage(event, Received.of(event).origin(), topic,
        page -> event.editMessageEmbeds(page).setComponents(menu(event, topic)).queue());
  }

  /** Called at once, or on another thread if the settings of the server are not at hand. Without them the host's limits are shown. */
  private void withPage(IReplyCallback event, Origin origin, HelpTopic topic, Consumer<MessageEmbed> answer) {
    preferences.at(origin, known -> Intake.guarded(event, () -> answer.accept(page(origin, topic, known))),
        () -> Intake.guarded(event, () -> answer.accept(page(origin, topic, Preferences.NONE))));
  }

  private MessageEmbed page(Origin origin, HelpTopic topic, Preferences known) {
    return new HelpPages(catalogue, host.narrowed(known), origin.guild().isPresent(), origin.locale()).page(topic);
  }

  private static ActionRow menu(IReplyCallback event, HelpTopic topic) {
    StringSelectMenu.Builder menu = StringSelectMenu.create(NAME + ":" + TOPIC)
        .setPlaceholder(Messages.of(Received.locale(event), HelpText.OTHER));
    for (HelpTopic other : HelpTopic.values()) {
      menu.addOption(Messages.of(Received.locale(event), other), other.value());
    }
    return ActionRow.of(menu.setDefaultValues(topic.value()).build());
  }
}
