package dev.rondo.processor.plan.head;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import java.util.List;

/**
 * The code for yes or no: one score, whose sigmoid is the probability of yes.
 *
 * @param isBoxed whether it is a {@code Boolean}
 */
public record BooleanCode(boolean isBoxed) implements ClassCode {
  @Override
  public TypeName type() {
    return isBoxed ? TypeName.BOOLEAN.box() : TypeName.BOOLEAN;
  }

  @Override
  public String signature() {
    return "boolean";
  }

  @Override
  public ExampleValue inExample(String name, Names names) {
    String field = names.ofModel(name);
    return ExampleValue.answer(
        type(), field, names, CodeBlock.of("$N", field), CodeBlock.of("row.bool($S)", field));
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
  public List<Size> sizes(String output) {
    return List.of();
  }

  @Override
  public CodecCode codec(String stored) {
    return CodecCode.of(
            RuntimeTypes.BOOLEAN_CODEC,
            CodeBlock.of("$T.of()", RuntimeTypes.BOOLEAN_CODEC),
            CodeBlock.of("$T.RESTORER", RuntimeTypes.BOOLEAN_CODEC))
        .renewing(CodecCode.Renewal.RENEWED);
  }

  @Override
  public CodeBlock targets(String step, String batch) {
    return CodeBlock.of("$N.binary($N.expected())", step, batch);
  }

  @Override
  public CodeBlock loss(String scores, String targets) {
    return CodeBlock.of(
        "$T.binaryCrossEntropy($N, $N, options().labelSmoothing())",
        RuntimeTypes.LOSSES,
        scores,
        targets);
  }

  @Override
  public boolean isBinary() {
    return true;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        Figure.share("accuracy", "accuracy"),
        Figure.share("macroF1", "macro F1"),
        Figure.share("averagePrecision", "average precision"));
  }
}
