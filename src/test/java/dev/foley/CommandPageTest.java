package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps {@code docs/commands.md} what the bot registers, and its buttons what members press. */
class CommandPageTest {
  private static final int CHAT_INPUT = 1;
  private static final int SUBCOMMAND = 1;
  private static final List<String> BUNDLES = List.of("messages", "request", "look", "privacy");
  private static final String BUTTON = "(.+\\.)?button(\\..+)?|failure\\.again|progress\\.cancel";

  @TempDir
  private static Path directory;
  private static List<ObjectNode> commands;
  private static MarkdownPage page;

  /** A command or subcommand: its name as one types it, and its options. */
  private record Form(String name, JsonNode options) {}

  @BeforeAll
  static void register() throws Exception {
    page = MarkdownPage.of("docs/commands.md");
    try (WholeBot bot = WholeBot.start(directory, Map.of())) {
      commands = bot.member().commands("music");
    }
  }

  @Test
  void everyCommandAndNoOtherHasASection() {
    List<String> headings = page.prose().stream().filter(line -> line.matches("#+ /.*"))
        .map(line -> line.replaceFirst("#+ /", "")).toList();

    assertThat(headings).containsExactlyInAnyOrderElementsOf(forms().stream().map(Form::name).toList());
  }

  @Test
  void everyOptionAndNoOtherHasARow() {
    assertThat(forms()).allSatisfy(form -> assertThat(rows(form)).as(form.name())
        .extracting(row -> row.getFirst().replace("`", ""))
        .containsExactlyElementsOf(each(form.options()).map(option -> option.path("name").asText()).toList()));
  }

  @Test
  void everyBoundAndChoiceAndNeedIsTold() {
    for (Form form : forms()) {
      List<List<String>> rows = rows(form);
      for (int i = 0; i < rows.size(); i++) {
        assertTold(form.options().get(i), rows.get(i).get(1));
      }
    }
  }

  private static void assertTold(JsonNode option, String told) {
    String name = option.path("name").asText();
    assertThat(told.startsWith("needed: ")).as(name).isEqualTo(option.path("required").asBoolean());
    Stream.of("min_value", "max_value").filter(option::has)
        .forEach(bound -> assertThat(told).as(name).contains(number(option.path(bound))));
    each(option.path("choices")).forEach(choice -> assertThat(told).as(name).contains(choice.path("name").asText()));
  }

  @Test
  void everyMenuIsTold() {
    List<String> menus = commands.stream().filter(command -> command.path("type").asInt() != CHAT_INPUT)
        .map(command -> command.path("name").asText()).toList();

    assertThat(menus).isNotEmpty().allSatisfy(menu -> assertThat(page.text()).contains("**" + menu + "**"));
  }

  @Test
  void everyButtonIsTold() throws IOException {
    for (String bundle : BUNDLES) {
      Properties sentences = bundle(bundle);
      assertThat(sentences.stringPropertyNames()).filteredOn(key -> key.matches(BUTTON)).isNotEmpty()
          .allSatisfy(key -> assertThat(page.text()).as(key)
              .contains("**" + sentences.getProperty(key).replaceAll("\\{.*}", "").strip()));
    }
  }

  private static Properties bundle(String name) throws IOException {
    Properties sentences = new Properties();
    try (InputStream in = Objects.requireNonNull(Foley.class.getResourceAsStream("discord/" + name + ".properties"));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      sentences.load(reader);
    }
    return sentences;
  }

  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (ObjectNode command : commands) {
      if (command.path("type").asInt() == CHAT_INPUT) {
        List<Form> below = each(command.path("options")).filter(option -> option.path("type").asInt() == SUBCOMMAND)
            .map(sub -> new Form(command.path("name").asText() + " " + sub.path("name").asText(), sub.path("options")))
            .toList();
        forms.addAll(below.isEmpty()
            ? List.of(new Form(command.path("name").asText(), command.path("options")))
            : below);
      }
    }
    return forms;
  }

  private static List<List<String>> rows(Form form) {
    String heading = page.prose().stream().filter(line -> line.matches("#+ /" + form.name())).findFirst().orElseThrow();
    return page.rows(heading).stream().filter(row -> row.getFirst().startsWith("`")).toList();
  }

  /** As people write it. */
  private static String number(JsonNode bound) {
    return bound.isIntegralNumber()
        ? String.format(Locale.ENGLISH, "%,d", bound.longValue())
        : bound.decimalValue().stripTrailingZeros().toPlainString();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
