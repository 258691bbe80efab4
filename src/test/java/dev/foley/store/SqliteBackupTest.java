package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.provider.ProviderJobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is saved can be gone on with; what cannot be saved or restored is left as it is, with a sentence. */
@Timeout(60)
class SqliteBackupTest {
  private static final Instant NOW = Instant.parse("2026-11-21T16:00:00Z");
  private static final ChannelId CHANNEL = new ChannelId(7);

  @TempDir
  Path directory;

  private Path data;
  private Path spool;
  private Path file;

  @BeforeEach
  void makeDirectories() throws IOException {
    data = Files.createDirectory(directory.resolve("data"));
    spool = Files.createDirectory(data.resolve("spool"));
    file = directory.resolve("backup.zip");
  }

  @Test
  void whatWasUnderWayGoesOnFromABackup() throws Exception {
    try (Store store = open(data)) {
      Generation job = insert(store, 1);
      store.generations().replace(Samples.next(job, new GenerationState.Submitting(NOW)));
      store.generations().replace(Samples.next(Samples.next(job, new GenerationState.Submitting(NOW)),
          new GenerationState.Pending(new ProviderJobId("job:1"), NOW)));
      assertThat(backup().write(file)).extracting(SqliteBackup.Summary::generations, SqliteBackup.Summary::unfinished,
          SqliteBackup.Summary::sounds).containsExactly(1, 1, 0);
    }

    Path elsewhere = directory.resolve("elsewhere");
    assertThat(restore(elsewhere).read(file, false).aside()).isEmpty();
    try (Store store = open(elsewhere)) {
      assertThat(state(store, 1)).isEqualTo(new GenerationState.Pending(new ProviderJobId("job:1"), NOW));
    }
  }

  @Test
  void aSoundThatIsNotDeliveredComesAlongAndIsFoundWhereverItIsRestored() throws Exception {
    Files.writeString(spool.resolve(name(1)), "a sound");
    Files.writeString(spool.resolve(name(2)), "of another, which has been delivered");
    Files.writeString(spool.resolve(Samples.id(3) + ".part"), "not whole");
    try (Store store = open(data)) {
      insert(store, 1);
      insert(store, 2);
    }
    RawSql.execute(url(data), """
        UPDATE generation SET audio_file = '%s/' || id || '.wav', audio_size_bytes = 7, audio_container = 'WAV',
          audio_sample_rate = 44100, audio_channel_count = 2, audio_bit_depth = 16, audio_encoding = 'INTEGER', audio_frames = 1,
          message_id = 5, state = CASE id WHEN '%s' THEN 'Ready' ELSE 'Delivered' END
        """.formatted(spool, Samples.id(1)));
    assertThat(backup().write(file).sounds()).isEqualTo(1);

    Path elsewhere = directory.resolve("elsewhere");
    assertThat(restore(elsewhere).read(file, false).sounds()).isEqualTo(1);
    assertThat(elsewhere.resolve("spool").resolve(name(1))).hasContent("a sound");
    assertThat(elsewhere.resolve("spool").resolve(name(2))).doesNotExist();
    try (Store store = open(elsewhere)) {
      assertThat(((GenerationState.Ready) state(store, 1)).audio().file())
          .isEqualTo(elsewhere.resolve("spool").resolve(name(1)));
      assertThat(((GenerationState.Delivered) state(store, 2)).audio().orElseThrow().file())
          .isEqualTo(elsewhere.resolve("spool").resolve(name(2)));
    }
  }

  /** It may have been submitted after the backup was made, and would be paid for twice. */
  @Test
  void whatWasQueuedIsNotSubmittedAgainByARestore() throws Exception {
    try (Store store = open(data)) {
      insert(store, 1);
      backup().write(file);
    }
    Path elsewhere = directory.resolve("elsewhere");
    restore(elsewhere).read(file, false);
    try (Store store = open(elsewhere)) {
      assertThat(state(store, 1)).isEqualTo(new GenerationState.Submitting(NOW));
    }
  }

  @Test
  void everyBackupMadeWhileTheBotWritesIsWholeAndTheBotIsNotHeldUp() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(20);
    try (Store store = open(data); var writer = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = writer.submit(() -> {
        while (!enough.get()) {
          Generation queued = insert(store, written.get()); // each row with its timer, in one transaction
          store.generations().replace(Samples.next(queued, new GenerationState.Submitting(NOW)));
          written.incrementAndGet();
          begun.countDown();
        }
        return null;
      });
      begun.await();
      List<SqliteBackup.Summary> backups = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        int before = written.get();
        backups.add(backup().write(directory.resolve("backup-" + i + ".zip")));
        assertThat(backups.getLast().generations()).isBetween(before, written.get() + 1);
      }
      enough.set(true);
      writing.get();
    }
    for (int i = 0; i < 5; i++) {
      Path elsewhere = directory.resolve("elsewhere-" + i);
      int restored = restore(elsewhere).read(directory.resolve("backup-" + i + ".zip"), false).generations();
      assertThat(RawSql.timers(url(elsewhere))).hasSize(restored);
    }
  }

  @Test
  void onlyTheOwnerMayReadABackup() throws Exception {
    open(data).close();
    backup().write(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactlyInAnyOrder(data, file);
    }
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws Exception {
    open(data).close();
    Files.writeString(file, "last week's");
    assertThatThrownBy(() -> backup().write(file)).isInstanceOf(IOException.class)
        .hasMessageContaining("exists already");
    assertThat(file).hasContent("last week's");
  }

  @Test
  void withoutADatabaseThereIsNothingToSave() {
    assertThatThrownBy(() -> backup().write(file)).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("There is no database at " + data.resolve("foley.db"));
    assertThat(file).doesNotExist();
  }

  @Test
  void aDamagedDatabaseIsToldAndNotSaved() throws Exception {
    open(data).close();
    byte[] bytes = Files.readAllBytes(data.resolve("foley.db"));
    Files.write(data.resolve("foley.db"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> backup().write(file)).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("could not be saved");
    assertThat(file).doesNotExist();
  }

  @Test
  void postgresqlHasToolsOfItsOwn() {
    StoreSettings settings = settings("jdbc:postgresql://db/foley");
    assertThatThrownBy(() -> new SqliteBackup(settings, spool)).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("pg_dump");
    assertThatThrownBy(() -> new SqliteRestore(settings, spool, () -> NOW))
        .isInstanceOf(DatabaseUnusableException.class).hasMessageContaining("pg_restore");
  }

  @Test
  void nothingIsRestoredUnderARunningBot() throws Exception {
    try (Store store = open(data)) {
      insert(store, 1);
      backup().write(file);
      assertThatThrownBy(() -> restore(data).read(file, true)).isInstanceOf(DatabaseUnusableException.class)
          .hasMessageContaining("in use by another running Foley");
      assertThat(state(store, 1)).isInstanceOf(GenerationState.Queued.class);
    }
  }

  @Test
  void aDatabaseThatIsThereIsReplacedOnlyWhenToldAndThenKept() throws Exception {
    try (Store store = open(data)) {
      insert(store, 1);
      backup().write(file);
      insert(store, 2);
    }
    Files.writeString(spool.resolve(name(2)), "newer than the backup");
    assertThatThrownBy(() -> restore(data).read(file, false)).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("--replace");
    assertThat(RawSql.count(url(data), "generation")).isEqualTo(2);

    Path aside = restore(data).read(file, true).aside().orElseThrow();
    assertThat(RawSql.count(url(data), "generation")).isEqualTo(1);
    assertThat(aside).isEqualTo(data.resolve("foley.db.replaced-20261121T160000Z"));
    assertThat(RawSql.count("jdbc:sqlite:" + aside, "generation")).isEqualTo(2);
    assertThat(data.resolve("spool.replaced-20261121T160000Z").resolve(name(2))).hasContent("newer than the backup");
  }

  @Test
  void aBackupOfANewerFoleyIsLeftToIt() throws Exception {
    open(data).close();
    RawSql.execute(url(data), """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        VALUES (99, '99', 'x', 'SQL', 'V99__x.sql', 1, 'x', 1, 1)
        """);
    backup().write(file);
    Path elsewhere = directory.resolve("elsewhere");
    assertThatThrownBy(() -> restore(elsewhere).read(file, false)).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("by a newer Foley");
    assertThat(elsewhere.resolve("foley.db")).doesNotExist();
  }

  @Test
  void whatIsNoBackupIsRefusedAndChangesNothing() throws Exception {
    open(data).close();
    Files.writeString(file, "Dear diary");
    assertRefused("is no backup of Foley");
    zip("foley.db", "Dear diary");
    assertRefused("is damaged");
    zip("notes.txt", "Dear diary");
    assertRefused("is no backup of Foley");
    zip("spool/../../escaped.wav", "Dear diary");
    assertRefused("is no backup of Foley");
    assertThat(directory.resolve("escaped.wav")).doesNotExist();
    try (Stream<Path> left = Files.list(data)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("foley.db", "foley.db.lock",
          "spool", "departures");
    }
  }

  private void assertRefused(String because) {
    assertThatThrownBy(() -> restore(data).read(file, true)).hasMessageContaining(because);
  }

  private void zip(String name, String content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static Generation insert(Store store, int number) {
    Generation queued = Samples.queued(Samples.id(number), CHANNEL, NOW);
    store.generations().insert(List.of(queued));
    return queued;
  }

  private static GenerationState state(Store store, int number) {
    return store.generations().find(Samples.id(number)).map(Generation::state).orElseThrow();
  }

  private static String name(int number) {
    GenerationId id = Samples.id(number);
    return id.value() + ".wav";
  }

  private SqliteBackup backup() {
    return new SqliteBackup(settings(url(data)), spool);
  }

  private static SqliteRestore restore(Path into) {
    return new SqliteRestore(settings(url(into)), into.resolve("spool"), () -> NOW);
  }

  private static Store open(Path data) {
    return Store.open(settings(url(data)), InstantSource.fixed(NOW));
  }

  private static StoreSettings settings(String url) {
    return new StoreSettings(url, Duration.ofMillis(100), 4, Duration.ofSeconds(5));
  }

  private static String url(Path data) {
    return "jdbc:sqlite:" + data.resolve("foley.db");
  }
}
