package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that a member did, and what the bot made of it. Guarded by {@link Turn}. */
final class Interaction {
  static final int COMMAND = 2;
  static final int COMPONENT = 3;
  static final int AUTOCOMPLETE = 4;
  static final int MODAL_SUBMIT = 5;

  static final int REPLY = 4;
  static final int DEFERRED_REPLY = 5;
  static final int DEFERRED_UPDATE = 6;
  static final int UPDATE = 7;
  static final int CHOICES = 8;
  static final int MODAL = 9;

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  /**
   * Who did what, where.
   *
   * @param name command name, or custom_id
   * @param message whose component was used, also by way of a modal
   * @param parent what opened the modal
   * @param userInstalled the bot is not in the server; the member brought it along
   */
  record Cause(int type, User user, Channel channel, String name, @Nullable ObjectNode command,
      @Nullable Message message, @Nullable Interaction parent, boolean userInstalled) {}

  private final long id;
  private final String token;
  private final Cause cause;
  private final ObjectNode data;
  private final Instant createdAt;
  private final long sentNanos;
  private int callbackType;
  private double acknowledgedMillis;
  private boolean tokenEnded;
  private @Nullable Message original;
  private @Nullable ObjectNode modal;
  private @Nullable ArrayNode choices;
  private final List<Message> followUps = new ArrayList<>();

  Interaction(long id, String token, Cause cause, ObjectNode data, Instant createdAt, long sentNanos) {
    this.id = id;
    this.token = token;
    this.cause = cause;
    this.data = data;
    this.createdAt = createdAt;
    this.sentNanos = sentNanos;
  }

  long id() {
    return id;
  }

  String token() {
    return token;
  }

  Cause cause() {
    return cause;
  }

  ObjectNode data() {
    return data;
  }

  boolean acknowledged() {
    return callbackType != 0;
  }

  /** 0 before the bot has answered. */
  int callbackType() {
    return callbackType;
  }

  /** From handing the event to the socket until the callback request arrived. */
  double acknowledgedMillis() {
    return acknowledgedMillis;
  }

  /** "The application did not respond", as far as the clock says. */
  boolean failed(Instant now) {
    return !acknowledged() && (tokenEnded || now.isAfter(createdAt.plus(ANSWER_WITHIN)));
  }

  boolean tokenEnded(Instant now) {
    return tokenEnded || now.isAfter(tokenEndsAt());
  }

  Instant tokenEndsAt() {
    return createdAt.plus(TOKEN_LIFE);
  }

  void endToken() {
    tokenEnded = true;
  }

  void acknowledge(int type, long receivedNanos) {
    callbackType = type;
    acknowledgedMillis = (receivedNanos - sentNanos) / 1e6;
  }

  /** What {@code @original} means: the answer, or for updates the message that was pressed; empty once that is deleted. */
  Optional<Message> original() {
    return Optional.ofNullable(original).filter(message -> !message.deleted());
  }

  void original(Message message) {
    original = message;
  }

  Optional<ObjectNode> modal() {
    return Optional.ofNullable(modal);
  }

  void modal(ObjectNode shown) {
    modal = shown;
  }

  Optional<ArrayNode> choices() {
    return Optional.ofNullable(choices);
  }

  void choices(ArrayNode given) {
    choices = given;
  }

  List<Message> followUps() {
    return followUps;
  }

  /** How its messages say where they came from. */
  ObjectNode metadata() {
    ObjectNode json = Json.object().put("id", Json.id(id)).put("type", cause.type());
    json.set("user", cause.user().toJson());
    json.set("authorizing_integration_owners", owners());
    if (cause.type() == COMPONENT && cause.message() != null) {
      json.put("interacted_message_id", Json.id(cause.message().id()));
    }
    if (cause.parent() != null) {
      json.set("triggering_interaction_metadata", cause.parent().metadata());
    }
    return json;
  }

  /** Who installed the bot: 0 a server, 1 a member. */
  ObjectNode owners() {
    return cause.userInstalled()
        ? Json.object().put("1", Json.id(cause.user().id()))
        : Json.object().put("0", Json.id(cause.channel().guildId()));
  }
}
