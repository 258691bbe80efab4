package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first answer to an interaction: within 3 seconds, once, and of a type that fits.
 *
 * @see <a href="https://docs.discord.com/developers/interactions/receiving-and-responding">Discord's rules</a>
 */
final class CallbackRoutes {
  private static final int REPLY_FLAGS = Message.FLAG_EPHEMERAL | Message.FLAG_SUPPRESS_EMBEDS
      | Message.FLAG_SUPPRESS_NOTIFICATIONS;
  private static final int MAX_CHOICES = 25;

  private final Interactions interactions;
  private final Messages messages;
  private final MessageForm forms;
  private final InteractionMessages answers;

  CallbackRoutes(Interactions interactions, Messages messages, MessageForm forms, InteractionMessages answers) {
    this.interactions = interactions;
    this.messages = messages;
    this.forms = forms;
    this.answers = answers;
  }

  void register(Rest rest) {
    rest.add(HandlerType.POST, "/interactions/{interaction_id}/{interaction_token}/callback",
        Rest.Access.TOKEN_IN_PATH, RateLimits.Limit.COMMON, this::callback);
  }

  private Reply callback(Call call) {
    Interaction interaction = interactions.forCallback(call.id("interaction_id"), call.text("interaction_token"));
    FormErrors errors = new FormErrors();
    Form form = new Form(call.object(), errors);
    form.required("type");
    int type = form.choice("type", Interaction.REPLY, allowed(interaction.cause()));
    errors.throwIfAny();
    Form data = form.object("data").orElseGet(() -> form.wrap("data", Json.object()));
    switch (type) {
      case Interaction.REPLY -> reply(interaction, data, call, errors);
      case Interaction.DEFERRED_REPLY -> defer(interaction, data, errors);
      case Interaction.UPDATE -> update(interaction, data, call, errors);
      case Interaction.CHOICES -> interaction.choices(choices(interaction, data, errors));
      case Interaction.MODAL -> {
        ObjectNode modal = ModalForm.check(data);
        errors.throwIfAny();
        interaction.modal(modal);
      }
      default -> interaction.original(pressed(interaction));
    }
    interaction.acknowledge(type, call.receivedNanos());
    boolean created = type == Interaction.REPLY;
    Reply answer = call.queryFlag("with_response", false) ? Reply.ok(response(interaction, type)) : Reply.NO_CONTENT;
    return created ? answer.withMessageCreated() : answer;
  }

  private static int[] allowed(Interaction.Cause cause) {
    return switch (cause.type()) {
      case Interaction.COMMAND -> new int[]{Interaction.REPLY, Interaction.DEFERRED_REPLY, Interaction.MODAL};
      case Interaction.COMPONENT -> new int[]{Interaction.REPLY, Interaction.DEFERRED_REPLY,
          Interaction.DEFERRED_UPDATE, Interaction.UPDATE, Interaction.MODAL};
      case Interaction.AUTOCOMPLETE -> new int[]{Interaction.CHOICES};
      default -> cause.message() == null
          ? new int[]{Interaction.REPLY, Interaction.DEFERRED_REPLY}
          : new int[]{Interaction.REPLY, Interaction.DEFERRED_REPLY, Interaction.DEFERRED_UPDATE, Interaction.UPDATE};
    };
  }

  private void reply(Interaction interaction, Form data, Call call, FormErrors errors) {
    int flags = MessageForm.flags(data, REPLY_FLAGS);
    Message.Draft draft = forms.draft(data, call.uploads(), Message.Draft.EMPTY, flags, interaction.cause().channel(),
        null, errors);
    interaction.original(answers.post(interaction, draft));
  }

  private void defer(Interaction interaction, Form data, FormErrors errors) {
    int flags = MessageForm.flags(data, Message.FLAG_EPHEMERAL) | Message.FLAG_LOADING;
    errors.throwIfAny();
    interaction.original(answers.post(interaction, new Message.Draft("", Json.array(), Json.array(),
        List.of(), Message.Mentions.NONE, flags)));
  }

  private void update(Interaction interaction, Form data, Call call, FormErrors errors) {
    Message message = pressed(interaction);
    if (message.deleted()) {
      throw ApiError.unknownMessage();
    }
    messages.edit(message, forms.draft(data, call.uploads(), message.draft(), message.draft().flags(),
        message.channel(), null, errors));
    interaction.original(message);
  }

  private static Message pressed(Interaction interaction) {
    Message message = interaction.cause().message();
    if (message == null) {
      throw ApiError.unknownMessage();
    }
    return message;
  }

  private static ArrayNode choices(Interaction interaction, Form data, FormErrors errors) {
    int type = focusedType(interaction.data());
    ArrayNode choices = Json.array();
    data.each("choices", MAX_CHOICES, form -> choices.add(OptionForm.choice(form, type)));
    errors.throwIfAny();
    return choices;
  }

  private static int focusedType(ObjectNode data) {
    return data.findParents("focused").stream().flatMap(option -> Stream.of(option.path("type").asInt())).findFirst()
        .orElse(OptionForm.STRING);
  }

  private ObjectNode response(Interaction interaction, int type) {
    Interaction.Cause cause = interaction.cause();
    ObjectNode json = Json.object();
    ObjectNode summary = json.putObject("interaction").put("id", Json.id(interaction.id())).put("type", cause.type())
        .put("channel_id", Json.id(cause.channel().id()));
    cause.channel().guild().ifPresent(guild -> summary.put("guild_id", Json.id(guild.id())));
    interaction.original().ifPresent(message -> {
      summary.put("response_message_id", Json.id(message.id())).put("response_message_loading", message.loading())
          .put("response_message_ephemeral", message.ephemeral());
      if (type == Interaction.REPLY || type == Interaction.UPDATE) {
        json.putObject("resource").put("type", type).set("message", messages.render(message));
      }
    });
    return json;
  }
}
