package dev.foley.playground.discord;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a member did and what came of it.
 *
 * @param type 2 command, 3 component, 4 autocomplete, 5 modal submit
 * @param name of the command, or the custom_id
 * @param callbackType how the bot answered: 4 reply, 5 deferred reply, 6 deferred update, 7 update, 8 choices, 9 modal;
 *     null before
 * @param acknowledgedMillis how long it took the bot to answer, measured by a monotonic clock; null before
 * @param status one sentence as a member's client would show it
 * @param responses the answer, if it is a message of its own, and the follow-ups, as its author sees them
 * @param edits of all responses together
 */
public record InteractionView(String id, int type, String member, String channel, String name, State state,
    String status, @Nullable Integer callbackType, @Nullable Double acknowledgedMillis, List<MessageView> responses,
    int edits, @Nullable ModalView modal, List<Choice> choices, String tokenEndsAt) {
  public InteractionView {
    responses = List.copyOf(responses);
    choices = List.copyOf(choices);
  }

  public boolean acknowledged() {
    return state == State.ACKNOWLEDGED;
  }

  /** Whether the first answer was "thinking…". */
  public boolean deferred() {
    return acknowledged() && Objects.equals(callbackType, Interaction.DEFERRED_REPLY);
  }

  /** Whether the bot has answered. */
  public enum State {
    WAITING, ACKNOWLEDGED, FAILED
  }

  /** A suggestion of an autocomplete answer. */
  public record Choice(String name, String value) {}
}
