package dev.rondo.runtime.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What both metrics print in the same way, as sacreBLEU does. */
final class Signatures {
  private Signatures() {}

  /** Returns the signature of a score: how it was computed, so that others can compare with it. */
  static String of(List<Segment> segments, boolean lowercase, String settings) {
    long numbers =
        segments.stream().mapToInt(segment -> segment.references().size()).distinct().count();
    String references = numbers == 1 ? String.valueOf(segments.get(0).references().size()) : "var";
    return "nrefs:%s|case:%s|%s|version:%s"
        .formatted(references, lowercase ? "lc" : "mixed", settings, version());
  }

  private static String version() {
    String version = Signatures.class.getPackage().getImplementationVersion();
    return version == null ? "rondo" : "rondo-" + version;
  }

  /** Rounds as Python does, a half to the even digit: Java's format has 6.3 of 6.25, not 6.2. */
  static String rounded(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }
}
