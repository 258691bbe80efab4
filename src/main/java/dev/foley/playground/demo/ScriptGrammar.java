package dev.foley.playground.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms that a line of a script can have. */
final class ScriptGrammar {
  /** Parts that members play, by what they are. */
  private static final Map<String, String> PARTS = Map.of("moderator", "ada", "owner", "olga");

  /** A line that is none of them; the message says what is possible. */
  static final class MistakeException extends Exception {
    private static final long serialVersionUID = 1L;

    MistakeException(String message) {
      super(message);
    }
  }

  /** @param usage how it is written; its first word is what such lines begin with */
  private record Form(String usage, Pattern pattern, Function<Matcher, ScriptLine> make) {
    boolean beginsLike(String text) {
      return firstWord(usage).equals(firstWord(text));
    }
  }

  private static final List<Form> FORMS = List.of(
      form("## <heading>", "## +(.+)", found -> new ScriptLine.Heading(found.group(1))),
      form("/<command> <options>", "(/\\S+.*)", found -> new ScriptLine.Command(found.group(1))),
      form("press <button>", "press +(.+)", found -> new ScriptLine.Press(found.group(1))),
      form("choose <select>: <line>, <line>", "choose +([^:]+): *(.+)",
          found -> new ScriptLine.Choose(found.group(1).strip(), list(found.group(2)))),
      form("menu <command>", "menu +(.+)", found -> new ScriptLine.Menu(found.group(1))),
      form("fill <field>: <text>", "fill +([^:]+): *(.*)",
          found -> new ScriptLine.Fill(found.group(1).strip(), found.group(2))),
      form("submit", "submit", _ -> new ScriptLine.Submit()),
      form("as <member>", "as +(\\w+)",
          found -> new ScriptLine.As(PARTS.getOrDefault(found.group(1), found.group(1)))),
      form("in direct", "in +direct", _ -> new ScriptLine.InDirect()),
      form("in #<channel>", "in +#?([\\w-]+)", found -> new ScriptLine.In(found.group(1))),
      form("locale <language>", "locale +([a-z]{2}(?:-[A-Z0-9]{2,3})?)",
          found -> new ScriptLine.Language(found.group(1))),
      form("restart bot", "restart +bot", _ -> new ScriptLine.RestartBot()),
      form("next job fails", "next +job +fails", _ -> new ScriptLine.NextJobFails()),
      form("delete message", "delete +message", _ -> new ScriptLine.DeleteMessage()),
      form("wait result", "wait +result", _ -> new ScriptLine.AwaitResult()),
      form("wait failure", "wait +failure", _ -> new ScriptLine.AwaitFailure()),
      form("expect no reply", "expect +no +reply", _ -> new ScriptLine.ExpectNoReply()),
      form("expect not <text>", "expect +not +(.+)", found -> new ScriptLine.ExpectNot(found.group(1))),
      form("expect <text>", "expect +(.+)", found -> new ScriptLine.Expect(found.group(1))),
      form("save <directory>", "save +(.+)", found -> new ScriptLine.Save(Path.of(found.group(1)))));

  private ScriptGrammar() {}

  static ScriptLine parse(String text) throws MistakeException {
    for (Form form : FORMS) {
      Matcher found = form.pattern().matcher(text);
      if (found.matches()) {
        return form.make().apply(found);
      }
    }
    List<Form> alike = FORMS.stream().filter(form -> form.beginsLike(text)).toList();
    throw new MistakeException(alike.isEmpty()
        ? "“" + text + "” is nothing that a script can say. Possible are: " + usages(FORMS) + "."
        : "“" + text + "” is to be written as " + usages(alike) + ".");
  }

  private static Form form(String usage, String pattern, Function<Matcher, ScriptLine> make) {
    return new Form(usage, Pattern.compile(pattern), make);
  }

  private static String usages(List<Form> forms) {
    return forms.stream().map(Form::usage).collect(Collectors.joining("; "));
  }

  private static List<String> list(String labels) {
    return Arrays.stream(labels.split(",")).map(String::strip).toList();
  }

  private static String firstWord(String text) {
    return text.split("\\s", 2)[0];
  }
}
