package dev.foley.generation;

import static dev.foley.generation.Requests.MIA;
import static dev.foley.generation.Requests.NOON;
import static dev.foley.generation.Requests.id;
import static dev.foley.generation.Requests.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Drafts} does, the fake included. */
public abstract class DraftsContract {
  /** Without any, the same ones throughout a test. */
  protected abstract Drafts drafts();

  @Test
  void aDraftIsFoundWhole() {
    Origin origin = new Origin(new ChannelId(1), MIA, Optional.of(new GuildId(Long.MAX_VALUE)), 5, Secret.of("token"),
        NOON.minusSeconds(3), 1, Locale.forLanguageTag("es-419"), true);
    AudioRequest request = new AudioRequest(new ModelId("google/lyria2"), SoundKind.SPEECH, "'; -- :name é 🎹\n",
        Map.of(Parameter.LOOP, new ParameterValue.Flag(true), Parameter.VOICE, new ParameterValue.Text("anna"),
            Parameter.SPEED, new ParameterValue.Quantity(new BigDecimal("1.05"))));
    Draft draft = new Draft(id(1),
        new Order(origin, request, 4, Optional.of(new Lineage(id(9), Lineage.Kind.REMIX))), NOON);
    drafts().insert(draft);
    assertThat(drafts().find(id(1))).contains(draft);
  }

  @Test
  void whatCanBeAbsentMayBeAbsent() {
    Draft draft = new Draft(id(1), order(MIA, Optional.empty(), new ChannelId(1), ""), NOON);
    drafts().insert(draft);
    assertThat(drafts().find(id(1))).contains(draft);
  }

  @Test
  void anIdIsTakenOnce() {
    Draft first = new Draft(id(1), order("rain"), NOON);
    drafts().insert(first);
    assertThatThrownBy(() -> drafts().insert(new Draft(id(1), order("wind"), NOON))).isInstanceOf(StoreException.class);
    assertThat(drafts().find(id(1))).contains(first);
  }

  @Test
  void anUnknownOneIsNeitherFoundNorRemoved() {
    assertThat(drafts().find(id(1))).isEmpty();
    assertThat(drafts().remove(id(1))).isFalse();
  }

  @Test
  void ofManyThatRemoveOneSucceeds() throws Exception {
    drafts().insert(new Draft(id(1), order("rain"), NOON));
    List<Callable<Boolean>> rivals = Stream.generate(() -> (Callable<Boolean>) () -> drafts().remove(id(1))).limit(8)
        .toList();
    int removed = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> answer : threads.invokeAll(rivals)) {
        removed += answer.get() ? 1 : 0;
      }
    }
    assertThat(removed).isEqualTo(1);
    assertThat(drafts().find(id(1))).isEmpty();
  }

  @Test
  void oldOnesAreForgotten() {
    Draft old = new Draft(id(1), order("old"), NOON.minusMillis(1));
    Draft young = new Draft(id(2), order("young"), NOON);
    drafts().insert(old);
    drafts().insert(young);
    drafts().removeBefore(NOON);
    assertThat(drafts().find(id(1))).isEmpty();
    assertThat(drafts().find(id(2))).contains(young);
  }
}
