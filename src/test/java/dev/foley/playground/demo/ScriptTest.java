package dev.foley.playground.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void readsEveryForm() throws Exception {
    assertThat(lines("""
        ## The first sound
        /music prompt:tempo: 90, "slow" seconds:12
        press Try again
        choose Topic: How to write prompts, Options
        menu Audio details
        fill prompt: warm: and soft
        fill negative:
        submit
        as moderator
        as ben
        in #no-files
        in direct
        locale es-419
        restart bot
        next job fails
        delete message
        wait result
        wait failure
        expect 12 s
        expect not a mention
        expect no reply
        save target/sounds
        """)).containsExactly(
        new ScriptLine.Heading("The first sound"),
        new ScriptLine.Command("/music prompt:tempo: 90, \"slow\" seconds:12"),
        new ScriptLine.Press("Try again"),
        new ScriptLine.Choose("Topic", List.of("How to write prompts", "Options")),
        new ScriptLine.Menu("Audio details"),
        new ScriptLine.Fill("prompt", "warm: and soft"),
        new ScriptLine.Fill("negative", ""),
        new ScriptLine.Submit(),
        new ScriptLine.As("ada"),
        new ScriptLine.As("ben"),
        new ScriptLine.In("no-files"),
        new ScriptLine.InDirect(),
        new ScriptLine.Language("es-419"),
        new ScriptLine.RestartBot(),
        new ScriptLine.NextJobFails(),
        new ScriptLine.DeleteMessage(),
        new ScriptLine.AwaitResult(),
        new ScriptLine.AwaitFailure(),
        new ScriptLine.Expect("12 s"),
        new ScriptLine.ExpectNot("a mention"),
        new ScriptLine.ExpectNoReply(),
        new ScriptLine.Save(Path.of("target/sounds")));
  }

  @Test
  void leavesOutCommentsAndBlankLinesButCountsThem() throws Exception {
    Script script = Script.parse("tour.txt", List.of("# a comment", "", "  #another", "  submit  "));

    assertThat(script.lines()).containsExactly(new Script.Numbered(4, "submit", new ScriptLine.Submit()));
  }

  @Test
  void namesEveryLineThatIsNotUnderstoodAndWhatIsPossible() {
    assertThatThrownBy(() -> Script.parse("tour.txt", List.of("submit", "expect", "dance", "locale German")))
        .isInstanceOf(DemoException.class)
        .hasMessageContaining(
            "tour.txt:2: “expect” is to be written as expect no reply; expect not <text>; expect <text>.")
        .hasMessageContaining("tour.txt:3: “dance” is nothing that a script can say. Possible are: ")
        .hasMessageContaining("press <button>")
        .hasMessageContaining("tour.txt:4: “locale German” is to be written as locale <language>.");
  }

  @Test
  void aScriptThatDoesNothingIsAMistake() {
    assertThatThrownBy(() -> Script.parse("empty.txt", List.of("# nothing")))
        .hasMessage("The script empty.txt has no line that does anything.");
    assertThatThrownBy(() -> Script.read(Path.of("nowhere.txt"))).hasMessage("There is no script nowhere.txt.");
  }

  @Test
  void theTourIsAScript() throws Exception {
    assertThat(Script.read(Path.of("config", "tour.txt")).lines()).hasSizeGreaterThan(50);
  }

  private static List<ScriptLine> lines(String text) throws DemoException {
    return Script.parse("script.txt", text.lines().toList()).lines().stream().map(Script.Numbered::line).toList();
  }
}
