package dev.rondo.processor.plan.file;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.file.ReaderParts.Part;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.NumbersCode;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.ExampleClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of an example that read files: which columns there are is declared once for a file,
 * then each row becomes an example. Each record has a method of its own.
 */
public final class ReaderCode {
  private final ModelParts parts;
  private final ClassName example;
  private final ValueTypes types;
  private final ColumnCodes codes;
  private final List<Answers> answers;
  private final Optional<ClassName> record;
  private final boolean eachStep;
  private final FileMembers members;
  private final ReaderParts columns;

  /**
   * Prepares the members.
   *
   * @param record whose components the outputs are; absent for a single output
   * @param eachStep whether there is one of them for each step
   */
  public ReaderCode(
      ModelParts parts, List<Answers> answers, Optional<ClassName> record, boolean eachStep) {
    this.parts = parts;
    this.example = parts.classes().example();
    this.types = new ValueTypes(parts.signature().available().nested());
    this.codes = new ColumnCodes(types);
    this.answers = answers;
    this.record = record;
    this.eachStep = eachStep;
    this.members = new FileMembers(example, "example");
    this.columns = new ReaderParts(example, types, members.names());
  }

  /** Returns the methods. */
  public List<Member> members() {
    List<Part> values = new ArrayList<>();
    parts
        .signature()
        .spread()
        .ifPresent(
            spread ->
                values.add(
                    ReaderParts.nested(
                        spread.name(),
                        types.type(spread.type()),
                        columns.recordMethod(types.type(spread.type()), spread, this::inputs))));
    if (parts.signature().spread().isEmpty()) {
      values.addAll(inputs());
    }
    values.add(expected());
    return members.members(doc(values.stream().allMatch(Part::isOfSteps)), values, columns);
  }

  private List<Part> inputs() {
    return parts.inputs().stream().map(in -> columns.input(in.name(), in.input().codec())).toList();
  }

  /**
   * Returns what the method says that reads a file.
   *
   * @param corpus whether it may be a tagged one
   */
  private static CodeBlock doc(boolean corpus) {
    CodeBlock.Builder doc =
        CodeBlock.builder()
            .add(
                """
                Reads all examples of a file into memory.

                <p>The file is comma-separated ({@code .csv}) or tab-separated ({@code .tsv}) with a header,
                JSON Lines ({@code .jsonl}), or a file of series ({@code .ts}), perhaps compressed ({@code
                .gz}). Its columns are called like the components; {@link $T#by} says which rows are the
                steps of one example.

                """,
                RuntimeTypes.GROUPING);
    if (corpus) {
      doc.add(
          """
          <p>Or it is a tagged corpus, such as CoNLL-U or CoNLL-2003, with one step a row and a blank
          line behind each example: {@link $T} says which columns are read.

          """,
          RuntimeTypes.CONLL);
    }
    return doc.add(
            "@param options how rows are grouped, $Land what is done with wrong ones\n",
            corpus ? "which columns of a corpus are read, " : "")
        .build();
  }

  private Part expected() {
    String name = ExampleClass.EXPECTED;
    if (record.isEmpty()) {
      return answer(answers.get(0), name);
    }
    String method =
        columns.recordMethod(
            record.get(),
            answers,
            () ->
                answers.stream()
                    .map(
                        answer ->
                            eachStep
                                ? ReaderParts.column(
                                    answer.name(),
                                    codes.of(answer.code(), answer.output().optional()))
                                : answer(answer, answer.name()))
                    .toList());
    return eachStep
        ? ReaderParts.list(name, record.get(), CodeBlock.of("$T::$N", example, method), false)
        : ReaderParts.nested(name, record.get(), method);
  }

  private Part answer(Answers answer, String name) {
    ColumnCode column = codes.of(answer.code(), answer.output().optional());
    if (!answer.eachStep()) {
      return ReaderParts.column(name, column);
    }
    if (answer.array()) {
      return answer.code() instanceof NumbersCode numbers
          ? ReaderParts.rows(name, numbers.head().doubles(), false)
          : ReaderParts.numbers(name, answer.code().type(), answer.code().type() + "s", false);
    }
    return ReaderParts.list(
        name,
        answer.code().type(),
        CodeBlock.of("step -> $L::$L", column.declared().of("step", ""), column.read()),
        false);
  }
}
