package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A value that becomes one symbol of a vocabulary.
 *
 * @param kind what a model file calls it
 * @param tokens the vocabulary, without padding and the unknown symbol
 * @param size how many symbols there are, with them
 * @param symbol which one a value is
 * @param <T> what has the symbol
 */
record LearnedSymbol<T>(
    String kind, List<String> tokens, int size, ToIntFunction<@Nullable T> symbol)
    implements LearnedFeature<T> {
  /** The first symbol that is known: those of padding and of unknown symbols come before. */
  static final int FIRST = Vocabulary.UNKNOWN + 1;

  @Override
  public int width() {
    return 0;
  }

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public int symbols(int column) {
    return size;
  }

  @Override
  public void encode(@Nullable T value, StepWriter out) {
    out.symbol(symbol.applyAsInt(value));
  }

  @Override
  public void store(String name, Map<String, StoredCodec> into) {
    into.put(name, new StoredCodec(kind, Map.of(), tokens));
  }
}
