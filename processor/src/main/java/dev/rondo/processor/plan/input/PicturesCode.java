package dev.rondo.processor.plan.input;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;

/** What is special about the code for pictures. */
final class PicturesCode {
  private PicturesCode() {}

  /** Returns what a model file says of them: what decides on the size of a step. */
  static String signature(Codec.Pictures pictures) {
    return "pictures(width = %s, height = %s, channels = %s)"
        .formatted(pictures.width(), pictures.height(), pictures.channels());
  }

  /** Returns how the codec is described. */
  static CodeBlock description(String input, Codec.Pictures pictures) {
    return CodeBlock.of(
        "$T.$L($S, new $T($L, $L, $L), $L)",
        RuntimeTypes.PICTURE_CODEC,
        pictures.files() ? "ofFiles" : "of",
        input,
        RuntimeTypes.PICTURE_SETTINGS,
        Code.number(pictures.width()),
        Code.number(pictures.height()),
        Code.number(pictures.channels()),
        Code.constant(pictures.normalization()));
  }
}
