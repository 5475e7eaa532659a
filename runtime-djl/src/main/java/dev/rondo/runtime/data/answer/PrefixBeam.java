package dev.rondo.runtime.data.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches for the likeliest labels by their beginnings (Hannun et al. 2014, <a
 * href="https://arxiv.org/abs/1408.2873">arXiv:1408.2873</a>, algorithm 1 without a language
 * model): at each step the beginnings that are followed grow by a label, or do not, and the
 * likeliest are kept. Of a beginning the ways that end in a blank are told from those that end in
 * its last label, because only behind a blank the same label makes a new one. With as many as there
 * are it is exact.
 */
final class PrefixBeam {
  private final int width;

  /** Those that are followed, the likeliest first. */
  List<Prefix> beam;

  /** Starts before the first step. */
  PrefixBeam(int width) {
    this.width = width;
    Prefix empty = new Prefix(null, Alignments.BLANK);
    empty.blank = 0;
    beam = List.of(empty);
  }

  /** Returns the likeliest labels of a whole sequence. */
  static int[] labels(Alignments alignments, int width) {
    PrefixBeam search = new PrefixBeam(width);
    search.add(alignments);
    return search.labels();
  }

  /** Goes on by the steps of further scores. */
  void add(Alignments alignments) {
    for (int t = 0; t < alignments.steps(); t++) {
      beam = step(alignments, t);
    }
  }

  /** A beginning; the same labels are one object. */
  static final class Prefix {
    final @Nullable Prefix before;
    final int label;
    final int length;

    /** Longer ones that are followed, or that one that is followed begins with. */
    final List<Prefix> longer = new ArrayList<>(1);

    boolean followed;
    double blank = Double.NEGATIVE_INFINITY;
    double ends = Double.NEGATIVE_INFINITY;
    double nextBlank = Double.NEGATIVE_INFINITY;
    double nextEnds = Double.NEGATIVE_INFINITY;
    boolean touched;

    Prefix(@Nullable Prefix before, int label) {
      this.before = before;
      this.label = label;
      this.length = before == null ? 0 : before.length + 1;
    }

    double all() {
      return Alignments.add(blank, ends);
    }

    void advance() {
      blank = nextBlank;
      ends = nextEnds;
      nextBlank = Double.NEGATIVE_INFINITY;
      nextEnds = Double.NEGATIVE_INFINITY;
      touched = false;
    }

    /**
     * Returns the beginning that is longer by a label; a new one that none knows where it is not.
     */
    Prefix with(int label) {
      for (Prefix known : longer) {
        if (known.label == label) {
          return known;
        }
      }
      return new Prefix(this, label);
    }

    void follow() {
      followed = true;
      if (before != null && !before.longer.contains(this)) {
        before.longer.add(this);
      }
    }

    /**
     * Lets go of it, and of those before it that no other one needs: sounds may go on for hours.
     */
    void drop() {
      followed = false;
      blank = Double.NEGATIVE_INFINITY;
      ends = Double.NEGATIVE_INFINITY;
      Prefix unneeded = this;
      while (unneeded.before != null && !unneeded.followed && unneeded.longer.isEmpty()) {
        unneeded.before.longer.remove(unneeded);
        unneeded = unneeded.before;
      }
    }
  }

  /** Returns the likeliest labels of the steps so far. */
  int[] labels() {
    Prefix best = beam.get(0);
    int[] labels = new int[best.length];
    for (Prefix p = best; p.before != null; p = p.before) {
      labels[p.length - 1] = p.label;
    }
    return labels;
  }

  private List<Prefix> step(Alignments alignments, int t) {
    List<Prefix> touched = new ArrayList<>();
    for (Prefix prefix : beam) {
      touch(prefix, touched);
      prefix.nextBlank =
          Alignments.add(prefix.nextBlank, prefix.all() + alignments.log(t, Alignments.BLANK));
      for (int label = 1; label < alignments.size(); label++) {
        double log = alignments.log(t, label);
        boolean same = prefix.length > 0 && label == prefix.label;
        if (same) {
          prefix.nextEnds = Alignments.add(prefix.nextEnds, prefix.ends + log);
        }
        Prefix longer = prefix.with(label);
        touch(longer, touched);
        longer.nextEnds =
            Alignments.add(longer.nextEnds, (same ? prefix.blank : prefix.all()) + log);
      }
    }
    touched.forEach(Prefix::advance);
    touched.sort(Comparator.comparingDouble(Prefix::all).reversed());
    List<Prefix> kept = new ArrayList<>(touched.subList(0, Math.min(width, touched.size())));
    kept.forEach(Prefix::follow);
    touched.subList(kept.size(), touched.size()).forEach(Prefix::drop);
    return kept;
  }

  private static void touch(Prefix prefix, List<Prefix> touched) {
    if (!prefix.touched) {
      prefix.touched = true;
      touched.add(prefix);
    }
  }
}
