package dev.foley.playground.services;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accounts of a simulated service, one for each key, in credits. Thread-safe. */
public final class CreditLedger {
  /** Credits for one US dollar. */
  public static final long CREDITS_PER_USD = 2_000_000;
  private static final int MAX_ENTRIES = 10_000;

  private final long openingCredits;
  private final Map<String, Long> balances = new HashMap<>(); // guarded by this
  private final Deque<Entry> entries = new ArrayDeque<>(); // guarded by this
  private long charged; // guarded by this
  private long refunded; // guarded by this

  CreditLedger(long openingCredits) {
    this.openingCredits = openingCredits;
  }

  /** Why the balance of an account changed. */
  public enum Reason {
    CHARGE, REFUND
  }

  /**
   * One change of a balance.
   *
   * @param credits always positive
   */
  public record Entry(Instant at, Reason reason, String jobId, long credits) {}

  /** What the account of a key still has. */
  public synchronized long balance(String key) {
    return balances.getOrDefault(key, openingCredits);
  }

  /** Sets the balance of an account, as a payment or an empty account would. */
  public synchronized void setBalance(String key, long credits) {
    balances.put(key, credits);
  }

  /** All credits ever taken, refunds not counted. */
  public synchronized long charged() {
    return charged;
  }

  /** All credits ever given back. */
  public synchronized long refunded() {
    return refunded;
  }

  /** The latest ten thousand changes, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Takes the price of a job, if the account has it. */
  synchronized boolean charge(Instant at, String key, String jobId, long credits) {
    long balance = balance(key);
    if (balance < credits) {
      return false;
    }
    balances.put(key, balance - credits);
    charged += credits;
    add(new Entry(at, Reason.CHARGE, jobId, credits));
    return true;
  }

  synchronized void refund(Instant at, String key, String jobId, long credits) {
    balances.put(key, balance(key) + credits);
    refunded += credits;
    add(new Entry(at, Reason.REFUND, jobId, credits));
  }

  private void add(Entry entry) {
    if (entries.size() == MAX_ENTRIES) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  static double usd(long credits) {
    return (double) credits / CREDITS_PER_USD;
  }
}
