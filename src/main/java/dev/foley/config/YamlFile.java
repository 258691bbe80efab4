package dev.foley.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a YAML file into entries with their lines. Read token by token, since a bound object would know no lines and stop at
 * the first mistake.
 */
final class YamlFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINE = Pattern.compile("line (\\d+), column");

  private final List<YamlEntry> entries = new ArrayList<>();

  private YamlFile() {}

  /** Not YAML, or not of the shape that a configuration has. The clause has no full stop. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String clause;

    SyntaxException(int line, String clause) {
      super(clause);
      this.line = line;
      this.clause = clause;
    }

    String clause() {
      return clause;
    }

    int line() {
      return line;
    }
  }

  /**
   * @return what stands in the file, from top to bottom; a section comes before what is in it
   * @throws IOException if the file cannot be read
   */
  static List<YamlEntry> read(Path file) throws IOException, SyntaxException {
    YamlFile yaml = new YamlFile();
    byte[] content = Files.readAllBytes(file);
    try (YAMLParser parser = new YAMLFactory().createParser(content)) {
      yaml.document(parser);
    } catch (JsonProcessingException e) {
      throw new SyntaxException(line(e), "this is not YAML (" + complaint(e) + ")");
    }
    return yaml.entries;
  }

  private void document(YAMLParser parser) throws IOException, SyntaxException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return;
    }
    if (first == JsonToken.START_OBJECT) {
      section(parser, "");
    } else if (first != JsonToken.VALUE_NULL) {
      throw new SyntaxException(line(parser), "the file must consist of keys with values, such as \"data: data\"");
    }
    if (parser.nextToken() != null) {
      throw new SyntaxException(line(parser), "a second document begins here; write everything into one");
    }
  }

  private void section(YAMLParser parser, String prefix) throws IOException, SyntaxException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String path = prefix + parser.currentName();
      int line = line(parser);
      JsonToken value = parser.nextToken();
      if (parser.isCurrentAlias()) {
        throw new SyntaxException(line, "aliases such as *name are not understood here; write the value itself");
      }
      switch (value) {
        case START_OBJECT -> {
          entries.add(new YamlEntry(path, line, new YamlEntry.Content.Section()));
          section(parser, path + ".");
        }
        case START_ARRAY -> entries.add(new YamlEntry(path, line, list(parser)));
        case VALUE_NULL -> entries.add(new YamlEntry(path, line, new YamlEntry.Content.Nothing()));
        default -> entries.add(new YamlEntry(path, line, new YamlEntry.Content.Scalar(parser.getText())));
      }
    }
  }

  private static YamlEntry.Content list(YAMLParser parser) throws IOException, SyntaxException {
    return parser.nextToken() == JsonToken.START_OBJECT
        ? new YamlEntry.Content.Entries(entries(parser))
        : new YamlEntry.Content.Sequence(sequence(parser));
  }

  private static String entries(YAMLParser parser) throws IOException, SyntaxException {
    ArrayNode list = JSON.createArrayNode();
    for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        throw new SyntaxException(line(parser), "a list can have plain values, or entries with keys, but not both");
      }
      list.add(JSON.<JsonNode>readTree(parser));
    }
    return list.toString();
  }

  private static List<String> sequence(YAMLParser parser) throws IOException, SyntaxException {
    List<String> texts = new ArrayList<>();
    for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (!parser.currentToken().isScalarValue() || parser.isCurrentAlias()) {
        throw new SyntaxException(line(parser), "a list can have only plain values");
      }
      texts.add(parser.getText());
    }
    return texts;
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  /** The exception's own location is that of the token before; its text has the place of the mistake, last. */
  private static int line(JsonProcessingException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    for (Matcher place = LINE.matcher(e.getOriginalMessage()); place.find();) {
      line = Integer.parseInt(place.group(1));
    }
    return line;
  }

  /** The complaint alone: its text also quotes the file, which might have a secret there. */
  private static String complaint(JsonProcessingException e) {
    return e.getOriginalMessage().lines().filter(line -> !line.isBlank() && !line.startsWith(" "))
        .reduce((_, last) -> last).orElse("no reason given");
  }
}
