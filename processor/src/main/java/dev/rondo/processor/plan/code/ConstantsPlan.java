package dev.rondo.processor.plan.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * An enum inside of a generated class, each of whose constants does something else.
 *
 * @param function the interface that it implements
 * @param implemented the method of that interface, without a body
 */
public record ConstantsPlan(
    String name,
    CodeBlock javadoc,
    TypeName function,
    Member implemented,
    List<Constant> constants) {
  public ConstantsPlan {
    constants = List.copyOf(constants);
  }

  /** Returns the same, but for that the constants do nothing. */
  public ConstantsPlan unimplemented() {
    List<Constant> empty =
        constants.stream().map(each -> new Constant(each.name(), CodeBlock.of("null"))).toList();
    return new ConstantsPlan(name, javadoc, function, implemented, empty);
  }

  /** Returns the method, which tells the constants apart. */
  public Member method() {
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("return switch (this)");
    for (Constant constant : constants) {
      body.addStatement("case $N -> $L", constant.name(), constant.value());
    }
    return implemented.doing(body.unindent().add("};\n").build());
  }

  /**
   * A constant.
   *
   * @param value the expression that the method returns for it
   */
  public record Constant(String name, CodeBlock value) {}
}
