package dev.rondo.processor.plan.type;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.List;

/** Plans the class that says how good the forecasts of several numbers are. */
public final class TargetsEvaluationClass {
  private static final String TARGETS = "targets";

  private TargetsEvaluationClass() {}

  /**
   * Returns the class.
   *
   * @param targets the names of what is forecast
   */
  public static ClassPlan plan(GeneratedClasses classes, List<String> targets) {
    String all = targets.contains(TARGETS) ? TARGETS + "_" : TARGETS;
    Member.Builder constructor =
        Member.constructor(Access.PACKAGE)
            .parameter(Code.listOf(RuntimeTypes.FORECAST_EVALUATION), all)
            .statement(
                "super($T.of($L), $N)",
                List.class,
                targets.stream()
                    .map(target -> CodeBlock.of("$S", target))
                    .collect(CodeBlock.joining(", ")),
                all);
    for (int k = 0; k < targets.size(); k++) {
      constructor.statement("$N = $N.get($L)", targets.get(k), all, k);
    }
    ClassPlan.Builder type =
        ClassPlan.api(classes.evaluation())
            .extending(RuntimeTypes.TARGETS_EVALUATION)
            .doc("How good the forecasts of {@link $T} are. Immutable.\n", classes.model())
            .fields(
                targets.stream()
                    .map(target -> Field.hidden(RuntimeTypes.FORECAST_EVALUATION, target))
                    .toList())
            .member(constructor.build());
    for (String target : targets) {
      type.member(
          Member.publicly(target)
              .doc("Returns how good the forecasts of {@code $L} are.\n", target)
              .returns(RuntimeTypes.FORECAST_EVALUATION)
              .statement("return $N", target)
              .build());
    }
    return type.build();
  }
}
