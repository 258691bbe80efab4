package dev.foley.playground.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.server.PlaygroundServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards, questions and voice messages as a bot that makes sounds sends them. */
class CardPageTest {
  private static Chromium chromium;
  private static PlaygroundServer server;
  private static SmallBot bot;

  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    server = PlaygroundServer.start(0, List.of(discord, new PlaygroundPage(discord)));
    bot = SmallBot.start(discord);
  }

  @AfterAll
  static void stop() {
    if (bot != null) {
      bot.close();
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    tab = chromium.open(server.baseUrl());
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Test
  void aCardHasPictureFiguresSoundAndTwoRowsOfButtons() {
    tab.composer().type("/result").press("Enter", "Enter");
    Locator card = tab.awaitMessage("warm piano");
    card.locator("sound-player .whole").waitFor();

    assertThat(card.locator("sound-player")).hasCount(1);
    assertThat(card.locator(".picture")).hasCount(0);
    tab.page().waitForFunction("() => document.querySelector('.embed .large').naturalWidth === 320");
    assertThat(card.locator(".row")).hasCount(2);
    assertThat(card.locator(".embed .subtext")).hasText("made in 5 s");
    assertThat(tab.button("Longer")).isDisabled();
    assertThat(card.locator("a.button")).hasAttribute("href", "https://example.com/sound.wav");
    tab.shot("card");
    assertThat(tab.accessibilityIssues()).isEmpty();
    tab.click("Light").shot("card-light");
    assertThat(tab.accessibilityIssues()).isEmpty();
    tab.click("Dark").page().setViewportSize(390, 800);
    tab.page().waitForFunction("() => document.querySelector('.sidebar').getBoundingClientRect().right <= 0");
    tab.shot("card-narrow");
    assertThat((int) tab.page().evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);

    tab.click("Delete");
    assertThat(tab.message("warm piano")).hasCount(0);
  }

  @Test
  void relativeTimesGoOnByThemselves() {
    tab.composer().type("/result").press("Enter", "Enter");
    Locator until = tab.awaitMessage("warm piano").locator("time[data-style=R]");
    String first = until.innerText();

    assertThat(first).startsWith("in ").endsWith(" seconds");
    assertThat(until).not().hasText(first);
    assertThat(until).containsText("seconds");
  }

  @Test
  void aQuestionIsForItsMemberAndChangesInPlace() {
    tab.composer().type("/ask").press("Enter", "Enter");
    Locator question = tab.awaitMessage("This costs about");
    assertThat(question).containsText("Only you can see this");
    assertThat(question.locator(".subtext")).hasText("Nothing is made before you say so.");
    tab.shot("question");
    assertThat(tab.accessibilityIssues()).isEmpty();

    tab.click("Make it");
    assertThat(tab.awaitMessage("Being made.")).containsText("Only you can see this");
    assertThat(tab.message("This costs about")).hasCount(0);
  }

  @Test
  void aVoiceMessageIsAWaveformToPressPlayOn() {
    tab.composer().type("/voice").press("Enter", "Enter");
    Locator voice = tab.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions()
        .setName("Voice message"));
    voice.locator(".whole").waitFor();

    assertThat(voice).not().containsText("voice-message.wav");
    tab.shot("voice");
    assertThat(tab.accessibilityIssues()).isEmpty();
    voice.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Play")).click();
    tab.page().waitForFunction("() => document.querySelector('sound-player:has(.voice)').audio.currentTime > 0.3");
  }

  @Test
  void aMenusCommandsAreNamedInTheMembersLanguage() {
    tab.composer().type("three small words").press("Enter");
    Locator message = tab.awaitMessage("three small words");
    tab.page().getByLabel("Language").selectOption(new SelectOption().setLabel("Deutsch"));
    tab.composer().type("/mi");
    assertThat(tab.page().locator(".picker .line.active")).containsText("Mischt einen Klang");
    tab.press("Escape", "Backspace", "Backspace", "Backspace");
    message.hover();
    message.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More")).click();
    tab.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions()
        .setName("Wörter zählen")).click();

    assertThat(tab.awaitMessage("3 words").locator(".cause .command")).hasText("Wörter zählen");
    tab.page().getByLabel("Language").selectOption(new SelectOption().setLabel("English"));
  }
}
