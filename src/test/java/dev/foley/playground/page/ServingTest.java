package dev.foley.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is served over HTTP: files that need nobody else, and the switch of the bot's process. */
class ServingTest {
  private static final Pattern IMPORT = Pattern
      .compile("(?:from|import) '(/[^']+|\\./[^']+)'|(?:href|src)=\"(/[^\"]+)\"");

  private ServedPage served;

  @BeforeEach
  void start() {
    served = new ServedPage();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void thePageMayAskNobodyButItsServer() throws Exception {
    HttpResponse<String> page = served.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';").doesNotContain("unsafe", "http");
  }

  @Test
  void everythingThatItsFilesImportIsThere() throws Exception {
    List<String> open = new ArrayList<>(List.of("/"));
    for (int i = 0; i < open.size(); i++) {
      String path = open.get(i);
      HttpResponse<String> file = served.get(path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      if (!path.startsWith("/lib/")) {
        IMPORT.matcher(file.body()).results().map(ServingTest::path).filter(next -> !open.contains(next))
            .forEach(open::add);
      }
    }
    assertThat(open).contains("/page/app.js", "/page/player.js", "/lib/lit-html/lit-html.js",
        "/lib/markdown-it/dist/markdown-it.min.js");
  }

  @Test
  void nothingElseOfTheClassPathIsServed() throws Exception {
    for (String path : List.of("/page/PlaygroundPage.class", "/page/..%2Fapp.js", "/lib/jackson/x.js",
        "/lib/lit-html/..%2F..%2F..%2F..%2Flogback.xml", "/lib/lit-html/package.json", "/page/missing.js")) {
      assertThat(served.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void theBotIsSwitchedFromThePageAndFromNoOther() throws Exception {
    RecordingSwitch bot = new RecordingSwitch();
    assertThat(served.post("/page/bot/kill", "").statusCode()).isEqualTo(409);
    served.page.manage(bot);

    assertThat(served.post("/page/bot/kill", "https://example.org").statusCode()).isEqualTo(403);
    assertThat(served.post("/page/bot/explode", "").statusCode()).isEqualTo(404);
    for (String action : List.of("kill", "start", "stop", "restart")) {
      assertThat(served.post("/page/bot/" + action, served.server.baseUrl().toString()).statusCode()).isEqualTo(204);
    }

    assertThat(bot.done).containsExactly("kill", "start", "stop", "kill", "start");
  }

  @Test
  void aBotThatRunsButIsNotConnectedIsStarting() throws IOException {
    RecordingSwitch bot = new RecordingSwitch();
    served.page.manage(bot);
    bot.start();
    assertThat(served.feed("mia").await("bot", _ -> true).path("state").asText()).isEqualTo("starting");
  }

  private static String path(MatchResult found) {
    String module = found.group(1);
    return module == null ? found.group(2) : module.replaceFirst("^\\./", "/page/");
  }

  private static final class RecordingSwitch implements BotSwitch {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    @Override
    public boolean running() {
      return running;
    }

    @Override
    public void start() throws IOException {
      done.add("start");
      running = true;
    }

    @Override
    public void stop() {
      done.add("stop");
      running = false;
    }

    @Override
    public void kill() {
      done.add("kill");
      running = false;
    }
  }
}
