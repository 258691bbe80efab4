package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Acts and reads as a member does. Members and channels go by name or id; {@code @mia} is the channel of mia's direct
 * messages with the bot. Acting answers at once; what the bot makes of it is read, or waited for, afterwards.
 *
 * <p>Thread-safe. Unknown members, channels, messages and interactions are {@link IllegalArgumentException}s.
 */
public final class MemberControl {
  private final Turn turn;
  private final World world;
  private final Commands commands;
  private final CommandMenu menu;
  private final Interactions interactions;
  private final Messages messages;
  private final ComponentUse components;
  private final Views views;

  MemberControl(Turn turn, World world, Commands commands, Interactions interactions, Messages messages, Views views) {
    this.turn = turn;
    this.world = world;
    this.commands = commands;
    this.menu = new CommandMenu(world, commands);
    this.interactions = interactions;
    this.messages = messages;
    this.components = new ComponentUse(world, interactions);
    this.views = views;
  }

  /** Invokes a command as it is typed, such as {@code /music prompt:warm lo-fi piano seconds:12}. */
  public Invocation invoke(String member, String channel, String line) {
    return invoke(member, channel, line, locale(member), false);
  }

  /**
   * Invokes a command as it is typed.
   *
   * @param locale of the member's client, such as {@code de}
   * @param userInstalled whether only the member, not the server, has installed the bot
   */
  public Invocation invoke(String member, String channel, String line, String locale, boolean userInstalled) {
    return act(member, channel, (user, where) -> {
      ObjectNode command = menu.typed(user, where, CommandLine.name(line), userInstalled);
      ObjectNode data = new CommandData(world, command, user, where).checked(CommandLine.parse(line, command));
      return sent(interactions.send(cause(user, where, command, userInstalled), data, locale));
    });
  }

  /** Invokes a command with its options by name; {@code command} is {@code "settings limits"} for a subcommand. */
  public Invocation invoke(String member, String channel, String command, Map<String, ?> options) {
    return act(member, channel, (user, where) -> {
      ObjectNode found = menu.typed(user, where, CommandLine.name(command), false);
      Map<String, String> texts = new LinkedHashMap<>();
      options.forEach((name, value) -> texts.put(name, String.valueOf(value)));
      ObjectNode data = new CommandData(world, found, user, where).checked(new CommandLine(command, texts, ""));
      return sent(interactions.send(cause(user, where, found, false), data));
    });
  }

  /** Sends values that no honest client would send: unchecked, also for options that do not exist. */
  public Invocation invokeForged(String member, String channel, String command, Map<String, ?> options) {
    return act(member, channel, (user, where) -> {
      ObjectNode found = menu.typed(user, where, CommandLine.name(command), false);
      ObjectNode data = new CommandData(world, found, user, where).forged(command, options);
      return sent(interactions.send(cause(user, where, found, false), data));
    });
  }

  /** Chooses a command from a message's menu. */
  public Invocation invokeOnMessage(String member, String channel, String command, String messageId) {
    return act(member, channel, (user, where) -> {
      ObjectNode found = menu.onMessage(user, where, command);
      Message target = message(where, user, messageId);
      ObjectNode data = new CommandData(world, found, user, where).target(messageId, "messages",
          messages.render(target));
      return sent(interactions.send(cause(user, where, found, false), data));
    });
  }

  /** Chooses a command from a member's menu. */
  public Invocation invokeOnMember(String member, String channel, String command, String targetMember) {
    return act(member, channel, (user, where) -> {
      ObjectNode found = menu.onMember(user, where, command);
      User target = user(targetMember);
      ObjectNode data = new CommandData(world, found, user, where).target(Json.id(target.id()), "users",
          target.toJson());
      return sent(interactions.send(cause(user, where, found, false), data));
    });
  }

  /** Asks for suggestions for the last option of the line, with what is typed of it so far. */
  public Invocation autocomplete(String member, String channel, String line) {
    return suggest(member, channel, line, command -> CommandLine.parse(line, command));
  }

  /** Asks for suggestions for the last of these options. */
  public Invocation autocomplete(String member, String channel, String command, Map<String, String> options) {
    return suggest(member, channel, command, _ -> new CommandLine(command, new LinkedHashMap<>(options), ""));
  }

  private Invocation suggest(String member, String channel, String line, Function<ObjectNode, CommandLine> reader) {
    return act(member, channel, (user, where) -> {
      ObjectNode command = menu.typed(user, where, CommandLine.name(line), false);
      ObjectNode data = new CommandData(world, command, user, where).focused(reader.apply(command));
      return sent(interactions.send(new Interaction.Cause(Interaction.AUTOCOMPLETE, user, where,
          command.path("name").asText(), command, null, null, false), data));
    });
  }

  /** Presses a button, named by label or custom_id, of the newest message that has it. */
  public Invocation press(String member, String channel, String button) {
    return act(member, channel, (user, where) -> components.press(user, where.messages().descendingMap().values()
        .stream().filter(message -> message.visibleTo(user))
        .filter(message -> views.message(message).component(button).isPresent()).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no message here has a button " + button)), button));
  }

  /** Presses a button, named by label or custom_id, of one message. */
  public Invocation press(String member, String channel, String messageId, String button) {
    return act(member, channel, (user, where) -> components.press(user, message(where, user, messageId), button));
  }

  /** Presses a button that the message need not have, as a forged client could. */
  public Invocation pressForged(String member, String channel, String messageId, String customId) {
    return act(member, channel, (user, where) -> components.pressUnchecked(user,
        message(where, user, messageId), customId));
  }

  /** Chooses lines, by value or label, in a select that is named by placeholder or custom_id. */
  public Invocation select(String member, String channel, String messageId, String select, List<String> values) {
    return act(member, channel,
        (user, where) -> components.select(user, message(where, user, messageId), select, values));
  }

  /** Submits the modal that the bot answered an interaction with; values go by custom_id or label. */
  public Invocation submit(String member, String interactionId, Map<String, String> values) {
    return submit(member, interactionId, values, false);
  }

  /** Submits a modal with values that its client would have refused. */
  public Invocation submitForged(String member, String interactionId, Map<String, String> values) {
    return submit(member, interactionId, values, true);
  }

  /** The language of the member's client. */
  String locale(String member) {
    return turn.call(() -> world.locale(user(member)));
  }

  /** The commands that can be invoked in a channel, as Discord returns them. */
  public List<ObjectNode> commands(String channel) {
    return turn.call(() -> menu.offered(channel(channel)).stream().map(ObjectNode::deepCopy).toList());
  }

  /** All messages that the viewer sees, oldest first. */
  public List<MessageView> messages(String viewer, String channel) {
    return turn.call(() -> views.messages(channel(channel), user(viewer)));
  }

  public InteractionView interaction(String id) {
    return turn.call(() -> views.interaction(found(id)));
  }

  /** All interactions that are remembered, oldest first. */
  public List<InteractionView> interactions() {
    return turn.call(() -> interactions.all().stream().map(views::interaction).toList());
  }

  /**
   * Waits for a message that the viewer sees and that fits.
   *
   * @throws TimeoutException with the newest messages in its text
   */
  public MessageView awaitMessage(String viewer, String channel, Predicate<MessageView> fits, Duration timeout)
      throws InterruptedException, TimeoutException {
    Optional<MessageView> found = turn.await(timeout,
        () -> views.messages(channel(channel), user(viewer)).stream().filter(fits).findFirst());
    return found.orElseThrow(() -> new TimeoutException("no such message in " + channel + " within " + timeout
        + "; " + viewer + " sees " + messages(viewer, channel)));
  }

  /** Waits until an interaction is as asked. @throws TimeoutException with the interaction in its text */
  public InteractionView awaitInteraction(String id, Predicate<InteractionView> fits, Duration timeout)
      throws InterruptedException, TimeoutException {
    Optional<InteractionView> view = turn.await(timeout, () -> Optional.of(views.interaction(found(id))).filter(fits));
    return view.orElseThrow(() -> new TimeoutException("not so within " + timeout + ": " + interaction(id)));
  }

  /** As it is once it fits, or else at the end of the time. */
  InteractionView interaction(String id, Predicate<InteractionView> fits, Duration timeout)
      throws InterruptedException {
    return turn.await(timeout, () -> Optional.of(views.interaction(found(id))).filter(fits))
        .orElseGet(() -> interaction(id));
  }

  /** Waits until the bot has registered any command. */
  public void awaitCommands(Duration timeout) throws InterruptedException, TimeoutException {
    long home = world.home().id();
    if (turn.await(timeout, () -> commands.available(home).stream().findFirst()).isEmpty()) {
      throw new TimeoutException("no bot has registered a command within " + timeout);
    }
  }

  /** Waits until the bot has registered a command of this name, so that it can be invoked. */
  public void awaitCommand(String name, Duration timeout) throws InterruptedException, TimeoutException {
    long home = world.home().id();
    Optional<ObjectNode> found = turn.await(timeout, () -> commands.available(home).stream()
        .filter(command -> command.path("name").asText().equals(name)).findFirst());
    if (found.isEmpty()) {
      throw new TimeoutException("no bot has registered " + name + " within " + timeout);
    }
  }

  /** Ends an interaction's token now instead of after its 15 minutes. */
  public void expireToken(String interactionId) {
    turn.run(() -> {
      Interaction interaction = found(interactionId);
      interaction.endToken();
      interaction.cause().channel().touch();
    });
  }

  /** Posts a message as the member. */
  public MessageView say(String member, String channel, String content) {
    return turn.call(() -> views.message(messages.create(channel(channel), Message.Origin.plain(user(member), 0),
        new Message.Draft(content, Json.array(), Json.array(), List.of(), Message.Mentions.NONE, 0), null)));
  }

  /** Removes a message, as its author or a moderator. */
  public void deleteMessage(String channel, String messageId) {
    turn.run(() -> {
      Channel where = channel(channel);
      messages.delete(Optional.ofNullable(where.messages().get(Long.parseLong(messageId)))
          .orElseThrow(() -> new IllegalArgumentException("no message " + messageId + " in " + channel)));
    });
  }

  /** How often each channel has changed, by its name, as soon as that differs from {@code seen} or at the end of the time. */
  public Map<String, Long> awaitRevisions(Map<String, Long> seen, Duration timeout) throws InterruptedException {
    Supplier<Map<String, Long>> now = () -> world.channels().stream()
        .collect(Collectors.toMap(Channel::name, Channel::revision, Math::max));
    return turn.await(timeout, () -> Optional.of(now.get()).filter(revisions -> !revisions.equals(seen)))
        .orElseGet(() -> turn.call(now));
  }

  /** Waits for a change since {@code revision} for at most {@code timeout}; what a page polls with. */
  ChannelPage page(String viewer, String channel, long revision, Duration timeout) throws InterruptedException {
    Supplier<ChannelPage> now = () -> new ChannelPage(channel(channel).revision(),
        views.messages(channel(channel), user(viewer)));
    Optional<ChannelPage> changed = turn.await(timeout,
        () -> channel(channel).revision() == revision ? Optional.empty() : Optional.of(now.get()));
    return changed.orElseGet(() -> turn.call(now));
  }

  /** What one look at a channel gives. */
  record ChannelPage(long revision, List<MessageView> messages) {}

  private interface Action {
    Invocation perform(User user, Channel channel) throws OptionInput.RefusedException;
  }

  private Invocation act(String member, String channel, Action action) {
    return turn.call(() -> {
      try {
        return action.perform(user(member), channel(channel));
      } catch (OptionInput.RefusedException e) {
        return e.toResult();
      }
    });
  }

  private Invocation submit(String member, String interactionId, Map<String, String> values, boolean forged) {
    return turn.call(() -> {
      try {
        return components.submit(user(member), found(interactionId), values, forged);
      } catch (OptionInput.RefusedException e) {
        return e.toResult();
      }
    });
  }

  private static Invocation sent(Interaction interaction) {
    return new Invocation.Sent(Json.id(interaction.id()));
  }

  private static Interaction.Cause cause(User user, Channel channel, ObjectNode command, boolean userInstalled) {
    return new Interaction.Cause(Interaction.COMMAND, user, channel, command.path("name").asText(), command, null,
        null, userInstalled);
  }

  private User user(String name) {
    return world.findUser(name).orElseThrow(() -> new IllegalArgumentException("there is no member " + name));
  }

  private Channel channel(String name) {
    return world.findChannel(name).orElseThrow(() -> new IllegalArgumentException("there is no channel " + name));
  }

  private static Message message(Channel channel, User viewer, String id) {
    return Optional.ofNullable(channel.messages().get(Long.parseLong(id)))
        .filter(message -> message.visibleTo(viewer)).orElseThrow(() -> new IllegalArgumentException(
            viewer.username() + " sees no message " + id + " in " + channel.name()));
  }

  private Interaction found(String id) {
    return interactions.find(Long.parseLong(id))
        .orElseThrow(() -> new IllegalArgumentException("there is no interaction " + id));
  }
}
