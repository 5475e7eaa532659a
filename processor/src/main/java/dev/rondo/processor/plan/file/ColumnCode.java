package dev.rondo.processor.plan.file;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * The code for a column of a file, or for the columns of what has several.
 *
 * @param type of the column
 * @param declared what declares it; {@code $N} stands for the variable of the columns
 * @param read the call that reads a value; {@code cells} is the row
 */
record ColumnCode(TypeName type, Declared declared, String read) {
  /** What declares a column. */
  @FunctionalInterface
  interface Declared {
    /**
     * Returns the declaration.
     *
     * @param columns the variable of the columns
     * @param name of the column
     */
    CodeBlock of(String columns, String name);
  }

  /** Returns the value in a row. */
  CodeBlock value(String column) {
    return CodeBlock.of("$N.$L(cells)", column, read);
  }
}
