package dev.foley.discord;

import dev.foley.discord.interaction.CallbackThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.SequentialRestRateLimiter;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends interaction callbacks at once, on {@link CallbackThreads}; all other requests stand in JDA's line. Discord does not count callbacks
 * among a bot's requests, and each has a path of its own, so there is nothing that they would wait for. What it turns away all the same is
 * left to that line, and so is everything once it has let nobody in for a while: the line knows until when.
 */
final class CallbackLimiter implements RestRateLimiter {
  private static final long NEVER = 0;

  private final RestRateLimiter line;
  private final GlobalRateLimit turnedAway;
  private final CallbackThreads threads;
  /** One more than callbacks under way, until there are to be no more. */
  private final AtomicInteger underWay = new AtomicInteger(1);
  private final CompletableFuture<@Nullable Void> allSent = new CompletableFuture<>();

  CallbackLimiter(RateLimitConfig config, CallbackThreads threads) {
    this.line = new SequentialRestRateLimiter(config);
    this.turnedAway = config.getGlobalRateLimit();
    this.threads = threads;
  }

  @Override
  public void enqueue(Work request) {
    if (!request.getRoute().getBaseRoute().equals(Route.Interactions.CALLBACK)
        || turnedAway.getCloudflare() > NEVER) {
      line.enqueue(request);
    } else {
      underWay.incrementAndGet();
      if (threads.isCurrent()) {
        send(request);
      } else {
        threads.execute(() -> send(request));
      }
    }
  }

  private void send(Work request) {
    try {
      if (!request.isSkipped()) {
        @Nullable
        Response _ = request.execute();
        if (!request.isDone()) {
          line.enqueue(request);
        }
      }
    } finally {
      sent();
    }
  }

  private void sent() {
    if (underWay.decrementAndGet() == 0) {
      allSent.complete(null);
    }
  }

  @Override
  public void stop(boolean shutdown, Runnable callback) {
    if (!isStopped()) {
      sent();
    }
    line.stop(shutdown, () -> {
      CompletableFuture<Void> _ = allSent.thenRun(callback);
    });
  }

  @Override
  public boolean isStopped() {
    return line.isStopped();
  }

  @Override
  public int cancelRequests() {
    return line.cancelRequests();
  }
}
