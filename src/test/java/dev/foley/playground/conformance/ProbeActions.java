package dev.foley.playground.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/** What the {@link ProbeBot} does. Each command ends with a message that says so, for which a test can wait. */
final class ProbeActions extends ListenerAdapter {
  static final List<CommandData> COMMANDS = List.of(
      Commands.slash("file", "Defers, then edits the reply with a file, then follows up.")
          .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
          .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
          .setDescriptionLocalization(DiscordLocale.GERMAN, "Antwortet spät, mit einer Datei.")
          .addOptions(new OptionData(OptionType.STRING, "prompt", "Words.", true).setMaxLength(100)
              .setNameLocalization(DiscordLocale.GERMAN, "worte"),
              new OptionData(OptionType.INTEGER, "seconds", "A whole number.").setRequiredRange(1, 47),
              new OptionData(OptionType.NUMBER, "guidance", "Any number.").setMinValue(0.5),
              new OptionData(OptionType.STRING, "format", "One of two.").addChoice("WAV", "wav").addChoice("FLAC",
                  "flac"),
              new OptionData(OptionType.BOOLEAN, "private", "Yes or no.")),
      Commands.slash("secret", "Replies to the member alone, with a select menu."),
      Commands.slash("form", "Opens a modal."),
      Commands.slash("find", "Completes what the member types.")
          .addOption(OptionType.STRING, "id", "Its id.", true, true),
      Commands.slash("settings", "Has subcommands.").setIntegrationTypes(IntegrationType.ALL).addSubcommands(
          new SubcommandData("budget", "Sets a number.").addOption(OptionType.INTEGER, "amount", "How much.", true)),
      Commands.slash("silent", "Gets no answer, so that a test can give one."),
      Commands.slash("post", "Writes to the channel and to the member directly."),
      Commands.slash("who", "Takes members, channels and roles.")
          .addOption(OptionType.USER, "member", "Who.", true).addOption(OptionType.CHANNEL, "channel", "Where.", true)
          .addOption(OptionType.ROLE, "role", "As what.", true),
      Commands.message("Inspect"), Commands.user("Greet"));

  private static final byte[] SOUND = "RIFF....WAVE".getBytes(UTF_8);

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    switch (event.getName()) {
      case "file" -> file(event);
      case "secret" -> event.reply("Only you see this.").setEphemeral(true)
          .addComponents(ActionRow.of(StringSelectMenu.create("pick").setPlaceholder("Pick one").setRequiredRange(1, 1)
              .addOption("Warm", "warm", "Soft and low").addOption("Bright", "bright").build()))
          .queue();
      case "form" -> event.replyModal(form()).queue();
      case "find" -> event.reply("Found " + text(event.getOption("id")) + ".").queue();
      case "settings" -> event.deferReply(true)
          .queue(hook -> hook.editOriginal("Set to " + text(event.getOption("amount")) + ".").queue());
      case "silent" -> {
      }
      case "who" -> event.reply("Who done.").queue();
      case "post" -> post(event);
      default -> throw new IllegalStateException("unknown command " + event.getName());
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    String typed = event.getFocusedOption().getValue();
    event.replyChoiceStrings(List.of(typed + "-1", typed + "-2")).queue();
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    event.reply("Inspected: " + event.getTarget().getContentRaw()).setEphemeral(true).queue();
  }

  @Override
  public void onUserContextInteraction(UserContextInteractionEvent event) {
    event.reply("Greeted " + event.getTarget().getEffectiveName() + ".").queue();
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    switch (event.getComponentId()) {
      case "again" -> event.editMessage("Again, at once.").queue();
      case "later" -> event.deferEdit().queue(hook -> hook.editOriginal("Later, with the same file.")
          .setComponents(ActionRow.of(Button.danger("remove", "Remove"))).queue());
      case "remove" -> event.deferEdit().queue(hook -> hook.deleteOriginal().queue());
      default -> throw new IllegalStateException("unknown button " + event.getComponentId());
    }
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    event.editMessage("You picked " + event.getValues().getFirst() + ".").setComponents().queue();
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    event.reply("You wrote " + Objects.requireNonNull(event.getValue("words")).getAsString() + ".").queue();
  }

  private static void file(SlashCommandInteractionEvent event) {
    String prompt = text(event.getOption("prompt"));
    event.deferReply().flatMap(hook -> hook.editOriginalEmbeds(new EmbedBuilder().setTitle("Working")
        .setDescription(prompt).setColor(0x5865F2).addField("Place", "1", true).setFooter("probe").build()))
        .flatMap(message -> event.getHook().editOriginalAttachments(sound("tone.wav"))
            .setContent("Here it is.").setEmbeds()
            .setComponents(ActionRow.of(Button.primary("again", "Again"), Button.secondary("later", "Later"),
                Button.link("https://discord.com/", "More"))))
        .flatMap(message -> event.getHook().retrieveOriginal())
        .flatMap(message -> event.getHook().sendMessage("A follow-up.").addFiles(sound("second.wav")))
        .flatMap(message -> event.getHook().editMessageById(message.getId(), "A follow-up, edited."))
        .flatMap(message -> event.getHook().deleteMessageById(message.getId()))
        .flatMap(done -> event.getHook().sendMessage("File done.").setEphemeral(true))
        .queue();
  }

  private static void post(SlashCommandInteractionEvent event) {
    InteractionHook hook = event.getHook();
    MessageChannel channel = event.getChannel();
    event.deferReply(true)
        .flatMap(deferred -> channel.sendTyping())
        .flatMap(typing -> channel.sendMessage("In the channel.").setNonce("0J7ZK3QXW4B2M").addFiles(sound("post.wav"))
            .setAllowedMentions(List.of()))
        .flatMap(first -> channel.sendMessage("A reply.").setMessageReference(first).mentionRepliedUser(false)
            .setNonce("0J7ZK3QXW4B2N"))
        .flatMap(reply -> reply.editMessage("A reply, edited."))
        .flatMap(reply -> channel.retrieveMessageById(reply.getId()))
        .flatMap(reply -> channel.getHistoryBefore(reply.getId(), 10).map(ignored -> reply))
        .flatMap(Message::delete)
        .flatMap(deleted -> event.getJDA().openPrivateChannelById(event.getUser().getIdLong()))
        .flatMap(direct -> direct.sendMessage(directMessage()))
        .flatMap(sent -> hook.editOriginal("Post done."))
        .queue();
  }

  private static MessageCreateData directMessage() {
    return new MessageCreateBuilder().setContent("Directly to you.").addFiles(sound("direct.wav")).build();
  }

  private static Modal form() {
    return Modal.create("form", "Edit").addComponents(
        Label.of("Words",
            TextInput.create("words", TextInputStyle.PARAGRAPH).setRequiredRange(1, 200).setValue("warm").build()))
        .build();
  }

  private static FileUpload sound(String name) {
    return FileUpload.fromData(SOUND, name).setDescription("Some bytes");
  }

  private static String text(@Nullable OptionMapping option) {
    return option == null ? "" : option.getAsString();
  }
}
