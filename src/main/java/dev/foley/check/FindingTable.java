package dev.foley.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Findings as a terminal shows them: subject, verdict, words, and below these what to do. A word that fits no column, which is an
 * address, begins at the left, on a line of its own, so that it can be copied whole.
 */
public final class FindingTable {
  private static final int WIDTH = 100;
  private static final int GAP = 2;
  private static final String RESET = "\u001b[0m";
  private static final Map<Verdict, String> COLOURS = Map.of(Verdict.OK, "\u001b[32m", Verdict.WARNING, "\u001b[33m",
      Verdict.PROBLEM, "\u001b[31m", Verdict.NOT_ASKED, "\u001b[2m");

  private final boolean colour;

  /** @param colour whether verdicts may be coloured: a terminal shows it, a file would contain it */
  public FindingTable(boolean colour) {
    this.colour = colour;
  }

  /** Lines of at most 100 columns, addresses aside. */
  public List<String> lines(List<Finding> findings) {
    int subjectWidth = findings.stream().mapToInt(finding -> finding.subject().length()).max().orElse(0);
    int verdictWidth = Verdict.NOT_ASKED.word().length();
    int indent = subjectWidth + GAP + verdictWidth + GAP;
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      List<String> texts = new ArrayList<>(wrapped(finding.words(), WIDTH - indent));
      texts.addAll(wrapped(finding.advice(), WIDTH - indent));
      String head = padded(finding.subject(), subjectWidth) + coloured(finding.verdict(), verdictWidth);
      lines.add((head + texts.removeFirst()).stripTrailing());
      texts.forEach(text -> lines.add(text.length() > WIDTH - indent ? text : " ".repeat(indent) + text));
    }
    return lines;
  }

  /** How many of what needs somebody, in a sentence. */
  public static String summary(List<Finding> findings) {
    long problems = count(findings, Verdict.PROBLEM);
    long warnings = count(findings, Verdict.WARNING);
    return (problems == 0 ? "No problem" : counted(problems, "problem"))
        + (warnings == 0 ? "." : ", " + counted(warnings, "warning") + ".");
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private static String counted(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private String coloured(Verdict verdict, int width) {
    String padded = padded(verdict.word(), width);
    return colour ? COLOURS.get(verdict) + padded + RESET : padded;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length() + GAP);
  }

  /** Breaks between words, and where the text itself does. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.lines().toList()) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split("\\s+", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
