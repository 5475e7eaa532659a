package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.shape.Dim;
import java.util.List;
import java.util.Optional;

/** The code for one of the classes that training shows. */
public record SeenClassCode(Feature.SymbolType symbol) implements ClassCode {
  @Override
  public TypeName type() {
    return symbol instanceof Feature.SymbolType.OfNumber number
        ? ValueTypes.number(number.type())
        : ClassName.get(String.class);
  }

  @Override
  public String signature() {
    return "category";
  }

  @Override
  public ExampleValue inExample(String name, Names names) {
    throw new IllegalStateException("classes that training shows have a task of their own");
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
  public List<Size> sizes(String output) {
    return List.of(
        new Size(
            new Dim.Classes(output),
            output,
            output + "Classes",
            CodeBlock.of("the number of classes of {@code $L} in the training data", output),
            "size()"));
  }

  @Override
  public CodecCode codec(String stored) {
    TypeName type = Code.generic(RuntimeTypes.CATEGORY_CODEC, boxed());
    return new CodecCode(
        type,
        CodeBlock.of(""),
        Optional.of(
            new CodecCode.Learned(
                Code.generic(RuntimeTypes.CATEGORY_CODEC.nestedClass("Learner"), boxed()),
                CodeBlock.of("$T.learner()", RuntimeTypes.CATEGORY_CODEC),
                CodeBlock.of("build()"))),
        CodeBlock.of("$1N -> $2T.restore($1N, $3L)", stored, RuntimeTypes.CATEGORY_CODEC, parser()),
        false,
        CodecCode.Renewal.RENEWED);
  }

  private CodeBlock parser() {
    return symbol instanceof Feature.SymbolType.OfNumber
        ? CodeBlock.of("$T::valueOf", boxed())
        : CodeBlock.of("name -> name");
  }

  @Override
  public CodeBlock targets(String step, String batch) {
    return CodeBlock.of("$N.classes($N.expected())", step, batch);
  }

  @Override
  public CodeBlock loss(String scores, String targets) {
    throw new IllegalStateException("classes that training shows have a task of their own");
  }
}
