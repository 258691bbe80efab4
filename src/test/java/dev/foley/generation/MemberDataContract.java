package dev.foley.generation;

import static dev.foley.generation.Requests.BEN;
import static dev.foley.generation.Requests.CHANNEL;
import static dev.foley.generation.Requests.GUILD;
import static dev.foley.generation.Requests.MIA;
import static dev.foley.generation.Requests.NOON;
import static dev.foley.generation.Requests.id;
import static dev.foley.generation.Requests.line;
import static dev.foley.generation.Requests.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.LedgerEntry.Kind;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link MemberData} shows and forgets, the fake included. */
public abstract class MemberDataContract {
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final GenerationState DELIVERED = new GenerationState.Delivered(7, NOON);
  private @Nullable Requests known;

  /** An empty store, the same one throughout a test. */
  protected abstract GenerationStore store();

  /** The ledger of that store. */
  protected abstract Ledger ledger();

  /** What stands beside that store. */
  protected abstract Drafts drafts();

  /** All of it, by member. */
  protected abstract MemberData members();

  @Test
  void everyTakeIsShownNewestFirstInPages() {
    List<Generation> two = requests().record(takes(2), DELIVERED);
    Generation pending = requests().record(order("wind")).getFirst();
    requests().record(his());
    List<Generation> page = members().generations(MIA, Optional.empty(), 2);
    assertThat(page).containsExactly(pending, two.getLast());
    assertThat(members().generations(MIA, Optional.of(page.getLast().id()), 2)).containsExactly(two.getFirst());
    assertThat(members().generations(MIA, Optional.of(two.getFirst().id()), 2)).isEmpty();
  }

  @Test
  void draftsAndLinesAreShownOldestFirst() {
    drafts().insert(new Draft(id(2), order("second"), NOON));
    drafts().insert(new Draft(id(1), order("first"), NOON));
    drafts().insert(new Draft(id(3), his(), NOON));
    Generation late = charged(order("late"), LATER, "0.2");
    Generation early = charged(order("early"), NOON, "0.1");
    charged(his(), NOON, "1");
    assertThat(members().drafts(MIA)).extracting(Draft::id).containsExactly(id(1), id(2));
    assertThat(members().ledger(MIA)).extracting(LedgerEntry::generation).containsExactly(early.id(), late.id());
  }

  @Test
  void whatHasEndedIsForgottenAndReturned() {
    Generation delivered = requests().record(order("rain"), DELIVERED).getFirst();
    Generation failed = requests().record(order("wind"), new GenerationState.Failed(FailureReason.UNDELIVERABLE, NOON))
        .getFirst();
    drafts().insert(new Draft(id(9), order("draft"), NOON));
    assertThat(members().forget(MIA, LATER)).containsExactlyInAnyOrder(delivered, failed);
    assertThat(members().generations(MIA, Optional.empty(), 9)).isEmpty();
    assertThat(members().drafts(MIA)).isEmpty();
    assertThat(store().find(delivered.id())).isEmpty();
    assertThat(drafts().find(id(9))).isEmpty();
    assertThat(members().forget(MIA, LATER)).isEmpty();
  }

  @Test
  void whatIsUnderWayStaysAndGoesOn() {
    Generation pending = charged(order("rain"), NOON, "0.1");
    assertThat(members().forget(MIA, LATER)).isEmpty();
    assertThat(store().find(pending.id())).contains(pending);
    assertThat(members().ledger(MIA)).extracting(LedgerEntry::generation).containsExactly(pending.id());
    Generation made = requests().replace(pending, DELIVERED);
    assertThat(members().forget(MIA, LATER)).containsExactly(made);
    assertThat(members().ledger(MIA)).isEmpty();
  }

  @Test
  void aTakeThatHasEndedStaysUntilItsSiblingsHave() {
    List<Generation> takes = requests().record(takes(2));
    Generation first = requests().replace(takes.getFirst(), DELIVERED);
    assertThat(members().forget(MIA, LATER)).isEmpty();
    assertThat(store().takes(first.id())).containsExactly(first, takes.getLast());
    Generation second = requests().replace(takes.getLast(), new GenerationState.Failed(FailureReason.CANCELLED, NOON));
    assertThat(members().forget(MIA, LATER)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void otherMembersKeepTheirs() {
    Generation his = requests().replace(charged(his(), NOON, "1"), DELIVERED);
    drafts().insert(new Draft(id(9), his(), NOON));
    assertThat(members().forget(MIA, LATER)).isEmpty();
    assertThat(store().find(his.id())).contains(his);
    assertThat(drafts().find(id(9))).isPresent();
    assertThat(members().ledger(BEN)).hasSize(1);
  }

  @Test
  void theAccountsOfTheServerStayWithoutTheMember() {
    requests().replace(charged(order("rain"), NOON, "0.1"), DELIVERED);
    members().forget(MIA, LATER);
    assertThat(ledger().ofMember(MIA, NOON, LATER).byUnit()).isEmpty();
    assertThat(ledger().ofGuild(GUILD, NOON, LATER).in(CostUnit.USD)).isEqualByComparingTo("0.1");
    assertThat(ledger().lines(GUILD, NOON, LATER)).extracting(entry -> entry.payer().member())
        .doesNotContain(MIA);
  }

  @Test
  void whatABudgetStillDependsOnStaysWithTheMember() {
    requests().replace(charged(order("before"), NOON, "0.1"), DELIVERED);
    requests().replace(charged(order("after"), LATER, "0.2"), DELIVERED);
    members().forget(MIA, LATER);
    assertThat(ledger().ofMember(MIA, NOON, LATER.plusSeconds(1)).in(CostUnit.USD)).isEqualByComparingTo("0.2");
  }

  private Generation charged(Order order, Instant requestedAt, String dollars) {
    Generation queued = requests().takes(order, requestedAt).getFirst();
    store().insert(List.of(queued));
    return requests().replace(queued, new GenerationState.Submitting(requestedAt),
        line(queued, Kind.CHARGED, dollars));
  }

  private static Order takes(int count) {
    return new Order(order("rain").origin(), order("rain").request(), count, Optional.empty());
  }

  private static Order his() {
    return order(BEN, Optional.of(GUILD), CHANNEL, "his");
  }

  /** Made when it is first asked for: a test's database is opened after this is constructed. */
  private Requests requests() {
    if (known == null) {
      known = new Requests(store());
    }
    return known;
  }
}
