package dev.foley.playground.page;

import java.time.Instant;

/**
 * One request of the bot and its answer, without headers and with secrets masked.
 *
 * @param number counts up from 1, so that a reader knows what it missed
 * @param peer whom the bot asked: {@code discord} or {@code service}
 * @param target path and query
 * @param status 0 if the connection was cut instead of an answer
 * @param request the body's beginning; empty unless it is text
 * @param response likewise
 */
record Exchange(long number, Instant at, String peer, String method, String target, int status, double millis,
    String request, String response) {}
