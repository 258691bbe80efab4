package dev.foley.discord.look;

import dev.foley.discord.interaction.Deferral;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.Sent;
import dev.foley.discord.reply.DiscordReplies;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.History;
import dev.foley.generation.Take;
import dev.foley.provider.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.TimeFormat;

/**
 * Puts an earlier request before a member once more: from the file if it is still here, else by links. Nothing is recorded.
 *
 * <p>The row is read before anything is answered, because only it says whether the answer is a private one.
 */
final class Show {
  private final KnownRequests requests;
  private final History history;
  private final KeptTakes kept;
  private final DiscordReplies replies;
  private final Intake intake;

  Show(KnownRequests requests, History history, KeptTakes kept, DiscordReplies replies, Intake intake) {
    this.requests = requests;
    this.history = history;
    this.kept = kept;
    this.replies = replies;
    this.intake = intake;
  }

  /**
   * Does not block.
   *
   * @param typed an id, as a member may type it
   */
  <E extends GenericInteractionCreateEvent & IReplyCallback> void show(E event, String typed) {
    Received received = Received.of(event);
    Optional<GenerationId> id = Press.generation(typed.strip().toUpperCase(Locale.ROOT));
    if (id.isEmpty()) {
      Intake.refuse(event, Messages.of(received.origin().locale(), LookText.SHOW_UNKNOWN));
    } else {
      intake.look(event, () -> requests.find(id.get()), found -> answer(event, received, found));
    }
  }

  /** That somebody else's exists is not told either. */
  private void answer(IReplyCallback event, Received received, Optional<List<Generation>> found) {
    Viewer viewer = Viewer.of(received);
    Locale locale = received.origin().locale();
    if (found.isEmpty() || !viewer.mayShow(found.get().getFirst())) {
      Intake.refuse(event, Messages.of(locale, LookText.SHOW_UNKNOWN));
      return;
    }
    List<Generation> takes = found.get();
    Optional<String> nothing = nothingToShow(locale, takes);
    if (nothing.isPresent()) {
      Intake.refuse(event, nothing.get());
      return;
    }
    // Where the bot may not post, the answer is for the member alone.
    Received here = received.privately(
        takes.getFirst().origin().isPrivate() || !received.missingPermissions().isEmpty());
    intake.take(event, Deferral.of(event, here.origin().isPrivate()), hook -> put(hook, here, takes),
        PrivateAnswer::say);
  }

  /** Why there is no sound; empty if there is one. */
  private static Optional<String> nothingToShow(Locale locale, List<Generation> takes) {
    Generation first = takes.getFirst();
    if (takes.stream().anyMatch(take -> !take.state().isFinal())) {
      return Optional.of(first.origin().guild().isPresent()
          ? Messages.of(locale, LookText.SHOW_PENDING, "<#" + first.origin().channel() + ">")
          : Messages.of(locale, LookText.SHOW_PENDING_DIRECT));
    }
    return takes.stream().anyMatch(take -> Stage.of(take.state()).isMade())
        ? Optional.empty()
        : reason(takes).map(reason -> Messages.of(locale, LookText.SHOW_FAILED,
            TimeFormat.DATE_TIME_SHORT.format(first.createdAt()), Messages.of(locale, reason),
            Messages.of(locale, reason.charge())));
  }

  private static Optional<FailureReason> reason(List<Generation> takes) {
    return takes.stream().map(Generation::state).filter(GenerationState.Failed.class::isInstance)
        .map(GenerationState.Failed.class::cast).map(GenerationState.Failed::reason).findFirst();
  }

  /** May wait. */
  private void put(InteractionHook hook, Received here, List<Generation> takes) {
    Generation first = takes.getFirst();
    Viewer viewer = Viewer.of(here);
    Locale locale = here.origin().locale();
    Kin kin = Kin.of(first, requests, history);
    String above = above(locale, viewer, first, kin);
    Optional<List<Take>> files = kept.of(takes, here.origin());
    if (files.isPresent()) {
      if (!(replies.repeat(files.get(), above) instanceof Sent.Posted)) {
        PrivateAnswer.say(hook, Messages.of(locale, LookText.SHOW_NOT_NOW));
      }
      return;
    }
    EarlierMessage message = takes.stream().filter(take -> take.state() instanceof GenerationState.Delivered)
        .findFirst().map(take -> EarlierMessage.read(hook.getJDA(), take)).orElseGet(EarlierMessage.Gone::new);
    PrivateAnswer.put(hook, new LinkedCard(locale, takes, message, kin).under(above));
  }

  /** When it was asked for, by whom if by another member, and what was made out of it; everybody there reads this. */
  private static String above(Locale locale, Viewer viewer, Generation first, Kin kin) {
    List<String> facts = new ArrayList<>();
    String asked = TimeFormat.DATE_TIME_SHORT.format(first.createdAt());
    facts.add(viewer.owns(first)
        ? Messages.of(locale, LookText.SHOW_ASKED, asked)
        : Messages.of(locale, LookText.SHOW_ASKED_BY, asked, "<@" + first.origin().member() + ">"));
    kin.descendants(locale, child -> !child.origin().isPrivate(), viewer::isFromHere).ifPresent(facts::add);
    return "-# " + String.join(" · ", facts);
  }
}
