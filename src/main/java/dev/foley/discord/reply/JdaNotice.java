package dev.foley.discord.reply;

import dev.foley.generation.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/** Turns our plain messages into JDA's. Nobody is mentioned unless the notice names them. */
final class JdaNotice {
  private JdaNotice() {}

  static MessageCreateData create(Notice notice) {
    return fill(new MessageCreateBuilder(), notice).build();
  }

  /** Replaces whatever the message holds: files, buttons and all. */
  static MessageEditData edit(Notice notice) {
    return fill(new MessageEditBuilder().setReplace(true), notice).build();
  }

  /** One line in place of whatever the message holds. */
  static MessageEditData line(String content) {
    return line(new ProgressReply.Line(content, Optional.empty()));
  }

  static MessageEditData line(ProgressReply.Line line) {
    return new MessageEditBuilder().setReplace(true).setContent(line.content())
        .setComponents(row(line.button().stream().toList()))
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class)).build();
  }

  private static <B extends MessageRequest<B>> B fill(B builder, Notice notice) {
    return builder.setContent(notice.content()).setEmbeds(embed(notice.card()))
        .setFiles(notice.attachments().stream().map(JdaNotice::file).toList())
        .setComponents(row(notice.actions()))
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
        .mentionUsers(notice.mentions().stream().mapToLong(UserId::value).toArray());
  }

  private static List<ActionRow> row(List<? extends Notice.Action> actions) {
    return actions.isEmpty() ? List.of() : List.of(ActionRow.of(actions.stream().map(JdaNotice::button).toList()));
  }

  private static MessageEmbed embed(Notice.Card card) {
    return new EmbedBuilder().setTitle(card.title()).setDescription(card.description()).setColor(card.colour())
        .setFooter(card.footer()).build();
  }

  /** Streamed, and opened anew for each attempt: {@code fromData} would hold the whole file in the heap. */
  private static FileUpload file(Notice.Attachment attachment) {
    return FileUpload.fromStreamSupplier(attachment.name(), () -> open(attachment.file()));
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Button button(Notice.Action action) {
    return switch (action) {
      case Notice.Action.Press(String customId, String label) -> Button.secondary(customId, label);
      case Notice.Action.Link(var target, String label) -> Button.link(target.toASCIIString(), label);
    };
  }
}
