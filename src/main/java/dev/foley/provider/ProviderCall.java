package dev.foley.provider;

/**
 * What a request to a service is, as the interceptors see it: tag the request with one.
 *
 * @param provider whom it goes to
 * @param name such as {@code submit} or {@code poll}
 * @param correlationId for both sides' logs; empty where there is none
 */
public record ProviderCall(ProviderName provider, String name, String correlationId) {}
