package dev.foley;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The threads of the operating system that carry the virtual ones, on which this bot does nearly everything.
 *
 * <p>With two cores and 200 commands a second, what was accepted before keeps both of them busy, and each acknowledgement waits for its
 * turn. So the carriers get a lower priority than other threads, which the operating system heeds where the JVM is told so
 * ({@code -XX:ThreadPriorityPolicy=1}, as the launcher does on Linux); elsewhere it changes nothing.
 */
final class Carriers {
  private static final String GROUP = "CarrierThreads";
  static final int PRIORITY = Thread.MIN_PRIORITY;

  private Carriers() {}

  /**
   * Before the first virtual thread is started. Java has no say for the priority of carriers; but a thread has that of the one that starts it,
   * and no more than its group allows.
   */
  @SuppressWarnings("ThreadPriorityCheck") // that is what it is for
  static void givePrecedenceToOthers() throws InterruptedException {
    Thread.ofPlatform().priority(PRIORITY).start(() -> Thread.startVirtualThread(() -> {})).join();
    group().ifPresent(carriers -> carriers.setMaxPriority(PRIORITY));
  }

  private static Optional<ThreadGroup> group() {
    ThreadGroup root = Stream.iterate(Thread.currentThread().getThreadGroup(), Objects::nonNull, ThreadGroup::getParent)
        .reduce((_, parent) -> parent).orElseThrow();
    ThreadGroup[] groups = new ThreadGroup[root.activeGroupCount()];
    int count = root.enumerate(groups);
    return Arrays.stream(groups, 0, count).filter(group -> group.getName().equals(GROUP)).findFirst();
  }
}
