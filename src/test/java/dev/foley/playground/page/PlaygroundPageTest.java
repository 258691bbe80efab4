package dev.foley.playground.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.foley.playground.demo.PlaygroundSession;
import dev.foley.playground.services.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real bot as a process of its own, used in a browser as a member would. */
class PlaygroundPageTest {
  private static final double TIME_FACTOR = 8;
  /** Decoded by the browser itself: how loud the loudest sample is. */
  private static final String LOUDEST = """
      async player => {
        const bytes = await (await fetch(player.audio.src)).arrayBuffer();
        const sound = await new OfflineAudioContext(2, 1, 44100).decodeAudioData(bytes);
        return sound.getChannelData(0).reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
      }""";

  private static Chromium chromium;
  private static PlaygroundSession session;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    session = PlaygroundSession.start(0, TIME_FACTOR, null, bot());
  }

  @AfterAll
  static void stop() throws Exception {
    if (session != null) {
      session.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void musicIsMadeByKeyboardAloneWatchedAndHeard() {
    try (Tab tab = chromium.open(session.url())) {
      tab.shot("welcome").composer().type("/mus");
      assertThat(tab.activeLine()).startsWith("/music");
      tab.shot("picker").press("Enter").type("warm lo-fi piano, mellow drums").press("Tab").type("sec").press("Enter");
      tab.type("9999");
      assertThat(tab.page().locator(".picker .failure")).containsText("Enter a number of at most");
      tab.shot("type-check").press("Backspace", "Backspace", "Backspace", "Backspace").type("8").press("Enter");

      Locator message = tab.awaitMessage("warm lo-fi piano, mellow drums");
      assertThat(message).containsText("Generating");
      tab.shot("pending");
      Locator player = message.locator("sound-player");
      player.waitFor();
      player.locator(".whole").waitFor();
      tab.press("Escape");
      player.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Play")).focus();
      tab.press("Enter");
      tab.page().waitForFunction("player => player.audio.currentTime > 0.7", player.elementHandle());
      tab.shot("result");
      assertThat((double) player.evaluate(LOUDEST)).isGreaterThan(0.1);
      assertThat(player.getAttribute("data-seconds")).startsWith("8.0");
      assertThat(tab.accessibilityIssues()).isEmpty();
      tab.click("Light").shot("light");
      assertThat(tab.accessibilityIssues()).isEmpty();
    }
  }

  @Test
  void aSoundIsMadeAgainAndEditedAndWhatItCostIsLookedUp() {
    try (Tab tab = chromium.open(session.url())) {
      tab.composer().type("/music ").type("glass bells").press("Enter");
      tab.awaitMessage("glass bells").locator("sound-player .whole").waitFor();
      tab.click("Again");
      Locator again = tab.awaitMessage("Again of");
      again.locator("sound-player .whole").waitFor();
      assertThat(again).containsText("glass bells");
      tab.shot("again").click("Edit");
      Locator prompt = tab.page().getByLabel("What you want to hear");
      assertThat(prompt).hasValue("glass bells");
      prompt.fill("glass bells in a cave");
      tab.page().getByLabel("Seconds").fill("4");
      tab.shot("edit");
      assertThat(tab.accessibilityIssues()).isEmpty();
      tab.click("Submit");
      tab.awaitMessage("Edited from").locator("sound-player .whole").waitFor();
      assertThat(tab.message("Edited from")).containsText("glass bells in a cave");
      tab.shot("edited").composer().type("/usage").press("Enter", "Enter");

      Locator usage = tab.awaitMessage("Usage this month");
      assertThat(usage).containsText("Only you can see this");
      usage.locator("img").first().waitFor();
      tab.shot("usage");
      assertThat(tab.accessibilityIssues()).isEmpty();
    }
  }

  @Test
  void aRefusalIsSeenByItsAuthorAlone() {
    try (Tab tab = chromium.open(session.url())) {
      tab.channel("no-files").composer().type("/music rain on a tin roof").press("Enter");
      Locator refusal = tab.awaitMessage("Only you can see this");
      assertThat(refusal).containsText("Attach Files");
      tab.shot("refusal");
      assertThat(tab.accessibilityIssues()).isEmpty();

      tab.actAs("Ben");
      assertThat(tab.page().locator(".message.ephemeral")).hasCount(0);
    }
  }

  @Test
  void anotherMemberIsRefusedThePress() {
    session.playground().aimlApi().faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_OBJECT),
        1, "doomed");
    try (Tab tab = chromium.open(session.url())) {
      tab.composer().type("/music ").type("doomed trumpet").press("Enter");
      tab.awaitMessage("doomed trumpet");
      tab.button("Try again").waitFor();
      tab.shot("failure").actAs("Ben").click("Try again");

      Locator told = tab.awaitMessage("Only the author of a request can try it again.");
      assertThat(told).containsText("Only you can see this");
      tab.shot("press-refused");

      tab.actAs("Mia");
      assertThat(tab.message("Only the author of a request")).hasCount(0);
    }
  }

  @Test
  void aBotThatIsKilledAndRestartedInMidGenerationStillDelivers() {
    try (Tab tab = chromium.open(session.url())) {
      tab.composer().type("/music ").type("survivor organ").press("Enter");
      assertThat(tab.awaitMessage("survivor organ")).containsText("Generating");
      tab.click("Behind the scenes");
      tab.page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Faults")).click();
      tab.click("Kill and restart");
      tab.page().locator(".panel .presence", new Page.LocatorOptions().setHasText("start 2")).waitFor();
      tab.shot("faults");
      assertThat(tab.accessibilityIssues()).isEmpty();

      tab.message("survivor organ").locator("sound-player").waitFor();
      assertThat(tab.page().locator(".message", new Page.LocatorOptions().setHasText("survivor organ"))).hasCount(1);
      tab.page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Traffic")).click();
      tab.page().locator("button.entry", new Page.LocatorOptions().setHasText("generate/audio")).first().click();
      tab.shot("traffic");
      assertThat(tab.page().locator(".bodies pre").first()).not().isEmpty();
      assertThat(tab.accessibilityIssues()).isEmpty();
    }
  }

  @Test
  void thePaceIsChosenWhileOneLooksAndWhatIsPendingSaysWhenItIsDue() {
    try (Tab tab = chromium.open(session.url())) {
      tab.click("Behind the scenes");
      tab.page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Services")).click();
      Locator pace = tab.page().getByLabel("Pace");
      assertThat(tab.page().locator("output")).hasText("8 times as fast as real");
      pace.focus();
      tab.press("ArrowLeft");
      assertThat(tab.page().locator("output")).hasText("4 times as fast as real");
      tab.composer().type("/music ").type("patient bells").press("Enter");

      assertThat(tab.page().locator(".due li")).containsText("patient bells");
      assertThat(tab.page().locator(".due .when")).containsText("in ");
      tab.shot("services");
      assertThat(tab.accessibilityIssues()).isEmpty();
      tab.message("patient bells").locator("sound-player").waitFor();
      assertThat(tab.page().locator(".due li")).hasCount(0);
      pace.focus();
      tab.press("ArrowRight");
      assertThat(tab.page().locator("output")).hasText("8 times as fast as real");
    }
  }

  @Test
  void aNarrowScreenShowsEverythingWithoutScrollingSideways() {
    try (Tab tab = chromium.open(session.url())) {
      tab.page().setViewportSize(390, 800);
      tab.composer().type("/");
      tab.page().locator(".picker .line").first().waitFor();
      tab.shot("narrow-picker").press("Escape");
      assertThat((int) tab.page().evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
      tab.click("Channels and members").page().waitForFunction(
          "() => document.querySelector('.sidebar').getBoundingClientRect().left === 0");
      tab.shot("narrow-drawer");
      assertThat(tab.accessibilityIssues()).isEmpty();
    }
  }

  private static List<String> bot() {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), "dev.foley.Main", "run");
  }
}
