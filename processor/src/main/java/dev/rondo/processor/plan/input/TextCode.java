package dev.rondo.processor.plan.input;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import java.util.List;

/** The code for a {@code String} that the runtime cuts into tokens. */
public record TextCode(Codec.Text text) implements InputCode {
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
    return "text(tokens = %s%s%s, lowercase = %s)"
        .formatted(text.tokens(), text.lines() ? ", lines = true" : "", language, text.lowercase());
  }

  @Override
  public ExampleValue inExample(String name, Names names) {
    String field = names.ofModel(name);
    return new ExampleValue(
        type(),
        field,
        "the text",
        "the text",
        checked(field),
        CodeBlock.of("$N", field),
        CodeBlock.of("$1N.equals($2N.$1N)", field, names.get(ExampleValue.THAT)),
        CodeBlock.of("$N", field),
        CodeBlock.of("$N", field),
        CodeBlock.of("row.text($S)", field),
        false);
  }

  @Override
  public CodecCode codec(String vocabulary) {
    return CodecCode.learned(
        RuntimeTypes.TEXT_CODEC,
        CodeBlock.of(
            "$T.learner($L, $S, $L)$L",
            RuntimeTypes.TEXT_CODEC,
            Code.constant(text.tokens()),
            text.language(),
            text.lowercase(),
            text.lines() ? ".lines()" : ""),
        Vocabularies.built(vocabulary));
  }

  @Override
  public List<Size> sizes(String input, String vocabulary) {
    return List.of(Vocabularies.size(input, vocabulary));
  }

  @Override
  public List<Setting> settings(String vocabulary) {
    return Vocabularies.settings(vocabulary, text);
  }

  @Override
  public Encoded encoded() {
    return Encoded.TOKENS;
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
  public CodeBlock stepsOfArgument(String codec, CodeBlock value, String name) {
    return steps(codec, CodeBlock.of("$T.notNull($L, $S)", RuntimeTypes.ARGUMENTS, value, name));
  }

  @Override
  public CodeBlock tokenEncoder(String codec) {
    return CodeBlock.of("$N", codec);
  }
}
