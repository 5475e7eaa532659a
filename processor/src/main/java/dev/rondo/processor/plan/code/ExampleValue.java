package dev.rondo.processor.plan.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * One value of an example.
 *
 * @param name the parameter, field, accessor and column
 * @param meaning what Javadoc says of it
 * @param returned what Javadoc says of what the accessor returns
 * @param kept what the constructor assigns to the field
 * @param given what the accessor returns
 * @param same whether the field equals that of {@code that}
 * @param hashed the operand of {@code Objects.hash}
 * @param shown the operand in {@code toString}
 * @param read the value in {@code row} of a file
 * @param nullable whether null is a value
 */
public record ExampleValue(
    TypeName type,
    String name,
    String meaning,
    String returned,
    CodeBlock kept,
    CodeBlock given,
    CodeBlock same,
    CodeBlock hashed,
    CodeBlock shown,
    CodeBlock read,
    boolean nullable) {
  /** The wanted name of the operand of {@code equals}. */
  public static final String OTHER = "other";

  /** The wanted name of the operand of {@code equals}, typed. */
  public static final String THAT = "that";

  /**
   * Returns a right answer whose values are compared by {@code ==}.
   *
   * @param kept what the constructor assigns to the field
   * @param read the value in {@code row} of a file
   */
  public static ExampleValue answer(
      TypeName type, String field, Names names, CodeBlock kept, CodeBlock read) {
    String meaning = "the right answer";
    CodeBlock itself = CodeBlock.of("$N", field);
    CodeBlock same = CodeBlock.of("$1N == $2N.$1N", field, names.get(THAT));
    return new ExampleValue(
        type, field, meaning, meaning, kept, itself, same, itself, itself, read, false);
  }

  /** Returns what Javadoc says of when a constructor that takes values refuses them. */
  public static String refused(List<ExampleValue> values) {
    return values.stream().anyMatch(ExampleValue::nullable)
        ? "if a value is null that cannot be missing"
        : "if a value is null";
  }

  /** Returns the same, meaning something else. */
  public ExampleValue meaning(String other) {
    return new ExampleValue(
        type, name, other, other, kept, given, same, hashed, shown, read, nullable);
  }
}
