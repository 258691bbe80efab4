package dev.foley.discord.interaction;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for interaction callbacks: the first answer to an interaction, which Discord wants within 3 s and a member sees as "thinking…".
 * They are threads of the operating system, whose scheduler then has somebody to prefer, since all other work is done by virtual threads
 * on carriers of a lower priority. May wait. Thread-safe.
 *
 * <p>There are as many as callbacks on their way at the same time, up to {@value #MOST}; more than that go by virtual threads. Nobody needs to
 * close them.
 */
public final class CallbackThreads implements Executor {
  private static final int MOST = 32;
  private static final int IDLE_SECONDS = 30;

  private final ThreadGroup group = new ThreadGroup("callbacks");
  private final ThreadPoolExecutor threads = new ThreadPoolExecutor(1, MOST, IDLE_SECONDS, TimeUnit.SECONDS,
      new SynchronousQueue<>(),
      Thread.ofPlatform().group(group).name("callback-", 0).daemon().factory(),
      (callback, _) -> Thread.startVirtualThread(callback));

  @Override
  public void execute(Runnable callback) {
    threads.execute(callback);
  }

  /** Whether the calling thread is one of them. */
  public boolean isCurrent() {
    return group.equals(Thread.currentThread().getThreadGroup());
  }
}
