package dev.foley.provider;

import java.net.UnknownHostException;

/**
 * An address that Foley does not ask. An {@code UnknownHostException}, since that is what an OkHttp {@code Dns} may
 * throw. The message names no host: addresses of results may be signed, and are the business of nobody who reads the
 * log.
 */
final class AddressRefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefusedException(String message) {
    super(message);
  }
}
