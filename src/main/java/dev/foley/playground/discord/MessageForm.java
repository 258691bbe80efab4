package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a message that a bot sends or the change that it makes to one, and turns it into a draft. */
final class MessageForm {
  private static final int MAX_CONTENT = 2000;
  private static final int MAX_ATTACHMENTS = 10;

  private final MentionParser mentions;
  private final Attachments attachments;
  private final Snowflakes snowflakes;

  MessageForm(World world, Attachments attachments, Snowflakes snowflakes) {
    this.mentions = new MentionParser(world);
    this.attachments = attachments;
    this.snowflakes = snowflakes;
  }

  /** Flags as sent; a bit outside {@code settable} is an error. */
  static int flags(Form form, int settable) {
    int flags = (int) form.integer("flags", 0, 0, Integer.MAX_VALUE);
    if ((flags & ~settable) != 0) {
      form.error("flags", "MESSAGE_FLAGS_INVALID", "These flags cannot be set here: " + (flags & ~settable));
    }
    return flags;
  }

  /**
   * @param base what the message was; fields that the request does not name stay
   * @param flags of the result
   * @throws ApiError 50035 with everything that is wrong, 50006 if nothing would be left to show, 50159 to 50162 for what a voice
   *     message cannot be
   */
  Message.Draft draft(Form form, List<Upload> uploads, Message.Draft base, int flags, Channel channel,
      @Nullable User repliedTo, FormErrors errors) {
    VoiceMessage.checkEditable(base);
    ObjectNode body = (ObjectNode) form.node();
    String content = body.has("content") ? form.string("content", 0, MAX_CONTENT) : base.content();
    ArrayNode embeds = body.has("embeds") ? EmbedForm.check(form) : base.embeds();
    ArrayNode components = body.has("components") ? new ComponentForm().check(form) : base.components();
    MentionParser.check(form);
    List<Listed> listed = listed(form, uploads, base.files(), embeds);
    errors.throwIfAny();
    Message.Mentions pinged = body.has("content") || repliedTo != null
        ? mentions.parse(content, body.path("allowed_mentions"), channel, repliedTo)
        : base.mentions();
    boolean empty = content.isBlank() && embeds.isEmpty() && components.isEmpty() && listed.isEmpty();
    if (empty) {
      throw ApiError.emptyMessage();
    }
    if ((flags & Message.FLAG_VOICE_MESSAGE) != 0) {
      VoiceMessage.check(content.isEmpty() && embeds.isEmpty() && components.isEmpty(),
          listed.stream().map(Listed::sound).toList());
    }
    List<StoredFile> files = listed.stream().map(file -> file.store(channel.id())).toList();
    attachments.forget(base.files().stream().filter(old -> files.stream().noneMatch(file -> file.id() == old.id()))
        .toList());
    return new Message.Draft(content, embeds, components, files, pinged, flags);
  }

  /** Either a file that is there already or one of this request. */
  private final class Listed {
    private final @Nullable StoredFile kept;
    private final @Nullable Upload upload;
    private final @Nullable String description;
    private final StoredFile.@Nullable Voice voice;

    Listed(@Nullable StoredFile kept, @Nullable Upload upload, @Nullable String description,
        StoredFile.@Nullable Voice voice) {
      this.kept = kept;
      this.upload = upload;
      this.description = description;
      this.voice = voice;
    }

    VoiceMessage.Sound sound() {
      return new VoiceMessage.Sound(upload == null ? "" : upload.contentType(), voice);
    }

    StoredFile store(long channelId) {
      if (upload != null) {
        return attachments.keep(upload, snowflakes.next(), channelId, description, voice);
      }
      if (kept == null) {
        throw new IllegalStateException("neither kept nor uploaded");
      }
      return description == null ? kept : kept.withDescription(description);
    }
  }

  private List<Listed> listed(Form form, List<Upload> uploads, List<StoredFile> present,
      ArrayNode embeds) {
    List<Listed> files = new ArrayList<>();
    List<Upload> unnamed = new ArrayList<>(uploads);
    if (form.node().path("attachments").isArray()) {
      for (Form attachment : form.list("attachments", MAX_ATTACHMENTS)) {
        attachment.required("id");
        JsonNode id = attachment.node().path("id");
        String description = attachment.string("description", 0, 1024);
        String words = description.isEmpty() ? null : description;
        Optional<Upload> uploaded = uploads.stream().filter(file -> id.asText().equals(Integer.toString(file.index())))
            .findFirst();
        Optional<StoredFile> kept = present.stream().filter(file -> id.asText().equals(Json.id(file.id()))).findFirst();
        if (uploaded.isPresent()) {
          unnamed.remove(uploaded.get());
          files.add(new Listed(null, renamed(uploaded.get(), attachment.string("filename", 0, 1024)), words,
              VoiceMessage.voice(attachment)));
        } else if (kept.isPresent()) {
          files.add(new Listed(kept.get(), null, words, null));
        } else {
          attachment.error("id", "ATTACHMENT_NOT_FOUND", "Attachment data not found");
        }
      }
    } else if (!form.node().has("attachments")) {
      present.forEach(file -> files.add(new Listed(file, null, null, null)));
    }
    unnamed.forEach(file -> files.add(new Listed(null, file, null, null)));
    for (StoredFile file : present) {
      // A picture in an embed is no attachment of the message, so that no list of attachments can name it.
      boolean named = files.stream().anyMatch(listed -> file.equals(listed.kept));
      if (!named && MessageJson.shownByEmbed(file, embeds)) {
        files.add(new Listed(file, null, null, null));
      }
    }
    return files;
  }

  private static Upload renamed(Upload upload, String filename) {
    return filename.isEmpty()
        ? upload
        : new Upload(upload.index(), Attachments.safeName(filename), upload.contentType(), upload.sizeBytes(),
            upload.path());
  }
}
