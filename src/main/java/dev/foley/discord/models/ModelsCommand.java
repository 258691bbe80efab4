package dev.foley.discord.models;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Localized;
import dev.foley.generation.Expectation;
import dev.foley.provider.ModelCatalogue;
import java.util.Iterator;
import java.util.List;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /models}: what there is, what it can do, what it costs, how long it takes. Only who asks reads the answer. */
public final class ModelsCommand implements Command {
  private static final String NAME = "models";

  private final ModelCatalogue catalogue;
  private final Expectation expectation;

  public ModelsCommand(ModelCatalogue catalogue, Expectation expectation) {
    this.catalogue = catalogue;
    this.expectation = expectation;
  }

  @Override
  public SlashCommandData data() {
    return Localized.slash(NAME);
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    Iterator<List<MessageEmbed>> pages = new ModelPages(catalogue, expectation, Received.locale(event)).pages()
        .iterator();
    event.replyEmbeds(pages.next()).setEphemeral(true).queue(hook -> pages
        .forEachRemaining(page -> hook.sendMessageEmbeds(page).setEphemeral(true).queue()));
  }
}
