package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.TextCodec;
import dev.rondo.runtime.data.TextStreams;
import java.util.List;

/**
 * Text as it is being written: tokens become characters, up to the first text that stops. What
 * could be the beginning of such a text is held back until more is known.
 */
final class Draft {
  private final TextCodec codec;
  private final List<String> stops;
  private final StringBuilder pending = new StringBuilder();
  private int before;
  private boolean ended;

  /**
   * Creates a draft.
   *
   * @param before the token that stands before it; a boundary for none
   */
  Draft(TextCodec codec, List<String> stops, int before) {
    this.codec = codec;
    this.stops = stops;
    this.before = before;
  }

  /** Adds tokens; those behind a boundary or a text that stops are ignored. */
  void add(long... tokens) {
    for (long token : tokens) {
      if (!ended) {
        ended = token == TextStreams.BOUNDARY;
        pending.append(codec.spelled(before, (int) token));
        before = (int) token;
        cutAtStop();
      }
    }
  }

  private void cutAtStop() {
    int first = -1;
    for (String stop : stops) {
      int at = pending.indexOf(stop);
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    if (first >= 0) {
      pending.setLength(first);
      ended = true;
    }
  }

  /** Returns whether nothing more is to be written. */
  boolean ended() {
    return ended;
  }

  /**
   * Takes what is certain.
   *
   * @param last whether no more tokens come
   */
  String take(boolean last) {
    int certain = ended || last ? pending.length() : pending.length() - heldBack();
    String text = pending.substring(0, certain);
    pending.delete(0, certain);
    return text;
  }

  private int heldBack() {
    int most = 0;
    for (String stop : stops) {
      for (int length = Math.min(stop.length() - 1, pending.length()); length > most; length--) {
        if (stop.startsWith(pending.substring(pending.length() - length))) {
          most = length;
        }
      }
    }
    return most;
  }
}
