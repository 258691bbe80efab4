package dev.foley.generation;

import static dev.foley.generation.Requests.BEN;
import static dev.foley.generation.Requests.CHANNEL;
import static dev.foley.generation.Requests.GUILD;
import static dev.foley.generation.Requests.MIA;
import static dev.foley.generation.Requests.NOON;
import static dev.foley.generation.Requests.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.History.Tally;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link History} finds, the fake included. */
public abstract class HistoryContract {
  private static final ModelId LYRIA = new ModelId("google/lyria2");
  private static final GenerationState DELIVERED = new GenerationState.Delivered(7, NOON);
  private @Nullable Requests known;

  /** An empty store, the same one throughout a test. */
  protected abstract GenerationStore store();

  /** The history of that store. */
  protected abstract History history();

  @Test
  void ofSomebodyWhoNeverAskedNothingIsFound() {
    requests().record(order(BEN, Optional.of(GUILD), CHANNEL, "rain"), DELIVERED);
    assertThat(history().ofMember(MIA, Optional.empty(), Optional.empty(), 10)).isEmpty();
    assertThat(history().search(MIA, "", 10)).isEmpty();
    assertThat(history().tally(MIA, Instant.EPOCH, NOON.plusSeconds(1))).isEmpty();
    assertThat(history().descendants(Requests.id(1), 10)).isEmpty();
    assertThat(history().timed(LYRIA, 10)).isEmpty();
  }

  @Test
  void aMembersRequestsComeNewestFirstInEveryState() {
    Generation first = requests().record(order("one"), DELIVERED).getFirst();
    Generation second = requests().record(order("two")).getFirst();
    Generation third = requests().record(order("three"), new GenerationState.Failed(FailureReason.CANCELLED, NOON))
        .getFirst();
    assertThat(history().ofMember(MIA, Optional.empty(), Optional.empty(), 10)).containsExactly(third, second, first);
  }

  @Test
  void pagesMeetWithoutGapOrOverlap() {
    List<Generation> five = List.of("1", "2", "3", "4", "5").stream()
        .map(prompt -> requests().record(order(prompt)).getFirst()).toList().reversed();
    List<Generation> page = history().ofMember(MIA, Optional.empty(), Optional.empty(), 2);
    assertThat(page).containsExactlyElementsOf(five.subList(0, 2));
    page = history().ofMember(MIA, Optional.empty(), Optional.of(page.getLast().id()), 2);
    assertThat(page).containsExactlyElementsOf(five.subList(2, 4));
    page = history().ofMember(MIA, Optional.empty(), Optional.of(page.getLast().id()), 2);
    assertThat(page).containsExactly(five.getLast());
    assertThat(history().ofMember(MIA, Optional.empty(), Optional.of(page.getLast().id()), 2)).isEmpty();
  }

  @Test
  void aServersPageLeavesOutOtherPlaces() {
    Generation here = requests().record(order("here")).getFirst();
    requests().record(order(MIA, Optional.empty(), CHANNEL, "direct"));
    requests().record(order(MIA, Optional.of(new GuildId(4)), CHANNEL, "elsewhere"));
    assertThat(history().ofMember(MIA, Optional.of(GUILD), Optional.empty(), 10)).containsExactly(here);
    assertThat(history().ofMember(MIA, Optional.empty(), Optional.empty(), 10)).hasSize(3);
  }

  @Test
  void aRequestOfSeveralTakesIsFoundOnce() {
    Generation first = requests().record(takes(3), DELIVERED).getFirst();
    assertThat(history().ofMember(MIA, Optional.empty(), Optional.empty(), 10)).containsExactly(first);
    assertThat(history().search(MIA, "rain", 10)).containsExactly(first);
  }

  @ParameterizedTest
  @CsvSource({"warm, Warm lo-fi PIANO", "PIANO, Warm lo-fi piano", "100%, at 100% volume", "o_p, piano_o_piano",
      "ÜBER, über den Wolken", "élan, L’ÉLAN", "ピアノ, 静かなピアノ", "!, bang!", "\\, back\\slash"})
  void aSearchFindsWordsInAnyCase(String part, String prompt) {
    requests().record(order("another x thing, 100 times"), DELIVERED);
    Generation wanted = requests().record(order(prompt), DELIVERED).getFirst();
    assertThat(history().search(MIA, part, 10)).startsWith(wanted);
  }

  @ParameterizedTest
  @CsvSource({"%", "_", "x%thing", "an_ther", "!", "cello"})
  void aSearchTakesEveryCharacterAsItIs(String part) {
    requests().record(order("another x thing"), DELIVERED);
    assertThat(history().search(MIA, part, 10)).isEmpty();
  }

  @Test
  void aSearchFindsIdsAndIsEmptyHanded() {
    Generation first = requests().record(order("rain"), DELIVERED).getFirst();
    Generation second = requests().record(order("wind"), DELIVERED).getFirst();
    assertThat(history().search(MIA, first.id().value(), 10)).containsExactly(first);
    assertThat(history().search(MIA, "", 10)).containsExactly(second, first);
    assertThat(history().search(MIA, "", 1)).containsExactly(second);
  }

  @Test
  void aSearchFindsOnlyWhatWasDelivered() {
    requests().record(order("rain"));
    requests().record(order("rain"), new GenerationState.Failed(FailureReason.RESULT_SILENT, NOON));
    assertThat(history().search(MIA, "rain", 10)).isEmpty();
  }

  @Test
  void requestsAreCountedByKindAndModel() {
    requests().record(takes(3));
    requests().record(order("wind"), DELIVERED);
    requests().record(with(LYRIA, SoundKind.MUSIC));
    requests().record(with(LYRIA, SoundKind.SOUND));
    requests().record(order(BEN, Optional.of(GUILD), CHANNEL, "his"));
    assertThat(history().tally(MIA, NOON, NOON.plusMillis(1))).containsExactlyInAnyOrder(
        new Tally(SoundKind.MUSIC, new ModelId("stable-audio"), 2, 4), new Tally(SoundKind.MUSIC, LYRIA, 1, 1),
        new Tally(SoundKind.SOUND, LYRIA, 1, 1));
    assertThat(history().tally(MIA, NOON, NOON.plusMillis(1)).getFirst().requests()).isEqualTo(2);
  }

  @Test
  void onlyThePeriodIsCounted() {
    requests().record(order("rain"));
    assertThat(history().tally(MIA, NOON.plusMillis(1), NOON.plusSeconds(9))).isEmpty();
    assertThat(history().tally(MIA, NOON.minusSeconds(9), NOON)).isEmpty();
  }

  @Test
  void whatWasMadeOutOfARequestComesOldestFirst() {
    Generation parent = requests().record(order("rain"), DELIVERED).getFirst();
    Generation again = requests().record(outOf(parent, Lineage.Kind.AGAIN, 2)).getFirst();
    Generation remix = requests().record(outOf(parent, Lineage.Kind.REMIX, 1), DELIVERED).getFirst();
    requests().record(outOf(remix, Lineage.Kind.EDIT, 1));
    assertThat(history().descendants(parent.id(), 10)).containsExactly(again, remix);
    assertThat(history().descendants(parent.id(), 1)).containsExactly(again);
  }

  @Test
  void howLongAModelTookComesNewestFirst() {
    timed(order("one"), 10);
    Generation slow = timed(order("two"), 30);
    Generation middle = timed(order("three"), 20);
    timed(with(LYRIA, SoundKind.MUSIC), 40);
    requests().record(order("never answered"), new GenerationState.Submitting(NOON));
    assertThat(history().timed(new ModelId("stable-audio"), 2)).containsExactly(slow, middle);
    assertThat(slow.timing().took()).contains(Duration.ofSeconds(30));
  }

  private Generation timed(Order order, int seconds) {
    Generation submitting = requests().record(order, new GenerationState.Submitting(NOON)).getFirst();
    Generation made = requests().replace(submitting,
        new GenerationState.Completed(URI.create("https://cdn.example/a.wav"), NOON.plusSeconds(seconds)));
    return requests().replace(made, DELIVERED);
  }

  private static Order takes(int count) {
    return new Order(order("rain").origin(), order("rain").request(), count, Optional.empty());
  }

  private static Order with(ModelId model, SoundKind kind) {
    return Order.of(order("rain").origin(), new AudioRequest(model, kind, "rain", Map.of()), 1);
  }

  private static Order outOf(Generation parent, Lineage.Kind kind, int takes) {
    return new Order(parent.origin(), parent.request(), takes, Optional.of(new Lineage(parent.id(), kind)));
  }

  /** Made when it is first asked for: a test's database is opened after this is constructed. */
  private Requests requests() {
    if (known == null) {
      known = new Requests(store());
    }
    return known;
  }
}
