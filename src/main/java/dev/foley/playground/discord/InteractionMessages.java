package dev.foley.playground.discord;

import org.jspecify.annotations.Nullable;

/** Posts what an interaction answers with, and says in each message whose answer to what it is. */
final class InteractionMessages {
  private static final int CHAT_INPUT = 1;

  private final World world;
  private final Messages messages;

  InteractionMessages(World world, Messages messages) {
    this.world = world;
    this.messages = messages;
  }

  /** The answer itself. */
  Message post(Interaction interaction, Message.Draft draft) {
    Interaction.Cause cause = interaction.cause();
    int type = switch (cause.type()) {
      case Interaction.COMMAND -> cause.command() != null && cause.command().path("type").asInt() != CHAT_INPUT
          ? Message.CONTEXT_MENU_COMMAND
          : Message.CHAT_INPUT_COMMAND;
      case Interaction.COMPONENT -> Message.REPLY;
      default -> Message.DEFAULT;
    };
    Message pressed = type == Message.REPLY ? cause.message() : null;
    return create(interaction, type, pressed, draft);
  }

  /** A further message, shown as a reply to the answer; in the answer's place if that was deleted. */
  Message followUp(Interaction interaction, Message.Draft draft) {
    Message message = interaction.original()
        .map(original -> create(interaction, Message.REPLY, original, draft))
        .orElseGet(() -> post(interaction, draft));
    interaction.followUps().add(message);
    return message;
  }

  private Message create(Interaction interaction, int type, @Nullable Message repliedTo, Message.Draft draft) {
    if (world.findChannel(interaction.cause().channel().id()).isEmpty()) {
      throw ApiError.unknownChannel();
    }
    boolean ephemeral = (draft.flags() & Message.FLAG_EPHEMERAL) != 0;
    Message.Origin origin = new Message.Origin(type, world.bot(), interaction.metadata(), interaction.id(),
        repliedTo == null ? 0 : repliedTo.id(), ephemeral ? interaction.cause().user() : null);
    return messages.create(interaction.cause().channel(), origin, draft, null);
  }
}
