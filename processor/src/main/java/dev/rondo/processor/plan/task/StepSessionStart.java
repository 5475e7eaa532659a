package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import dev.rondo.processor.plan.type.SessionCode;
import dev.rondo.processor.plan.type.SessionStart;
import java.util.List;

/**
 * What a predictor has to start sessions of records and numbers: its single vectors are given at
 * the start, its sequences step by step.
 *
 * @param names fields and local variables of the predictor
 */
record StepSessionStart(ModelParts parts, Names names) implements SessionCode {
  private GeneratedClasses classes() {
    return parts.classes();
  }

  private String sessions() {
    return names.get(SessionStart.SESSIONS);
  }

  @Override
  public Field field() {
    return Field.hidden(RuntimeTypes.STEP_SESSIONS, sessions());
  }

  @Override
  public CodeBlock created() {
    return CodeBlock.of(
        "this.$N =\nnew $T($N, $N, $T.signature(), $T.of($L))",
        sessions(),
        RuntimeTypes.STEP_SESSIONS,
        names.get(PredictorClass.HOST),
        names.get(PredictorClass.NETWORK),
        classes().network(),
        List.class,
        parts.inputs().stream().map(this::input).collect(CodeBlock.joining(", ")));
  }

  private CodeBlock input(ModelParts.In in) {
    return in.code().stepInput(names.ofModel(in.name()));
  }

  private List<ModelParts.In> once() {
    return parts.inputs().stream().filter(in -> !in.code().isSequence()).toList();
  }

  @Override
  public List<Member> methods() {
    String bytes = names.get(SessionStart.BYTES);
    Member.Builder start =
        Member.publicly("session").doc("Returns a new session, which has read no step yet.\n\n");
    if (!once().isEmpty()) {
      start.fails(IllegalArgumentException.class, "if an input is null or cannot be read");
    }
    CodeBlock arguments =
        once().stream()
            .map(
                in ->
                    in.code()
                        .steps(
                            "this." + names.ofModel(in.name()),
                            CodeBlock.of("$N", names.ofModel(in.name()))))
            .collect(CodeBlock.joining(", "));
    return List.of(
        start
            .fails(IllegalStateException.class, "after {@link #close()}")
            .returns(classes().session())
            .parameters(
                once().stream()
                    .map(in -> Parameter.of(in.code().type(), names.ofModel(in.name())))
                    .toList())
            .statement(
                "return new $T(this, $N.start($L))", classes().session(), sessions(), arguments)
            .build(),
        Member.publicly("session")
            .doc("Returns the session that {@link $T#toBytes()} kept.\n\n", classes().session())
            .fails(
                IllegalArgumentException.class,
                "if they are null, no session, damaged, or that of another\n    model")
            .fails(IllegalStateException.class, "after {@link #close()}")
            .returns(classes().session())
            .parameter(bytesType(), bytes)
            .statement(
                "return new $T(this, $N.restore($N))", classes().session(), sessions(), bytes)
            .build());
  }

  private static TypeName bytesType() {
    return ArrayTypeName.of(TypeName.BYTE);
  }
}
