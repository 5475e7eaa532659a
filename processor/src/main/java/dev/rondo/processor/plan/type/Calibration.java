package dev.rondo.processor.plan.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.List;

/**
 * How the probabilities of outputs are fitted to examples: a setter and a call of the trainer, and
 * a method of the predictor that finds the temperatures.
 *
 * @param outputs that have a temperature, at least one
 */
public record Calibration(GeneratedClasses classes, List<Fitted> outputs) {
  /** The method of the predictor. */
  static final String METHOD = "temperatures";

  /**
   * An output that has a temperature.
   *
   * @param name of the output
   * @param type of what fits it
   * @param fit a new one
   */
  public record Fitted(String name, TypeName type, CodeBlock fit) {}

  /** Copies the outputs. */
  public Calibration {
    outputs = List.copyOf(outputs);
  }

  /** Returns whether an output has a temperature. */
  boolean has(String output) {
    return outputs.stream().anyMatch(fitted -> fitted.name().equals(output));
  }

  /** Returns the trainer's method that is given the examples. */
  Member setter() {
    return Member.publicly("calibrate")
        .doc(
            "Fits the probabilities of answers to examples when the training ends: by a"
                + " temperature$L, which is stored with the model (Guo et al. 2017). Of answers"
                + " that are given with 80 %, about four in five are then right. Without it,"
                + " probabilities stay as the training leaves them.\n\n",
            outputs.size() == 1 && outputs.get(0).name().equals("expected")
                ? ""
                : " for " + String.join(", ", outputs.stream().map(Calibration::code).toList()))
        .doc("@param examples that are not trained on, such as those of {@link #validateOn}\n")
        .fails(IllegalArgumentException.class, "if they are null")
        .returns(classes.trainer())
        .parameter(Code.iterableOf(classes.example()), "examples")
        .statement("return calibrateBy(examples)")
        .build();
  }

  private static String code(Fitted output) {
    return "{@code " + output.name() + "}";
  }

  /**
   * Starts the predictor's method, to be given the statements that add what it reads.
   *
   * @param examples the variable of the examples
   * @param fits the variables of what fits the outputs, in their order
   */
  public Member.Builder start(String examples, List<String> fits) {
    Member.Builder method =
        Member.method(METHOD, Access.PACKAGE)
            .doc("Returns the temperatures at which probabilities fit what examples expect.\n")
            .returns(RuntimeTypes.TEMPERATURES)
            .parameter(Code.iterableOf(classes.example()), examples);
    for (int i = 0; i < outputs.size(); i++) {
      method.statement("$T $N =$W$L", outputs.get(i).type(), fits.get(i), outputs.get(i).fit());
    }
    return method;
  }

  /** Ends it. */
  public Member end(Member.Builder method, List<String> fits) {
    CodeBlock.Builder all = CodeBlock.builder().add("$T.none()", RuntimeTypes.TEMPERATURES);
    for (int i = 0; i < outputs.size(); i++) {
      all.add(".with($S, $N)", outputs.get(i).name(), fits.get(i));
    }
    return method.statement("return $L", all.build()).build();
  }
}
