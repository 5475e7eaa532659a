package dev.rondo.processor.plan.input;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.RuntimeTypes;

/**
 * How an input in numbers is held in a row, and in a batch.
 *
 * @param row its type in a row
 * @param wanted the wanted name of a variable of that type
 * @param steps the field or method that tells how many steps it has
 * @param batch the type of a batch, which has a method {@code of}
 * @param meaning what Javadoc says of a batch
 */
public record Encoded(TypeName row, String wanted, String steps, ClassName batch, String meaning) {
  /** Numbers of tokens. */
  public static final Encoded TOKENS =
      new Encoded(
          ArrayTypeName.of(TypeName.INT),
          "tokens",
          "length",
          RuntimeTypes.TOKEN_BATCH,
          "tokens (batch, time)");

  /** Steps of features and symbols. */
  public static final Encoded STEPS =
      new Encoded(
          RuntimeTypes.STEPS, "steps", "length()", RuntimeTypes.STEP_BATCH, "steps (batch, time)");

  /** Returns how many steps a row has. */
  public CodeBlock steps(String variable) {
    return CodeBlock.of("$N.$L", variable, steps);
  }
}
