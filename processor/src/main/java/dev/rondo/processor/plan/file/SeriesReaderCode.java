package dev.rondo.processor.plan.file;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.plan.part.ModelParts;
import java.util.List;

/** The members of a series that read files: each group of rows becomes a series. */
public final class SeriesReaderCode {
  private SeriesReaderCode() {}

  /**
   * Returns the methods.
   *
   * @param inputs the history and what is constant
   */
  public static List<Member> members(ModelParts parts, List<ModelParts.In> inputs) {
    FileMembers members = new FileMembers(parts.classes().series(), "series");
    ReaderParts columns =
        new ReaderParts(
            parts.classes().series(),
            new ValueTypes(parts.signature().available().nested()),
            members.names());
    return members.members(
        doc(),
        inputs.stream().map(in -> columns.input(in.name(), in.input().codec())).toList(),
        columns);
  }

  private static CodeBlock doc() {
    return CodeBlock.of(
        """
        Reads all series of a file into memory.

        <p>The file is comma-separated ({@code .csv}) or tab-separated ({@code .tsv}) with a header,
        one step a row, or JSON Lines ({@code .jsonl}), perhaps compressed ({@code .gz}).

        <p>Its columns are called like the components. {@link $T#by} says which rows are the
        steps of one series; what is constant is the same in all of them.

        @param options how rows are grouped, and what is done with wrong ones
        """,
        RuntimeTypes.GROUPING);
  }
}
