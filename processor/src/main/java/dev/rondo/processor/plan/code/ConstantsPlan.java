package dev.rondo.processor.plan.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * An enum inside of a generated class, each of whose constants is a function.
 *
 * @param function the interface that it implements
 * @param implemented the method of that interface, which calls the function of the constant
 */
public record ConstantsPlan(
    String name,
    CodeBlock javadoc,
    TypeName function,
    Member implemented,
    List<Constant> constants) {
  /** The field that holds the function of a constant. */
  public static final String FIELD = "function";

  public ConstantsPlan {
    constants = List.copyOf(constants);
  }

  /** Returns the same without functions. */
  public ConstantsPlan unimplemented() {
    List<Constant> empty =
        constants.stream().map(each -> new Constant(each.name(), CodeBlock.of("null"))).toList();
    return new ConstantsPlan(name, javadoc, function, implemented, empty);
  }

  /**
   * A constant.
   *
   * @param function an expression
   */
  public record Constant(String name, CodeBlock function) {}
}
