package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;

/** The loop of a predictor over examples that are read in parts. */
final class ChunkLoop {
  /** The wanted name of the variable of all parts. */
  static final String PARTS = "parts";

  private ChunkLoop() {}

  /**
   * Begins the loop.
   *
   * @param example the class of the examples
   * @param row the type of what is read of one
   * @param examples the variable of the examples
   * @param reader what reads one of them
   * @param parts the variable of all parts
   * @param part the variable of one part
   */
  static Member.Builder begin(
      Member.Builder method,
      ClassName example,
      TypeName row,
      String examples,
      CodeBlock reader,
      String parts,
      String part) {
    TypeName chunk = ParameterizedTypeName.get(RuntimeTypes.CHUNK, example, row);
    return method
        .statement(
            "$T $N =$W$T.of($N,$W$L)",
            Code.iterableOf(chunk),
            parts,
            RuntimeTypes.CHUNKS,
            examples,
            reader)
        .begin("for ($T $N : $N)", chunk, part, parts);
  }
}
