package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.foley.playground.server.PlaygroundServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real JDA as a client of the local Discord: what it asks for on its way is what every other test relies on. */
class JdaBotTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static LocalDiscord discord;
  private static PlaygroundServer server;
  private static JDA jda;

  @BeforeAll
  static void start() throws Exception {
    discord = new LocalDiscord(LocalDiscordSettings.defaults());
    server = PlaygroundServer.start(0, List.of(discord));
    jda = JDABuilder.createLight("playground", List.of())
        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
        .setSessionController(new SessionControllerAdapter() {
          @Override
          public String getGateway() {
            return discord.gatewayUrl().toString();
          }
        })
        .addEventListeners(new Bot())
        .build();
    jda.awaitReady();
    jda.updateCommands().addCommands(Commands.slash("music", "Makes music").addOptions(
        new OptionData(OptionType.STRING, "prompt", "What to play", true).setMaxLength(100),
        new OptionData(OptionType.INTEGER, "seconds", "How long").setRequiredRange(1, 47),
        new OptionData(OptionType.STRING, "model", "Which model", false, true)),
        Commands.slash("form", "Opens a form"), Commands.slash("ping", "Only thinks")).complete();
  }

  @AfterAll
  static void stop() throws Exception {
    jda.shutdownNow();
    jda.awaitShutdown();
    server.close();
  }

  /** A bot in miniature, with every kind of answer. */
  private static final class Bot extends ListenerAdapter {
    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      if (event.getName().equals("ping")) {
        event.deferReply().queue();
        return;
      }
      if (event.getName().equals("form")) {
        event.replyModal(Modal.create("form:1", "Edit")
            .addComponents(
                Label.of("Prompt", TextInput.create("prompt", TextInputStyle.SHORT).setMaxLength(20).build()))
            .build()).queue();
        return;
      }
      String prompt = event.getOption("prompt", "", option -> option.getAsString());
      event.deferReply().queue(hook -> hook.editOriginal(prompt)
          .setAttachments(FileUpload.fromData(new byte[5000], "take.wav"))
          .setComponents(ActionRow.of(Button.primary("again:1", "Again")))
          .queue(message -> hook.sendMessage("Just for you").setEphemeral(true).queue()));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
      event.editMessage("Pressed " + event.getComponentId()).queue();
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
      event.replyChoiceStrings(event.getFocusedOption().getValue() + "-2.5", "other").queue();
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
      event.reply("Got " + event.getValues().getFirst().getAsString()).setEphemeral(true).queue();
    }
  }

  @Test
  void becomesReadyWithTheServersChannels() {
    assertThat(jda.getSelfUser().getName()).isEqualTo("foley");
    assertThat(jda.getTextChannelsByName("music", false)).hasSize(1);
  }

  @Test
  void answersACommandWithAFileAndAPrivateFollowUp() throws Exception {
    MemberControl control = discord.control();
    String id = control.invoke("mia", "music", "/music prompt:warm: lo-fi \"piano\" seconds:12").sent();

    InteractionView done = control.awaitInteraction(id, view -> view.responses().size() == 2, PATIENCE);

    assertThat(done.callbackType()).isEqualTo(5);
    assertThat(done.acknowledgedMillis()).isBetween(0.0, 3000.0);
    MessageView answer = done.responses().getFirst();
    assertThat(answer.content()).isEqualTo("warm: lo-fi \"piano\"");
    assertThat(answer.attachments()).extracting(AttachmentView::filename, AttachmentView::sizeBytes)
        .containsExactly(tuple("take.wav", 5000L));
    assertThat(download(answer.attachments().getFirst().url())).hasSize(5000);
    assertThat(control.messages("mia", "music")).anyMatch(message -> message.content().equals("Just for you"));
    assertThat(control.messages("ben", "music")).noneMatch(message -> message.content().equals("Just for you"));
  }

  @Test
  void editsTheMessageWhoseButtonIsPressed() throws Exception {
    MemberControl control = discord.control();
    String id = control.invoke("ben", "music", "/music prompt:rain").sent();
    String message = control.awaitInteraction(id, view -> view.responses().size() == 2, PATIENCE).responses()
        .getFirst().id();

    String pressed = control.press("ada", "music", message, "Again").sent();

    assertThat(control.awaitInteraction(pressed, InteractionView::acknowledged, PATIENCE).callbackType()).isEqualTo(7);
    assertThat(control.messages("ben", "music")).filteredOn(view -> view.id().equals(message))
        .extracting(MessageView::content, MessageView::edits)
        .containsExactly(tuple("Pressed again:1", 1));
  }

  @Test
  void keepsUpWithAHundredCommandsAtOnce() throws Exception {
    MemberControl control = discord.control();
    List<String> ids = IntStream.range(0, 100)
        .mapToObj(_ -> control.invoke("mia", "music", "/ping").sent()).toList();

    for (String id : ids) {
      InteractionView view = control.awaitInteraction(id, InteractionView::acknowledged, PATIENCE);
      assertThat(view.acknowledgedMillis()).isLessThan(3000.0);
    }
  }

  @Test
  void suggestsChoices() throws Exception {
    MemberControl control = discord.control();
    String id = control.autocomplete("mia", "music", "/music prompt:x model:stable").sent();

    assertThat(control.awaitInteraction(id, InteractionView::acknowledged, PATIENCE).choices())
        .extracting(InteractionView.Choice::value).containsExactly("stable-2.5", "other");
  }

  @Test
  void receivesWhatAModalWasFilledWith() throws Exception {
    MemberControl control = discord.control();
    String id = control.invoke("mia", "music", "/form").sent();
    ModalView modal = control.awaitInteraction(id, InteractionView::acknowledged, PATIENCE).modal();
    assertThat(modal).isNotNull();
    assertThat(control.submit("mia", id, Map.of("Prompt", "x".repeat(21))))
        .isEqualTo(new Invocation.Refused("Prompt", "Enter at most 20 characters."));

    String submitted = control.submit("mia", id, Map.of("Prompt", "birds")).sent();

    assertThat(control.awaitInteraction(submitted, InteractionView::acknowledged, PATIENCE).responses())
        .extracting(MessageView::content, MessageView::ephemeral)
        .containsExactly(tuple("Got birds", true));
  }

  private static byte[] download(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> response = client.send(HttpRequest.newBuilder(URI.create(url)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }
  }
}
