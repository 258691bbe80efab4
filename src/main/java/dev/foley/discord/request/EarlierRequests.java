package dev.foley.discord.request;

import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.discord.text.Wording;
import dev.foley.generation.Drafts;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** Finds what a button or a form is about, before anything is answered. Does not block; may ask the database on a work thread. */
final class EarlierRequests {
  private final Generations generations;
  private final Drafts drafts;
  private final Intake intake;

  EarlierRequests(Generations generations, Drafts drafts, Intake intake) {
    this.generations = generations;
    this.drafts = drafts;
    this.intake = intake;
  }

  /**
   * Hands over the request that an argument names. If there is none the member reads that the button belongs to nothing.
   *
   * @param argument may be forged
   */
  <E extends GenericInteractionCreateEvent & IReplyCallback> void find(E event, String argument,
      BiConsumer<Earlier, Received> then) {
    Received received = Received.of(event);
    Optional<GenerationId> id = Press.generation(argument);
    if (id.isEmpty()) {
      unknown(event, received);
      return;
    }
    intake.look(event, () -> find(id.get()), found -> {
      if (found.isPresent()) {
        then.accept(found.get(), received);
      } else {
        unknown(event, received);
      }
    });
  }

  /**
   * As above, for its author only.
   *
   * @param notYours what somebody else reads
   */
  <E extends GenericInteractionCreateEvent & IReplyCallback> void ofAuthor(E event, String argument, Wording notYours,
      BiConsumer<Earlier, Received> then) {
    find(event, argument, (earlier, received) -> {
      if (isAuthors(event, earlier, received, notYours)) {
        then.accept(earlier, received);
      }
    });
  }

  /** As above, for whoever can have seen it; to others it is unknown. */
  <E extends GenericInteractionCreateEvent & IReplyCallback> void seenBy(E event, String argument,
      BiConsumer<Earlier, Received> then) {
    find(event, argument, (earlier, received) -> {
      if (earlier.isSeenBy(received.origin())) {
        then.accept(earlier, received);
      } else {
        unknown(event, received);
      }
    });
  }

  /** Whether its author acts; anybody else has been told. */
  static boolean isAuthors(IReplyCallback event, Earlier earlier, Received received, Wording notYours) {
    boolean isAuthor = earlier.isBy(received.origin().member());
    if (!isAuthor) {
      Intake.refuse(event, Messages.of(received.origin().locale(), notYours));
    }
    return isAuthor;
  }

  private Optional<Earlier> find(GenerationId id) {
    List<Generation> takes = generations.takes(id);
    return takes.isEmpty() ? drafts.find(id).map(Earlier::of) : Optional.of(Earlier.of(takes));
  }

  private static void unknown(IReplyCallback event, Received received) {
    Intake.refuse(event, Messages.of(received.origin().locale(), Text.UNKNOWN_BUTTON));
  }
}
