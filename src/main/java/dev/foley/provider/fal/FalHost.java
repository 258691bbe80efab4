package dev.foley.provider.fal;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The root of one of the service's hosts, and what lies below it. */
final class FalHost {
  private final HttpUrl root;
  private final String prefix;

  /** @param root with or without a slash at its end */
  FalHost(URI root) {
    String address = root.toString();
    this.root = HttpUrl.get(address.endsWith("/") ? address : address + "/");
    this.prefix = this.root.encodedPath();
  }

  /** @param path without a slash at its beginning; its segments are encoded */
  HttpUrl at(String path) {
    return root.newBuilder().addPathSegments(path).build();
  }

  /**
   * The path, with its query, of an address below this root; empty if the address is anywhere else, and so is none that may
   * see the key.
   */
  Optional<String> below(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !url.scheme().equals(root.scheme()) || !url.host().equals(root.host())
        || url.port() != root.port() || !url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()
        || !url.encodedPath().startsWith(prefix) || url.encodedPath().length() == prefix.length()) {
      return Optional.empty();
    }
    String query = url.encodedQuery();
    return Optional.of(url.encodedPath().substring(prefix.length()) + (query == null ? "" : "?" + query));
  }

  /**
   * The opposite of {@link #below}.
   *
   * @throws IllegalArgumentException if this leads anywhere else
   */
  HttpUrl resolve(String pathBelow) {
    HttpUrl url = root.resolve("./" + pathBelow);
    if (url == null || below(url.toString()).isEmpty()) {
      throw new IllegalArgumentException("not below this host's root");
    }
    return url;
  }
}
