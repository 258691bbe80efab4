package dev.foley.discord;

import dev.foley.discord.interaction.CallbackThreads;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Where JDA says how a request was answered. After an interaction callback that is the thread that sent it, which has nothing else to
 * do; what is said there must not wait. After any other request it is a thread of its own.
 */
final class AnswerThreads extends AbstractExecutorService {
  private final CallbackThreads callbacks;
  private final ExecutorService others;

  /** @param others may wait */
  AnswerThreads(CallbackThreads callbacks, ExecutorService others) {
    this.callbacks = callbacks;
    this.others = others;
  }

  @Override
  public void execute(Runnable answer) {
    if (callbacks.isCurrent()) {
      answer.run();
    } else {
      others.execute(answer);
    }
  }

  @Override
  public void shutdown() {
    others.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return others.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return others.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return others.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return others.awaitTermination(timeout, unit);
  }
}
