package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;

/** The code for a {@code String} that the runtime cuts into tokens. */
record TextCode(Codec.Text text) implements InputCode {
  @Override
  public TypeName type() {
    return ClassName.get(String.class);
  }

  @Override
  public String kind() {
    return "text";
  }

  @Override
  public String signature() {
    String language = text.language().isEmpty() ? "" : ", language = " + text.language();
    return "text(tokens = %s%s, lowercase = %s)"
        .formatted(text.tokens(), language, text.lowercase());
  }

  @Override
  public ExamplePlan.Value inExample(String name, Names names) {
    String field = names.ofModel(name);
    return new ExamplePlan.Value(
        type(),
        field,
        "the text",
        "the text",
        checked(field),
        CodeBlock.of("$N", field),
        CodeBlock.of("$1N.equals($2N.$1N)", field, names.get(ExamplePlan.THAT)),
        CodeBlock.of("$N", field),
        CodeBlock.of("$N", field),
        CodeBlock.of("row.text($S)", field));
  }

  @Override
  public ClassName codec() {
    return RuntimeTypes.TEXT_CODEC;
  }

  @Override
  public CodeBlock learner() {
    return CodeBlock.of(
        "$T.learner($L, $S, $L)",
        codec(),
        Code.constant(text.tokens()),
        text.language(),
        text.lowercase());
  }

  @Override
  public CodeBlock checked(String parameter) {
    return CodeBlock.of("$T.notNull($N, $S)", RuntimeTypes.ARGUMENTS, parameter, parameter);
  }

  @Override
  public CodeBlock value(CodeBlock value) {
    return value;
  }

  @Override
  public CodeBlock encodedEach(String codec, Names names) {
    return CodeBlock.of("$N::encode", codec);
  }
}
