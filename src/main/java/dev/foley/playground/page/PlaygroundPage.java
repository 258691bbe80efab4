package dev.foley.playground.page;

import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.server.Part;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsContext;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/**
 * The page at {@code /}: a chat client for the local Discord. What a member does goes through {@code /control}; what a member sees
 * comes over one WebSocket ({@link Feed}).
 */
public final class PlaygroundPage implements Part {
  private static final int POLICY_VIOLATION = 1008;

  private final LocalDiscord discord;
  private final BotState bot;
  private final Exchanges exchanges = new Exchanges();
  private final Map<String, Thread> feeds = new ConcurrentHashMap<>();

  public PlaygroundPage(LocalDiscord discord) {
    this.discord = discord;
    this.bot = new BotState(discord.world());
  }

  /** Offers this bot's process to be killed and started from the page. */
  public void manage(BotSwitch process) {
    bot.manage(process);
  }

  @Override
  public void register(JavalinConfig config, Supplier<URI> baseUrl) {
    config.jetty.modifyServletContextHandler(handler -> handler.addFilter(
        new FilterHolder(new TrafficFilter(exchanges, InstantSource.system())), "/*",
        EnumSet.of(DispatcherType.REQUEST)));
    new Assets().register(config.routes);
    config.routes.post("/page/bot/{action}", this::switchBot);
    config.routes.ws("/page/feed", socket -> {
      socket.onConnect(this::open);
      socket.onClose(this::forget);
      socket.onError(this::forget);
    });
  }

  @Override
  public void close() {
    feeds.values().forEach(Thread::interrupt);
  }

  private void open(WsContext context) {
    String viewer = context.queryParam("as");
    if (viewer == null || !discord.world().members().contains(viewer)
        || !OwnPage.sent(context.header("Origin"), context.header("Host"))) {
      context.closeSession(POLICY_VIOLATION, "Not a member of this server.");
      return;
    }
    Feed feed = new Feed(discord, exchanges, bot, viewer, context::send);
    feeds.put(context.sessionId(), Thread.ofVirtual().name("page-feed").start(() -> run(feed, context)));
  }

  private static void run(Feed feed, WsContext context) {
    try {
      while (context.session.isOpen()) {
        feed.look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      context.closeSession(); // a page that hears no more comes back
    }
  }

  private void forget(WsContext context) {
    Thread feed = feeds.remove(context.sessionId());
    if (feed != null) {
      feed.interrupt();
    }
  }

  private void switchBot(Context context) throws IOException, InterruptedException {
    if (!OwnPage.sent(context.header("Origin"), context.header("Host"))) {
      context.status(403);
      return;
    }
    BotSwitch process = bot.process().orElse(null);
    if (process == null) {
      context.status(409).result("This playground has no bot of its own.");
      return;
    }
    switch (context.pathParam("action")) {
      case "start" -> process.start();
      case "stop" -> process.stop();
      case "kill" -> process.kill();
      case "restart" -> {
        process.kill();
        process.start();
      }
      default -> {
        context.status(404);
        return;
      }
    }
    context.status(204);
  }
}
