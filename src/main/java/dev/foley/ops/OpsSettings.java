package dev.foley.ops;

/**
 * Where health is told.
 *
 * @param host address to listen on; loopback unless the operator says otherwise
 * @param port 0 for any free one
 */
public record OpsSettings(String host, int port) {
  public static final OpsSettings DEFAULT = new OpsSettings("127.0.0.1", 8080);
}
