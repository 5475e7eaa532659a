package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Vocabulary;
import dev.rondo.runtime.kernel.Foretold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The hypotheses of one source (Graves 2012; Sutskever et al. 2014, section 3.2).
 *
 * <p>A beam of width k starts with the empty hypothesis. At each position all its hypotheses are
 * extended by all tokens and by the end, and the likeliest extensions are kept: k less those that
 * have ended before. Those that end are complete and leave the beam; the others go on. At the
 * maximum length only the end may follow. Of equally likely extensions those of the likelier
 * hypothesis come first, and then those with the lower token.
 *
 * <p>Complete hypotheses are ranked by their score, of equal ones those that ended earlier first.
 * The search ends when none is left to go on, or as soon as none of them can get into the n best
 * any more: an extension is never likelier than what it extends, and the penalty is the largest at
 * the maximum length, so what a hypothesis can reach at the most is its log probability divided by
 * the penalty of the maximum length. Without a penalty that is the log probability itself.
 */
final class Beam {
  /** What hypotheses begin and end with. */
  static final int END = TextStreams.BOUNDARY;

  private static final Comparator<Partial> LIKELIEST =
      Comparator.comparingDouble(Partial::logProbability).reversed();

  private final Settings settings;
  private final int most;
  private List<Partial> live;
  private final List<Complete> complete = new ArrayList<>();

  /**
   * What all beams of a search have in common.
   *
   * @param width how many hypotheses are kept
   * @param best how many complete ones are wanted, at most the width
   * @param unknown whether the unknown token may be part of a hypothesis
   * @param early whether the search ends when nothing better can come
   */
  record Settings(int width, int best, LengthPenalty penalty, boolean unknown, boolean early) {}

  /**
   * A hypothesis that has ended.
   *
   * @param score its log probability, divided by the length penalty
   */
  record Complete(Partial hypothesis, double score) {}

  /**
   * Creates a beam with the empty hypothesis.
   *
   * @param source number of the source among those of the search
   * @param most the most tokens of a hypothesis, at least 1
   */
  Beam(Settings settings, int source, int most) {
    this.settings = settings;
    this.most = most;
    this.live = List.of(Partial.beginning(source));
  }

  /** Returns the hypotheses that go on, the likeliest first; none when the search has ended. */
  List<Partial> live() {
    return live;
  }

  /** Returns how many extensions are kept at the next position. */
  int width() {
    return settings.width() - complete.size();
  }

  /**
   * Extends the hypotheses.
   *
   * @param foretold whose rows from {@code first} on are those of {@link #live()}, in order
   */
  void extend(Foretold foretold, int first) {
    List<Partial> extensions = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      extend(live.get(i), foretold, first + i, extensions);
    }
    // stable: of equally likely ones those of the likelier hypothesis, of one the lower token
    extensions.sort(LIKELIEST);
    List<Partial> next = new ArrayList<>();
    for (Partial extension : extensions.subList(0, Math.min(width(), extensions.size()))) {
      if (extension.token() == END) {
        double score = settings.penalty().score(extension.logProbability(), extension.length());
        complete.add(new Complete(extension, score));
      } else {
        next.add(extension);
      }
    }
    complete.sort(Comparator.comparingDouble(Complete::score).reversed());
    live = settings.early() && !canImprove(next) ? List.of() : next;
  }

  private void extend(Partial hypothesis, Foretold foretold, int row, List<Partial> extensions) {
    float[] shares = foretold.shares(row);
    if (hypothesis.length() == most) {
      extensions.add(hypothesis.with(END, likely(foretold.end(row)), row, shares));
      return;
    }
    for (int place = 0; place < foretold.width(); place++) {
      int token = foretold.token(row, place);
      if (token != Vocabulary.UNKNOWN || settings.unknown()) {
        float likely = likely(foretold.logProbability(row, place));
        extensions.add(hypothesis.with(token, likely, row, shares));
      }
    }
  }

  /** A probability may be rounded to more than 1; that nothing better can come relies on it. */
  private static float likely(float logProbability) {
    return Math.min(0, logProbability);
  }

  private boolean canImprove(List<Partial> next) {
    if (next.isEmpty() || complete.size() < settings.best()) {
      return !next.isEmpty();
    }
    double reach = settings.penalty().score(next.get(0).logProbability(), most + 1);
    return reach > complete.get(settings.best() - 1).score();
  }

  /** Returns the best of those that have ended, the best first, as many as are wanted. */
  List<Complete> best() {
    return List.copyOf(complete.subList(0, Math.min(settings.best(), complete.size())));
  }
}
