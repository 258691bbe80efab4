package dev.foley.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The page as a member has it open: what one does and sees there, and that it asks nobody else for anything. */
final class Tab implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();

  Tab(Browser browser, URI url) {
    context = browser.newContext(
        new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(ColorScheme.DARK));
    page = context.newPage();
    page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
    page.onRequest(request -> {
      if (!URI.create(request.url()).getAuthority().equals(url.getAuthority())) {
        problems.add("asked somebody else: " + request.url());
      }
    });
    page.onPageError(error -> problems.add("script failed: " + error));
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        problems.add(message.text());
      }
    });
    page.navigate(url.toString());
    page.locator(".presence.online").waitFor();
  }

  Page page() {
    return page;
  }

  /** Types where the focus is, as on a keyboard. */
  Tab type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Presses keys one after the other, such as {@code Enter} or {@code Shift+Tab}. */
  Tab press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /** Puts the cursor where one writes. */
  Tab composer() {
    page.locator(".composer input").first().focus();
    return this;
  }

  Tab click(String buttonName) {
    button(buttonName).last().click();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Tab channel(String name) {
    page.locator(".channel", new Page.LocatorOptions().setHasText(name)).click();
    return this;
  }

  Tab actAs(String displayName) {
    page.locator(".member", new Page.LocatorOptions().setHasText(displayName)).click();
    page.locator(".member.open", new Page.LocatorOptions().setHasText(displayName)).waitFor();
    return this;
  }

  /** The newest message with this text of its own, which the line above a reply is not. */
  Locator message(String text) {
    Locator body = page.locator(".body", new Page.LocatorOptions().setHasText(text));
    return page.locator(".message", new Page.LocatorOptions().setHas(body)).last();
  }

  /** Waits for a message with this text. */
  Locator awaitMessage(String text) {
    Locator message = message(text);
    message.waitFor();
    return message;
  }

  /** The line in the picker that Enter would take. */
  String activeLine() {
    return page.locator(".picker .line.active .label").innerText();
  }

  Tab shot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    return this;
  }

  /** What axe-core, the usual judge of accessibility, finds serious or worse: rule and place. */
  List<String> accessibilityIssues() {
    return new AxeBuilder(page).analyze().getViolations().stream()
        .filter(rule -> SERIOUS.contains(rule.getImpact()))
        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " at " + node.getTarget() + ": "
            + node.getFailureSummary()))
        .toList();
  }

  /** Fails if the page asked another host, ran against its policy, or threw. */
  @Override
  public void close() {
    context.close();
    assertThat(problems).isEmpty();
  }
}
