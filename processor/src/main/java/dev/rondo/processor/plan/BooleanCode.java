package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** The code for yes or no: one score, whose sigmoid is the probability of yes. */
record BooleanCode() implements AnswerCode {
  @Override
  public TypeName type() {
    return TypeName.BOOLEAN;
  }

  @Override
  public String signature() {
    return "boolean";
  }

  @Override
  public ExamplePlan.Value inExample(String name, Names names) {
    String field = names.ofModel(name);
    return new ExamplePlan.Value(
        type(),
        field,
        "the right answer",
        "the right answer",
        CodeBlock.of("$N", field),
        CodeBlock.of("$N", field),
        CodeBlock.of("$1N == $2N.$1N", field, names.get(ExamplePlan.THAT)),
        CodeBlock.of("$N", field),
        CodeBlock.of("$N", field),
        CodeBlock.of("row.bool($S)", field));
  }

  @Override
  public String scores() {
    return "the score of true";
  }

  @Override
  public String link() {
    return "sigmoid";
  }

  @Override
  public Optional<CodeBlock> size() {
    return Optional.empty();
  }

  @Override
  public TypeName codec() {
    return RuntimeTypes.BOOLEAN_CODEC;
  }

  @Override
  public CodeBlock created() {
    return CodeBlock.of("$T.of()", RuntimeTypes.BOOLEAN_CODEC);
  }

  @Override
  public CodeBlock restored(Names locals) {
    return CodeBlock.of("$T::restore", RuntimeTypes.BOOLEAN_CODEC);
  }

  @Override
  public ClassName target() {
    return ClassName.get(Integer.class);
  }

  @Override
  public CodeBlock targets(Names locals) {
    return CodeBlock.of(
        "$N.binary($N.expected())", locals.get(TrainerFrame.STEP), locals.get(TrainerPlan.BATCH));
  }

  @Override
  public CodeBlock loss(Names locals) {
    return CodeBlock.of(
        "$T.binaryCrossEntropy($N, $N, options().labelSmoothing())",
        RuntimeTypes.LOSSES,
        locals.get(TrainerFrame.SCORES),
        locals.get(TrainerPlan.TARGETS));
  }
}
