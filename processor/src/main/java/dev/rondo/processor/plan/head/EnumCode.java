package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.type.TypeRef;
import java.util.List;

/**
 * The code for one constant of an enum. It says {@code values()} at run time: if only the enum is
 * compiled anew, generated code must not remember its constants or how many there were.
 *
 * @param hidden simple names that mean something else in generated code
 */
public record EnumCode(TypeRef constants, List<String> hidden) implements ClassCode {
  public EnumCode {
    hidden = List.copyOf(hidden);
  }

  @Override
  public ClassName type() {
    return Code.type(constants, hidden);
  }

  @Override
  public String signature() {
    return "enum";
  }

  @Override
  public ExampleValue inExample(String name, Names names) {
    String field = names.ofModel(name);
    return ExampleValue.answer(
        type(),
        field,
        names,
        CodeBlock.of("$T.notNull($N, $S)", RuntimeTypes.ARGUMENTS, field, field),
        CodeBlock.of("row.constant($S, $T.values())", field, type()));
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
            new Dim.Constants(constants),
            output,
            "classes",
            CodeBlock.of("the number of constants of {@link $T}", type()),
            "size()"));
  }

  @Override
  public CodecCode codec(String stored) {
    return CodecCode.of(
            ParameterizedTypeName.get(RuntimeTypes.ENUM_CODEC, type()),
            CodeBlock.of("$T.of($T.values())", RuntimeTypes.ENUM_CODEC, type()),
            CodeBlock.of("$T.restorer($T.values())", RuntimeTypes.ENUM_CODEC, type()))
        .renewing(CodecCode.Renewal.GROWN);
  }

  @Override
  public CodeBlock targets(String step, String batch) {
    return CodeBlock.of("$N.classes($N.expected())", step, batch);
  }

  @Override
  public CodeBlock loss(String scores, String targets) {
    return CodeBlock.of(
        "$T.crossEntropy($N, $N, options().labelSmoothing())",
        RuntimeTypes.LOSSES,
        scores,
        targets);
  }
}
