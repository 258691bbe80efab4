package dev.foley.generation;

import dev.foley.generation.policy.PreferenceStore;
import dev.foley.provider.ModelId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the past is read from, and what is kept beside generations, over an {@link InMemoryGenerationStore}. Thread-safe. */
public final class InMemoryRecords implements History, Drafts, MemberData, PreferenceStore {
  private final InMemoryGenerationStore store;
  private final Map<GenerationId, Draft> drafts = new ConcurrentHashMap<>();
  private final Map<GuildId, Map<Place, Entry>> preferences = new ConcurrentHashMap<>();

  private record Place(Optional<ChannelId> channel, String name) {}

  public InMemoryRecords(InMemoryGenerationStore store) {
    this.store = store;
  }

  @Override
  public List<Generation> ofMember(UserId member, Optional<GuildId> guild, Optional<GenerationId> before, int most) {
    return newestFirst().filter(row -> row.origin().member().equals(member))
        .filter(row -> guild.isEmpty() || row.origin().guild().equals(guild))
        .filter(row -> before.isEmpty() || row.id().compareTo(before.get()) < 0).limit(most).toList();
  }

  @Override
  public List<Generation> newerOfMember(UserId member, Optional<GuildId> guild, GenerationId than, int most) {
    return store.rows().stream().filter(row -> row.takes().number() == 1)
        .filter(row -> row.origin().member().equals(member))
        .filter(row -> guild.isEmpty() || row.origin().guild().equals(guild))
        .filter(row -> row.id().compareTo(than) > 0).limit(most).toList().reversed();
  }

  @Override
  public List<Generation> search(UserId member, String part, int most) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return newestFirst().filter(row -> row.origin().member().equals(member))
        .filter(row -> row.state() instanceof GenerationState.Delivered).limit(SEARCHED)
        .filter(row -> row.request().prompt().toLowerCase(Locale.ROOT).contains(wanted)
            || row.id().value().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(most).toList();
  }

  @Override
  public List<Tally> tally(UserId member, Instant from, Instant until) {
    Map<List<Object>, Tally> tallies = new LinkedHashMap<>();
    newestFirst().filter(row -> row.origin().member().equals(member))
        .filter(row -> !row.createdAt().isBefore(from) && row.createdAt().isBefore(until))
        .map(row -> new Tally(row.request().kind(), row.request().model(), 1, row.takes().count()))
        .forEach(one -> tallies.merge(List.of(one.kind(), one.model()), one, (known, more) -> new Tally(known.kind(),
            known.model(), known.requests() + more.requests(), known.sounds() + more.sounds())));
    return tallies.values().stream().sorted(Comparator.comparingInt(Tally::requests).reversed()
        .thenComparing(tally -> tally.model().value())).toList();
  }

  @Override
  public List<Generation> descendants(GenerationId request, int most) {
    return store.rows().stream().filter(row -> row.takes().number() == 1)
        .filter(row -> row.lineage().filter(lineage -> lineage.parent().equals(request)).isPresent()).limit(most)
        .toList();
  }

  @Override
  public List<Generation> timed(ModelId model, int most) {
    return store.rows().stream()
        .filter(row -> row.request().model().equals(model) && row.timing().answeredAt().isPresent())
        .sorted(Comparator.comparing((Generation row) -> row.timing().answeredAt().orElseThrow()).reversed())
        .limit(most).toList();
  }

  private Stream<Generation> newestFirst() {
    return store.rows().reversed().stream().filter(row -> row.takes().number() == 1);
  }

  @Override
  public void insert(Draft draft) {
    if (drafts.putIfAbsent(draft.id(), draft) != null) {
      throw new StoreException("Could not record a draft", new IllegalStateException("the id is taken"));
    }
  }

  @Override
  public Optional<Draft> find(GenerationId id) {
    return Optional.ofNullable(drafts.get(id));
  }

  @Override
  public boolean remove(GenerationId id) {
    return drafts.remove(id) != null;
  }

  @Override
  public void removeBefore(Instant createdAt) {
    drafts.values().removeIf(draft -> draft.createdAt().isBefore(createdAt));
  }

  @Override
  public List<Generation> generations(UserId member, Optional<GenerationId> before, int most) {
    return store.rows().reversed().stream().filter(row -> row.origin().member().equals(member))
        .filter(row -> before.isEmpty() || row.id().compareTo(before.get()) < 0).limit(most).toList();
  }

  @Override
  public List<Draft> drafts(UserId member) {
    return drafts.values().stream().filter(draft -> draft.order().origin().member().equals(member))
        .sorted(Comparator.comparing(Draft::id)).toList();
  }

  @Override
  public List<LedgerEntry> ledger(UserId member) {
    return store.lines().stream().filter(line -> line.payer().member().equals(member)).toList();
  }

  @Override
  public List<Generation> forget(UserId member, Instant accountsFrom) {
    List<Generation> ended = store.rows().stream().filter(row -> row.origin().member().equals(member))
        .filter(row -> store.takes(row.takes().first()).stream().allMatch(take -> take.state().isFinal())).toList();
    store.remove(ended.stream().map(Generation::id).toList());
    store.anonymise(member, line -> line.requestedAt().isBefore(accountsFrom)
        && store.find(line.generation()).filter(row -> row.origin().member().equals(member)).isEmpty());
    drafts.values().removeIf(draft -> draft.order().origin().member().equals(member));
    return ended;
  }

  @Override
  public List<Entry> of(GuildId guild) {
    return preferences.getOrDefault(guild, Map.of()).values().stream()
        .sorted(Comparator.comparing((Entry entry) -> entry.channel().map(ChannelId::value).orElse(0L))
            .thenComparing(Entry::name))
        .toList();
  }

  @Override
  public void set(GuildId guild, Entry entry) {
    preferences.merge(guild, Map.of(new Place(entry.channel(), entry.name()), entry), InMemoryRecords::merged);
  }

  @Override
  public void unset(GuildId guild, Optional<ChannelId> channel, String name) {
    preferences.computeIfPresent(guild, (_, known) -> {
      Map<Place, Entry> left = new LinkedHashMap<>(known);
      left.remove(new Place(channel, name));
      return Objects.requireNonNull(left);
    });
  }

  private static Map<Place, Entry> merged(Map<Place, Entry> known, Map<Place, Entry> added) {
    Map<Place, Entry> all = new LinkedHashMap<>(known);
    all.putAll(added);
    return all;
  }
}
