package dev.foley.playground.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, without a window. For one thread. */
final class Chromium implements AutoCloseable {
  /** A generation takes seconds, and a machine that builds other things as well takes longer. */
  static final double PATIENCE_MILLIS = 40_000;

  private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
      "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it, or skips the tests where there is none. */
  static Chromium start() {
    Optional<Path> executable = Stream.concat(Stream.ofNullable(System.getenv("FOLEY_CHROMIUM")), PLACES.stream())
        .map(Path::of).filter(Files::isExecutable).findFirst();
    assumeTrue(executable.isPresent(), "There is no Chromium, so the page is not looked at. "
        + "Install it (on Debian: apt-get install chromium), or say where it is in FOLEY_CHROMIUM.");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Playwright playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser = playwright.chromium().launch(
        new BrowserType.LaunchOptions().setExecutablePath(executable.orElseThrow()).setArgs(ARGUMENTS));
    return new Chromium(playwright, browser);
  }

  /** A tab with storage of its own, in which the page is open and the bot is online. */
  Tab open(URI url) {
    return new Tab(browser, url);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
