package dev.rondo.runtime.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The digest that {@code model.json} has of itself: the SHA-256 of its bytes, with the digest's own
 * 64 digits as zeros.
 */
final class ManifestDigest {
  static final String FIELD = "sha256";

  /** What stands in the digest's place while it is computed. */
  static final String OPEN = "0".repeat(64);

  private ManifestDigest() {}

  /** Fills the digest in where {@link #OPEN} stands first. */
  static byte[] sealed(byte[] open) {
    int at = find(open, OPEN, 0);
    byte[] sealed = open.clone();
    byte[] digest = of(open).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digest, 0, sealed, at, digest.length);
    return sealed;
  }

  /** Returns whether a text says its own digest, and says it once. */
  static boolean fits(byte[] sealed, String digest) {
    int at = find(sealed, digest, 0);
    if (at < 0 || find(sealed, digest, at + 1) >= 0) {
      return false;
    }
    byte[] open = sealed.clone();
    Arrays.fill(open, at, at + OPEN.length(), (byte) '0');
    return of(open).equals(digest);
  }

  private static String of(byte[] bytes) {
    Measure measure = new Measure();
    measure.write(bytes, 0, bytes.length);
    return measure.sha256();
  }

  private static int find(byte[] text, String wanted, int from) {
    byte[] digits = wanted.getBytes(StandardCharsets.US_ASCII);
    for (int i = from; i + digits.length <= text.length; i++) {
      if (Arrays.equals(text, i, i + digits.length, digits, 0, digits.length)) {
        return i;
      }
    }
    return -1;
  }
}
