package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * The code for one constant of an enum. It says {@code values()} at run time: if only the enum is
 * compiled anew, generated code must not remember its constants or how many there were.
 */
record EnumCode(ClassName type) implements AnswerCode {
  @Override
  public String signature() {
    return "enum";
  }

  @Override
  public ExamplePlan.Value inExample(String name, Names names) {
    String field = names.ofModel(name);
    return new ExamplePlan.Value(
        type,
        field,
        "the right answer",
        "the right answer",
        CodeBlock.of("$T.notNull($N, $S)", RuntimeTypes.ARGUMENTS, field, field),
        CodeBlock.of("$N", field),
        CodeBlock.of("$1N == $2N.$1N", field, names.get(ExamplePlan.THAT)),
        CodeBlock.of("$N", field),
        CodeBlock.of("$N", field),
        CodeBlock.of("row.constant($S, $T.values())", field, type));
  }

  @Override
  public String scores() {
    return "the score of each class";
  }

  @Override
  public String link() {
    return "softmax";
  }

  @Override
  public Optional<CodeBlock> size() {
    return Optional.of(CodeBlock.of("the number of constants of {@link $T}", type));
  }

  @Override
  public TypeName codec() {
    return ParameterizedTypeName.get(RuntimeTypes.ENUM_CODEC, type);
  }

  @Override
  public CodeBlock created() {
    return CodeBlock.of("$T.of($T.values())", RuntimeTypes.ENUM_CODEC, type);
  }

  @Override
  public CodeBlock restored(Names locals) {
    return CodeBlock.of(
        "$1N -> $2T.restore($1N, $3T.values())",
        locals.get(PredictorPlan.STORED),
        RuntimeTypes.ENUM_CODEC,
        type);
  }

  @Override
  public ClassName target() {
    return ClassName.get(Integer.class);
  }

  @Override
  public CodeBlock targets(Names locals) {
    return CodeBlock.of(
        "$N.classes($N.expected())", locals.get(TrainerFrame.STEP), locals.get(TrainerPlan.BATCH));
  }

  @Override
  public CodeBlock loss(Names locals) {
    return CodeBlock.of(
        "$T.crossEntropy($N, $N, options().labelSmoothing())",
        RuntimeTypes.LOSSES,
        locals.get(TrainerFrame.SCORES),
        locals.get(TrainerPlan.TARGETS));
  }
}
