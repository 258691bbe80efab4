package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands now. What a request may set is {@link Draft}; the rest was decided when it was created.
 * Guarded by {@link Turn}.
 */
final class Message {
  static final int DEFAULT = 0;
  static final int REPLY = 19;
  static final int CHAT_INPUT_COMMAND = 20;
  static final int CONTEXT_MENU_COMMAND = 23;

  static final int FLAG_SUPPRESS_EMBEDS = 1 << 2;
  static final int FLAG_EPHEMERAL = 1 << 6;
  static final int FLAG_LOADING = 1 << 7;
  static final int FLAG_SUPPRESS_NOTIFICATIONS = 1 << 12;
  static final int FLAG_VOICE_MESSAGE = 1 << 13;
  static final int FLAG_COMPONENTS_V2 = 1 << 15;

  /** Whom a text would ping, after allowed_mentions. */
  record Mentions(List<User> users, Set<Long> roles, boolean everyone) {
    static final Mentions NONE = new Mentions(List.of(), Set.of(), false);
  }

  /** What can be edited. Embeds keep {@code attachment://} as it was sent, since the files' addresses expire. */
  record Draft(String content, ArrayNode embeds, ArrayNode components, List<StoredFile> files, Mentions mentions,
      int flags) {
    static final Draft EMPTY = new Draft("", Json.array(), Json.array(), List.of(), Mentions.NONE, 0);

    boolean isEmpty() {
      return content.isBlank() && embeds.isEmpty() && components.isEmpty() && files.isEmpty();
    }
  }

  /** Where it came from; the fields are null, or 0, where they do not apply. */
  record Origin(int type, User author, @Nullable ObjectNode interactionMetadata, long interactionId, long replyTo,
      @Nullable User onlyFor) {
    static Origin plain(User author, long replyTo) {
      return new Origin(replyTo == 0 ? DEFAULT : REPLY, author, null, 0, replyTo, null);
    }
  }

  private final long id;
  private final Channel channel;
  private final Origin origin;
  private final @Nullable JsonNode nonce;
  private Draft draft;
  private @Nullable Instant editedAt;
  private int edits;

  Message(long id, Channel channel, Origin origin, @Nullable JsonNode nonce, Draft draft) {
    this.id = id;
    this.channel = channel;
    this.origin = origin;
    this.nonce = nonce;
    this.draft = draft;
  }

  long id() {
    return id;
  }

  Channel channel() {
    return channel;
  }

  Origin origin() {
    return origin;
  }

  User author() {
    return origin.author();
  }

  Draft draft() {
    return draft;
  }

  Optional<JsonNode> nonce() {
    return Optional.ofNullable(nonce);
  }

  Optional<Instant> editedAt() {
    return Optional.ofNullable(editedAt);
  }

  /** How often it changed after it had been complete. */
  int edits() {
    return edits;
  }

  boolean ephemeral() {
    return (draft.flags() & FLAG_EPHEMERAL) != 0;
  }

  /** What was taken away can still be meant by an interaction that was on its way. */
  boolean deleted() {
    return !channel.messages().containsKey(id);
  }

  /** "Foley is thinking…" */
  boolean loading() {
    return (draft.flags() & FLAG_LOADING) != 0;
  }

  boolean visibleTo(User viewer) {
    return !ephemeral() || viewer.equals(origin.onlyFor());
  }

  /** The answer to a deferred reply is its first content, not an edit. */
  void change(Draft changed, Instant now) {
    if (!loading()) {
      editedAt = now;
      edits++;
    }
    draft = changed;
  }

  boolean uses(String customId) {
    return draft.components().findValues("custom_id").stream().anyMatch(id -> id.asText().equals(customId));
  }
}
