package dev.foley.playground.conformance;

/**
 * One request and its answer.
 *
 * @param target path below the API's base and query, still encoded, such as {@code /channels/1/messages?limit=5}
 */
record Exchange(String method, String target, Body request, int status, Body response) {}
