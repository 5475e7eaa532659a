package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.text.Spelling;
import dev.rondo.runtime.data.text.TextStreams;
import java.util.List;

/**
 * Text as it is being written: tokens become characters, up to the first text that stops. What
 * could be the beginning of such a text is held back until more is known.
 */
final class Draft {
  private final Spelling spelling;
  private final List<String> stops;
  private final StringBuilder pending = new StringBuilder();
  private boolean ended;

  /**
   * Creates a draft.
   *
   * @param spelling the text before it
   */
  Draft(Spelling spelling, List<String> stops) {
    this.spelling = spelling;
    this.stops = stops;
  }

  /** Adds tokens; those behind a boundary or a text that stops are ignored. */
  void add(long... tokens) {
    for (long token : tokens) {
      if (!ended) {
        ended = token == TextStreams.BOUNDARY;
        pending.append(spelling.add((int) token));
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
