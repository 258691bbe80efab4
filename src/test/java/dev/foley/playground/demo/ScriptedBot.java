package dev.foley.playground.demo;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import dev.foley.playground.discord.LocalDiscord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** A bot with a sound, a form, a select, a menu, a secret and a failure, each in the smallest way. */
final class ScriptedBot extends ListenerAdapter implements AutoCloseable {
  private final JDA jda;

  private ScriptedBot(JDA jda) {
    this.jda = jda;
  }

  static ScriptedBot start(LocalDiscord discord) throws InterruptedException {
    JDA jda = JDABuilder.createLight("playground", List.of())
        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
        .setSessionController(new SessionControllerAdapter() {
          @Override
          public String getGateway() {
            return discord.gatewayUrl().toString();
          }
        }).build();
    ScriptedBot bot = new ScriptedBot(jda);
    jda.addEventListener(bot);
    jda.awaitReady().updateCommands().addCommands(
        Commands.slash("tone", "Makes a sound").addOption(OptionType.STRING, "prompt", "What", true),
        Commands.slash("fail", "Makes none"), Commands.slash("secret", "Says it to one only"),
        Commands.slash("silent", "Never answers"), Commands.message("Remix")).complete();
    return bot;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    switch (event.getName()) {
      case "tone" -> event.deferReply().flatMap(hook -> hook.editOriginal("Generating"))
          .flatMap(
              _ -> event.getHook().editOriginal("**" + event.getOption("prompt", "", OptionMapping::getAsString) + "**")
                  .setFiles(FileUpload.fromData(tone(), "tone.wav"))
                  .setComponents(ActionRow.of(Button.primary("again", "Again"), Button.secondary("edit", "Edit"),
                      Button.danger("remove", "Remove")),
                      ActionRow.of(StringSelectMenu.create("topic").setPlaceholder("Topic").addOption("Prompts", "p")
                          .addOption("Prices", "m").build())))
          .queue();
      case "fail" -> event.replyEmbeds(new EmbedBuilder().setTitle("No sound this time").build()).queue();
      case "secret" -> event.reply(event.getUserLocale().getLocale() + " secret").setEphemeral(true).queue();
      default -> {
      }
    }
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    switch (event.getComponentId()) {
      case "edit" -> event.replyModal(form()).queue();
      case "remove" ->
        event.deferEdit().delay(500, TimeUnit.MILLISECONDS).flatMap(InteractionHook::deleteOriginal).queue();
      default -> event.deferEdit().queue();
    }
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    event.replyModal(form()).queue();
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    event.editMessage("Chosen: " + event.getValues()).queue();
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    event.reply("Now: " + event.getValues().getFirst().getAsString()).queue();
  }

  @Override
  public void close() {
    jda.shutdownNow();
  }

  private static Modal form() {
    return Modal.create("form", "Change it").addComponents(Label.of("Prompt",
        TextInput.create("prompt", TextInputStyle.PARAGRAPH).setValue("warm piano").setRequiredRange(3, 20).build()))
        .build();
  }

  private static byte[] tone() {
    byte[] samples = new byte[44_100 * 4];
    for (int i = 0; i < samples.length / 2; i++) {
      short level = (short) (8_000 * Math.sin(i / 30.0));
      samples[2 * i] = (byte) level;
      samples[2 * i + 1] = (byte) (level >> 8);
    }
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    try {
      WavWriter.write(new PcmClip(PcmFormat.CD, samples), wav);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wav.toByteArray();
  }
}
