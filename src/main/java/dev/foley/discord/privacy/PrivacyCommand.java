package dev.foley.discord.privacy;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.Deferral;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Localized;
import dev.foley.discord.text.Messages;
import dev.foley.generation.MemberData;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import java.time.InstantSource;
import java.util.Locale;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.FileUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /privacy}: a member's own data, as a file, or removed. Only who asks reads the answers. */
public final class PrivacyCommand implements Command {
  private static final Logger log = LoggerFactory.getLogger(PrivacyCommand.class);
  private static final String NAME = "privacy";
  private static final String EXPORT = "export";
  private static final String DELETE = "delete";
  /** What Discord takes everywhere, and what the heap of a small bot holds beside its work. */
  private static final long FILE_BYTES = 8L << 20;
  /** An answer, and as many follow-ups as an app may send that only its user has installed. */
  private static final int MOST_FILES = 6;

  private final MemberData members;
  private final Intake intake;
  private final InstantSource clock;

  public PrivacyCommand(MemberData members, Intake intake, InstantSource clock) {
    this.members = members;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public SlashCommandData data() {
    return Localized.slash(NAME).addSubcommands(Localized.subcommand(NAME, EXPORT),
        Localized.subcommand(NAME, DELETE));
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    Origin origin = Received.of(event).origin();
    if (DELETE.equals(event.getSubcommandName())) {
      ask(event, origin);
    } else {
      intake.take(event, Deferral.of(event, true), hook -> export(hook, origin),
          Intake::reword);
    }
  }

  /** Nothing is looked up: who presses the button is known from the press. */
  private static void ask(SlashCommandInteractionEvent event, Origin origin) {
    Locale locale = origin.locale();
    event.reply(Messages.of(locale, PrivacyText.DELETE_QUESTION))
        .addComponents(ActionRow.of(Button.danger(ButtonAction.FORGET.customId(origin.member().toString()),
            Messages.of(locale, PrivacyText.DELETE))))
        .setEphemeral(true).queue();
  }

  private void export(InteractionHook hook, Origin origin) {
    MemberExport export = new MemberExport(members, origin.member(), clock.instant(),
        Math.min(FILE_BYTES, origin.attachmentLimitBytes()));
    try {
      int part = 0;
      while (export.hasNext() && part < MOST_FILES) {
        byte[] file = export.next();
        part++;
        send(hook, part, file, sentence(origin.locale(), part, export.hasNext()));
      }
      log.atInfo().addKeyValue("files", part).addKeyValue("whole", !export.hasNext())
          .log("A member's data was exported");
    } catch (StoreException e) {
      log.atError().setCause(e).log("A member's data could not be read");
      Intake.whisper(hook, Messages.of(origin.locale(), PrivacyText.UNREADABLE));
    }
  }

  private static String sentence(Locale locale, int part, boolean more) {
    PrivacyText text = more
        ? part == MOST_FILES ? PrivacyText.EXPORT_CUT : PrivacyText.EXPORTED_PART
        : part == 1 ? PrivacyText.EXPORTED : PrivacyText.EXPORTED_LAST_PART;
    return Messages.of(locale, text, part);
  }

  /** Waits until it has arrived: the next file is made only then, so that one is held at a time. */
  private static void send(InteractionHook hook, int part, byte[] file, String sentence) {
    FileUpload upload = FileUpload.fromData(file, "foley-" + part + ".json");
    if (part == 1) {
      hook.editOriginal(sentence).setFiles(upload).complete();
    } else {
      hook.sendMessage(sentence).addFiles(upload).setEphemeral(true).complete();
    }
  }
}
