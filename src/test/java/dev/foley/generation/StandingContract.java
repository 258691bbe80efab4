package dev.foley.generation;

import static dev.foley.generation.Requests.BEN;
import static dev.foley.generation.Requests.CHANNEL;
import static dev.foley.generation.Requests.GUILD;
import static dev.foley.generation.Requests.MIA;
import static dev.foley.generation.Requests.NOON;
import static dev.foley.generation.Requests.line;
import static dev.foley.generation.Requests.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.generation.LedgerEntry.Kind;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link GenerationStore} lets a {@link Gate} see, and that it does as the gate says; the fake included. */
public abstract class StandingContract {
  private static final ChannelId OTHER_CHANNEL = new ChannelId(5);
  private static final LimitReached LIMIT = new LimitReached.Cooldown(NOON);
  private @Nullable Requests known;

  /** An empty store, the same one throughout a test. */
  protected abstract GenerationStore store();

  /** The ledger of that store. */
  protected abstract Ledger ledger();

  /** For which generations a timer is set. */
  protected abstract List<GenerationId> timers();

  @Test
  void whatTheGateLetsInIsRecordedWithItsReservationAndItsTimer() {
    Generation wanted = requests().takes(order("rain"), NOON).getFirst();
    LedgerEntry reserved = line(wanted, Kind.RESERVED, "0.14");
    assertThat(store().insert(List.of(wanted), List.of(reserved), Gate.OPEN)).isEmpty();
    assertThat(store().find(wanted.id())).contains(wanted);
    assertThat(ledger().entries(wanted.id())).containsExactly(reserved);
    assertThat(timers()).containsExactly(wanted.id());
  }

  @Test
  void whatTheGateRefusesLeavesNothingBehind() {
    Generation wanted = requests().takes(order("rain"), NOON).getFirst();
    assertThat(store().insert(List.of(wanted), List.of(line(wanted, Kind.RESERVED, "0.14")), _ -> Optional.of(LIMIT)))
        .contains(LIMIT);
    assertThat(store().find(wanted.id())).isEmpty();
    assertThat(ledger().entries(wanted.id())).isEmpty();
    assertThat(timers()).isEmpty();
  }

  @Test
  void whatCannotBeRecordedReservesNothing() {
    Generation known = requests().record(order("rain")).getFirst();
    LedgerEntry reserved = line(known, Kind.RESERVED, "0.14");
    assertThatThrownBy(() -> store().insert(List.of(known), List.of(reserved), Gate.OPEN))
        .isInstanceOf(StoreException.class);
    assertThat(ledger().entries(known.id())).isEmpty();
  }

  @Test
  void ofOrdersThatComeTogetherOneIsTheLastThatWasAllowed() throws Exception {
    int rivals = 8;
    Gate oneOnly = standing -> standing.pendingOf(MIA).isEmpty() ? Optional.empty() : Optional.of(LIMIT);
    CyclicBarrier together = new CyclicBarrier(rivals);
    List<Callable<Optional<LimitReached>>> orders = new ArrayList<>();
    for (int rival = 0; rival < rivals; rival++) {
      Generation wanted = requests().takes(order("rain"), NOON).getFirst();
      orders.add(() -> {
        together.await();
        return store().insert(List.of(wanted), List.of(line(wanted, Kind.RESERVED, "0.14")), oneOnly);
      });
    }
    int accepted = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Optional<LimitReached>> answer : threads.invokeAll(orders)) {
        accepted += answer.get().isEmpty() ? 1 : 0;
      }
    }
    assertThat(accepted).isEqualTo(1);
    assertThat(store().unfinished(CHANNEL)).hasSize(1);
    assertThat(ledger().ofMember(MIA, NOON, NOON.plusMillis(1)).in(CostUnit.USD)).isEqualByComparingTo("0.14");
  }

  @Test
  void whatIsReservedAndWhatIsSpentIsSeen() {
    requests().record(order("rain")).forEach(take -> requests().replace(take,
        new GenerationState.Submitting(NOON), line(take, Kind.RESERVED, "0.10"), line(take, Kind.CHARGED, "0.12")));
    Generation his = requests().record(order(BEN, Optional.of(GUILD), CHANNEL, "his")).getFirst();
    requests().replace(his, new GenerationState.Submitting(NOON), line(his, Kind.RESERVED, "1"));
    Generation direct = requests().record(order(MIA, Optional.empty(), OTHER_CHANNEL, "direct")).getFirst();
    requests().replace(direct, new GenerationState.Submitting(NOON), line(direct, Kind.CHARGED, "0.5"));
    Instant until = NOON.plusMillis(1);
    look(standing -> {
      assertThat(standing.ofMember(MIA, NOON, until).in(CostUnit.USD)).isEqualByComparingTo("0.62");
      assertThat(standing.ofMember(MIA, GUILD, NOON, until).in(CostUnit.USD)).isEqualByComparingTo("0.12");
      assertThat(standing.ofMember(MIA, new GuildId(4), NOON, until).byUnit()).isEmpty();
      assertThat(standing.ofGuild(GUILD, NOON, until).in(CostUnit.USD)).isEqualByComparingTo("1.12");
      assertThat(standing.ofMember(MIA, until, until.plusSeconds(1)).byUnit()).isEmpty();
      assertThat(standing.ofGuild(new GuildId(4), NOON, until).byUnit()).isEmpty();
    });
  }

  @Test
  void whatIsPendingIsCountedByChannel() {
    requests().record(new Order(order("rain").origin(), order("rain").request(), 3, Optional.empty()));
    requests().record(order(MIA, Optional.empty(), OTHER_CHANNEL, "direct"));
    requests().record(order(BEN, Optional.of(GUILD), CHANNEL, "his"));
    requests().record(order("made"), new GenerationState.Delivered(7, NOON));
    requests().record(order("not made"), new GenerationState.Failed(FailureReason.CANCELLED, NOON));
    look(standing -> {
      assertThat(standing.pendingOf(MIA)).isEqualTo(Map.of(CHANNEL, 3, OTHER_CHANNEL, 1));
      assertThat(standing.pendingIn(CHANNEL)).isEqualTo(4);
      assertThat(standing.pendingIn(new ChannelId(6))).isZero();
      assertThat(standing.pendingOf(new UserId(9))).isEmpty();
    });
  }

  @Test
  void theLastTimeThatAMemberAskedIsSeenWhateverCameOfIt() {
    look(standing -> assertThat(standing.lastAskedBy(MIA)).isEmpty());
    store().insert(requests().takes(order("rain"), NOON.minusSeconds(60)));
    Generation last = requests().takes(order("wind"), NOON.minusSeconds(30)).getFirst();
    store().insert(List.of(last));
    requests().replace(last, new GenerationState.Failed(FailureReason.CANCELLED, NOON));
    requests().record(order(BEN, Optional.of(GUILD), CHANNEL, "his"));
    look(standing -> assertThat(standing.lastAskedBy(MIA)).contains(NOON.minusSeconds(30)));
  }

  /** As a gate does, which then lets nothing in. */
  private void look(Consumer<Standing> look) {
    assertThat(store().insert(requests().takes(order("not recorded"), NOON), List.of(), standing -> {
      look.accept(standing);
      return Optional.of(LIMIT);
    })).contains(LIMIT);
  }

  /** Made when it is first asked for: a test's database is opened after this is constructed. */
  private Requests requests() {
    if (known == null) {
      known = new Requests(store());
    }
    return known;
  }
}
