package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.type.Calibration;
import dev.rondo.processor.plan.type.TrainerClass;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a trainer has to set from when on an answer is yes, and by what probabilities are
 * calibrated.
 *
 * @param outputs the names of those that answer yes or no
 * @param calibration of all outputs
 */
record Thresholds(List<String> outputs, Optional<Calibration> calibration)
    implements TrainerClass.More {
  private static final ClassName OPTIONAL = ClassName.get(OptionalDouble.class);

  Thresholds {
    outputs = List.copyOf(outputs);
  }

  /** Where there is one such output, its name goes without saying. */
  private String name(String output) {
    return outputs.size() == 1 ? "threshold" : output + "Threshold";
  }

  @Override
  public List<Field> fields() {
    return outputs.stream()
        .map(output -> Field.variable(OPTIONAL, name(output), CodeBlock.of("$T.empty()", OPTIONAL)))
        .toList();
  }

  @Override
  public List<Member> members(GeneratedClasses classes) {
    return outputs.stream().map(output -> setter(name(output), classes)).toList();
  }

  private static Member setter(String name, GeneratedClasses classes) {
    return Member.publicly(name)
        .doc(
            "Sets from which probability of true on the answer is true: a low one finds more of"
                + " what is rare, a"
                + " high one is more often right when it says so.\n\n")
        .doc("@param probability in (0, 1); by default what is more probable is answered\n")
        .fails(IllegalArgumentException.class, "if it is out of range")
        .returns(classes.trainer())
        .parameter(TypeName.DOUBLE, "probability")
        .statement("$N = $T.checkedThreshold(probability)", name, RuntimeTypes.BOOLEAN_CODEC)
        .statement("return this")
        .build();
  }

  @Override
  public Optional<CodeBlock> adjusted(String output) {
    return Optional.of(output)
        .filter(outputs::contains)
        .map(answer -> CodeBlock.of(".threshold($N)", name(answer)));
  }
}
