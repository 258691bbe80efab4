package dev.foley.playground.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
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

/** Everything that a bot can put before a member, on the page, by keyboard where the keyboard is to be enough. */
class SmallBotPageTest {
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
  void optionsAreFilledByKeyboardWithChoicesSuggestionsAndMembers() {
    tab.composer().type("/mix ");
    assertThat(tab.activeLine()).isEqualTo("Warm");
    tab.press("ArrowDown", "Enter").type("voice:").type("al");
    assertThat(tab.page().locator(".picker .line")).hasText(new String[]{"Voice alto", "Voice alba"});
    tab.shot("suggestions").press("ArrowDown", "Enter").type("loop:").press("Enter").type("with:").type("be")
        .press("Enter");
    assertThat(tab.page().locator(".chip > span")).hasText(new String[]{"style", "voice", "loop", "with"});
    assertThat(tab.page().getByLabel("Who speaks")).hasValue("Voice alto");
    assertThat(tab.accessibilityIssues()).isEmpty();
    tab.press("Enter");

    assertThat(tab.awaitMessage("style=b voice=alto loop=true")).containsText("with=");
  }

  @Test
  void whatTheClientRefusesIsSaidAtTheOption() {
    tab.composer().type("/mix ").press("Escape", "Enter");
    assertThat(tab.page().locator(".picker .failure")).hasText("This option is required. Specify a value.");
    tab.type("w").press("Enter").type("gain:").type("3").press("Enter");
    assertThat(tab.page().locator(".picker .failure")).hasText("Enter a number of at most 2.");
    assertThat(tab.page().locator(".chip.wrong > span")).hasText("gain");
    tab.press("Backspace", "Backspace").type("/").press("Escape", "Escape");
    assertThat(tab.page().locator(".command-name")).hasCount(0);
  }

  @Test
  void subcommandsArePickedLikeCommands() {
    tab.composer().type("/lim").press("Enter").type("7").press("Enter");
    assertThat(tab.awaitMessage("max=7")).containsText("used");
  }

  @Test
  void aModalIsFilledCheckedAndSent() {
    tab.composer().type("/form").press("Enter", "Enter");
    Locator prompt = tab.page().getByLabel("Prompt");
    assertThat(prompt).isFocused();
    assertThat(prompt).hasValue("warm piano");
    tab.shot("modal");
    assertThat(tab.accessibilityIssues()).isEmpty();
    prompt.fill("ab");
    tab.click("Submit");
    assertThat(tab.page().locator(".field .failure")).hasText("Enter at least 3 characters.");
    prompt.fill("cold rain");
    tab.page().getByLabel("FLAC").check();
    tab.page().getByLabel("Seconds").fill("12");
    tab.press("Enter");

    tab.awaitMessage("Filled: prompt=cold rain seconds=12 format=flac");
    assertThat(tab.page().locator("dialog")).hasCount(0);
  }

  @Test
  void aModalIsLeftByEscape() {
    tab.composer().type("/form").press("Enter", "Enter");
    tab.page().locator("dialog[open]").waitFor();
    tab.press("Escape");
    assertThat(tab.page().locator("dialog")).hasCount(0);
  }

  @Test
  void buttonsAndSelectsAnswerAndFailAsOnDiscord() {
    tab.composer().type("/board").press("Enter", "Enter");
    Locator message = tab.awaitMessage("Press something.");
    assertThat(tab.button("Disabled")).isDisabled();
    message.locator(".select").first().click();
    tab.press("Enter", "ArrowDown", "Enter").shot("select");
    assertThat(tab.accessibilityIssues()).isEmpty();
    tab.press("Escape");
    tab.awaitMessage("Chosen: warm and bright");
    message.locator(".select").last().click();
    tab.press("ArrowDown", "Enter");
    tab.awaitMessage("Chosen: olga");

    tab.click("Edit");
    assertThat(tab.awaitMessage("Pressed by mia.")).containsText("(edited)");
    tab.click("Silent");
    assertThat(tab.message("Pressed by mia.")).containsText("This interaction failed");
    tab.shot("components");
  }

  @Test
  void menusOfMessagesAndMembersOfferTheBotsCommands() {
    tab.composer().type("three small words").press("Enter");
    Locator message = tab.awaitMessage("three small words");
    message.hover();
    message.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More")).focus();
    tab.press("Enter").shot("menu");
    assertThat(tab.accessibilityIssues()).isEmpty();
    tab.press("Enter");
    assertThat(tab.awaitMessage("3 words")).containsText("Only you can see this");
    tab.click("Dismiss message");
    assertThat(tab.message("3 words")).hasCount(0);

    tab.page().locator(".member", new Page.LocatorOptions().setHasText("Ben"))
        .click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    tab.press("Enter");
    tab.awaitMessage("Hello, ben");
  }

  @Test
  void onlyAuthorsAndModeratorsMayDelete() {
    tab.composer().type("here to stay").press("Enter").awaitMessage("here to stay");
    tab.actAs("Ben").awaitMessage("here to stay").click(rightButton());
    assertThat(menuItem("Copy text")).isVisible();
    assertThat(menuItem("Delete message")).hasCount(0);
    tab.press("Escape").actAs("Ada").awaitMessage("here to stay").click(rightButton());
    menuItem("Delete message").click();
    assertThat(tab.message("here to stay")).hasCount(0);
  }

  @Test
  void aBotThatDoesNotAnswerIsSaidNotToHaveResponded() {
    tab.composer().type("/silent").press("Enter", "Enter");
    tab.awaitMessage("Sending command…");
    assertThat(tab.awaitMessage("The application did not respond")).containsText("Only you can see this");
    tab.shot("no-answer");
  }

  @Test
  void commandsAreNamedInTheMembersLanguageAndTheBotIsToldOfIt() {
    tab.page().getByLabel("Language").selectOption(new SelectOption().setLabel("Deutsch"));
    tab.composer().type("/mi");
    assertThat(tab.page().locator(".picker .line.active")).containsText("Mischt einen Klang");
    tab.press("Enter").type("war").press("Enter", "Enter");
    tab.awaitMessage("de style=w");
    tab.page().getByLabel("Language").selectOption(new SelectOption().setLabel("English"));
  }

  @Test
  void textIsShownAsDiscordShowsItAndNothingInItRuns() {
    tab.composer().type("/rich").press("Enter", "Enter");
    Locator text = tab.awaitMessage("A heading").locator(".markdown").first();
    assertThat(text.locator("h1")).hasText("A heading");
    assertThat(text.locator("strong")).hasText("bold");
    assertThat(text.locator("em")).hasText("slanted");
    assertThat(text.locator("u")).hasText("underlined");
    assertThat(text.locator("s")).hasText("struck");
    assertThat(text.locator(".spoiler")).hasText("hidden");
    assertThat(text.locator("blockquote")).hasText("quoted");
    assertThat(text.locator("li")).hasCount(2);
    assertThat(text.locator("pre")).containsText("fenced <b>");
    assertThat(text.locator("script")).hasCount(0);
    assertThat(text).containsText("<script>alert(1)</script>");
    assertThat(text.locator("time").last()).hasText("January 1, 2026");
    assertThat(text.locator(".subtext")).containsText("small print");
    assertThat(text.locator(".mention")).hasText("@Mia");
    assertThat(tab.message("A heading").locator(".embed .fields.of-3 dt")).hasText(new String[]{"One", "Two", "Three"});
    tab.page().waitForFunction("() => document.querySelector('.embed .large').naturalWidth === 320");
    assertThat(tab.message("A heading").locator(".file a")).hasText("table.csv");
    tab.shot("rich");
    assertThat(tab.accessibilityIssues()).isEmpty();
  }

  private static Locator.ClickOptions rightButton() {
    return new Locator.ClickOptions().setButton(MouseButton.RIGHT);
  }

  private Locator menuItem(String name) {
    return tab.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
  }
}
