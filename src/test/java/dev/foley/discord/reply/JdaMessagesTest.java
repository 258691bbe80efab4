package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.foley.discord.interaction.Sent;
import dev.foley.generation.ChannelId;
import dev.foley.playground.discord.AttachmentView;
import dev.foley.playground.discord.ChannelView;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.Permission;
import dev.foley.playground.server.PlaygroundServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages in a server, from an instance whose shard sees that server, and from one that has to do without: no difference. */
class JdaMessagesTest {
  private static final int SHARDS = 2;
  private static final AtomicInteger ROOMS = new AtomicInteger();

  /** Whose shard it is that speaks. */
  enum Shard {
    OF_THE_SERVER, ANOTHER
  }

  private static final LocalDiscord DISCORD = new LocalDiscord(LocalDiscordSettings.defaults());
  private static final Map<Shard, JDA> SESSIONS = new EnumMap<>(Shard.class);
  private static PlaygroundServer server;

  @TempDir
  private Path directory;

  @BeforeAll
  static void connect() throws Exception {
    server = PlaygroundServer.start(0, List.of(DISCORD));
    for (int shard = 0; shard < SHARDS; shard++) {
      JDA jda = session(shard);
      SESSIONS.put(jda.getGuilds().isEmpty() ? Shard.ANOTHER : Shard.OF_THE_SERVER, jda);
    }
    assertThat(SESSIONS).containsOnlyKeys(Shard.values());
  }

  @AfterAll
  static void disconnect() {
    SESSIONS.values().forEach(JDA::shutdownNow);
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aMessageIsPostedOnceForANonce(Shard shard) {
    ChannelView room = newRoom();

    Sent first = messages(shard).send(place(room), notice(), "once-" + room.name());
    Sent second = messages(shard).send(place(room), notice(), "once-" + room.name());

    assertThat(first).isEqualTo(second).isEqualTo(new Sent.Posted(Long.parseLong(only(room).id())));
    assertThat(only(room).content()).isEqualTo("It rains.");
    assertThat(only(room).embeds().getFirst().footer()).isEqualTo("0ABCDEFGHJKMN");
    assertThat(only(room).component("Try again")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void filesGoAlong(Shard shard) throws Exception {
    ChannelView room = newRoom();

    messages(shard).send(place(room), notice(file()), "file-" + room.name());

    assertThat(only(room).attachments()).extracting(AttachmentView::filename, AttachmentView::sizeBytes)
        .containsExactly(tuple("rain.txt", 4L));
  }

  @ParameterizedTest
  @EnumSource
  void itsOwnMessagesAreFoundWithAllThatTellsWhatTheyAreAbout(Shard shard) throws Exception {
    ChannelView room = newRoom();
    DISCORD.control().say("ben", room.name(), "Not the bot's.");
    messages(shard).send(place(room), notice(file()), "found-" + room.name());

    Optional<List<OwnMessage>> own = messages(shard).ownMessages(place(room), 1);

    long id = DISCORD.control().messages("mia", room.name()).stream().filter(MessageView::bot)
        .mapToLong(message -> Long.parseLong(message.id())).findFirst().orElseThrow();
    assertThat(own.orElseThrow()).containsExactly(new OwnMessage(id, place(room).channel(), "It rains.",
        "0ABCDEFGHJKMN", Set.of("retry:0ABCDEFGHJKMN"), Set.of("rain.txt")));
  }

  @ParameterizedTest
  @EnumSource
  void aMessageIsReplacedByALine(Shard shard) {
    ChannelView room = newRoom();
    messages(shard).send(place(room), notice(), "line-" + room.name());

    messages(shard).replace(place(room).channel(), Long.parseLong(only(room).id()), "It is elsewhere.");

    assertThat(only(room).content()).isEqualTo("It is elsewhere.");
    assertThat(only(room).embeds()).isEmpty();
    assertThat(only(room).components()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whereItMayNotSpeakThePlaceIsClosed(Shard shard) {
    ChannelView room = newRoom();
    DISCORD.world().denyBot(room.name(), Set.of(Permission.SEND_MESSAGES));

    assertThat(messages(shard).send(place(room), notice(), "denied-" + room.name())).isInstanceOf(Sent.Closed.class);
    assertThat(DISCORD.control().messages("mia", room.name())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aChannelThatIsGoneIsClosedAndHoldsNothing(Shard shard) {
    ChannelView room = newRoom();
    DISCORD.world().deleteChannel(room.name());

    assertThat(messages(shard).send(place(room), notice(), "gone-" + room.name())).isInstanceOf(Sent.Closed.class);
    assertThat(messages(shard).ownMessages(place(room), 1)).contains(List.of());
  }

  private static JDA session(int shard) throws InterruptedException {
    return JDABuilder.createLight("playground", List.of()).useSharding(shard, SHARDS)
        .setRestConfig(new RestConfig().setBaseUrl(DISCORD.apiUrl().toString()))
        .setSessionController(new SessionControllerAdapter() {
          @Override
          public String getGateway() {
            return DISCORD.gatewayUrl().toString();
          }
        }).build().awaitReady();
  }

  private static JdaMessages messages(Shard shard) {
    return new JdaMessages(Objects.requireNonNull(SESSIONS.get(shard)));
  }

  /** A channel that the server's shard has heard of. */
  private static ChannelView newRoom() {
    ChannelView room = DISCORD.world().createChannel("room-" + ROOMS.incrementAndGet());
    JDA seeing = Objects.requireNonNull(SESSIONS.get(Shard.OF_THE_SERVER));
    await().until(() -> seeing.getTextChannelById(room.id()) != null);
    return room;
  }

  private static Place.InChannel place(ChannelView room) {
    return new Place.InChannel(new ChannelId(Long.parseLong(room.id())));
  }

  private static MessageView only(ChannelView room) {
    assertThat(DISCORD.control().messages("mia", room.name())).hasSize(1);
    return DISCORD.control().messages("mia", room.name()).getFirst();
  }

  private Path file() throws IOException {
    return Files.writeString(directory.resolve("rain.txt"), "drip");
  }

  private static Notice notice(Path... files) {
    return new Notice("It rains.", Optional.empty(), new Notice.Card("Sound", "rain", 0x5B8C85, "0ABCDEFGHJKMN"),
        Stream.of(files).map(file -> new Notice.Attachment(file, "rain.txt")).toList(),
        List.of(new Notice.Action.Press("retry:0ABCDEFGHJKMN", "Try again")));
  }
}
