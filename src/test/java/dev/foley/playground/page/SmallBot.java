package dev.foley.playground.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foley.playground.discord.LocalDiscord;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** A bot with one of everything that a page has to show and that Foley itself does not have yet. */
final class SmallBot extends ListenerAdapter implements AutoCloseable {
  static final String RICH = """
      # A heading
      **bold**, *slanted*, __underlined__, ~~struck~~, ||hidden|| and `code`
      > quoted
      not quoted any more
      - one
      - two
      ```
      fenced <b>
      ```
      <script>alert(1)</script> @everyone <t:1767225600:R> <t:1767225600:D>
      -# small print""";

  private final JDA jda;

  private SmallBot(JDA jda) {
    this.jda = jda;
  }

  static SmallBot start(LocalDiscord discord) throws InterruptedException {
    JDA jda = JDABuilder.createLight("playground", List.of())
        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
        .setSessionController(new SessionControllerAdapter() {
          @Override
          public String getGateway() {
            return discord.gatewayUrl().toString();
          }
        }).build();
    SmallBot bot = new SmallBot(jda);
    jda.addEventListener(bot);
    jda.awaitReady().updateCommands().addCommands(
        Commands.slash("mix", "Mixes a sound").setNameLocalization(DiscordLocale.GERMAN, "mischen")
            .setDescriptionLocalization(DiscordLocale.GERMAN, "Mischt einen Klang")
            .addOptions(
                new OptionData(OptionType.STRING, "style", "How it sounds", true)
                    .setNameLocalization(DiscordLocale.GERMAN, "stil").addChoice("Warm", "w").addChoice("Bright", "b"),
                new OptionData(OptionType.STRING, "voice", "Who speaks", false, true),
                new OptionData(OptionType.NUMBER, "gain", "How loud").setRequiredRange(0.5, 2),
                new OptionData(OptionType.BOOLEAN, "loop", "Over and over"),
                new OptionData(OptionType.USER, "with", "Together with")),
        Commands.slash("form", "Opens a form"),
        Commands.slash("board", "Shows buttons and selects"),
        Commands.slash("rich", "Shows every kind of text"),
        Commands.slash("result", "Shows a card with a sound"), Commands.slash("voice", "Speaks"),
        Commands.slash("ask", "Asks before it costs"), Commands.slash("silent", "Never answers"),
        Commands.slash("settings", "Changes something")
            .addSubcommands(
                new SubcommandData("limits", "Sets a limit").addOption(OptionType.INTEGER, "max", "At most", true)),
        Commands.message("Count words").setNameLocalization(DiscordLocale.GERMAN, "Wörter zählen"),
        Commands.user("Wave at")).complete();
    return bot;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    switch (event.getName()) {
      case "form" -> event.replyModal(form()).queue();
      case "board" -> event.reply("Press something.").addComponents(board()).queue();
      case "rich" -> event.reply(RICH + "\n" + event.getUser().getAsMention())
          .setAllowedMentions(List.of(Message.MentionType.USER)).addEmbeds(new EmbedBuilder()
              .setAuthor("An author").setTitle("A title").setDescription("With **markdown**").setColor(0x2F855A)
              .addField("One", "1", true).addField("Two", "2", true).addField("Three", "3", true)
              .addField("Alone", "on a line of its own", false).setImage("attachment://chart.png").setFooter("A footer")
              .build())
          .addFiles(FileUpload.fromData(picture(), "chart.png"),
              FileUpload.fromData("a,b\n".getBytes(UTF_8), "table.csv"))
          .queue();
      case "result" -> event.replyEmbeds(SmallCard.embed()).addFiles(FileUpload.fromData(picture(), "wave.png"),
          FileUpload.fromData(SmallCard.tone(), "warm-piano.wav")).addComponents(SmallCard.buttons()).queue();
      case "voice" -> event.reply("On its way.").setEphemeral(true)
          .flatMap(_ -> event.getChannel().sendFiles(SmallCard.voice()).setVoiceMessage(true)).queue();
      case "ask" -> event.reply("This costs about **25,200** credits.\n-# Nothing is made before you say so.")
          .setEphemeral(true).addComponents(
              ActionRow.of(Button.primary("make", "Make it"), Button.secondary("not-now", "Not now")))
          .queue();
      case "silent" -> {
      }
      default -> event.reply(event.getUserLocale().getLocale() + " " + event.getOptions().stream()
          .map(option -> option.getName() + "=" + option.getAsString()).collect(Collectors.joining(" "))).queue();
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    String typed = event.getFocusedOption().getValue();
    event.replyChoices(Stream.of("alto", "alba", "bass").filter(voice -> voice.startsWith(typed))
        .map(voice -> new Command.Choice("Voice " + voice, voice)).toList()).queue();
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    event.reply("Filled: " + event.getValues().stream()
        .map(value -> value.getCustomId() + "=" + (value.getCustomId().equals("format")
            ? String.join("+", value.getAsStringList())
            : value.getAsString()))
        .collect(Collectors.joining(" "))).queue();
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    switch (event.getComponentId()) {
      case "edit" -> event.editMessage("Pressed by " + event.getUser().getName() + ".").queue();
      case "make" -> event.editMessage("Being made.").setComponents().queue();
      case "delete" -> event.deferEdit().flatMap(hook -> hook.deleteOriginal()).queue();
      default -> {
      }
    }
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    event.reply("Chosen: " + String.join(" and ", event.getValues())).queue();
  }

  @Override
  public void onEntitySelectInteraction(EntitySelectInteractionEvent event) {
    event.reply("Chosen: " + event.getMentions().getUsers().getFirst().getName()).queue();
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    event.reply(event.getTarget().getContentRaw().split("\\s+").length + " words").setEphemeral(true).queue();
  }

  @Override
  public void onUserContextInteraction(UserContextInteractionEvent event) {
    event.reply("Hello, " + event.getTarget().getName()).queue();
  }

  @Override
  public void close() {
    jda.shutdownNow();
  }

  private static Modal form() {
    return Modal.create("form", "Change the sound").addComponents(
        Label.of("Prompt", "What you want to hear",
            TextInput.create("prompt", TextInputStyle.PARAGRAPH).setRequiredRange(3, 200).setValue("warm piano")
                .build()),
        Label.of("Seconds", TextInput.create("seconds", TextInputStyle.SHORT).setMaxLength(2).setRequired(false)
            .setPlaceholder("30").build()),
        Label.of("Format", StringSelectMenu.create("format").addOption("WAV", "wav", "Large").addOption("FLAC", "flac")
            .setDefaultValues("wav").build()))
        .build();
  }

  private static List<ActionRow> board() {
    return List.of(
        ActionRow.of(Button.primary("edit", "Edit"), Button.secondary("silent", "Silent"), Button.success("ok", "Fine"),
            Button.danger("off", "Disabled").asDisabled(), Button.link("https://discord.com/", "Link")),
        ActionRow.of(StringSelectMenu.create("styles").setPlaceholder("Pick two").setRequiredRange(1, 2)
            .addOption("Warm", "warm", "Soft and low").addOption("Bright", "bright").addOption("Harsh", "harsh")
            .build()),
        ActionRow.of(EntitySelectMenu.create("who", EntitySelectMenu.SelectTarget.USER).setPlaceholder("Pick somebody")
            .build()));
  }

  private static byte[] picture() {
    BufferedImage image = new BufferedImage(320, 80, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 320; x++) {
      int height = (int) (40 + 30 * Math.sin(x / 20.0));
      for (int y = 80 - height; y < 80; y++) {
        image.setRGB(x, y, 0x5B4BD6);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
