package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * The class that holds the inputs and the expected outputs of one example.
 *
 * @param values inputs, then outputs
 * @param names the names of local variables
 */
public record ExamplePlan(List<Value> values, Names names) {
  /** What {@link #names()} has besides the values: the operand of {@code equals}. */
  public static final String OTHER = "other";

  /** What {@link #names()} has besides the values: the operand of {@code equals}, typed. */
  public static final String THAT = "that";

  public ExamplePlan {
    values = List.copyOf(values);
  }

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
   */
  public record Value(
      TypeName type,
      String name,
      String meaning,
      String returned,
      CodeBlock kept,
      CodeBlock given,
      CodeBlock same,
      CodeBlock hashed,
      CodeBlock shown,
      CodeBlock read) {}
}
