package dev.foley.discord;

import java.time.Duration;
import java.util.Optional;

/**
 * The connection to the gateway at one moment.
 *
 * @param shards of this instance; 0 before the first attempt to log in has worked
 * @param guilds that they see
 * @param ping from a heartbeat to its answer, of the slowest shard; empty before the first
 * @param resumed sessions that broke off and were taken up again, since the start
 * @param begunAnew sessions that broke off and could not be
 */
public record GatewayView(int shards, int connected, int guilds, Optional<Duration> ping, long resumed,
    long begunAnew) {}
