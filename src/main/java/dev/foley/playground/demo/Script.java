package dev.foley.playground.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What members do one after the other, read from a file. */
record Script(String name, List<Numbered> lines) {
  /**
   * A line and where it stands.
   *
   * @param number from 1
   */
  record Numbered(int number, String text, ScriptLine line) {}

  Script {
    lines = List.copyOf(lines);
  }

  /** @throws DemoException with every line that is not understood, and what is possible */
  static Script read(Path file) throws DemoException, IOException {
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (NoSuchFileException e) {
      throw new DemoException("There is no script " + file + ".");
    }
  }

  static Script parse(String name, List<String> source) throws DemoException {
    List<Numbered> lines = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      String text = source.get(i).strip();
      boolean comment = text.startsWith("#") && !text.startsWith("## ");
      if (text.isEmpty() || comment) {
        continue;
      }
      try {
        lines.add(new Numbered(i + 1, text, ScriptGrammar.parse(text)));
      } catch (ScriptGrammar.MistakeException e) {
        mistakes.add(name + ":" + (i + 1) + ": " + e.getMessage());
      }
    }
    if (!mistakes.isEmpty()) {
      throw new DemoException(String.join("\n", mistakes));
    }
    if (lines.isEmpty()) {
      throw new DemoException("The script " + name + " has no line that does anything.");
    }
    return new Script(name, lines);
  }
}
