package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.interaction.CallbackThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnswerThreadsTest {
  private final CallbackThreads callbacks = new CallbackThreads();

  @Test
  void aCallbackIsFollowedOnItsOwnThread() throws Exception {
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      AnswerThreads answers = new AnswerThreads(callbacks, others);
      CompletableFuture<Boolean> isSame = new CompletableFuture<>();

      callbacks.execute(() -> {
        Thread callback = Thread.currentThread();
        answers.execute(() -> isSame.complete(callback.equals(Thread.currentThread())));
      });

      assertThat(isSame.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whateverElseHasAThreadOfItsOwn() throws Exception {
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Boolean> isVirtual = new CompletableFuture<>();

      new AnswerThreads(callbacks, others).execute(() -> isVirtual.complete(Thread.currentThread().isVirtual()));

      assertThat(isVirtual.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void itEndsWithThoseOfTheOthers() throws Exception {
    AnswerThreads answers = new AnswerThreads(callbacks, Executors.newVirtualThreadPerTaskExecutor());
    assertThat(answers.isShutdown()).isFalse();

    answers.shutdown();

    assertThat(answers.isShutdown()).isTrue();
    assertThat(answers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(answers.isTerminated()).isTrue();
    assertThat(answers.shutdownNow()).isEmpty();
  }
}
