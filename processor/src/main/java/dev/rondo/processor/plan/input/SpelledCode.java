package dev.rondo.processor.plan.input;

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
import dev.rondo.processor.shape.Dim;
import java.util.List;
import java.util.Optional;

/**
 * The code for tokens whose characters are read, too.
 *
 * @param name of the input
 * @param tokens the code for the tokens alone
 * @param descriptions of all inputs of the model
 */
public record SpelledCode(
    String name, InputCode tokens, Codec.Spelled codec, Descriptions descriptions)
    implements InputCode {
  @Override
  public TypeName type() {
    return tokens.type();
  }

  @Override
  public String kind() {
    return tokens.kind();
  }

  @Override
  public String signature() {
    return tokens.signature() + (codec.lowercase() ? " in lower case" : "") + " with characters";
  }

  @Override
  public ExampleValue inExample(String input, Names names) {
    return tokens.inExample(input, names);
  }

  @Override
  public CodecCode codec(String vocabulary) {
    return new CodecCode(
        descriptions.typeOf(codec, Optional.empty()),
        CodeBlock.of(""),
        Optional.of(
            new CodecCode.Learned(
                descriptions.typeOf(codec, Optional.of("Learner")),
                CodeBlock.of("$L.learner()", descriptions.ofTrainer(name)),
                Vocabularies.built(vocabulary))),
        CodeBlock.of("$N::restore", descriptions.name(name)),
        true);
  }

  @Override
  public List<Size> sizes(String input, String vocabulary) {
    return List.of(
        Vocabularies.size(input, vocabulary),
        new Size(
            new Dim.Vocabulary(input + ".characters"),
            input,
            input + "Characters",
            CodeBlock.of("the number of different characters of $L", input),
            "characters()"),
        new Size(
            new Dim.FirstRare(input),
            input,
            input + "FirstRare",
            CodeBlock.of("the first number of a token of $L that training shows once", input),
            "firstRare()"));
  }

  @Override
  public List<Setting> settings(String vocabulary) {
    return tokens.settings(vocabulary);
  }

  @Override
  public Encoded encoded() {
    return Encoded.STEPS;
  }

  @Override
  public CodeBlock checked(String parameter) {
    return tokens.checked(parameter);
  }

  @Override
  public CodeBlock value(CodeBlock value) {
    return tokens.value(value);
  }

  @Override
  public CodeBlock steps(String codecField, CodeBlock value) {
    return CodeBlock.of("$N.encode($L)", codecField, value(value));
  }

  @Override
  public Optional<StepEncoding> stepEncoding() {
    return Optional.of(new StepEncoding(RuntimeTypes.SPELLED_STEP_ENCODER, "stepEncoder()"));
  }

  @Override
  public CodeBlock shape(String codecField) {
    return CodeBlock.of("$T.spelled()", RuntimeTypes.INPUT_SHAPE);
  }

  @Override
  public CodeBlock stepInput(String codecField) {
    return CodeBlock.of(
        "$T.spelled($N.stepEncoder().columns())", RuntimeTypes.STEP_INPUT, codecField);
  }

  /** Returns the type that the codec reads: an array is read as a list. */
  static TypeName read(Codec.Spelled codec) {
    return codec.tokens() instanceof Codec.Text
        ? TypeName.get(String.class)
        : Code.listOf(TypeName.get(String.class));
  }

  /** Returns how the codec is described. */
  static CodeBlock description(String input, Codec.Spelled codec) {
    return codec.tokens() instanceof Codec.Text text
        ? CodeBlock.of(
            "$T.text($S, $L, $S, $L)",
            RuntimeTypes.SPELLED_CODEC,
            input,
            Code.constant(text.tokens()),
            text.language(),
            text.lowercase())
        : CodeBlock.of("$T.tokens($S, $L)", RuntimeTypes.SPELLED_CODEC, input, codec.lowercase());
  }
}
