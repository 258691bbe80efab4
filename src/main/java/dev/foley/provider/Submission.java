package dev.foley.provider;

/**
 * One request on its way to a service.
 *
 * @param request passed {@link AudioModel#check} of one of the service's models
 * @param correlationId 1 to 100 letters, digits and {@code -}; for both sides' logs and the name of a file, not an idempotency
 *     key
 * @param memberId who asked; a service may be told a pseudonym of it, never the number itself
 * @param departure asked before anything of it is sent
 */
public record Submission(AudioRequest request, String correlationId, long memberId, Departure departure) {
  public Submission {
    if (!correlationId.matches("[A-Za-z0-9-]{1,100}")) {
      throw new IllegalArgumentException("not a correlation id: " + correlationId);
    }
  }

  /** One that may leave at any time. */
  public Submission(AudioRequest request, String correlationId, long memberId) {
    this(request, correlationId, memberId, Departure.FREE);
  }
}
