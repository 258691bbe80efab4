package dev.foley.playground.discord;

import java.time.Duration;

/** Makes the local Discord misbehave, within bounds. Thread-safe. */
public final class FaultControl {
  private static final int MAX_TIMES = 10_000;

  private final Turn turn;
  private final Faults faults;
  private final Gateway gateway;
  private final GatewayProtocol protocol;
  private final Attachments attachments;
  private final RateLimits rateLimits;
  private final Hooks hooks;

  FaultControl(Turn turn, Faults faults, Gateway gateway, GatewayProtocol protocol, Attachments attachments,
      RateLimits rateLimits, Hooks hooks) {
    this.turn = turn;
    this.faults = faults;
    this.gateway = gateway;
    this.protocol = protocol;
    this.attachments = attachments;
    this.rateLimits = rateLimits;
    this.hooks = hooks;
  }

  /**
   * Lets the next requests that fit suffer a fault; those not used up end after an hour.
   *
   * @param route such as {@code POST /channels/*}{@code /messages}: {@code *} is one segment or any method, {@code **}
   *     anything
   */
  public void inject(String route, Fault fault, int times) {
    inject(route, fault, times, Duration.ofHours(1));
  }

  /** As {@link #inject(String, Fault, int)}, ending after {@code atMost} at the latest. */
  public void inject(String route, Fault fault, int times, Duration atMost) {
    if (times < 1 || times > MAX_TIMES) {
      throw new IllegalArgumentException("a fault happens 1 to " + MAX_TIMES + " times, not " + times);
    }
    faults.inject(route, fault, times, atMost);
  }

  /** Ends all faults and an outage, and forgets the callbacks. */
  public void clear() {
    faults.clear();
    hooks.clear();
  }

  /** While on, REST answers 503, and the gateway is gone. */
  public void outage(boolean on) {
    faults.outage(on);
    if (on) {
      turn.run(gateway::dropAll);
    }
  }

  /** Asks every bot to reconnect and resume (opcode 7). */
  public void requestReconnect() {
    turn.run(gateway::requestReconnect);
  }

  /** Declares every session invalid (opcode 9). */
  public void invalidateSessions(boolean resumable) {
    turn.run(() -> gateway.invalidate(resumable));
  }

  /** Cuts every gateway connection without a close frame. */
  public void dropConnections() {
    turn.run(gateway::dropAll);
  }

  /** Closes every gateway connection with one of Discord's close codes. */
  public void closeConnections(int code) {
    turn.run(() -> gateway.closeAll(code, "Closed by the control interface."));
  }

  /** Makes every attachment address issued so far worthless. */
  public void expireAttachmentUrls() {
    attachments.expireUrls();
  }

  /** Rate limits, the gateway's too, are enforced unless switched off; their headers are sent in any case. */
  public void enforceRateLimits(boolean on) {
    rateLimits.enforce(on);
  }

  /** A bot without heartbeats is cut off unless this is switched off, as for a clock that jumps or a debugger. */
  public void enforceHeartbeats(boolean on) {
    turn.run(() -> gateway.enforceHeartbeats(on));
  }

  /** While off, a connection looks alive and is not: nothing is said about heartbeats. */
  public void acknowledgeHeartbeats(boolean on) {
    turn.run(() -> protocol.acknowledgeHeartbeats(on));
  }

  /** How often connections that are opened from now on are told to send a heartbeat; 41.25 s to begin with. */
  public void announceHeartbeats(Duration interval) {
    if (interval.compareTo(Duration.ofMillis(100)) < 0 || interval.compareTo(Gateway.HEARTBEAT_INTERVAL) > 0) {
      throw new IllegalArgumentException("heartbeats come every 100 ms to 41.25 s, not every " + interval);
    }
    turn.run(() -> protocol.announceHeartbeats(interval));
  }

  /** Switches privileged intents on as the developer portal does; none are to begin with. */
  public void allowPrivilegedIntents(int intents) {
    turn.run(() -> protocol.allowPrivilegedIntents(intents));
  }

  /** Runs an action on the request's thread whenever a request comes to that moment, until {@link #clear()}. */
  public void at(Moment moment, Runnable action) {
    hooks.add(moment, action);
  }
}
