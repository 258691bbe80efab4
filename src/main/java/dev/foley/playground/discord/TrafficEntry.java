package dev.foley.playground.discord;

/**
 * One REST request and its answer, or one gateway event. No bot token and no interaction token is in it.
 *
 * @param number counts up from 1, so that a reader knows what it missed
 * @param kind {@code rest} or {@code gateway}
 * @param method such as {@code POST}; empty for gateway events
 * @param target path with the interaction token masked, or the event's name
 * @param route path with its variables named, by which counters are kept
 * @param status 0 if no answer was sent
 * @param millis from the request's arrival to its answer
 */
public record TrafficEntry(long number, String at, String kind, String method, String target, String route, int status,
    double millis) {}
