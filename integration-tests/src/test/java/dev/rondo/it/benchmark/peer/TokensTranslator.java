package dev.rondo.it.benchmark.peer;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;

/** Brings a whole batch of symbols to a DJL model, and its scores back. */
final class TokensTranslator implements NoBatchifyTranslator<long[], float[]> {
  private final Shape shape;

  TokensTranslator(Shape shape) {
    this.shape = shape;
  }

  @Override
  public NDList processInput(TranslatorContext context, long[] tokens) {
    return new NDList(context.getNDManager().create(tokens, shape));
  }

  @Override
  public float[] processOutput(TranslatorContext context, NDList scores) {
    return scores.singletonOrThrow().toFloatArray();
  }
}
