package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foley.discord.interaction.CallbackThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.Route;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CallbackLimiterTest {
  private static final Route.CompiledRoute CALLBACK = Route.Interactions.CALLBACK.compile("1", "token");
  private static final Route.CompiledRoute EDIT = Route.Interactions.EDIT_FOLLOWUP.compile("1", "token", "2");
  private static final String LINE = "line";

  private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1,
      Thread.ofPlatform().name(LINE).factory());
  private final RestRateLimiter.GlobalRateLimit global = RestRateLimiter.GlobalRateLimit.create();
  private final CallbackThreads threads = new CallbackThreads();
  private final CallbackLimiter limiter = new CallbackLimiter(
      new RestRateLimiter.RateLimitConfig(scheduler, global, true), threads);

  @AfterEach
  void shutDown() {
    limiter.stop(true, () -> {});
    scheduler.shutdownNow();
  }

  @Test
  void callbacksHaveThreadsOfTheirOwn() throws Exception {
    Request callback = new Request(CALLBACK, 1);
    limiter.enqueue(callback);
    Request edit = new Request(EDIT, 1);
    limiter.enqueue(edit);

    assertThat(callback.sentOn()).startsWith("callback-");
    assertThat(edit.sentOn()).isEqualTo(LINE);
  }

  @Test
  void onSuchAThreadNoOtherIsWaitedFor() throws Exception {
    CompletableFuture<Boolean> sentAtOnce = new CompletableFuture<>();
    threads.execute(() -> {
      Request callback = new Request(CALLBACK, 1);
      limiter.enqueue(callback);
      sentAtOnce.complete(callback.isDone());
    });

    assertThat(sentAtOnce.get()).isTrue();
  }

  @Test
  void whatDiscordTurnsAwayStandsInLine() throws Exception {
    Request callback = new Request(CALLBACK, 2);
    limiter.enqueue(callback);

    assertThat(callback.sentOn()).isEqualTo(LINE);
    assertThat(callback.times).hasValue(2);
  }

  @Test
  void onceDiscordHasLetNobodyInAllStandInLine() throws Exception {
    global.setCloudflare(1);
    Request callback = new Request(CALLBACK, 1);
    limiter.enqueue(callback);

    assertThat(callback.sentOn()).isEqualTo(LINE);
  }

  @Test
  void whatWasCancelledIsNotSent() {
    Request cancelled = new Request(CALLBACK, 1);
    cancelled.cancel();
    limiter.enqueue(cancelled);

    await().until(cancelled.wasSkipped::get);
    assertThat(cancelled.times).hasValue(0);
  }

  @Test
  void theEndWaitsForWhatIsUnderWay() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    limiter.enqueue(new Request(CALLBACK, 1) {
      @Override
      public @Nullable Response execute() {
        answer.join();
        return super.execute();
      }
    });
    limiter.stop(false, () -> ended.complete(answer.isDone()));
    assertThat(limiter.isStopped()).isTrue();
    assertThat(ended).isNotDone();

    answer.complete("204");
    assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
  }

  /** A request that is through when it has been sent a number of times; before, it has been turned away. */
  private static class Request implements RestRateLimiter.Work {
    private final Route.CompiledRoute route;
    private final int enough;
    private final AtomicInteger times = new AtomicInteger();
    private final AtomicBoolean wasSkipped = new AtomicBoolean();
    private final CompletableFuture<String> through = new CompletableFuture<>();
    private volatile boolean cancelled;

    Request(Route.CompiledRoute route, int enough) {
      this.route = route;
      this.enough = enough;
    }

    String sentOn() throws Exception {
      return through.get(10, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable Response execute() {
      if (times.incrementAndGet() == enough) {
        through.complete(Thread.currentThread().getName());
      }
      return null;
    }

    @Override
    public Route.CompiledRoute getRoute() {
      return route;
    }

    @Override
    public JDA getJDA() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isSkipped() {
      wasSkipped.set(cancelled);
      return cancelled;
    }

    @Override
    public boolean isDone() {
      return through.isDone();
    }

    @Override
    public boolean isPriority() {
      return false;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
