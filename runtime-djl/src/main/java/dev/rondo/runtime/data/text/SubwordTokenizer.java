package dev.rondo.runtime.data.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Cuts a text into pieces, and these into subwords. */
final class SubwordTokenizer implements Tokenizer {
  private static final int MOST_KEPT = 1 << 16;

  private final Tokenizer pieces;
  private final Subwords subwords;

  /** The pieces that were cut lately: few words make up most of any text. */
  private final Map<String, List<String>> kept = new ConcurrentHashMap<>();

  SubwordTokenizer(Tokenizer pieces, Subwords subwords) {
    this.pieces = pieces;
    this.subwords = subwords;
  }

  @Override
  public List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String piece : pieces.tokens(text)) {
      tokens.addAll(cut(piece));
    }
    return tokens;
  }

  private List<String> cut(String piece) {
    List<String> known = kept.get(piece);
    if (known != null) {
      return known;
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    List<String> cut = subwords.cut(piece);
    kept.put(piece, cut);
    return cut;
  }

  @Override
  public Joiner joiner() {
    return pieces.joiner();
  }
}
