package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import dev.foley.config.Configuration;
import dev.foley.config.FoleySettings;
import dev.foley.config.SettingsLoader;
import dev.foley.playground.Playground;
import dev.foley.playground.PlaygroundSettings;
import dev.foley.playground.demo.ScriptInProcess;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Fault.Moment;
import dev.foley.playground.services.ServiceFaults;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole tour, and every kind of failure, with keys that can be recognised; then a look at everything that leaves the bot. In the
 * database interaction tokens stand in the clear, by design: an answer goes through them after a restart, and they are good for
 * 15 minutes.
 */
class SecretsTourTest {
  private static final String TOKEN = "MTk.marked-discord-token.0001";
  private static final Map<String, String> KEYS = Map.of("AIMLAPI_KEY", "marked-aimlapi-0002", "STABILITY_API_KEY",
      "marked-stability-0003", "ELEVENLABS_API_KEY", "marked-elevenlabs-0004", "FAL_KEY", "marked-id:marked-fal-0005");
  private static final String SIGNATURE = "marked-signature-0006";
  /** Not a secret of the host's, but none of the log's business. */
  private static final String PROMPT = "quokkaprompt";
  private static final int OFTEN = 1_000;
  private static final String CONFIG = """
      providers:
        failuresInARow: 1000
      generation:
        submitPatience: 5s
        deadline: 2m
      limits: {pendingPerMember: 500, pendingPerChannel: 500}
      """;

  @TempDir
  private Path directory;

  private final List<String> thrown = new ArrayList<>();

  private static List<String> marks() {
    return Stream.concat(Stream.of(TOKEN, SIGNATURE), KEYS.values().stream()).toList();
  }

  private static Playground playground() {
    PlaygroundSettings plain = PlaygroundSettings.defaults(60);
    return Playground.start(0, new PlaygroundSettings(plain.discord().withToken(TOKEN),
        plain.aimlApi().withKeys(Set.of(key("AIMLAPI_KEY"))),
        plain.stability().withKeys(Set.of(key("STABILITY_API_KEY"))),
        plain.elevenLabs().withKeys(Set.of(key("ELEVENLABS_API_KEY"))),
        plain.fal().withKeys(Set.of(key("FAL_KEY")), Set.of(key("FAL_KEY"))), plain.pace()));
  }

  private static String key(String variable) {
    return Objects.requireNonNull(KEYS.get(variable));
  }

  @Test
  void noSecretLeavesTheBot() throws Exception {
    Map<String, String> environment = new HashMap<>(KEYS);
    environment.put("DISCORD_TOKEN", TOKEN);
    List<String> seen = new ArrayList<>();
    List<String> interactionTokens;
    environment.put("FOLEY_CONFIG", Files.writeString(directory.resolve("patient.yaml"), CONFIG).toString());
    try (HeardLog log = new HeardLog()) {
      try (WholeBot bot = WholeBot.start(playground(), directory, environment)) {
        ScriptInProcess.perform(bot.playground(), Path.of("config", "tour.txt"));
        failures(bot);
        aBrokenDatabase(bot);
        seen.addAll(health(log));
        seen.addAll(messages(bot));
        interactionTokens = interactionTokens();
        aWrongToken(bot.playground(), environment);
      }
      configuration(environment, seen);
      seen.addAll(log.lines());
    }
    seen.addAll(thrown);

    assertThat(log(seen)).as("the tour was heard").hasSizeGreaterThan(200);
    assertThat(interactionTokens).as("they are in the database").isNotEmpty();
    for (String mark : marks()) {
      assertThat(seen).noneMatch(text -> text.contains(mark));
    }
    assertThat(seen).noneMatch(text -> interactionTokens.stream().anyMatch(text::contains));
    assertThat(log(seen)).noneMatch(line -> line.contains(PROMPT));
    assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .doesNotContain(TOKEN).doesNotContain(KEYS.values()));
  }

  private static List<String> log(List<String> seen) {
    return seen.stream().filter(text -> text.contains("dev.foley.")).toList();
  }

  /** Of every service: the key is not accepted and quoted, nonsense comes, the result lies where nobody may look. */
  private static void failures(WholeBot bot) throws Exception {
    Playground playground = bot.playground();
    Map<String, ServiceFaults> services = Map.of("/music model:stable-audio seconds:2 prompt:",
        playground.aimlApi().faults(), "/music model:stable-audio-2.5 seconds:2 prompt:",
        playground.stability().faults(),
        "/speak model:eleven_multilingual_v2 text:", playground.elevenLabs().faults(),
        "/music model:fal-ai/stable-audio seconds:2 prompt:", playground.fal().faults());
    List<String> asked = new ArrayList<>();
    for (var service : services.entrySet()) {
      asked.add(failing(bot, service.getKey(), service.getValue(), Moment.SUBMIT, new Fault.Status(401), "wrongkey"));
      asked.add(failing(bot, service.getKey(), service.getValue(), Moment.SUBMIT, new Fault.Status(422), "refused"));
      asked.add(failing(bot, service.getKey(), service.getValue(), Moment.SUBMIT, new Fault.Drop(true), "dropped"));
      asked.add(failing(bot, service.getKey(), service.getValue(), Moment.SUBMIT,
          new Fault.Garbled(Fault.Garbled.Form.HTML), "html"));
    }
    for (String address : List.of("https://10.0.0.1/a.wav?sig=" + SIGNATURE, "http://cdn.example/?sig=" + SIGNATURE,
        "https://user:" + SIGNATURE + "@cdn.example/", "no address " + SIGNATURE)) {
      asked.add(failing(bot, "/music model:stable-audio seconds:2 prompt:", playground.aimlApi().faults(), Moment.JOB,
          new Fault.ResultAt(address), "at" + asked.size() + "x"));
    }
    asked
        .add(failing(bot, "/music model:stable-audio seconds:2 prompt:", playground.aimlApi().faults(), Moment.DOWNLOAD,
            new Fault.Redirect("http://192.168.0.1/?sig=" + SIGNATURE), "redirected"));
    for (String interaction : asked) {
      bot.answer(interaction);
    }
  }

  private static String failing(WholeBot bot, String line, ServiceFaults faults, Moment moment, Fault fault,
      String word) {
    faults.plan(moment, fault, OFTEN, word);
    return bot.type(line + PROMPT + " " + word);
  }

  /** Stack traces of SQL, with what was bound to the statement. */
  private void aBrokenDatabase(WholeBot bot) throws Exception {
    try (Connection database = database(); Statement statement = database.createStatement()) {
      statement.execute("ALTER TABLE generation RENAME TO lost");
      for (String line : List.of("/music prompt:" + PROMPT + " lost", "/history")) {
        bot.member().awaitInteraction(bot.type(line),
            seen -> seen.responses().stream().anyMatch(message -> !message.loading()), WholeBot.PATIENCE);
      }
      statement.execute("ALTER TABLE lost RENAME TO generation");
    }
  }

  private Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data").resolve("foley.db"));
  }

  private List<String> interactionTokens() throws SQLException {
    List<String> tokens = new ArrayList<>();
    try (Connection database = database();
        Statement statement = database.createStatement();
        ResultSet rows = statement
            .executeQuery("SELECT interaction_token FROM generation WHERE interaction_token <> ''")) {
      while (rows.next()) {
        tokens.add(rows.getString(1));
      }
    }
    return tokens;
  }

  /** Everything that members of the server were shown, also by answers that only one of them sees. */
  private static List<String> messages(WholeBot bot) {
    Stream<MessageView> posted = bot.playground().discord().world().members().stream()
        .flatMap(member -> Stream.of("music", "@" + member).flatMap(channel -> bot.member().messages(member, channel)
            .stream()));
    return Stream.concat(posted.map(MessageView::toString), bot.member().interactions().stream().map(Object::toString))
        .toList();
  }

  private static List<String> health(HeardLog log) throws IOException, InterruptedException {
    Matcher port = Pattern.compile("Health is told .*port=(\\d+)").matcher(String.join("\n", log.lines()));
    assertThat(port.find()).isTrue();
    List<String> told = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : List.of("/healthz", "/readyz", "/metrics", "/" + SIGNATURE.length())) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + path)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        told.add(answer.headers() + answer.body());
      }
    }
    return told;
  }

  private void aWrongToken(Playground playground, Map<String, String> environment) throws Exception {
    Map<String, String> wrong = new HashMap<>(WholeBot.environment(playground, directory, environment));
    wrong.put("DISCORD_TOKEN", TOKEN + "x");
    wrong.put("FOLEY_DATA", directory.resolve("second").toString());
    try (Foley second = Foley.start(settings(wrong))) {
      Exception refused = catchException(second::awaitReady);
      assertThat(refused).isNotNull();
      thrown.add(trace(refused));
    }
  }

  private FoleySettings settings(Map<String, String> environment) {
    environment.values().removeIf(String::isEmpty);
    return ((Configuration.Complete) SettingsLoader.load(environment, directory)).settings();
  }

  /** What settings say of themselves, and what is said of settings that are wrong. */
  private void configuration(Map<String, String> environment, List<String> seen) throws IOException {
    Map<String, String> right = new HashMap<>(environment);
    right.put("FOLEY_DATA", directory.resolve("third").toString());
    told(settings(right), seen);
    Map<String, String> wrong = new HashMap<>(environment);
    KEYS.forEach((name, value) -> wrong.put(name, value + " \u00e9"));
    wrong.put("AIMLAPI_KEY_FILE", directory.resolve(SIGNATURE.substring(0, 6)).toString());
    wrong.put("FOLEY_CONFIG", Files.writeString(directory.resolve("wrong.yaml"), """
        discord: {token: %1$s}
        providers: {fal: {key: "%2$s"}, aimlapi: {apiKey: "%2$s", url: "https://%1$s@host/"}}
        %1$s: [}
        """.formatted(TOKEN, key("FAL_KEY"))).toString());
    Configuration invalid = SettingsLoader.load(wrong, directory);
    assertThat(invalid).isInstanceOf(Configuration.Invalid.class);
    seen.add(((Configuration.Invalid) invalid).describe());
    seen.add(invalid.toString());
  }

  /** Every record of the tree by itself: one that is printed alone must not be less careful than the whole. */
  private static void told(Object value, List<String> seen) {
    seen.add(String.valueOf(value));
    switch (value) {
      case Optional<?> optional -> optional.ifPresent(inner -> told(inner, seen));
      case Collection<?> many -> many.forEach(inner -> told(inner, seen));
      case Map<?, ?> map -> map.values().forEach(inner -> told(inner, seen));
      case Record tree -> {
        for (RecordComponent component : tree.getClass().getRecordComponents()) {
          if (component.getAccessor().trySetAccessible()) {
            told(read(component, tree), seen);
          }
        }
      }
      default -> {
      }
    }
  }

  private static Object read(RecordComponent component, Record tree) {
    try {
      return component.getAccessor().invoke(tree);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  private static String trace(Exception exception) {
    StringWriter text = new StringWriter();
    exception.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** The database with its journal, the spool, what was kept. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
