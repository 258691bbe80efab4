package dev.foley.provider;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Blocks of IP addresses, and which of them are no business of a result's.
 *
 * <p>A service names the address that Foley then asks, so an answer could make us ask the host's own network: the
 * router, a database, the cloud's metadata service. Refused is everything that IANA does not list as globally
 * reachable. Addresses that carry an IPv4 address within them (mapped, NAT64, 6to4) are judged by that one as well;
 * Teredo and the rest of 2001::/23 are refused as a whole.
 *
 * @see "IANA IPv4 and IPv6 Special-Purpose Address Registries; RFC 6890"
 */
final class AddressRange {
  private static final List<AddressRange> NOT_PUBLIC = ranges(
      "0.0.0.0/8", // this network, unspecified
      "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // private
      "100.64.0.0/10", // carrier-grade NAT, and some clouds' metadata
      "127.0.0.0/8", // loopback
      "169.254.0.0/16", // link-local, and most clouds' metadata
      "192.0.0.0/24", // protocol assignments
      "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // documentation
      "192.88.99.0/24", // 6to4 relays, withdrawn
      "198.18.0.0/15", // benchmarks
      "224.0.0.0/4", // multicast
      "240.0.0.0/4", // reserved, broadcast
      "168.63.129.16/32", // Azure's host, a public number that means the machine below
      "::/96", // unspecified, loopback, IPv4-compatible
      "64:ff9b:1::/48", // local NAT64
      "100::/64", "100:0:0:1::/64", // discard
      "2001::/23", // Teredo, benchmarks, ORCHID and other assignments
      "2001:db8::/32", "3fff::/20", // documentation
      "5f00::/16", // segment routing
      "fc00::/7", // unique local, and AWS's metadata
      "fe80::/10", "fec0::/10", // link-local, site-local
      "ff00::/8"); // multicast

  private static final AddressRange NAT64 = range("64:ff9b::/96");
  private static final AddressRange SIX_TO_FOUR = range("2002::/16");
  private static final AddressRange GLOBAL_UNICAST = range("2000::/3");

  private final byte[] prefix;
  private final int bits;

  private AddressRange(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  private static List<AddressRange> ranges(String... blocks) {
    return Arrays.stream(blocks).map(AddressRange::range).toList();
  }

  private static AddressRange range(String block) {
    int slash = block.indexOf('/');
    return new AddressRange(InetAddress.ofLiteral(block.substring(0, slash)).getAddress(),
        Integer.parseInt(block.substring(slash + 1)));
  }

  /**
   * Whether an address belongs to the public internet. The JDK gives IPv4-mapped ones as {@link Inet4Address}
   * already.
   */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (NOT_PUBLIC.stream().anyMatch(range -> range.contains(bytes))) {
      return false;
    }
    if (address instanceof Inet4Address) {
      return true;
    }
    if (NAT64.contains(bytes)) {
      return isPublic(embedded(bytes, 12));
    }
    return GLOBAL_UNICAST.contains(bytes) && (!SIX_TO_FOUR.contains(bytes) || isPublic(embedded(bytes, 2)));
  }

  private static InetAddress embedded(byte[] bytes, int from) {
    return InetAddress.ofLiteral((bytes[from] & 0xFF) + "." + (bytes[from + 1] & 0xFF) + "." + (bytes[from + 2] & 0xFF)
        + "." + (bytes[from + 3] & 0xFF));
  }

  private boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    int whole = bits / 8;
    if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    return rest == 0 || (address[whole] ^ prefix[whole]) >> (8 - rest) == 0;
  }
}
