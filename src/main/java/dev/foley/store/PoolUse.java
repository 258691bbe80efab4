package dev.foley.store;

/**
 * How the connections to the database are used at one moment.
 *
 * @param waiting who wants one and has to wait
 */
public record PoolUse(int active, int idle, int waiting) {}
