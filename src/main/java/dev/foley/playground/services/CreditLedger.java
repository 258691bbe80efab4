package dev.foley.playground.services;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts of a simulated service, one for each key, in whole units: its credits, or a part of them if it charges
 * parts. Thread-safe.
 */
public final class CreditLedger {
  private static final int MAX_ENTRIES = 10_000;

  private final long opening;
  private final long unitsPerCredit;
  private final Map<String, Long> balances = new HashMap<>(); // guarded by this
  private final Deque<Entry> entries = new ArrayDeque<>(); // guarded by this
  private long charged; // guarded by this
  private long refunded; // guarded by this

  /**
   * @param opening units that each account has at first
   * @param unitsPerCredit 1 unless the service charges parts of a credit
   */
  public CreditLedger(long opening, long unitsPerCredit) {
    this.opening = opening;
    this.unitsPerCredit = unitsPerCredit;
  }

  /** How many units are one credit. */
  public long unitsPerCredit() {
    return unitsPerCredit;
  }

  /** Why the balance of an account changed. */
  public enum Reason {
    CHARGE, REFUND
  }

  /**
   * One change of a balance.
   *
   * @param units always positive
   */
  public record Entry(Instant at, Reason reason, String jobId, long units) {}

  /** What the account of a key still has. */
  public synchronized long balance(String key) {
    return balances.getOrDefault(key, opening);
  }

  /** Sets the balance of an account, as a payment or an empty account would. */
  public synchronized void setBalance(String key, long units) {
    balances.put(key, units);
  }

  /** All units ever taken, refunds not counted. */
  public synchronized long charged() {
    return charged;
  }

  /** All units ever given back. */
  public synchronized long refunded() {
    return refunded;
  }

  /** The latest ten thousand changes, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Takes the price of a job, if the account has it. */
  public synchronized boolean charge(Instant at, String key, String jobId, long units) {
    long balance = balance(key);
    if (balance < units) {
      return false;
    }
    balances.put(key, balance - units);
    charged += units;
    add(new Entry(at, Reason.CHARGE, jobId, units));
    return true;
  }

  public synchronized void refund(Instant at, String key, String jobId, long units) {
    balances.put(key, balance(key) + units);
    refunded += units;
    add(new Entry(at, Reason.REFUND, jobId, units));
  }

  private void add(Entry entry) {
    if (entries.size() == MAX_ENTRIES) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }
}
