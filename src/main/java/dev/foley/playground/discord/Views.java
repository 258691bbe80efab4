package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns state into what members see. Called with the {@link Turn} held. */
final class Views {
  private static final String NO_RESPONSE = "The application did not respond";

  private final World world;
  private final MessageJson json;
  private final Interactions interactions;
  private final InstantSource clock;

  Views(World world, MessageJson json, Interactions interactions, InstantSource clock) {
    this.world = world;
    this.interactions = interactions;
    this.json = json;
    this.clock = clock;
  }

  ChannelView channel(Channel channel) {
    long permissions = world.botPermissions(channel);
    return new ChannelView(Json.id(channel.id()), channel.name(), channel.type() == Channel.DM,
        Arrays.stream(Permission.values()).filter(permission -> permission.in(permissions))
            .collect(Collectors.toSet()));
  }

  MemberView member(Member member) {
    User user = member.user();
    return new MemberView(Json.id(user.id()), user.username(), user.displayName(), user.bot(),
        user.equals(world.home().owner()), world.locale(user),
        member.roles().stream().map(world.home().roles()::get).map(Role::name).toList());
  }

  List<MessageView> messages(Channel channel, User viewer) {
    return channel.messages().values().stream().filter(message -> message.visibleTo(viewer)).map(this::message)
        .toList();
  }

  MessageView message(Message message) {
    Message.Draft draft = message.draft();
    Message.Origin origin = message.origin();
    boolean unanswered = isUnanswered(message);
    List<AttachmentView> files = MessageJson.shownFiles(draft).stream()
        .map(file -> json.attachment(file, message.ephemeral()))
        .map(file -> new AttachmentView(file.path("id").asText(), file.path("filename").asText(),
            file.path("size").asLong(), file.path("content_type").asText(), file.path("url").asText(),
            text(file, "description"), voice(file)))
        .toList();
    return new MessageView(Json.id(message.id()), message.channel().name(), message.author().username(),
        message.author().bot(), draft.content(), list(json.embeds(draft), Views::embed),
        components(draft.components()), files, draft.mentions().users().stream().map(User::username).toList(),
        draft.mentions().everyone(), message.ephemeral(), message.loading() && !unanswered, unanswered,
        origin.interactionId() == 0 ? null : Json.id(origin.interactionId()),
        origin.replyTo() == 0 ? null : Json.id(origin.replyTo()), Snowflakes.instantOf(message.id()).toString(),
        message.editedAt().map(Instant::toString).orElse(null), message.edits());
  }

  /** Whether it promises an answer, the token for which has ended meanwhile. */
  private boolean isUnanswered(Message message) {
    return message.loading() && interactions.find(message.origin().interactionId())
        .filter(interaction -> interaction.tokenEnded(clock.instant())).isPresent();
  }

  InteractionView interaction(Interaction interaction) {
    Interaction.Cause cause = interaction.cause();
    boolean failed = interaction.failed(clock.instant());
    boolean acknowledged = interaction.acknowledged();
    boolean ownMessage = interaction.callbackType() == Interaction.REPLY
        || interaction.callbackType() == Interaction.DEFERRED_REPLY;
    List<Message> messages = Stream
        .concat(ownMessage ? interaction.original().stream() : Stream.empty(), interaction.followUps().stream())
        .filter(message -> !message.deleted()).toList();
    InteractionView.State state = acknowledged
        ? InteractionView.State.ACKNOWLEDGED
        : failed ? InteractionView.State.FAILED : InteractionView.State.WAITING;
    String status = switch (state) {
      case WAITING -> "Sending command…";
      case FAILED -> NO_RESPONSE;
      case ACKNOWLEDGED -> messages.stream().noneMatch(Message::loading)
          ? "Answered"
          : messages.stream().anyMatch(this::isUnanswered) ? NO_RESPONSE : world.bot().displayName() + " is thinking…";
    };
    return new InteractionView(Json.id(interaction.id()), cause.type(), cause.user().username(),
        cause.channel().name(), cause.name(), state, status, acknowledged ? interaction.callbackType() : null,
        acknowledged ? interaction.acknowledgedMillis() : null, messages.stream().map(this::message).toList(),
        messages.stream().mapToInt(Message::edits).sum(), interaction.modal().map(Views::modal).orElse(null),
        interaction.choices().map(choices -> list(choices,
            choice -> new InteractionView.Choice(choice.path("name").asText(), choice.path("value").asText())))
            .orElse(List.of()),
        interaction.tokenEndsAt().toString());
  }

  static List<ComponentView> components(JsonNode rows) {
    List<ComponentView> views = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (JsonNode component : rows.get(row).path("components")) {
        boolean button = component.path("type").asInt() == ComponentForm.BUTTON;
        views.add(new ComponentView(component.path("type").asInt(), row, text(component, "custom_id"),
            text(component, button ? "label" : "placeholder"), text(component.path("emoji"), "name"),
            component.path("style").asInt(), component.path("disabled").asBoolean(), text(component, "url"),
            choices(component), amount(component)));
      }
    }
    return views;
  }

  private static List<ComponentView.Option> choices(JsonNode select) {
    return list(select.path("options"), option -> new ComponentView.Option(option.path("label").asText(),
        option.path("value").asText(), text(option, "description"), text(option.path("emoji"), "name"),
        option.path("default").asBoolean()));
  }

  private static ComponentView.Amount amount(JsonNode select) {
    return new ComponentView.Amount(select.path("min_values").asInt(1), select.path("max_values").asInt(1));
  }

  /** Inputs of a modal, whether in labels or in rows. */
  static List<ObjectNode> modalInputs(ObjectNode modal) {
    List<ObjectNode> inputs = new ArrayList<>();
    for (JsonNode holder : modal.path("components")) {
      if (holder.path("component") instanceof ObjectNode input) {
        ObjectNode copy = input.deepCopy();
        copy.set("label", holder.path("label"));
        copy.set("description", holder.path("description"));
        inputs.add(copy);
      }
      holder.path("components").forEach(input -> inputs.add(input.deepCopy()));
    }
    return inputs;
  }

  private static ModalView modal(ObjectNode modal) {
    return new ModalView(modal.path("custom_id").asText(), modal.path("title").asText(),
        modalInputs(modal).stream()
            .map(input -> new ModalView.Input(input.path("type").asInt(), input.path("custom_id").asText(),
                input.path("label").asText(), text(input, "description"), input.path("style").asInt(),
                text(input, "value"), text(input, "placeholder"), input.path("required").asBoolean(),
                input.path("min_length").asInt(), input.path("max_length").asInt(), choices(input), amount(input)))
            .toList());
  }

  private static EmbedView embed(JsonNode embed) {
    return new EmbedView(text(embed, "title"), text(embed, "description"), text(embed, "url"),
        embed.has("color") ? embed.path("color").asInt() : null, text(embed.path("author"), "name"),
        text(embed.path("footer"), "text"), text(embed.path("image"), "url"), text(embed.path("thumbnail"), "url"),
        text(embed, "timestamp"), list(embed.path("fields"), field -> new EmbedView.Field(field.path("name").asText(),
            field.path("value").asText(), field.path("inline").asBoolean())));
  }

  private static AttachmentView.@Nullable Voice voice(JsonNode file) {
    return file.has("waveform")
        ? new AttachmentView.Voice(file.path("duration_secs").asDouble(), file.path("waveform").asText())
        : null;
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> map) {
    return StreamSupport.stream(array.spliterator(), false).map(map).toList();
  }
}
