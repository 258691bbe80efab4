package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.Dns;
import okhttp3.HttpUrl;

class AddressRangePropertiesTest {
  private static final AddressPolicy STRICT = new AddressPolicy(Set.of(), Dns.SYSTEM);

  @Provide
  Arbitrary<byte[]> inside() {
    Arbitrary<Byte> any = Arbitraries.bytes();
    return Arbitraries.oneOf(
        any.array(byte[].class).ofSize(3).map(rest -> new byte[]{10, rest[0], rest[1], rest[2]}),
        any.array(byte[].class).ofSize(3).map(rest -> new byte[]{127, rest[0], rest[1], rest[2]}),
        any.array(byte[].class).ofSize(2).map(rest -> new byte[]{(byte) 192, (byte) 168, rest[0], rest[1]}),
        any.array(byte[].class).ofSize(2).map(rest -> new byte[]{(byte) 169, (byte) 254, rest[0], rest[1]}),
        any.array(byte[].class).ofSize(3)
            .map(rest -> new byte[]{(byte) 172, (byte) (16 | (rest[0] & 15)), rest[1], rest[2]}));
  }

  /** Mapped, compatible, NAT64 and 6to4: wherever an address of the host's own network can be hidden. */
  @Property
  void anAddressInsideIsRefusedHoweverItIsWrapped(@ForAll("inside") byte[] inside) throws UnknownHostException {
    byte[] sixToFour = new byte[16];
    sixToFour[0] = 0x20;
    sixToFour[1] = 0x02;
    System.arraycopy(inside, 0, sixToFour, 2, 4);
    for (byte[] address : new byte[][]{inside, last4(inside), last4(inside, 10, 0xFF, 0xFF),
        last4(inside, 0, 0, 0x64, 0xFF,
            0x9B),
        sixToFour}) {
      assertThat(AddressRange.isPublic(InetAddress.getByAddress(address))).isFalse();
    }
  }

  private static byte[] last4(byte[] inside, int... before) {
    byte[] address = new byte[16];
    for (int i = 1; i < before.length; i++) {
      address[before[0] + i - 1] = (byte) before[i];
    }
    System.arraycopy(inside, 0, address, 12, 4);
    return address;
  }

  /** Whole, in two or three parts, in decimal, octal or hex, with a dot behind it: as browsers and C libraries read it. */
  @Property
  void aNumberInAnUnusualSpellingIsRefused(@ForAll("inside") byte[] inside) {
    long whole = (inside[0] & 0xFFL) << 24 | (inside[1] & 0xFFL) << 16 | (inside[2] & 0xFFL) << 8 | (inside[3] & 0xFFL);
    int first = inside[0] & 0xFF;
    long rest = whole & 0xFF_FFFF;
    for (String host : new String[]{Long.toString(whole), "0x" + Long.toHexString(whole),
        "0" + Long.toOctalString(whole),
        first + "." + rest, "0x" + Integer.toHexString(first) + "." + rest,
        "0" + Integer.toOctalString(first) + "." + rest,
        first + "." + (inside[1] & 0xFF) + "." + (whole & 0xFFFF), first + "." + (inside[1] & 0xFF) + "."
            + (inside[2] & 0xFF) + "." + (inside[3] & 0xFF) + "."}) {
      HttpUrl url = HttpUrl.parse("https://" + host + "/a.wav");
      if (url != null) { // what is no address at all is not asked either
        assertThat(catchThrowable(() -> STRICT.check(url))).as(host).isInstanceOf(AddressRefusedException.class);
      }
    }
  }
}
