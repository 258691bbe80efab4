package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The messages of a channel, as far as the bot's permissions go there. */
final class MessageRoutes {
  private static final String MESSAGES = "/channels/{channel_id}/messages";
  private static final int SETTABLE_FLAGS = Message.FLAG_SUPPRESS_EMBEDS | Message.FLAG_SUPPRESS_NOTIFICATIONS
      | Message.FLAG_VOICE_MESSAGE;
  private static final int MAX_NONCE = 25;

  private final World world;
  private final Messages messages;
  private final MessageForm forms;

  MessageRoutes(World world, Messages messages, MessageForm forms) {
    this.world = world;
    this.messages = messages;
    this.forms = forms;
  }

  void register(Rest rest) {
    rest.get(MESSAGES, this::list);
    add(rest, HandlerType.POST, MESSAGES, this::create);
    add(rest, HandlerType.POST, MESSAGES + "/bulk-delete", this::bulkDelete);
    rest.get(MESSAGES + "/{message_id}", this::get);
    add(rest, HandlerType.PATCH, MESSAGES + "/{message_id}", this::edit);
    add(rest, HandlerType.DELETE, MESSAGES + "/{message_id}", this::delete);
  }

  private static void add(Rest rest, HandlerType method, String path, Rest.Handler handler) {
    rest.add(method, path, Rest.Access.BOT, RateLimits.Limit.MESSAGES, handler);
  }

  private Reply create(Call call) {
    Channel channel = world.channel(call.id("channel_id"));
    require(channel, Permission.SEND_MESSAGES);
    if (channel.recipient().filter(world::refusesDirectMessages).isPresent()) {
      throw ApiError.cannotReach();
    }
    if (channel.recipient().filter(person -> !world.sharesServer(person)).isPresent()) {
      throw ApiError.noMutualGuild();
    }
    FormErrors errors = new FormErrors();
    Form form = new Form(call.object(), errors);
    String nonce = form.string("nonce", 0, MAX_NONCE);
    boolean enforceNonce = form.flag("enforce_nonce");
    int flags = MessageForm.flags(form, SETTABLE_FLAGS);
    Optional<Message> repliedTo = repliedTo(form, channel);
    checkContentPermissions(channel, call);
    if ((flags & Message.FLAG_VOICE_MESSAGE) != 0
        && !Permission.SEND_VOICE_MESSAGES.in(world.botPermissions(channel))) {
      throw ApiError.noVoiceHere();
    }
    Optional<Message> repeated = enforceNonce && !nonce.isEmpty()
        ? messages.byNonce(channel, nonce)
        : Optional.empty();
    errors.throwIfAny();
    if (repeated.isPresent()) {
      return Reply.ok(withNonce(repeated.get()));
    }
    Message.Draft draft = forms.draft(form, call.uploads(), Message.Draft.EMPTY, flags, channel,
        repliedTo.map(Message::author).orElse(null), errors);
    Message message = messages.create(channel,
        Message.Origin.plain(world.bot(), repliedTo.map(Message::id).orElse(0L)), draft,
        nonce.isEmpty() ? null : form.node().get("nonce"));
    if (!nonce.isEmpty()) {
      messages.remember(nonce, message);
    }
    return Reply.message(withNonce(message));
  }

  private Reply edit(Call call) {
    Channel channel = world.channel(call.id("channel_id"));
    Message message = messages.find(channel, call.id("message_id"));
    if (!message.author().equals(world.bot())) {
      throw ApiError.notTheAuthor();
    }
    checkContentPermissions(channel, call);
    FormErrors errors = new FormErrors();
    Form form = new Form(call.object(), errors);
    Message.Draft base = message.draft();
    int flags = form.has("flags")
        ? (base.flags() & ~Message.FLAG_SUPPRESS_EMBEDS) | MessageForm.flags(form, Message.FLAG_SUPPRESS_EMBEDS)
        : base.flags();
    messages.edit(message, forms.draft(form, call.uploads(), base, flags, channel, null, errors));
    return Reply.ok(messages.render(message));
  }

  private Reply delete(Call call) {
    Channel channel = world.channel(call.id("channel_id"));
    Message message = messages.find(channel, call.id("message_id"));
    if (!message.author().equals(world.bot())) {
      require(channel, Permission.MANAGE_MESSAGES);
    }
    messages.delete(message);
    return Reply.NO_CONTENT;
  }

  private Reply bulkDelete(Call call) {
    Channel channel = world.channel(call.id("channel_id"));
    require(channel, Permission.MANAGE_MESSAGES);
    FormErrors errors = new FormErrors();
    JsonNode ids = call.body().path("messages");
    if (ids.size() < 2 || ids.size() > 100) {
      errors.add(List.of("messages"), "BASE_TYPE_BAD_LENGTH", "Must be between 2 and 100 in length.");
      throw errors.toApiError();
    }
    ids.forEach(id -> Optional.ofNullable(channel.messages().get(id.asLong())).ifPresent(messages::delete));
    return Reply.NO_CONTENT;
  }

  private Reply get(Call call) {
    Channel channel = world.channel(call.id("channel_id"));
    if (!Permission.READ_MESSAGE_HISTORY.in(world.botPermissions(channel))) {
      throw ApiError.missingAccess();
    }
    return Reply.ok(messages.render(messages.find(channel, call.id("message_id"))));
  }

  /** Newest first, whichever side of the given message is asked for. */
  private Reply list(Call call) {
    Channel channel = world.channel(call.id("channel_id"));
    int limit = call.queryInt("limit", 50, 1, 100);
    if (!Permission.READ_MESSAGE_HISTORY.in(world.botPermissions(channel))) {
      return Reply.ok(Json.array());
    }
    List<Message> all = messages.visible(channel);
    Optional<Long> around = call.queryId("around");
    Optional<Long> before = call.queryId("before");
    Optional<Long> after = call.queryId("after");
    Stream<Message> page;
    if (around.isPresent()) {
      page = Stream.concat(last(all, message -> message.id() < around.get(), limit / 2),
          all.stream().filter(message -> message.id() >= around.get()).limit(limit - limit / 2));
    } else if (after.isPresent()) {
      page = all.stream().filter(message -> message.id() > after.get()).limit(limit);
    } else {
      page = last(all, message -> before.isEmpty() || message.id() < before.get(), limit);
    }
    List<ObjectNode> rendered = new ArrayList<>(page.map(messages::render).toList());
    Collections.reverse(rendered);
    return Reply.ok(Json.array(rendered));
  }

  private static Stream<Message> last(List<Message> all, Predicate<Message> fits, int limit) {
    List<Message> fitting = all.stream().filter(fits).toList();
    return fitting.stream().skip(Math.max(0, fitting.size() - limit));
  }

  private Optional<Message> repliedTo(Form form, Channel channel) {
    Optional<Form> reference = form.object("message_reference");
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    if (!Permission.READ_MESSAGE_HISTORY.in(world.botPermissions(channel))) {
      throw ApiError.noReplyWithoutHistory();
    }
    long id = reference.get().node().path("message_id").asLong();
    Optional<Message> found = Optional.ofNullable(channel.messages().get(id)).filter(message -> !message.ephemeral());
    boolean mustExist = reference.get().node().path("fail_if_not_exists").asBoolean(true);
    if (found.isEmpty() && mustExist) {
      reference.get().error("REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    }
    return found;
  }

  private void checkContentPermissions(Channel channel, Call call) {
    if (!call.uploads().isEmpty()) {
      require(channel, Permission.ATTACH_FILES);
    }
    if (call.body().path("embeds").size() > 0) {
      require(channel, Permission.EMBED_LINKS);
    }
  }

  private void require(Channel channel, Permission permission) {
    if (!permission.in(world.botPermissions(channel))) {
      throw ApiError.missingPermissions();
    }
  }

  private ObjectNode withNonce(Message message) {
    ObjectNode json = messages.render(message);
    message.nonce().ifPresent(nonce -> json.set("nonce", nonce));
    return json;
  }
}
