package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private static final AddressPolicy STRICT = new AddressPolicy(Set.of(), Dns.SYSTEM);

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "100.127.255.255",
      "127.0.0.1",
      "127.255.0.9", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1",
      "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1",
      "240.0.0.1",
      "255.255.255.255", "168.63.129.16",
      "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:a00:1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe",
      "64:ff9b:1::1",
      "100::1", "2001::1", "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "4000::1",
      "5f00::1",
      "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1"})
  void anAddressThatIsNotPublicIsRefused(String literal) {
    assertThat(AddressRange.isPublic(InetAddress.ofLiteral(literal))).isFalse();
    String host = literal.indexOf(':') < 0 ? literal : "[" + literal + "]";
    assertRefused("https://" + host + "/a.wav");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
      "126.1.1.1",
      "128.0.0.1", "169.253.1.1", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.1.1", "198.17.1.1",
      "198.20.0.0",
      "223.255.255.255", "2606:4700::1111", "2001:4860:4860::8888", "64:ff9b::808:808", "2002:808:808::1",
      "::ffff:8.8.8.8"})
  void aPublicAddressIsAsked(String literal) {
    assertThat(AddressRange.isPublic(InetAddress.ofLiteral(literal))).isTrue();
    String host = literal.indexOf(':') < 0 ? literal : "[" + literal + "]";
    assertThatCode(() -> STRICT.check(HttpUrl.get("https://" + host + "/a.wav"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://cdn.example/a.wav", "https://cdn.example:8443/a.wav",
      "https://user@cdn.example/a.wav",
      "https://:secret@cdn.example/a.wav", "https://2130706433/", "https://134744072/", "https://0x7f.1/",
      "https://0x08080808/",
      "https://127.1/", "https://8.8.8/", "https://0177.0.0.1/", "https://08.8.8.8/", "https://8.8.8.8./",
      "https://127.0.0.1./",
      "https://\u2460\u2461\u2466.0.0.1/", "https://127\u30020.0.1/", "https://%31%32%37.0.0.1/",
      "https://[::ffff:10.0.0.1]/", "https://\u3132\uffbd=ample/a.wav?sg=g"}) // the last one found by fuzzing
  void anUnusualAddressIsRefused(String url) {
    assertRefused(url);
  }

  private static void assertRefused(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed != null) { // what is no address at all cannot be asked either
      assertThatExceptionOfType(AddressRefusedException.class).isThrownBy(() -> STRICT.check(parsed))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(parsed.host()));
    }
  }

  @Test
  void aNameIsLeftToTheLookup() {
    for (String url : List.of("https://cdn.aimlapi.com/a.wav?Expires=1", "https://localhost/", "https://a1.b2c/",
        "https://x.0xg/")) {
      assertThatCode(() -> STRICT.check(HttpUrl.get(url))).doesNotThrowAnyException();
    }
  }

  @Test
  void oneAddressThatIsNotPublicSpoilsTheLookup() throws Exception {
    InetAddress open = InetAddress.ofLiteral("8.8.8.8");
    InetAddress closed = InetAddress.ofLiteral("10.0.0.1");

    assertThat(policyAnswering(open).dns().lookup("cdn.example")).containsExactly(open);
    for (AddressPolicy policy : List.of(policyAnswering(closed), policyAnswering(open, closed))) {
      assertThatExceptionOfType(AddressRefusedException.class).isThrownBy(() -> policy.dns().lookup("cdn.example"));
    }
    assertThat(policyAnswering(closed).trustingDns().lookup("cdn.example")).containsExactly(closed);
  }

  private static AddressPolicy policyAnswering(InetAddress... answer) {
    return new AddressPolicy(Set.of(), _ -> List.of(answer));
  }

  @Test
  void aNameWithoutAddressIsNotARefusal() {
    AddressPolicy policy = new AddressPolicy(Set.of(), host -> {
      throw new UnknownHostException(host);
    });

    assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> policy.dns().lookup("gone.example"))
        .isNotInstanceOf(AddressRefusedException.class);
  }

  @Test
  void aListedHostIsTrustedOnEveryPortAndAListedPortAlone() {
    AddressPolicy policy = new AddressPolicy(
        Set.of("Minio.internal", "127.0.0.1:8080", "[::1]:9000", "fd00::5", "[fd00::6]"), Dns.SYSTEM);

    assertThat(Stream.of("http://minio.internal/", "https://minio.internal:9/", "http://MINIO.INTERNAL:9000/a",
        "http://127.0.0.1:8080/",
        "http://[::1]:9000/", "http://[0:0::1]:9000/", "http://[fd00::5]:1/", "http://[fd00::6]/"))
        .allMatch(url -> policy.trusts(HttpUrl.get(url)));
    assertThat(Stream.of("http://127.0.0.1/", "http://127.0.0.1:8081/", "http://[::1]/", "http://x.minio.internal/",
        "http://minio.internal.evil.example/", "http://minio.internal./"))
        .noneMatch(url -> policy.trusts(HttpUrl.get(url)));
    assertThatCode(() -> policy.check(HttpUrl.get("http://127.0.0.1:8080/a"))).doesNotThrowAnyException();
    assertThatExceptionOfType(AddressRefusedException.class)
        .isThrownBy(() -> policy.check(HttpUrl.get("http://user:pass@minio.internal/")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "host:99999", "http://host"})
  void aListEntryThatIsNoHostStopsTheStart(String entry) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AddressPolicy(Set.of(entry), Dns.SYSTEM));
  }
}
