package dev.foley.discord;

import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The timer of JDA's requests, which gives each a thread of its own. JDA has every request run after a pause, which is nearly always
 * none; such a one gets its thread directly, where JDA's own timer would be woken first and then wake that thread: each of these is a place in
 * the operating system's line, and takes a part of a processor.
 */
final class PromptScheduler extends ScheduledThreadPoolExecutor {
  private final ExecutorService threads;

  /** @param threads may wait; they are not shut down along with this */
  PromptScheduler(ExecutorService threads) {
    super(1, Thread.ofPlatform().name("discord-timer").daemon().factory());
    this.threads = threads;
    setRemoveOnCancelPolicy(true);
    setKeepAliveTime(1, TimeUnit.MINUTES);
    allowCoreThreadTimeOut(true); // nobody shuts it down, as long as requests may come
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    if (delay > 0) {
      return super.schedule(() -> threads.execute(command), delay, unit);
    }
    Prompt prompt = new Prompt(command);
    threads.execute(prompt);
    return prompt;
  }

  /** What did not have to wait. */
  private static final class Prompt extends FutureTask<Void> implements ScheduledFuture<Void> {
    Prompt(Runnable command) {
      super(command, null);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(0, other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
