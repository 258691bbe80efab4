package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an interaction's token is good for during 15 minutes after the first answer: follow-ups, and reading, editing and
 * deleting what was answered. Needs no permission of the bot in the channel, as on Discord.
 */
final class WebhookRoutes {
  private static final String WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";
  private static final String MESSAGE = WEBHOOK + "/messages/{message_id}";
  private static final String ORIGINAL = "@original";
  private static final int FLAGS = Message.FLAG_EPHEMERAL | Message.FLAG_SUPPRESS_EMBEDS
      | Message.FLAG_SUPPRESS_NOTIFICATIONS;
  private static final int MAX_FOLLOW_UPS_WHERE_NOT_INSTALLED = 5;

  private final World world;
  private final Interactions interactions;
  private final Messages messages;
  private final MessageForm forms;
  private final InteractionMessages answers;

  WebhookRoutes(World world, Interactions interactions, Messages messages, MessageForm forms,
      InteractionMessages answers) {
    this.world = world;
    this.interactions = interactions;
    this.messages = messages;
    this.forms = forms;
    this.answers = answers;
  }

  void register(Rest rest) {
    add(rest, HandlerType.GET, WEBHOOK, call -> withInteraction(call, this::webhook));
    add(rest, HandlerType.POST, WEBHOOK, call -> withInteraction(call, found -> followUp(found, call)));
    add(rest, HandlerType.GET, MESSAGE,
        call -> withInteraction(call, found -> Reply.ok(messages.render(message(found, call)))));
    add(rest, HandlerType.PATCH, MESSAGE, call -> withInteraction(call, found -> edit(message(found, call), call)));
    add(rest, HandlerType.DELETE, MESSAGE, call -> withInteraction(call, found -> {
      messages.delete(message(found, call));
      return Reply.NO_CONTENT;
    }));
  }

  private static void add(Rest rest, HandlerType method, String path, Rest.Handler handler) {
    rest.add(method, path, Rest.Access.TOKEN_IN_PATH, RateLimits.Limit.WEBHOOK, handler);
  }

  private Reply withInteraction(Call call, Function<Interaction, Reply> action) {
    if (call.id("webhook_id") != world.applicationId()) {
      throw ApiError.unknownWebhook();
    }
    Interaction interaction = interactions.forWebhook(call.text("webhook_token"));
    if (world.findChannel(interaction.cause().channel().id()).isEmpty()) {
      throw ApiError.unknownChannel();
    }
    return action.apply(interaction);
  }

  private Reply webhook(Interaction interaction) {
    Channel channel = interaction.cause().channel();
    ObjectNode json = Json.object().put("application_id", Json.id(world.applicationId())).putNull("avatar")
        .put("channel_id", Json.id(channel.id())).put("id", Json.id(world.applicationId()))
        .put("name", world.bot().displayName()).put("type", 3);
    channel.guild().ifPresent(guild -> json.put("guild_id", Json.id(guild.id())));
    return Reply.ok(json);
  }

  private Reply followUp(Interaction interaction, Call call) {
    FormErrors errors = new FormErrors();
    Form form = new Form(call.object(), errors);
    int flags = MessageForm.flags(form, FLAGS);
    Channel channel = interaction.cause().channel();
    Optional<Message> thinking = interaction.original().filter(Message::loading)
        .filter(message -> message.channel().messages().containsKey(message.id()));
    if (thinking.isPresent()) {
      // The first follow-up after a deferred reply becomes that reply, and stays as visible as it was announced.
      return edit(thinking.get(), call);
    }
    if (interaction.cause().userInstalled()
        && interaction.followUps().size() >= MAX_FOLLOW_UPS_WHERE_NOT_INSTALLED) {
      throw ApiError.tooManyFollowUps();
    }
    Message.Draft draft = forms.draft(form, call.uploads(), Message.Draft.EMPTY, flags, channel, null, errors);
    return Reply.message(messages.render(answers.followUp(interaction, draft)));
  }

  private Reply edit(Message message, Call call) {
    FormErrors errors = new FormErrors();
    Form form = new Form(call.object(), errors);
    int before = message.draft().flags() & ~Message.FLAG_LOADING;
    int asked = MessageForm.flags(form, FLAGS) & Message.FLAG_SUPPRESS_EMBEDS;
    int flags = form.has("flags") ? (before & ~Message.FLAG_SUPPRESS_EMBEDS) | asked : before;
    boolean firstContent = message.loading();
    messages.edit(message, forms.draft(form, call.uploads(), message.draft(), flags, message.channel(), null, errors));
    Reply reply = Reply.ok(messages.render(message));
    return firstContent ? reply.withMessageCreated() : reply;
  }

  /** @throws ApiError 10008 if it is gone or belongs to another interaction */
  private static Message message(Interaction interaction, Call call) {
    String id = call.text("message_id");
    Stream<Message> own = Stream.concat(interaction.original().stream(), interaction.followUps().stream());
    Optional<Message> found = id.equals(ORIGINAL)
        ? interaction.original()
        : own.filter(message -> Json.id(message.id()).equals(id)).findFirst();
    return found.filter(message -> !message.deleted()).orElseThrow(ApiError::unknownMessage);
  }
}
