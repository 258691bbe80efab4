package dev.foley.playground.services;

import java.util.List;

/** A request that the service answers with an error. */
public final class Refusal extends Exception {
  private final int status;
  private final String name;
  private final List<String> reasons;

  /** A refusal whose name, where the service has names, follows from its status. */
  public Refusal(int status, String reason) {
    this(status, "", List.of(reason));
  }

  /**
   * @param name the service's word for this kind of error; empty if it follows from the status
   * @param reasons what was wrong, for the one who sent it
   */
  public Refusal(int status, String name, List<String> reasons) {
    super(String.join("; ", reasons), null, false, false);
    this.status = status;
    this.name = name;
    this.reasons = List.copyOf(reasons);
  }

  public int status() {
    return status;
  }

  public String name() {
    return name;
  }

  public List<String> reasons() {
    return reasons;
  }

  /** All reasons in one text. */
  public String reason() {
    return String.join("; ", reasons);
  }
}
