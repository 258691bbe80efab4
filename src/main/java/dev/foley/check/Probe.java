package dev.foley.check;

/** Looks at one thing outside, and changes nothing there. */
public interface Probe {
  /** What it looks at, in a few words. */
  String subject();

  /**
   * May block; whoever calls it interrupts it when it takes too long.
   *
   * @return what was seen; what the world did wrong is a finding too
   */
  Finding look() throws InterruptedException;
}
