package dev.foley.discord.interaction;

import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes good, once Discord is ready, what an earlier process has promised and cannot give any more: a reply that still says "thinking…",
 * and for which nothing was recorded, becomes a sentence that asks the member to ask again.
 */
public final class BrokenPromises implements EventListener {
  private static final Logger log = LoggerFactory.getLogger(BrokenPromises.class);

  private final PromiseBook book;
  private final Predicate<Promise> recorded;
  private final AtomicReference<List<Promise>> left;

  /** @param recorded whether there is a generation that will write the reply; may wait */
  public BrokenPromises(PromiseBook book, Predicate<Promise> recorded) {
    this.book = book;
    this.recorded = recorded;
    this.left = new AtomicReference<>(book.left());
  }

  @Override
  public void onEvent(GenericEvent event) {
    if (event instanceof ReadyEvent) {
      List<Promise> due = left.getAndSet(List.of());
      Thread.ofVirtual().name("promises").start(() -> due.forEach(promise -> look(event.getJDA(), promise)));
    }
  }

  private void look(JDA jda, Promise promise) {
    if (isRecorded(promise)) {
      book.forget(promise);
      return;
    }
    InteractionHook hook = InteractionHook.from(jda, promise.token().reveal());
    hook.retrieveOriginal().queue(reply -> {
      if (reply.getFlags().contains(Message.MessageFlag.LOADING)) {
        hook.editOriginal(Messages.of(promise.locale(), Text.RESTARTED)).queue(_ -> {
          book.forget(promise);
          log.atInfo().addKeyValue("interactionId", promise.interactionId())
              .log("A member was asked to ask again, since the bot had died");
        }, failure -> notNow(promise, failure));
      } else {
        book.forget(promise);
      }
    }, failure -> notNow(promise, failure));
  }

  private boolean isRecorded(Promise promise) {
    try {
      return recorded.test(promise);
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("It is not known whether a request was recorded; its reply is left alone");
      return true;
    }
  }

  /** What can still be told is left to the next start. */
  private void notNow(Promise promise, Throwable failure) {
    Sent meaning = RestFailures.meaning(failure);
    log.atInfo().addKeyValue("interactionId", promise.interactionId()).addKeyValue("failure", meaning)
        .log("A promised reply could not be looked at");
    if (meaning instanceof Sent.Closed) {
      book.forget(promise);
    }
  }
}
