package dev.rondo.processor.plan.input;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import java.util.Arrays;
import java.util.List;

/** The code for tokens in a {@code List<String>} or {@code String[]}. */
public record TokensCode(Codec.TokenList tokens) implements InputCode {
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
  public ExampleValue inExample(String name, Names names) {
    String field = names.ofModel(name);
    CodeBlock plain = CodeBlock.of("$N", field);
    CodeBlock that = CodeBlock.of("$N.$N", names.get(ExampleValue.THAT), field);
    CodeBlock read = CodeBlock.of("row.tokens($S)", field);
    return new ExampleValue(
        type(),
        field,
        "the tokens, which are copied",
        array() ? "a copy of the tokens" : "the tokens; unmodifiable",
        checkedCopy(field),
        copied(plain),
        array()
            ? CodeBlock.of("$T.equals($L, $L)", Arrays.class, plain, that)
            : CodeBlock.of("$L.equals($L)", plain, that),
        array() ? CodeBlock.of("$T.hashCode($L)", Arrays.class, plain) : plain,
        array() ? CodeBlock.of("$T.toString($L)", Arrays.class, plain) : plain,
        array() ? CodeBlock.of("$L.toArray(new $T[0])", read, String.class) : read,
        false);
  }

  @Override
  public CodecCode codec(String vocabulary) {
    return CodecCode.learned(
        RuntimeTypes.TOKENS_CODEC,
        CodeBlock.of("$T.learner($S, $L)", RuntimeTypes.TOKENS_CODEC, "", false),
        Vocabularies.built(vocabulary));
  }

  @Override
  public List<Size> sizes(String input, String vocabulary) {
    return List.of(Vocabularies.size(input, vocabulary));
  }

  @Override
  public List<Setting> settings(String vocabulary) {
    return Vocabularies.settings(vocabulary, tokens);
  }

  @Override
  public Encoded encoded() {
    return Encoded.TOKENS;
  }

  @Override
  public CodeBlock checked(String parameter) {
    return checkedCopy(parameter);
  }

  @Override
  public CodeBlock value(CodeBlock value) {
    return array() ? CodeBlock.of("$T.asList($L)", Arrays.class, value) : value;
  }

  @Override
  public CodeBlock stepsOfArgument(String codec, CodeBlock value, String name) {
    return steps(codec, CodeBlock.of("$T.copyOf($L, $S)", RuntimeTypes.ARGUMENTS, value, name));
  }

  @Override
  public CodeBlock tokenEncoder(String codec) {
    return CodeBlock.of(array() ? "$N.ofArrays()" : "$N.ofLists()", codec);
  }

  @Override
  public CodeBlock copied(CodeBlock value) {
    return array() ? CodeBlock.of("$L.clone()", value) : value;
  }

  private static CodeBlock checkedCopy(String name) {
    return CodeBlock.of("$T.copyOf($N, $S)", RuntimeTypes.ARGUMENTS, name, name);
  }
}
