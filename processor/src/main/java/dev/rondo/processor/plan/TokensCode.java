package dev.rondo.processor.plan;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import java.util.Arrays;
import java.util.List;

/** The code for tokens in a {@code List<String>} or {@code String[]}. */
record TokensCode(Codec.TokenList tokens) implements InputCode {
  private boolean array() {
    return tokens.container() == Codec.Container.ARRAY;
  }

  @Override
  public TypeName type() {
    return array()
        ? ArrayTypeName.of(String.class)
        : ParameterizedTypeName.get(List.class, String.class);
  }

  @Override
  public String kind() {
    return "tokens";
  }

  @Override
  public String signature() {
    return "tokens";
  }

  @Override
  public ExamplePlan.Value inExample(String name, Names names) {
    String field = names.ofModel(name);
    CodeBlock plain = CodeBlock.of("$N", field);
    CodeBlock that = CodeBlock.of("$N.$N", names.get(ExamplePlan.THAT), field);
    CodeBlock read = CodeBlock.of("row.tokens($S)", field);
    return new ExamplePlan.Value(
        type(),
        field,
        "the tokens, which are copied",
        array() ? "a copy of the tokens" : "the tokens; unmodifiable",
        checkedCopy(field),
        array() ? CodeBlock.of("$L.clone()", plain) : plain,
        array()
            ? CodeBlock.of("$T.equals($L, $L)", Arrays.class, plain, that)
            : CodeBlock.of("$L.equals($L)", plain, that),
        array() ? CodeBlock.of("$T.hashCode($L)", Arrays.class, plain) : plain,
        array() ? CodeBlock.of("$T.toString($L)", Arrays.class, plain) : plain,
        array() ? CodeBlock.of("$L.toArray(new $T[0])", read, String.class) : read);
  }

  @Override
  public ClassName codec() {
    return RuntimeTypes.TOKENS_CODEC;
  }

  @Override
  public CodeBlock learner() {
    return CodeBlock.of("$T.learner($S, $L)", codec(), "", false);
  }

  @Override
  public CodeBlock checked(String parameter) {
    return value(checkedCopy(parameter));
  }

  @Override
  public CodeBlock value(CodeBlock value) {
    return array() ? CodeBlock.of("$T.asList($L)", Arrays.class, value) : value;
  }

  @Override
  public CodeBlock encodedEach(String codec, Names names) {
    String each = names.get(PredictorPlan.EACH);
    return array()
        ? CodeBlock.of("$N -> $N.encode($L)", each, codec, value(CodeBlock.of("$N", each)))
        : CodeBlock.of("$N::encode", codec);
  }

  private static CodeBlock checkedCopy(String name) {
    return CodeBlock.of("$T.copyOf($N, $S)", RuntimeTypes.ARGUMENTS, name, name);
  }
}
