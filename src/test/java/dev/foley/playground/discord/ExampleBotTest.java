package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.server.PlaygroundServer;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/local-discord.md}: somebody else's bot, and how its author tests it. */
class ExampleBotTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
  private final PlaygroundServer server = PlaygroundServer.start(0, List.of(discord));
  private JDA bot;

  /** The bot that is to be tested. */
  static JDA startBot(String token, String api, String gateway) throws InterruptedException {
    JDA jda = JDABuilder.createLight(token, List.of())
        .setRestConfig(new RestConfig().setBaseUrl(api))
        .setSessionController(new SessionControllerAdapter() {
          @Override
          public String getGateway() {
            return gateway;
          }
        })
        .addEventListeners(new ListenerAdapter() {
          @Override
          public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            event.deferReply().queue(hook -> hook.editOriginal("Pong, " + event.getUser().getName()).queue());
          }
        })
        .build().awaitReady();
    jda.updateCommands().addCommands(Commands.slash("ping", "Answers")).queue();
    return jda;
  }

  @BeforeEach
  void start() throws Exception {
    bot = startBot("playground", discord.apiUrl().toString(), discord.gatewayUrl().toString());
    discord.control().awaitCommand("ping", SOON);
  }

  @AfterEach
  void stop() throws InterruptedException {
    bot.shutdown();
    bot.awaitShutdown();
    server.close();
  }

  @Test
  void answersWhoAsks() throws Exception {
    String asked = discord.control().invoke("mia", "music", "/ping").sent();

    assertThat(answer(asked).content()).isEqualTo("Pong, mia");
  }

  @Test
  void answersAlthoughDiscordStumbles() throws Exception {
    discord.faults().inject("PATCH /webhooks/*/*/messages/@original", new Fault.Answer(502), 1);

    String asked = discord.control().invoke("mia", "music", "/ping").sent();

    assertThat(answer(asked).content()).isEqualTo("Pong, mia");
    assertThat(discord.traffic().counters()).isNotEmpty();
  }

  private MessageView answer(String interaction) throws Exception {
    return discord.control().awaitInteraction(interaction,
        view -> view.responses().stream().anyMatch(message -> !message.loading()), SOON).responses().getFirst();
  }
}
