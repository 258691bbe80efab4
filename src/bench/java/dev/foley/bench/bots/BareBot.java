package dev.foley.bench.bots;

import java.net.URI;
import java.util.Set;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** JDA as it comes, which acknowledges {@code /music} and does no more: what the library alone takes. */
public final class BareBot extends ListenerAdapter {
  private BareBot() {}

  /** Meets the Discord that the environment names, as Foley does. */
  public static void main(String[] args) {
    String api = System.getenv("DISCORD_API_URL");
    URI gateway = URI.create(api.replaceFirst("^http", "ws")).resolve("/gateway");
    JDABuilder.createLight(System.getenv("DISCORD_TOKEN"), Set.of())
        .setRestConfig(new RestConfig().setBaseUrl(api))
        .setSessionController(new SessionControllerAdapter() {
          @Override
          public String getGateway() {
            return gateway.toString();
          }
        })
        .addEventListeners(new BareBot())
        .build();
  }

  @Override
  public void onReady(ReadyEvent event) {
    event.getJDA().updateCommands().addCommands(Commands.slash("music", "Turn words into music.")
        .addOption(OptionType.STRING, "prompt", "What you want to hear", true)
        .addOption(OptionType.INTEGER, "seconds", "How long")).queue();
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    event.deferReply().queue();
  }
}
