package dev.rondo.processor.graph.build;

import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.graph.Cell;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The readers of all layers. */
final class LayerReaders {
  private static final Map<Class<? extends Annotation>, LayerReader> READERS =
      List.of(
              new EmbeddingReader(),
              new RecurrentReader(Recurrent.class, "recurrent", Cell.RNN),
              new RecurrentReader(LSTM.class, "lstm", Cell.LSTM),
              new RecurrentReader(GRU.class, "gru", Cell.GRU),
              new ConvolutionReader(),
              new DenseReader(),
              new DropoutReader(),
              new LayerNormReader(),
              new BatchNormReader(),
              new PoolReader(),
              new AttentionReader())
          .stream()
          .collect(Collectors.toUnmodifiableMap(LayerReader::annotation, Function.identity()));

  private LayerReaders() {}

  /** Returns the reader of an annotation; none if it is not a layer. */
  static Optional<LayerReader> of(Class<? extends Annotation> annotation) {
    return Optional.ofNullable(READERS.get(annotation));
  }
}
