package dev.foley.discord.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.discord.Samples;
import dev.foley.generation.ChannelId;
import dev.foley.generation.GuildId;
import dev.foley.generation.StoreException;
import dev.foley.generation.policy.PreferenceStore;
import dev.foley.generation.policy.Preferences;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PreferenceCacheTest {
  private final CountingStore store = new CountingStore();
  private final AtomicLong nanos = new AtomicLong();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private boolean full;
  private final PreferenceCache cache = new PreferenceCache(store, task -> {
    if (full) {
      throw new RejectedExecutionException("full");
    }
    work.add(task);
  }, nanos::get);
  private final List<String> heard = new ArrayList<>();

  @Test
  void whatIsNotKnownIsReadElsewhereAndHandedOverThen() {
    store.word = "rubbish";
    ask();
    assertThat(heard).isEmpty();
    assertThat(store.reads).isZero();

    runWork();
    assertThat(heard).containsExactly("rubbish");

    ask();
    assertThat(heard).containsExactly("rubbish", "rubbish");
    assertThat(store.reads).isEqualTo(1);
  }

  @Test
  void directMessagesHaveNoSettings() {
    cache.at(Samples.directOrigin(), preferences -> heard.add(preferences.toString()), () -> heard.add("unavailable"));

    assertThat(heard).containsExactly(Preferences.NONE.toString());
    assertThat(cache.of(Samples.directOrigin())).isEqualTo(Preferences.NONE);
    assertThat(store.reads).isZero();
  }

  @Test
  void whatHasGrownOldIsUsedOnceMoreWhileItIsReadAnew() {
    known("rubbish");
    store.word = "noise";
    pass(Duration.ofSeconds(6));

    ask();
    assertThat(heard).containsExactly("rubbish");
    runWork();
    ask();
    assertThat(heard).containsExactly("rubbish", "noise");
  }

  @Test
  void whatIsSetThroughItCountsAtOnce() {
    known("rubbish");
    cache.set(Samples.GUILD, new PreferenceStore.Entry(Optional.empty(), "blocked-words", "noise"));

    ask();
    assertThat(heard).isEmpty();
    runWork();
    assertThat(heard).containsExactly("noise");

    cache.unset(Samples.GUILD, Optional.empty(), "blocked-words");
    ask();
    runWork();
    assertThat(heard).containsExactly("noise", "");
  }

  @Test
  void whatWasBeingReadBeforeAChangeIsNotRemembered() {
    store.word = "rubbish";
    ask();
    store.changedWhileRead = "noise";
    runWork(); // the change comes between the database's answer and its arrival here

    ask();
    runWork();
    assertThat(heard).containsExactly("rubbish", "noise");
  }

  @Test
  void aFullExecutorIsAnAnswerOnlyIfNothingIsKnown() {
    full = true;
    ask();
    assertThat(heard).containsExactly("unavailable");

    full = false;
    known("rubbish");
    full = true;
    pass(Duration.ofSeconds(6));
    ask();
    assertThat(heard).containsExactly("rubbish");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAnAnswerOnlyIfNothingIsKnown() {
    store.gone = true;
    ask();
    runWork();
    assertThat(heard).containsExactly("unavailable");

    store.gone = false;
    known("rubbish");
    store.gone = true;
    pass(Duration.ofSeconds(6));
    ask();
    runWork();
    ask();
    assertThat(heard).containsExactly("rubbish", "rubbish");
  }

  @Test
  void aServerWhereNobodyHasAskedForLongIsReadAnew() {
    known("rubbish");
    store.word = "noise";
    pass(Duration.ofMinutes(2));

    ask();
    runWork();
    assertThat(heard).containsExactly("noise");
  }

  @Test
  void whoMayWaitAsksThroughTheSameCache() {
    known("rubbish");
    assertThat(cache.of(Samples.origin()).blockedWords()).containsExactly("rubbish");
    assertThat(store.reads).isEqualTo(1);
  }

  @Test
  void whoMayWaitAsksByHimselfWhereThereIsNoRoom() {
    full = true;
    store.word = "rubbish";
    assertThat(cache.of(Samples.origin()).blockedWords()).containsExactly("rubbish");

    store.gone = true;
    assertThatThrownBy(() -> cache.of(Samples.origin())).isInstanceOf(StoreException.class);
  }

  @Test
  void whoMayWaitHearsThatTheDatabaseDoesNotAnswer() {
    store.gone = true;
    PreferenceCache direct = new PreferenceCache(store, Runnable::run, nanos::get);
    assertThatThrownBy(() -> direct.of(Samples.origin())).isInstanceOf(StoreException.class);
  }

  private void known(String word) {
    store.word = word;
    ask();
    runWork();
    heard.clear();
  }

  private void ask() {
    cache.at(Samples.origin(), preferences -> heard.add(String.join(" ", preferences.blockedWords())),
        () -> heard.add("unavailable"));
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** One server with at most one setting. */
  private final class CountingStore implements PreferenceStore {
    private int reads;
    private boolean gone;
    private String word = "";
    private String changedWhileRead = "";

    @Override
    public List<Entry> of(GuildId guild) {
      reads++;
      if (gone) {
        throw new StoreException("gone", new IllegalStateException());
      }
      List<Entry> answer = word.isEmpty()
          ? List.of()
          : List.of(new Entry(Optional.empty(), "blocked-words", word));
      if (!changedWhileRead.isEmpty()) {
        Entry change = new Entry(Optional.empty(), "blocked-words", changedWhileRead);
        changedWhileRead = "";
        cache.set(guild, change);
      }
      return answer;
    }

    @Override
    public void set(GuildId guild, Entry entry) {
      word = entry.value();
    }

    @Override
    public void unset(GuildId guild, Optional<ChannelId> channel, String name) {
      word = "";
    }
  }
}
