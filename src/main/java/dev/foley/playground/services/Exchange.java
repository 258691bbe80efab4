package dev.foley.playground.services;

import io.javalin.http.Context;

/** One request to a service, and how that service words its answers. */
public interface Exchange {
  Context ctx();

  /** The answer with the headers that every answer of the service has. */
  Reply stamped(Reply reply);

  /**
   * An error as the service words it, stamped.
   *
   * @param name the service's word for this kind of error; empty if it follows from the status
   */
  Reply error(int status, String name, String message, Fault.ErrorShape shape);
}
