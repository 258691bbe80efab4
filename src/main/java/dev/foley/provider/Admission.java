package dev.foley.provider;

import java.time.Duration;

/** Whether a request may be sent to a service now. Decided here, before anything is sent. */
public sealed interface Admission {
  /** It may. The place is given back when the request has ended, whatever came of it. */
  record Granted(Place place) implements Admission {}

  /** Not now: as many requests as the service takes are under way, or as many as it takes in this second. */
  record Busy(Duration askAgainAfter) implements Admission {}

  /** Not now: the service failed so often of late that it is left alone for a while. */
  record Down(Duration askAgainAfter) implements Admission {}

  /** One of the requests that a service takes at once. */
  interface Place extends AutoCloseable {
    /** Gives the place back. */
    @Override
    void close();
  }
}
