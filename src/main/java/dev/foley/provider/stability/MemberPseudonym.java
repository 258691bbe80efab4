package dev.foley.provider.stability;

import dev.foley.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a service is told in place of a member's id: the same for the same member, so that it can act against one who abuses it,
 * and of no use to find out who that is. A plain digest would not do: Discord's ids can be tried out one by one. So it is keyed,
 * with the one secret that both sides have anyway.
 */
final class MemberPseudonym {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final SecretKeySpec key;

  MemberPseudonym(Secret key) {
    this.key = new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** 32 hexadecimal digits. */
  String of(long memberId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(memberId).array());
      return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
