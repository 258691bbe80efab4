package dev.foley.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.freva.asciitable.AsciiTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark has found: a table and the goals on the terminal, all figures in {@code target/bench/NAME.json}. The table is
 * ascii-table's.
 */
public final class Report {
  private final String name;
  private final PrintWriter terminal;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  /** @param name of the benchmark, and of its file */
  public Report(String name, PrintWriter terminal) {
    this.name = name;
    this.terminal = terminal;
  }

  /** A line for who looks on. */
  public void say(String line) {
    terminal.println(line);
    terminal.flush();
  }

  public void table(List<String> header, List<List<String>> rows) {
    say(AsciiTable.getTable(AsciiTable.NO_BORDERS, header.toArray(String[]::new), null,
        rows.stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new)));
  }

  /** @param value what Jackson can write */
  public void figure(String key, Object value) {
    figures.put(key, value);
  }

  /**
   * Prints the goals and writes the file.
   *
   * @return the exit code: 0 if all goals are met, else 1
   */
  public int finish(List<Goal> goals) throws IOException {
    goals.forEach(goal -> say(goal.inWords()));
    figures.put("goals", goals);
    Path directory = Files
        .createDirectories(Path.of(System.getProperty("foley.home", "."), "target", "bench"));
    Path file = directory.resolve(name + ".json");
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), figures);
    say("written to " + file);
    return goals.stream().allMatch(Goal::met) ? 0 : 1;
  }
}
