package dev.foley.discord.interaction;

import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.ChannelId;
import dev.foley.generation.StoreException;
import dev.foley.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from JDA's event thread to the place where waiting is allowed.
 *
 * <p>A permit for the work is taken first, since an interaction that has been deferred cannot be refused privately any more; then it is
 * noted that a reply is promised ({@link PromisedReplies}) and Discord is told "heard you", and only when it has answered does the work
 * begin. So nothing is recorded for a member who sees "interaction failed", and no edit of the reply can arrive before the reply.
 */
public final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /** Discord wants it within 3 seconds; longer than this it does not wait for its turn. */
  private static final long ACKNOWLEDGE_SECONDS = 10;
  private static final long SECOND_TRY_SECONDS = 2;
  /** Of those 3 seconds. */
  private static final long LOOK_MILLIS = 2_000;

  private final PermittedWork work;
  private final PromisedReplies promises;
  private final Executor callbacks;

  /** @param callbacks runs what a member waits for, and may wait too */
  public Intake(PermittedWork work, PromisedReplies promises, Executor callbacks) {
    this.work = work;
    this.promises = promises;
    this.callbacks = callbacks;
  }

  /** What to do once Discord knows that the interaction was heard. May wait. */
  public interface Task {
    /** @throws StoreException if the database does not answer; the member is told */
    void run(InteractionHook hook);
  }

  /**
   * Acknowledges an interaction and then runs a task on it. Does not block.
   *
   * @param tell puts a sentence before the member if the task cannot be done
   * @return false if there is no room for it; the member has been told
   */
  public boolean take(IReplyCallback event, RestAction<InteractionHook> acknowledgement, Task task, Tell tell) {
    Optional<PermittedWork.Permit> permit = work.acquire();
    if (permit.isEmpty()) {
      refuse(event, Messages.of(Received.locale(event), Text.BUSY));
      return false;
    }
    Taken taken = new Taken(event, permit.get(), promise(event, acknowledgement), task, tell);
    callbacks.execute(() -> taken.acknowledge(acknowledgement));
    return true;
  }

  /** A member who sees "thinking…" is promised something; what a press leaves as it is, is no promise. */
  private static Optional<Promise> promise(IReplyCallback event, RestAction<InteractionHook> acknowledgement) {
    return acknowledgement instanceof ReplyCallbackAction
        ? Optional.of(new Promise(event.getIdLong(), Secret.of(event.getToken()),
            new ChannelId(event.getChannelIdLong()), Received.locale(event)))
        : Optional.empty();
  }

  /** How a sentence reaches the member after the acknowledgement. */
  public interface Tell extends BiConsumer<InteractionHook, String> {}

  /**
   * Looks something up for an interaction whose first answer depends on it; a modal, for one, cannot come after an acknowledgement.
   * Does not block. If the look takes so long that Discord would not hear the answer in time, the member reads so.
   *
   * @param query may wait
   * @param then answers the interaction; must not wait
   */
  public <T> void look(IReplyCallback event, Supplier<T> query, Consumer<T> then) {
    CompletableFuture<T> found = new CompletableFuture<>();
    try {
      work.execute(() -> {
        try {
          found.complete(query.get());
        } catch (RuntimeException e) {
          found.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException full) {
      refuse(event, Messages.of(Received.locale(event), Text.BUSY));
      return;
    }
    CompletableFuture<T> _ = found.orTimeout(LOOK_MILLIS, TimeUnit.MILLISECONDS)
        .whenComplete((value, failure) -> guarded(event, () -> {
          if (failure == null) {
            then.accept(value);
          } else {
            refuse(event, Messages.of(Received.locale(event), meaning(failure)));
          }
        }));
  }

  private static Text meaning(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return Text.BUSY;
    }
    log.atError().setCause(failure).log("Nothing could be looked up for an interaction");
    return failure instanceof StoreException ? Text.NOT_RECORDED : Text.INTERNAL;
  }

  /**
   * Answers privately that this will not be done. Does not block.
   *
   * @param sentence without the prompt in it, since it is logged too
   * @param offers what the member can do about it
   */
  public static void refuse(IReplyCallback event, String sentence, Button... offers) {
    log.atInfo().addKeyValue("interactionId", event.getId()).addKeyValue("sentence", sentence).log("Request refused");
    event.reply(sentence).setEphemeral(true)
        .setComponents(offers.length == 0 ? List.of() : List.of(ActionRow.of(List.of(offers)))).queue(_ -> {},
            failure -> log.atInfo().addKeyValue("failure", RestFailures.meaning(failure))
                .log("A refusal did not reach the member"));
  }

  /** Does something with an interaction; should that fail, the member reads so. */
  public static void guarded(IReplyCallback event, Runnable handler) {
    try {
      handler.run();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("An interaction could not be handled");
      if (!event.isAcknowledged()) {
        refuse(event, Messages.of(Received.locale(event), Text.INTERNAL));
      }
    }
  }

  /** Answers with a form to fill in. */
  public static void ask(IModalCallback event, Modal form) {
    event.replyModal(form).queue(_ -> {}, failure -> log.atWarn()
        .addKeyValue("failure", RestFailures.meaning(failure)).log("A form did not reach the member"));
  }

  /** Answers with suggestions. That they come too late, because the member has typed on, is nothing special. */
  public static void suggest(IAutoCompleteCallback event, List<Choice> choices) {
    event.replyChoices(choices).queue(_ -> {}, failure -> log.atDebug()
        .addKeyValue("failure", RestFailures.meaning(failure)).log("Suggestions did not reach the member"));
  }

  /** Answers privately after the acknowledgement: the message with the button stays as it is, and only who pressed reads this. */
  public static void whisper(InteractionHook hook, String sentence) {
    insist(() -> hook.sendMessage(sentence).setEphemeral(true));
  }

  /** Replaces the answer by a sentence. */
  public static void reword(InteractionHook hook, String sentence) {
    insist(() -> hook.editOriginal(sentence));
  }

  /**
   * Sends the last words of an interaction, after which nobody comes back to it; where Discord stumbles, once more. Should the first
   * try have arrived all the same, the member reads a sentence twice, which is better than never. Does not block.
   */
  public static void insist(Supplier<? extends RestAction<?>> words) {
    words.get().queue(_ -> {}, failure -> {
      if (RestFailures.meaning(failure) instanceof Sent.NotNow) {
        ScheduledFuture<?> _ = words.get().queueAfter(SECOND_TRY_SECONDS, TimeUnit.SECONDS, _ -> {},
            Intake::notReached);
      } else {
        notReached(failure);
      }
    });
  }

  private static void notReached(Throwable failure) {
    log.atInfo().addKeyValue("failure", RestFailures.meaning(failure)).log("An answer did not reach the member");
  }

  /** An interaction for which there is a permit. */
  private final class Taken {
    private final IReplyCallback event;
    private final PermittedWork.Permit permit;
    private final Optional<Promise> promise;
    private final Task task;
    private final Tell tell;

    Taken(IReplyCallback event, PermittedWork.Permit permit, Optional<Promise> promise, Task task, Tell tell) {
      this.event = event;
      this.permit = permit;
      this.promise = promise;
      this.task = task;
      this.tell = tell;
    }

    /** May wait. */
    void acknowledge(RestAction<InteractionHook> acknowledgement) {
      try {
        promise.ifPresent(promises::made);
        acknowledgement.timeout(ACKNOWLEDGE_SECONDS, TimeUnit.SECONDS).queue(this::work, failure -> {
          if (RestFailures.isAcknowledgedAlready(failure)) {
            work(InteractionHook.from(event.getJDA(), event.getToken()));
          } else {
            notAcknowledged(failure);
          }
        });
      } catch (RuntimeException e) {
        notAcknowledged(e); // JDA is shutting down, for one
      }
    }

    private void notAcknowledged(Throwable failure) {
      log.atWarn().addKeyValue("failure", RestFailures.meaning(failure))
          .log("An interaction could not be acknowledged");
      permit.release();
      promise.ifPresent(promises::kept);
    }

    /** Does not wait. */
    private void work(InteractionHook hook) {
      try {
        permit.use(() -> {
          run(hook);
          promise.ifPresent(promises::kept);
        });
      } catch (RejectedExecutionException e) {
        log.atWarn().addKeyValue("interactionId", event.getId())
            .log("The bot ends before a request could be recorded; its member is told so at the next start");
      }
    }

    private void run(InteractionHook hook) {
      try {
        task.run(hook);
      } catch (StoreException e) {
        log.atError().setCause(e).log("A request could not be recorded");
        tell.accept(hook, Messages.of(Received.locale(event), Text.NOT_RECORDED));
      } catch (RuntimeException e) {
        log.atError().setCause(e).log("A request failed");
        tell.accept(hook, Messages.of(Received.locale(event), Text.INTERNAL));
      }
    }
  }
}
