package dev.foley.generation;

import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was spent, in each unit apart. What is reserved counts, so that requests that run at once cannot together exceed what each
 * of them would not; what may have been charged counts too.
 */
public record Spending(Map<CostUnit, BigDecimal> byUnit) {
  public Spending {
    EnumMap<CostUnit, BigDecimal> ordered = new EnumMap<>(CostUnit.class);
    ordered.putAll(byUnit);
    byUnit = Collections.unmodifiableMap(ordered);
  }

  /** Zero where nothing was spent. */
  public BigDecimal in(CostUnit unit) {
    return byUnit.getOrDefault(unit, BigDecimal.ZERO);
  }

  /** Adds up lines; all those of a generation or none. Pure. */
  public static Spending of(Collection<LedgerEntry> entries) {
    Map<GenerationId, Map<LedgerEntry.Kind, Cost>> generations = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      generations.computeIfAbsent(entry.generation(), _ -> new EnumMap<>(LedgerEntry.Kind.class))
          .put(entry.kind(), entry.amount());
    }
    Map<CostUnit, BigDecimal> byUnit = new EnumMap<>(CostUnit.class);
    for (Map<LedgerEntry.Kind, Cost> lines : generations.values()) {
      if (!lines.containsKey(LedgerEntry.Kind.RELEASED)) {
        Cost spent = spent(lines);
        byUnit.merge(spent.unit(), spent.amount(), BigDecimal::add);
      }
    }
    return new Spending(byUnit);
  }

  private static Cost spent(Map<LedgerEntry.Kind, Cost> lines) {
    Cost charged = lines.get(LedgerEntry.Kind.CHARGED);
    return charged != null ? charged : lines.values().iterator().next(); // reserved and uncertain are both the estimate
  }
}
