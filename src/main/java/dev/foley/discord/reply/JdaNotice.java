package dev.foley.discord.reply;

import dev.foley.generation.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
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
import okhttp3.MediaType;

/** Turns our plain messages into JDA's. Nobody is mentioned unless the notice names them. */
final class JdaNotice {
  private static final MediaType OGG = MediaType.get("audio/ogg");

  private JdaNotice() {}

  static MessageCreateData create(Notice notice) {
    return fill(new MessageCreateBuilder(), notice).build();
  }

  /** Replaces whatever the message holds: files, buttons and all. */
  static MessageEditData edit(Notice notice) {
    return fill(new MessageEditBuilder().setReplace(true), notice).build();
  }

  /** As above, with files that come from elsewhere. */
  static MessageEditData edit(Notice notice, DiscordMessages.FileSource source) {
    List<FileUpload> files = Stream
        .concat(notice.attachments().stream().map(Notice.Attachment::name),
            notice.card().picture().stream().map(Notice.Picture::name))
        .map(name -> FileUpload.fromStreamSupplier(name, () -> open(source, name))).toList();
    return fill(new MessageEditBuilder().setReplace(true), notice).setFiles(files).build();
  }

  private static InputStream open(DiscordMessages.FileSource source, String name) {
    try {
      return source.open(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line in place of whatever the message holds. */
  static MessageEditData line(String content) {
    return new MessageEditBuilder().setReplace(true).setContent(content)
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class)).build();
  }

  /** Discord takes nothing beside the sound in such a message. */
  static MessageCreateData voice(VoiceMessages.Voice voice) {
    byte[] waveform = Base64.getDecoder().decode(voice.shape().waveform());
    return new MessageCreateBuilder()
        .setFiles(file(voice.file()).asVoiceMessage(OGG, waveform, voice.shape().made().duration())).build();
  }

  private static <B extends MessageRequest<B>> B fill(B builder, Notice notice) {
    return builder.setContent(notice.content()).setEmbeds(embed(notice.card())).setFiles(files(notice))
        .setComponents(rows(notice.actions()))
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
        .mentionUsers(notice.mentions().stream().mapToLong(UserId::value).toArray());
  }

  /** Links have a row of their own, below. */
  private static List<ActionRow> rows(List<Notice.Action> actions) {
    List<ActionRow> rows = new ArrayList<>();
    for (Class<? extends Notice.Action> kind : List.of(Notice.Action.Press.class, Notice.Action.Link.class)) {
      List<Button> row = actions.stream().filter(kind::isInstance).map(JdaNotice::button).toList();
      if (!row.isEmpty()) {
        rows.add(ActionRow.of(row));
      }
    }
    return rows;
  }

  private static MessageEmbed embed(Notice.Card card) {
    EmbedBuilder embed = new EmbedBuilder().setTitle(card.title()).setDescription(card.description())
        .setColor(card.colour()).setFooter(card.footer());
    card.picture().ifPresent(picture -> embed.setImage("attachment://" + picture.name()));
    return embed.build();
  }

  private static List<FileUpload> files(Notice notice) {
    List<FileUpload> files = new ArrayList<>();
    notice.attachments().forEach(attachment -> files.add(file(attachment)));
    notice.card().picture()
        .ifPresent(picture -> files.add(FileUpload.fromStreamSupplier(picture.name(), picture::open)));
    return files;
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
      case Notice.Action.Press(String customId, String label, boolean enabled) ->
        Button.secondary(customId, label).withDisabled(!enabled);
      case Notice.Action.Link(var target, String label) -> Button.link(target.toASCIIString(), label);
    };
  }
}
