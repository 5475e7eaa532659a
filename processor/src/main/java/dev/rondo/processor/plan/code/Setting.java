package dev.rondo.processor.plan.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Locale;

/**
 * A setting that one model's trainer has and another's has not: a field with a setter.
 *
 * @param initial its default
 * @param shown its default in Javadoc
 * @param parameter the parameter of the setter
 * @param checked what the setter assigns
 * @param summary the first sentence of the setter's Javadoc
 * @param range what Javadoc says of the parameter
 * @param refused what Javadoc says of a parameter that is refused
 */
public record Setting(
    TypeName type,
    String name,
    CodeBlock initial,
    String shown,
    String parameter,
    CodeBlock checked,
    String summary,
    String range,
    String refused) {
  private static final String OUT_OF_RANGE = "if it is out of range";

  /** Returns a count of at least 1. */
  public static Setting count(String name, String parameter, int initial, String summary) {
    return new Setting(
        TypeName.INT,
        name,
        Code.number(initial),
        String.format(Locale.ROOT, "%,d", initial),
        parameter,
        CodeBlock.of("$T.atLeastOne($N, $S)", RuntimeTypes.ARGUMENTS, parameter, name),
        summary,
        "at least 1",
        OUT_OF_RANGE);
  }

  /** Returns a rate in [0, 1). */
  public static Setting rate(String name, double initial, String summary) {
    return new Setting(
        TypeName.DOUBLE,
        name,
        Code.number(initial),
        Code.number(initial).toString(),
        "rate",
        CodeBlock.of("$T.rate($N, $S)", RuntimeTypes.ARGUMENTS, "rate", name),
        summary,
        "in [0, 1)",
        OUT_OF_RANGE);
  }
}
