package dev.foley.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTableTest {
  private static final String LINK = "https://discord.com/oauth2/authorize?client_id=1234567890123456789&scope="
      + "bot+applications.commands&permissions=274878024704";

  @Test
  void whatToDoStandsBelowWhatWasSeen() {
    assertThat(plain(Finding.ok("Clock", "Agrees with Discord's."),
        Finding.problem("Discord token", "Discord does not accept the token.", "Copy it from the Bot page."),
        Finding.notAsked("Shards", "Needs a token that Discord accepts."))).containsExactly(
            "Clock          ok         Agrees with Discord's.",
            "Discord token  problem    Discord does not accept the token.",
            "                          Copy it from the Bot page.",
            "Shards         not asked  Needs a token that Discord accepts.");
  }

  @Test
  void longSentencesAreBrokenBetweenWords() {
    String sentence = "a word that is followed by others and so on, ".repeat(12).strip();
    List<String> lines = plain(Finding.warning("Application", sentence, sentence));

    assertThat(lines).hasSizeGreaterThan(8)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotEndWith(" "));
    assertThat(lines.stream().skip(1)).allSatisfy(line -> assertThat(line).startsWith(" ".repeat(24)));
    assertThat(String.join(" ", lines).replaceAll("\\s+", " ")).endsWith(sentence + " " + sentence);
  }

  @Test
  void anAddressIsKeptWholeAtTheLeft() {
    assertThat(plain(Finding.ok("Invitation", "By this link:").advising(LINK)))
        .containsExactly("Invitation  ok         By this link:", LINK);
  }

  @Test
  void onlyVerdictsAreColouredAndOnlyWhereThatIsShown() {
    List<Finding> findings = List.of(Finding.ok("Clock", "Agrees."), Finding.problem("Database", "Gone.", ""));

    assertThat(new FindingTable(true).lines(findings)).containsExactly(
        "Clock     \u001b[32mok         \u001b[0mAgrees.", "Database  \u001b[31mproblem    \u001b[0mGone.");
    assertThat(new FindingTable(false).lines(findings)).noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void theSummaryCountsWhatNeedsSomebody() {
    Finding problem = Finding.problem("a", "b", "c");
    Finding warning = Finding.warning("a", "b", "c");

    assertThat(FindingTable.summary(List.of(Finding.ok("a", "b"), Finding.notAsked("a", "b"))))
        .isEqualTo("No problem.");
    assertThat(FindingTable.summary(List.of(warning))).isEqualTo("No problem, 1 warning.");
    assertThat(FindingTable.summary(List.of(problem, warning, warning))).isEqualTo("1 problem, 2 warnings.");
  }

  private static List<String> plain(Finding... findings) {
    return new FindingTable(false).lines(List.of(findings));
  }
}
