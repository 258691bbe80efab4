package dev.foley.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  private final LifeCycle lifeCycle = new LifeCycle();
  private final List<String> closed = new CopyOnWriteArrayList<>();

  @Test
  void closesTheLastFirst() throws CloseException {
    lifeCycle.add("database", () -> closed.add("database"));
    lifeCycle.add("scheduler", () -> closed.add("scheduler"));
    lifeCycle.add("gateway", () -> closed.add("gateway"));

    lifeCycle.close();

    assertThat(closed).containsExactly("gateway", "scheduler", "database");
  }

  @Test
  void givesBackWhatItTakes() {
    AutoCloseable part = () -> {};

    assertThat(lifeCycle.add("part", part)).isSameAs(part);
  }

  @Test
  void carriesOnPastFailuresAndReportsThemTogether() {
    IOException first = new IOException("first");
    NoClassDefFoundError second = new NoClassDefFoundError("second");
    lifeCycle.add("database", () -> closed.add("database"));
    lifeCycle.add("scheduler", () -> {
      throw second;
    });
    lifeCycle.add("http", () -> closed.add("http"));
    lifeCycle.add("gateway", () -> {
      throw first;
    });

    CloseException failure = catchThrowableOfType(CloseException.class, lifeCycle::close);

    assertThat(closed).containsExactly("http", "database");
    assertThat(failure).hasMessage("2 parts could not be closed");
    assertThat(failure.getSuppressed()).containsExactly(first, second);
  }

  @Test
  void closesEachPartOnce() throws CloseException {
    lifeCycle.add("database", () -> closed.add("database"));

    lifeCycle.close();
    lifeCycle.close();

    assertThat(closed).containsExactly("database");
  }

  @Test
  void aPartThatClosesTheWholeDoesNotHangIt() throws CloseException {
    lifeCycle.add("database", () -> closed.add("database"));
    lifeCycle.add("gateway", lifeCycle);

    lifeCycle.close();

    assertThat(closed).containsExactly("database");
  }

  @Test
  void aSecondThreadWaitsUntilTheFirstHasClosedEverything() throws Exception {
    CountDownLatch closing = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    lifeCycle.add("slow", () -> {
      closing.countDown();
      mayEnd.await();
      closed.add("slow");
    });
    Thread first = Thread.ofVirtual().start(this::close);
    closing.await();
    Thread second = Thread.ofVirtual().start(() -> {
      close();
      closed.add("second returned");
    });
    await().until(() -> second.getState() == Thread.State.WAITING);

    mayEnd.countDown();
    first.join();
    second.join();

    assertThat(closed).containsExactly("slow", "second returned");
  }

  @Test
  void anInterruptedCloseStaysVisibleAndDoesNotStopTheRest() {
    lifeCycle.add("database", () -> closed.add("database"));
    lifeCycle.add("scheduler", () -> {
      throw new InterruptedException();
    });

    Throwable failure = catchThrowable(lifeCycle::close);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(CloseException.class);
    assertThat(closed).containsExactly("database");
  }

  @Test
  void aPartThatComesAfterTheEndIsClosedAtOnce() throws CloseException {
    lifeCycle.close();

    Throwable failure = catchThrowable(() -> lifeCycle.add("late", () -> closed.add("late")));

    assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("late was opened after the end");
    assertThat(closed).containsExactly("late");
  }

  private void close() {
    assertThatCode(lifeCycle::close).doesNotThrowAnyException();
  }
}
