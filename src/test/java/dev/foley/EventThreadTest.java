package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.hooks.InterfacedEventManager;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing waits where JDA hands over what members do: no SQL, no HTTP, no file. The flight recorder of the JVM watches the whole bot
 * (nothing in the bot is changed for it); what was called while a listener ran, or on the gateway's own thread, is a fault. Of SQLite,
 * which reads and writes in native code, it sees the way there: the pool.
 */
class EventThreadTest {
  private static final String EVENT_MANAGER = InterfacedEventManager.class.getName();
  private static final String GATEWAY_THREAD = "JDA MainWS-ReadThread";
  private static final Set<String> CALLS = Set.of("com.zaxxer.hikari.HikariDataSource::getConnection",
      "okhttp3.internal.connection.RealCall::execute", "java.util.concurrent.CompletableFuture::waitingGet",
      "java.util.concurrent.CompletableFuture::timedGet");
  private static final String CALL = "jdk.MethodTrace";
  private static final List<String> FILES = List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
  private static final List<String> WAITS = List.of("jdk.SocketRead", "jdk.SocketWrite", "jdk.ThreadSleep");

  @TempDir
  private Path directory;

  @Test
  void nothingThatMembersDoWaitsOnTheEventThread() throws Exception {
    Path recorded = directory.resolve("whole.jfr");
    try (Recording recording = recording(); WholeBot bot = WholeBot.start(directory, Map.of())) {
      useEverything(bot);
      recording.stop();
      recording.dump(recorded);
    }

    assertThat(events(recorded).map(event -> event.getEventType().getName())).as("seen, elsewhere")
        .contains(CALL, "jdk.SocketRead", "jdk.SocketWrite");
    assertThat(faults(recorded)).isEmpty();
  }

  @Test
  void aListenerThatWaitsIsFound() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "content");
    Path recorded = directory.resolve("probe.jfr");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + directory.resolve("probe.db"));
    try (Recording recording = recording(); HikariDataSource pool = new HikariDataSource(config)) {
      listen(() -> assertThat(Files.readString(file)).isEqualTo("content"));
      listen(() -> pool.getConnection().close());
      listen(() -> assertThat(CompletableFuture.supplyAsync(() -> 1, CompletableFuture.delayedExecutor(20,
          TimeUnit.MILLISECONDS)).get()).isEqualTo(1));
      listen(() -> TimeUnit.NANOSECONDS.sleep(1));
      recording.stop();
      recording.dump(recorded);
    }

    assertThat(faults(recorded)).anyMatch(fault -> fault.startsWith("jdk.FileRead"))
        .anyMatch(fault -> fault.contains("HikariDataSource.getConnection"))
        .anyMatch(fault -> fault.contains("CompletableFuture.waitingGet"))
        .anyMatch(fault -> fault.startsWith("jdk.ThreadSleep"));
  }

  /** Every command, menu and kind of button; a new command has to be added here. */
  private static void useEverything(WholeBot bot) throws Exception {
    List<String> lines = List.of("/music prompt:slow piano seconds:1",
        "/sound prompt:rain model:sketch-effect seconds:1",
        "/speak text:Good evening. model:sketch-speech", "/models", "/queue", "/history", "/usage", "/settings show",
        "/privacy export", "/help");
    MessageView made = bot.answer(bot.type(lines.getFirst()));
    for (String line : lines.subList(1, lines.size())) {
      heard(bot, bot.member().invoke("ada", "music", line).sent());
    }
    heard(bot,
        bot.type("/show id:" + Objects.requireNonNull(made.embeds().getFirst().footer()).replaceFirst(".* ", "")));
    heard(bot, bot.member().autocomplete("mia", "music", "/music model:sta").sent());
    heard(bot, bot.member().autocomplete("mia", "music", "/show id:slow").sent());
    heard(bot, bot.member().invokeOnMessage("ben", "music", "Audio details", made.id()).sent());
    heard(bot, bot.member().invokeOnMessage("ben", "music", "Remix", made.id()).sent());
    for (String button : List.of("Details", "Edit", "Again", "Delete")) {
      heard(bot, bot.member().press("mia", "music", made.id(), button).sent());
    }

    Set<String> used = Stream.concat(lines.stream().map(line -> line.replaceFirst("^/(\\S+).*", "$1")),
        Stream.of("show", "Audio details", "Remix")).collect(Collectors.toCollection(TreeSet::new));
    assertThat(bot.member().commands("music").stream().map(EventThreadTest::name)).as("all commands are used")
        .isSubsetOf(used);
  }

  private static String name(ObjectNode command) {
    return command.path("name").asText();
  }

  /** It has been through the event thread; on a very slow machine too late for Discord, which is not what is tested here. */
  private static void heard(WholeBot bot, String interaction) throws Exception {
    bot.member().awaitInteraction(interaction, view -> view.state() != InteractionView.State.WAITING,
        WholeBot.PATIENCE);
  }

  @SuppressWarnings("MustBeClosed") // by the caller
  private static Recording recording() {
    Recording recording = new Recording();
    Stream.concat(FILES.stream(), WAITS.stream())
        .forEach(name -> recording.enable(name).withoutThreshold().withStackTrace().with("throttle", "off"));
    recording.enable(CALL).withoutThreshold().withStackTrace().with("filter", String.join(";", CALLS));
    recording.start();
    return recording;
  }

  private static Stream<RecordedEvent> events(Path recorded) throws IOException {
    return RecordingFile.readAllEvents(recorded).stream();
  }

  /** What should not have happened, with where it did. */
  private static List<String> faults(Path recorded) throws IOException {
    return events(recorded).filter(EventThreadTest::hindersEvents).map(EventThreadTest::inWords).toList();
  }

  private static boolean hindersEvents(RecordedEvent event) {
    List<String> classes = frames(event).stream().map(frame -> frame.getMethod().getType().getName()).toList();
    boolean ownCode = classes.stream()
        .anyMatch(name -> name.startsWith("jdk.internal.loader.") || name.equals("java.util.ResourceBundle"));
    if (ownCode || isStandardError(event)) {
      return false; // the program itself and its words, read when they are first used; a line of the log
    }
    boolean listening = classes.contains(EVENT_MANAGER);
    boolean itsSockets = event.getEventType().getName().startsWith("jdk.Socket");
    boolean gateway = event.getThread() != null && event.getThread().getJavaName() != null
        && event.getThread().getJavaName().startsWith(GATEWAY_THREAD) && !itsSockets;
    return listening || gateway;
  }

  private static boolean isStandardError(RecordedEvent event) {
    return event.getEventType().getName().equals("jdk.FileWrite") && event.getString("path") == null;
  }

  private static List<RecordedFrame> frames(RecordedEvent event) {
    return event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
  }

  private static String inWords(RecordedEvent event) {
    String called = event.hasField("method") ? inWords((RecordedMethod) event.getValue("method")) : "";
    return event.getEventType().getName() + " " + called + " at "
        + frames(event).stream().map(frame -> inWords(frame.getMethod())).collect(Collectors.joining(" < "));
  }

  private static String inWords(RecordedMethod method) {
    return method.getType().getName() + "." + method.getName();
  }

  private interface Action {
    void run() throws Exception;
  }

  /** As JDA does: its event manager calls a listener, which does this. */
  private static void listen(Action action) {
    InterfacedEventManager manager = new InterfacedEventManager();
    EventListener listener = _ -> {
      try {
        action.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
    manager.register(listener);
    manager.handle(new Happening());
  }

  private static final class Happening implements GenericEvent {
    @Override
    public JDA getJDA() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long getResponseNumber() {
      return 0;
    }

    @Override
    public DataObject getRawData() {
      return DataObject.empty();
    }
  }
}
