package dev.foley.provider;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Which addresses results may be fetched from: HTTPS on its usual port at a public address, and whatever the operator
 * lists.
 *
 * <p>A name is judged by what it resolves to, in the very lookup whose answer is then connected to ({@link #dns}); a
 * check beforehand would invite an answer that changes in between. One address that is not public spoils the whole
 * answer. Numbers in place of a name reach no lookup, so {@link #check} judges them, in their one canonical spelling:
 * {@code 2130706433}, {@code 0x7f.1} and {@code 127.1} are read as loopback by some and as names by others, and
 * nobody writes a result that way.
 */
final class AddressPolicy {
  /** The last label of a name is never a number, so a host that ends in one is meant as an IPv4 address. */
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

  /** OkHttp's parser makes names of some Unicode that OkHttp's connections then refuse, by an unchecked exception. */
  private static final Pattern NAME_OR_NUMBER = Pattern.compile("[a-z0-9._-]+|[0-9a-f:.]+");

  private final Set<String> allowed;
  private final Dns lookup;

  /**
   * @param allowedHosts {@code host} or {@code host:port}; an IPv6 address with a port stands in brackets
   */
  AddressPolicy(Set<String> allowedHosts, Dns lookup) {
    this.allowed = allowedHosts.stream().map(AddressPolicy::canonical).collect(Collectors.toUnmodifiableSet());
    this.lookup = lookup;
  }

  private static String canonical(String entry) {
    String lower = entry.strip().toLowerCase(Locale.ROOT);
    boolean bareIpv6 = lower.indexOf(':') != lower.lastIndexOf(':') && !lower.startsWith("[");
    HttpUrl url = HttpUrl.parse("http://" + (bareIpv6 ? "[" + lower + "]" : lower) + "/");
    if (url == null || !lower.matches("[^/?#@\\s]+")) {
      throw new IllegalArgumentException("not a host or host:port: " + entry);
    }
    // The parsed URL has a port in any case; what counts is whether the operator wrote one.
    return lower.matches(".*[^:]:\\d+") && !bareIpv6 ? hostAndPort(url) : url.host();
  }

  private static String hostAndPort(HttpUrl url) {
    return url.host() + " " + url.port();
  }

  /** Whether the operator vouches for this host, whatever its address and scheme. */
  boolean trusts(HttpUrl url) {
    return allowed.contains(url.host()) || allowed.contains(hostAndPort(url));
  }

  /**
   * What can be said without a lookup.
   *
   * @throws AddressRefusedException if it is not asked, whatever the lookup would say
   */
  void check(HttpUrl url) throws AddressRefusedException {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new AddressRefusedException("it carries a user name or password");
    }
    if (!NAME_OR_NUMBER.matcher(url.host()).matches()) {
      throw new AddressRefusedException("its host makes no sense");
    }
    if (trusts(url)) {
      return;
    }
    if (!url.isHttps()) {
      throw new AddressRefusedException("it is plain HTTP, and the host is not listed");
    }
    if (url.port() != HttpUrl.defaultPort("https")) {
      throw new AddressRefusedException("it has an unusual port, and the host is not listed");
    }
    checkLiteral(url.host());
  }

  private static void checkLiteral(String host) throws AddressRefusedException {
    InetAddress literal;
    try {
      literal = InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException name) {
      if (ENDS_IN_NUMBER.matcher(host).matches()) {
        throw new AddressRefusedException("it is a number in an unusual spelling");
      }
      return;
    }
    if (!literal.getHostAddress().equals(host) && host.indexOf(':') < 0) {
      throw new AddressRefusedException("it is a number in an unusual spelling");
    }
    requirePublic(literal);
  }

  /** The lookup for hosts that are not listed: it answers with public addresses only, or not at all. */
  Dns dns() {
    return host -> {
      List<InetAddress> answer = lookup.lookup(host);
      for (InetAddress address : answer) {
        requirePublic(address);
      }
      return answer;
    };
  }

  /** The lookup for hosts that are listed. */
  Dns trustingDns() {
    return lookup;
  }

  private static void requirePublic(InetAddress address) throws AddressRefusedException {
    if (!AddressRange.isPublic(address)) {
      throw new AddressRefusedException("it leads to an address that is not public");
    }
  }
}
