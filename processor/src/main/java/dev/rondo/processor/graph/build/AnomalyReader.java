package dev.rondo.processor.graph.build;

import dev.rondo.data.Category;
import dev.rondo.data.Window;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Tagging;
import dev.rondo.processor.type.NumberType;
import dev.rondo.task.AnomalyScore;
import java.util.List;
import java.util.Optional;

/** Says what is foretold of the steps of a stream, from the record of its history. */
public record AnomalyReader(DeclaredMethod method, Expansion uses) {
  HeadReader.Result read() {
    return HeadReader.Result.of(history().map(this::head).map(this::output), false);
  }

  /** Returns the record of a step of the history. */
  private Optional<DeclaredType.Record> history() {
    return method.parameters().stream()
        .map(DeclaredParameter::type)
        .filter(type -> type instanceof DeclaredType.ListOf)
        .findFirst()
        .flatMap(DeclaredType::asRecord)
        .filter(record -> record.accessible() && record.faults().isEmpty());
  }

  private Head head(DeclaredType.Record record) {
    int ahead =
        uses.output().stream()
            .filter(use -> use.is(AnomalyScore.class))
            .findFirst()
            .orElseThrow()
            .values()
            .integer("ahead");
    int window =
        uses.inputs().stream()
            .flatMap(List::stream)
            .filter(use -> use.is(Window.class))
            .findFirst()
            .map(use -> use.values().integer("value"))
            .orElse(1);
    return new Head.Ordinary(record.type(), foretold(record), window, ahead, SeriesTime.of(record));
  }

  /** Returns the components of a record that are foretold. */
  public static List<Head.Ordinary.Foretold> foretold(DeclaredType.Record record) {
    return record.components().stream()
        .map(AnomalyReader::foretold)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Head.Ordinary.Foretold> foretold(DeclaredComponent component) {
    boolean category =
        Expansion.of(component.name(), component.annotations()).stream()
            .anyMatch(use -> use.is(Category.class));
    DeclaredType type = component.type();
    if (type instanceof DeclaredType.Number number
        && !category
        && number.type() != NumberType.DURATION) {
      return Optional.of(new Head.Ordinary.Foretold(component.name(), Optional.of(number.type())));
    }
    boolean symbol =
        type instanceof DeclaredType.Enumeration
            || type instanceof DeclaredType.Flag
            || (category && (type.isText() || type instanceof DeclaredType.Number));
    return symbol
        ? Optional.of(new Head.Ordinary.Foretold(component.name(), Optional.empty()))
        : Optional.empty();
  }

  private Output output(Head head) {
    return new Output(
        SignatureBuilder.ONLY_OUTPUT,
        head,
        Grain.ONCE,
        false,
        false,
        false,
        LossSpec.byDefault(method.origin()),
        Tagging.NONE,
        method.origin());
  }
}
